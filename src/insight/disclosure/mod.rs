//! The disclosure guard: the only door through which figures leave.
//!
//! Views, plots, reports and exports accept figures only as [`RoundFigures`], which only [`guard`] makes from
//! answers. "Too few answers" is a value that every view draws, not an error. Figures are rounded here, so that
//! no page, plot coordinate or export carries more digits than rule R5 allows.
//!
//! Reading order: here (what may leave about a round), [`cell`] (one mean), [`bounds`] and [`complement`] (rule R2: what
//! may not be worked out from it), [`frozen`] (what was stored),
//! [`groups`] (partners and roles, R3), [`change`] (verdicts), [`effect`] (a change with its size, at a review), [`comments`] (R6), [`participation`] (who answered, per
//! partner, R7), [`signals`] (R8), [`spread`] (R6).

#[cfg(test)]
mod audit;
mod bounds;
mod cell;
pub mod change;
pub mod comments;
pub mod complement;
pub mod effect;
pub mod frozen;
pub mod groups;
pub mod participation;
pub mod signals;
pub mod spread;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use bounds::{MIN_FOR_PAIRS, Told};
use cell::{Cell, Counted, figure, told_of_theme};
use groups::GroupFigures;
use spread::RoundSpread;

use super::interval::Variances;
use super::reading::{Reading, statement_reading};
use super::score::{SheetAnswers, score_over};
use crate::domain::confidentiality::{Confidentiality, Mode};
use crate::domain::survey::{Alike, Block, Statement, Survey};

/// A pooled figure covers at least this many partners. Source: privacy rules, promise 2.
pub const MIN_PARTNERS: usize = 3;
/// Fewest partners and respondents for the mean of one statement, or of a theme of one. Source: privacy rule R1.
pub const MIN_FOR_STATEMENT: (usize, usize) = (5, 10);
/// Share of the scale's length at each end within which a mean is shown as a bound: a mean at the very end
/// would disclose everybody. On 1 to 5 this gives 1.2 and 4.8. Source: privacy rule R5.
pub const END_SHARE: f64 = 0.05;
/// The same with fewer than [`MANY_PARTNERS`] partners: 1.5 and 4.5. Source: the same.
pub const END_SHARE_OF_FEW: f64 = 0.125;
/// Partners from which the ends of the scale are told closer. Source: the same.
pub const MANY_PARTNERS: usize = 8;

/// A value that passed the guard, or word that there were too few answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Disclosed<T>(Option<T>);

impl<T> Disclosed<T> {
    /// Word that there were too few answers.
    pub fn too_few() -> Disclosed<T> {
        Disclosed(None)
    }

    /// The value; `None` means *too few answers* and is drawn as that.
    pub fn get(&self) -> Option<&T> {
        self.0.as_ref()
    }
}

impl<T: Clone> Disclosed<T> {
    /// Two values that are shown beside each other: both, or neither.
    pub fn beside<U: Clone>(&self, other: &Disclosed<U>) -> Disclosed<(T, U)> {
        Disclosed(self.0.clone().zip(other.0.clone()))
    }
}

/// A number in tenths of a point: 3.7 is `Tenths(37)`. The finest figure that anybody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Tenths(i64);

impl Tenths {
    pub(super) fn round(value: f64) -> Tenths {
        // A hair upwards, so that 3.05, stored as 3.0499999…, rounds as people round it.
        Tenths((value * 10.0 + 1e-9).round() as i64)
    }

    /// Whole points and tenths, without a sign.
    pub fn from_parts(whole: i64, tenth: i64) -> Tenths {
        Tenths(10 * whole + tenth)
    }

    /// As a number, for a plot's coordinate.
    pub fn value(self) -> f64 {
        self.0 as f64 / 10.0
    }

    /// Whole part and tenth digit with sign, for wording: (−, 0, 4) is −0.4.
    pub fn parts(self) -> (bool, i64, i64) {
        (self.0 < 0, self.0.abs() / 10, self.0.abs() % 10)
    }
}

