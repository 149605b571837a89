//! Page one: the state in one sentence, what changed, why it matters, what to talk about. Three of each at most.

use chrono::NaiveDate;

use crate::domain::agreement::Adjustment;
use crate::domain::edition::Line;
use crate::domain::language::Language;
use crate::insight::disclosure::change::ChangeFigure;
use crate::plot::trend::MarkKind;
use crate::report::facts::{Facts, MarkFact, QuestionChange};
use crate::report::wording;
use crate::report::wording::signals::{SignalText, article_kinds, entries};
use crate::words::{Phrase, Word, article_kind, tr};

/// Sentences of each kind at most. Source: experience rule Q1.
pub const MAX_EACH: usize = 3;

/// Page one.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// How it goes, in one sentence.
    pub state: String,
    /// What changed.
    pub changed: Vec<String>,
    /// Why that matters: the arrangements that it touches.
    pub matters: Vec<String>,
    /// What to talk about: signals, and adjustments to look back at.
    pub talk: Vec<String>,
}

/// Page one of the facts.
///
/// Shape: `due` are adjustments to be looked back at. Empty: a period without a round says so.
pub fn summary(facts: &Facts, due: &[&Adjustment], language: Language) -> Summary {
    let t = |word: Word| tr(language, word);
    if facts.latest.is_none() {
        return Summary {
            state: t(Word::StateNoRound),
            changed: vec![],
            matters: vec![],
            talk: reviews(due, language),
        };
    }
    let (agreement, survey) = &facts.context;
    let signals = entries(agreement, survey.as_ref(), &facts.signals, language);
    Summary {
        state: state(facts, signals.len(), language),
        changed: changed(facts, language),
        matters: matters(facts, &signals, language),
        talk: talk(&signals, due, language),
    }
}

fn n_of(facts: &Facts, verdict: ChangeFigure) -> usize {
    facts.changes.iter().filter(|(_, change)| *change == verdict).count()
}

fn state(facts: &Facts, n_signals: usize, language: Language) -> String {
    trend_state(facts, language) + " " + &tr(language, Phrase::StateSignals { n: n_signals.into() })
}

/// How many themes moved, in one sentence.
///
/// Empty: a period without a round says so.
pub fn trend_state(facts: &Facts, language: Language) -> String {
    let Some(latest) = facts.latest else { return tr(language, Word::StateNoRound) };
    let round = facts.rounds[latest].number;
    let (higher, lower) = (n_of(facts, ChangeFigure::Higher), n_of(facts, ChangeFigure::Lower));
    let asks_others = facts.question_changes.iter().any(|change| change.round == round);
    let round = round.into();
    let state = match (higher, lower, facts.changes.is_empty()) {
        (_, _, true) if latest == 0 => Phrase::StateFirst { round },
        (_, _, true) if asks_others => Phrase::StateOtherQuestions { round },
        (_, _, true) => Phrase::StateNotCompared { round },
        (0, 0, _) => Phrase::StateSame { round },
        (higher, 0, _) => Phrase::StateHigher { round, higher: higher.into() },
        (0, lower, _) => Phrase::StateLower { round, lower: lower.into() },
        (higher, lower, _) => Phrase::StateBoth { round, higher: higher.into(), lower: lower.into() },
    };
    tr(language, state)
}

