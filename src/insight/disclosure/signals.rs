//! Rule R8: signals obey the guard. A partner is named to a facilitator only with enough distinct people before and
//! since the onset; otherwise, and to everybody else, *one or more partners* moved. What was said of a named partner
//! stays as it was first said: a figure that moved with every round would give single rounds away.

use std::collections::{BTreeMap, BTreeSet};

use enum_map::Enum;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::participation::MIN_INVITED;
use super::{Disclosed, Tenths, is_enough, strictest};
use crate::domain::code::coded;
use crate::domain::confidentiality::{Confidentiality, Mode};
use crate::domain::role::Role;
use crate::insight::panel::{Panel, PanelRound, PanelSheet};
use crate::insight::score::{composite_score, dimension_score, statement_score};
use crate::insight::signal::episode::Level;
use crate::insight::signal::find::Signal;
use crate::insight::signal::gap::ROUNDS;
use crate::insight::signal::kind::{Basis, Kind};

/// Step to which the size of a partner's shift is rounded. Units: points of a 1 to 5 scale. Source: half points say what a
/// conversation needs and leave no sum of a few people's answers.
pub const PARTNER_STEP: f64 = 0.5;
/// How far a score lies above the alert threshold to be called strong. Units: of the score. Source: odds of about three
/// to one over an alert that is just one.
pub const STRONG_EXCESS: f64 = 1.0;

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum Reader {
    /// May learn which partner.
    Facilitator,
    /// Everybody else: partners without names.
    Steering,
}

coded!(Reader);

/// How certain a signal is, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
    pub(super) round: u32,
    /// Short name of the partner; `None` when it is about the agreement, or not to be named.
    pub(super) partner: Option<String>,
    /// Whether it is about a partner, named or not.
    pub(super) is_about_partner: bool,
    /// Dimension where it shows most.
    pub(super) dimension: Option<String>,
    /// What it says.
    pub(super) kind: Kind,
    /// How loudly.
    pub(super) level: Level,
    /// Number of the round since which.
    pub(super) since_round: u32,
    /// How much; nothing where there are too few answers. Points of the scale, or tenths of a share for silence.
    pub(super) size: Disclosed<Tenths>,
    /// People who answered since the onset, behind the size; `None` where no size is shown.
    pub(super) n_people: Option<usize>,
    /// How strongly it stands out, in half units; `None` where no size is shown.
    pub(super) score: Option<f64>,
    /// The same in words.
    pub(super) certainty: Certainty,
    /// Number of the episode.
    pub(super) episode: usize,
}

impl SignalFigure {
    /// Number of the round.
    pub fn round(&self) -> u32 {
        self.round
    }

    /// Short name of the partner; `None` when it is about the agreement, or not to be named.
    pub fn partner(&self) -> Option<&str> {
        self.partner.as_deref()
    }

    /// Whether it is about a partner, named or not.
    pub fn is_about_partner(&self) -> bool {
        self.is_about_partner
    }

    /// Dimension where it shows most.
    pub fn dimension(&self) -> Option<&str> {
        self.dimension.as_deref()
    }

    /// What it says.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// How loudly.
    pub fn level(&self) -> Level {
        self.level
    }

    /// Number of the round since which.
    pub fn since_round(&self) -> u32 {
        self.since_round
    }

    /// How much; nothing where there are too few answers. Points of the scale, or tenths of a share for silence.
    pub fn size(&self) -> &Disclosed<Tenths> {
        &self.size
    }

    /// People who answered since the onset, behind the size; `None` where no size is shown.
    pub fn n_people(&self) -> Option<usize> {
        self.n_people
    }

    /// How strongly it stands out, in half units; `None` where no size is shown.
    pub fn score(&self) -> Option<f64> {
        self.score
    }

    /// The same in words.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// Number of the episode.
    pub fn episode(&self) -> usize {
        self.episode
    }

