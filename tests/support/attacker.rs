//! An attacker with a pencil and a solver. Of the guard it knows what is published and none of its rules: it writes every
//! figure of a round as inequalities over people's answers, puts in the answers that it knows, and asks how far anybody
//! else's can still be from what they are.

use std::collections::BTreeMap;
use std::time::Duration;

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use serde_json::Value;

/// One person's answers, turned so that high means good; a skipped statement is absent.
#[derive(Debug, Clone)]
pub struct Person {
    pub partner: usize,
    pub is_executive: bool,
    pub answers: BTreeMap<String, i64>,
}

/// A round as it really was: what the attacker knows a part of.
#[derive(Debug, Clone)]
pub struct Truth {
    pub people: Vec<Person>,
    /// Statements by theme.
    pub themes: BTreeMap<String, Vec<String>>,
    pub threshold: usize,
}

/// What each answer counts in a sum: by person and statement.
type Weights = BTreeMap<(usize, String), f64>;

/// What is asked about somebody: in words, as a sum of answers, and how much room it needs.
type Wanted = (String, Weights, f64);

/// What a figure says of the sum of weighed answers: between these two.
struct Said {
    weights: Weights,
    low: f64,
    high: f64,
}

/// Somebody who was found out.
#[derive(Debug)]
pub struct Breach {
    pub about: String,
    pub known: Vec<usize>,
    pub low: f64,
    pub high: f64,
}

impl std::fmt::Display for Breach {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Breach { about, known, low, high } = self;
        write!(f, "{about} lies between {low:.2} and {high:.2} to partners {known:?}")
    }
}

const MIN: f64 = 1.0;
const MAX: f64 = 5.0;
const NOISE: f64 = 1e-6;

impl Truth {
    fn of_partner(&self, partner: usize) -> impl Iterator<Item = (usize, &Person)> {
        self.people.iter().enumerate().filter(move |(_, person)| person.partner == partner)
    }

    pub fn partners(&self) -> Vec<usize> {
        let mut partners: Vec<usize> = self.people.iter().map(|person| person.partner).collect();
        partners.sort_unstable();
        partners.dedup();
        partners
    }

    /// A person's score on some statements, if half of them are there.
    fn score(&self, person: usize, statements: &[String]) -> Option<Weights> {
        let given: Vec<&String> =
            statements.iter().filter(|id| self.people[person].answers.contains_key(*id)).collect();
        let is_valid = !given.is_empty() && 2 * given.len() >= statements.len();
        let weight = 1.0 / given.len().max(1) as f64;
        is_valid.then(|| given.into_iter().map(|id| ((person, id.clone()), weight)).collect())
    }

    /// Mean over partners of the mean over their people.
    fn mean(&self, statements: &[String], belongs: impl Fn(&Person) -> bool) -> Weights {
        let mut by_partner: BTreeMap<usize, Vec<Weights>> = BTreeMap::new();
        for (at, person) in self.people.iter().enumerate().filter(|(_, person)| belongs(person)) {
            if let Some(score) = self.score(at, statements) {
                by_partner.entry(person.partner).or_default().push(score);
            }
        }
        let n_partners = by_partner.len() as f64;
        let mut weights = BTreeMap::new();
        for people in by_partner.values() {
            for (unknown, weight) in people.iter().flatten() {
                *weights.entry(unknown.clone()).or_insert(0.0) += weight / (n_partners * people.len() as f64);
            }
        }
        weights
    }

    fn value(&self, weights: &Weights) -> f64 {
        weights.iter().map(|((person, id), weight)| weight * self.people[*person].answers[id] as f64).sum()
    }

