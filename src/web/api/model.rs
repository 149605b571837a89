//! What programs read: plain values, made from what the guard let through.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::local_day;
use crate::app::round::frozen_figures;
use crate::app::signals::find_signals::read_stored;
use crate::domain::ids::AgreementId;
use crate::domain::round::RoundState;
use crate::insight::disclosure::signals::Reader;
use crate::insight::disclosure::{Disclosed, Figure};
use crate::store::{adjustment, agreement, invitation, program, report, round, survey};

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// A text in Dutch, and in English where somebody translated it.
#[derive(Serialize, ToSchema)]
pub struct Text {
    nl: String,
    en: Option<String>,
}

impl From<crate::domain::language::Text> for Text {
    fn from(text: crate::domain::language::Text) -> Text {
        Text { nl: text.nl, en: text.en }
    }
}

/// An agreement in a list.
#[derive(Serialize, ToSchema)]
pub struct AgreementItem {
    /// Short name, as in addresses.
    id: String,
    title: Text,
}

/// Agreements.
#[derive(Serialize, ToSchema)]
pub struct Agreements {
    agreements: Vec<AgreementItem>,
}

pub fn agreements(connection: &Connection, id: AgreementId) -> rusqlite::Result<Agreements> {
    let cast = agreement::get(connection, id)?;
    Ok(Agreements { agreements: vec![AgreementItem { id: cast.id, title: cast.title.into() }] })
}

/// What an article said from a day on.
#[derive(Serialize, ToSchema)]
pub struct ArticleVersion {
    #[schema(value_type = String, format = Date)]
    since: NaiveDate,
    text: Text,
    agreed_by: Option<String>,
}

/// An article with its versions, oldest first.
#[derive(Serialize, ToSchema)]
pub struct Article {
    id: String,
    kind: String,
    versions: Vec<ArticleVersion>,
}

/// A partner: no figure stands beside it.
#[derive(Serialize, ToSchema)]
pub struct Partner {
    id: String,
    name: String,
    kind: String,
    #[schema(value_type = String, format = Date)]
    joined_on: NaiveDate,
    #[schema(value_type = Option<String>, format = Date)]
    left_on: Option<NaiveDate>,
}

/// Something that happened outside the agreement.
#[derive(Serialize, ToSchema)]
pub struct Event {
    #[schema(value_type = String, format = Date)]
    on: NaiveDate,
    title: Text,
}

/// An agreement.
#[derive(Serialize, ToSchema)]
pub struct Agreement {
    id: String,
    title: Text,
    purpose: Text,
    time_zone: String,
    articles: Vec<Article>,
    partners: Vec<Partner>,
    events: Vec<Event>,
}

pub fn agreement(connection: &Connection, id: AgreementId) -> rusqlite::Result<Agreement> {
    let cast = agreement::get(connection, id)?;
    let version = |version: crate::domain::article::ArticleVersion| ArticleVersion {
        since: version.since,
        text: version.text.into(),
        agreed_by: version.agreed_by,
    };
    Ok(Agreement {
        articles: cast
            .articles
            .iter()
            .map(|article| Article {
                id: article.id.clone(),
                kind: article.kind.code().to_owned(),
                versions: article.versions().into_iter().map(version).collect(),
            })
            .collect(),
        partners: cast
            .partners
            .into_iter()
            .map(|partner| Partner {
                id: partner.id,
                name: partner.name,
                kind: partner.kind.code().to_owned(),
                joined_on: partner.joined_on,
                left_on: partner.left_on,
            })
            .collect(),
        events: cast
            .events
            .into_iter()
            .map(|event| Event { on: event.on, title: event.title.into() })
            .collect(),
        id: cast.id,
        title: cast.title.into(),
        purpose: cast.purpose.into(),
        time_zone: cast.time_zone,
    })
}

/// A round of the agreement's own survey.
#[derive(Serialize, ToSchema)]
pub struct Round {
    /// Missing before it opened.
    number: Option<u32>,
    /// `planned`, `open`, `closed`, `shared`, `cancelled` or `skipped`.
    state: String,
    #[schema(format = DateTime)]
    opens_at: String,
    #[schema(format = DateTime)]
    closes_at: String,
    n_invited: u64,
    n_answered: u64,
}

/// Rounds.
#[derive(Serialize, ToSchema)]
pub struct Rounds {
    rounds: Vec<Round>,
}

