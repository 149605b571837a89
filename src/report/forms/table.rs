//! The trend report as CSV: one row per figure, the same digits as on the page.

use crate::insight::disclosure::spread::Spread;
use crate::insight::disclosure::{Bound, Disclosed, Figure};
use crate::report::facts::Facts;

/// What stands in a cell that may not be shown.
pub const TOO_FEW: &str = "too few";

/// The report's figures as CSV with a header line. Decimals have a point.
///
/// Errors: none in practice; writing to memory does not fail.
pub fn csv(facts: &Facts) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record([
        "agreement",
        "period",
        "round",
        "date",
        "kind",
        "id",
        "text_nl",
        "mean",
        "bound",
        "ci95_low",
        "ci95_high",
        "n_respondents",
        "n_partners",
        "answers",
    ])?;
    let period = facts.period.to_string();
    for dimension in &facts.dimensions {
        for point in &dimension.points {
            let round = &facts.rounds[point.round];
            let mut row = vec![
                facts.agreement.clone(),
                period.clone(),
                round.number.to_string(),
                round.date.to_string(),
                "dimension".to_owned(),
                dimension.id.clone(),
                safe(&dimension.name.nl),
            ];
            row.extend(cells(&point.figure));
            row.push(String::new());
            writer.write_record(&row)?;
        }
    }
    if let Some(latest) = facts.latest {
        let round = &facts.rounds[latest];
        for statement in &facts.statements {
            let mut row = vec![
                facts.agreement.clone(),
                period.clone(),
                round.number.to_string(),
                round.date.to_string(),
                "statement".to_owned(),
                statement.id.clone(),
                safe(&statement.text.nl),
            ];
            // How many answered is told of the round, not of a statement.
            row.extend(cells(statement.figure.mean()).into_iter().take(4));
            row.resize(COLUMNS, String::new());
            writer.write_record(&row)?;
        }
        for (dimension, spread) in facts.dimensions.iter().zip(&facts.spreads) {
            let mut row = vec![
                facts.agreement.clone(),
                period.clone(),
                String::new(),
                String::new(),
                "spread".to_owned(),
                dimension.id.clone(),
                safe(&dimension.name.nl),
            ];
            row.resize(COLUMNS - 1, String::new());
            row.push(match spread.get() {
                None => TOO_FEW.to_owned(),
                Some(Spread::AlmostAll(value)) => format!("{value}:almost all"),
                Some(Spread::Shares(shares)) => {
                    let parts =
                        shares.iter().map(|(value, tenths)| format!("{value}:{}%", 10 * u32::from(*tenths)));
                    parts.collect::<Vec<_>>().join(" ")
                }
            });
            writer.write_record(&row)?;
        }
    }
    for row in importance(facts).into_iter().chain(groups(facts)) {
        writer.write_record(&row)?;
    }
    for round in &facts.rounds {
        writer.write_record([
            facts.agreement.clone(),
            period.clone(),
            round.number.to_string(),
            round.date.to_string(),
            "participation".to_owned(),
            String::new(),
            String::new(),
            String::new(),
            String::new(),
            String::new(),
            String::new(),
            round.n_answered.to_string(),
            round.n_partners_answered.to_string(),
            round.n_invited.map_or_else(String::new, |invited| format!("invited:{invited}")),
        ])?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// How important each theme is; where it stands is its own row.
fn importance(facts: &Facts) -> Vec<Vec<String>> {
    let Some(latest) = facts.latest else { return Vec::new() };
    let round = &facts.rounds[latest];
    let rows = facts.importance.iter().map(|fact| {
        let mut row = vec![
            facts.agreement.clone(),
            facts.period.to_string(),
            round.number.to_string(),
            round.date.to_string(),
            "importance".to_owned(),
            fact.dimension.clone(),
            safe(&fact.name.nl),
        ];
        row.extend(match fact.figures.get() {
            Some((importance, _)) => cells_of(importance),
            None => nothing(),
        });
        row.resize(COLUMNS, String::new());
        row
    });
    rows.collect()
}

/// Roles side by side, and partners: of those the mean alone, without a name unless answers were given in it.
fn groups(facts: &Facts) -> Vec<Vec<String>> {
    let Some(latest) = facts.latest else { return Vec::new() };
    let round = &facts.rounds[latest];
    let start = |kind: &str, id: &str, text: &str| {
        let (agreement, period) = (facts.agreement.clone(), facts.period.to_string());
        let (number, date) = (round.number.to_string(), round.date.to_string());
        vec![agreement, period, number, date, kind.to_owned(), id.to_owned(), safe(text)]
    };
    let mut rows = Vec::new();
    for group in facts.groups.dimensions() {
        if let Some((executives, practitioners)) = group.roles().get() {
            for (role, figure) in [("executives", executives), ("practitioners", practitioners)] {
                let mut row = start("role", group.dimension(), role);
                row.extend(cells_of(figure));
                row.push(String::new());
                rows.push(row);
            }
        }
        for partner in group.partners() {
            let name = partner.partner().unwrap_or_default();
            let mut row = start("partner", group.dimension(), name);
            row.extend(cells_of(partner.figure()).into_iter().take(2));
            row.resize(COLUMNS, String::new());
            rows.push(row);
        }
    }
    rows
}

/// How many columns a row has.
const COLUMNS: usize = 14;

/// What stands for figures of too few answers.
fn nothing() -> Vec<String> {
    let mut cells = vec![String::new(); 6];
    cells[0] = TOO_FEW.to_owned();
    cells
}

fn cells(figure: &Disclosed<Figure>) -> Vec<String> {
    let Some(figure) = figure.get() else { return nothing() };
    cells_of(figure)
}

fn cells_of(figure: &Figure) -> Vec<String> {
    let bound = match figure.bound() {
        Bound::Exact => "",
        Bound::AtMost => "at most",
        Bound::AtLeast => "at least",
    };
    let (low, high) = figure.ci95().map_or_else(Default::default, |(low, high)| {
        (format!("{:.1}", low.value()), format!("{:.1}", high.value()))
    });
    vec![
        format!("{:.1}", figure.mean().value()),
        bound.to_owned(),
        low,
        high,
        figure.n_respondents().to_string(),
        figure.n_partners().to_string(),
    ]
}

/// A text that no spreadsheet takes for a formula.
pub fn safe(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_becomes_a_formula() {
        for (text, expected) in
            [("=1+1", "'=1+1"), ("@x", "'@x"), ("\tx", "'\tx"), ("gewoon", "gewoon"), ("", "")]
        {
            assert_eq!(safe(text), expected);
        }
    }
}
