//! Facts become a document: which sections there are, in which order, and what each says.

use chrono::NaiveDate;

use crate::domain::article::ArticleKind;
use crate::domain::language::{Language, Text};
use crate::plot::trend::MarkKind;
use crate::report::document::tables;
use crate::report::document::{Brief, Document, Front, On, Piece, Section, Table};
use crate::report::facts::follow_up::{AdjustmentFact, NextKind};
use crate::report::facts::{Facts, mark_letter};
use crate::report::figures::{Drawn, Figures};
use crate::report::wording::signals::entries;
use crate::report::wording::summary::summary;
use crate::report::wording::{self, effect};
use crate::words::{Phrase, Word, article_kind, day, review_choice, tr};

/// A version of a report after the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// 1 for the first correction.
    pub number: u32,
    /// The day it was released; `None` while it is a draft.
    pub on: Option<NaiveDate>,
    /// What it says otherwise.
    pub what: Text,
}

/// Whether it is a draft, and which version.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edition {
    /// The day of release; `None` for a draft.
    pub released_on: Option<NaiveDate>,
    /// Corrections up to this version, oldest first.
    pub corrections: Vec<Correction>,
}

/// The dimension whose section every report has. Source: product description, "the resident's perspective".
pub const RESIDENT: &str = "resident";

/// Outcomes of rounds that a report repeats.
const MAX_OUTCOMES: usize = 3;

/// The document of the facts in one language.
///
/// Shape: `figures` are those drawn of the same facts. Empty: a period without a round says so on page one and keeps
/// what there is to tell of earlier ones.
pub fn compose(facts: &Facts, figures: &Figures, edition: &Edition, language: Language) -> Document {
    let t = |word: Word| tr(language, word);
    let (draft_mark, edition_line) = standing(facts, edition, language);
    let heading = wording::report_heading(language, facts.period) + &numbered(edition, language);
    let sections = [
        themes(facts, figures, language),
        signals(facts, figures, language),
        participation(facts, figures, language),
        resident(facts, figures, language),
        done(facts, language),
        adjustments(facts, language),
        statements(facts, figures, language),
        importance(facts, figures, language),
        groups(facts, figures, language),
        readings(facts, language),
        crosswalk(facts, language),
        method(facts, language),
    ];
    Document {
        language,
        agreement: facts.agreement.clone(),
        title: facts.title.get(language).to_owned(),
        heading,
        period: facts.period.to_string(),
        edition: edition_line,
        corrections: corrections(edition, language),
        draft_mark,
        as_of: facts.follow_up.as_of.to_string(),
        front: front(facts, figures, language),
        sections: sections.into_iter().flatten().collect(),
        program: facts.program.clone(),
        data_hash: facts.data_hash.clone(),
        page_words: (t(Word::PageWord), t(Word::OfWord)),
    }
}

/// The mark of a draft, and the line that says what this is.
pub(in crate::report) fn standing(facts: &Facts, edition: &Edition, language: Language) -> (String, String) {
    match edition.released_on {
        Some(on) => (String::new(), tr(language, Phrase::EditionReleased { day: on.into() })),
        None => {
            let line = tr(language, Phrase::EditionDraft { day: facts.follow_up.as_of.into() });
            (tr(language, Word::DraftMark), line)
        }
    }
}

/// What a correction's name ends with; nothing for the first version.
pub(in crate::report) fn numbered(edition: &Edition, language: Language) -> String {
    edition.corrections.last().map_or_else(String::new, |last| {
        tr(language, Phrase::EditionCorrected { number: last.number.into() })
    })
}

/// A line per correction.
pub(in crate::report) fn corrections(edition: &Edition, language: Language) -> Vec<String> {
    edition.corrections.iter().map(|one| correction(one, language)).collect()
}

fn correction(one: &Correction, language: Language) -> String {
    let on = one.on.map_or_else(|| tr(language, Word::NotReleased), |on| day(language, on));
    let what = one.what.get(language).into();
    tr(language, Phrase::CorrectionLine { number: one.number.into(), day: on.into(), what })
}

