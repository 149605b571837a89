//! What a report states is gathered: closed rounds with their frozen figures, what was found in them, and what was done
//! with it. Next: `render_report` (its forms), `release_report` (its life).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::app::agreement::dossier::Dossier;
use crate::app::signals::find_signals;
use crate::app::{AppError, Service, local_day};
use crate::domain::adjustment::AdjustmentState;
use crate::domain::agreement::Agreement;
use crate::domain::conversation::ConversationState;
use crate::domain::ids::AgreementId;
use crate::domain::period::Period;
use crate::domain::round::RoundState;
use crate::insight::disclosure::frozen::thaw_round;
use crate::insight::disclosure::signals::Reader;
use crate::report::facts::follow_up::{AdjustmentFact, FollowUp, NextKind, OutcomeFact};
use crate::report::facts::{Compared, Facts, RoundInput};
use crate::store::as_read;
use crate::store::round::FiguredRound;
use crate::store::survey::SurveyVersion;
use crate::store::{adjustment, round, survey};

/// How this program names itself in reports.
pub const PROGRAM: &str = concat!("polsslag ", env!("CARGO_PKG_VERSION"));

/// Gathers the facts of a period's report as they stand on a day.
pub async fn gather(
    service: &Service,
    id: AgreementId,
    period: Period,
    as_of: NaiveDate,
) -> Result<Facts, AppError> {
    let facts = service
        .store
        .read("gather a report's facts", move |connection| {
            facts_of(&Dossier::read(connection, id)?, period, as_of)
        })
        .await?;
    Ok(facts)
}

/// The same of what was read before.
pub fn facts_of(dossier: &Dossier, period: Period, as_of: NaiveDate) -> rusqlite::Result<Facts> {
    let agreement = &dossier.agreement;
    let rounds = inputs_of(dossier)?;
    let follow_up = follow_up(dossier, period, as_of);
    let in_period = |round: &&RoundInput| (period.first_day()..=period.last_day()).contains(&round.date);
    let own = rounds.iter().filter(|round| round.survey.id == agreement.survey);
    let latest =
        own.filter(in_period).max_by_key(|round| (round.date, round.number)).map(|round| round.number);
    let found = match latest {
        None => Compared::default(),
        Some(number) => {
            let findings = find_signals::of_dossier(dossier, Some(number), Reader::Steering)?;
            let is_open = findings.round == Some(number);
            let signals = findings.signals.into_iter().filter(|signal| signal.round() == number);
            Compared {
                signals: if is_open { signals.collect() } else { Vec::new() },
                changes: if is_open { findings.changes } else { Vec::new() },
                consistency: findings.consistency.filter(|_| is_open),
            }
        }
    };
    Ok(Facts::gather(agreement, period, &rounds, found, follow_up, PROGRAM))
}

/// An adjustment as it stood on a day: a review that came later is not told.
fn as_it_stood(mut one: adjustment::StoredAdjustment, as_of: NaiveDate) -> AdjustmentFact {
    let effect = crate::app::agreement::adjust_article::effect_of(&one);
    let is_told = one.what.review.as_ref().is_some_and(|review| review.on <= as_of);
    if !is_told && one.what.review.take().is_some() {
        one.state = AdjustmentState::InForce;
    }
    AdjustmentFact { effect: effect.filter(|_| is_told), state: one.state, on: one.on, what: one.what }
}

/// What was done with what was heard until a day, in rounds up to the end of the period; what is planned, from the day on.
fn follow_up(dossier: &Dossier, period: Period, as_of: NaiveDate) -> FollowUp {
    let agreement = &dossier.agreement;
    let rounds: Vec<&round::Round> = dossier.rounds.iter().map(|one| &one.round).collect();
    let opened_on = |round: &round::Round| local_day(round.plan.opens_at, &agreement.time_zone);
    let outcomes =
        rounds.iter().copied().rev().filter(|round| opened_on(round) <= period.last_day()).filter_map(
            |round| {
                let outcome = round.outcome.clone()?;
                Some(OutcomeFact {
                    round: round.number?,
                    opened_on: opened_on(round),
                    said: outcome.said,
                    did: outcome.did,
                })
            },
        );
    let adjustments: Vec<AdjustmentFact> = dossier
        .adjustments
        .iter()
        .filter(|one| one.state != AdjustmentState::Withdrawn)
        .filter(|one| one.proposed_on.or(one.on).is_none_or(|day| day <= as_of))
        .map(|one| as_it_stood(one.clone(), as_of))
        .collect();
    let lessons = dossier
        .learned
        .iter()
        .filter(|line| line.is_lesson && !line.is_struck && line.noted_on <= as_of)
        .map(|line| line.text.clone())
        .collect();
    let reviews = adjustments.iter().filter(|one| one.state == AdjustmentState::InForce).map(|one| {
        let title = one.what.title.clone();
        (one.what.review_on, NextKind::Review(title.nl, title.en))
    });
    // One about a partner's signal is between the facilitator and that partner.
    let planned = dossier
        .conversations
        .iter()
        .filter(|one| one.state == ConversationState::Planned && one.signal.is_none())
        .map(|one| (local_day(one.starts_at, &agreement.time_zone), NextKind::Conversation));
    let opening = rounds
        .iter()
        .filter(|round| round.state == RoundState::Planned)
        .map(|round| (opened_on(round), NextKind::Round));
    let next = reviews.chain(planned).chain(opening).filter(|(day, _)| *day >= as_of).min();
    let numbered: BTreeMap<u32, NaiveDate> =
        rounds.iter().filter_map(|round| Some((round.number?, opened_on(round)))).collect();
    FollowUp { as_of, outcomes: outcomes.collect(), next, adjustments, lessons, rounds: numbered }
}

/// Closed rounds of an agreement's survey with their frozen figures.
pub fn list_inputs(
    connection: &Connection,
    id: AgreementId,
    agreement: &Agreement,
) -> rusqlite::Result<Vec<RoundInput>> {
    inputs(agreement, &survey::list(connection, id)?, &round::list_with_figures(connection, id)?)
}

/// The same of what was read before.
pub fn inputs_of(dossier: &Dossier) -> rusqlite::Result<Vec<RoundInput>> {
    inputs(&dossier.agreement, &dossier.surveys, &dossier.rounds)
}

fn inputs(
    agreement: &Agreement,
    versions: &[SurveyVersion],
    rounds: &[FiguredRound],
) -> rusqlite::Result<Vec<RoundInput>> {
    let mut inputs = Vec::new();
    for FiguredRound { round, figures } in rounds {
        let version = versions.iter().find(|version| version.id == round.survey_version);
        let (true, Some(version), Some(json)) = (round.state.has_figures(), version, figures) else {
            continue;
        };
        let figures = as_read(thaw_round(json, &version.survey.scale))?;
        inputs.push(RoundInput {
            number: round.number.unwrap_or(0),
            date: local_day(round.plan.opens_at, &agreement.time_zone),
            survey: version.survey.clone(),
            survey_version: version.version,
            figures,
        });
    }
    Ok(inputs)
}