/// How a mean is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Bound {
    /// As it stands.
    Exact,
    /// At most this: the true mean lies nearer to the lower end.
    AtMost,
    /// At least this: the true mean lies nearer to the upper end.
    AtLeast,
}

/// A mean that may be shown. Only [`guard`] makes one, and what was stored comes back through [`frozen`]:
///
/// ```compile_fail,E0451
/// use polsslag::insight::disclosure::{Bound, Figure, Tenths};
/// let mean = Tenths::from_parts(5, 0);
/// let forged = Figure { mean, bound: Bound::Exact, ci95: None, n_respondents: 1, n_partners: 1 };
/// ```
///
/// ```compile_fail,E0277
/// use polsslag::insight::disclosure::Figure;
/// let forged: Figure = serde_json::from_str("{}").unwrap();
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// The mean, or the bound that stands for it.
    mean: Tenths,
    /// How to read it.
    bound: Bound,
    /// 95 % interval, cut to the scale; missing for bounds and where statistics give none.
    ci95: Option<(Tenths, Tenths)>,
    /// Respondents behind it.
    n_respondents: usize,
    /// Partners behind it.
    n_partners: usize,
}

impl Figure {
    /// The mean, or the bound that stands for it.
    pub fn mean(&self) -> Tenths {
        self.mean
    }

    /// How to read it.
    pub fn bound(&self) -> Bound {
        self.bound
    }

    /// 95 % interval, cut to the scale; missing for bounds and where statistics give none.
    pub fn ci95(&self) -> Option<(Tenths, Tenths)> {
        self.ci95
    }

    /// Respondents behind it.
    pub fn n_respondents(&self) -> usize {
        self.n_respondents
    }

    /// Partners behind it.
    pub fn n_partners(&self) -> usize {
        self.n_partners
    }

    fn without_interval(self) -> Figure {
        Figure { ci95: None, ..self }
    }
}

/// What may be shown of one statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatementFigure {
    /// Its mean, turned so that high means good.
    mean: Disclosed<Figure>,
}

impl StatementFigure {
    /// Its mean, turned so that high means good.
    pub fn mean(&self) -> &Disclosed<Figure> {
        &self.mean
    }
}

/// Participation of the whole agreement: never a partner's, never a person's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Participation {
    /// People invited; `None` when an import had no roster.
    pub n_invited: Option<usize>,
    /// People who answered anything.
    pub n_answered: usize,
    /// Partners invited; without a roster those that answered.
    pub n_partners: usize,
    /// Partners from which somebody answered.
    pub n_partners_answered: usize,
}

impl Participation {
    /// Whether two partners may put their answers together to learn a third one's (attacker A3).
    fn has_pairs(&self) -> bool {
        self.n_partners >= MIN_FOR_PAIRS
    }
}

/// Everything that may be shown of a closed round. Frozen at closing: a later erasure of answers leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoundFigures {
    /// Edition of the rules that let it through.
    rules: u32,
    /// Mode and threshold that it was guarded with.
    confidentiality: Confidentiality,
    /// Who took part.
    participation: Participation,
    /// By dimension id, in the order of the survey; only dimensions whose line has a point in this round.
    dimensions: Vec<(String, Disclosed<Figure>)>,
    /// By statement id, in the order of the survey; only statements that this round asked.
    statements: Vec<(String, StatementFigure)>,
    /// How the answers to each dimension lie; shown only added up over a period, by [`spread::over`].
    spread: Vec<(String, Disclosed<RoundSpread>)>,
    /// Partners and roles, for those who may see them.
    groups: GroupFigures,
    /// Cells that had enough answers and would have said too much of somebody (R2).
    n_withheld: usize,
}