fn front(facts: &Facts, figures: &Figures, language: Language) -> Front {
    let t = |word: Word| tr(language, word);
    let page = summary(facts, &facts.follow_up.due(), language);
    let brief = |heading: Word, items: Vec<String>| Brief { heading: t(heading), items };
    let briefs = [
        brief(Word::SteeringChanged, page.changed),
        brief(Word::SteeringMatters, page.matters),
        brief(Word::SteeringTalk, page.talk),
    ];
    let mut open: Vec<String> = facts
        .follow_up
        .adjustments
        .iter()
        .filter(|one| one.is_open())
        .map(|one| {
            let open = Phrase::OpenAdjustment {
                title: one.what.title.get(language).into(),
                state: crate::words::adjustment_state(language, one.state).into(),
                day: one.what.review_on.into(),
            };
            tr(language, open)
        })
        .collect();
    if open.is_empty() {
        open.push(t(Word::OpenAdjustmentsNone));
    }
    Front {
        state: page.state,
        response: facts
            .latest
            .map_or_else(String::new, |latest| wording::participation(language, &facts.rounds[latest])),
        briefs: briefs.into_iter().filter(|brief| !brief.items.is_empty()).collect(),
        standing: figures.standing.as_ref().map(|drawn| drawn.name.clone()),
        themes: tables::themes(facts, language),
        open: brief(Word::SteeringAdjustments, open),
        next: next(facts, language),
    }
}

/// The next day that matters, in a sentence.
fn next(facts: &Facts, language: Language) -> Option<String> {
    let (on, kind) = facts.follow_up.next.as_ref()?;
    let what = match kind {
        NextKind::Review(nl, en) => {
            let title = Text { nl: nl.clone(), en: en.clone() };
            tr(language, Phrase::NextReview { title: title.get(language).to_owned().into() })
        }
        NextKind::Conversation => tr(language, Word::NextConversation),
        NextKind::Round => tr(language, Word::NextRound),
    };
    Some(tr(language, Phrase::NextDate { day: day(language, *on).into(), what: what.into() }))
}

fn section(id: &'static str, heading: Word, language: Language, blocks: Vec<Piece>) -> Option<Section> {
    (!blocks.is_empty()).then(|| Section { id, heading: tr(language, heading), blocks })
}

fn text(language: Language, word: Word) -> Piece {
    Piece::Text { text: tr(language, word) }
}

/// What the letters on small drawings stand for.
pub fn marks(facts: &Facts, language: Language) -> Vec<(String, String)> {
    let said = facts.marks.iter().enumerate().map(|(index, mark)| {
        let kind = match mark.kind {
            MarkKind::Event => tr(language, Word::Event),
            MarkKind::Adjustment => tr(language, Word::Adjustment),
            MarkKind::Questions => tr(language, Word::QuestionsMark),
        };
        let said = format!("{}, {kind}: {}", day(language, mark.on), mark.title.get(language));
        (mark_letter(index), said)
    });
    said.collect()
}

fn themes(facts: &Facts, figures: &Figures, language: Language) -> Option<Section> {
    let mut blocks = Vec::new();
    if !facts.dimensions.is_empty() {
        blocks.push(text(language, Word::HowToReadTrend));
    }
    if let Some(drawn) = &figures.multiples {
        blocks.push(Piece::Figure {
            names: vec![drawn.name.clone()],
            on: On::All,
            table: Some(tables::ends(facts, language)),
        });
    }
    if !facts.marks.is_empty() {
        blocks.push(Piece::Pairs { items: marks(facts, language) });
    }
    for (dimension, drawn) in facts.dimensions.iter().zip(&figures.trends) {
        // The resident has a section of their own; in print the themes stand beside each other.
        if dimension.id == RESIDENT {
            continue;
        }
        let on = if figures.multiples.is_some() { On::Screen } else { On::All };
        let table = Some(tables::trend(facts, dimension, language));
        blocks.push(Piece::Figure { names: vec![drawn.name.clone()], on, table });
    }
    section("themes", Word::ThemesOverTime, language, blocks)
}

fn signals(facts: &Facts, figures: &Figures, language: Language) -> Option<Section> {
    facts.latest?;
    let (agreement, survey) = &facts.context;
    let entries = entries(agreement, survey.as_ref(), &facts.signals, language);
    let mut blocks =
        vec![text(language, if entries.is_empty() { Word::NoSignals } else { Word::SignalsIntro })];
    blocks.extend(entries.into_iter().zip(&figures.evidence).map(|(entry, drawn)| Piece::Entry {
        drawing: Some(drawn.name.clone()),
        title: entry.sentence,
        meta: format!("{}. {}", entry.certainty, entry.touches),
        texts: Vec::new(),
        items: entry.prompts.clone(),
    }));
    section("signals", Word::SignalsHeading, language, blocks)
}

