//! The facts of a trend report: rounds up to the end of a period, guarded figures, dated marks, and their inputs.

pub mod follow_up;

use chrono::{Datelike, Months, NaiveDate};
use data_encoding::HEXLOWER;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::domain::agreement::Agreement;
use crate::domain::confidentiality::Confidentiality;
use crate::domain::edition::{Line, compare};
use crate::domain::language::Text;
use crate::domain::period::Period;
use crate::domain::survey::{Alike, Block, Survey};
use crate::insight::disclosure::change::ChangeFigure;
use crate::insight::disclosure::groups::GroupFigures;
use crate::insight::disclosure::signals::SignalFigure;
use crate::insight::disclosure::spread::{self, Spread};
use crate::insight::disclosure::{Disclosed, Figure, RoundFigures, StatementFigure};
use crate::insight::reliability::Consistency;
use crate::plot::trend::MarkKind;
use crate::report::facts::follow_up::FollowUp;

/// How far back a trend looks: two years and a quarter, so that each quarter stands beside the same one a year
/// and two years ago. Source: product decision.
pub const TREND_MONTHS: u32 = 27;

/// One closed round as it comes from the store.
#[derive(Debug, Clone)]
pub struct RoundInput {
    /// Its number.
    pub number: u32,
    /// The day it opened.
    pub date: NaiveDate,
    /// What it asked.
    pub survey: Survey,
    /// Which stored version that was.
    pub survey_version: i64,
    /// What may be shown of it.
    pub figures: RoundFigures,
}

/// What was found by comparing rounds.
#[derive(Debug, Clone, Default)]
pub struct Compared {
    /// Signals that are open in the latest round of the period.
    pub signals: Vec<SignalFigure>,
    /// Its changes since the round before.
    pub changes: Vec<(String, ChangeFigure)>,
    /// How consistent the statements of every round are.
    pub consistency: Option<Consistency>,
}

/// One round in the report.
#[derive(Debug, Clone, Serialize)]
pub struct RoundFact {
    /// Its number.
    pub number: u32,
    /// The day it opened.
    pub date: NaiveDate,
    /// People invited; `None` when nobody knows.
    pub n_invited: Option<usize>,
    /// People who answered.
    pub n_answered: usize,
    /// Partners that could answer.
    pub n_partners: usize,
    /// Partners from which somebody answered.
    pub n_partners_answered: usize,
}

/// One round on one dimension's line.
#[derive(Debug, Clone, Serialize)]
pub struct TrendPoint {
    /// Index in [`Facts::rounds`].
    pub round: usize,
    /// What may be shown.
    pub figure: Disclosed<Figure>,
    /// Its statements read differently from the round before.
    pub is_break: bool,
}

/// A round from which on other questions make a line.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionChange {
    /// The first round that asked them.
    pub round: u32,
    /// The day it opened.
    pub on: NaiveDate,
    /// Names of the themes whose lines changed, with what became of them.
    pub lines: Vec<(Text, Line)>,
}

/// A dimension over the rounds.
#[derive(Debug, Clone, Serialize)]
pub struct DimensionTrend {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Rounds that asked it, by date.
    pub points: Vec<TrendPoint>,
}

/// A statement in the last round.
#[derive(Debug, Clone, Serialize)]
pub struct StatementFact {
    /// Its id.
    pub id: String,
    /// Its wording.
    pub text: Text,
    /// Name of its dimension.
    pub dimension: Text,
    /// Whether agreeing means a low score.
    pub is_reversed: bool,
    /// What may be shown.
    pub figure: StatementFigure,
}

/// How important a theme is to people, and where it stands.
#[derive(Debug, Clone, Serialize)]
pub struct ImportanceFact {
    /// Id of the dimension.
    pub dimension: String,
    /// Its name.
    pub name: Text,
    /// Importance and standing, both or neither.
    pub figures: Disclosed<(Figure, Figure)>,
}