/// Demonstrable changes first, then what was adjusted or happened in the period.
fn changed(facts: &Facts, language: Language) -> Vec<String> {
    let moved =
        |id: &str| facts.changes.iter().any(|(dimension, change)| dimension == id && change.is_change());
    // The wording is in the order of the changes it can word; those that moved are found by their theme.
    let names: Vec<String> = facts
        .dimensions
        .iter()
        .filter(|dimension| moved(&dimension.id))
        .map(|dimension| dimension.name.get(language).to_owned())
        .collect();
    let questions = facts.question_changes.iter().filter(|change| change.on >= facts.period.first_day());
    let mut all: Vec<String> = questions.map(|change| questions_changed(change, language)).collect();
    let moves = wording::changes(facts, language);
    all.extend(
        moves.into_iter().filter(|sentence| names.iter().any(|name| sentence.starts_with(name.as_str()))),
    );
    let first = facts.period.first_day();
    let is_told = |mark: &&MarkFact| mark.on >= first && mark.kind != MarkKind::Questions;
    let recent = facts.marks.iter().rev().filter(is_told);
    all.extend(recent.map(|mark| {
        tr(language, Phrase::ChangedMark { day: mark.on.into(), title: mark.title.get(language).into() })
    }));
    if all.is_empty() {
        all.push(tr(language, Word::ChangedNothing));
    }
    all.truncate(MAX_EACH);
    all
}

/// That other questions are asked, and what became of the lines.
fn questions_changed(change: &QuestionChange, language: Language) -> String {
    let mut told = vec![tr(language, Phrase::QuestionsChanged { round: change.round.into() })];
    let mut tell = |fates: &[Line], word: fn(String) -> Phrase<'static>| {
        let of = change.lines.iter().filter(|(_, line)| fates.contains(line));
        let names: Vec<&str> = of.map(|(name, _)| name.get(language)).collect();
        if !names.is_empty() {
            told.push(tr(language, word(names.join(", "))));
        }
    };
    tell(&[Line::BeginsAnew, Line::Begins], |themes| Phrase::QuestionsAnew { themes: themes.into() });
    tell(&[Line::GoesOnInPart], |themes| Phrase::QuestionsInPart { themes: themes.into() });
    tell(&[Line::Ends], |themes| Phrase::QuestionsEnd { themes: themes.into() });
    told.join(" ")
}

/// The arrangements that the loudest signals, or else the moved themes, touch.
fn matters(facts: &Facts, signals: &[SignalText], language: Language) -> Vec<String> {
    let (agreement, survey) = &facts.context;
    let mut kinds = Vec::new();
    for figure in signals.iter().flat_map(|entry| &entry.of) {
        kinds.extend(article_kinds(survey.as_ref(), figure));
    }
    for (id, change) in &facts.changes {
        if change.is_change() {
            let own = survey.iter().flat_map(|survey| &survey.statements).filter(|one| one.dimension == *id);
            kinds.extend(own.filter_map(|statement| statement.article));
        }
    }
    let mut seen = Vec::new();
    kinds.retain(|kind| {
        let is_new = !seen.contains(kind);
        seen.push(*kind);
        is_new
    });
    let mut all: Vec<String> = kinds
        .into_iter()
        .filter_map(|kind| {
            let article = agreement.articles.iter().find(|article| article.kind == kind)?;
            let text = article.text.get(language).trim_end_matches('.').into();
            Some(tr(language, Phrase::MattersArticle { kind: article_kind(language, kind).into(), text }))
        })
        .take(MAX_EACH)
        .collect();
    if all.is_empty() {
        all.push(tr(language, Word::MattersNothing));
    }
    all
}

fn talk(signals: &[SignalText], due: &[&Adjustment], language: Language) -> Vec<String> {
    let mut all: Vec<String> =
        signals.iter().map(|entry| format!("{} {}", entry.sentence, entry.prompts[0])).collect();
    all.extend(reviews(due, language));
    if all.is_empty() {
        all.push(tr(language, Word::TalkNothing));
    }
    all.truncate(MAX_EACH);
    all
}

fn reviews(due: &[&Adjustment], language: Language) -> Vec<String> {
    let sentence = |one: &&Adjustment| {
        tr(language, Phrase::TalkReview { title: one.title.get(language).into(), day: one.review_on.into() })
    };
    due.iter().map(sentence).collect()
}

/// The next day that matters, of those that are known; `None` without any.
pub fn next_date(days: impl IntoIterator<Item = NaiveDate>, today: NaiveDate) -> Option<NaiveDate> {
    days.into_iter().filter(|day| *day >= today).min()
}