/// The resident's section: always there, also when nobody was asked about the resident.
fn resident(facts: &Facts, figures: &Figures, language: Language) -> Option<Section> {
    let mut blocks = Vec::new();
    let found = facts.dimensions.iter().zip(&figures.trends).find(|(dimension, _)| dimension.id == RESIDENT);
    for article in
        facts.context.0.articles.iter().filter(|article| article.kind == ArticleKind::ResidentsVoice)
    {
        let text = Phrase::ResidentArticle { text: article.text.get(language).into() };
        blocks.push(Piece::Text { text: tr(language, text) });
    }
    match found {
        None => blocks.push(text(language, Word::ResidentNotAsked)),
        Some((dimension, drawn)) => {
            let table = Some(tables::trend(facts, dimension, language));
            blocks.push(Piece::Figure { names: vec![drawn.name.clone()], on: On::All, table });
            let asked: Vec<String> = facts
                .statements
                .iter()
                .filter(|statement| statement.dimension == dimension.name)
                .map(|statement| {
                    let mean = wording::mean_or_too_few(language, statement.figure.mean());
                    format!("“{}”: {mean}", statement.text.get(language))
                })
                .collect();
            if !asked.is_empty() {
                blocks.push(Piece::List { items: asked });
            }
        }
    }
    section("resident", Word::ResidentHeading, language, blocks)
}

/// What was done with what earlier rounds said.
fn done(facts: &Facts, language: Language) -> Option<Section> {
    let told = facts.follow_up.outcomes.iter().take(MAX_OUTCOMES);
    let mut blocks: Vec<Piece> = told
        .map(|one| Piece::Entry {
            drawing: None,
            title: one.said.get(language).to_owned(),
            meta: tr(
                language,
                Phrase::OutcomeRound { round: one.round.into(), day: day(language, one.opened_on).into() },
            ),
            texts: vec![one.did.get(language).to_owned()],
            items: Vec::new(),
        })
        .collect();
    if blocks.is_empty() {
        blocks.push(text(language, Word::DoneNone));
    }
    section("done", Word::DoneHeading, language, blocks)
}

fn adjustments(facts: &Facts, language: Language) -> Option<Section> {
    if facts.follow_up.adjustments.is_empty() {
        return section(
            "adjustments",
            Word::AdjustmentsHeading,
            language,
            vec![text(language, Word::AdjustedNone)],
        );
    }
    let mut blocks = vec![Piece::Table { table: tables::adjustments(facts, language) }];
    // Those looked back at in this period, or in force since; the table has the rest.
    let first = facts.period.first_day();
    let is_new = |one: &&AdjustmentFact| {
        one.what.review.as_ref().is_some_and(|review| review.on >= first)
            || one.on.is_some_and(|on| on >= first)
    };
    blocks
        .extend(facts.follow_up.adjustments.iter().filter(is_new).map(|one| adjusted(facts, one, language)));
    section("adjustments", Word::AdjustmentsHeading, language, blocks)
}

fn adjusted(facts: &Facts, one: &AdjustmentFact, language: Language) -> Piece {
    let (agreement, survey) = &facts.context;
    let article = agreement.articles.iter().find(|article| article.id == one.what.article);
    let mut texts = vec![tr(
        language,
        Phrase::AdjustedText {
            old: one.what.old.get(language).to_owned().into(),
            new: one.what.new.get(language).to_owned().into(),
            why: one.what.why.get(language).to_owned().into(),
        },
    )];
    if let Some(found) = &one.effect {
        let said = effect::sentences(
            agreement,
            survey.as_ref(),
            &one.what,
            found,
            &facts.follow_up.rounds,
            language,
        );
        texts.push(said.join(" "));
    }
    if let Some(review) = &one.what.review {
        let (day, choice) = (review.on.into(), review_choice(language, review.choice).into());
        let line = if review.said.is_empty() {
            Phrase::ReviewedLine { day, choice }
        } else {
            Phrase::ReviewedLineSaid { day, choice, said: review.said.as_str().into() }
        };
        texts.push(tr(language, line));
    }
    Piece::Entry {
        drawing: None,
        title: one.what.title.get(language).to_owned(),
        meta: article.map_or_else(String::new, |article| {
            tr(language, Phrase::AdjustedArticle { kind: article_kind(language, article.kind).into() })
        }),
        texts,
        items: Vec::new(),
    }
}

