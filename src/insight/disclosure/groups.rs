//! Rule R3: the two groupings there are, partners and roles; never both at once. Partners are dots without a name,
//! unless answers were given in their name.

use std::collections::BTreeMap;

use serde::Serialize;

use super::bounds::Told;
use super::complement::{PartnerCount, Published, hidden_partners, is_safe};
use super::{Bound, Cell, Disclosed, Figure, MIN_FOR_STATEMENT, RoundFigures, Rules, figure, is_enough};
use crate::domain::confidentiality::{Confidentiality, Mode};
use crate::domain::role::Role;
use crate::domain::survey::{Dimension, Statement, Survey};
use crate::insight::reading::{Reading, read};
use crate::insight::score::{SheetAnswers, score_over};

/// One partner's mean on a dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartnerFigure {
    /// Its short name; only where answers are given in its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) partner: Option<String>,
    /// Its mean.
    pub(super) figure: Figure,
}

/// Partners and roles on one dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DimensionGroups {
    /// The dimension's id.
    pub(super) dimension: String,
    /// Partners that may be shown: by mean without names, by name with them.
    pub(super) partners: Vec<PartnerFigure>,
    /// Means of executives and of practitioners, partners weighing the same within each.
    pub(super) roles: Disclosed<(Figure, Figure)>,
}

/// Partners and roles in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct GroupFigures {
    /// Partners that answered and are not shown.
    pub(super) n_hidden: usize,
    /// By dimension, in the order of the survey.
    pub(super) dimensions: Vec<DimensionGroups>,
}

impl PartnerFigure {
    /// Its short name; only where answers are given in its name.
    pub fn partner(&self) -> Option<&str> {
        self.partner.as_deref()
    }

    /// Its mean.
    pub fn figure(&self) -> &Figure {
        &self.figure
    }
}

impl DimensionGroups {
    /// The dimension's id.
    pub fn dimension(&self) -> &str {
        &self.dimension
    }

    /// Partners that may be shown: by mean without names, by name with them.
    pub fn partners(&self) -> &[PartnerFigure] {
        &self.partners
    }

    /// Means of executives and of practitioners, partners weighing the same within each.
    pub fn roles(&self) -> &Disclosed<(Figure, Figure)> {
        &self.roles
    }
}

impl GroupFigures {
    /// Partners that answered and are not shown.
    pub fn n_hidden(&self) -> usize {
        self.n_hidden
    }

    /// By dimension, in the order of the survey.
    pub fn dimensions(&self) -> &[DimensionGroups] {
        &self.dimensions
    }
}

/// One person's score on a dimension, of how many statements.
pub(super) struct Scored<'s> {
    partner: &'s str,
    role: Option<Role>,
    score: f64,
    n_statements: usize,
}

/// One dimension's scores.
pub(super) struct Scores<'s> {
    pub(super) dimension: &'s str,
    people: Vec<Scored<'s>>,
}

impl Scores<'_> {
    /// The dimension's reading; `None` when nobody has a valid score.
    pub(super) fn reading(&self) -> Option<Reading> {
        read(self.people.iter().map(|person| (person.partner, person.score)))
    }

    /// Rule R2 for how a dimension's answers lie beside its mean.
    pub(super) fn may_distribute(&self, k: usize) -> bool {
        let published = Published { mean: true, distribution: true, roles: false };
        is_safe(&self.counts(&partners_of(std::slice::from_ref(self))), published, k)
    }

    /// Its people per partner, of partners in ascending order; none of them shown.
    fn counts(&self, partners: &[&str]) -> Vec<PartnerCount> {
        let mut counts = vec![PartnerCount::default(); partners.len()];
        for person in &self.people {
            if let Ok(index) = partners.binary_search(&person.partner) {
                counts[index].add(person.role, person.n_statements);
            }
        }
        counts
    }
}