/// A dated mark.
#[derive(Debug, Clone)]
pub struct MarkFact {
    /// The day.
    pub on: NaiveDate,
    /// What it stands for.
    pub kind: MarkKind,
    /// A few words.
    pub title: Text,
}

/// A trend report's facts.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Short name of the agreement.
    pub agreement: String,
    /// What people call it.
    pub title: Text,
    /// Why it exists.
    pub purpose: Text,
    /// The reported period.
    pub period: Period,
    /// Rounds of the trend, by date; the last ones lie in the period.
    pub rounds: Vec<RoundFact>,
    /// Index of the last round within the period; `None` when the period had none.
    pub latest: Option<usize>,
    /// Lowest and highest value of the scale.
    pub scale: (i64, i64),
    /// Where other questions were asked from then on, and what that did to lines; by date.
    pub question_changes: Vec<QuestionChange>,
    /// Dimensions, in the order of the survey.
    pub dimensions: Vec<DimensionTrend>,
    /// How the answers to each dimension lie over the period's rounds, in the order of [`Facts::dimensions`].
    pub spreads: Vec<Disclosed<Spread>>,
    /// Statements of the latest round.
    pub statements: Vec<StatementFact>,
    /// How important each theme is beside where it stands, in the latest round; empty when that did not ask it.
    pub importance: Vec<ImportanceFact>,
    /// Marks within the trend, by date.
    pub marks: Vec<MarkFact>,
    /// Mode and threshold of the latest round.
    pub confidentiality: Option<Confidentiality>,
    /// Survey and version of the latest round.
    pub survey: Option<(String, i64)>,
    /// Partners and roles in the latest round.
    pub groups: GroupFigures,
    /// What stands out in the latest round, partners without names.
    pub signals: Vec<SignalFigure>,
    /// Whether the latest round lies higher or lower than the one before, by dimension.
    pub changes: Vec<(String, ChangeFigure)>,
    /// How consistent the statements of every round are; `None` with too few rounds or people.
    pub consistency: Option<Consistency>,
    /// The agreement and the survey that the signals speak of.
    pub context: (Agreement, Option<Survey>),
    /// What was done with what was heard.
    pub follow_up: FollowUp,
    /// Which program made it.
    pub program: String,
    /// SHA-256 over what it states, figures and words, in hexadecimal.
    pub data_hash: String,
}

