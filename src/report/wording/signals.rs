//! Signals as people read them: a sentence, how certain, which articles it touches, and two questions to begin with.

use std::collections::BTreeSet;

use crate::domain::agreement::Agreement;
use crate::domain::article::ArticleKind;
use crate::domain::language::Language;
use crate::domain::survey::Survey;
use crate::insight::disclosure::Tenths;
use crate::insight::disclosure::signals::{Certainty, SignalFigure};
use crate::insight::signal::episode::Level;
use crate::insight::signal::kind::{Detector, Kind};
use crate::report::wording::decimal;
use crate::words::{Phrase, Value, Word, article_kind, tr};

/// One signal, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct SignalText {
    /// What stands out.
    pub sentence: String,
    /// Alert, or something to watch.
    pub level: String,
    /// How certain that is.
    pub certainty: String,
    /// Which kinds of article it touches.
    pub touches: String,
    /// Questions to begin a conversation with: at least one.
    pub prompts: Vec<String>,
    /// The signals that it is made of: one, or the partners of one episode.
    pub of: Vec<SignalFigure>,
}

/// The open signals of one round in words, alerts first. Rows of one episode are one entry.
///
/// Empty: an empty list; the view says that nothing stands out.
pub fn entries(
    agreement: &Agreement,
    survey: Option<&Survey>,
    signals: &[SignalFigure],
    language: Language,
) -> Vec<SignalText> {
    let mut groups: Vec<Vec<SignalFigure>> = Vec::new();
    for signal in signals {
        match groups
            .iter_mut()
            .find(|group| group[0].episode() == signal.episode() && group[0].kind() == signal.kind())
        {
            Some(group) => group.push(signal.clone()),
            None => groups.push(vec![signal.clone()]),
        }
    }
    groups.sort_by_key(|group| {
        let certainty = group.iter().map(|signal| signal.certainty()).max();
        (std::cmp::Reverse((group[0].level(), certainty)), group[0].since_round(), group[0].episode())
    });
    groups
        .into_iter()
        .map(|group| SignalText {
            sentence: sentence(agreement, survey, &group, language),
            level: match group[0].level() {
                Level::Alert => tr(language, Word::LevelIsAlert),
                Level::Watch => tr(language, Word::LevelIsWatch),
            },
            certainty: certainty(&group[0], language),
            touches: touches(survey, &group[0], language),
            prompts: prompts(survey, &group[0], language),
            of: group,
        })
        .collect()
}

fn sentence(
    agreement: &Agreement,
    survey: Option<&Survey>,
    group: &[SignalFigure],
    language: Language,
) -> String {
    let signal = &group[0];
    let names: Vec<String> = group
        .iter()
        .filter_map(|signal| signal.partner())
        .map(|id| {
            agreement
                .partners
                .iter()
                .find(|partner| partner.id == id)
                .map_or(id, |partner| &partner.name)
                .to_owned()
        })
        .collect();
    let names = match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => {
            tr(language, Phrase::And { first: rest.join(", ").into(), last: last.clone().into() })
        }
        None => String::new(),
    };
    let dimension = signal
        .dimension()
        .and_then(|id| survey?.find_dimension(id))
        .map_or_else(|| tr(language, Word::AllThemes), |dimension| dimension.name.get(language).to_owned());
    let size = signal.size().get().copied();
    let magnitude = size.map_or_else(String::new, |size| {
        let (_, whole, tenth) = size.parts();
        decimal(language, Tenths::from_parts(whole, tenth))
    });
    let percent = size.map_or(0, |size| (size.value().abs() * 100.0).round() as i64);
    let is_negative = size.is_some_and(|size| size.value() < 0.0);
    let partner = Value::from(names);
    let (theme, size, percent) = (Value::from(dimension), Value::from(magnitude), Value::from(percent));
    let (people, since) = (Value::from(signal.n_people().unwrap_or(0)), Value::from(signal.since_round()));
    let said = match (signal.kind(), signal.is_about_partner(), signal.partner().is_some()) {
        (Kind::Drop, _, true) => Phrase::SignalDrop { partner, theme, size, people, since },
        (Kind::Drop, _, false) => Phrase::SignalDropUnnamed { since },
        (Kind::Conflict, _, true) => Phrase::SignalConflict { partner, theme, size, people, since },
        (Kind::Conflict, _, false) => Phrase::SignalConflictUnnamed { since },
        (Kind::Erosion, ..) => Phrase::SignalErosion { theme, size, people, since },
        (Kind::Polarisation, ..) => Phrase::SignalPolarisation { people, since },
        (Kind::Silence, _, true) => Phrase::SignalSilence { partner, percent, people, since },
        (Kind::Silence, _, false) => Phrase::SignalSilenceUnnamed { since },
        (Kind::Gap, ..) if signal.dimension().is_none() => Phrase::SignalGapMirror { size, people },
        (Kind::Gap, ..) if is_negative => Phrase::SignalGapExecutivesLower { theme, size, people },
        (Kind::Gap, ..) => Phrase::SignalGapExecutivesHigher { theme, size, people },
        (Kind::Breakthrough, false, _) => Phrase::SignalBreakthroughAll { theme, size, people, since },
        (Kind::Breakthrough, _, true) => Phrase::SignalBreakthrough { partner, theme, size, people, since },
        (Kind::Breakthrough, _, false) => Phrase::SignalBreakthroughUnnamed { since },
    };
    tr(language, said)
}

