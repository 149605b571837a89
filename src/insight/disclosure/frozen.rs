//! The one door by which stored figures come back. What is read here has the shape of what [`super::guard`] made and
//! was frozen; figures of before the rules that hold now pass them on the way in, by what was stored of them: counts.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::bounds;
use super::change::ChangeFigure;
use super::effect::{EffectFigure, EffectSize};
use super::groups::{DimensionGroups, GroupFigures, PartnerFigure};
use super::signals::{Certainty, SignalFigure};
use super::spread::RoundSpread;
use super::{
    Bound, Disclosed, Figure, MIN_FOR_STATEMENT, Participation, RoundFigures, StatementFigure, Tenths,
};
use crate::domain::confidentiality::{Confidentiality, Mode};
use crate::domain::scale::Scale;
use crate::insight::signal::episode::Level;
use crate::insight::signal::kind::Kind;

/// Edition of the rules that figures are frozen by. Version 0.1 wrote none.
pub(super) const RULES: u32 = 2;

#[derive(Deserialize)]
struct StoredFigure {
    mean: Tenths,
    bound: Bound,
    ci95: Option<(Tenths, Tenths)>,
    n_respondents: usize,
    n_partners: usize,
}

impl From<StoredFigure> for Figure {
    fn from(stored: StoredFigure) -> Figure {
        let StoredFigure { mean, bound, ci95, n_respondents, n_partners } = stored;
        Figure { mean, bound, ci95, n_respondents, n_partners }
    }
}

fn disclosed(stored: Option<StoredFigure>) -> Disclosed<Figure> {
    Disclosed(stored.map(Figure::from))
}

#[derive(Deserialize)]
struct StoredStatement {
    mean: Option<StoredFigure>,
}

#[derive(Deserialize)]
struct StoredPartner {
    #[serde(default)]
    partner: Option<String>,
    figure: StoredFigure,
}

#[derive(Deserialize)]
struct StoredDimension {
    dimension: String,
    partners: Vec<StoredPartner>,
    roles: Option<(StoredFigure, StoredFigure)>,
}

#[derive(Deserialize, Default)]
struct StoredGroups {
    n_hidden: usize,
    dimensions: Vec<StoredDimension>,
}

#[derive(Deserialize)]
struct StoredParticipation {
    n_invited: Option<usize>,
    n_answered: usize,
    n_partners: usize,
    n_partners_answered: usize,
}

#[derive(Deserialize)]
struct StoredRound {
    #[serde(default)]
    rules: u32,
    confidentiality: Confidentiality,
    participation: StoredParticipation,
    dimensions: Vec<(String, Option<StoredFigure>)>,
    statements: Vec<(String, StoredStatement)>,
    #[serde(default)]
    spread: Vec<(String, Option<BTreeMap<i64, usize>>)>,
    #[serde(default)]
    groups: StoredGroups,
    #[serde(default)]
    n_withheld: usize,
}

/// Figures of a round as they were frozen; `scale` is that of its survey.
///
/// Errors: what is not the JSON of frozen figures.
pub fn thaw_round(json: &str, scale: &Scale) -> Result<RoundFigures, serde_json::Error> {
    let stored: StoredRound = serde_json::from_str(json)?;
    let groups = GroupFigures {
        n_hidden: stored.groups.n_hidden,
        dimensions: stored
            .groups
            .dimensions
            .into_iter()
            .map(|one| DimensionGroups {
                dimension: one.dimension,
                partners: one
                    .partners
                    .into_iter()
                    .map(|one| PartnerFigure { partner: one.partner, figure: one.figure.into() })
                    .collect(),
                roles: Disclosed(one.roles.map(|(executives, practitioners)| {
                    (Figure::from(executives), Figure::from(practitioners))
                })),
            })
            .collect(),
    };
    let StoredParticipation { n_invited, n_answered, n_partners, n_partners_answered } = stored.participation;
    let figures = RoundFigures {
        rules: RULES,
        confidentiality: stored.confidentiality,
        participation: Participation { n_invited, n_answered, n_partners, n_partners_answered },
        dimensions: stored.dimensions.into_iter().map(|(id, figure)| (id, disclosed(figure))).collect(),
        statements: stored
            .statements
            .into_iter()
            .map(|(id, one)| (id, StatementFigure { mean: disclosed(one.mean) }))
            .collect(),
        spread: stored.spread.into_iter().map(|(id, own)| (id, Disclosed(own.map(RoundSpread)))).collect(),
        groups,
        n_withheld: stored.n_withheld,
    };
    Ok(if stored.rules < RULES && figures.confidentiality.mode == Mode::Confidential {
        by_the_rules(figures, scale)
    } else {
        figures
    })
}

