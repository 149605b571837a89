//! Adjustments from proposal to review: the list, one with old and new text side by side, proposing, deciding, looking
//! back at what was expected, and events outside the agreement.

use chrono::{Months, NaiveDate};
use http::StatusCode;
use maud::{Markup, html};
use serde::Deserialize;

use super::text::side_by_side;
use crate::app::agreement::adjust_article::{self, Adjustments, Stepped, effect_of, is_due};
use crate::app::people::ask_conversation;
use crate::domain::access::Action;
use crate::domain::adjustment::{AdjustmentState, Review, ReviewChoice};
use crate::domain::agreement::{Adjustment, Direction, Event};
use crate::domain::article::ArticleKind;
use crate::domain::ids::{AdjustmentId, RequestId};
use crate::domain::language::Text;
use crate::domain::survey::Survey;
use crate::report::wording::effect;
use crate::store::adjustment::{Decision, NewProposal, StoredAdjustment};
use crate::web::desk::shell::{button, form, heading, page, page_with};
use crate::web::desk::visit::Visit;
use crate::web::parts::{self, Choice, Field};
use crate::web::problem::Problem;
use crate::web::{Answer, Site, see_other};
use crate::words::{Phrase, Word, adjustment_state, article_kind, day, direction, review_choice, tr};

/// Longest line and longest text of an adjustment's form.
const MAX_LINE: usize = 120;
const MAX_TEXT: usize = 2000;
/// When a new adjustment is looked back at unless the table says otherwise: half a year. Source: product decision; two
/// quarters of rounds.
const REVIEW_MONTHS: u32 = 6;

/// `GET …/adjustments`.
pub async fn list(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let adjustments = adjust_article::gather(&site.service, place.id).await?;
    let title = visit.t(Word::AdjustmentsTitle);
    let groups = [
        (
            Word::AdjustmentsDue,
            adjustments.all.iter().filter(|one| is_due(one, place.today)).collect::<Vec<_>>(),
        ),
        (Word::AdjustmentsProposed, of_state(&adjustments, AdjustmentState::Proposed)),
        (Word::AdjustmentsDecided, of_state(&adjustments, AdjustmentState::Decided)),
        (
            Word::AdjustmentsInForce,
            adjustments
                .all
                .iter()
                .filter(|one| one.state == AdjustmentState::InForce && !is_due(one, place.today))
                .collect(),
        ),
        (Word::AdjustmentsReviewed, of_state(&adjustments, AdjustmentState::Reviewed)),
        (Word::AdjustmentsWithdrawn, of_state(&adjustments, AdjustmentState::Withdrawn)),
    ];
    let content = html! {
        (heading(visit, &title))
        @if adjustments.all.is_empty() { p { (visit.t(Word::AdjustmentsNone)) } }
        @if visit.may(Action::Adjust) {
            p { a class="button" href=(visit.to("/adjustments/new")) { (visit.t(Word::AdjustmentPropose)) } }
        }
        @for (key, all) in groups {
            @if !all.is_empty() {
                h2 { (visit.t(key)) }
                @for one in all { (card(visit, &adjustments, one)) }
            }
        }
        h2 { (visit.t(Word::EventsTitle)) }
        @if adjustments.agreement.events.is_empty() { p { (visit.t(Word::EventsNone)) } }
        ul class="plain" { @for event in &adjustments.agreement.events { li { (day(visit.language, event.on)) ": " (event.title.get(visit.language)) } } }
        @if visit.may(Action::Adjust) {
            (form(site, visit, &visit.to("/events"), html! {
                (parts::line(&Field { name: "event", label: &visit.t(Word::EventWhat), hint: Some(&visit.t(Word::EventHint)), problem: None }, "text", "", MAX_LINE))
                (parts::line(&Field { name: "event-on", label: &visit.t(Word::EventOn), hint: None, problem: None }, "date", &place.today.to_string(), 10))
                button type="submit" class="quiet" { (visit.t(Word::EventSend)) }
            }))
        }
    };
    Ok(page(site, visit, &title, content))
}

