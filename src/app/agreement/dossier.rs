//! Everything that is told about an agreement, read at once: what its pages, reports and signals are made of. What any
//! of them shows is a pure step from here.

use rusqlite::Connection;

use crate::domain::agreement::Agreement;
use crate::domain::ids::AgreementId;
use crate::domain::survey::Survey;
use crate::store::adjustment::{self, StoredAdjustment};
use crate::store::agreement as agreements;
use crate::store::conversation::{self, Conversation};
use crate::store::finding::{self, StoredFindings};
use crate::store::learning::{self, Learning};
use crate::store::round::{self, FiguredRound, Round};
use crate::store::survey::{self, SurveyVersion};

/// An agreement with what was asked, heard and done. Figures and findings are those that were frozen.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// The agreement with its cast.
    pub agreement: Agreement,
    /// Every survey version that its rounds used.
    pub surveys: Vec<SurveyVersion>,
    /// Its rounds, by opening.
    pub rounds: Vec<FiguredRound>,
    /// What was found in them, for each reader.
    pub findings: Vec<StoredFindings>,
    /// Every adjustment, oldest first.
    pub adjustments: Vec<StoredAdjustment>,
    /// Every conversation, by its start.
    pub conversations: Vec<Conversation>,
    /// Lessons and open questions, newest first.
    pub learned: Vec<Learning>,
}

impl Dossier {
    /// Reads it: one statement for each kind.
    pub fn read(connection: &Connection, id: AgreementId) -> rusqlite::Result<Dossier> {
        Ok(Dossier {
            agreement: agreements::get(connection, id)?,
            surveys: survey::list(connection, id)?,
            rounds: round::list_with_figures(connection, id)?,
            findings: finding::list_all(connection, id)?,
            adjustments: adjustment::list(connection, id)?,
            conversations: conversation::list(connection, id)?,
            learned: learning::list(connection, id)?,
        })
    }

    /// The survey that its next rounds ask; `None` before the first import.
    pub fn survey_in_force(&self) -> Option<&Survey> {
        self.surveys.iter().find(|version| version.is_in_force).map(|version| &version.survey)
    }

    /// The version that a round asked; `None` for a round of another agreement.
    pub fn asked(&self, round: &Round) -> Option<&SurveyVersion> {
        self.surveys.iter().find(|version| version.id == round.survey_version)
    }

    /// Rounds of the agreement's own survey that have figures, by opening: no extra pulses.
    pub fn figured_rounds(&self) -> impl Iterator<Item = &Round> {
        let has_figures = |one: &&FiguredRound| one.figures.is_some() && one.round.state.has_figures();
        let is_own =
            |round: &&Round| self.asked(round).is_some_and(|asked| asked.survey.id == self.agreement.survey);
        self.rounds.iter().filter(has_figures).map(|one| &one.round).filter(is_own)
    }
}