/// What the rules that hold now let through of figures that were frozen before them, by counts alone: answers may be gone.
///
/// A mean is told where it leaves everybody room whatever was answered, and as a bound beyond; intervals, which rested on
/// how the answers of the round lie, go; statements, roles and dots go where the theme's mean is no number.
fn by_the_rules(figures: RoundFigures, scale: &Scale) -> RoundFigures {
    let has_pairs = figures.participation.has_pairs();
    let mut n_withheld = 0;
    let mut sift = |figure: Disclosed<Figure>, fewest: (usize, usize)| {
        let was_told = figure.0.is_some();
        let kept = figure
            .0
            .filter(|figure| figure.n_partners >= fewest.0 && figure.n_respondents >= fewest.1)
            .and_then(|figure| bounds::by_counts(&figure, has_pairs, scale));
        n_withheld += usize::from(was_told && kept.is_none());
        Disclosed(kept)
    };
    let dimensions: Vec<(String, Disclosed<Figure>)> =
        figures.dimensions.into_iter().map(|(id, figure)| (id, sift(figure, (0, 0)))).collect();
    let are_numbers =
        dimensions.iter().all(|(_, figure)| figure.get().is_some_and(|figure| figure.bound == Bound::Exact));
    // Which statements are of which theme is not stored: one that is left out may be what the others leave.
    let mut statements: Vec<(String, StatementFigure)> = figures
        .statements
        .into_iter()
        .map(|(id, one)| (id, StatementFigure { mean: sift(one.mean, MIN_FOR_STATEMENT) }))
        .collect();
    let is_number = |(_, one): &(String, StatementFigure)| {
        one.mean.get().is_some_and(|figure| figure.bound == Bound::Exact)
    };
    if !are_numbers || !statements.iter().all(is_number) {
        n_withheld += statements.iter().filter(|(_, one)| one.mean.0.is_some()).count();
        statements.iter_mut().for_each(|(_, one)| one.mean = Disclosed(None));
    }
    RoundFigures { dimensions, statements, groups: GroupFigures::default(), n_withheld, ..figures }
}

#[derive(Deserialize)]
struct StoredSignal {
    round: u32,
    partner: Option<String>,
    is_about_partner: bool,
    dimension: Option<String>,
    kind: Kind,
    level: Level,
    since_round: u32,
    size: Option<Tenths>,
    n_people: Option<usize>,
    score: Option<f64>,
    certainty: Certainty,
    episode: usize,
}

/// A signal as it was said: that stays.
///
/// Errors: what is not the JSON of a signal that was let through.
pub fn thaw_signal(json: serde_json::Value) -> Result<SignalFigure, serde_json::Error> {
    let stored: StoredSignal = serde_json::from_value(json)?;
    Ok(SignalFigure {
        round: stored.round,
        partner: stored.partner,
        is_about_partner: stored.is_about_partner,
        dimension: stored.dimension,
        kind: stored.kind,
        level: stored.level,
        since_round: stored.since_round,
        size: Disclosed(stored.size),
        n_people: stored.n_people,
        score: stored.score,
        certainty: stored.certainty,
        episode: stored.episode,
    })
}

#[derive(Deserialize)]
struct StoredSize {
    mean: Tenths,
    ci95: Option<(Tenths, Tenths)>,
    n_people: usize,
    n_partners: usize,
}

#[derive(Deserialize)]
struct StoredEffect {
    dimension: String,
    from_round: u32,
    to_round: u32,
    verdict: ChangeFigure,
    size: Option<StoredSize>,
}

/// An effect as it was shown at a review.
///
/// Errors: what is not the JSON of one.
pub fn thaw_effect(json: &str) -> Result<EffectFigure, serde_json::Error> {
    let StoredEffect { dimension, from_round, to_round, verdict, size } = serde_json::from_str(json)?;
    let size = size.map(|StoredSize { mean, ci95, n_people, n_partners }| EffectSize {
        mean,
        ci95,
        n_people,
        n_partners,
    });
    Ok(EffectFigure { dimension, from_round, to_round, verdict, size })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::survey::tests::survey;

    /// A round as version 0.1 froze it: so many partners, a theme's mean, a statement's.
    fn thaw(n_partners: usize, theme: i64, statement: i64) -> RoundFigures {
        let figure = |mean: i64| {
            format!(
                "{{\"mean\":{mean},\"bound\":\"exact\",\"ci95\":[{},{}],\"n_respondents\":{},\"n_partners\":{n_partners}}}",
                mean - 1,
                mean + 1,
                3 * n_partners
            )
        };
        let json = format!(
            "{{\"confidentiality\":{{\"mode\":\"confidential\",\"threshold\":5}},\"participation\":{{\"n_invited\":30,
             \"n_answered\":24,\"n_partners\":{n_partners},\"n_partners_answered\":{n_partners}}},
             \"dimensions\":[[\"trust\",{}]],\"statements\":[[\"A\",{{\"mean\":{},\"distribution\":{{\"4\":12}}}}]]}}",
            figure(theme),
            figure(statement)
        );
        thaw_round(&json, &survey(Vec::new()).scale).expect("figures of version 0.1")
    }

    fn told(figures: &RoundFigures) -> Option<(i64, Bound)> {
        figures.dimensions[0].1.get().map(|figure| (figure.mean.0, figure.bound))
    }

    #[test]
    fn figures_of_before_the_rules_are_told_as_far_as_counts_allow() {
        let usual = thaw(20, 36, 38);
        assert_eq!(told(&usual), Some((36, Bound::Exact)));
        assert!(usual.statements[0].1.mean.get().is_some_and(|figure| figure.ci95.is_none()));

        let high = thaw(8, 45, 45);
        assert_eq!(told(&high), Some((38, Bound::AtLeast)), "two partners of threes would know the rest");
        assert_eq!(high.statements[0].1.mean.get(), None, "it would be the theme's number");
        assert_eq!(high.n_withheld, 1);

        assert_eq!(told(&thaw(3, 36, 36)), None, "three partners");
        assert_eq!(told(&thaw(8, 14, 14)), Some((22, Bound::AtMost)));
    }
}