/// Partners with a valid score on any of these dimensions, ascending.
fn partners_of<'s>(scores: &[Scores<'s>]) -> Vec<&'s str> {
    let mut partners: Vec<&str> =
        scores.iter().flat_map(|s| s.people.iter().map(|person| person.partner)).collect();
    partners.sort_unstable();
    partners.dedup();
    partners
}

/// The same people where some partners' own means are shown.
fn with_shown(counts: &[PartnerCount], is_shown: &[bool]) -> Vec<PartnerCount> {
    let of =
        |(count, is_shown): (&PartnerCount, &bool)| PartnerCount { is_shown: *is_shown, ..count.clone() };
    counts.iter().zip(is_shown).map(of).collect()
}

/// Everybody with a valid score, by dimension in the order of the survey; dimensions without core statements have none.
pub(super) fn scores<'s>(survey: &'s Survey, sheets: &'s [SheetAnswers]) -> Vec<Scores<'s>> {
    let of = |dimension: &'s Dimension| {
        let core: Vec<&Statement> = survey.core_statements(&dimension.id).collect();
        let people = sheets.iter().filter_map(|sheet| {
            let (score, n_statements) = score_over(sheet, &core, &survey.scale)?;
            Some(Scored { partner: &sheet.partner, role: sheet.role, score, n_statements })
        });
        (!core.is_empty()).then(|| Scores { dimension: &dimension.id, people: people.collect() })
    };
    survey.dimensions.iter().filter_map(of).collect()
}

/// Fewest partners that are not shown while others are. Source: privacy rule R2, made stricter: with few of them, means
/// of those that are shown leave little room.
const MIN_HIDDEN: usize = 5;

/// What may be shown of partners and roles in a round.
pub(super) struct Plan<'s> {
    /// Partners that answered, ascending.
    pub(super) partners: Vec<&'s str>,
    /// Which of them are dots.
    pub(super) is_shown: Vec<bool>,
    /// Whether roles are shown, by dimension.
    has_roles: Vec<bool>,
    /// Cells with enough answers that are not shown.
    n_withheld: usize,
}

/// What was let through, and how many cells with enough answers were not.
pub(super) struct GuardedGroups {
    pub(super) figures: GroupFigures,
    pub(super) n_withheld: usize,
}

/// Lets through what may be shown of partners and roles, beside the figures that are shown already.
///
/// All or nothing over themes of several statements: a partner hidden on one is hidden on all, and roles are shown on all
/// or on none. Roles go first, since everybody may see them and dots are for few. A theme of one statement is that
/// statement (R1): it has no dots, and its roles need as many answers as a statement does.
pub(super) fn guard_groups(
    survey: &Survey,
    scores: &[Scores<'_>],
    shown: &RoundFigures,
    rules: Rules,
) -> GuardedGroups {
    if shown.confidentiality.mode == Mode::Attributed {
        return GuardedGroups { figures: attributed(survey, scores, shown), n_withheld: 0 };
    }
    let plan = plan_of(survey, scores, shown, rules);
    let dimensions = scores
        .iter()
        .zip(&plan.has_roles)
        .map(|(dimension, has_roles)| {
            let mut dots: Vec<PartnerFigure> = plan
                .partners
                .iter()
                .zip(&plan.is_shown)
                .filter(|(_, is_shown)| **is_shown && !is_single(survey, dimension))
                .filter_map(|(partner, _)| {
                    Some(PartnerFigure {
                        partner: None,
                        figure: partner_figure(survey, dimension, partner, Mode::Confidential)?,
                    })
                })
                .collect();
            // By value: their order says nothing about whose they are.
            dots.sort_by_key(|dot| (dot.figure.mean, dot.figure.n_respondents));
            let roles = has_roles.then(|| role_figures(survey, dimension)).flatten();
            DimensionGroups {
                dimension: dimension.dimension.to_owned(),
                partners: dots,
                roles: Disclosed(roles),
            }
        })
        .collect();
    let n_hidden = plan.is_shown.iter().filter(|is_shown| !**is_shown).count();
    GuardedGroups { figures: GroupFigures { n_hidden, dimensions }, n_withheld: plan.n_withheld }
}

/// What may be shown, for the auditor.
#[cfg(test)]
pub(super) fn plan<'s>(
    survey: &'s Survey,
    sheets: &'s [SheetAnswers],
    shown: &RoundFigures,
    rules: Rules,
) -> Plan<'s> {
    plan_of(survey, &scores(survey, sheets), shown, rules)
}