impl Facts {
    /// Gathers the facts. `rounds` are closed ones in any order; those after the period or before the trend's
    /// window are left out.
    ///
    /// Empty: without rounds the report states that.
    pub fn gather(
        agreement: &Agreement,
        period: Period,
        rounds: &[RoundInput],
        found: Compared,
        follow_up: FollowUp,
        program: &str,
    ) -> Facts {
        let from = period
            .first_day()
            .checked_sub_months(Months::new(TREND_MONTHS - 3))
            .unwrap_or(period.first_day());
        let mut inputs: Vec<&RoundInput> =
            rounds.iter().filter(|round| (from..=period.last_day()).contains(&round.date)).collect();
        inputs.sort_by_key(|round| (round.date, round.number));
        // One survey a report: the agreement's own, or else the last one asked.
        let own = inputs.iter().any(|round| round.survey.id == agreement.survey);
        let survey = if own {
            Some(agreement.survey.clone())
        } else {
            inputs.last().map(|round| round.survey.id.clone())
        };
        inputs.retain(|round| Some(&round.survey.id) == survey.as_ref());
        let latest = inputs.iter().rposition(|round| round.date >= period.first_day());
        let newest = inputs.last().map(|round| &round.survey);
        let facts: Vec<RoundFact> = inputs
            .iter()
            .map(|round| {
                let participation = &round.figures.participation();
                RoundFact {
                    number: round.number,
                    date: round.date,
                    n_invited: participation.n_invited,
                    n_answered: participation.n_answered,
                    n_partners: participation.n_partners,
                    n_partners_answered: participation.n_partners_answered,
                }
            })
            .collect();
        let dimensions: Vec<DimensionTrend> = newest
            .map_or_else(Vec::new, |survey| survey.dimensions.iter().map(|d| trend_of(d, &inputs)).collect());
        let dimensions: Vec<DimensionTrend> =
            dimensions.into_iter().filter(|dimension| !dimension.points.is_empty()).collect();
        let question_changes = question_changes(&inputs);
        let spreads = dimensions.iter().map(|dimension| spread_of(dimension, &inputs, period)).collect();
        let statements = latest.map_or_else(Vec::new, |index| statements_of(inputs[index]));
        let importance = latest.map_or_else(Vec::new, |index| importance_of(inputs[index]));
        let first_day = facts.first().map_or(period.first_day(), |round| round.date);
        let mut gathered = Facts {
            agreement: agreement.id.clone(),
            title: agreement.title.clone(),
            purpose: agreement.purpose.clone(),
            period,
            latest,
            scale: newest.map_or((1, 5), |survey| (survey.scale.min, survey.scale.max)),
            dimensions,
            spreads,
            statements,
            importance,
            marks: marks_of(agreement, &question_changes, first_day, period.last_day()),
            question_changes,
            confidentiality: latest.map(|index| inputs[index].figures.confidentiality()),
            survey: latest.map(|index| (inputs[index].survey.id.clone(), inputs[index].survey_version)),
            rounds: facts,
            groups: latest.map_or_else(GroupFigures::default, |index| inputs[index].figures.groups().clone()),
            signals: found.signals,
            changes: found.changes,
            consistency: found.consistency,
            context: (agreement.clone(), newest.cloned()),
            follow_up,
            program: program.to_owned(),
            data_hash: String::new(),
        };
        gathered.data_hash = gathered.hash();
        gathered
    }

    /// The rounds that lie in the period.
    pub fn rounds_in_period(&self) -> impl Iterator<Item = &RoundFact> {
        let first = self.period.first_day();
        self.rounds.iter().filter(move |round| round.date >= first)
    }

    fn hash(&self) -> String {
        // Every field is named: a new one is either stated or left out on purpose.
        let Facts {
            agreement,
            title,
            purpose,
            period,
            rounds,
            question_changes,
            dimensions,
            spreads,
            statements,
            importance,
            marks,
            survey,
            groups,
            signals,
            changes,
            consistency,
            context: (text, _),
            follow_up,
            // Follows from rounds and survey.
            latest: _,
            scale: _,
            confidentiality: _,
            // Who tells it is no figure.
            program: _,
            data_hash: _,
        } = self;
        // The day of telling is no figure: telling the same a day later is telling the same.
        let FollowUp { outcomes, adjustments, lessons, next, as_of: _, rounds: _ } = follow_up;
        let told = (outcomes, adjustments, lessons, next);
        let marks: Vec<_> =
            marks.iter().map(|MarkFact { on, title, kind }| (on, title, kind.code())).collect();
        let words = (title, purpose, &text.articles, marks);
        let stated = (
            agreement,
            period,
            rounds,
            dimensions,
            (statements, importance, spreads),
            (survey, consistency, question_changes),
        );
        let stated = (stated, groups, signals, changes, told, words);
        // Plain data always serialises; an empty text would only make a hash that matches nothing.
        let json = serde_json::to_vec(&stated).unwrap_or_default();
        HEXLOWER.encode(&Sha256::digest(json))
    }
}

fn trend_of(dimension: &crate::domain::survey::Dimension, inputs: &[&RoundInput]) -> DimensionTrend {
    let mut points = Vec::new();
    let mut before: Option<&Survey> = None;
    for (index, round) in inputs.iter().enumerate() {
        let Some(figure) = round.figures.find_dimension(&dimension.id) else { continue };
        let is_break =
            before.is_some_and(|survey| survey.alike_in(&round.survey, &dimension.id) != Alike::All);
        points.push(TrendPoint { round: index, figure: figure.clone(), is_break });
        before = Some(&round.survey);
    }
    DimensionTrend { id: dimension.id.clone(), name: dimension.name.clone(), points }
}

