//! Control charts: the individuals chart with Anhøj's run rules (for looking at, not for alarms), and the run length
//! of CUSUM and EWMA charts, from which a limit follows.

use statrs::distribution::{Binomial, ContinuousCDF, DiscreteCDF, Normal};

use super::sample::{mean, median, sorted};

/// Fewest readings for a chart with limits and run rules. Source: statistics specification §9.
pub const MIN_READINGS: usize = 10;
/// Mean moving range of two, in standard deviations of a normal process (d₂). Source: Wheeler 1993.
const D2: f64 = 1.128;

/// An individuals chart.
#[derive(Debug, Clone, PartialEq)]
pub struct IndividualsChart {
    /// Mean of the readings.
    pub centre: f64,
    /// Mean moving range / 1.128.
    pub sigma: f64,
    /// Longest run on one side of the median; readings on it are dropped.
    pub longest_run: usize,
    /// A longer run than this is unusual: round(log₂ n + 3).
    pub longest_run_max: usize,
    /// How often the readings cross the median.
    pub n_crossings: usize,
    /// Fewer crossings than this are unusual: the 5 % quantile of Binomial(n − 1, ½).
    pub n_crossings_min: usize,
}

impl IndividualsChart {
    /// Three-sigma limits.
    pub fn limits(&self) -> (f64, f64) {
        (self.centre - 3.0 * self.sigma, self.centre + 3.0 * self.sigma)
    }

    /// Whether the runs say that something other than chance is at work.
    pub fn is_unusual(&self) -> bool {
        self.longest_run > self.longest_run_max || self.n_crossings < self.n_crossings_min
    }
}

/// The chart of readings in time order. Empty: `None` below [`MIN_READINGS`].
/// Source: Wheeler 1993; Anhøj & Olesen 2014 (PLoS ONE 9).
pub fn individuals_chart(readings: &[f64]) -> Option<IndividualsChart> {
    if readings.len() < MIN_READINGS {
        return None;
    }
    let ranges: Vec<f64> = readings.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    let middle = median(&sorted(readings.iter().copied()))?;
    let sides: Vec<bool> = readings.iter().filter(|x| **x != middle).map(|x| *x > middle).collect();
    let n_useful = sides.len();
    let longest_run = sides.chunk_by(|a, b| a == b).map(<[bool]>::len).max().unwrap_or(0);
    let n_crossings = sides.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let (longest_run_max, n_crossings_min) = if n_useful == 0 {
        (0, 0)
    } else {
        let quantile =
            Binomial::new(0.5, n_useful as u64 - 1).map_or(0, |binomial| binomial.inverse_cdf(0.05));
        (((n_useful as f64).log2() + 3.0).round() as usize, quantile as usize)
    };
    Some(IndividualsChart {
        centre: mean(readings)?,
        sigma: mean(&ranges)? / D2,
        longest_run,
        longest_run_max,
        n_crossings,
        n_crossings_min,
    })
}

/// A one-sided chart that accumulates standardised readings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Accumulating {
    /// C = max(0, C + u − k); alarm above h. Source: Page 1954.
    Cusum {
        /// Allowance, in standard deviations: half the shift that it finds soonest.
        k: f64,
        /// Limit.
        h: f64,
    },
    /// w = max(0, λu + (1 − λ)w); alarm above L·√(λ/(2 − λ)). Source: Roberts 1959.
    Ewma {
        /// Weight of the newest reading.
        lambda: f64,
        /// Limit in standard deviations of w.
        limit: f64,
    },
}

