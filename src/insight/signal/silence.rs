//! Silence of a partner: do its people answer less than they themselves used to? Everybody is compared with their own
//! history, and a month in which a whole partner is away now and then is normal.

use super::observations::Observations;
use super::{Evidence, Sight, Track};

/// Share of invited people who answer, before any data, and its weight in people. Source: statistics specification §11.
const PRIOR: (f64, f64) = (0.72, 6.0);
/// Weight of a partner's share in what is expected of one of its people, in rounds. Source: people within a partner
/// differ about as much as a beta distribution of this precision; tried on simulated agreements.
const PERSON_WEIGHT: f64 = 5.0;
/// Odds of answering under silence against before, that the evidence is averaged over: nobody but a straggler, and
/// far fewer than before. Source: the specification's one in six, and complete silence beside it.
const ODDS: [f64; 2] = [1.0 / 50.0, 1.0 / 8.0];
/// Share of rounds in which a whole partner may be away without meaning anything. Source: statistics specification
/// §15 sees 2 %; one in thirty leaves room for holidays.
const AWAY: f64 = 1.0 / 30.0;
/// How many rounds back an onset may lie, and how many rounds must come before. Source: statistics specification §11.
const WINDOW: usize = 4;
const MIN_BASELINE: usize = 3;
/// Bounds of the common shift in response, in log odds. Source: statistics specification §11.
const SEASON: (f64, f64) = (-1.5, 0.5);
/// Overdispersion of counts when that shift is estimated. Source: statistics specification §11.
const OVERDISPERSION: f64 = 0.15;

/// One partner's people in one round, up to which they are counted.
#[derive(Clone, Copy, Default)]
struct Count {
    answered: f64,
    invited: f64,
}

fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

fn expected(partner: Count) -> f64 {
    (PRIOR.0 * PRIOR.1 + partner.answered) / (PRIOR.1 + partner.invited)
}

/// The evidence of silence per round and partner. Units of the score: natural logarithm of the likelihood ratio.
///
/// The size is the change in the share of invited people who answer. Rounds without a roster give nothing.
pub fn silence(seen: &Observations) -> Track {
    let n_rounds = seen.rounds.len();
    // A round without a roster was not observed.
    let nobody = Vec::new();
    let invited: Vec<&Vec<(usize, bool)>> =
        seen.rounds.iter().map(|round| round.invited.as_ref().unwrap_or(&nobody)).collect();
    // Counts before each round, of partners and of people.
    let mut partners = vec![vec![Count::default(); seen.n_partners]];
    let mut people = vec![vec![Count::default(); seen.partner_of.len()]];
    let mut now = vec![vec![Count::default(); seen.n_partners]; n_rounds];
    for (t, invited) in invited.iter().enumerate() {
        let (mut by_partner, mut by_person) = (partners[t].clone(), people[t].clone());
        for (person, has_answered) in invited.iter() {
            let partner = seen.partner_of[*person];
            for count in [&mut by_partner[partner], &mut by_person[*person], &mut now[t][partner]] {
                count.invited += 1.0;
                count.answered += f64::from(u8::from(*has_answered));
            }
        }
        partners.push(by_partner);
        people.push(by_person);
    }
    let season: Vec<Vec<f64>> = (0..n_rounds).map(|t| season(&partners[t], &now[t])).collect();
    let mut track: Track = vec![vec![Sight::Blind; seen.n_partners]; n_rounds];
    for t in MIN_BASELINE..n_rounds {
        if seen.rounds[t].invited.is_none() {
            continue;
        }
        for partner in 0..seen.n_partners {
            if now[t][partner].invited == 0.0 {
                // Nobody is asked any more: there is no silence, and an open episode closes.
                track[t][partner] = Sight::Nothing;
                continue;
            }
            let first = (t + 1).saturating_sub(WINDOW).max(MIN_BASELINE);
            let here = |round: usize| {
                invited[round].iter().filter(move |(person, _)| seen.partner_of[*person] == partner)
            };
            let mut total = 0.0;
            let mut best: Option<(f64, Evidence)> = None;
            for onset in first..=t {
                let before = partners[onset][partner];
                // A partner that joined late has no history of its own yet.
                let n_rounds_before = (0..onset).filter(|round| now[*round][partner].invited > 0.0).count();
                if n_rounds_before < MIN_BASELINE {
                    continue;
                }
                let share = expected(before).clamp(0.05, 0.98);
                let mut scores = [0.0; ODDS.len()];
                let mut since = Count::default();
                for round in onset..=t {
                    let mut usual = 0.0;
                    let mut silent = [0.0; ODDS.len()];
                    for (person, has_answered) in here(round) {
                        let history = people[onset][*person];
                        let own =
                            (PERSON_WEIGHT * share + history.answered) / (PERSON_WEIGHT + history.invited);
                        let own = own.clamp(0.03, 0.98);
                        let odds = (own / (1.0 - own)).ln() + season[round][partner];
                        let log = |p: f64| if *has_answered { p.ln() } else { (1.0 - p).ln() };
                        usual += log(logistic(odds));
                        for (silent, factor) in silent.iter_mut().zip(ODDS) {
                            *silent += log(logistic(odds + factor.ln()));
                        }
                    }
                    since.answered += now[round][partner].answered;
                    since.invited += now[round][partner].invited;
                    for (score, silent) in scores.iter_mut().zip(silent) {
                        // Against usual rounds of which some are away: r / ((1 − a) + a·r), at most 1/a.
                        let ratio = silent - usual;
                        *score += ratio - ((1.0 - AWAY) + AWAY * ratio.exp()).ln();
                    }
                }
                let at_onset: f64 = scores.iter().map(|score| score.exp()).sum();
                total += at_onset;
                let found = Evidence {
                    score: 0.0,
                    onset,
                    size: since.answered / since.invited - before.answered / before.invited.max(1.0),
                    dimension: None,
                };
                if since.invited > 0.0 && best.is_none_or(|(most, _)| at_onset > most) {
                    best = Some((at_onset, found));
                }
            }
            let score = (total / (WINDOW * ODDS.len()) as f64).ln();
            track[t][partner] = best.map(|(_, found)| Evidence { score, ..found }).into();
        }
    }
    track
}

/// How much less all other partners answer this round than usual, in log odds, per partner.
/// Source: statistics specification §11.
fn season(before: &[Count], now: &[Count]) -> Vec<f64> {
    let terms: Vec<(f64, f64, f64)> = before
        .iter()
        .zip(now)
        .map(|(before, now)| {
            let p = expected(*before).clamp(0.02, 0.98);
            let n = now.invited;
            (now.answered, n * p, n * p * (1.0 - p) * (1.0 + (n - 1.0).max(0.0) * OVERDISPERSION))
        })
        .collect();
    let total = terms.iter().fold((0.0, 0.0, 0.0), |a, b| (a.0 + b.0, a.1 + b.1, a.2 + b.2));
    terms
        .iter()
        .map(|own| {
            let (answered, usual, variance) = (total.0 - own.0, total.1 - own.1, total.2 - own.2);
            ((answered - usual) / variance.max(1e-9)).clamp(SEASON.0, SEASON.1) * variance / (variance + 4.0)
        })
        .collect()
}