    /// Everything that a round's figures say of a theme.
    fn said(&self, figures: &Value, theme: &str) -> Vec<Said> {
        let statements = &self.themes[theme];
        let mut said = Vec::new();
        let mut add = |weights: Weights, figure: &Value| {
            let Some(mean) = figure["mean"].as_i64().map(|tenths| tenths as f64 / 10.0) else { return };
            let (low, high) = match figure["bound"].as_str().unwrap() {
                "exact" => (mean - 0.05, mean + 0.05),
                "at_least" => (mean, MAX),
                "at_most" => (MIN, mean),
                other => panic!("{other}"),
            };
            let truth = self.value(&weights);
            assert!(low - NOISE <= truth && truth <= high + NOISE, "{theme}: {figure} is said of {truth}");
            said.push(Said { weights, low, high });
        };
        for entry in figures["dimensions"].as_array().unwrap().iter().filter(|entry| entry[0] == *theme) {
            add(self.mean(statements, |_| true), &entry[1]);
        }
        for entry in figures["statements"].as_array().unwrap() {
            let id = entry[0].as_str().unwrap().to_owned();
            if statements.contains(&id) {
                add(self.mean(std::slice::from_ref(&id), |_| true), &entry[1]["mean"]);
            }
        }
        for group in figures["groups"]["dimensions"].as_array().into_iter().flatten() {
            if group["dimension"] != *theme {
                continue;
            }
            if let Some(roles) = group["roles"].as_array() {
                add(self.mean(statements, |person| person.is_executive), &roles[0]);
                add(self.mean(statements, |person| !person.is_executive), &roles[1]);
            }
            // Dots have no names; whoever knows the partners may guess them, so here they have.
            let mut left = self.partners();
            let mut dots: Vec<&Value> = group["partners"].as_array().unwrap().iter().collect();
            dots.sort_by_key(|dot| dot["figure"]["bound"] != "exact");
            for dot in dots {
                let figure = &dot["figure"];
                let (mean, n) =
                    (figure["mean"].as_i64().unwrap() as f64 / 10.0, figure["n_respondents"].as_u64());
                // The nearest of those with as many people; a bound is of the furthest beyond it.
                let distance = |partner: &usize| {
                    let weights = self.mean(statements, |person| person.partner == *partner);
                    let people: std::collections::BTreeSet<usize> = weights.keys().map(|(p, _)| *p).collect();
                    let truth = self.value(&weights);
                    let distance = match figure["bound"].as_str().unwrap() {
                        "exact" => (truth - mean).abs(),
                        "at_least" => mean - truth,
                        _ => truth - mean,
                    };
                    if Some(people.len() as u64) == n { distance } else { f64::INFINITY }
                };
                let nearest =
                    (0..left.len()).min_by(|a, b| distance(&left[*a]).total_cmp(&distance(&left[*b])));
                let at = nearest.expect("a dot is somebody's");
                let partner = left.remove(at);
                add(self.mean(statements, |person| person.partner == partner), figure);
            }
        }
        // A histogram of one statement, as an earlier version told it.
        for (id, counts) in figures["histograms"].as_object().into_iter().flatten() {
            let of = |(person, own): &(usize, Person)| own.answers.get(id).map(|_| (*person, id.clone()));
            let people: Vec<(usize, Person)> = self.people.iter().cloned().enumerate().collect();
            let n = counts.as_array().unwrap().iter().filter_map(Value::as_f64);
            let sum: f64 = n.enumerate().map(|(at, n)| (at + 1) as f64 * n).sum();
            let weights: BTreeMap<_, _> =
                people.iter().filter_map(of).map(|unknown| (unknown, 1.0)).collect();
            let told: Vec<usize> =
                (0..5).filter(|at| counts[*at].as_u64().unwrap_or(0) > 0).map(|at| at + 1).collect();
            for unknown in weights.keys() {
                let own = BTreeMap::from([(unknown.clone(), 1.0)]);
                said.push(Said { weights: own, low: told[0] as f64, high: *told.last().unwrap() as f64 });
            }
            said.push(Said { weights, low: sum, high: sum });
        }
        // An interval of no width, made of this round's spread, says that all partners' means are the same.
        if figures["equal"] == *theme {
            let partners = self.partners();
            for pair in partners.windows(2) {
                let mut weights = self.mean(statements, |person| person.partner == pair[0]);
                for (unknown, weight) in self.mean(statements, |person| person.partner == pair[1]) {
                    weights.insert(unknown, -weight);
                }
                said.push(Said { weights, low: -0.05, high: 0.05 });
            }
        }
        said
    }

    /// How far a weighed sum of answers can go, to whoever knows some partners' answers; `None` when the solver did not
    /// finish.
    fn range(&self, said: &[Said], target: &Weights, known: &[usize], is_whole: bool) -> Option<(f64, f64)> {
        let solve = |direction: OptimizationDirection| -> Option<f64> {
            let mut problem = Problem::new(direction);
            problem.set_time_limit(Duration::from_secs(2));
            let mut variables: BTreeMap<&(usize, String), Variable> = BTreeMap::new();
            for unknown in target.keys().chain(said.iter().flat_map(|one| one.weights.keys())) {
                variables.entry(unknown).or_insert_with(|| {
                    let weight = target.get(unknown).copied().unwrap_or(0.0);
                    let person = &self.people[unknown.0];
                    let own = person.answers[&unknown.1];
                    match (known.contains(&person.partner), is_whole) {
                        (true, _) => problem.add_var(weight, (own as f64, own as f64)),
                        (false, false) => problem.add_var(weight, (MIN, MAX)),
                        (false, true) => problem.add_integer_var(weight, (MIN as i32, MAX as i32)),
                    }
                });
            }
            for one in said {
                let terms: Vec<_> = one.weights.iter().map(|(unknown, w)| (variables[unknown], *w)).collect();
                problem.add_constraint(terms.clone(), ComparisonOp::Ge, one.low - NOISE);
                problem.add_constraint(terms, ComparisonOp::Le, one.high + NOISE);
            }
            match problem.solve() {
                Ok(microlp::SolveOutcome::Solution(solution)) => Some(solution.objective()),
                _ => None,
            }
        };
        Some((solve(OptimizationDirection::Minimize)?, solve(OptimizationDirection::Maximize)?))
    }

