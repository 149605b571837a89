//! The gallery: every part, and every page of the respondent's minute in every state, made from nothing but invented
//! facts. Only in the demo.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use http::StatusCode;
use maud::{Markup, html};
use warp::Filter;
use warp::filters::BoxedFilter;

use crate::app::answers::collect_answers::{FormKind, FormMark, RoundForm};
use crate::app::answers::show_results::{Overview, Results};
use crate::app::demo::seed_demo::{default_last_day, present, samples};
use crate::app::people::ask_conversation::Asker;
use crate::app::people::choose_mail::Subscriber;
use crate::app::people::hand_over::{Seat, ToConfirm};
use crate::app::report::make_report::PROGRAM;
use crate::domain::agreement::Agreement;
use crate::domain::answer;
use crate::domain::hand_over::HandOverState;
use crate::domain::ids::{AgreementId, InvitationId, PartnerId, PersonId, RoundId, SeatId, SurveyVersionId};
use crate::domain::key::Token;
use crate::domain::language::{Language, Text};
use crate::domain::message::OptOut;
use crate::domain::period::Period;
use crate::domain::request::RequestKind;
use crate::domain::role::Role;
use crate::domain::round::{Outcome, RoundState};
use crate::domain::survey::Survey;
use crate::domain::turn::{Quarter, Turn};
use crate::insight::disclosure::change::ChangeFigure;
use crate::insight::disclosure::comments::{Written, guard_comments};
use crate::insight::disclosure::{Disclosed, RoundFigures, guard};
use crate::insight::score::SheetAnswers;
use crate::report::facts::follow_up::FollowUp;
use crate::report::facts::{Compared, Facts, RoundInput};
use crate::store::invitation::Invited;
use crate::web::layout::{Page, page};
use crate::web::parts::{self, Choice, Field};
use crate::web::problem::Problem;
use crate::web::request::Request;
use crate::web::respondent::view::{self, Complaint, FormView, Respondent};
use crate::web::respondent::{choices, hand_over, request, results};
use crate::web::{Answer, Route, Site, answer, html as html_reply, newcomer, privacy};
use crate::words::{Phrase, Word, tr};

/// Routes of this file.
pub fn routes(get: &BoxedFilter<(Request, Site)>) -> Vec<Route> {
    vec![
        warp::path!("demo" / "gallery").and(get.clone()).then(|r, s| answer(r, s, parts_page)).boxed(),
        warp::path!("demo" / "gallery" / String)
            .and(get.clone())
            .then(|name: String, r, s| {
                answer(r, s, async move |request, site| {
                    let language = request.language();
                    if name == "closed" {
                        return Err(Problem::Closed(language));
                    }
                    let stage = Stage::new().ok_or(Problem::Broken)?;
                    let page = stage.page(site, &name, language).ok_or(Problem::NotFound)?;
                    Ok(html_reply(StatusCode::OK, page))
                })
            })
            .boxed(),
    ]
}

/// Every page in every state, by its name in the address.
const PAGES: [&str; 30] = [
    "answer-first",
    "answer-first-ever",
    "answer-attributed",
    "answer-next",
    "answer-empty",
    "answer-too-long",
    "answer-change",
    "answer-low",
    "answered",
    "thanks",
    "results",
    "results-without-word",
    "results-too-few",
    "results-one-answer",
    "results-empty",
    "choices",
    "choices-error",
    "choices-done",
    "hand-over",
    "hand-over-answered",
    "hand-over-error",
    "hand-over-done",
    "hand-over-waits",
    "hand-over-confirm",
    "request",
    "request-error",
    "request-done",
    "newcomer",
    "newcomer-empty",
    "privacy",
];

