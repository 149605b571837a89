//! The report's tables: every figure that it states, in rows and columns.

use crate::domain::language::Language;
use crate::insight::disclosure::change::ChangeFigure;
use crate::insight::disclosure::spread::Spread;
use crate::insight::disclosure::{Disclosed, Figure};
use crate::report::document::{Cell, Table};
use crate::report::facts::{DimensionTrend, Facts, RoundFact};
use crate::report::figures::almost_all;
use crate::report::wording;
use crate::words::{Phrase, Word, adjustment_state, day, direction, tr};

fn words(language: Language, heads: &[(Word, bool)]) -> Vec<(String, bool)> {
    heads.iter().map(|(word, is_number)| (tr(language, *word), *is_number)).collect()
}

/// Mean, interval, people and partners.
fn reading(language: Language, figure: &Disclosed<Figure>) -> Vec<Cell> {
    match figure.get() {
        None => vec![Cell::hidden(language, 4)],
        Some(shown) => vec![
            Cell::mean(language, figure),
            Cell::text(wording::interval(language, figure)),
            Cell::count(shown.n_respondents()),
            Cell::count(shown.n_partners()),
        ],
    }
}

/// Every theme in the latest round, against the round before; `None` without a round in the period.
pub fn themes(facts: &Facts, language: Language) -> Option<Table> {
    let latest = facts.latest?;
    let caption = Phrase::SummaryCaption {
        day: facts.rounds[latest].date.into(),
        min: facts.scale.0.into(),
        max: facts.scale.1.into(),
    };
    let mut table = Table::new(
        "themes",
        tr(language, caption),
        words(
            language,
            &[
                (Word::Theme, false),
                (Word::Mean, true),
                (Word::Interval95, true),
                (Word::People, true),
                (Word::Partners, true),
                (Word::AgainstBefore, false),
            ],
        ),
    );
    for dimension in &facts.dimensions {
        let Some(at) = dimension.points.iter().position(|point| point.round == latest) else { continue };
        let mut row = vec![Cell::text(dimension.name.get(language))];
        row.extend(reading(language, &dimension.points[at].figure));
        row.push(Cell::text(against(facts, dimension, at, language)));
        table.rows.push(row);
    }
    Some(table)
}

/// What became of a dimension since the round before; a dash where there is none to compare with.
fn against(facts: &Facts, dimension: &DimensionTrend, at: usize, language: Language) -> String {
    let change = facts.changes.iter().find(|(id, _)| *id == dimension.id).map(|(_, change)| *change);
    let before = at.checked_sub(1).and_then(|before| dimension.points[before].figure.get());
    let (Some(change), Some(before)) = (change, before) else { return "–".to_owned() };
    let before = wording::mean(language, before).into();
    let verdict = match change {
        ChangeFigure::Higher => Phrase::AgainstHigher { before },
        ChangeFigure::Lower => Phrase::AgainstLower { before },
        ChangeFigure::NotDemonstrable => Word::AgainstNone.into(),
        ChangeFigure::TooFew => Word::AgainstTooFew.into(),
    };
    tr(language, verdict)
}

/// First and last reading of every theme.
pub fn ends(facts: &Facts, language: Language) -> Table {
    let of = |dimension: &DimensionTrend| {
        let first = dimension.points.first().cloned();
        [first, dimension.points.last().cloned()]
    };
    let dates = facts.dimensions.first().map_or([None, None], of);
    let mut columns = words(language, &[(Word::Theme, false)]);
    columns.extend(dates.map(|point| {
        let date = point.map(|point| day(language, facts.rounds[point.round].date));
        (date.unwrap_or_default(), false)
    }));
    let mut table = Table::new("ends", tr(language, Word::ThemesOverTime), columns);
    for dimension in &facts.dimensions {
        let mut row = vec![Cell::text(dimension.name.get(language))];
        row.extend(of(dimension).map(|point| {
            Cell::text(point.map_or_else(String::new, |p| wording::mean_with_n(language, &p.figure)))
        }));
        table.rows.push(row);
    }
    table
}

