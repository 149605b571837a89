//! Figures as words: the one place where a number becomes text, for page, table, mail and alt text alike.

pub mod effect;
pub mod signals;
pub mod summary;

use crate::domain::confidentiality::Confidentiality;
use crate::domain::language::Language;
use crate::domain::period::Period;
use crate::insight::disclosure::change::ChangeFigure;
use crate::insight::disclosure::participation::Told;
use crate::insight::disclosure::spread::MIN_FOR_SPREAD;
use crate::insight::disclosure::{Bound, Disclosed, Figure, Tenths};
use crate::insight::disclosure::{MIN_FOR_STATEMENT, MIN_PARTNERS};
use crate::words::{Phrase, Word, tr};

/// A number with one decimal: *3,7* in Dutch, *3.7* in English.
pub fn decimal(language: Language, number: Tenths) -> String {
    let (is_negative, whole, tenth) = number.parts();
    let sign = if is_negative { "−" } else { "" };
    format!("{sign}{whole}{}{tenth}", tr(language, Word::DecimalMark))
}

/// The mean as it may be shown: *3,7*, *≤ 1,2*, *≥ 4,8*.
pub fn mean(language: Language, figure: &Figure) -> String {
    let number = decimal(language, figure.mean());
    match figure.bound() {
        Bound::Exact => number,
        Bound::AtMost => format!("≤ {number}"),
        Bound::AtLeast => format!("≥ {number}"),
    }
}

/// The mean, or *te weinig antwoorden*.
pub fn mean_or_too_few(language: Language, figure: &Disclosed<Figure>) -> String {
    figure.get().map_or_else(|| tr(language, Word::TooFew), |figure| mean(language, figure))
}

/// The interval: *3,5 tot 3,9*, or a dash where there is none.
pub fn interval(language: Language, figure: &Disclosed<Figure>) -> String {
    figure.get().and_then(|figure| figure.ci95()).map_or_else(
        || "–".to_owned(),
        |(low, high)| {
            tr(
                language,
                Phrase::Interval { low: decimal(language, low).into(), high: decimal(language, high).into() },
            )
        },
    )
}

/// A figure in a sentence, never without its n: *3,7 (58 mensen van 15 partners)*.
pub fn mean_with_n(language: Language, figure: &Disclosed<Figure>) -> String {
    match figure.get() {
        None => tr(language, Word::TooFew),
        Some(figure) => tr(
            language,
            Phrase::MeanWithN {
                mean: mean(language, figure).into(),
                respondents: figure.n_respondents().into(),
                partners: figure.n_partners().into(),
            },
        ),
    }
}

/// A period as people say it: *derde kwartaal van 2026*, *2026*.
pub fn period(language: Language, period: Period) -> String {
    match period.quarter() {
        None => period.year().to_string(),
        Some(quarter) => {
            tr(language, Phrase::Quarter { quarter: quarter.into(), year: period.year().to_string().into() })
        }
    }
}

/// The same for a period's short name; a name that is none stays as it is.
pub fn named_period(language: Language, name: &str) -> String {
    name.parse().map_or_else(|_| name.to_owned(), |of| period(language, of))
}

/// What a report is called: *trend report, third quarter of 2026*.
pub fn report_heading(language: Language, of: Period) -> String {
    tr(language, Phrase::ReportHeading { period: period(language, of).into() })
}

/// Participation in a sentence.
pub fn participation(language: Language, round: &crate::report::facts::RoundFact) -> String {
    match round.n_invited {
        Some(invited) => {
            let percent = (round.n_answered * 100 + invited / 2).checked_div(invited).unwrap_or(0);
            tr(
                language,
                Phrase::Participation {
                    answered: round.n_answered.into(),
                    invited: invited.into(),
                    percent: percent.into(),
                    partners: round.n_partners_answered.into(),
                    all: round.n_partners.into(),
                },
            )
        }
        None => tr(
            language,
            Phrase::ParticipationWithoutRoster {
                answered: round.n_answered.into(),
                partners: round.n_partners_answered.into(),
            },
        ),
    }
}

/// What became of each dimension since the round before, a sentence each; empty with fewer than two comparable rounds.
pub fn changes(facts: &crate::report::facts::Facts, language: Language) -> Vec<String> {
    facts
        .changes
        .iter()
        .filter_map(|(id, change)| {
            let dimension = facts.dimensions.iter().find(|dimension| &dimension.id == id)?;
            let latest = dimension.points.iter().rposition(|point| Some(point.round) == facts.latest)?;
            let before = &dimension.points.get(latest.checked_sub(1)?)?.figure;
            let now = &dimension.points[latest].figure;
            let theme = dimension.name.get(language).to_owned();
            let too_few = |theme: String| tr(language, Phrase::ChangeTooFew { theme: theme.into() });
            let (Some(then), Some(figure)) = (before.get(), now.get()) else { return Some(too_few(theme)) };
            let (before, now) = (mean(language, then).into(), mean(language, figure).into());
            let (people, partners) = (figure.n_respondents().into(), figure.n_partners().into());
            let theme_value = theme.as_str().into();
            let verdict = match change {
                ChangeFigure::Higher => {
                    Phrase::ChangeHigher { theme: theme_value, before, now, people, partners }
                }
                ChangeFigure::Lower => {
                    Phrase::ChangeLower { theme: theme_value, before, now, people, partners }
                }
                ChangeFigure::NotDemonstrable => {
                    Phrase::ChangeNone { theme: theme_value, before, now, people, partners }
                }
                ChangeFigure::TooFew => return Some(too_few(theme)),
            };
            Some(tr(language, verdict))
        })
        .collect()
}

/// How many of a partner's people answered, as far as it may be told.
pub fn participation_of(language: Language, told: Told) -> String {
    let phrase = match told {
        Told::Count(answered, invited) => {
            Phrase::ResponseCount { answered: answered.into(), invited: invited.into() }
        }
        Told::AtMostOne(invited) => Phrase::ResponseAtMostOne { invited: invited.into() },
        Told::AllButOne(invited) => Phrase::ResponseAllButOne { invited: invited.into() },
        Told::TooFew => Word::ResponseTooFewInvited.into(),
    };
    tr(language, phrase)
}

/// How many small partners were silent, as far as that is told; `None` where it is not.
pub fn silence_of(language: Language, told: Told) -> Option<String> {
    let phrase = match told {
        Told::Count(silent, small) => Phrase::SilentCount { silent: silent.into(), small: small.into() },
        Told::AtMostOne(small) => Phrase::SilentAtMostOne { small: small.into() },
        Told::AllButOne(small) => Phrase::SilentAllButOne { small: small.into() },
        Told::TooFew => return None,
    };
    Some(tr(language, phrase))
}

/// From how many people and partners a figure is shown.
pub(crate) fn shown_from(confidentiality: Confidentiality) -> Phrase<'static> {
    Phrase::ShownFrom { threshold: confidentiality.threshold.into(), partners: MIN_PARTNERS.into() }
}

/// What is hidden, and from how many on it is not.
pub(crate) fn hidden() -> Phrase<'static> {
    Phrase::MethodHidden {
        partners: MIN_PARTNERS.into(),
        statement: MIN_FOR_STATEMENT.0.into(),
        answered: MIN_FOR_STATEMENT.1.into(),
    }
}

/// From how many answers it is told how they lie.
pub(crate) fn lie() -> Phrase<'static> {
    let (answers, people, partners) = MIN_FOR_SPREAD;
    Phrase::MethodSpread { answers: answers.into(), people: people.into(), partners: partners.into() }
}
