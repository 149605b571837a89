//! The auditor: an attacker with a pencil. It writes everything that a reader can fetch about a round as linear
//! equations, and asks whether any combination of them speaks of fewer than `k` people. Of the guard it knows what is
//! shown, and none of its rules.
//!
//! By rank, as if nothing were rounded: over people's dimension scores, and over their answers to each statement. What
//! whole numbers between the ends of the scale tell beside that is what the attacker of the journeys tries.

use std::collections::{BTreeMap, BTreeSet};

use rand::RngExt;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::groups::plan;
use super::{Bound, RoundFigures, Rules, guard_by};
use crate::domain::answer::Answer;
use crate::domain::confidentiality::{Confidentiality, Mode};
use crate::domain::role::Role;
use crate::domain::survey::tests::{statement, survey};
use crate::domain::survey::{Block, Survey};
use crate::insight::score::SheetAnswers;

/// What the unknowns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// A person's score on a dimension.
    Scores,
    /// A person's answer to a statement, one statement at a time.
    Statements,
}

/// Who attacks: the figures that it can fetch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seat {
    Respondent,
    Facilitator,
}

/// An unknown: one person's answer to one statement.
type Unknown = (usize, String);

struct Audit<'s> {
    survey: &'s Survey,
    sheets: &'s [SheetAnswers],
    depth: Depth,
    /// What every unknown counts in each published number.
    equations: Vec<BTreeMap<Unknown, f64>>,
}

fn value(answer: Answer) -> Option<f64> {
    match answer {
        Answer::Value(value) => Some(value as f64),
        Answer::CannotJudge => None,
    }
}

