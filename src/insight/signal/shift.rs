//! Has a partner's level shifted since some round? Generalised least squares of its people's scores on a constant and a
//! step, for every recent onset at once, as a filter that takes one answer at a time: who answered, how often before,
//! and rounds without answers all count as they should.

use super::model::WANDER_CORRELATION;

/// How many rounds back an onset may lie. Source: statistics specification §14.
pub const WINDOW: usize = 8;

/// An estimated shift.
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    /// The first round after it.
    pub onset: usize,
    /// Size per series. Units: points.
    pub sizes: Vec<f64>,
    /// One over its variance, the same for every series.
    pub information: f64,
}

/// A column of the regression, filtered along with the scores: its state under the model, without data of its own.
struct Column {
    state: Vec<f64>,
}

struct Step {
    onset: usize,
    column: Column,
    with_one: f64,
    with_itself: f64,
    with_series: Vec<f64>,
}

/// The filter of one partner. Its state is the partner's wander, then every person seen.
pub struct ShiftFilter {
    person: f64,
    wander: f64,
    occasion: f64,
    n_series: usize,
    round: Option<usize>,
    people: Vec<usize>,
    /// Covariance of the state, square.
    covariance: Vec<Vec<f64>>,
    one: Column,
    series: Vec<Column>,
    one_with_one: f64,
    one_with_series: Vec<f64>,
    steps: Vec<Step>,
}

impl ShiftFilter {
    /// A filter with variances of a person's deviation, of wander and of noise, for `n_series` series that are
    /// observed together.
    pub fn new(person: f64, wander: f64, occasion: f64, n_series: usize) -> ShiftFilter {
        let column = || Column { state: vec![0.0] };
        ShiftFilter {
            person,
            wander,
            occasion,
            n_series,
            round: None,
            people: Vec::new(),
            covariance: vec![vec![wander]],
            one: column(),
            series: (0..n_series).map(|_| column()).collect(),
            one_with_one: 0.0,
            one_with_series: vec![0.0; n_series],
            steps: Vec::new(),
        }
    }

    /// Goes on to a round in which the partner answered; rounds in time order.
    pub fn enter(&mut self, round: usize) {
        if let Some(before) = self.round {
            let keep = WANDER_CORRELATION.powi((round - before) as i32);
            let columns = std::iter::once(&mut self.one)
                .chain(&mut self.series)
                .chain(self.steps.iter_mut().map(|step| &mut step.column));
            for column in columns {
                column.state[0] *= keep;
            }
            for entry in &mut self.covariance[0] {
                *entry *= keep;
            }
            for row in &mut self.covariance {
                row[0] *= keep;
            }
            self.covariance[0][0] += (1.0 - keep * keep) * self.wander;
            self.steps.push(Step {
                onset: round,
                column: Column { state: vec![0.0; self.people.len() + 1] },
                with_one: 0.0,
                with_itself: 0.0,
                with_series: vec![0.0; self.n_series],
            });
        }
        self.steps.retain(|step| step.onset + WINDOW > round);
        self.round = Some(round);
    }

