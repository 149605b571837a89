//! An article is adjusted: proposed, decided, in force on its day, and looked back at against what was expected of it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;

use crate::app::agreement::dossier::Dossier;
use crate::app::messages::tell_programs::announce;
use crate::app::round::frozen_figures;
use crate::app::signals::gather_panel;
use crate::app::{AppError, Service, local_day};
use crate::domain::adjustment::{AdjustmentState, Review, ReviewChoice, Step};
use crate::domain::agreement::{Agreement, Event};
use crate::domain::article::ArticleVersion;
use crate::domain::audit::Act;
use crate::domain::confidentiality::{Confidentiality, Mode};
use crate::domain::ids::{AdjustmentId, AgreementId};
use crate::domain::key::Key;
use crate::domain::survey::Alike;
use crate::domain::survey::Survey;
use crate::insight::disclosure::RoundFigures;
use crate::insight::disclosure::effect::{EffectFigure, guard_effect};
use crate::insight::disclosure::frozen::thaw_effect;
use crate::insight::panel::PanelRound;
use crate::store::adjustment::{self, Decision, NewProposal, StoredAdjustment};
use crate::store::as_read;
use crate::store::audit::{self, Log, Who};
use crate::store::round::Round;
use crate::store::{agreement, round, survey};

/// An agreement's adjustments and what a page about them needs.
#[derive(Debug, Clone)]
pub struct Adjustments {
    /// The agreement.
    pub agreement: Agreement,
    /// Its survey in force, for the names of dimensions.
    pub survey: Option<Survey>,
    /// Every adjustment, oldest first.
    pub all: Vec<StoredAdjustment>,
    /// Days on which numbered rounds opened.
    pub rounds: BTreeMap<u32, NaiveDate>,
}

impl Adjustments {
    /// Those of a dossier.
    pub fn of(dossier: &Dossier) -> Adjustments {
        let rounds = dossier.rounds.iter().map(|one| &one.round);
        let survey = dossier.survey_in_force().cloned();
        Adjustments::new(dossier.agreement.clone(), survey, dossier.adjustments.clone(), rounds)
    }

    fn new<'a>(
        agreement: Agreement,
        survey: Option<Survey>,
        all: Vec<StoredAdjustment>,
        rounds: impl Iterator<Item = &'a Round>,
    ) -> Adjustments {
        let opened = |one: &Round| Some((one.number?, local_day(one.plan.opens_at, &agreement.time_zone)));
        Adjustments { rounds: rounds.filter_map(opened).collect(), agreement, survey, all }
    }

    /// The adjustment of a row, or `None`.
    pub fn find(&self, id: AdjustmentId) -> Option<&StoredAdjustment> {
        self.all.iter().find(|one| one.id == id)
    }
}

/// Gathers them.
pub async fn gather(service: &Service, id: AgreementId) -> Result<Adjustments, AppError> {
    Ok(service.store.read("gather adjustments", move |connection| gather_stored(connection, id)).await?)
}

fn gather_stored(connection: &Connection, id: AgreementId) -> rusqlite::Result<Adjustments> {
    let cast = agreement::get(connection, id)?;
    let survey = survey::find_in_force(connection, id)?.map(|version| version.survey);
    let (all, rounds) = (adjustment::list(connection, id)?, round::list(connection, id)?);
    Ok(Adjustments::new(cast, survey, all, rounds.iter()))
}

/// The effect that was frozen at an adjustment's review, or `None`.
pub fn effect_of(one: &StoredAdjustment) -> Option<EffectFigure> {
    one.effect.as_deref().and_then(|json| thaw_effect(json).ok())
}

fn log(
    connection: &Connection,
    id: AgreementId,
    number: AdjustmentId,
    who: Who,
    what: Act,
    detail: &str,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let slug = agreement::outline(connection, id)?.slug;
    let about = format!("adjustment {number}");
    audit::append(connection, &Log { who, agreement: &slug, what, about: &about, detail }, now)?;
    announce(connection, id, what, &number.to_string(), &serde_json::json!({}), now)
}

/// Stores a proposal; `None` when the agreement has no such article.
pub async fn propose(
    service: &Service,
    new: NewProposal,
    who: Who,
    now: DateTime<Utc>,
) -> Result<Option<AdjustmentId>, AppError> {
    let stored = service
        .store
        .write("propose an adjustment", move |connection| {
            let Some(number) = adjustment::propose(connection, &new)? else { return Ok(None) };
            log(connection, new.agreement, number, who, Act::AdjustmentProposed, "", now)?;
            Ok(Some(number))
        })
        .await?;
    Ok(stored)
}