    /// Who is found out by a round's figures.
    ///
    /// (a) Nobody's answer to a statement may be down to one value. (b) The mean of the fewer than `threshold` people of a
    /// partner keeps two points to whoever knows nobody's answers, and one to whoever knows one or two partners'.
    pub fn breaches(&self, figures: &Value) -> (Vec<Breach>, usize) {
        let (mut breaches, mut n_undecided) = (Vec::new(), 0);
        let partners = self.partners();
        for (theme, statements) in &self.themes {
            let said = self.said(figures, theme);
            if said.is_empty() {
                continue;
            }
            let own = |partner: usize| {
                let weights = self.mean(statements, |person| person.partner == partner);
                if weights.is_empty() { f64::NAN } else { self.value(&weights) }
            };
            let mut by_mean: Vec<usize> = partners.iter().copied().filter(|p| !own(*p).is_nan()).collect();
            by_mean.sort_by(|a, b| own(*a).total_cmp(&own(*b)));
            // Those who know the lowest and the highest answers know most; some others for good measure.
            let n = by_mean.len();
            let mut attackers: Vec<Vec<usize>> = vec![Vec::new()];
            let single = [0, 1, n / 2, n.saturating_sub(2), n.saturating_sub(1)];
            attackers.extend(single.iter().filter_map(|at| by_mean.get(*at)).map(|partner| vec![*partner]));
            if partners.len() >= 6 && n >= 3 {
                let pairs = [(0, 1), (0, 2), (n - 1, n - 2), (0, n - 1), (n / 2, 0)];
                attackers.extend(
                    pairs.iter().filter(|(a, b)| a != b).map(|(a, b)| vec![by_mean[*a], by_mean[*b]]),
                );
            }
            // The smallest partners are spoken of most, and those whose people skipped something.
            let mut targets = by_mean.clone();
            targets.sort_by_key(|partner| {
                let skips = self
                    .of_partner(*partner)
                    .any(|(_, person)| statements.iter().any(|id| !person.answers.contains_key(id)));
                (self.of_partner(*partner).count(), !skips)
            });
            targets.truncate(4);
            targets.extend([by_mean.first(), by_mean.last()].into_iter().flatten());
            targets.sort_unstable();
            targets.dedup();
            for known in &attackers {
                for partner in targets.iter().filter(|partner| !known.contains(partner)) {
                    let people: Vec<(usize, &Person)> = self.of_partner(*partner).collect();
                    let mut wanted: Vec<Wanted> = Vec::new();
                    if people.len() < self.threshold {
                        let room = if known.is_empty() { 2.0 } else { 1.0 };
                        let mean = self.mean(statements, |person| person.partner == *partner);
                        wanted.push((format!("{theme} of partner {partner}"), mean, room));
                        for id in statements {
                            let mean =
                                self.mean(std::slice::from_ref(id), |person| person.partner == *partner);
                            if !mean.is_empty() {
                                wanted.push((format!("{id} of partner {partner}"), mean, room));
                            }
                        }
                    }
                    for (at, person) in people.iter().take(2) {
                        for id in statements.iter().filter(|id| person.answers.contains_key(*id)) {
                            let own = BTreeMap::from([((*at, id.clone()), 1.0)]);
                            wanted.push((format!("{id} of person {at} of partner {partner}"), own, 1.0));
                        }
                    }
                    for (about, target, room) in wanted {
                        // Whole numbers where that can be searched out; elsewhere as far as fractions go.
                        let is_whole = self.people.len() <= 14;
                        let Some((low, high)) = self.range(&said, &target, known, is_whole) else {
                            n_undecided += 1;
                            continue;
                        };
                        if high - low < room - 1e-4 {
                            breaches.push(Breach { about, known: known.clone(), low, high });
                        }
                    }
                }
            }
        }
        (breaches, n_undecided)
    }
}
