//! Outcome files: what a steering group says when it shares a round.

use super::reader::{Problem, Source, Table, Translation};
use crate::domain::round::Outcome;

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