impl<'s> Audit<'s> {
    fn of(
        survey: &'s Survey,
        sheets: &'s [SheetAnswers],
        figures: &RoundFigures,
        rules: Rules,
        seat: Seat,
        depth: Depth,
    ) -> Audit<'s> {
        let mut audit = Audit { survey, sheets, depth, equations: Vec::new() };
        let mut rows: Vec<BTreeMap<Unknown, f64>> = Vec::new();
        for (dimension, figure) in figures.dimensions.iter().filter(|_| depth != Depth::Statements) {
            if figure.get().is_some_and(|figure| figure.bound == Bound::Exact) {
                let row = audit.mean(|_| true, |sheet| audit.score(sheet, dimension));
                rows.push(row);
            }
        }
        for (id, statement) in &figures.statements {
            let own =
                |sheet: usize| audit.answer(sheet, id).map(|_| BTreeMap::from([((sheet, id.clone()), 1.0)]));
            let is_told = statement.mean.get().is_some_and(|figure| figure.bound == Bound::Exact);
            if is_told && depth != Depth::Scores {
                rows.push(audit.mean(|_| true, own));
            }
        }
        if depth == Depth::Scores {
            // How a dimension's answers lie, as if exactly: each person as often as it answered.
            for (dimension, _) in &figures.dimensions {
                if figures.find_spread(dimension).is_some_and(|spread| spread.get().is_some()) {
                    let all = (0..sheets.len()).filter_map(|sheet| {
                        let n = survey
                            .core_statements(dimension)
                            .filter(|s| audit.answer(sheet, &s.id).is_some());
                        let n = n.count() as f64;
                        Some(audit.score(sheet, dimension)?.into_iter().map(|(u, c)| (u, c * n)).collect())
                    });
                    rows.push(audit.sum(all));
                }
            }
        }
        for groups in figures.groups.dimensions.iter().filter(|_| depth != Depth::Statements) {
            let score = |sheet: usize| audit.score(sheet, &groups.dimension);
            if groups.roles.get().is_some() {
                for role in Role::ALL {
                    let of = |sheet: &SheetAnswers| sheet.role == Some(role);
                    rows.push(audit.mean(of, score));
                }
            }
            if seat == Seat::Facilitator {
                // As if every dot had its name, and exactly: those who know the partners may guess it.
                let plan = plan(survey, sheets, figures, rules);
                for (partner, is_shown) in plan.partners.iter().zip(&plan.is_shown) {
                    if *is_shown {
                        let row = audit.mean(|sheet| sheet.partner == *partner, score);
                        rows.push(row);
                    }
                }
            }
        }
        audit.equations = rows;
        audit
    }

    fn answer(&self, sheet: usize, statement: &str) -> Option<f64> {
        self.sheets[sheet].answers.get(statement).and_then(|answer| value(*answer))
    }

    /// A person's dimension score over its answers, if half of them are there.
    fn score(&self, sheet: usize, dimension: &str) -> Option<BTreeMap<Unknown, f64>> {
        let all: Vec<&str> = self.survey.core_statements(dimension).map(|s| s.id.as_str()).collect();
        let valid: Vec<&str> = all.iter().copied().filter(|id| self.answer(sheet, id).is_some()).collect();
        let is_valid = 2 * valid.len() >= all.len() && !valid.is_empty();
        if self.depth == Depth::Scores {
            return is_valid.then(|| BTreeMap::from([((sheet, dimension.to_owned()), 1.0)]));
        }
        is_valid
            .then(|| valid.iter().map(|id| ((sheet, (*id).to_owned()), 1.0 / valid.len() as f64)).collect())
    }

    fn sum(&self, rows: impl Iterator<Item = BTreeMap<Unknown, f64>>) -> BTreeMap<Unknown, f64> {
        let mut total = BTreeMap::new();
        for (unknown, coefficient) in rows.flatten() {
            *total.entry(unknown).or_insert(0.0) += coefficient;
        }
        total
    }

    /// Mean over partners of the mean over their people.
    fn mean(
        &self,
        belongs: impl Fn(&SheetAnswers) -> bool,
        score: impl Fn(usize) -> Option<BTreeMap<Unknown, f64>>,
    ) -> BTreeMap<Unknown, f64> {
        let mut by_partner: BTreeMap<&str, Vec<BTreeMap<Unknown, f64>>> = BTreeMap::new();
        for (index, sheet) in self.sheets.iter().enumerate().filter(|(_, sheet)| belongs(sheet)) {
            if let Some(row) = score(index) {
                by_partner.entry(&sheet.partner).or_default().push(row);
            }
        }
        let n_partners = by_partner.len() as f64;
        let weighted = by_partner.into_values().flat_map(|rows| {
            let weight = 1.0 / (n_partners * rows.len() as f64);
            rows.into_iter().map(move |row| row.into_iter().map(|(u, c)| (u, c * weight)).collect())
        });
        self.sum(weighted)
    }

    /// Whether some combination speaks of people in `few` and of nobody else, for an attacker that knows the answers of
    /// `own` partner: taking their columns away then lowers the rank.
    fn gives_away(&self, few: &BTreeSet<usize>, own: Option<&str>) -> bool {
        let others: Vec<&Unknown> = self
            .unknowns()
            .into_iter()
            .filter(|(sheet, _)| own != Some(self.sheets[*sheet].partner.as_str()))
            .collect();
        let rest: Vec<&Unknown> = others.iter().copied().filter(|(sheet, _)| !few.contains(sheet)).collect();
        self.rank(&rest) < self.rank(&others)
    }

    fn unknowns(&self) -> BTreeSet<&Unknown> {
        self.equations.iter().flat_map(BTreeMap::keys).collect()
    }

    fn rank(&self, columns: &[&Unknown]) -> usize {
        let at: BTreeMap<&Unknown, usize> = columns.iter().enumerate().map(|(i, u)| (*u, i)).collect();
        let mut rows: Vec<Vec<f64>> = self
            .equations
            .iter()
            .map(|equation| {
                let mut row = vec![0.0; columns.len()];
                for (unknown, coefficient) in equation {
                    if let Some(i) = at.get(unknown) {
                        row[*i] = *coefficient;
                    }
                }
                let length = row.iter().map(|x| x * x).sum::<f64>().sqrt();
                if length > 1e-12 { row.iter().map(|x| x / length).collect() } else { row }
            })
            .collect();
        let mut rank = 0;
        // Gram and Schmidt, the longest remaining row first.
        loop {
            let length = |row: &[f64]| row.iter().map(|x| x * x).sum::<f64>().sqrt();
            let Some((best, size)) =
                rows.iter().map(|row| length(row)).enumerate().max_by(|a, b| a.1.total_cmp(&b.1))
            else {
                return rank;
            };
            if size < 1e-7 {
                return rank;
            }
            let axis: Vec<f64> = rows.swap_remove(best).iter().map(|x| x / size).collect();
            for row in &mut rows {
                let along: f64 = row.iter().zip(&axis).map(|(a, b)| a * b).sum();
                row.iter_mut().zip(&axis).for_each(|(x, a)| *x -= along * a);
            }
            rank += 1;
        }
    }
}