/// How a dimension's answers lie in the rounds of the period that read alike.
fn spread_of(dimension: &DimensionTrend, inputs: &[&RoundInput], period: Period) -> Disclosed<Spread> {
    let since = dimension.points.iter().rposition(|point| point.is_break).unwrap_or(0);
    let rounds = dimension.points[since..].iter().map(|point| inputs[point.round]);
    let own = rounds.filter(|round| round.date >= period.first_day());
    spread::over(own.filter_map(|round| round.figures.find_spread(&dimension.id)))
}

fn statements_of(round: &RoundInput) -> Vec<StatementFact> {
    round
        .figures
        .statements()
        .iter()
        .filter_map(|(id, figure)| {
            let statement = round.survey.find_statement(id).filter(|one| one.block.has_reading())?;
            Some(StatementFact {
                id: id.to_owned(),
                text: statement.text.clone(),
                dimension: round.survey.find_dimension(&statement.dimension)?.name.clone(),
                is_reversed: statement.reversed,
                figure: figure.clone(),
            })
        })
        .collect()
}

/// Themes by how far importance lies above standing, as they are told; those of too few answers last.
fn importance_of(round: &RoundInput) -> Vec<ImportanceFact> {
    let asked = round.survey.statements.iter().filter(|statement| statement.block == Block::Importance);
    let mut facts: Vec<ImportanceFact> = asked
        .filter_map(|statement| {
            let importance = &round.figures.find_statement(&statement.id)?.mean();
            let standing = round.figures.find_dimension(&statement.dimension)?;
            let dimension = round.survey.find_dimension(&statement.dimension)?;
            Some(ImportanceFact {
                dimension: dimension.id.clone(),
                name: dimension.name.clone(),
                figures: importance.beside(standing),
            })
        })
        .collect();
    let missing = |fact: &ImportanceFact| {
        let told = fact.figures.get();
        told.map_or(f64::INFINITY, |(importance, standing)| {
            standing.mean().value() - importance.mean().value()
        })
    };
    facts.sort_by(|a, b| missing(a).total_cmp(&missing(b)));
    facts
}

/// Rounds whose questions make other lines than those of the round before. Source: truth rule 5.
fn question_changes(inputs: &[&RoundInput]) -> Vec<QuestionChange> {
    let changes = inputs.windows(2).filter_map(|pair| {
        let (old, new) = (&pair[0].survey, &pair[1].survey);
        let name =
            |id: &str| new.find_dimension(id).or(old.find_dimension(id)).map(|found| found.name.clone());
        let lines: Vec<(Text, Line)> = compare(old, new)
            .themes
            .into_iter()
            .filter(|theme| !matches!(theme.line, Line::GoesOn | Line::None))
            .filter_map(|theme| Some((name(&theme.id)?, theme.line)))
            .collect();
        (!lines.is_empty()).then_some(QuestionChange { round: pair[1].number, on: pair[1].date, lines })
    });
    changes.collect()
}