    /// The same signal where so many episodes came before.
    pub fn after_episodes(self, before: usize) -> SignalFigure {
        SignalFigure { episode: self.episode + before, ..self }
    }
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

/// Fewest partners that a signal without a name could be of. Source: privacy rule R8.
pub const MIN_LIKE: usize = 3;

/// Signals that were let through.
pub struct GuardedSignals {
    /// Those that may be shown.
    pub figures: Vec<SignalFigure>,
    /// Rounds with something that cannot be shown, since fewer than [`MIN_LIKE`] partners could be the one.
    pub small_in: BTreeSet<u32>,
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
) -> GuardedSignals {
    let mut small_in = BTreeSet::new();
    let mut said: BTreeMap<(usize, String), Said> = BTreeMap::new();
    let mut figures: Vec<SignalFigure> = Vec::new();
    for signal in
        signals.iter().filter(|signal| reader == Reader::Facilitator || signal.level == Level::Alert)
    {
        // All rounds that a signal rests on keep their promise.
        let upto = panel.rounds.iter().take_while(|round| round.number != signal.round);
        let own = std::iter::once(confidentiality(signal.round));
        let Some(rule) = strictest(upto.map(|round| confidentiality(round.number)).chain(own)) else {
            continue;
        };
        let figure = match &signal.partner {
            None => agreement_figure(panel, signal, rule),
            Some(partner) => {
                let may_name = may_name(panel, signals, signal, rule);
                let figure = if may_name && reader == Reader::Facilitator {
                    let first = said
                        .entry((signal.episode, partner.clone()))
                        .or_insert_with(|| first_said(panel, signal, partner, rule.mode));
                    named_figure(signal, partner, first)
                } else if n_like(panel, signal, rule, may_name) < MIN_LIKE && rule.mode == Mode::Confidential
                {
                    small_in.insert(signal.round);
                    continue;
                } else {
                    let certainty = if may_name { certainty(signal) } else { Certainty::TooFew };
                    unnamed_figure(signal, certainty)
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
                other.certainty = other.certainty.max(figure.certainty);
                other.since_round = other.since_round.min(figure.since_round);
            }
            None => figures.push(figure),
        }
    }
    number_episodes(panel, &mut figures);
    GuardedSignals { figures, small_in }
}

/// Numbers episodes as this reader sees them: unnamed partners of one kind are one episode as long as it is not
/// interrupted, so that no number tells how many they are or who they turn out to be.
fn number_episodes(panel: &Panel, figures: &mut [SignalFigure]) {
    let at = |number: u32| panel.rounds.iter().position(|round| round.number == number);
    let mut known: Vec<(Option<usize>, Kind, Option<usize>)> = Vec::new();
    for figure in figures {
        let is_unnamed = figure.is_about_partner && figure.partner.is_none();
        let original = (!is_unnamed).then_some(figure.episode);
        let round = at(figure.round);
        let found = known.iter_mut().position(|(episode, kind, last)| {
            *episode == original
                && (original.is_some() || *kind == figure.kind)
                && (original.is_some() || *last == round || last.zip(round).is_some_and(|(a, b)| a + 1 == b))
        });
        let index = found.unwrap_or_else(|| {
            known.push((original, figure.kind, round));
            known.len() - 1
        });
        known[index].2 = round;
        figure.episode = index + 1;
    }
}

fn half(value: f64) -> f64 {
    (value * 2.0).round() / 2.0
}

fn certainty(signal: &Signal) -> Certainty {
    let is_strong = signal.level == Level::Alert && signal.excess >= STRONG_EXCESS;
    if is_strong { Certainty::Strong } else { Certainty::Possible }
}

fn first_said(panel: &Panel, signal: &Signal, partner: &str, mode: Mode) -> Said {
    let step = PARTNER_STEP * panel.survey.scale.unit();
    let size = if signal.kind.basis() == Basis::Participation || mode == Mode::Attributed {
        Tenths::round(signal.size)
    } else {
        Tenths::round((signal.size / step).round() * step)
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
        score: Some(first.score),
        certainty: certainty(signal),
        episode: signal.episode,
    }
}

fn unnamed_figure(signal: &Signal, certainty: Certainty) -> SignalFigure {
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
        score: None,
        certainty,
        episode: signal.episode,
    }
}

/// Signals about the agreement: its own figures must be shown, and roles need enough people each.
fn agreement_figure(panel: &Panel, signal: &Signal, rule: Confidentiality) -> Option<SignalFigure> {
    let rounds = rounds_between(panel, signal.since_round, signal.round);
    let k = rule.threshold as usize;
    let may_show = match signal.kind.basis() {
        Basis::Difference => {
            let people = people_in_gap(panel, signal);
            let of = |role: Option<Role>| {
                let chosen = people.iter().filter(move |(_, own, _)| role.is_none() || *own == role);
                counts_suffice(chosen.map(|(partner, _, person)| (*partner, *person)), k)
            };
            if signal.dimension.is_some() { Role::ALL.map(Some).into_iter().all(of) } else { of(None) }
        }
        Basis::Scores | Basis::Participation => rounds.iter().all(|round| {
            let people = sheets_behind(panel, round, signal).map(|sheet| (sheet.partner, sheet.person));
            counts_suffice(people, k)
        }),
    };
    may_show.then(|| SignalFigure {
        round: signal.round,
        partner: None,
        is_about_partner: false,
        dimension: signal.dimension.clone(),
        kind: signal.kind,
        level: signal.level,
        since_round: signal.since_round,
        size: Disclosed(Some(Tenths::round(signal.size))),
        n_people: Some(n_people_since(panel, signal, None)),
        score: Some(half(signal.score)),
        certainty: certainty(signal),
        episode: signal.episode,
    })
}

/// Different people behind a signal since its onset: of one partner, or of all.
fn n_people_since(panel: &Panel, signal: &Signal, partner: Option<&str>) -> usize {
    let of_partner = |sheet: &&PanelSheet| partner.is_none_or(|partner| sheet.answers.partner == partner);
    let rounds = rounds_between(panel, signal.since_round, signal.round);
    let sheets = rounds.iter().flat_map(|round| sheets_behind(panel, round, signal)).filter(of_partner);
    let people: BTreeSet<usize> = match signal.kind.basis() {
        Basis::Difference => people_in_gap(panel, signal).into_iter().map(|(_, _, person)| person).collect(),
        Basis::Scores | Basis::Participation => sheets.map(|sheet| sheet.person).collect(),
    };
    people.len()
}

/// The sheets of a round that a signal's detector used: with a composite; for silence all.
fn sheets_behind<'p>(
    panel: &'p Panel,
    round: &'p PanelRound,
    signal: &Signal,
) -> impl Iterator<Item = &'p PanelSheet> + 'p {
    let counts_all = signal.kind.basis() == Basis::Participation;
    let dimensions = panel.detector_dimensions();
    round.sheets.iter().filter(move |sheet| {
        counts_all || composite_score(&sheet.answers, &round.survey, &dimensions).is_some()
    })
}

