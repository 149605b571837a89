//! Rule R8: signals obey the guard. A partner is named to a facilitator only with enough distinct people before and
//! since the onset; otherwise, and to everybody else, *one or more partners* moved. What was said of a named partner
//! stays as it was first said: a figure that moved with every round would give single rounds away.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::participation::MIN_INVITED;
use super::{Disclosed, MIN_PARTNERS, Tenths};
use crate::domain::agreement::Role;
use crate::domain::survey::{Confidentiality, Mode};
use crate::insight::panel::{Panel, PanelRound};
use crate::insight::signal::episode::{Kind, Level};
use crate::insight::signal::find::Signal;
use crate::insight::signal::gap::ROUNDS;

/// Step to which the size of a partner's shift is rounded. Units: points of the scale. Source: half points say what a
/// conversation needs and leave no sum of a few people's answers.
pub const PARTNER_STEP: f64 = 0.5;
/// How far a score lies above the alert threshold to be called strong. Units: of the score. Source: odds of about three
/// to one over an alert that is just one.
pub const STRONG_EXCESS: f64 = 1.0;

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// May learn which partner.
    Facilitator,
    /// Everybody else: partners without names.
    Steering,
}

/// How certain a signal is, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Too few answers to say more than that something moved.
    TooFew,
    /// It may be.
    Possible,
    /// It is hard to explain by chance.
    Strong,
}

/// A signal that may be shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SignalFigure {
    /// Number of the round.
    pub round: u32,
    /// Short name of the partner; `None` when it is about the agreement, or not to be named.
    pub partner: Option<String>,
    /// Whether it is about a partner, named or not.
    pub is_about_partner: bool,
    /// Dimension where it shows most.
    pub dimension: Option<String>,
    /// What it says.
    pub kind: Kind,
    /// How loudly.
    pub level: Level,
    /// Number of the round since which.
    pub since_round: u32,
    /// How much; nothing where there are too few answers. Points of the scale, or tenths of a share for silence.
    #[serde(serialize_with = "as_number")]
    pub size: Disclosed<Tenths>,
    /// People who answered since the onset, behind the size; `None` where no size is shown.
    pub n_people: Option<usize>,
    /// How strongly it stands out, in half units; 0 where too few answered to say.
    pub score: f64,
    /// The same in words.
    pub certainty: Certainty,
    /// Number of the episode.
    pub episode: usize,
}

fn as_number<S: serde::Serializer>(size: &Disclosed<Tenths>, serializer: S) -> Result<S::Ok, S::Error> {
    size.get().map(|size| size.value()).serialize(serializer)
}

/// What was first said of an episode's partner.
#[derive(Clone)]
struct Said {
    dimension: Option<String>,
    since_round: u32,
    size: Option<Tenths>,
    n_people: usize,
    score: f64,
}

/// Lets through what may be shown of signals.
///
/// Shape: `signals` by round, as found; `confidentiality` by round number. One row per round and partner that may be
/// named; partners that may not share one row per round and kind.
pub fn guard_signals(
    panel: &Panel,
    signals: &[Signal],
    confidentiality: &dyn Fn(u32) -> Confidentiality,
    reader: Reader,
) -> Vec<SignalFigure> {
    let mut said: BTreeMap<(usize, String), Said> = BTreeMap::new();
    let mut figures: Vec<SignalFigure> = Vec::new();
    for signal in signals {
        let rule = confidentiality(signal.round);
        let figure = match &signal.partner {
            None => agreement_figure(panel, signal, rule),
            Some(partner) => {
                let may_name = reader == Reader::Facilitator && may_name(panel, signals, signal, rule);
                let figure = if may_name {
                    let first = said
                        .entry((signal.episode, partner.clone()))
                        .or_insert_with(|| first_said(panel, signal, partner, rule.mode));
                    named_figure(signal, partner, first)
                } else {
                    unnamed_figure(signal)
                };
                Some(figure)
            }
        };
        let Some(figure) = figure else { continue };
        // Partners that are not named are one: how many there are is nobody's business either.
        let same = figures.iter_mut().find(|other| {
            figure.is_about_partner
                && figure.partner.is_none()
                && (other.round, other.kind, other.is_about_partner, &other.partner)
                    == (figure.round, figure.kind, true, &None)
        });
        match same {
            Some(other) => {
                other.level = other.level.max(figure.level);
                other.since_round = other.since_round.min(figure.since_round);
            }
            None => figures.push(figure),
        }
    }
    figures
}