impl RoundFigures {
    /// Mode and threshold that it was guarded with.
    pub fn confidentiality(&self) -> Confidentiality {
        self.confidentiality
    }

    /// Who took part.
    pub fn participation(&self) -> &Participation {
        &self.participation
    }

    /// By dimension id, in the order of the survey; only dimensions whose line has a point in this round.
    pub fn dimensions(&self) -> &[(String, Disclosed<Figure>)] {
        &self.dimensions
    }

    /// By statement id, in the order of the survey; only statements that this round asked.
    pub fn statements(&self) -> &[(String, StatementFigure)] {
        &self.statements
    }

    /// Partners and roles, for those who may see them.
    pub fn groups(&self) -> &GroupFigures {
        &self.groups
    }

    /// Cells that had enough answers and would have said too much of somebody (R2).
    pub fn n_withheld(&self) -> usize {
        self.n_withheld
    }

    /// The figure of a dimension; `None` when this round asked nothing of its line.
    pub fn find_dimension(&self, id: &str) -> Option<&Disclosed<Figure>> {
        self.dimensions.iter().find(|(dimension, _)| dimension == id).map(|(_, figure)| figure)
    }

    /// How the answers to a dimension lie, for adding up; `None` when this round asked nothing of its line.
    pub fn find_spread(&self, id: &str) -> Option<&Disclosed<RoundSpread>> {
        self.spread.iter().find(|(dimension, _)| dimension == id).map(|(_, spread)| spread)
    }

    /// The figures of a statement; `None` when this round did not ask it.
    pub fn find_statement(&self, id: &str) -> Option<&StatementFigure> {
        self.statements.iter().find(|(statement, _)| statement == id).map(|(_, figure)| figure)
    }
}

/// Computes a closed round's readings and lets through what rules R1, R2, R5 and R9 allow.
///
/// `asked` are the ids of the statements that the round asked. `n_invited` is by partner; `None` without a roster.
/// `earlier` are rounds before this one, newest last: intervals are made of them and of counts, never of this round.
/// Empty: a round without answers has participation and *too few answers* everywhere.
pub fn guard(
    survey: &Survey,
    asked: &[String],
    confidentiality: Confidentiality,
    sheets: &[SheetAnswers],
    n_invited: Option<&BTreeMap<String, usize>>,
    earlier: &[Earlier],
) -> RoundFigures {
    guard_by(Rules::All, survey, asked, confidentiality, sheets, n_invited, earlier)
}

/// An earlier round, for how much people differ.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// What it asked.
    pub survey: Survey,
    /// Its answers.
    pub sheets: Vec<SheetAnswers>,
}

impl Earlier {
    /// Scores on a dimension by partner.
    fn scores(&self, dimension: &str) -> ByPartner<'_> {
        let core: Vec<&Statement> = self.survey.core_statements(dimension).collect();
        let mut found = ByPartner::new();
        for sheet in &self.sheets {
            if let Some((score, _)) = score_over(sheet, &core, &self.survey.scale) {
                found.entry(sheet.partner.as_str()).or_default().push(score);
            }
        }
        found
    }
}

/// Which rules hold. Outside the auditor's own test always all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rules {
    All,
    /// Without R2: what most tools do, and what the auditor must catch.
    PrimaryOnly,
}