fn of_state(adjustments: &Adjustments, state: AdjustmentState) -> Vec<&StoredAdjustment> {
    adjustments.all.iter().filter(|one| one.state == state).collect()
}

fn card(visit: &Visit, adjustments: &Adjustments, one: &StoredAdjustment) -> Markup {
    let article = adjustments.agreement.articles.iter().find(|article| article.id == one.what.article);
    html! {
        section class="card" {
            p class="eyebrow" {
                (adjustment_state(visit.language, one.state)) " · " (day(visit.language, one.what.on))
                @if let Some(article) = article { " · " (article_kind(visit.language, article.kind)) }
            }
            h3 { a href=(visit.to(&format!("/adjustment/{}", one.id))) { (one.what.title.get(visit.language)) } }
            p { (one.what.why.get(visit.language)) }
            @if one.state.holds() || one.state == AdjustmentState::Decided {
                p class="hint" { (tr(visit.language, Phrase::AdjustmentOwner { owner: one.what.owner.clone().into(), day: day(visit.language, one.what.review_on).into() })) }
            }
        }
    }
}

/// What was typed into a proposal's form.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct Typed {
    article: String,
    title: String,
    new: String,
    why: String,
    dimension: String,
    direction: String,
    by_round: String,
    review_on: String,
    owner: String,
    signal: String,
    request: String,
}