/// Average run length from zero until an alarm, when readings are shifted by `shift` standard deviations.
///
/// Solved as a linear system of Gauss-Legendre nodes, after Nyström. A CUSUM is reflected at zero, where it has a
/// share of its own; an EWMA goes on below. Source: Brook & Evans 1972; Crowder 1987.
pub fn run_length(chart: Accumulating, shift: f64) -> f64 {
    const N_NODES: usize = 80;
    /// Where an EWMA is as good as never, in its own standard deviations.
    const BOTTOM: f64 = -6.0;
    let normal = Normal::standard();
    // State s moves to scale·u + keep·s − drift; alarm above `top`.
    let (scale, keep, drift, bottom, top) = match chart {
        Accumulating::Cusum { k, h } => (1.0, 1.0, k, 0.0, h),
        Accumulating::Ewma { lambda, limit } => {
            let sd = (lambda / (2.0 - lambda)).sqrt();
            (lambda, 1.0 - lambda, 0.0, BOTTOM * sd, limit * sd)
        }
    };
    let reach = |from: f64, to: f64| (to - keep * from + drift) / scale - shift;
    let (nodes, weights) = gauss_legendre(N_NODES, bottom, top);
    // The first state is the bottom itself, with everything that falls below it; the last is where a chart starts.
    let states: Vec<f64> = std::iter::once(bottom).chain(nodes).chain(std::iter::once(0.0)).collect();
    let n = states.len();
    let system = nalgebra::DMatrix::from_fn(n, n, |i, j| {
        let to = if j == 0 {
            normal.cdf(reach(states[i], bottom))
        } else if j == n - 1 {
            0.0
        } else {
            let z = reach(states[i], states[j]);
            weights[j - 1] / scale * (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt()
        };
        f64::from(u8::from(i == j)) - to
    });
    let lengths = system.lu().solve(&nalgebra::DVector::from_element(n, 1.0));
    lengths.map_or(f64::INFINITY, |lengths| lengths[n - 1])
}

fn gauss_legendre(n: usize, from: f64, to: f64) -> (Vec<f64>, Vec<f64>) {
    let (mut nodes, mut weights) = (vec![0.0; n], vec![0.0; n]);
    let (half, middle) = ((to - from) / 2.0, (to + from) / 2.0);
    for i in 0..n {
        let mut x = (std::f64::consts::PI * (i as f64 + 0.75) / (n as f64 + 0.5)).cos();
        let mut slope = 1.0;
        for _ in 0..50 {
            let (mut before, mut now) = (1.0, x);
            for k in 2..=n {
                let next = ((2 * k - 1) as f64 * x * now - (k - 1) as f64 * before) / k as f64;
                before = now;
                now = next;
            }
            slope = n as f64 * (x * now - before) / (x * x - 1.0);
            let step = now / slope;
            x -= step;
            if step.abs() < 1e-15 {
                break;
            }
        }
        nodes[i] = middle - half * x;
        weights[i] = 2.0 * half / ((1.0 - x * x) * slope * slope);
    }
    (nodes, weights)
}

/// The limit at which the chart's average run length without a shift is `wanted`, by bisection.
pub fn limit_for(chart: fn(f64) -> Accumulating, wanted: f64) -> f64 {
    let (mut low, mut high) = (0.1, 12.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if run_length(chart(middle), 0.0) < wanted { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn run_lengths_are_those_of_the_literature() {
        // R package spc 0.6.7, xcusum.arl and xewma.arl(zr = -6), as the specification quotes.
        let cusum = |k, h| Accumulating::Cusum { k, h };
        for (chart, shift, expected, within) in [
            (cusum(0.5, 4.10), 1.0, 8.6, 0.05),
            (cusum(0.5, 4.75), 0.5, 35.0, 0.1),
            (cusum(1.0, 3.01), 1.0, 17.4, 0.1),
            (cusum(1.0, 2.18), 3.0, 1.7, 0.05),
            (Accumulating::Ewma { lambda: 0.2, limit: 2.85 }, 1.0, 9.7, 0.1),
            (Accumulating::Ewma { lambda: 0.4, limit: 2.95 }, 2.0, 3.3, 0.1),
        ] {
            let length = run_length(chart, shift);
            assert!((length - expected).abs() < within, "{chart:?} {shift}: {length}");
        }
    }

    #[test]
    fn a_limit_gives_the_run_length_that_it_was_made_for() {
        let limit = limit_for(|h| Accumulating::Cusum { k: 1.0, h }, 720.0);
        assert!((limit - 2.50).abs() < 0.01, "{limit}");
        assert!((run_length(Accumulating::Cusum { k: 1.0, h: limit }, 0.0) - 720.0).abs() < 0.01);
    }

    #[test]
    fn nine_readings_make_no_chart_and_equal_ones_no_signal() {
        assert_eq!(individuals_chart(&[3.0; 9]), None);
        let flat = individuals_chart(&[3.0; 12]).expect("twelve");
        assert_eq!((flat.sigma, flat.longest_run, flat.is_unusual()), (0.0, 0, false));
    }

    #[test]
    fn a_level_shift_shows_as_a_long_run() {
        let readings: Vec<f64> =
            (0..16).map(|i| if i < 8 { 3.5 } else { 3.0 } + f64::from(i % 3) / 50.0).collect();
        let chart = individuals_chart(&readings).expect("sixteen");
        assert_eq!((chart.longest_run, chart.longest_run_max, chart.n_crossings), (8, 7, 1));
        assert!(chart.is_unusual());
    }
}