/// A dimension over the rounds.
pub fn trend(facts: &Facts, dimension: &DimensionTrend, language: Language) -> Table {
    let name = dimension.name.get(language);
    let mut table = Table::new(
        &format!("trend-{}", dimension.id),
        format!("{name}, {}", tr(language, Word::AllRounds)),
        words(
            language,
            &[
                (Word::Round, false),
                (Word::Date, false),
                (Word::Mean, true),
                (Word::Interval95, true),
                (Word::People, true),
                (Word::Partners, true),
            ],
        ),
    );
    for point in &dimension.points {
        let round = &facts.rounds[point.round];
        let mut date = day(language, round.date);
        if point.is_break {
            date += &format!(" ({})", tr(language, Word::NewWording));
        }
        let mut row = vec![Cell::count(round.number as usize), Cell::text(date)];
        row.extend(reading(language, &point.figure));
        table.rows.push(row);
    }
    table
}

/// Every theme's mean in every round, with the people who answered in that round.
pub fn readings(facts: &Facts, language: Language) -> Table {
    let mut columns = words(
        language,
        &[(Word::Round, false), (Word::Date, false), (Word::Answered, true), (Word::Invited, true)],
    );
    columns.extend(facts.dimensions.iter().map(|dimension| (dimension.name.get(language).to_owned(), true)));
    let mut table = Table::new("readings", tr(language, Word::ReadingsCaption), columns);
    for (index, round) in facts.rounds.iter().enumerate() {
        let mut row = vec![Cell::count(round.number as usize), Cell::text(day(language, round.date))];
        row.extend([Cell::count(round.n_answered), invited(round, language)]);
        row.extend(facts.dimensions.iter().map(|dimension| {
            match dimension.points.iter().find(|point| point.round == index) {
                None => Cell::text("–"),
                Some(point) if point.figure.get().is_none() => {
                    Cell { text: tr(language, Word::TooFewShort), ..Cell::hidden(language, 1) }
                }
                Some(point) => Cell::mean(language, &point.figure),
            }
        }));
        table.rows.push(row);
    }
    table
}

fn invited(round: &RoundFact, language: Language) -> Cell {
    round.n_invited.map_or_else(|| Cell::text(tr(language, Word::Unknown)), Cell::count)
}

/// Who took part, round by round.
pub fn participation(facts: &Facts, language: Language) -> Table {
    let caption = format!("{}, {}", tr(language, Word::WhoTookPart), tr(language, Word::AllRounds));
    let heads = [
        (Word::Round, false),
        (Word::Date, false),
        (Word::Answered, true),
        (Word::Invited, true),
        (Word::Partners, true),
    ];
    let mut table = Table::new("participation", caption, words(language, &heads));
    for round in &facts.rounds {
        table.rows.push(vec![
            Cell::count(round.number as usize),
            Cell::text(day(language, round.date)),
            Cell::count(round.n_answered),
            invited(round, language),
            Cell::text(format!("{}/{}", round.n_partners_answered, round.n_partners)),
        ]);
    }
    table
}

/// Executives and practitioners, and partners without names.
pub fn groups(facts: &Facts, language: Language) -> Table {
    let heads = [
        (Word::Theme, false),
        (Word::Executives, true),
        (Word::Practitioners, true),
        (Word::Partners, false),
    ];
    let mut table = Table::new("groups", tr(language, Word::GroupsHeading), words(language, &heads));
    let with_n = |figure: &Figure| {
        Cell::text(format!("{} ({})", wording::mean(language, figure), figure.n_respondents()))
    };
    for group in facts.groups.dimensions() {
        let dimension = facts.dimensions.iter().find(|dimension| dimension.id == group.dimension());
        let mut row =
            vec![Cell::text(dimension.map_or(group.dimension(), |dimension| dimension.name.get(language)))];
        match group.roles().get() {
            None => row.push(Cell::hidden(language, 2)),
            Some((executives, practitioners)) => row.extend([with_n(executives), with_n(practitioners)]),
        }
        row.push(if group.partners().is_empty() {
            Cell::hidden(language, 1)
        } else {
            let said: Vec<String> = group
                .partners()
                .iter()
                .map(|partner| match &partner.partner() {
                    Some(name) => format!("{name} {}", wording::mean(language, partner.figure())),
                    None => wording::mean(language, partner.figure()),
                })
                .collect();
            Cell::text(said.join("; "))
        });
        table.rows.push(row);
    }
    table
}