fn guard_by(
    rules: Rules,
    survey: &Survey,
    asked: &[String],
    confidentiality: Confidentiality,
    sheets: &[SheetAnswers],
    n_invited: Option<&BTreeMap<String, usize>>,
    earlier: &[Earlier],
) -> RoundFigures {
    let answered: Vec<&SheetAnswers> = sheets.iter().filter(|sheet| !sheet.answers.is_empty()).collect();
    let mut partners: Vec<&str> = answered.iter().map(|sheet| sheet.partner.as_str()).collect();
    partners.sort_unstable();
    partners.dedup();
    let participation = Participation {
        n_invited: n_invited.map(|by_partner| by_partner.values().sum()),
        n_answered: answered.len(),
        n_partners: n_invited.map_or(partners.len(), BTreeMap::len),
        n_partners_answered: partners.len(),
    };
    let round_survey = survey.restricted_to(asked);
    let survey = &round_survey;
    let scores = groups::scores(survey, sheets);
    let counted = Counted { n_invited, unit: survey.scale.unit() };
    let has_pairs = participation.has_pairs();
    let cell = |n_statements: usize| Cell {
        confidentiality,
        // A theme of one statement is that statement; the statements of a larger one hide each other.
        fewest: if n_statements == 1 { MIN_FOR_STATEMENT } else { (0, 0) },
        n_statements,
        has_pairs,
        rules,
    };
    // The fixed order of R2, from its end: a theme's mean by itself; its statements only beside it.
    let mut n_withheld = 0;
    let mut dimensions = Vec::new();
    let mut statement_figures: BTreeMap<&str, Disclosed<Figure>> = BTreeMap::new();
    for scores in &scores {
        let core: Vec<&Statement> = survey.core_statements(scores.dimension).collect();
        let reading = scores.reading();
        let rounds: Vec<ByPartner<'_>> = earlier
            .iter()
            .filter(|round| round.survey.alike_in(survey, scores.dimension) == Alike::All)
            .map(|round| round.scores(scores.dimension))
            .collect();
        let variances = Variances::prior(core.len()).after(&rounds, counted.unit);
        let told = reading.as_ref().and_then(|reading| cell(core.len()).told(reading, &survey.scale));
        let figure_of_theme = |reading: &Reading| {
            let half = counted.half_width(reading, variances);
            figure(reading, told.unwrap_or(Told::Withheld), half, &survey.scale)
        };
        let theme = reading.as_ref().map_or(Disclosed(None), figure_of_theme);
        n_withheld += usize::from(told == Some(Told::Withheld));
        if core.len() == 1 {
            statement_figures.insert(&core[0].id, Disclosed(theme.0.clone().map(Figure::without_interval)));
        } else {
            let own = told_of_theme(sheets, survey, &core, told, cell(1));
            n_withheld += own.n_withheld;
            statement_figures.extend(core.iter().map(|statement| statement.id.as_str()).zip(own.figures));
        }
        dimensions.push((scores.dimension.to_owned(), theme));
    }
    for statement in &survey.statements {
        if statement.block == Block::Core || statement.block == Block::Beside {
            // What stands beside a line is told as a gap only.
            continue;
        }
        let Some(reading) = statement_reading(sheets, survey, statement).reading else { continue };
        let told = cell(1).told(&reading, &survey.scale);
        n_withheld += usize::from(told == Some(Told::Withheld));
        // An importance stands beside its theme, with an interval as that has.
        let half = (statement.block == Block::Importance)
            .then(|| counted.half_width(&reading, Variances::prior(1)))
            .flatten();
        let told = told.unwrap_or(Told::Withheld);
        statement_figures.insert(&statement.id, figure(&reading, told, half, &survey.scale));
    }
    let statements: Vec<(String, StatementFigure)> = survey
        .statements
        .iter()
        .filter(|statement| statement.block != Block::Beside)
        .map(|statement| {
            let mean = statement_figures.remove(statement.id.as_str()).unwrap_or(Disclosed(None));
            (statement.id.clone(), StatementFigure { mean })
        })
        .collect();
    let k = confidentiality.threshold as usize;
    let spread = scores
        .iter()
        .map(|scores| {
            // A line of one statement has one round a period: that would be how one statement's answers lie.
            let is_single = survey.core_statements(scores.dimension).count() < 2;
            let told = !is_single && (confidentiality.mode == Mode::Attributed || scores.may_distribute(k));
            let own = if told { spread::of_round(sheets, survey, scores.dimension) } else { Disclosed(None) };
            (scores.dimension.to_owned(), own)
        })
        .collect();
    let mut figures = RoundFigures {
        rules: frozen::RULES,
        confidentiality,
        participation,
        dimensions,
        statements,
        spread,
        groups: GroupFigures::default(),
        n_withheld,
    };
    let groups = groups::guard_groups(survey, &scores, &figures, rules);
    figures.groups = groups.figures;
    figures.n_withheld += groups.n_withheld;
    figures
}

