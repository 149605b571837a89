//! How our themes lie beside those of others, for who works with both: Kaats and Opheij's five words for a collaboration,
//! and the stages of ISO 44001.
//!
//! Source: E. Kaats and W. Opheij, *Leren samenwerken tussen organisaties* (2012); ISO 44001:2017, clause 8. Which theme
//! lies beside which word is our own reading.

use crate::domain::language::Language;
use crate::report::facts::Facts;
use crate::words::{Word, tr};

use super::{Cell, Table};

/// The words beside a theme; `None` for a theme of a survey of one's own.
fn beside(theme: &str) -> Option<(Word, Word)> {
    Some(match theme {
        "trust" => (Word::CrosswalkRelationship, Word::CrosswalkStaying),
        "transparency" => (Word::CrosswalkInterests, Word::CrosswalkWorking),
        "commitment" => (Word::CrosswalkOrganisation, Word::CrosswalkStaying),
        "goal" => (Word::CrosswalkAmbition, Word::CrosswalkKnowledge),
        "resident" => (Word::CrosswalkAmbition, Word::CrosswalkValue),
        "learning" => (Word::CrosswalkProcess, Word::CrosswalkValue),
        "equality" => (Word::CrosswalkInterests, Word::CrosswalkWorking),
        _ => return None,
    })
}

/// A row for each theme that has a place beside them; `None` without any.
pub fn crosswalk(facts: &Facts, language: Language) -> Option<Table> {
    let t = |word: Word| tr(language, word);
    let heads = [Word::Theme, Word::CrosswalkKaats, Word::CrosswalkIso];
    let columns = heads.map(|head| (t(head), false)).to_vec();
    let mut table = Table::new("crosswalk", t(Word::CrosswalkHeading), columns);
    for dimension in &facts.dimensions {
        if let Some((kaats, iso)) = beside(&dimension.id) {
            let name = dimension.name.get(language);
            table.rows.push(vec![Cell::text(name), Cell::text(t(kaats)), Cell::text(t(iso))]);
        }
    }
    (!table.rows.is_empty()).then_some(table)
}
