//! What a steering group says when it shares a round: "you said / we did".

use super::reader::{Problem, Source, Table, Translation};
use crate::domain::language::Text;
use serde::{Deserialize, Serialize};

/// The outcome of a round, shown to every respondent and at the top of the next invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// What the answers said, in the steering group's words.
    pub said: Text,
    /// What was done with it; "nothing yet" is an honest outcome.
    pub did: Text,
}

/// Reads an outcome file: `said = { nl, en }` and `did = { nl, en }`. English may be missing.
pub fn parse(file: &str, text: &str) -> (Option<Outcome>, Vec<Problem>) {
    let source = Source::new(file, text);
    let table = source.parse();
    let root = Table::root(&source, &table);
    let said = root.take_text("said", Translation::Optional);
    let did = root.take_text("did", Translation::Optional);
    root.finish();
    let outcome = said.zip(did).map(|(said, did)| Outcome { said, did });
    let outcome = if source.has_errors() { None } else { outcome };
    (outcome, source.into_problems())
}