async fn parts_page(request: &Request, site: &Site) -> Answer {
    let language = request.language();
    let t = |word: Word| tr(language, word);
    let title = t(Word::GalleryTitle);
    let stage = Stage::new().ok_or(Problem::Broken)?;
    let legend = t(Word::MailChoiceLegend);
    let content = html! {
        h1 { (title) }
        h2 { (t(Word::GalleryPages)) }
        ul class="columns" {
            @for name in PAGES { li { a href=(format!("/demo/gallery/{name}?lang={language}")) { (name) } } }
            @for (name, address) in [("closed, 410", "/demo/gallery/closed"), ("unknown, 404", "/a/unknown")] {
                li { a href=(format!("{address}?lang={language}")) { (name) } }
            }
        }
        h2 { (t(Word::GalleryParts)) }
        (parts::error_summary(language, &[("sample-line".to_owned(), t(Word::ErrorHandOverName))]))
        div class="notice" { p { (t(Word::RequestNotConfidential)) } }
        div class="success" { h2 { (t(Word::ThanksTitle)) } p { (t(Word::ThanksSaved)) } }
        div {
            fieldset class="statement" {
                legend { (legend) }
                @for option in OptOut::ALL {
                    (parts::radio(&Choice {
                        id: &format!("sample-{}", option.code()),
                        name: "sample",
                        value: option.code(),
                        label: &crate::words::choice(language, option),
                        is_checked: false,
                        is_wrong: false,
                        is_low: false,
                    }))
                }
            }
            (parts::line(&Field { name: "sample-line", label: &t(Word::HandOverName), hint: None, problem: Some(&t(Word::ErrorHandOverName)) }, "text", "", 80))
            (parts::area(&Field { name: "sample-area", label: &t(Word::RequestText), hint: Some(&t(Word::RequestTextHint)), problem: None }, "", 200))
            div class="buttons" {
                button type="button" { (t(Word::RequestSend)) }
                button type="button" class="quiet" { (t(Word::MailChoiceBack)) }
            }
        }
        p { a class="button" href=(format!("/?lang={language}")) { (t(Word::HomeTitle)) } }
        table {
            caption { (t(Word::GalleryTable)) }
            thead { tr { th scope="col" { (t(Word::Theme)) } th scope="col" { (t(Word::Mean)) } } }
            tbody {
                tr { th scope="row" { (t(Word::GalleryRow)) } td { "3,7" } }
                tr { th scope="row" { (t(Word::GalleryRow)) } td class="too-few" { (t(Word::TooFew)) } }
            }
        }
        (parts::adjustments(language, &stage.agreement.adjustments))
        p class="hint" { (t(Word::HatchedIsTooFew)) }
    };
    let shell = Page { language, title: &title, switch: Some("/demo/gallery".to_owned()), privacy: None };
    Ok(html_reply(StatusCode::OK, page(site, &shell, content)))
}

/// Invented facts for every page.
struct Stage {
    agreement: Agreement,
    survey: Survey,
    now: DateTime<Utc>,
    token: Token,
    outcome: Outcome,
}

impl Stage {
    fn new() -> Option<Stage> {
        let (survey, agreements) = samples().ok()?;
        Some(Stage {
            agreement: agreements.into_iter().next_back()?,
            survey,
            now: present(default_last_day()),
            token: Token::from_text("voorbeeld"),
            outcome: Outcome {
                said: Text::new("Informatie komt soms laat.", "Information sometimes comes late."),
                did: Text::new(
                    "Wij sturen stukken nu een week eerder.",
                    "We now send papers a week earlier.",
                ),
            },
        })
    }

    fn invited(&self, is_answered: bool) -> Invited {
        Invited {
            invitation: InvitationId(0),
            round: RoundId(0),
            turn: TURN,
            round_state: RoundState::Open,
            opens_at: self.now - Duration::days(2),
            closes_at: self.now + Duration::days(12),
            agreement: AgreementId(0),
            time_zone: self.agreement.time_zone.clone(),
            pseudonym_generation: 0,
            survey_version: SurveyVersionId(0),
            confidentiality: self.survey.confidentiality,
            seat: SeatId(0),
            partner: PartnerId(0),
            person: PersonId(0),
            role: None,
            occupant_version: 1,
            language: Language::Nl,
            answered_on: is_answered.then(|| (self.now - Duration::days(1)).date_naive()),
            is_withdrawn: false,
            is_finished: is_answered,
        }
    }