/// Counts of an open round are as of last night.
pub fn rounds(connection: &Connection, id: AgreementId, now: DateTime<Utc>) -> rusqlite::Result<Rounds> {
    let outline = agreement::outline(connection, id)?;
    let (own, today) = (outline.survey, local_day(now, &outline.time_zone));
    let mut rounds = Vec::new();
    for one in round::list(connection, id)? {
        if survey::get(connection, one.survey_version)?.survey.id != own {
            continue;
        }
        let (n_invited, n_answered) = invitation::count_answered(connection, one.id, today)?;
        rounds.push(Round {
            number: one.number,
            state: one.state.code().to_owned(),
            opens_at: instant(one.plan.opens_at),
            closes_at: instant(one.plan.closes_at),
            n_invited: n_invited as u64,
            n_answered: n_answered as u64,
        });
    }
    Ok(Rounds { rounds })
}

/// A mean that may be shown. Too few answers: every number is missing.
#[derive(Serialize, ToSchema)]
pub struct Reading {
    /// Id of a dimension or statement.
    id: String,
    /// The mean, to a tenth.
    mean: Option<f64>,
    /// `exact`, `at_most` or `at_least`: a mean at the end of the scale is a bound.
    bound: Option<String>,
    /// The 95 % interval.
    low: Option<f64>,
    high: Option<f64>,
    n_respondents: Option<u64>,
    n_partners: Option<u64>,
}

fn reading(id: &str, figure: &Disclosed<Figure>) -> Reading {
    let figure = figure.get();
    let interval = figure.and_then(|figure| figure.ci95());
    Reading {
        id: id.to_owned(),
        mean: figure.map(|figure| figure.mean().value()),
        bound: figure.map(|figure| <&str>::from(figure.bound()).to_owned()),
        low: interval.map(|(low, _)| low.value()),
        high: interval.map(|(_, high)| high.value()),
        n_respondents: figure.map(|figure| figure.n_respondents() as u64),
        n_partners: figure.map(|figure| figure.n_partners() as u64),
    }
}

/// The same of a statement: how many answered is told of the round only.
fn of_statement(id: &str, figure: &Disclosed<Figure>) -> Reading {
    Reading { n_respondents: None, n_partners: None, ..reading(id, figure) }
}

/// Readings of a round.
#[derive(Serialize, ToSchema)]
pub struct Readings {
    round: u32,
    /// `confidential` or `attributed`.
    mode: String,
    threshold: u32,
    n_invited: Option<u64>,
    n_answered: u64,
    dimensions: Vec<Reading>,
    statements: Vec<Reading>,
}

/// `None` for a round that is not there, has no figures, or was not shared.
pub fn readings(connection: &Connection, id: AgreementId, number: u32) -> rusqlite::Result<Option<Readings>> {
    let Some(found) = round::find_by_number(connection, id, number)? else { return Ok(None) };
    // As for respondents: once shared. What came from a file was shared before it came.
    if found.state != RoundState::Shared && !found.is_imported {
        return Ok(None);
    }
    let Some((asked, figures)) = frozen_figures::read(connection, &found)? else { return Ok(None) };
    let dimensions = asked
        .dimensions
        .iter()
        .filter_map(|dimension| Some(reading(&dimension.id, figures.find_dimension(&dimension.id)?)));
    Ok(Some(Readings {
        round: number,
        mode: figures.confidentiality().mode.code().to_owned(),
        threshold: figures.confidentiality().threshold,
        n_invited: figures.participation().n_invited.map(|n| n as u64),
        n_answered: figures.participation().n_answered as u64,
        dimensions: dimensions.collect(),
        statements: figures.statements().iter().map(|(id, figure)| of_statement(id, figure.mean())).collect(),
    }))
}

/// A signal, partners without names.
#[derive(Serialize, ToSchema)]
pub struct Signal {
    kind: String,
    /// `watch` or `alert`.
    level: String,
    /// `too_few`, `possible` or `strong`.
    certainty: String,
    dimension: Option<String>,
    is_about_partner: bool,
    since_round: u32,
    /// Points of the scale; missing where there are too few answers.
    size: Option<f64>,
}

/// Signals that are open in the latest round.
#[derive(Serialize, ToSchema)]
pub struct Signals {
    /// Missing before the first round closed.
    round: Option<u32>,
    signals: Vec<Signal>,
}

fn code<T: Serialize>(value: &T) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

pub fn signals(connection: &Connection, id: AgreementId) -> rusqlite::Result<Signals> {
    let found = read_stored(connection, id, None, Reader::Steering)?;
    let open = found.signals.iter().filter(|one| Some(one.round()) == found.round);
    let signals = open.map(|one| Signal {
        kind: code(&one.kind()),
        level: code(&one.level()),
        certainty: code(&one.certainty()),
        dimension: one.dimension().map(str::to_owned),
        is_about_partner: one.is_about_partner(),
        since_round: one.since_round(),
        size: one.size().get().map(|size| size.value()),
    });
    Ok(Signals { round: found.round, signals: signals.collect() })
}