impl Typed {
    fn check(
        &self,
        visit: &Visit,
        known: &Adjustments,
        today: NaiveDate,
    ) -> Result<Adjustment, Vec<(&'static str, String)>> {
        let mut problems = Vec::new();
        let article = known.agreement.articles.iter().find(|article| article.id == self.article);
        if article.is_none() {
            problems.push(("article", visit.t(Word::ErrorArticle)));
        }
        let texts: [(&'static str, &str, usize); 4] = [
            ("title", &self.title, MAX_LINE),
            ("new", &self.new, MAX_TEXT),
            ("why", &self.why, MAX_TEXT),
            ("owner", &self.owner, MAX_LINE),
        ];
        for (name, text, most) in texts {
            if text.is_empty() || text.chars().count() > most {
                problems.push((name, visit.t(Word::ErrorText)));
            }
        }
        let names_dimension = known.survey.as_ref().is_some_and(|survey| survey.has_line(&self.dimension));
        if !names_dimension {
            problems.push(("dimension", visit.t(Word::ErrorDimension)));
        }
        let towards = Direction::find(&self.direction);
        if towards.is_none() {
            problems.push(("direction", visit.t(Word::ErrorDirection)));
        }
        let by_round: Result<Option<u32>, _> =
            if self.by_round.is_empty() { Ok(None) } else { self.by_round.parse().map(Some) };
        if by_round.is_err() {
            problems.push(("by-round", visit.t(Word::ErrorRound)));
        }
        let review_on = self.review_on.parse::<NaiveDate>().ok().filter(|on| *on > today);
        if review_on.is_none() {
            problems.push(("review-on", visit.t(Word::ErrorLaterDay)));
        }
        let (Some(article), Some(expected_direction), Some(review_on), Ok(expected_by_round), true) =
            (article, towards, review_on, by_round, problems.is_empty())
        else {
            return Err(problems);
        };
        let dutch = |text: &str| Text { nl: text.to_owned(), en: None };
        Ok(Adjustment {
            on: today,
            title: dutch(&self.title),
            article: article.id.clone(),
            old: article.text.clone(),
            new: dutch(&self.new),
            why: dutch(&self.why),
            expected_dimension: self.dimension.clone(),
            expected_direction,
            review_on,
            owner: self.owner.clone(),
            expected_by_round,
            agreed_by: None,
            review: None,
        })
    }
}

/// `GET …/adjustments/new`, from an article, a signal or a request if the address names one.
pub async fn new(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let asked = |name: &str| visit.request.query(name).unwrap_or_default().to_owned();
    let adjustments = adjust_article::gather(&site.service, place.id).await?;
    let mut typed = Typed {
        article: asked("article"),
        signal: asked("signal"),
        request: asked("request"),
        direction: "up".to_owned(),
        review_on: place
            .today
            .checked_add_months(Months::new(REVIEW_MONTHS))
            .unwrap_or(place.today)
            .to_string(),
        ..Typed::default()
    };
    let mut asked_text = None;
    if let Ok(number) = typed.request.parse::<i64>()
        && visit.may(Action::WorkRequests)
        && let Some(request) =
            ask_conversation::find_request(&site.service, place.id, RequestId(number)).await?
    {
        asked_text = Some(request.text);
        let voice = adjustments.agreement.articles.iter().find(|one| one.kind == ArticleKind::ResidentsVoice);
        typed.article = voice.map_or(typed.article, |article| article.id.clone());
    }
    if let Some(article) = adjustments.agreement.articles.iter().find(|one| one.id == typed.article) {
        typed.new = article.text.nl.clone();
    }
    new_form(visit, site, &adjustments, &typed, &[], asked_text.as_deref())
}

fn new_form(
    visit: &Visit,
    site: &Site,
    known: &Adjustments,
    typed: &Typed,
    problems: &[(&'static str, String)],
    asked: Option<&str>,
) -> Answer {
    let heading_text = visit.t(Word::AdjustmentPropose);
    let title = parts::title_with_errors(visit.language, &heading_text, !problems.is_empty());
    let problem =
        |name: &str| problems.iter().find(|(field, _)| *field == name).map(|(_, text)| text.as_str());
    let summary: Vec<_> = problems.iter().map(|(field, text)| ((*field).to_owned(), text.clone())).collect();
    let field = |name: &'static str, label: Word, hint: Option<Word>| {
        (name, visit.t(label), hint.map(|hint| visit.t(hint)))
    };
    let line = |(name, label, hint): (&'static str, String, Option<String>), kind: &str, value: &str| {
        parts::line(
            &Field { name, label: &label, hint: hint.as_deref(), problem: problem(name) },
            kind,
            value,
            MAX_LINE,
        )
    };
    let area = |(name, label, hint): (&'static str, String, Option<String>), value: &str| {
        parts::area(
            &Field { name, label: &label, hint: hint.as_deref(), problem: problem(name) },
            value,
            MAX_TEXT,
        )
    };
    let content = html! {
        (parts::error_summary(visit.language, &summary))
        (heading(visit, &heading_text))
        p { (visit.t(Word::AdjustmentLead)) }
        @if let Some(text) = asked.filter(|text| !text.is_empty()) {
            div class="notice" { p { (visit.t(Word::AdjustmentAsked)) } p { "“" (text) "”" } }
        }
        (form(site, visit, &visit.to("/adjustments"), html! {
            input type="hidden" name="signal" value=(typed.signal);
            input type="hidden" name="request" value=(typed.request);
            (parts::select(&Field { name: "article", label: &visit.t(Word::AdjustmentArticle), hint: None, problem: problem("article") }, html! {
                option value="" { (visit.t(Word::Choose)) }
                @for article in &known.agreement.articles {
                    option value=(article.id) selected[article.id == typed.article] { (parts::article_name(visit.language, article)) }
                }
            }))
            (line(field("title", Word::AdjustmentTitle, Some(Word::AdjustmentTitleHint)), "text", &typed.title))
            (area(field("new", Word::AdjustmentNew, Some(Word::AdjustmentNewHint)), &typed.new))
            (area(field("why", Word::AdjustmentWhy, None), &typed.why))
            (parts::select(&Field { name: "dimension", label: &visit.t(Word::AdjustmentDimension), hint: Some(&visit.t(Word::AdjustmentExpectedHint)), problem: problem("dimension") }, html! {
                option value="" { (visit.t(Word::Choose)) }
                @for dimension in known.survey.iter().flat_map(Survey::lines) {
                    option value=(dimension.id) selected[dimension.id == typed.dimension] { (dimension.name.get(visit.language)) }
                }
            }))
            (parts::select(&Field { name: "direction", label: &visit.t(Word::AdjustmentDirection), hint: None, problem: problem("direction") }, html! {
                @for one in Direction::ALL {
                    option value=(one.code()) selected[one.code() == typed.direction] { (direction(visit.language, one)) }
                }
            }))
            (line(field("by-round", Word::AdjustmentByRound, Some(Word::AdjustmentByRoundHint)), "text", &typed.by_round))
            (line(field("review-on", Word::AdjustmentReviewOn, None), "date", &typed.review_on))
            (line(field("owner", Word::AdjustmentOwnerLabel, None), "text", &typed.owner))
            button type="submit" { (visit.t(Word::AdjustmentProposeSend)) }
        }))
    };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page_with(site, visit, status, &title, content))
}

/// `POST …/adjustments`.
pub async fn propose(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let known = adjust_article::gather(&site.service, place.id).await?;
    let typed: Typed = visit.read()?;
    let what = match typed.check(visit, &known, place.today) {
        Ok(what) => what,
        Err(problems) => return new_form(visit, site, &known, &typed, &problems, None),
    };
    let request: Option<i64> =
        if visit.may(Action::WorkRequests) { typed.request.parse().ok() } else { None };
    let request = match request {
        None => None,
        Some(number) => {
            let found = ask_conversation::find_request(&site.service, place.id, RequestId(number)).await?;
            Some(found.ok_or(Problem::NotFound)?.id)
        }
    };
    let signal = Some(typed.signal).filter(|name| !name.is_empty() && name.len() <= 60);
    let new = NewProposal { agreement: place.id, what, signal, request };
    let number = adjust_article::propose(&site.service, new, visit.who(), visit.now).await?;
    let number = number.ok_or(Problem::NotFound)?;
    Ok(see_other(&visit.to(&format!("/adjustment/{number}"))))
}

/// `GET …/adjustment/{}`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    show_with(visit, site, None).await
}

