//! The personal link: `GET` shows a form and changes nothing; `POST` stores a page, then says where to look.

use std::collections::HashMap;

use http::StatusCode;

use super::results;
use super::view::{self, FormView, Respondent};
use crate::app::answers::collect_answers::{
    Collected, FormKind, FormMark, Given, RoundForm, Submission, collect as store, find_invited, read_given,
};
use crate::domain::agreement::Agreement;
use crate::domain::answer::{FORM_FIELD, FormProblem, check_page};
use crate::domain::key::Token;
use crate::domain::language::Language;
use crate::domain::round::{Outcome, RoundState};
use crate::store::invitation::Invited;
use crate::store::{agreement, round};
use crate::web::open::closing_day;
use crate::web::problem::Problem;
use crate::web::request::Request;
use crate::web::{Answer, Site, html, see_other};

/// The invitation of a link, or the one answer for unknown and withdrawn ones.
async fn find(token: &Token, request: &Request, site: &Site) -> Result<Invited, Problem> {
    match find_invited(&site.service, token).await? {
        Some(invited) => Ok(invited),
        None => Err(site.bad_link(request)),
    }
}

/// What surrounds a page: the agreement and what came of the round before.
async fn surroundings(site: &Site, invited: &Invited) -> Result<(Agreement, Option<Outcome>), Problem> {
    let (id, round_id) = (invited.agreement, invited.round);
    let found = site
        .service
        .store
        .read("read the agreement", move |connection| {
            Ok((agreement::get(connection, id)?, round::find_outcome_before(connection, round_id)?))
        })
        .await?;
    Ok(found)
}

fn is_open(invited: &Invited, site: &Site) -> bool {
    invited.round_state == RoundState::Open && site.now() <= invited.closes_at
}

fn visit<'a>(
    site: &Site,
    token: &'a Token,
    language: Language,
    invited: &'a Invited,
    agreement: &'a Agreement,
    previous: Option<&'a Outcome>,
) -> Respondent<'a> {
    let person = site.service.key.unsubscribe_token(invited.person);
    Respondent { token, person, language, invited, agreement, previous }
}

/// `GET /a/{token}`.
pub async fn show(token: &Token, request: &Request, site: &Site) -> Answer {
    let invited = find(token, request, site).await?;
    let language = request.chosen_language().unwrap_or(invited.language);
    if !is_open(&invited, site) {
        return results::show(token, language, &invited, site).await;
    }
    let (agreement, previous) = surroundings(site, &invited).await?;
    let visit = visit(site, token, language, &invited, &agreement, previous.as_ref());
    let form = site.forms.get(&site.service, &invited).await?;
    let given = match invited.answered_on {
        Some(_) => read_given(&site.service, &invited).await?,
        None => Given::default(),
    };
    let asked: Option<usize> = request.query("page").and_then(|page| page.parse().ok());
    let asked = asked.and_then(|page| page.checked_sub(1)).filter(|page| *page < form.n_pages());
    // A page that was sent without answers is left open on purpose, once the last one was sent.
    let unfinished = (0..form.n_pages())
        .find(|page| form.page(*page).iter().all(|statement| !given.answers.contains_key(&statement.id)));
    let Some(page) = asked.or(unfinished.filter(|_| !invited.is_finished)) else {
        return Ok(html(StatusCode::OK, view::answered(site, &visit, closing_day(&invited))));
    };
    Ok(html(StatusCode::OK, form_page(site, &visit, &form, page, given.revision, None)))
}

/// Shows an empty form, whatever was given before: a link that somebody else opens gives nothing away.
fn form_page(
    site: &Site,
    visit: &Respondent<'_>,
    form: &RoundForm,
    page: usize,
    revision: u32,
    filled: Option<&FilledForm>,
) -> maud::Markup {
    let nothing = FilledForm::default();
    let filled = filled.unwrap_or(&nothing);
    let mark = FormMark { kind: FormKind::of(visit.invited), page, revision };
    let view = FormView {
        form,
        page,
        mark,
        values: &filled.values,
        problems: &filled.problems,
        is_started: revision > 0,
    };
    view::form(site, visit, &view)
}

/// What a form held that comes back to its sender.
#[derive(Default)]
struct FilledForm {
    values: HashMap<String, String>,
    problems: Vec<view::Complaint>,
}

impl FilledForm {
    fn from_request(request: &Request) -> FilledForm {
        let values = request.form.iter().filter(|(name, _)| name != FORM_FIELD).cloned().collect();
        FilledForm { values, problems: Vec::new() }
    }
}