/// How important each theme is, and where it stands.
pub fn importance(facts: &Facts, language: Language) -> Table {
    let with_n = |figure: &Figure| {
        Cell::text(format!("{} ({})", wording::mean(language, figure), figure.n_respondents()))
    };
    let columns = words(language, &[(Word::Theme, false), (Word::Importance, true), (Word::Standing, true)]);
    let mut table = Table::new("importance", tr(language, Word::ImportanceHeading), columns);
    for fact in &facts.importance {
        let mut row = vec![Cell::text(fact.name.get(language))];
        match fact.figures.get() {
            None => row.push(Cell::hidden(language, 2)),
            Some((importance, standing)) => row.extend([with_n(importance), with_n(standing)]),
        }
        table.rows.push(row);
    }
    table
}

/// How the answers to each theme lie over the period, in shares.
pub fn spread(facts: &Facts, language: Language) -> Table {
    let mut columns = words(language, &[(Word::Theme, false)]);
    columns.extend((facts.scale.0..=facts.scale.1).map(|value| (value.to_string(), true)));
    let n_values = columns.len() - 1;
    let mut table = Table::new("spread", tr(language, Word::SpreadHeading), columns);
    for (dimension, spread) in facts.dimensions.iter().zip(&facts.spreads) {
        let mut row = vec![Cell::text(dimension.name.get(language))];
        match spread.get() {
            None => row.push(Cell::hidden(language, n_values)),
            Some(Spread::AlmostAll(value)) => {
                row.push(Cell { span: n_values, ..Cell::text(almost_all(facts, *value, language)) });
            }
            Some(Spread::Shares(shares)) => {
                let share = |tenths: u8| Cell::text(format!("{}%", 10 * u32::from(tenths)));
                row.extend(shares.iter().map(|(_, tenths)| share(*tenths)));
            }
        }
        table.rows.push(row);
    }
    table
}

/// The mean of every statement in the latest round.
pub fn statements(facts: &Facts, language: Language) -> Table {
    let columns = words(language, &[(Word::Statement, false), (Word::Mean, true)]);
    let mut table = Table::new("statements", tr(language, Word::MeanPerStatement), columns);
    for statement in &facts.statements {
        let mut text = statement.text.get(language).to_owned();
        if statement.is_reversed {
            text += &format!(" ({})", tr(language, Word::Reversed));
        }
        table.rows.push(vec![Cell::text(text), Cell::mean(language, statement.figure.mean())]);
    }
    table
}

/// Adjustments, where they stand, what was expected and when they are looked back at.
pub fn adjustments(facts: &Facts, language: Language) -> Table {
    let heads = [
        (Word::AdjustmentHead, false),
        (Word::AdjustmentSince, false),
        (Word::AdjustmentStanding, false),
        (Word::AdjustmentExpects, false),
        (Word::AdjustmentLookBack, false),
    ];
    let mut table =
        Table::new("adjustments", tr(language, Word::AdjustmentsCaption), words(language, &heads));
    for one in &facts.follow_up.adjustments {
        let dimension = facts.dimensions.iter().find(|dimension| dimension.id == one.what.expected_dimension);
        let theme = dimension.map_or(one.what.expected_dimension.as_str(), |d| d.name.get(language));
        let looked = one.what.review.as_ref().map_or(one.what.review_on, |review| review.on);
        table.rows.push(vec![
            Cell::text(one.what.title.get(language)),
            Cell::text(one.on.map_or_else(|| "–".to_owned(), |on| day(language, on))),
            Cell::text(adjustment_state(language, one.state)),
            Cell::text(format!("{theme}: {}", direction(language, one.what.expected_direction))),
            Cell::text(day(language, looked)),
        ]);
    }
    table
}