/// What became of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stepped {
    /// It was taken.
    Done,
    /// The agreement has no such adjustment.
    NotFound,
    /// It is not open to that step any more, or its day is taken by another adjustment of the same article.
    NotOpen,
    /// The article was changed since, or reads so from a later day on.
    Overtaken,
}

/// The steering group decided a proposal. On its day, or at once when that has come, the article reads as it says.
pub async fn decide(
    service: &Service,
    id: AgreementId,
    number: AdjustmentId,
    decision: Decision,
    who: Who,
    now: DateTime<Utc>,
) -> Result<Stepped, AppError> {
    let done = service
        .store
        .write("decide an adjustment", move |connection| {
            let Some(found) = adjustment::find(connection, id, number)? else { return Ok(Stepped::NotFound) };
            let cast = agreement::get(connection, id)?;
            let article = cast.articles.iter().find(|article| article.id == found.what.article);
            // Two proposals from the same words: the second would silently undo the first.
            if article.is_none_or(|article| article.text != found.what.old || article.since >= decision.on) {
                return Ok(Stepped::Overtaken);
            }
            if !adjustment::decide(connection, number, &decision)? {
                return Ok(Stepped::NotOpen);
            }
            log(connection, id, number, who, Act::AdjustmentDecided, &decision.on.to_string(), now)?;
            enter_into_force(connection, now)?;
            Ok(Stepped::Done)
        })
        .await?;
    Ok(done)
}

/// A proposal or a decision will not be.
pub async fn withdraw(
    service: &Service,
    id: AgreementId,
    number: AdjustmentId,
    who: Who,
    now: DateTime<Utc>,
) -> Result<Stepped, AppError> {
    let done = service
        .store
        .write("withdraw an adjustment", move |connection| {
            let Some(found) = adjustment::find(connection, id, number)? else { return Ok(Stepped::NotFound) };
            if !adjustment::step(connection, &found, Step::Withdraw)? {
                return Ok(Stepped::NotOpen);
            }
            log(connection, id, number, who, Act::AdjustmentWithdrawn, "", now)?;
            Ok(Stepped::Done)
        })
        .await?;
    Ok(done)
}

/// Those at the table looked back. Taking back gives the article the words that it had before, from that day on.
pub async fn review(
    service: &Service,
    id: AgreementId,
    number: AdjustmentId,
    review: Review,
    who: Who,
    now: DateTime<Utc>,
) -> Result<Stepped, AppError> {
    let key = service.key.clone();
    let done = service
        .store
        .write("review an adjustment", move |connection| {
            let Some(found) = adjustment::find(connection, id, number)? else { return Ok(Stepped::NotFound) };
            let cast = agreement::get(connection, id)?;
            let article = cast.articles.iter().find(|article| article.id == found.what.article);
            let is_latest =
                article.is_some_and(|article| Some(article.since) == found.on && article.since < review.on);
            if review.choice == ReviewChoice::TakeBack && !is_latest {
                return Ok(Stepped::Overtaken);
            }
            measure_one(connection, &key, &found)?;
            if !adjustment::review(connection, number, &review)? {
                return Ok(Stepped::NotOpen);
            }
            if review.choice == ReviewChoice::TakeBack {
                let version = ArticleVersion {
                    text: found.what.old.clone(),
                    since: review.on,
                    agreed_by: Some(review.said.clone()).filter(|said| !said.is_empty()),
                };
                agreement::put_article_version(connection, id, &found.what.article, &version)?;
            }
            log(connection, id, number, who, Act::AdjustmentReviewed, review.choice.code(), now)?;
            Ok(Stepped::Done)
        })
        .await?;
    Ok(done)
}

/// Lets decided adjustments whose day has come into force; how many those were.
fn enter_into_force(connection: &Connection, now: DateTime<Utc>) -> rusqlite::Result<usize> {
    let mut n = 0;
    // A day ahead of UTC is nowhere on earth more than a day: each agreement's own day decides.
    let tomorrow = now.date_naive().succ_opt().unwrap_or(now.date_naive());
    for one in adjustment::list_due(connection, tomorrow)? {
        let Some(on) = one.on else { continue };
        let zone = agreement::outline(connection, one.agreement)?.time_zone;
        if on > local_day(now, &zone) || !adjustment::step(connection, &one, Step::EnterIntoForce)? {
            continue;
        }
        let version =
            ArticleVersion { text: one.what.new.clone(), since: on, agreed_by: one.what.agreed_by.clone() };
        agreement::put_article_version(connection, one.agreement, &one.what.article, &version)?;
        log(connection, one.agreement, one.id, Who::Service, Act::AdjustmentInForce, &on.to_string(), now)?;
        n += 1;
    }
    Ok(n)
}

