//! A script for talks in which people think aloud over a survey, before it goes out: who, what to say, what to ask at each
//! statement, and what to do with what they said.
//!
//! Source: cognitive interviewing by the four steps of an answer, understanding, recalling, judging and choosing
//! (Tourangeau 1984; Willis 2005); eight talks, three of them with practitioners: item bank, *practical guidance*.

use chrono::NaiveDate;
use maud::html;
use polsslag_typeset::TypesetError;
use serde::Serialize;

use super::page::{framed, section};
use super::print::{self, Plates};
use crate::domain::calendar::Schedule;
use crate::domain::language::Language;
use crate::domain::scale::Scale;
use crate::domain::survey::Survey;
use crate::report::document::{Cell, Piece, Section, Table};
use crate::report::look::Look;
use crate::words::{Phrase, Word, think_of, tr};

/// How many talks.
pub const N_TALKS: usize = 8;

/// The script in one language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Script {
    /// Its language.
    pub language: Language,
    /// Short name of the survey.
    pub survey: String,
    /// What respondents see above the survey.
    pub title: String,
    /// What this is.
    pub heading: String,
    /// Why one would.
    pub lead: String,
    /// The day on which it was made, as `YYYY-MM-DD`.
    pub as_of: String,
    /// What follows.
    pub sections: Vec<Section>,
    /// Words that the template needs: *page*, *of*.
    pub page_words: (String, String),
}

/// Makes the script of a survey: every statement that it may ask, in its order.
pub fn script(survey: &Survey, language: Language, today: NaiveDate) -> Script {
    let t = |word: Word| tr(language, word);
    let list = |words: &[Word]| Piece::List { items: words.iter().map(|word| t(*word)).collect() };
    let text = |text: String| Piece::Text { text };
    let days_between = survey.schedule.as_ref().and_then(Schedule::usual_gap);
    let intro = think_of(language, &survey.intro, days_between);
    let mut statements = vec![text(tr(language, Phrase::ThinkAloudIntro { intro: intro.into() }))];
    let alike = survey.statements.chunk_by(|a, b| a.scale == b.scale);
    for (at, alike) in alike.enumerate() {
        let caption = answers(survey.scale_of(&alike[0]), language);
        let talks = (1..=N_TALKS).map(|talk| (talk.to_string(), false));
        let columns = std::iter::once((t(Word::ThinkAloudStatement), false)).chain(talks);
        let mut table = Table::new(&format!("statements-{}", at + 1), caption, columns);
        for statement in alike {
            let wording = format!("{} ({})", statement.text.get(language), statement.id);
            // The typeface has no box to tick.
            let blanks = (0..N_TALKS).map(|_| Cell::text("[ ]"));
            table.rows.push(std::iter::once(Cell::text(wording)).chain(blanks).collect());
        }
        statements.push(Piece::Table { table });
    }
    statements.push(text(t(Word::ThinkAloudMarks)));
    let section = |id, heading: Word, blocks| Section { id, heading: t(heading), blocks };
    Script {
        language,
        survey: survey.id.clone(),
        title: survey.title.get(language).to_owned(),
        heading: t(Word::ThinkAloudHeading),
        lead: t(Word::ThinkAloudWhy),
        as_of: today.to_string(),
        sections: vec![
            section(
                "who",
                Word::ThinkAloudWhoHeading,
                vec![list(&[Word::ThinkAloudWhoEight, Word::ThinkAloudWhoPractice, Word::ThinkAloudWhoNot])],
            ),
            section(
                "start",
                Word::ThinkAloudStartHeading,
                vec![text(t(Word::ThinkAloudStart)), text(t(Word::ThinkAloudRules))],
            ),
            section(
                "each",
                Word::ThinkAloudEachHeading,
                vec![list(&[
                    Word::ThinkAloudEachOwnWords,
                    Word::ThinkAloudEachWhom,
                    Word::ThinkAloudEachHow,
                    Word::ThinkAloudEachFits,
                ])],
            ),
            section("statements", Word::ThinkAloudStatementsHeading, statements),
            section(
                "end",
                Word::ThinkAloudEndHeading,
                vec![list(&[
                    Word::ThinkAloudEndHardest,
                    Word::ThinkAloudEndMissing,
                    Word::ThinkAloudEndHonest,
                    Word::ThinkAloudEndWhoSees,
                ])],
            ),
            section(
                "after",
                Word::ThinkAloudAfterHeading,
                vec![
                    list(&[
                        Word::ThinkAloudAfterOtherwise,
                        Word::ThinkAloudAfterCannot,
                        Word::ThinkAloudAfterNewId,
                        Word::ThinkAloudAfterWrite,
                    ]),
                    text(t(Word::ThinkAloudLimit)),
                ],
            ),
        ],
        page_words: (t(Word::PageWord), t(Word::OfWord)),
    }
}

/// The answers of a scale, lowest first, in a line.
fn answers(scale: &Scale, language: Language) -> String {
    let labels: Vec<String> = scale
        .values()
        .map(|value| scale.label(value, language))
        .chain([scale.cannot_judge.get(language).to_owned()])
        .collect();
    tr(language, Phrase::ThinkAloudAnswers { answers: labels.join(" · ").into() })
}

/// The script as a page of its own.
pub fn page(script: &Script, look: &Look) -> String {
    let title = format!("{} – {}", script.heading, script.title);
    let content = html! {
        main id="main" {
            h1 { span class="eyebrow" { (script.title) } " " (script.heading) }
            p class="lead" { (script.lead) }
            @for one in &script.sections { (section(one, None, look, script.language)) }
        }
    };
    framed(script.language, &title, look, &[], content)
}

/// The script on paper, as PDF/UA-1. Errors: what the template or PDF/UA-1 refuses.
pub fn pdf(script: &Script, look: &Look) -> Result<Vec<u8>, TypesetError> {
    let identity = format!("think-aloud/{}/{}", script.survey, script.language);
    print::script(script, &Plates::bare(look), &identity)
}
