//! What a review says: what moved, by how much, against what was expected, and what else happened meanwhile. Never that
//! one thing caused the other.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::agreement::{Adjustment, Agreement, Direction};
use crate::domain::language::Language;
use crate::domain::survey::Survey;
use crate::insight::disclosure::change::ChangeFigure;
use crate::insight::disclosure::effect::{EffectFigure, EffectSize};
use crate::report::wording::decimal;
use crate::words::{Phrase, Word, day, tr};

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
    let dimension = survey.and_then(|survey| survey.find_dimension(found.dimension()));
    let theme =
        dimension.map_or(found.dimension().to_owned(), |dimension| dimension.name.get(language).to_owned());
    let (theme, from, to) = (theme.into(), found.from_round().into(), found.to_round().into());
    let verdict = match found.verdict() {
        ChangeFigure::Higher => Phrase::EffectHigher { theme, from, to },
        ChangeFigure::Lower => Phrase::EffectLower { theme, from, to },
        ChangeFigure::NotDemonstrable => Phrase::EffectNone { theme, from, to },
        ChangeFigure::TooFew => Phrase::EffectTooFew { theme, from, to },
    };
    let mut all = vec![tr(language, verdict)];
    match found.size() {
        Some(size) => all.push(size_sentence(size, language)),
        None if found.verdict() != ChangeFigure::TooFew => all.push(tr(language, Word::EffectNoSize)),
        None => {}
    }
    let fits = match (adjustment.expected_direction, found.verdict()) {
        (_, ChangeFigure::TooFew) => None,
        (Direction::Up, ChangeFigure::Higher)
        | (Direction::Down, ChangeFigure::Lower)
        | (Direction::Same, ChangeFigure::NotDemonstrable) => Some(Word::EffectAsExpected),
        (Direction::Up, ChangeFigure::Lower | ChangeFigure::NotDemonstrable)
        | (Direction::Down, ChangeFigure::Higher | ChangeFigure::NotDemonstrable)
        | (Direction::Same, ChangeFigure::Higher | ChangeFigure::Lower) => Some(Word::EffectNotAsExpected),
    };
    if let Some(key) = fits {
        all.push(tr(language, key));
    }
    if found.verdict().is_change() {
        all.push(caution(agreement, adjustment, found, rounds, language));
    }
    all
}

fn size_sentence(size: &EffectSize, language: Language) -> String {
    let signed = |number| {
        let text = decimal(language, number);
        if number.value() > 0.0 { format!("+{text}") } else { text }
    };
    let (people, partners) = (size.n_people().into(), size.n_partners().into());
    let mean = signed(size.mean()).into();
    let said = match size.ci95() {
        None => Phrase::EffectSize { size: mean, people, partners },
        Some((low, high)) => {
            let (low, high) = (signed(low).into(), signed(high).into());
            Phrase::EffectSizeInterval { size: mean, low, high, people, partners }
        }
    };
    tr(language, said)
}

/// What else can explain it: events and other adjustments between the two rounds, by name, or anything else.
fn caution(
    agreement: &Agreement,
    adjustment: &Adjustment,
    found: &EffectFigure,
    rounds: &BTreeMap<u32, NaiveDate>,
    language: Language,
) -> String {
    let (Some(from), Some(to)) = (rounds.get(&found.from_round()), rounds.get(&found.to_round())) else {
        return tr(language, Word::EffectCaution);
    };
    let events = agreement.events.iter().map(|event| (event.on, event.title.get(language)));
    let others = agreement.adjustments.iter().filter(|one| one.title != adjustment.title);
    let others = others.map(|one| (one.on, one.title.get(language)));
    let mut meanwhile: Vec<_> = events.chain(others).filter(|(on, _)| on >= from && on <= to).collect();
    meanwhile.sort_unstable();
    if meanwhile.is_empty() {
        return tr(language, Word::EffectCaution);
    }
    let named: Vec<String> =
        meanwhile.iter().map(|(on, title)| format!("{title} ({})", day(language, *on))).collect();
    tr(language, Phrase::EffectCautionNamed { what: named.join(", ").into() })
}