fn half(value: f64) -> f64 {
    (value * 2.0).round() / 2.0
}

fn certainty(signal: &Signal) -> Certainty {
    let is_strong = signal.level == Level::Alert && signal.excess >= STRONG_EXCESS;
    if is_strong { Certainty::Strong } else { Certainty::Possible }
}

fn first_said(panel: &Panel, signal: &Signal, partner: &str, mode: Mode) -> Said {
    let size = if signal.kind == Kind::Silence || mode == Mode::Attributed {
        Tenths::round(signal.size)
    } else {
        Tenths::round(((signal.size / PARTNER_STEP).round() * PARTNER_STEP * 10.0).round() / 10.0)
    };
    Said {
        dimension: signal.dimension.clone(),
        since_round: signal.since_round,
        size: Some(size),
        n_people: n_people_since(panel, signal, Some(partner)),
        score: half(signal.score),
    }
}

fn named_figure(signal: &Signal, partner: &str, first: &Said) -> SignalFigure {
    SignalFigure {
        round: signal.round,
        partner: Some(partner.to_owned()),
        is_about_partner: true,
        dimension: first.dimension.clone(),
        kind: signal.kind,
        level: signal.level,
        since_round: first.since_round,
        size: Disclosed(first.size),
        n_people: Some(first.n_people),
        score: first.score,
        certainty: certainty(signal),
        episode: signal.episode,
    }
}

fn unnamed_figure(signal: &Signal) -> SignalFigure {
    SignalFigure {
        round: signal.round,
        partner: None,
        is_about_partner: true,
        dimension: None,
        kind: signal.kind,
        level: signal.level,
        since_round: signal.since_round,
        size: Disclosed(None),
        n_people: None,
        score: 0.0,
        certainty: Certainty::TooFew,
        episode: signal.episode,
    }
}

/// Signals about the agreement: its own figures must be shown, and roles need enough people each.
fn agreement_figure(panel: &Panel, signal: &Signal, rule: Confidentiality) -> Option<SignalFigure> {
    let rounds = rounds_between(panel, signal.since_round, signal.round);
    let k = rule.threshold as usize;
    let is_enough = match signal.kind {
        Kind::Gap => {
            [Role::Executive, Role::Practitioner].iter().all(|role| {
                is_pooled_enough(panel, signal.round, k, |of| of == Some(*role)) || signal.dimension.is_none()
            }) && is_pooled_enough(panel, signal.round, k, |_| true)
        }
        _ => rounds.iter().all(|round| round_is_enough(round, k)),
    };
    is_enough.then(|| SignalFigure {
        round: signal.round,
        partner: None,
        is_about_partner: false,
        dimension: signal.dimension.clone(),
        kind: signal.kind,
        level: signal.level,
        since_round: signal.since_round,
        size: Disclosed(Some(Tenths::round(signal.size))),
        n_people: Some(n_people_since(panel, signal, None)),
        score: half(signal.score),
        certainty: certainty(signal),
        episode: signal.episode,
    })
}

/// Different people who answered since the onset: of one partner, or of all.
fn n_people_since(panel: &Panel, signal: &Signal, partner: Option<&str>) -> usize {
    let people: BTreeSet<usize> = rounds_between(panel, signal.since_round, signal.round)
        .iter()
        .flat_map(|round| &round.sheets)
        .filter(|sheet| partner.is_none_or(|partner| sheet.answers.partner == partner))
        .map(|sheet| sheet.person)
        .collect();
    people.len()
}

