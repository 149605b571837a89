//! The steering group's page: the state in one sentence, what changed, why it matters, what to talk about.

use maud::{Markup, html};

use crate::app::agreement::adjust_article::{Adjustments, is_due};
use crate::app::agreement::dossier::Dossier;
use crate::app::local_day;
use crate::app::report::make_report;
use crate::app::signals::work_signals;
use crate::domain::access::Action;
use crate::domain::adjustment::AdjustmentState;
use crate::domain::agreement::Adjustment;
use crate::domain::conversation::ConversationState;
use crate::domain::period::Period;
use crate::report::facts::Facts;
use crate::report::wording;
use crate::report::wording::summary::{Summary, next_date, summary};
use crate::store::conversation::Conversation;
use crate::store::report;
use crate::web::desk::shell::{button, heading, page};
use crate::web::desk::visit::Visit;
use crate::web::layout::in_language;
use crate::web::problem::Problem;
use crate::web::{Answer, Site};
use crate::words::{Phrase, Word, day, tr};

/// What the page and the agenda are made of.
pub struct Gathered {
    /// The facts of the quarter of the last round.
    pub facts: Facts,
    /// Adjustments and rounds.
    pub adjustments: Adjustments,
    /// Conversations that the visitor may know of.
    pub conversations: Vec<Conversation>,
    /// Page one.
    pub summary: Summary,
}

/// Gathers the quarter of the last closed round; this one when none closed.
pub async fn gather(visit: &Visit, site: &Site) -> Result<Gathered, Problem> {
    let place = visit.place()?;
    let (id, today, reader) = (place.id, place.today, visit.reader());
    let (adjustments, conversations, facts) = site
        .service
        .store
        .read("read the steering group's page", move |c| {
            let dossier = Dossier::read(c, id)?;
            let last = dossier.figured_rounds().map(|round| round.plan.opens_at).max();
            let last = last.map(|at| local_day(at, &dossier.agreement.time_zone));
            let period = Period::quarter_of(last.unwrap_or(today));
            let facts = make_report::facts_of(&dossier, period, today)?;
            Ok((Adjustments::of(&dossier), work_signals::conversations_for(&dossier, reader)?, facts))
        })
        .await?;
    let due: Vec<&Adjustment> =
        adjustments.all.iter().filter(|one| is_due(one, place.today)).map(|one| &one.what).collect();
    let summary = summary(&facts, &due, visit.language);
    Ok(Gathered { facts, summary, adjustments, conversations })
}

fn list(visit: &Visit, heading: Word, sentences: &[String]) -> Markup {
    html! {
        @if !sentences.is_empty() {
            h2 { (visit.t(heading)) }
            ul { @for sentence in sentences { li { (sentence) } } }
        }
    }
}

/// `GET /app/{agreement}`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let Gathered { facts, adjustments, summary, conversations } = gather(visit, site).await?;
    let title = visit.t(Word::SteeringTitle);
    let open: Vec<_> = adjustments
        .all
        .iter()
        .filter(|one| {
            matches!(
                one.state,
                AdjustmentState::Proposed | AdjustmentState::Decided | AdjustmentState::InForce
            )
        })
        .collect();
    let reviews =
        open.iter().filter(|one| one.state == AdjustmentState::InForce).map(|one| one.what.review_on);
    let planned = conversations.iter().filter(|one| one.state == ConversationState::Planned);
    let planned = planned.map(|one| crate::app::local_day(one.starts_at, &place.time_zone));
    let next = next_date(reviews.chain(planned), place.today);
    let (id, period) = (place.id, facts.period.to_string());
    let is_released = site
        .service
        .store
        .read("see whether the report was released", move |c| {
            Ok(report::find_generation(c, id, &period)?.is_some())
        })
        .await?;
    let report = if is_released {
        format!("/r/{}/{}", place.slug, facts.period)
    } else {
        format!("/app/{}/reports", place.slug)
    };
    let content = html! {
        (heading(visit, &title))
        p class="lead" { (summary.state) }
        @if let Some(latest) = facts.latest { p { (wording::participation(visit.language, &facts.rounds[latest])) } }
        (list(visit, Word::SteeringChanged, &summary.changed))
        (list(visit, Word::SteeringMatters, &summary.matters))
        (list(visit, Word::SteeringTalk, &summary.talk))
        @if visit.may(Action::Adjust) {
            div class="buttons" {
                (button(site, visit, &visit.to("/meetings"), "begin", "yes", &visit.t(Word::MeetingBegin)))
                a class="button quiet" href=(visit.to("/pulse")) { (visit.t(Word::PulseLink)) }
            }
        }
        h2 { (visit.t(Word::SteeringAdjustments)) }
        @if open.is_empty() { p { (visit.t(Word::AdjustmentsNone)) } }
        ul class="plain" {
            @for one in &open {
                li {
                    a href=(visit.to(&format!("/adjustment/{}", one.id))) { (one.what.title.get(visit.language)) }
                    " · " (crate::words::adjustment_state(visit.language, one.state))
                }
            }
        }
        @if let Some(next) = next { p { (tr(visit.language, Phrase::SteeringNext { day: day(visit.language, next).into() })) } }
        @if facts.latest.is_some() { p { a href=(in_language(&report, visit.language)) { (visit.t(Word::SteeringReport)) } } }
    };
    Ok(page(site, visit, &title, content))
}