/// Partner, role and person of everybody behind a gap: of partners with both roles, or who judged both mirrored
/// statements.
fn people_in_gap(panel: &Panel, signal: &Signal) -> BTreeSet<(usize, Option<Role>, usize)> {
    let Some(at) = panel.rounds.iter().position(|round| round.number == signal.round) else {
        return BTreeSet::new();
    };
    let dimensions = panel.detector_dimensions();
    let rounds = &panel.rounds[(at + 1).saturating_sub(ROUNDS)..=at];
    let mut people: BTreeSet<(usize, Option<Role>, usize)> = BTreeSet::new();
    for round in rounds {
        for sheet in &round.sheets {
            let answers = &sheet.answers;
            let scored = |statement| statement_score(answers, statement, &round.survey.scale).is_some();
            let is_used = if signal.dimension.is_none() {
                round.survey.mirrors().any(|(own, others)| scored(own) && scored(others))
            } else {
                dimensions.iter().all(|d| dimension_score(answers, &round.survey, d).is_some())
            };
            if is_used {
                people.insert((sheet.partner, answers.role, sheet.person));
            }
        }
    }
    if signal.dimension.is_some() {
        let has =
            |partner: usize, role: Role| people.iter().any(|(p, r, _)| *p == partner && *r == Some(role));
        let both: BTreeSet<usize> = people
            .iter()
            .map(|(partner, ..)| *partner)
            .filter(|p| has(*p, Role::Executive) && has(*p, Role::Practitioner))
            .collect();
        people.retain(|(partner, role, _)| role.is_some() && both.contains(partner));
    }
    people
}