    fn page(&self, site: &Site, name: &str, language: Language) -> Option<Markup> {
        let closes_on = (self.now + Duration::days(12)).date_naive();
        let place = results::Place {
            own: format!("/demo/gallery/{name}"),
            person: "/demo/gallery/choices".to_owned(),
        };
        let subscriber = || Subscriber {
            language: Language::Nl,
            agreement: self.agreement.clone(),
            choice: OptOut::Reminders,
            has_seat: true,
        };
        let seat = |has_given| Seat { agreement: self.agreement.clone(), language: Language::Nl, has_given };
        let asker = || Asker {
            agreement: self.agreement.clone(),
            survey: Some(self.survey.clone()),
            language: Language::Nl,
            partner: self.agreement.partners.first().map(|partner| partner.id.clone()),
        };
        let show = |n_people: usize, has_word: bool| {
            results::view(site, &self.results(n_people, has_word), language, &place)
        };
        Some(match name {
            "answer-first" => self.form(site, language, &Form::default()),
            "answer-first-ever" => {
                self.form(site, language, &Form { is_first_ever: true, ..Form::default() })
            }
            "answer-attributed" => {
                self.form(site, language, &Form { is_attributed: true, ..Form::default() })
            }
            "answer-next" => {
                self.form(site, language, &Form { page: 1, is_started: true, ..Form::default() })
            }
            "answer-empty" => {
                self.form(site, language, &Form { problem: Some(Complaint::Empty), ..Form::default() })
            }
            "answer-too-long" => {
                let questions = self.survey.open_questions_in(TURN);
                let field = questions.first().map_or("", |(name, _)| name).to_owned();
                let problem = Some(Complaint::RemarkTooLong { field, length: 612 });
                self.form(site, language, &Form { page: usize::MAX, problem, chosen: "4", ..Form::default() })
            }
            "answer-change" => {
                self.form(site, language, &Form { is_whole: true, chosen: "4", ..Form::default() })
            }
            "answer-low" => self.form(site, language, &Form { chosen: "2", ..Form::default() }),
            "answered" => self.visited(language, true, |visit| view::answered(site, visit, closes_on)),
            "thanks" => self.visited(language, true, |visit| view::thanks(site, visit, closes_on)),
            "results" => show(36, true),
            "results-without-word" => show(36, false),
            "results-too-few" => show(4, true),
            "results-one-answer" => show(1, true),
            "results-empty" => show(0, false),
            "choices" => choices::view(site, &self.token, &subscriber(), language, choices::State::Asked),
            "choices-error" => {
                choices::view(site, &self.token, &subscriber(), language, choices::State::NothingChosen)
            }
            "choices-done" => choices::done(site, &self.token, &subscriber(), language, Some(OptOut::All)),
            "hand-over" => {
                hand_over::view(site, &self.token, &seat(false), language, &hand_over::Filled::default())
            }
            "hand-over-answered" => {
                hand_over::view(site, &self.token, &seat(true), language, &hand_over::Filled::default())
            }
            "hand-over-error" => {
                let filled = hand_over::Filled {
                    mail: "noor".to_owned(),
                    problems: vec![("name", Word::ErrorHandOverName), ("mail", Word::ErrorHandOverMail)],
                    ..hand_over::Filled::default()
                };
                hand_over::view(site, &self.token, &seat(false), language, &filled)
            }
            "hand-over-done" => hand_over::done(site, &seat(false), language, "Noor Zeeman", true),
            "hand-over-waits" => hand_over::done(site, &seat(false), language, "Noor Zeeman", false),
            "hand-over-confirm" => {
                let found = ToConfirm {
                    agreement: self.agreement.clone(),
                    from: "Gijs Duinker".to_owned(),
                    name: "Noor Zeeman".to_owned(),
                    mail: "noor@elders.example".to_owned(),
                    state: HandOverState::Waiting,
                };
                hand_over::confirm_view(site, &self.token, &found, language)
            }
            "request" => request::view(site, &self.token, &asker(), language, &request::Filled::default()),
            "request-error" => {
                let filled = request::Filled {
                    kind: Some(RequestKind::VisitThem),
                    problems: vec![("with", Word::ErrorRequestWith)],
                    ..request::Filled::default()
                };
                request::view(site, &self.token, &asker(), language, &filled)
            }
            "request-done" => request::done(site, &self.token, &asker(), language, true),
            "newcomer" => newcomer::view(site, &self.overview(36), language, &place.own),
            "newcomer-empty" => newcomer::view(site, &self.overview(0), language, &place.own),
            "privacy" => privacy::view(site, &self.agreement, Some(self.survey.confidentiality), language),
            _ => return None,
        })
    }