/// `POST /a/{token}`. The happy path is one look-up and one write: the form itself is checked from memory.
pub async fn collect(token: &Token, request: &Request, site: &Site) -> Answer {
    let mark = request.field(FORM_FIELD).and_then(FormMark::parse);
    let form = match mark.and_then(|mark| site.forms.find(mark.kind)) {
        Some(form) => form,
        None => {
            let invited = find(token, request, site).await?;
            if !is_open(&invited, site) {
                return Err(Problem::Closed(invited.language));
            }
            site.forms.get(&site.service, &invited).await?
        }
    };
    let Some(mark) = mark else { return Err(Problem::BadForm) };
    let page = form.page(mark.page);
    if page.is_empty() {
        return Err(Problem::BadForm);
    }
    let answers = match check_page(&form.survey, &page, &form.questions(mark.page), &request.form) {
        Ok(answers) => answers,
        Err(problems) => return complain(token, request, site, mark, &problems).await,
    };
    let submission = Submission {
        token_digest: token.digest(),
        mark,
        answers,
        is_whole: mark.page == form.whole_page(),
        is_last: mark.page + 1 >= form.n_pages(),
        body: request.body.clone(),
    };
    match store(&site.service, submission, site.now()).await? {
        Collected::Saved | Collected::SavedBefore => {}
        Collected::Superseded => return Err(Problem::Superseded),
        Collected::Outdated => return Err(Problem::Outdated),
        Collected::Empty => return complain(token, request, site, mark, &[]).await,
        Collected::NotFound => {
            find(token, request, site).await?;
            return Err(Problem::NotFound);
        }
        Collected::Closed => {
            let invited = find(token, request, site).await?;
            return Err(Problem::Closed(invited.language));
        }
    }
    let language = request.chosen_language().map_or_else(String::new, |language| format!("lang={language}"));
    let next = mark.page + 1;
    Ok(see_other(&if next < form.n_pages() {
        let rest = if language.is_empty() { String::new() } else { format!("&{language}") };
        format!("/a/{}?page={}{rest}", token.reveal(), next + 1)
    } else {
        let rest = if language.is_empty() { String::new() } else { format!("?{language}") };
        format!("/a/{}/thanks{rest}", token.reveal())
    }))
}

/// A form that a person can mend comes back as they filled it in; one that this page cannot have made does not.
async fn complain(
    token: &Token,
    request: &Request,
    site: &Site,
    mark: FormMark,
    problems: &[FormProblem],
) -> Answer {
    let too_long: Option<Vec<view::Complaint>> = problems
        .iter()
        .map(|problem| match problem {
            FormProblem::RemarkTooLong { field, length } => {
                Some(view::Complaint::RemarkTooLong { field: field.clone(), length: *length })
            }
            FormProblem::UnknownField(_)
            | FormProblem::ValueOutsideScale(_)
            | FormProblem::RepeatedField(_) => None,
        })
        .collect();
    let Some(too_long) = too_long else { return Err(Problem::Unprocessable) };
    let invited = find(token, request, site).await?;
    if !is_open(&invited, site) {
        return Err(Problem::Closed(invited.language));
    }
    let language = request.chosen_language().unwrap_or(invited.language);
    let (agreement, previous) = surroundings(site, &invited).await?;
    let visit = visit(site, token, language, &invited, &agreement, previous.as_ref());
    let form = site.forms.get(&site.service, &invited).await?;
    let mut filled = FilledForm::from_request(request);
    filled.problems = if too_long.is_empty() { vec![view::Complaint::Empty] } else { too_long };
    let page = form_page(site, &visit, &form, mark.page, mark.revision, Some(&filled));
    Ok(html(StatusCode::UNPROCESSABLE_ENTITY, page))
}

/// `GET /a/{token}/thanks`: after the last page.
pub async fn thank(token: &Token, request: &Request, site: &Site) -> Answer {
    let invited = find(token, request, site).await?;
    let language = request.chosen_language().unwrap_or(invited.language);
    if invited.answered_on.is_none() || !is_open(&invited, site) {
        return Ok(see_other(&format!("/a/{}", token.reveal())));
    }
    let (agreement, previous) = surroundings(site, &invited).await?;
    let visit = visit(site, token, language, &invited, &agreement, previous.as_ref());
    Ok(html(StatusCode::OK, view::thanks(site, &visit, closing_day(&invited))))
}

/// `POST /a/{token}/change`: the given answers, all on one page. Only ever behind a button.
pub async fn change(token: &Token, request: &Request, site: &Site) -> Answer {
    let invited = find(token, request, site).await?;
    if !is_open(&invited, site) {
        return Err(Problem::Closed(invited.language));
    }
    let language = request.chosen_language().unwrap_or(invited.language);
    let (agreement, previous) = surroundings(site, &invited).await?;
    let visit = visit(site, token, language, &invited, &agreement, previous.as_ref());
    let form = site.forms.get(&site.service, &invited).await?;
    let given = read_given(&site.service, &invited).await?;
    let answers = given.answers.iter().map(|(id, answer)| (id.clone(), view::field_value(*answer)));
    let filled = FilledForm { values: answers.chain(given.remarks.clone()).collect(), problems: Vec::new() };
    let page = form_page(site, &visit, &form, form.whole_page(), given.revision, Some(&filled));
    Ok(html(StatusCode::OK, page))
}