fn rounds_between(panel: &Panel, from: u32, to: u32) -> Vec<&PanelRound> {
    let at = |number: u32| panel.rounds.iter().position(|round| round.number == number);
    match (at(from), at(to)) {
        (Some(from), Some(to)) if from <= to => panel.rounds[from..=to].iter().collect(),
        _ => Vec::new(),
    }
}

/// Whether a pooled figure of these people may be shown: rules R1 and R2.
fn counts_suffice(people: impl Iterator<Item = (usize, usize)>, k: usize) -> bool {
    let distinct: BTreeSet<(usize, usize)> = people.collect();
    let mut by_partner: BTreeMap<usize, usize> = BTreeMap::new();
    for (partner, _) in &distinct {
        *by_partner.entry(*partner).or_default() += 1;
    }
    is_enough(by_partner.into_values(), k)
}

/// Rule R8. Silence is about participation, which needs three people invited; other signals need `k` distinct people
/// before the onset and since. Both partners of a conflict are named or neither is: one name gives the other away.
fn may_name(panel: &Panel, signals: &[Signal], signal: &Signal, rule: Confidentiality) -> bool {
    let of_episode = signals.iter().filter(|other| {
        (other.round, other.episode, other.kind) == (signal.round, signal.episode, signal.kind)
    });
    rule.mode == Mode::Attributed
        || of_episode.into_iter().all(|one| {
            one.partner.as_ref().is_none_or(|partner| match one.kind.basis() {
                Basis::Participation => is_invited_enough(panel, one, partner),
                Basis::Scores | Basis::Difference => {
                    has_people_on_both_sides(panel, one, partner, rule.threshold as usize)
                }
            })
        })
}

/// How many partners a signal without a name could be of: those that answered, or were invited, in its round and that
/// may be named just as little, or as well, as the one that it is of.
fn n_like(panel: &Panel, signal: &Signal, rule: Confidentiality, may_name: bool) -> usize {
    let Some(round) = panel.rounds.iter().find(|round| round.number == signal.round) else { return 0 };
    let is_like = |(at, partner): &(usize, &String)| {
        let takes_part = match signal.kind.basis() {
            Basis::Participation => round.n_invited(*at).is_none_or(|n| n > 0),
            Basis::Scores | Basis::Difference => round.sheets.iter().any(|sheet| sheet.partner == *at),
        };
        let may_name_it = match signal.kind.basis() {
            Basis::Participation => is_invited_enough(panel, signal, partner),
            Basis::Scores | Basis::Difference => {
                has_people_on_both_sides(panel, signal, partner, rule.threshold as usize)
            }
        };
        takes_part && may_name_it == may_name
    };
    panel.partners.iter().enumerate().filter(is_like).count()
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
        let sheets = rounds.iter().flat_map(|round| sheets_behind(panel, round, signal));
        let people: BTreeSet<usize> =
            sheets.filter(|sheet| sheet.partner == partner).map(|sheet| sheet.person).collect();
        people.len()
    };
    n_people(&panel.rounds[..onset]) >= k && n_people(&panel.rounds[onset..=until]) >= k
}
