//! What a survey can do better: advice with its reason, never an error.

use crate::domain::language::Text;
use crate::domain::survey::MAX_ANSWERS_A_YEAR;
use crate::words::{Phrase, Word};

/// Most words of a statement. Source: item bank, second edition ("check warns … > 12 words").
pub const MAX_WORDS: usize = 12;

/// Days by which a span may be longer than the rhythm: a month is no exact number of days.
const SPAN_TOLERANCE: i64 = 7;

/// What is wrong with how a statement is worded, in any of its languages.
pub fn on_wording(text: &Text, is_reversed: bool) -> Vec<Phrase<'static>> {
    let wordings = || std::iter::once(&text.nl).chain(&text.en);
    let mut advice = Vec::new();
    if is_reversed {
        advice.push(Word::AdviceReversed.into());
    }
    let asks_two = |wording: &String| {
        let lower = wording.to_lowercase();
        lower.contains("en/of") || lower.contains("and/or")
    };
    if wordings().any(asks_two) {
        advice.push(Word::AdviceAndOr.into());
    }
    let longest = wordings().map(|wording| wording.split_whitespace().count()).max().unwrap_or(0);
    if longest > MAX_WORDS {
        advice.push(Phrase::AdviceLong { n: longest.into(), most: MAX_WORDS.into() });
    }
    advice
}

/// The span of time that an introduction asks to think of; `None` when it names none. Units: days.
pub fn span_in_days(intro: &str) -> Option<i64> {
    const UNITS: [(&[&str], i64); 4] = [
        (&["week", "weken", "weeks"], 7),
        (&["maand", "maanden", "month", "months"], 30),
        (&["kwartaal", "kwartalen", "quarter", "quarters"], 91),
        (&["jaar", "year", "years"], 365),
    ];
    const NUMBERS: [(&[&str], i64); 6] = [
        (&["twee", "two"], 2),
        (&["drie", "three"], 3),
        (&["vier", "four"], 4),
        (&["vijf", "five"], 5),
        (&["zes", "six"], 6),
        (&["twaalf", "twelve"], 12),
    ];
    let lower = intro.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let value = |list: &[(&[&str], i64)], word: &str| {
        list.iter().find(|(names, _)| names.contains(&word)).map(|(_, value)| *value)
    };
    words.iter().enumerate().find_map(|(at, word)| {
        let days = value(&UNITS, word)?;
        let before = at.checked_sub(1).map_or("", |before| words[before]);
        let times = before.parse().ok().or_else(|| value(&NUMBERS, before)).unwrap_or(1);
        Some(days * times)
    })
}

/// Whether an introduction asks about time that an earlier round asked about too. `days_between` rounds; without a span,
/// or with one that fits, `None`.
pub fn on_span(intro: &Text, days_between: i64) -> Option<Phrase<'static>> {
    let span = std::iter::once(&intro.nl).chain(&intro.en).filter_map(|intro| span_in_days(intro)).max()?;
    (span > days_between + SPAN_TOLERANCE)
        .then(|| Phrase::AdviceSpan { span: span.into(), between: days_between.into() })
}

/// Whether somebody is asked for too many answers a year.
pub fn on_burden(answers_a_year: usize) -> Option<Phrase<'static>> {
    (answers_a_year > MAX_ANSWERS_A_YEAR)
        .then(|| Phrase::AdviceBurden { n: answers_a_year.into(), most: MAX_ANSWERS_A_YEAR.into() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::words::tr;

    #[test]
    fn a_span_of_time_is_read_in_both_languages() {
        for (intro, days) in [
            ("Denk aan de afgelopen drie maanden.", Some(90)),
            ("Think of the past month.", Some(30)),
            ("Denk aan de laatste 6 weken.", Some(42)),
            ("Denk aan dit kwartaal.", Some(91)),
            ("Think of the past twelve months.", Some(360)),
            ("Denk aan de tijd sinds de vorige meting.", None),
        ] {
            assert_eq!(span_in_days(intro), days, "{intro}");
        }
    }

    #[test]
    fn advice_names_what_is_wrong_and_nothing_else() {
        let said = |text: Text, is_reversed| -> Vec<String> {
            on_wording(&text, is_reversed).into_iter().map(|phrase| tr(Language::En, phrase)).collect()
        };
        assert!(said(Text::new("Wij werken samen.", "We work together."), false).is_empty());
        assert_eq!(said(Text::new("Wij werken niet samen.", "We do not work together."), true).len(), 1);
        assert_eq!(said(Text::new("Wij zijn open en/of eerlijk.", "We are open."), false).len(), 1);
        let long = "one two three four five six seven eight nine ten eleven twelve thirteen";
        assert_eq!(said(Text::new("Kort.", long), false).len(), 1);
        assert!(on_burden(120).is_none() && on_burden(121).is_some());
        let intro = Text::new("Denk aan de afgelopen drie maanden.", "Think of the past three months.");
        assert!(on_span(&intro, 31).is_some() && on_span(&intro, 91).is_none());
    }
}