/// Decides what may be shown: by counts, and then whether whole numbers between bounds would tell too much.
fn plan_of<'s>(survey: &Survey, scores: &[Scores<'s>], shown: &RoundFigures, rules: Rules) -> Plan<'s> {
    let partners = partners_of(scores);
    let k = shown.confidentiality.threshold as usize;
    let published = |dimension: &Scores<'_>, roles: bool| Published {
        mean: shown.find_dimension(dimension.dimension).is_some_and(|figure| figure.get().is_some()),
        distribution: shown.find_spread(dimension.dimension).is_some_and(|spread| spread.get().is_some()),
        roles,
    };
    let counts: Vec<Vec<PartnerCount>> = scores.iter().map(|dimension| dimension.counts(&partners)).collect();
    let are_safe = |is_shown: &[bool], roles: bool, single: bool| {
        rules == Rules::PrimaryOnly
            || scores.iter().zip(&counts).filter(|(dimension, _)| is_single(survey, dimension) == single).all(
                |(dimension, counts)| is_safe(&with_shown(counts, is_shown), published(dimension, roles), k),
            )
    };
    let none = vec![false; partners.len()];
    let of_several = || scores.iter().filter(|dimension| !is_single(survey, dimension));
    let n_several = of_several().count();
    let mut n_withheld = 0;

    let may_have =
        of_several().all(|dimension| roles_suffice(dimension, k, (0, 0))) && are_safe(&none, true, false);
    let leave_room = rules == Rules::PrimaryOnly
        || of_several().all(|dimension| roles_leave_room(survey, dimension, shown));
    if may_have && !leave_room {
        n_withheld += Role::ALL.len() * n_several;
    }
    let has_roles_of_several = may_have && leave_room;
    let has_roles: Vec<bool> = scores
        .iter()
        .zip(&counts)
        .map(|(dimension, counts)| {
            if !is_single(survey, dimension) {
                return has_roles_of_several;
            }
            let may_have = roles_suffice(dimension, k, MIN_FOR_STATEMENT)
                && is_safe(counts, published(dimension, true), k);
            let leave_room = roles_leave_room(survey, dimension, shown);
            if may_have && !leave_room {
                n_withheld += Role::ALL.len();
            }
            may_have && leave_room
        })
        .collect();

    let several: Vec<Vec<PartnerCount>> = scores
        .iter()
        .zip(&counts)
        .filter(|(dimension, _)| !is_single(survey, dimension))
        .map(|(_, counts)| counts.clone())
        .collect();
    let is_shown = if several.is_empty() {
        none.clone()
    } else {
        shown_partners(&several, partners.len(), k, rules, |is_shown| {
            are_safe(is_shown, has_roles_of_several, false)
        })
    };
    let dots_leave_room = rules == Rules::PrimaryOnly
        || of_several().all(|dimension| hidden_keep_room(survey, dimension, shown, &partners, &is_shown));
    let n_dots = is_shown.iter().filter(|is_shown| **is_shown).count();
    if n_dots > 0 && !dots_leave_room {
        n_withheld += n_dots * n_several;
    }
    Plan { partners, is_shown: if dots_leave_room { is_shown } else { none }, has_roles, n_withheld }
}

/// Whether a theme is one statement.
fn is_single(survey: &Survey, dimension: &Scores<'_>) -> bool {
    survey.core_statements(dimension.dimension).count() < 2
}