/// Freezes what the readings say of an adjustment: from the last round before its day to the last one up to its review.
fn measure_one(connection: &Connection, key: &Key, one: &StoredAdjustment) -> rusqlite::Result<bool> {
    let Some(on) = one.on.filter(|_| one.effect.is_none()) else { return Ok(false) };
    // Once a closed round: what could not be measured then cannot be before the next.
    adjustment::mark_tried(connection, one.id)?;
    let Some(gathered) = gather_panel::of_store(connection, key, one.agreement)? else { return Ok(false) };
    let dimension = &one.what.expected_dimension;
    // Rounds that ask nothing of the theme say nothing of it.
    let all = &gathered.changes.rounds;
    let rounds: Vec<&PanelRound> = all.iter().filter(|round| round.survey.has_line(dimension)).collect();
    let before = rounds.iter().rfind(|round| round.date < on).map(|round| round.number);
    let until = |round: &&&PanelRound| match one.what.expected_by_round {
        Some(by) => round.number <= by,
        None => round.date <= one.what.review_on,
    };
    let is_expected = |by: u32| all.iter().any(|round| round.number >= by);
    if one.what.expected_by_round.is_some_and(|by| !is_expected(by)) {
        return Ok(false);
    }
    let now = rounds.iter().rfind(until).filter(|round| round.date >= on).map(|round| round.number);
    let Some(pair) = before.zip(now) else { return Ok(false) };
    let survey_of =
        |number: u32| rounds.iter().find(|round| round.number == number).map(|round| &round.survey);
    // Other questions: their difference says nothing.
    let alike = survey_of(pair.0).zip(survey_of(pair.1)).map(|(a, b)| a.alike_in(b, dimension));
    if alike != Some(Alike::All) {
        return Ok(false);
    }
    let strictest = Confidentiality { mode: Mode::Confidential, threshold: 10 };
    let rule = |round: u32| gathered.confidentiality.get(&round).copied().unwrap_or(strictest);
    let effects = adjustment::list_effects(connection, one.agreement)?;
    let earlier: Vec<EffectFigure> =
        effects.iter().map(|json| as_read(thaw_effect(json))).collect::<rusqlite::Result<_>>()?;
    let mut frozen: BTreeMap<u32, RoundFigures> = BTreeMap::new();
    for number in [pair.0, pair.1] {
        let Some(found) = round::find_by_number(connection, one.agreement, number)? else { continue };
        if let Some((_, figures)) = frozen_figures::read(connection, &found)? {
            frozen.insert(number, figures);
        }
    }
    let published = |round: u32| frozen.get(&round)?.find_dimension(dimension)?.get().cloned();
    let effect = guard_effect(&gathered.changes, pair, dimension, &rule, &published, &earlier);
    let Some(effect) = effect else { return Ok(false) };
    adjustment::put_effect(connection, one.id, &effect)?;
    Ok(true)
}

/// What came due: adjustments enter into force on their day, and are measured on the day of their review. How many of
/// both.
pub async fn advance(service: &Service, now: DateTime<Utc>) -> Result<usize, AppError> {
    let key = service.key.clone();
    let n = service
        .store
        .write("let adjustments move on", move |connection| {
            let mut n = enter_into_force(connection, now)?;
            for one in adjustment::list_to_measure(connection, now.date_naive())? {
                n += usize::from(measure_one(connection, &key, &one)?);
            }
            Ok(n)
        })
        .await?;
    Ok(n)
}

/// Something happened outside the agreement: a mark on every time axis.
pub async fn add_event(
    service: &Service,
    id: AgreementId,
    event: Event,
    who: Who,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    service
        .store
        .write("note an event", move |connection| {
            agreement::put_event(connection, id, &event)?;
            audit::note(connection, id, who, Act::EventNoted, &event.on.to_string(), now)
        })
        .await?;
    Ok(())
}

/// Whether an adjustment waits to be looked back at on a day.
pub fn is_due(one: &StoredAdjustment, today: NaiveDate) -> bool {
    one.state == AdjustmentState::InForce && one.what.review_on <= today
}