/// Rules R1 and R2 by counts of people per partner: enough of them, of enough partners, and enough beside the largest,
/// since that one may take its own answers away.
fn is_enough(n_by_partner: impl Iterator<Item = usize>, k: usize) -> bool {
    let counts: Vec<usize> = n_by_partner.filter(|n| *n > 0).collect();
    let (n, most): (usize, usize) = (counts.iter().sum(), counts.iter().max().copied().unwrap_or(0));
    counts.len() >= MIN_PARTNERS && n >= k && n - most >= k
}

/// The strictest of several promises: attributed only if all of them are, and the highest threshold. `None` for none.
fn strictest(rules: impl Iterator<Item = Confidentiality>) -> Option<Confidentiality> {
    rules.reduce(|a, b| Confidentiality {
        mode: if a.mode == Mode::Attributed { b.mode } else { a.mode },
        threshold: a.threshold.max(b.threshold),
    })
}

/// Scores by partner.
type ByPartner<'s> = BTreeMap<&'s str, Vec<f64>>;

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::answer::Answer;
    use crate::domain::survey::{
        Block,
        tests::{statement, survey},
    };

    pub(crate) fn sheets(rows: &[(&str, i64)]) -> Vec<SheetAnswers> {
        rows.iter()
            .map(|(partner, value)| SheetAnswers {
                partner: (*partner).to_owned(),
                role: None,
                answers: ["A", "B"].map(|id| (id.to_owned(), Answer::Value(*value))).into(),
            })
            .collect()
    }

    fn figures(rows: &[(&str, i64)], mode: Mode) -> RoundFigures {
        let survey = survey(["A", "B"].map(|id| statement(id, "trust", Block::Core)).to_vec());
        let asked = ["A".into(), "B".into()];
        guard(&survey, &asked, Confidentiality { mode, threshold: 5 }, &sheets(rows), None, &[])
    }

    fn check(rows: &[(&str, i64)], expected: Option<(i64, Bound)>) {
        let figures = figures(rows, Mode::Confidential);
        let shown = figures.dimensions[0].1.get().map(|figure| (figure.mean.0, figure.bound));
        assert_eq!(shown, expected, "{rows:?}");
    }

    #[test]
    fn a_figure_needs_enough_respondents_and_three_partners() {
        check(&[("P", 3), ("P", 4), ("Q", 3), ("R", 3)], None);
        check(&[("P", 3), ("P", 3), ("P", 3), ("Q", 4), ("Q", 4), ("Q", 4)], None);
        check(&[("P", 3), ("P", 3), ("Q", 4), ("Q", 4), ("R", 2), ("R", 2), ("R", 2)], None);
        check(
            &[("P", 3), ("P", 3), ("P", 3), ("Q", 4), ("Q", 4), ("R", 2), ("R", 2), ("R", 2)],
            Some((30, Bound::Exact)),
        );
    }

    #[test]
    fn a_partner_that_knows_its_own_answers_cannot_reach_fewer_than_k_others() {
        // Nine answers, but five of them are P's own: subtracting them leaves four people.
        check(
            &[("P", 3), ("P", 3), ("P", 3), ("P", 3), ("P", 3), ("Q", 4), ("Q", 4), ("R", 2), ("R", 2)],
            None,
        );
    }

    #[test]
    fn a_mean_at_the_end_of_the_scale_is_a_bound_further_from_the_end_among_few_partners() {
        let all = |partners: &[&'static str]| -> Vec<(&str, i64)> {
            partners.iter().flat_map(|partner| [(*partner, 5); 4]).collect()
        };
        check(&all(&["P", "Q", "R"]), Some((40, Bound::AtLeast)));
        check(&all(&["P", "Q", "R", "S", "T", "U", "V", "W"]), Some((45, Bound::AtLeast)));
    }

    #[test]
    fn a_statement_needs_ten_people_of_five_partners_and_so_does_a_theme_of_one() {
        let of = |partners: &[&'static str]| -> Vec<(&str, i64)> {
            partners.iter().flat_map(|partner| [(*partner, 3), (*partner, 4), (*partner, 3)]).collect()
        };
        let mean = |rows: &[(&str, i64)]| {
            figures(rows, Mode::Confidential).statements[0].1.mean.get().map(|figure| figure.mean)
        };
        let few = of(&["P", "Q", "R", "S"]);
        check(&few, Some((33, Bound::Exact)));
        assert_eq!(mean(&few), None, "four partners");
        assert_eq!(mean(&of(&["P", "Q", "R", "S", "T"])), Some(Tenths(33)));
        let survey = survey(vec![statement("A", "trust", Block::Core)]);
        let confidentiality = Confidentiality { mode: Mode::Confidential, threshold: 5 };
        let figures = guard(&survey, &["A".into()], confidentiality, &sheets(&few), None, &[]);
        assert_eq!(figures.dimensions[0].1.get(), None);
    }

    #[test]
    fn answers_of_too_few_people_or_partners_are_not_counted_in_how_they_lie() {
        let told = |n_partners: usize, n_people: usize| {
            let names = ["P", "Q", "R", "S", "T", "U"];
            let rows: Vec<(&str, i64)> = names[..n_partners]
                .iter()
                .flat_map(|name| (0..n_people).map(|i| (*name, 3 + i as i64 % 2)))
                .collect();
            let figures = figures(&rows, Mode::Confidential);
            figures.find_spread("trust").is_some_and(|spread| spread.get().is_some())
        };
        assert!(!told(4, 5), "four partners");
        assert!(!told(6, 1), "six people");
        assert!(told(6, 3));
    }

    #[test]
    fn an_interval_is_the_same_whatever_was_answered() {
        let width = |values: [i64; 3]| {
            let rows: Vec<(&str, i64)> =
                ["P", "Q", "R", "S"].into_iter().flat_map(|p| values.map(|value| (p, value))).collect();
            let figures = figures(&rows, Mode::Confidential);
            figures.dimensions[0].1.get().and_then(|figure| figure.ci95).map(|(low, high)| high.0 - low.0)
        };
        assert!(width([3, 3, 3]).is_some_and(|width| width > 0));
        assert_eq!(width([3, 3, 3]), width([1, 3, 5]));
    }

    #[test]
    fn attributed_answers_are_shown_from_the_first() {
        let figures = figures(&[("P", 3)], Mode::Attributed);
        assert!(figures.dimensions[0].1.get().is_some());
        assert!(figures.find_spread("trust").is_some_and(|spread| spread.get().is_none()));
    }

    #[test]
    fn tenths_round_as_people_round() {
        for (value, expected) in [(3.05, 31), (3.45, 35), (2.949, 29), (-0.25, -2), (3.0, 30)] {
            assert_eq!(Tenths::round(value), Tenths(expected), "{value}");
        }
    }

    #[test]
    fn frozen_figures_survive_their_json() {
        let rows: Vec<(&str, i64)> =
            ["P", "Q", "R"].into_iter().flat_map(|p| [(p, 2), (p, 3), (p, 4), (p, 4)]).collect();
        let figures = figures(&rows, Mode::Confidential);
        let json = serde_json::to_string(&figures).expect("figures are plain data");
        assert_eq!(frozen::thaw_round(&json, &survey(Vec::new()).scale).expect("own json"), figures);
    }
}