/// Whether a theme's mean is told as a number, as what stands beside it presumes.
fn is_number(shown: &RoundFigures, dimension: &Scores<'_>) -> bool {
    shown
        .find_dimension(dimension.dimension)
        .and_then(Disclosed::get)
        .is_some_and(|figure| figure.bound == Bound::Exact)
}

/// A cell beside a theme's mean, for what R2 says of it.
fn cell_beside(
    survey: &Survey,
    dimension: &Scores<'_>,
    shown: &RoundFigures,
    confidentiality: Confidentiality,
) -> Cell {
    Cell {
        confidentiality,
        fewest: (0, 0),
        n_statements: survey.core_statements(dimension.dimension).count(),
        has_pairs: shown.participation.has_pairs(),
        rules: Rules::All,
    }
}

/// Whether roles' means leave everybody room, by R2: numbers beside a number, since each of the three would follow from
/// the other two.
fn roles_leave_room(survey: &Survey, dimension: &Scores<'_>, shown: &RoundFigures) -> bool {
    let cell = cell_beside(survey, dimension, shown, shown.confidentiality);
    is_number(shown, dimension)
        && Role::ALL.iter().all(|role| {
            let reading = role_reading(dimension, *role);
            reading.and_then(|reading| cell.told(&reading, &survey.scale)) == Some(Told::Number)
        })
}

/// Whether partners that are not shown keep room when those that are shown are taken out of the theme's mean, by R2.
fn hidden_keep_room(
    survey: &Survey,
    dimension: &Scores<'_>,
    shown: &RoundFigures,
    partners: &[&str],
    is_shown: &[bool],
) -> bool {
    if !is_shown.contains(&true) {
        return true;
    }
    if !is_number(shown, dimension) {
        return false;
    }
    let is_hidden = |partner: &str| partners.binary_search(&partner).is_ok_and(|place| !is_shown[place]);
    let people = dimension.people.iter().filter(|person| is_hidden(person.partner));
    let Some(reading) = read(people.map(|person| (person.partner, person.score))) else {
        // Nobody is hidden: a dot that is a bound would follow from the mean and the other dots.
        return partners.iter().all(|partner| {
            let dot = partner_figure(survey, dimension, partner, Mode::Confidential);
            dot.is_none_or(|dot| dot.bound == Bound::Exact)
        });
    };
    // They passed the rules that count people.
    let passed = Confidentiality { threshold: 0, ..shown.confidentiality };
    let cell = cell_beside(survey, dimension, shown, passed);
    cell.told(&reading, &survey.scale) == Some(Told::Number)
}

/// Which partners may be shown as dots: as many as leave the hidden ones safe; none when that is nobody.
///
/// The interval of the mean is a second equation over the same partners, and not a linear one: it needs as many hidden
/// partners as it needs partners at all.
fn shown_partners(
    counts: &[Vec<PartnerCount>],
    n_partners: usize,
    k: usize,
    rules: Rules,
    is_safe: impl Fn(&[bool]) -> bool,
) -> Vec<bool> {
    // The fewest people that a partner has on any dimension.
    let mut fewest = vec![usize::MAX; n_partners];
    for dimension in counts {
        for (fewest, count) in fewest.iter_mut().zip(dimension) {
            *fewest = (*fewest).min(count.total());
        }
    }
    if rules == Rules::PrimaryOnly {
        return fewest.iter().map(|n| *n >= k).collect();
    }
    let mut hidden = hidden_partners(&fewest, k);
    loop {
        let is_shown: Vec<bool> = hidden.iter().map(|hidden| !hidden).collect();
        let n_hidden = hidden.iter().filter(|hidden| **hidden).count();
        let is_enough = n_hidden == 0 || n_hidden >= MIN_HIDDEN;
        if !is_shown.contains(&true) || (is_enough && is_safe(&is_shown)) {
            return is_shown;
        }
        let next = (0..hidden.len()).filter(|i| !hidden[*i]).min_by_key(|i| fewest[*i]);
        if let Some(next) = next {
            hidden[next] = true;
        }
    }
}