fn marks_of(
    agreement: &Agreement,
    changes: &[QuestionChange],
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<MarkFact> {
    let questions = changes.iter().map(|change| MarkFact {
        on: change.on,
        kind: MarkKind::Questions,
        title: Text::new("andere vragen", "other questions"),
    });
    let events = agreement.events.iter().map(|event| MarkFact {
        on: event.on,
        kind: MarkKind::Event,
        title: event.title.clone(),
    });
    let adjustments = agreement.adjustments.iter().map(|adjustment| MarkFact {
        on: adjustment.on,
        kind: MarkKind::Adjustment,
        title: adjustment.title.clone(),
    });
    let mut marks: Vec<MarkFact> =
        events.chain(adjustments).chain(questions).filter(|mark| (from..=to).contains(&mark.on)).collect();
    marks.sort_by_key(|mark| mark.on);
    marks
}

/// A mark's letter on a small drawing: *a* to *z*, then *aa*.
pub fn mark_letter(index: usize) -> String {
    let letter = char::from(b'a' + (index % 26) as u8);
    letter.to_string().repeat(index / 26 + 1)
}

/// Days from one date to another, for an axis.
pub fn days_between(from: NaiveDate, to: NaiveDate) -> f64 {
    f64::from(to.num_days_from_ce() - from.num_days_from_ce())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::survey::Block;
    use crate::domain::survey::tests::{statement, survey};
    use crate::insight::disclosure::guard;
    use crate::insight::disclosure::tests::sheets;

    fn agreement() -> Agreement {
        Agreement {
            id: "a".into(),
            title: Text::new("A", "A"),
            purpose: Text::new("A", "A"),
            languages: vec![],
            time_zone: "Europe/Amsterdam".into(),
            survey: "test".into(),
            confidentiality: Default::default(),
            articles: vec![],
            partners: vec![],
            people: vec![],
            statements: vec![],
            events: vec![],
            adjustments: vec![],
        }
    }

    fn round(number: u32, date: &str, wording: &str) -> RoundInput {
        let mut asked = statement("A", "trust", Block::Core);
        asked.text.nl = wording.into();
        let survey = survey(vec![asked]);
        let rows: Vec<(&str, i64)> =
            ["P", "Q", "R", "S", "T"].into_iter().flat_map(|p| [(p, 3), (p, 4)]).collect();
        let figures = guard(&survey, &["A".into()], survey.confidentiality, &sheets(&rows), None, &[]);
        RoundInput {
            number,
            date: date.parse().expect("a date"),
            survey,
            survey_version: i64::from(number),
            figures,
        }
    }

    fn gather(rounds: &[RoundInput]) -> Facts {
        Facts::gather(
            &agreement(),
            "2026-Q2".parse().expect("a period"),
            rounds,
            Compared::default(),
            FollowUp::default(),
            "test",
        )
    }

    #[test]
    fn a_changed_wording_breaks_the_line_at_its_round_and_only_there() {
        let facts = gather(&[
            round(1, "2026-02-03", "Oud."),
            round(2, "2026-03-03", "Oud."),
            round(3, "2026-04-07", "Nieuw."),
            round(4, "2026-05-05", "Nieuw."),
        ]);
        let breaks: Vec<bool> = facts.dimensions[0].points.iter().map(|point| point.is_break).collect();
        assert_eq!(breaks, [false, false, true, false]);
        let figures = super::super::figures::Figures::draw(&facts, Default::default()).expect("drawn");
        let unbroken = gather(&[round(1, "2026-02-03", "Oud."), round(2, "2026-05-05", "Oud.")]);
        let whole = super::super::figures::Figures::draw(&unbroken, Default::default()).expect("drawn");
        let n_lines = |svg: &str| svg.matches("<polygon").count();
        assert_eq!(
            (n_lines(&figures.trends[0].svg), n_lines(&whole.trends[0].svg)),
            (2, 1),
            "one band a stretch"
        );
    }

    #[test]
    fn rounds_after_the_period_and_before_the_window_are_left_out_and_an_empty_period_says_so() {
        let facts =
            gather(&[round(1, "2023-01-03", "x"), round(2, "2026-03-03", "x"), round(3, "2026-07-07", "x")]);
        assert_eq!(facts.rounds.iter().map(|round| round.number).collect::<Vec<_>>(), [2]);
        assert_eq!(facts.latest, None);
        assert!(facts.statements.is_empty());
    }

    #[test]
    fn the_order_of_rounds_never_matters_and_the_hash_tells_other_data_apart() {
        let (a, b) = (round(1, "2026-04-07", "x"), round(2, "2026-05-05", "x"));
        let there = gather(&[a.clone(), b.clone()]);
        assert_eq!(there.data_hash, gather(&[b.clone(), a]).data_hash);
        assert_ne!(there.data_hash, gather(&[b]).data_hash);
    }
}