/// Drawings that share a table; nothing without any.
fn together<'d>(drawn: impl IntoIterator<Item = &'d Drawn>, table: impl FnOnce() -> Table) -> Vec<Piece> {
    let names: Vec<String> = drawn.into_iter().map(|drawn| drawn.name.clone()).collect();
    if names.is_empty() {
        Vec::new()
    } else {
        vec![Piece::Figure { names, on: On::All, table: Some(table()) }]
    }
}

fn statements(facts: &Facts, figures: &Figures, language: Language) -> Option<Section> {
    let mut blocks = together(&figures.spread, || tables::spread(facts, language));
    if !facts.statements.is_empty() {
        blocks.push(Piece::Table { table: tables::statements(facts, language) });
    }
    section("statements", Word::SpreadHeading, language, blocks)
}

/// Once a year: what matters to people and is missing.
fn importance(facts: &Facts, figures: &Figures, language: Language) -> Option<Section> {
    let drawn = figures.importance.as_ref()?;
    let table = Some(tables::importance(facts, language));
    let figure = Piece::Figure { names: vec![drawn.name.clone()], on: On::All, table };
    section(
        "importance",
        Word::ImportanceHeading,
        language,
        vec![text(language, Word::ImportanceIntro), figure],
    )
}

fn groups(facts: &Facts, figures: &Figures, language: Language) -> Option<Section> {
    let blocks = together(figures.gap.iter().chain(&figures.dots), || tables::groups(facts, language));
    section("groups", Word::GroupsHeading, language, blocks)
}

fn participation(facts: &Facts, figures: &Figures, language: Language) -> Option<Section> {
    let drawn = figures.response.as_ref()?;
    let table = Some(tables::participation(facts, language));
    let figure = Piece::Figure { names: vec![drawn.name.clone()], on: On::All, table };
    section("participation", Word::WhoTookPart, language, vec![figure])
}

/// Every theme in every round: in print the one table behind the small drawings.
fn readings(facts: &Facts, language: Language) -> Option<Section> {
    if facts.rounds.is_empty() {
        return None;
    }
    let table = Piece::Table { table: tables::readings(facts, language) };
    section("readings", Word::ReadingsHeading, language, vec![table])
}

/// Our themes beside the words of others.
fn crosswalk(facts: &Facts, language: Language) -> Option<Section> {
    let table = super::crosswalk::crosswalk(facts, language)?;
    let blocks = vec![text(language, Word::CrosswalkIntro), Piece::Table { table }];
    section("crosswalk", Word::CrosswalkHeading, language, blocks)
}

fn method(facts: &Facts, language: Language) -> Option<Section> {
    let t = |word: Word| tr(language, word);
    let mut blocks = vec![text(language, Word::MethodInShort)];
    if let Some(confidentiality) = facts.confidentiality {
        blocks.push(Piece::Text { text: tr(language, wording::shown_from(confidentiality)) });
        blocks.push(Piece::Text { text: tr(language, wording::hidden()) });
        blocks.push(Piece::Text { text: tr(language, wording::lie()) });
    }
    if let Some(found) = &facts.consistency {
        let omega = format!("{}{}{:02}", found.omega / 100, t(Word::DecimalMark), found.omega % 100);
        let text = Phrase::MethodConsistency {
            omega: omega.into(),
            statements: found.n_statements.into(),
            people: found.n_people.into(),
            rounds: found.n_rounds.into(),
        };
        blocks.push(Piece::Text { text: tr(language, text) });
    }
    let mut items = Vec::new();
    if let Some((survey, version)) = &facts.survey {
        let version = tr(language, Phrase::Version { version: (*version).into() });
        items.push((t(Word::Survey), format!("{survey}, {version}")));
    }
    let numbers: Vec<String> = facts.rounds_in_period().map(|round| round.number.to_string()).collect();
    items.push((t(Word::Rounds), if numbers.is_empty() { "–".to_owned() } else { numbers.join(", ") }));
    items.push((t(Word::Program), facts.program.clone()));
    items.push((t(Word::DataHash), facts.data_hash.clone()));
    blocks.push(Piece::Pairs { items });
    let asked = facts.statements.iter().map(|statement| {
        let reversed =
            if statement.is_reversed { format!(" ({})", t(Word::Reversed)) } else { String::new() };
        (statement.id.clone(), format!("{}{reversed}", statement.text.get(language)))
    });
    let asked: Vec<(String, String)> = asked.collect();
    if !asked.is_empty() {
        blocks.push(text(language, Word::MethodItems));
        blocks.push(Piece::Pairs { items: asked });
    }
    section("method", Word::HowWeCount, language, blocks)
}
