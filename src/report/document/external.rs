//! The external summary: one page that accounts for the collaboration to supervisors, financiers and new board members.
//! Figures of the whole agreement only; nothing about one partner, no signals.

use serde::Serialize;

use crate::domain::adjustment::AdjustmentState;
use crate::domain::language::Language;
use crate::insight::disclosure::change::ChangeFigure;
use crate::report::document::compose::{Edition, corrections, marks, numbered, standing};
use crate::report::document::tables;
use crate::report::document::{Brief, Table};
use crate::report::facts::Facts;
use crate::report::facts::follow_up::AdjustmentFact;
use crate::report::figures::Figures;
use crate::report::wording;
use crate::report::wording::summary::trend_state;
use crate::words::{Phrase, Word, day, review_choice, tr};

/// Lessons and adjustments on the page at most.
const MAX_EACH: usize = 4;

/// The page in one language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct External {
    /// Its language.
    pub language: Language,
    /// What people call the agreement.
    pub title: String,
    /// What this is.
    pub heading: String,
    /// Draft, or released on which day.
    pub edition: String,
    /// What earlier versions had otherwise.
    pub corrections: Vec<String>,
    /// The mark of a draft; empty on a released one.
    pub draft_mark: String,
    /// The day on which it is told, as `YYYY-MM-DD`.
    pub as_of: String,
    /// What the page is, and is not.
    pub lead: String,
    /// Why the collaboration exists, and who takes part.
    pub purpose: String,
    /// How it goes, in one sentence.
    pub state: String,
    /// Who answered.
    pub response: String,
    /// Every theme's reading.
    pub themes: Option<Table>,
    /// The drawing of all themes, by its name.
    pub drawing: Option<String>,
    /// What the letters on it stand for.
    pub marks: Vec<(String, String)>,
    /// What the partners learned and what they adjusted.
    pub briefs: Vec<Brief>,
    /// How the figures came about.
    pub method: String,
    /// Program and data hash.
    pub inputs: String,
}

/// The page of the facts in one language.
pub fn external(facts: &Facts, figures: &Figures, edition: &Edition, language: Language) -> External {
    let t = |word: Word| tr(language, word);
    // Whatever people wrote may name a partner; here it does not.
    let instead = t(Word::APartner);
    let veil = |text: &str| facts.context.0.without_partners(text, &instead);
    let lessons: Vec<String> =
        facts.follow_up.lessons.iter().take(MAX_EACH).map(|lesson| veil(lesson)).collect();
    let adjusted: Vec<String> = facts
        .follow_up
        .adjustments
        .iter()
        .rev()
        .filter(|one| one.state != AdjustmentState::Proposed)
        .take(MAX_EACH)
        .map(|one| veil(&adjusted(facts, one, language)))
        .collect();
    let or_none = |mut items: Vec<String>, none: Word| {
        if items.is_empty() {
            items.push(t(none));
        }
        items
    };
    let n_partners = facts.latest.map_or(0, |latest| facts.rounds[latest].n_partners);
    let mut method = t(Word::ExternalMethod);
    if let Some(confidentiality) = facts.confidentiality {
        method += " ";
        method += &tr(language, wording::shown_from(confidentiality));
    }
    let (draft_mark, edition_line) = standing(facts, edition, language);
    External {
        language,
        title: facts.title.get(language).to_owned(),
        heading: tr(
            language,
            Phrase::ExternalHeading { period: wording::period(language, facts.period).into() },
        ) + &numbered(edition, language),
        edition: edition_line,
        corrections: corrections(edition, language).iter().map(|line| veil(line)).collect(),
        draft_mark,
        as_of: facts.follow_up.as_of.to_string(),
        lead: t(Word::ExternalLead),
        purpose: tr(
            language,
            Phrase::ExternalPurpose {
                purpose: veil(facts.purpose.get(language)).into(),
                partners: n_partners.into(),
            },
        ),
        state: trend_state(facts, language),
        response: facts
            .latest
            .map_or_else(String::new, |latest| wording::participation(language, &facts.rounds[latest])),
        themes: tables::themes(facts, language),
        drawing: figures.multiples.as_ref().map(|drawn| drawn.name.clone()),
        marks: marks(facts, language).into_iter().map(|(letter, said)| (letter, veil(&said))).collect(),
        briefs: vec![
            Brief { heading: t(Word::ExternalLearned), items: or_none(lessons, Word::ExternalLearnedNone) },
            Brief { heading: t(Word::ExternalAdjusted), items: or_none(adjusted, Word::AdjustedNone) },
        ],
        method,
        inputs: format!("{}, {}", facts.program, facts.data_hash),
    }
}

/// One adjustment: since when, and what came of it as far as anybody looked.
fn adjusted(facts: &Facts, one: &AdjustmentFact, language: Language) -> String {
    let on = one.on.map_or_else(|| tr(language, Word::NotReleased), |on| day(language, on));
    let title = one.what.title.get(language).into();
    let mut said = tr(language, Phrase::ExternalAdjustment { title, day: on.into() });
    let Some(review) = &one.what.review else {
        let to_come = Phrase::ExternalReviewToCome { day: one.what.review_on.into() };
        return said + " " + &tr(language, to_come);
    };
    let verdict = one.effect.as_ref().map(|found| {
        let dimension = facts.dimensions.iter().find(|dimension| dimension.id == found.dimension());
        let theme = dimension.map_or(found.dimension(), |d| d.name.get(language)).into();
        let verdict = match found.verdict() {
            ChangeFigure::Higher => Phrase::ExternalSinceHigher { theme },
            ChangeFigure::Lower => Phrase::ExternalSinceLower { theme },
            ChangeFigure::NotDemonstrable => Phrase::ExternalSinceNone { theme },
            ChangeFigure::TooFew => Phrase::ExternalSinceTooFew { theme },
        };
        tr(language, verdict)
    });
    if let Some(sentence) = verdict {
        said += " ";
        said += &sentence;
    }
    let choice = review_choice(language, review.choice).into();
    said + " " + &tr(language, Phrase::ReviewedLine { day: review.on.into(), choice })
}
