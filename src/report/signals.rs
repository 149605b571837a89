//! Signals as people read them: a sentence, how certain, which articles it touches, and two questions to begin with.

use std::collections::BTreeSet;

use super::wording::decimal;
use crate::domain::agreement::Agreement;
use crate::domain::article::ArticleKind;
use crate::domain::language::Language;
use crate::domain::survey::Survey;
use crate::insight::disclosure::Tenths;
use crate::insight::disclosure::signals::{Certainty, SignalFigure};
use crate::insight::signal::episode::{Kind, Level};
use crate::words::{article_kind, tr};

/// One signal, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What stands out.
    pub sentence: String,
    /// Alert, or something to watch.
    pub level: String,
    /// How certain that is.
    pub certainty: String,
    /// Which kinds of article it touches.
    pub touches: String,
    /// Two questions to begin a conversation with.
    pub prompts: [String; 2],
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
) -> Vec<Entry> {
    let mut groups: Vec<Vec<SignalFigure>> = Vec::new();
    for signal in signals {
        match groups
            .iter_mut()
            .find(|group| group[0].episode == signal.episode && group[0].kind == signal.kind)
        {
            Some(group) => group.push(signal.clone()),
            None => groups.push(vec![signal.clone()]),
        }
    }
    groups.sort_by_key(|group| {
        let certainty = group.iter().map(|signal| signal.certainty).max();
        (std::cmp::Reverse((group[0].level, certainty)), group[0].since_round, group[0].episode)
    });
    groups
        .into_iter()
        .map(|group| Entry {
            sentence: sentence(agreement, survey, &group, language),
            level: match group[0].level {
                Level::Alert => tr(language, "level-is-alert", &[]),
                Level::Watch => tr(language, "level-is-watch", &[]),
            },
            certainty: certainty(&group[0], language),
            touches: touches(survey, &group[0], language),
            prompts: prompts(&group[0]).map(|key| tr(language, key, &[])),
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
        .filter_map(|signal| signal.partner.as_deref())
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
            tr(language, "and", &[("first", rest.join(", ").into()), ("last", last.clone().into())])
        }
        None => String::new(),
    };
    let dimension = signal
        .dimension
        .as_deref()
        .and_then(|id| survey?.find_dimension(id))
        .map_or_else(|| tr(language, "all-themes", &[]), |dimension| dimension.name.get(language).to_owned());
    let size = signal.size.get().copied();
    let magnitude = size.map_or_else(String::new, |size| {
        let (_, whole, tenth) = size.parts();
        decimal(language, Tenths::from_parts(whole, tenth))
    });
    let percent = size.map_or(0, |size| (size.value().abs() * 100.0).round() as i64);
    let is_negative = size.is_some_and(|size| size.value() < 0.0);
    let key = match (signal.kind, signal.is_about_partner, signal.partner.is_some()) {
        (Kind::Drop, _, true) => "signal-drop",
        (Kind::Drop, _, false) => "signal-drop-unnamed",
        (Kind::Conflict, _, true) => "signal-conflict",
        (Kind::Conflict, _, false) => "signal-conflict-unnamed",
        (Kind::Erosion, ..) => "signal-erosion",
        (Kind::Polarisation, ..) => "signal-polarisation",
        (Kind::Silence, _, true) => "signal-silence",
        (Kind::Silence, _, false) => "signal-silence-unnamed",
        (Kind::Gap, ..) if signal.dimension.is_none() => "signal-gap-mirror",
        (Kind::Gap, ..) if is_negative => "signal-gap-executives-lower",
        (Kind::Gap, ..) => "signal-gap-executives-higher",
        (Kind::Breakthrough, false, _) => "signal-breakthrough-all",
        (Kind::Breakthrough, _, true) => "signal-breakthrough",
        (Kind::Breakthrough, _, false) => "signal-breakthrough-unnamed",
    };
    tr(
        language,
        key,
        &[
            ("partner", names.into()),
            ("theme", dimension.into()),
            ("size", magnitude.into()),
            ("percent", percent.into()),
            ("people", signal.n_people.unwrap_or(0).into()),
            ("since", signal.since_round.into()),
        ],
    )
}

fn certainty(signal: &SignalFigure, language: Language) -> String {
    let key = match signal.certainty {
        Certainty::Strong => "certainty-strong",
        Certainty::Possible => "certainty-possible",
        Certainty::TooFew => "certainty-too-few",
    };
    tr(language, key, &[])
}

/// Kinds of article that a signal touches: those that the statements of its dimension point at; without a dimension
/// those that fit its kind.
pub fn article_kinds(survey: Option<&Survey>, signal: &SignalFigure) -> BTreeSet<ArticleKind> {
    match (&signal.dimension, signal.kind) {
        (Some(dimension), _) => survey
            .iter()
            .flat_map(|survey| &survey.statements)
            .filter(|statement| &statement.dimension == dimension)
            .filter_map(|statement| statement.article)
            .collect(),
        (None, Kind::Silence) => [ArticleKind::SteppingIn].into(),
        (None, Kind::Gap) => [ArticleKind::SteppingIn, ArticleKind::DailyPractice].into(),
        (None, Kind::Breakthrough) => [ArticleKind::Learning].into(),
        (None, _) => [ArticleKind::Contact, ArticleKind::Goal].into(),
    }
}

fn touches(survey: Option<&Survey>, signal: &SignalFigure, language: Language) -> String {
    let names: Vec<String> =
        article_kinds(survey, signal).into_iter().map(|kind| article_kind(language, kind)).collect();
    if names.is_empty() {
        return String::new();
    }
    tr(language, "signal-touches", &[("kinds", names.join(", ").into())])
}

/// Two questions by kind and dimension. Source: the item bank's prompts, for the dimensions that it has.
fn prompts(signal: &SignalFigure) -> [&'static str; 2] {
    match (signal.kind, signal.dimension.as_deref()) {
        (Kind::Silence, _) => ["prompt-silence-1", "prompt-silence-2"],
        (Kind::Conflict, _) => ["prompt-conflict-1", "prompt-conflict-2"],
        (Kind::Polarisation, _) => ["prompt-polarisation-1", "prompt-polarisation-2"],
        (Kind::Gap, _) => ["prompt-gap-1", "prompt-gap-2"],
        (Kind::Breakthrough, _) => ["prompt-breakthrough-1", "prompt-breakthrough-2"],
        (_, Some("trust")) => ["prompt-trust-1", "prompt-trust-2"],
        (_, Some("transparency")) => ["prompt-transparency-1", "prompt-transparency-2"],
        (_, Some("commitment")) => ["prompt-commitment-1", "prompt-commitment-2"],
        _ => ["prompt-general-1", "prompt-general-2"],
    }
}