fn certainty(signal: &SignalFigure, language: Language) -> String {
    let key = match signal.certainty() {
        Certainty::Strong => Word::CertaintyStrong,
        Certainty::Possible => Word::CertaintyPossible,
        Certainty::TooFew => Word::CertaintyTooFew,
    };
    tr(language, key)
}

/// Kinds of article that a signal touches: those that the statements of its dimension point at; without a dimension
/// those that fit its kind.
pub fn article_kinds(survey: Option<&Survey>, signal: &SignalFigure) -> BTreeSet<ArticleKind> {
    match (signal.dimension(), signal.kind()) {
        (Some(dimension), _) => survey
            .iter()
            .flat_map(|survey| &survey.statements)
            .filter(|statement| statement.dimension == dimension)
            .filter_map(|statement| statement.article)
            .collect(),
        (None, Kind::Silence) => [ArticleKind::SteppingIn].into(),
        (None, Kind::Gap) => [ArticleKind::SteppingIn, ArticleKind::DailyPractice].into(),
        (None, Kind::Breakthrough) => [ArticleKind::Learning].into(),
        (None, Kind::Drop | Kind::Conflict | Kind::Erosion | Kind::Polarisation) => {
            [ArticleKind::Contact, ArticleKind::Goal].into()
        }
    }
}

fn touches(survey: Option<&Survey>, signal: &SignalFigure, language: Language) -> String {
    let names: Vec<String> =
        article_kinds(survey, signal).into_iter().map(|kind| article_kind(language, kind)).collect();
    if names.is_empty() {
        return String::new();
    }
    tr(language, Phrase::SignalTouches { kinds: names.join(", ").into() })
}

/// What a detector looks for, by name.
pub(crate) fn detector_name(detector: Detector) -> Word {
    match detector {
        Detector::Drop => Word::KindDrop,
        Detector::Rise => Word::KindBreakthrough,
        Detector::Erosion => Word::KindErosion,
        Detector::Recovery => Word::KindBreakthroughAll,
        Detector::Polarisation => Word::KindPolarisation,
        Detector::Silence => Word::KindSilence,
        Detector::Gap => Word::KindGap,
        Detector::Mirror => Word::KindGapMirror,
    }
}

/// Questions by kind and theme: a theme's own are its survey's. Source: the item bank's prompts.
fn prompts(survey: Option<&Survey>, signal: &SignalFigure, language: Language) -> Vec<String> {
    let general = match signal.kind() {
        Kind::Silence => [Word::PromptSilence1, Word::PromptSilence2],
        Kind::Conflict => [Word::PromptConflict1, Word::PromptConflict2],
        Kind::Polarisation => [Word::PromptPolarisation1, Word::PromptPolarisation2],
        Kind::Gap => [Word::PromptGap1, Word::PromptGap2],
        Kind::Breakthrough => [Word::PromptBreakthrough1, Word::PromptBreakthrough2],
        Kind::Drop | Kind::Erosion => {
            let theme = signal.dimension().and_then(|id| survey?.find_dimension(id));
            if let Some(theme) = theme.filter(|theme| !theme.prompts.is_empty()) {
                return theme.prompts.iter().map(|prompt| prompt.get(language).to_owned()).collect();
            }
            [Word::PromptGeneral1, Word::PromptGeneral2]
        }
    };
    general.map(|word| tr(language, word)).to_vec()
}