/// An adjustment.
#[derive(Serialize, ToSchema)]
pub struct Adjustment {
    id: i64,
    /// `proposed`, `decided`, `in-force`, `reviewed` or `withdrawn`.
    state: String,
    article: String,
    title: Text,
    old: Text,
    new: Text,
    why: Text,
    #[schema(value_type = Option<String>, format = Date)]
    in_force_on: Option<NaiveDate>,
    expected_dimension: String,
    /// `up`, `same` or `down`.
    expected_direction: String,
    expected_by_round: Option<u32>,
    #[schema(value_type = String, format = Date)]
    review_on: NaiveDate,
    agreed_by: Option<String>,
    #[schema(value_type = Option<String>, format = Date)]
    reviewed_on: Option<NaiveDate>,
    /// `keep`, `adjust-again` or `take-back`.
    review_choice: Option<String>,
}

/// Adjustments, oldest first.
#[derive(Serialize, ToSchema)]
pub struct Adjustments {
    adjustments: Vec<Adjustment>,
}

pub fn adjustments(connection: &Connection, id: AgreementId) -> rusqlite::Result<Adjustments> {
    let all = adjustment::list(connection, id)?.into_iter().map(|one| {
        let review = one.what.review;
        Adjustment {
            id: one.id.0,
            state: one.state.code().to_owned(),
            article: one.what.article,
            title: one.what.title.into(),
            old: one.what.old.into(),
            new: one.what.new.into(),
            why: one.what.why.into(),
            in_force_on: one.on,
            expected_dimension: one.what.expected_dimension,
            expected_direction: one.what.expected_direction.code().to_owned(),
            expected_by_round: one.what.expected_by_round,
            review_on: one.what.review_on,
            agreed_by: one.what.agreed_by,
            reviewed_on: review.as_ref().map(|review| review.on),
            review_choice: review.map(|review| review.choice.code().to_owned()),
        }
    });
    Ok(Adjustments { adjustments: all.collect() })
}

/// A released report.
#[derive(Serialize, ToSchema)]
pub struct Report {
    /// `2026-Q3` or `2026`.
    period: String,
    /// 0 for the first version, then corrections.
    version: u32,
    #[schema(format = DateTime)]
    made_at: String,
    #[schema(format = DateTime)]
    released_at: String,
    /// SHA-256 over what it states.
    data_hash: String,
    /// Its address, for people who are signed in.
    url: String,
}

/// Released reports, newest first.
#[derive(Serialize, ToSchema)]
pub struct Reports {
    reports: Vec<Report>,
}

pub fn reports(connection: &Connection, id: AgreementId, base_url: &str) -> rusqlite::Result<Reports> {
    let slug = agreement::outline(connection, id)?.slug;
    let mut reports = Vec::new();
    for one in report::list(connection, id)? {
        let Some(released_at) = one.released_at else { continue };
        reports.push(Report {
            url: format!("{base_url}/r/{slug}/{}?version={}", one.period, one.number),
            period: one.period,
            version: one.number,
            made_at: instant(one.made_at),
            released_at: instant(released_at),
            data_hash: one.data_hash,
        });
    }
    Ok(Reports { reports })
}

/// An address that is told of events.
#[derive(Serialize, ToSchema)]
pub struct Webhook {
    id: i64,
    url: String,
    #[schema(format = DateTime)]
    made_at: String,
}

/// Webhooks, oldest first.
#[derive(Serialize, ToSchema)]
pub struct Webhooks {
    webhooks: Vec<Webhook>,
}

pub fn webhooks(connection: &Connection, id: AgreementId) -> rusqlite::Result<Webhooks> {
    let all = program::list_webhooks(connection, id)?.into_iter();
    let all = all.map(|one| Webhook { id: one.id.0, url: one.url, made_at: instant(one.made_at) });
    Ok(Webhooks { webhooks: all.collect() })
}

/// Where events are wanted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWebhook {
    /// `https://` on a public host.
    #[schema(
        max_length = 200,
        pattern = "^https://[a-z][a-z0-9]{0,20}(\\.[a-z][a-z0-9]{0,20}){0,2}\\.[a-z]{2,10}(/[a-zA-Z0-9_-]{0,30}){0,3}$"
    )]
    pub url: String,
}

/// A webhook that was just made.
#[derive(Serialize, ToSchema)]
pub struct MadeWebhook {
    pub id: i64,
    pub url: String,
    /// Signs every event: `Polsslag-Signature: t=<seconds>,v1=<hex HMAC-SHA-256 of "<seconds>.<body>">`.
    pub secret: String,
}

/// What went wrong (RFC 9457).
#[derive(Serialize, ToSchema)]
pub struct Problem {
    #[serde(rename = "type")]
    kind: String,
    status: u16,
    title: String,
    detail: String,
}