async fn show_with(visit: &Visit, site: &Site, problem: Option<(&'static str, String)>) -> Answer {
    let place = visit.place()?;
    let known = adjust_article::gather(&site.service, place.id).await?;
    let number = AdjustmentId(visit.number(0)?);
    let one = known.find(number).ok_or(Problem::NotFound)?;
    let what = &one.what;
    let heading_text = what.title.get(visit.language).to_owned();
    let title = parts::title_with_errors(visit.language, &heading_text, problem.is_some());
    let summary: Vec<_> = problem.iter().map(|(field, text)| ((*field).to_owned(), text.clone())).collect();
    let dimension = known.survey.as_ref().and_then(|survey| survey.find_dimension(&what.expected_dimension));
    let dimension =
        dimension.map_or(what.expected_dimension.clone(), |found| found.name.get(visit.language).to_owned());
    let mut expected = tr(
        visit.language,
        Phrase::AdjustmentExpected {
            theme: dimension.clone().into(),
            direction: direction(visit.language, what.expected_direction).into(),
        },
    );
    if let Some(by) = what.expected_by_round {
        expected += " ";
        expected += &tr(visit.language, Phrase::AdjustmentExpectedBy { round: by.into() });
    }
    let own = format!("/adjustment/{number}");
    let may_adjust = visit.may(Action::Adjust);
    let content = html! {
        (parts::error_summary(visit.language, &summary))
        (heading(visit, &heading_text))
        dl class="inputs" {
            dt { (visit.t(Word::AdjustmentState)) } dd { (adjustment_state(visit.language, one.state)) }
            @if let Some(on) = one.proposed_on { dt { (visit.t(Word::AdjustmentProposedOn)) } dd { (day(visit.language, on)) } }
            @if let Some(on) = one.decided_on { dt { (visit.t(Word::AdjustmentDecidedOn)) } dd { (day(visit.language, on)) } }
            @if let Some(on) = one.on { dt { (visit.t(Word::AdjustmentInForceOn)) } dd { (day(visit.language, on)) } }
            @if let Some(who) = &what.agreed_by { dt { (visit.t(Word::AdjustmentAgreedBy)) } dd { (who) } }
            dt { (visit.t(Word::AdjustmentOwnerLabel)) } dd { (what.owner) }
            dt { (visit.t(Word::AdjustmentReviewOn)) } dd { (day(visit.language, what.review_on)) }
        }
        h2 { (visit.t(Word::AdjustmentTexts)) }
        (side_by_side(visit, what.old.get(visit.language), what.new.get(visit.language)))
        p { a href=(visit.to(&format!("/article/{}", what.article))) { (visit.t(Word::AdjustmentToArticle)) } }
        h2 { (visit.t(Word::AdjustmentWhy)) }
        p { (what.why.get(visit.language)) }
        @if let (Some(signal), true) = (&one.signal, visit.may(Action::WorkSignals)) {
            p { a href=(visit.to(&format!("/signal/{signal}"))) { (visit.t(Word::AdjustmentToSignal)) } }
        }
        h2 { (visit.t(Word::AdjustmentExpectedTitle)) }
        p { (expected) }
        @if one.state.holds() { (looking_back(visit, &known, one, place.today)) }
        @if may_adjust { (steps(visit, site, one, &own, place.today, problem.as_ref())) }
        p { a href=(visit.to("/adjustments")) { (visit.t(Word::AdjustmentsBack)) } }
    };
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(site, visit, status, &title, content))
}