/// Rule R1 for each role by itself: so many partners and people at least, and enough beside the largest partner.
fn roles_suffice(dimension: &Scores<'_>, k: usize, fewest: (usize, usize)) -> bool {
    Role::ALL.iter().all(|role| {
        let mut by_partner: BTreeMap<&str, usize> = BTreeMap::new();
        for person in dimension.people.iter().filter(|person| person.role.as_ref() == Some(role)) {
            *by_partner.entry(person.partner).or_default() += 1;
        }
        let (partners, people) = fewest;
        by_partner.len() >= partners
            && by_partner.values().sum::<usize>() >= people
            && is_enough(by_partner.into_values(), k)
    })
}

fn partner_figure(survey: &Survey, dimension: &Scores<'_>, partner: &str, mode: Mode) -> Option<Figure> {
    let reading = read(
        dimension
            .people
            .iter()
            .filter(|person| person.partner == partner)
            .map(|person| (person.partner, person.score)),
    )?;
    // The partner passed R1 and R2 by itself: what is left is rounding and the ends of the scale.
    let confidentiality = Confidentiality { mode, threshold: 0 };
    let cell = Cell { confidentiality, fewest: (0, 0), n_statements: 1, has_pairs: false, rules: Rules::All };
    figure(&reading, cell.with_ends(&reading, &survey.scale), None, &survey.scale).0
}

fn role_reading(dimension: &Scores<'_>, role: Role) -> Option<Reading> {
    let people = dimension.people.iter().filter(|person| person.role == Some(role));
    read(people.map(|person| (person.partner, person.score)))
}

fn role_figures(survey: &Survey, dimension: &Scores<'_>) -> Option<(Figure, Figure)> {
    let of = |role: Role| {
        let reading = role_reading(dimension, role)?;
        figure(&reading, Told::Number, None, &survey.scale).0
    };
    Some((of(Role::Executive)?, of(Role::Practitioner)?))
}

/// The same figures for a rule that holds for persons, who stay unseen in either mode.
fn as_confidential(shown: &RoundFigures) -> RoundFigures {
    let confidentiality = Confidentiality { mode: Mode::Confidential, ..shown.confidentiality };
    RoundFigures { confidentiality, ..shown.clone() }
}

/// Attributed answers: every organisation by name; roles only from enough people, since a person stays unseen.
fn attributed(survey: &Survey, scores: &[Scores<'_>], shown: &RoundFigures) -> GroupFigures {
    let k = shown.confidentiality.threshold as usize;
    let dimensions = scores
        .iter()
        .map(|dimension| {
            let names = partners_of(std::slice::from_ref(dimension));
            let partners = names
                .iter()
                .filter_map(|partner| {
                    let figure = partner_figure(survey, dimension, partner, Mode::Attributed)?;
                    Some(PartnerFigure { partner: Some((*partner).to_owned()), figure })
                })
                .collect();
            // Every partner's mean is there by name; a role within one of them must stay as hidden as a person.
            let counts = with_shown(&dimension.counts(&names), &vec![true; names.len()]);
            let all = Published { mean: true, distribution: true, roles: true };
            let fewest = if is_single(survey, dimension) { MIN_FOR_STATEMENT } else { (0, 0) };
            let may_show = roles_suffice(dimension, k, fewest)
                && is_safe(&counts, all, k)
                && roles_leave_room(survey, dimension, &as_confidential(shown));
            let roles = may_show.then(|| role_figures(survey, dimension)).flatten();
            DimensionGroups { dimension: dimension.dimension.to_owned(), partners, roles: Disclosed(roles) }
        })
        .collect();
    GroupFigures { n_hidden: 0, dimensions }
}