    fn visited(
        &self,
        language: Language,
        is_answered: bool,
        show: impl FnOnce(&Respondent<'_>) -> Markup,
    ) -> Markup {
        let invited = self.invited(is_answered);
        show(&Respondent {
            token: &self.token,
            person: Token::from_text("voorbeeld"),
            language,
            invited: &invited,
            agreement: &self.agreement,
            previous: Some(&self.outcome),
        })
    }

    fn form(&self, site: &Site, language: Language, state: &Form) -> Markup {
        let form = RoundForm::new(self.survey.clone(), TURN, None);
        let last = form.n_pages().saturating_sub(1);
        let page = if state.is_whole { form.whole_page() } else { state.page.min(last) };
        let mut invited = self.invited(false);
        if state.is_attributed {
            invited.confidentiality.mode = crate::domain::confidentiality::Mode::Attributed;
        }
        let asked = form.page(page);
        let chosen = asked.iter().filter(|_| !state.chosen.is_empty());
        let values: HashMap<String, String> =
            chosen.map(|statement| (statement.id.clone(), state.chosen.to_owned())).collect();
        let view = FormView {
            form: &form,
            page,
            mark: FormMark { kind: FormKind::of(&invited), page, revision: 0 },
            values: &values,
            problems: state.problem.as_slice(),
            is_started: state.is_started,
        };
        let visit = Respondent {
            token: &self.token,
            person: Token::from_text("voorbeeld"),
            language,
            invited: &invited,
            agreement: &self.agreement,
            previous: (!state.is_first_ever).then_some(&self.outcome),
        };
        view::form(site, &visit, &view)
    }

    /// Figures as the guard makes them of so many people's answers, spread over twelve partners.
    fn figures(&self, n_people: usize, round: usize) -> RoundFigures {
        let asked: Vec<String> = self.survey.statements.iter().map(|s| s.id.clone()).collect();
        let sheets: Vec<SheetAnswers> = (0..n_people)
            .map(|person| SheetAnswers {
                partner: format!("P{:02}", person % 12),
                role: Some(if person % 3 == 0 { Role::Executive } else { Role::Practitioner }),
                answers: asked
                    .iter()
                    .enumerate()
                    .map(|(place, id)| {
                        let value = 2 + (person * 7 + place * 3 + round) as i64 % 4;
                        (id.clone(), answer::Answer::Value(value))
                    })
                    .collect(),
            })
            .collect();
        let invited: BTreeMap<String, usize> = (0..12).map(|p| (format!("P{p:02}"), 4)).collect();
        guard(&self.survey, &asked, self.survey.confidentiality, &sheets, Some(&invited), &[])
    }

    fn facts(&self, n_people: usize, n_rounds: usize) -> (Facts, RoundFigures) {
        let opened_on = |round: usize| {
            let back = chrono::Months::new(3 * n_rounds.saturating_sub(round + 1) as u32);
            let last = NaiveDate::from_ymd_opt(2026, 10, 6).unwrap_or_default();
            last.checked_sub_months(back).unwrap_or(last)
        };
        let inputs: Vec<RoundInput> = (0..n_rounds)
            .map(|round| RoundInput {
                number: round as u32 + 1,
                date: opened_on(round),
                survey: self.survey.clone(),
                survey_version: 1,
                figures: self.figures(n_people, round),
            })
            .collect();
        let verdict = |place: usize| match (n_people < 12, place) {
            (true, _) => ChangeFigure::TooFew,
            (false, 0) => ChangeFigure::Higher,
            (false, _) => ChangeFigure::NotDemonstrable,
        };
        let changes = self.survey.dimensions.iter().enumerate().map(|(at, d)| (d.id.clone(), verdict(at)));
        let found = Compared { signals: Vec::new(), changes: changes.collect(), consistency: None };
        let period = Period::quarter_of(opened_on(n_rounds.saturating_sub(1)));
        let facts = Facts::gather(&self.agreement, period, &inputs, found, FollowUp::default(), PROGRAM);
        (facts, self.figures(n_people, n_rounds.saturating_sub(1)))
    }

    fn results(&self, n_people: usize, has_word: bool) -> Results {
        let (facts, figures) = self.facts(n_people, 5);
        let texts: Vec<(String, String)> = (0..n_people.min(7))
            .map(|person| {
                (format!("P{person}"), tr(Language::Nl, Phrase::GalleryComment { n: person.into() }))
            })
            .collect();
        let written: Vec<Written<'_>> = (0u8..)
            .zip(&texts)
            .map(|(person, (partner, text))| Written { person: [person; 16], partner, text })
            .collect();
        let mut rng = <rand_chacha::ChaCha8Rng as rand_chacha::rand_core::SeedableRng>::seed_from_u64(1);
        let comments: Disclosed<Vec<String>> = guard_comments(&written, 5, &mut rng);
        let questions = self.survey.open_questions_in(TURN);
        let question = questions.first().map_or_else(Text::default, |(_, text)| (*text).clone());
        Results {
            opened_on: NaiveDate::from_ymd_opt(2026, 10, 6).unwrap_or_default(),
            outcome: has_word.then(|| self.outcome.clone()),
            figures,
            facts,
            adjustments: if has_word { self.agreement.adjustments.clone() } else { Vec::new() },
            comments: Some(vec![(question, comments)]),
            agreement: self.agreement.clone(),
        }
    }

    fn overview(&self, n_people: usize) -> Overview {
        let n_rounds = if n_people == 0 { 0 } else { 5 };
        let mut agreement = self.agreement.clone();
        if n_people == 0 {
            agreement.adjustments.clear();
        }
        Overview { facts: self.facts(n_people, n_rounds).0, agreement }
    }
}

/// The round that the pages are of: a full pulse, which shows everything that can be asked.
const TURN: Turn = Turn { number: 3, full: Some(Quarter::from_count(4 * 2026 + 3)) };

/// How the form comes up.
#[derive(Default)]
struct Form {
    page: usize,
    is_whole: bool,
    /// The value of every statement; empty: none.
    chosen: &'static str,
    is_started: bool,
    is_first_ever: bool,
    is_attributed: bool,
    problem: Option<Complaint>,
}