/// What the readings say beside what was expected, and what those at the table made of it.
fn looking_back(visit: &Visit, known: &Adjustments, one: &StoredAdjustment, today: NaiveDate) -> Markup {
    let found = effect_of(one);
    let sentences = match (&found, one.what.review_on > today) {
        (Some(found), _) => effect::sentences(
            &known.agreement,
            known.survey.as_ref(),
            &one.what,
            found,
            &known.rounds,
            visit.language,
        ),
        (None, true) => vec![tr(
            visit.language,
            Phrase::EffectWaits { day: day(visit.language, one.what.review_on).into() },
        )],
        (None, false) => vec![visit.t(Word::EffectNoRound)],
    };
    html! {
        h2 { (visit.t(Word::EffectTitle)) }
        @for sentence in &sentences { p { (sentence) } }
        @if let Some(review) = &one.what.review {
            h2 { (visit.t(Word::ReviewTitle)) }
            p { (day(visit.language, review.on)) ": " (review_choice(visit.language, review.choice)) }
            @if !review.said.is_empty() { p { (review.said) } }
        }
    }
}

/// The steps that are open to it.
fn steps(
    visit: &Visit,
    site: &Site,
    one: &StoredAdjustment,
    own: &str,
    today: NaiveDate,
    problem: Option<&(&'static str, String)>,
) -> Markup {
    let problem_of = |name: &str| problem.filter(|(field, _)| *field == name).map(|(_, text)| text.as_str());
    html! {
        @if one.state == AdjustmentState::Proposed {
            h2 { (visit.t(Word::AdjustmentDecideTitle)) }
            (form(site, visit, &visit.to(&format!("{own}/decide")), html! {
                (parts::line(&Field { name: "on", label: &visit.t(Word::AdjustmentInForceOn), hint: None, problem: problem_of("on") }, "date", &today.to_string(), 10))
                (parts::line(&Field { name: "agreed-by", label: &visit.t(Word::AdjustmentAgreedBy), hint: Some(&visit.t(Word::AdjustmentAgreedByHint)), problem: problem_of("agreed-by") }, "text", "", MAX_LINE))
                button type="submit" { (visit.t(Word::AdjustmentDecide)) }
            }))
        }
        @if matches!(one.state, AdjustmentState::Proposed | AdjustmentState::Decided) {
            (button(site, visit, &visit.to(&format!("{own}/withdraw")), "withdraw", "yes", &visit.t(Word::AdjustmentWithdraw)))
        }
        @if one.state == AdjustmentState::InForce {
            h2 { (visit.t(Word::ReviewTitle)) }
            @if !is_due(one, today) { p class="hint" { (visit.t(Word::ReviewEarly)) } }
            (form(site, visit, &visit.to(&format!("{own}/review")), html! {
                fieldset class={ "statement" @if problem_of("choice").is_some() { " wrong" } } {
                    legend { (visit.t(Word::ReviewChoose)) }
                    @if let Some(text) = problem_of("choice") { p class="error" id="choice" { (text) } }
                    @for choice in ReviewChoice::ALL {
                        (parts::radio(&Choice { id: &format!("choice-{}", choice.code()), name: "choice", value: choice.code(), label: &review_choice(visit.language, choice), is_checked: false, is_wrong: problem_of("choice").is_some(), is_low: false }))
                    }
                }
                (parts::area(&Field { name: "said", label: &visit.t(Word::ReviewSaid), hint: None, problem: problem_of("said") }, "", MAX_TEXT))
                button type="submit" { (visit.t(Word::ReviewSend)) }
            }))
        }
    }
}

fn after(stepped: Stepped, visit: &Visit, number: AdjustmentId) -> Answer {
    match stepped {
        Stepped::Done => Ok(see_other(&visit.to(&format!("/adjustment/{number}")))),
        Stepped::NotFound => Err(Problem::NotFound),
        Stepped::NotOpen | Stepped::Overtaken => Err(Problem::Outdated),
    }
}

/// `POST …/adjustment/{}/decide`.
pub async fn decide(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let number = AdjustmentId(visit.number(0)?);
    let agreed_by = visit.field("agreed-by");
    if agreed_by.is_empty() || agreed_by.chars().count() > MAX_LINE {
        return show_with(visit, site, Some(("agreed-by", visit.t(Word::ErrorText)))).await;
    }
    let Ok(on) = visit.field("on").parse::<NaiveDate>() else {
        return show_with(visit, site, Some(("on", visit.t(Word::ErrorWhen)))).await;
    };
    let decision = Decision { on, decided_on: place.today, agreed_by: agreed_by.to_owned() };
    let stepped =
        adjust_article::decide(&site.service, place.id, number, decision, visit.who(), visit.now).await?;
    if stepped == Stepped::Overtaken {
        return show_with(visit, site, Some(("on", visit.t(Word::ErrorOvertaken)))).await;
    }
    after(stepped, visit, number)
}

/// `POST …/adjustment/{}/withdraw`.
pub async fn withdraw(visit: &Visit, site: &Site) -> Answer {
    let number = AdjustmentId(visit.number(0)?);
    let stepped =
        adjust_article::withdraw(&site.service, visit.place()?.id, number, visit.who(), visit.now).await?;
    after(stepped, visit, number)
}

/// `POST …/adjustment/{}/review`.
pub async fn review(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let number = AdjustmentId(visit.number(0)?);
    let Some(choice) = ReviewChoice::find(visit.field("choice")) else {
        return show_with(visit, site, Some(("choice", visit.t(Word::ErrorReviewChoice)))).await;
    };
    let said = visit.field("said");
    if said.is_empty() || said.chars().count() > MAX_TEXT {
        return show_with(visit, site, Some(("said", visit.t(Word::ErrorText)))).await;
    }
    let review = Review { on: place.today, choice, said: said.to_owned() };
    let stepped =
        adjust_article::review(&site.service, place.id, number, review, visit.who(), visit.now).await?;
    if stepped == Stepped::Overtaken {
        return show_with(visit, site, Some(("choice", visit.t(Word::ErrorOvertaken)))).await;
    }
    after(stepped, visit, number)
}

/// `POST …/events`.
pub async fn add_event(visit: &Visit, site: &Site) -> Answer {
    let title = visit.field("event");
    let on = visit.field("event-on").parse::<NaiveDate>().ok();
    let (Some(on), false, true) = (on, title.is_empty(), title.chars().count() <= MAX_LINE) else {
        return Err(Problem::Unprocessable);
    };
    let event = Event { on, title: Text { nl: title.to_owned(), en: None } };
    adjust_article::add_event(&site.service, visit.place()?.id, event, visit.who(), visit.now).await?;
    Ok(see_other(&visit.to("/adjustments")))
}