/// An agreement's round: partners of one to seven people, some answers missing.
fn random_round(rng: &mut ChaCha8Rng, survey: &Survey) -> Vec<SheetAnswers> {
    let n_partners = rng.random_range(3..=9);
    let centre = rng.random_range(1.5..4.7);
    let uniform = rng.random_bool(0.3).then(|| rng.random_range(2..=5));
    (0..n_partners)
        .flat_map(|partner| {
            let n = uniform.unwrap_or_else(|| rng.random_range(1..=7));
            let n_executives = rng.random_range(0..=n);
            (0..n)
                .map(|person| {
                    let role = match person {
                        _ if rng.random_bool(0.03) => None,
                        p if p < n_executives => Some(Role::Executive),
                        _ => Some(Role::Practitioner),
                    };
                    let answers = survey
                        .statements
                        .iter()
                        .filter_map(|statement| {
                            if rng.random_bool(0.04) {
                                return None;
                            }
                            let value = (centre + rng.random_range(-1.5..1.5f64)).round().clamp(1.0, 5.0);
                            Some((statement.id.clone(), Answer::Value(value as i64)))
                        })
                        .collect();
                    SheetAnswers { partner: format!("P{partner}"), role, answers }
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

fn four_statements() -> Survey {
    let mut survey = survey(vec![
        statement("A", "trust", Block::Core),
        statement("B", "trust", Block::Core),
        statement("C", "openness", Block::Core),
        statement("D", "openness", Block::Core),
    ]);
    let mut second = survey.dimensions[0].clone();
    second.id = "openness".into();
    survey.dimensions.push(second);
    survey
}

/// Sets of fewer than `k` people to look for: groups by partner and role, joined while they stay small, and people
/// drawn at random.
fn few_people(sheets: &[SheetAnswers], k: usize, rng: &mut ChaCha8Rng) -> Vec<BTreeSet<usize>> {
    let mut groups: BTreeMap<(&str, Option<Role>), BTreeSet<usize>> = BTreeMap::new();
    let mut partners: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (index, sheet) in sheets.iter().enumerate() {
        groups.entry((&sheet.partner, sheet.role)).or_default().insert(index);
        partners.entry(&sheet.partner).or_default().insert(index);
    }
    let base: Vec<&BTreeSet<usize>> =
        groups.values().chain(partners.values()).filter(|group| group.len() < k).collect();
    let mut found: BTreeSet<BTreeSet<usize>> = base.iter().map(|group| (*group).clone()).collect();
    for a in &base {
        for b in &base {
            let joined: BTreeSet<usize> = a.union(b).copied().collect();
            if joined.len() < k {
                found.insert(joined);
            }
        }
    }
    let mut people: Vec<usize> = (0..sheets.len()).collect();
    for _ in 0..20 {
        people.shuffle(rng);
        found.insert(people.iter().copied().take(k - 1).collect());
    }
    found.into_iter().filter(|few| !few.is_empty()).collect()
}

#[derive(Default, Debug)]
struct Tally {
    rounds: usize,
    n_shown: usize,
    n_hidden: usize,
    n_dots: usize,
    n_roles: usize,
    n_spreads: usize,
    by_outsider: usize,
    by_partner: usize,
}

fn audit(rules: Rules, n_rounds: u64) -> Tally {
    let survey = four_statements();
    let asked: Vec<String> = survey.statements.iter().map(|statement| statement.id.clone()).collect();
    let mut tally = Tally::default();
    for seed in 0..n_rounds {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let k = [3, 4, 5][rng.random_range(0..3)];
        let confidentiality = Confidentiality { mode: Mode::Confidential, threshold: k };
        let sheets = random_round(&mut rng, &survey);
        let figures = guard_by(rules, &survey, &asked, confidentiality, &sheets, None, &[]);
        tally.rounds += 1;
        for (_, figure) in &figures.dimensions {
            tally.n_shown += usize::from(figure.get().is_some());
            tally.n_hidden += usize::from(figure.get().is_none());
        }
        tally.n_dots += figures.groups.dimensions.iter().map(|groups| groups.partners.len()).sum::<usize>();
        tally.n_roles += figures.groups.dimensions.iter().filter(|g| g.roles.get().is_some()).count();
        tally.n_spreads += figures.spread.iter().filter(|(_, spread)| spread.get().is_some()).count();
        let few = few_people(&sheets, k as usize, &mut rng);
        let partners: BTreeSet<&str> = sheets.iter().map(|sheet| sheet.partner.as_str()).collect();
        let has_none_of =
            |few: &BTreeSet<usize>, own: &str| few.iter().all(|sheet| sheets[*sheet].partner != own);
        for seat in [Seat::Respondent, Seat::Facilitator] {
            for depth in [Depth::Scores, Depth::Statements] {
                let found = Audit::of(&survey, &sheets, &figures, rules, seat, depth);
                tally.by_outsider += usize::from(few.iter().any(|few| found.gives_away(few, None)));
                tally.by_partner += usize::from(partners.iter().any(|own| {
                    few.iter().any(|few| has_none_of(few, own) && found.gives_away(few, Some(own)))
                }));
            }
        }
    }
    tally
}

#[test]
fn nobody_can_work_out_what_fewer_than_k_people_answered() {
    let tally = audit(Rules::All, 150);
    println!("{tally:?}");
    assert!(tally.n_shown > 100 && tally.n_dots > 50 && tally.n_roles > 20 && tally.n_spreads > 20);
    assert_eq!((tally.by_outsider, tally.by_partner), (0, 0), "{tally:?}");
}

#[test]
fn the_auditor_catches_the_guard_without_its_complement_rule() {
    let tally = audit(Rules::PrimaryOnly, 40);
    println!("{tally:?}");
    assert!(tally.by_outsider > 10 && tally.by_partner > tally.by_outsider, "{tally:?}");
}
