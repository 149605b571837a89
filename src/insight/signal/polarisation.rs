//! Polarisation: the mean stands still while people within partners move apart. At the level of the whole agreement
//! only, since spread within one partner is its people's own business.

use super::observations::Observations;
use super::{Evidence, Track};

/// How many of a person's last answers its new one is compared with. Source: statistics specification §14.
const MEMORY: usize = 4;
/// How many rounds back an onset may lie. Source: the same.
const WINDOW: usize = 4;
/// Fewest degrees of freedom since and before the onset. Source: the same.
const MIN_DF: (f64, f64) = (5.0, 20.0);

/// Paulson's normal approximation of an F ratio. Source: Paulson 1942.
fn f_to_z(f: f64, df: f64, df_before: f64) -> f64 {
    let (a, b, cube) = (2.0 / (9.0 * df), 2.0 / (9.0 * df_before), f.cbrt());
    ((1.0 - b) * cube - (1.0 - a)) / (b * cube * cube + a).sqrt()
}

/// The evidence of polarisation, one unit per round. Units of the score: standard normal deviate.
///
/// The size is the growth of the spread within partners, as a standard deviation. Units: points.
pub fn polarisation(seen: &Observations) -> Track {
    let mut past: Vec<Vec<f64>> = vec![Vec::new(); seen.partner_of.len()];
    let (mut squares, mut df) = (Vec::new(), Vec::new());
    let mut track = Track::new();
    for t in 0..seen.rounds.len() {
        let mut moves: Vec<Vec<f64>> = vec![Vec::new(); seen.n_partners];
        for (person, values) in seen.entries(t) {
            let history = &mut past[person];
            let recent = &history[history.len().saturating_sub(MEMORY)..];
            if !recent.is_empty() {
                let n = recent.len() as f64;
                let mean = recent.iter().sum::<f64>() / n;
                moves[seen.partner_of[person]].push((values[0] - mean) / (1.0 + 1.0 / n).sqrt());
            }
            history.push(values[0]);
        }
        let (mut round_squares, mut round_df) = (0.0, 0.0);
        for moves in moves.iter().filter(|moves| moves.len() > 1) {
            let n = moves.len() as f64;
            let mean = moves.iter().sum::<f64>() / n;
            round_squares += moves.iter().map(|m| (m - mean).powi(2)).sum::<f64>();
            round_df += n - 1.0;
        }
        squares.push(round_squares);
        df.push(round_df);
        let first = (t + 1).saturating_sub(WINDOW).max(2);
        let found = (first..=t).filter_map(|onset| {
            let (since, before): (f64, f64) = (df[onset..].iter().sum(), df[..onset].iter().sum());
            if since < MIN_DF.0 || before < MIN_DF.1 {
                return None;
            }
            let now = squares[onset..].iter().sum::<f64>() / since;
            let then = squares[..onset].iter().sum::<f64>() / before;
            (then > 0.0).then(|| Evidence {
                score: f_to_z(now / then, since, before),
                onset,
                size: now.sqrt() - then.sqrt(),
                dimension: None,
            })
        });
        track.push(vec![found.max_by(|a, b| a.score.total_cmp(&b.score)).into()]);
    }
    track
}
