//! What a review says: what moved, by how much, against what was expected, and what else happened meanwhile. Never that
//! one thing caused the other.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::wording::decimal;
use crate::domain::agreement::{Adjustment, Agreement, Direction};
use crate::domain::language::Language;
use crate::domain::survey::Survey;
use crate::insight::disclosure::change::ChangeFigure;
use crate::insight::disclosure::effect::{EffectFigure, EffectSize};
use crate::words::{day, tr};

/// The sentences of a review, in order.
///
/// Shape: `rounds` are the days on which numbered rounds opened.
pub fn sentences(
    agreement: &Agreement,
    survey: Option<&Survey>,
    adjustment: &Adjustment,
    found: &EffectFigure,
    rounds: &BTreeMap<u32, NaiveDate>,
    language: Language,
) -> Vec<String> {
    let dimension = survey.and_then(|survey| survey.find_dimension(&found.dimension));
    let theme =
        dimension.map_or(found.dimension.clone(), |dimension| dimension.name.get(language).to_owned());
    let key = match found.verdict {
        ChangeFigure::Higher => "effect-higher",
        ChangeFigure::Lower => "effect-lower",
        ChangeFigure::NotDemonstrable => "effect-none",
        ChangeFigure::TooFew => "effect-too-few",
    };
    let mut all = vec![tr(
        language,
        key,
        &[("theme", theme.into()), ("from", found.from_round.into()), ("to", found.to_round.into())],
    )];
    match &found.size {
        Some(size) => all.push(size_sentence(size, language)),
        None if found.verdict != ChangeFigure::TooFew => all.push(tr(language, "effect-no-size", &[])),
        None => {}
    }
    let fits = match (adjustment.expected_direction, found.verdict) {
        (_, ChangeFigure::TooFew) => None,
        (Direction::Up, ChangeFigure::Higher)
        | (Direction::Down, ChangeFigure::Lower)
        | (Direction::Same, ChangeFigure::NotDemonstrable) => Some("effect-as-expected"),
        _ => Some("effect-not-as-expected"),
    };
    if let Some(key) = fits {
        all.push(tr(language, key, &[]));
    }
    if matches!(found.verdict, ChangeFigure::Higher | ChangeFigure::Lower) {
        all.push(caution(agreement, adjustment, found, rounds, language));
    }
    all
}

fn size_sentence(size: &EffectSize, language: Language) -> String {
    let signed = |number| {
        let text = decimal(language, number);
        if number.value() > 0.0 { format!("+{text}") } else { text }
    };
    let key = if size.ci95.is_some() { "effect-size-interval" } else { "effect-size" };
    let (low, high) = size.ci95.map_or_else(Default::default, |(low, high)| (signed(low), signed(high)));
    let mut arguments = vec![
        ("size", signed(size.mean).into()),
        ("people", size.n_people.into()),
        ("partners", size.n_partners.into()),
    ];
    if size.ci95.is_some() {
        arguments.extend([("low", low.into()), ("high", high.into())]);
    }
    tr(language, key, &arguments)
}

/// What else can explain it: events and other adjustments between the two rounds, by name, or anything else.
fn caution(
    agreement: &Agreement,
    adjustment: &Adjustment,
    found: &EffectFigure,
    rounds: &BTreeMap<u32, NaiveDate>,
    language: Language,
) -> String {
    let (Some(from), Some(to)) = (rounds.get(&found.from_round), rounds.get(&found.to_round)) else {
        return tr(language, "effect-caution", &[]);
    };
    let events = agreement.events.iter().map(|event| (event.on, event.title.get(language)));
    let others = agreement.adjustments.iter().filter(|one| one.title != adjustment.title);
    let others = others.map(|one| (one.on, one.title.get(language)));
    let mut meanwhile: Vec<_> = events.chain(others).filter(|(on, _)| on >= from && on <= to).collect();
    meanwhile.sort_unstable();
    if meanwhile.is_empty() {
        return tr(language, "effect-caution", &[]);
    }
    let named: Vec<String> =
        meanwhile.iter().map(|(on, title)| format!("{title} ({})", day(language, *on))).collect();
    tr(language, "effect-caution-named", &[("what", named.join(", ").into())])
}
