//! Answers over rounds as the statistics see them: partners, people and statements by index, nobody's name.

use chrono::NaiveDate;

use super::score::SheetAnswers;
use crate::domain::survey::Survey;

/// One person's sheet in one round.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelSheet {
    /// Index in [`Panel::partners`].
    pub partner: usize,
    /// Index of the person: the same in every round.
    pub person: usize,
    /// What was answered.
    pub answers: SheetAnswers,
}

/// An invited person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Invited {
    /// Index in [`Panel::partners`].
    pub partner: usize,
    /// Index of the person.
    pub person: usize,
}

/// One round, closed.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelRound {
    /// Its number.
    pub number: u32,
    /// Its date.
    pub date: NaiveDate,
    /// The survey as this round asked it: statements that it did not ask are left out.
    pub survey: Survey,
    /// Sheets that were handed in, in any order.
    pub sheets: Vec<PanelSheet>,
    /// Who was invited; `None` when nobody knows.
    pub invited: Option<Vec<Invited>>,
}

/// Rounds of one agreement and survey, by date.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// The survey, as last asked.
    pub survey: Survey,
    /// Short names, ascending.
    pub partners: Vec<String>,
    /// How many different people there are.
    pub n_people: usize,
    /// The dimensions that composites and signals take, by [`crate::domain::edition::signal_dimensions`].
    pub detectors: Vec<String>,
    /// Rounds by date.
    pub rounds: Vec<PanelRound>,
}

impl Panel {
    /// The dimensions that composites and signals take.
    pub fn detector_dimensions(&self) -> Vec<&str> {
        self.detectors.iter().map(String::as_str).collect()
    }

    /// Stretches of rounds that asked the same core statements: signals compare rounds within one only.
    pub fn stretches(&self) -> Vec<Panel> {
        let dimensions = self.detector_dimensions();
        let same = |a: &PanelRound, b: &PanelRound| dimensions.iter().all(|d| a.core_ids(d) == b.core_ids(d));
        self.rounds.chunk_by(same).map(|rounds| Panel { rounds: rounds.to_vec(), ..self.clone() }).collect()
    }
}

impl PanelRound {
    /// Ids of the core statements of a dimension that this round asked.
    pub fn core_ids(&self, dimension: &str) -> Vec<String> {
        self.survey.core_statements(dimension).map(|statement| statement.id.clone()).collect()
    }

    /// The round with only the statements that another round asked as well.
    pub fn restricted_to(&self, other: &PanelRound) -> PanelRound {
        let asked: Vec<String> =
            other.survey.statements.iter().map(|statement| statement.id.clone()).collect();
        PanelRound { survey: self.survey.restricted_to(&asked), ..self.clone() }
    }

    /// People invited of one partner; `None` without a roster.
    pub fn n_invited(&self, partner: usize) -> Option<usize> {
        self.invited.as_ref().map(|all| all.iter().filter(|invited| invited.partner == partner).count())
    }

    /// People of one partner who handed in a sheet.
    pub fn n_answered(&self, partner: usize) -> usize {
        self.sheets.iter().filter(|sheet| sheet.partner == partner).count()
    }
}
