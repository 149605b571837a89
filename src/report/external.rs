//! The external summary: one page that accounts for the collaboration to supervisors, financiers and new board members.
//! Figures of the whole agreement only; nothing about one partner, no signals.

use serde::Serialize;

use super::compose::{Edition, corrections, marks, numbered, standing};
use super::document::{Brief, Table};
use super::facts::Facts;
use super::figures::Figures;
use super::follow_up::AdjustmentFact;
use super::summary::trend_state;
use super::{tables, wording};
use crate::domain::adjustment::AdjustmentState;
use crate::domain::language::Language;
use crate::insight::disclosure::MIN_PARTNERS;
use crate::insight::disclosure::change::ChangeFigure;
use crate::words::{day, review_choice, tr};

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
    let t = |key: &str| tr(language, key, &[]);
    // Whatever people wrote may name a partner; here it does not.
    let instead = t("a-partner");
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
    let or_none = |mut items: Vec<String>, key: &str| {
        if items.is_empty() {
            items.push(t(key));
        }
        items
    };
    let n_partners = facts.latest.map_or(0, |latest| facts.rounds[latest].n_partners);
    let mut method = t("external-method");
    if let Some(confidentiality) = facts.confidentiality {
        let arguments = [("threshold", confidentiality.threshold.into()), ("partners", MIN_PARTNERS.into())];
        method += " ";
        method += &tr(language, "shown-from", &arguments);
    }
    let (draft_mark, edition_line) = standing(facts, edition, language);
    External {
        language,
        title: facts.title.get(language).to_owned(),
        heading: tr(
            language,
            "external-heading",
            &[("period", wording::period(language, facts.period).into())],
        ) + &numbered(edition, language),
        edition: edition_line,
        corrections: corrections(edition, language).iter().map(|line| veil(line)).collect(),
        draft_mark,
        as_of: facts.follow_up.as_of.to_string(),
        lead: t("external-lead"),
        purpose: tr(
            language,
            "external-purpose",
            &[("purpose", veil(facts.purpose.get(language)).into()), ("partners", n_partners.into())],
        ),
        state: trend_state(facts, language),
        response: facts
            .latest
            .map_or_else(String::new, |latest| wording::participation(language, &facts.rounds[latest])),
        themes: tables::themes(facts, language),
        drawing: figures.multiples.as_ref().map(|drawn| drawn.name.clone()),
        marks: marks(facts, language).into_iter().map(|(letter, said)| (letter, veil(&said))).collect(),
        briefs: vec![
            Brief { heading: t("external-learned"), items: or_none(lessons, "external-learned-none") },
            Brief { heading: t("external-adjusted"), items: or_none(adjusted, "adjusted-none") },
        ],
        method,
        inputs: format!("{}, {}", facts.program, facts.data_hash),
    }
}

/// One adjustment: since when, and what came of it as far as anybody looked.
fn adjusted(facts: &Facts, one: &AdjustmentFact, language: Language) -> String {
    let on = one.on.map_or_else(|| tr(language, "not-released", &[]), |on| day(language, on));
    let arguments = [("title", one.what.title.get(language).to_owned().into()), ("day", on.into())];
    let mut said = tr(language, "external-adjustment", &arguments);
    let Some(review) = &one.what.review else {
        let arguments = [("day", day(language, one.what.review_on).into())];
        return said + " " + &tr(language, "external-review-to-come", &arguments);
    };
    let verdict = one.effect.as_ref().map(|found| {
        let dimension = facts.dimensions.iter().find(|dimension| dimension.id == found.dimension);
        let theme = dimension.map_or(found.dimension.as_str(), |d| d.name.get(language)).to_owned();
        let key = match found.verdict {
            ChangeFigure::Higher => "external-since-higher",
            ChangeFigure::Lower => "external-since-lower",
            ChangeFigure::NotDemonstrable => "external-since-none",
            ChangeFigure::TooFew => "external-since-too-few",
        };
        tr(language, key, &[("theme", theme.into())])
    });
    if let Some(sentence) = verdict {
        said += " ";
        said += &sentence;
    }
    let arguments =
        [("day", day(language, review.on).into()), ("choice", review_choice(language, review.choice).into())];
    said + " " + &tr(language, "reviewed-line", &arguments)
}