    /// Takes one person's scores in the current round.
    pub fn observe(&mut self, person: usize, scores: impl Iterator<Item = f64>) {
        let at = 1 + self.people.iter().position(|known| *known == person).unwrap_or_else(|| {
            self.people.push(person);
            let n = self.people.len();
            for row in &mut self.covariance {
                row.push(0.0);
            }
            let mut row = vec![0.0; n + 1];
            row[n] = self.person;
            self.covariance.push(row);
            let columns = std::iter::once(&mut self.one)
                .chain(&mut self.series)
                .chain(self.steps.iter_mut().map(|step| &mut step.column));
            for column in columns {
                column.state.push(0.0);
            }
            n - 1
        });
        let p = &mut self.covariance;
        let reach: Vec<f64> = p[0].iter().zip(&p[at]).map(|(a, b)| a + b).collect();
        let variance = reach[0] + reach[at] + self.occasion;
        let scale = 1.0 / variance.sqrt();
        for (row, left) in p.iter_mut().zip(&reach) {
            let left = left / variance;
            for (entry, right) in row.iter_mut().zip(&reach) {
                *entry -= left * right;
            }
        }
        // Each column predicts its value from its state; what it missed, standardised, enters the sums.
        let miss = |column: &mut Column, value: f64| {
            let missed = value - column.state[0] - column.state[at];
            for (state, gain) in column.state.iter_mut().zip(&reach) {
                *state += gain / variance * missed;
            }
            missed * scale
        };
        let one = miss(&mut self.one, 1.0);
        self.one_with_one += one * one;
        let scores: Vec<f64> =
            self.series.iter_mut().zip(scores).map(|(column, score)| miss(column, score)).collect();
        for (sum, score) in self.one_with_series.iter_mut().zip(&scores) {
            *sum += one * score;
        }
        for step in &mut self.steps {
            let value = miss(&mut step.column, 1.0);
            step.with_one += one * value;
            step.with_itself += value * value;
            for (sum, score) in step.with_series.iter_mut().zip(&scores) {
                *sum += value * score;
            }
        }
    }

    /// Shifts at every onset of the last [`WINDOW`] rounds in which the partner answered, the first one apart.
    pub fn shifts(&self) -> Vec<Shift> {
        self.steps
            .iter()
            .filter_map(|step| {
                let information = step.with_itself - step.with_one * step.with_one / self.one_with_one;
                (information > 1e-9).then(|| Shift {
                    onset: step.onset,
                    sizes: step
                        .with_series
                        .iter()
                        .zip(&self.one_with_series)
                        .map(|(with, one)| (with - step.with_one / self.one_with_one * one) / information)
                        .collect(),
                    information,
                })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nalgebra::{DMatrix, DVector};

    #[test]
    fn the_filter_gives_what_generalised_least_squares_gives() {
        let (b, u, e) = (0.25, 0.04, 0.12);
        // (round, person, score): gaps, a newcomer, a round without answers.
        let data = [
            (0, 7, 3.2),
            (0, 9, 4.0),
            (1, 7, 3.5),
            (2, 9, 4.1),
            (2, 7, 3.1),
            (4, 7, 2.2),
            (4, 3, 2.9),
            (5, 9, 3.0),
        ];
        let mut filter = ShiftFilter::new(b, u, e, 1);
        let mut round = usize::MAX;
        for (t, person, score) in data {
            if t != round {
                filter.enter(t);
                round = t;
            }
            filter.observe(person, std::iter::once(score));
        }
        let n = data.len();
        let v = DMatrix::from_fn(n, n, |i, j| {
            let gap = (data[i].0 as i32 - data[j].0 as i32).abs();
            u * WANDER_CORRELATION.powi(gap)
                + if data[i].1 == data[j].1 { b } else { 0.0 }
                + if i == j { e } else { 0.0 }
        });
        let inverse = v.try_inverse().expect("positive definite");
        let shifts = filter.shifts();
        assert_eq!(shifts.iter().map(|s| s.onset).collect::<Vec<_>>(), [1, 2, 4, 5]);
        for shift in shifts {
            let x = DMatrix::from_fn(n, 2, |i, j| if j == 0 || data[i].0 >= shift.onset { 1.0 } else { 0.0 });
            let y = DVector::from_fn(n, |i, _| data[i].2);
            let normal = x.transpose() * &inverse * &x;
            let fit = normal.clone().try_inverse().expect("two columns") * x.transpose() * &inverse * y;
            let information = normal[(1, 1)] - normal[(0, 1)].powi(2) / normal[(0, 0)];
            assert!((shift.sizes[0] - fit[1]).abs() < 1e-9, "{shift:?} {fit}");
            assert!((shift.information - information).abs() < 1e-9);
        }
    }
}