fn rounds_between(panel: &Panel, from: u32, to: u32) -> Vec<&PanelRound> {
    let at = |number: u32| panel.rounds.iter().position(|round| round.number == number);
    match (at(from), at(to)) {
        (Some(from), Some(to)) if from <= to => panel.rounds[from..=to].iter().collect(),
        _ => Vec::new(),
    }
}

/// Whether a pooled figure of a round may be shown: rules R1 and R2.
fn round_is_enough(round: &PanelRound, k: usize) -> bool {
    counts_suffice(round.sheets.iter().map(|sheet| (sheet.partner, sheet.person)), k)
}

/// The same for people of one role over the rounds that a gap is measured over.
fn is_pooled_enough(panel: &Panel, until: u32, k: usize, role: impl Fn(Option<Role>) -> bool) -> bool {
    let Some(at) = panel.rounds.iter().position(|round| round.number == until) else { return false };
    let rounds = &panel.rounds[(at + 1).saturating_sub(ROUNDS)..=at];
    let people = rounds
        .iter()
        .flat_map(|round| &round.sheets)
        .filter(|sheet| role(sheet.answers.role))
        .map(|sheet| (sheet.partner, sheet.person));
    counts_suffice(people, k)
}

fn counts_suffice(people: impl Iterator<Item = (usize, usize)>, k: usize) -> bool {
    let distinct: BTreeSet<(usize, usize)> = people.collect();
    let mut by_partner: BTreeMap<usize, usize> = BTreeMap::new();
    for (partner, _) in &distinct {
        *by_partner.entry(*partner).or_default() += 1;
    }
    let most = by_partner.values().max().copied().unwrap_or(0);
    by_partner.len() >= MIN_PARTNERS && distinct.len() >= k && distinct.len() - most >= k
}

/// Rule R8. Silence is about participation, which needs three people invited; other signals need `k` distinct people
/// before the onset and since. Both partners of a conflict are named or neither is: one name gives the other away.
fn may_name(panel: &Panel, signals: &[Signal], signal: &Signal, rule: Confidentiality) -> bool {
    let of_episode = signals.iter().filter(|other| {
        (other.round, other.episode, other.kind) == (signal.round, signal.episode, signal.kind)
    });
    rule.mode == Mode::Attributed
        || of_episode.into_iter().all(|one| {
            one.partner.as_ref().is_none_or(|partner| match one.kind {
                Kind::Silence => is_invited_enough(panel, one, partner),
                _ => has_people_on_both_sides(panel, one, partner, rule.threshold as usize),
            })
        })
}

fn is_invited_enough(panel: &Panel, signal: &Signal, partner: &str) -> bool {
    let Some(partner) = panel.partners.iter().position(|name| name == partner) else { return false };
    rounds_between(panel, signal.since_round, signal.round)
        .iter()
        .all(|round| round.n_invited(partner).is_none_or(|n| n >= MIN_INVITED))
}

fn has_people_on_both_sides(panel: &Panel, signal: &Signal, partner: &str, k: usize) -> bool {
    let at = |number: u32| panel.rounds.iter().position(|round| round.number == number);
    let (Some(partner), Some(onset), Some(until)) =
        (panel.partners.iter().position(|name| name == partner), at(signal.since_round), at(signal.round))
    else {
        return false;
    };
    let n_people = |rounds: &[PanelRound]| {
        let sheets = rounds.iter().flat_map(|round| &round.sheets);
        let people: BTreeSet<usize> =
            sheets.filter(|sheet| sheet.partner == partner).map(|sheet| sheet.person).collect();
        people.len()
    };
    n_people(&panel.rounds[..onset]) >= k && n_people(&panel.rounds[onset..=until]) >= k
}
