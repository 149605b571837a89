//! The plots that compare, described: dimensions beside each other, partners as dots, roles, and the small line beside
//! a signal.

use crate::domain::language::Language;
use crate::insight::disclosure::Figure;
use crate::insight::disclosure::change::ChangeFigure;
use crate::insight::disclosure::groups::DimensionGroups;
use crate::plot::dots::{self, Dots, dots};
use crate::plot::gap::{self, Gap, gap};
use crate::plot::multiples::{Multiples, Panel, multiples};
use crate::plot::sparkline::{Course, Sparkline, sparkline};
use crate::plot::standing::{self, Standing};
use crate::plot::trend::{Mark, Point};
use crate::plot::{Caption, DrawError};
use crate::report::facts::{Facts, days_between, mark_letter};
use crate::report::figures::drawn::{Drawn, has_tick};
use crate::report::wording;
use crate::report::wording::signals::SignalText;
use crate::words::{Phrase, Word, day, short_month, tr};

/// Labelled rounds on the axis of a small drawing at most.
const MAX_TICKS: usize = 5;

/// All dimensions beside each other; `None` below two rounds or two dimensions.
pub fn draw_multiples(facts: &Facts, language: Language) -> Result<Option<Drawn>, DrawError> {
    let (Some(first), Some(last)) = (facts.rounds.first(), facts.rounds.last()) else { return Ok(None) };
    if facts.dimensions.len() < 2 || facts.rounds.len() < 2 {
        return Ok(None);
    }
    let panels: Vec<Panel> = facts
        .dimensions
        .iter()
        .map(|dimension| Panel {
            label: dimension.name.get(language).to_owned(),
            last: dimension
                .points
                .last()
                .and_then(|point| point.figure.get())
                .map(|figure| wording::mean(language, figure))
                .unwrap_or_default(),
            points: dimension
                .points
                .iter()
                .enumerate()
                .map(|(index, point)| {
                    let date = facts.rounds[point.round].date;
                    let n = point
                        .figure
                        .get()
                        .map_or("–".to_owned(), |shown| shown.n_respondents().to_string());
                    let is_told = has_tick(index, dimension.points.len(), MAX_TICKS);
                    Point {
                        at_day: days_between(first.date, date),
                        figure: point.figure.clone(),
                        tick: if is_told {
                            format!("{}\nn={n}", short_month(language, date))
                        } else {
                            String::new()
                        },
                        is_break: point.is_break,
                    }
                })
                .collect(),
        })
        .collect();
    let id = "multiples".to_owned();
    let said: Vec<String> = facts
        .dimensions
        .iter()
        .filter_map(|dimension| {
            let figure = &dimension.points.last()?.figure;
            Some(format!("{}: {}", dimension.name.get(language), wording::mean_with_n(language, figure)))
        })
        .collect();
    let figure = Multiples {
        caption: Caption {
            id,
            title: multiples_title(facts, language),
            subtitle: tr(
                language,
                Phrase::TrendSubtitle {
                    min: facts.scale.0.into(),
                    max: facts.scale.1.into(),
                    rounds: facts.rounds.len().into(),
                },
            ),
            description: said.join("; "),
        },
        scale: facts.scale,
        days: days_between(first.date, last.date),
        marks: facts
            .marks
            .iter()
            .enumerate()
            .map(|(index, mark)| Mark {
                at_day: days_between(first.date, mark.on),
                kind: mark.kind,
                label: mark_letter(index),
            })
            .collect(),
        panels,
    };
    Drawn::new(figure.caption.clone(), |_| multiples(&figure)).map(Some)
}

/// Where every dimension stands in the latest round, beside the round before.
pub fn draw_standing(facts: &Facts, latest: usize, language: Language) -> Result<Drawn, DrawError> {
    let rows: Vec<standing::Row> = facts
        .dimensions
        .iter()
        .filter_map(|dimension| {
            let at = dimension.points.iter().position(|point| point.round == latest)?;
            let point = &dimension.points[at];
            // A verdict that compares with it says that the two may stand side by side.
            let is_compared = facts
                .changes
                .iter()
                .any(|(id, change)| *id == dimension.id && *change != ChangeFigure::TooFew);
            let before =
                at.checked_sub(1).filter(|_| is_compared).map(|before| &dimension.points[before].figure);
            Some(standing::Row {
                label: dimension.name.get(language).to_owned(),
                figure: point.figure.clone(),
                number: point.figure.get().map(|shown| wording::mean(language, shown)).unwrap_or_default(),
                before: before.and_then(|figure| figure.get().cloned()),
            })
        })
        .collect();
    let n_of = |verdict| facts.changes.iter().filter(|(_, change)| *change == verdict).count();
    let (higher, lower) = (n_of(ChangeFigure::Higher), n_of(ChangeFigure::Lower));
    let title = match (higher + lower, facts.changes.is_empty()) {
        (_, true) => Word::StandingFirst.into(),
        (0, _) => Word::StandingNone.into(),
        _ => Phrase::StandingSome { higher: higher.into(), lower: lower.into() },
    };
    let day = facts.rounds[latest].date.into();
    let subtitle = if facts.changes.is_empty() {
        Phrase::StandingSubtitleFirst { day }
    } else {
        Phrase::StandingSubtitle { day }
    };
    let said =
        rows.iter().map(|row| format!("{}: {}", row.label, wording::mean_with_n(language, &row.figure)));
    let caption = Caption {
        id: "standing".to_owned(),
        title: tr(language, title),
        subtitle: tr(language, subtitle),
        description: said.collect::<Vec<_>>().join("; "),
    };
    Drawn::new(caption, |caption| {
        standing::standing(&Standing {
            caption,
            scale: facts.scale,
            rows,
            too_few: tr(language, Word::TooFew),
        })
    })
}

/// Which theme stands highest and which lowest; only how many there are when fewer than two may be shown.
fn multiples_title(facts: &Facts, language: Language) -> String {
    let mut last: Vec<(&str, &Figure)> = facts
        .dimensions
        .iter()
        .filter_map(|dimension| Some((dimension.name.get(language), dimension.points.last()?.figure.get()?)))
        .collect();
    last.sort_by_key(|(_, figure)| figure.mean());
    match (last.first(), last.last()) {
        (Some((low, lowest)), Some((high, highest))) if lowest.mean() < highest.mean() => tr(
            language,
            Phrase::MultiplesTitle {
                high: (*high).to_owned().into(),
                highest: wording::mean(language, highest).into(),
                low: (*low).to_owned().into(),
                lowest: wording::mean(language, lowest).into(),
            },
        ),
        _ => tr(language, Phrase::MultiplesTitleLevel { themes: facts.dimensions.len().into() }),
    }
}

fn name(facts: &Facts, groups: &DimensionGroups, language: Language) -> String {
    let dimension = facts.dimensions.iter().find(|dimension| dimension.id == groups.dimension());
    dimension
        .map_or_else(|| groups.dimension().to_owned(), |dimension| dimension.name.get(language).to_owned())
}

/// Partners of the latest round as dots; `None` when no partner may be shown.
pub fn draw_dots(facts: &Facts, language: Language) -> Result<Option<Drawn>, DrawError> {
    let Some(latest) = facts.latest else { return Ok(None) };
    if facts.groups.dimensions().iter().all(|groups| groups.partners().is_empty()) {
        return Ok(None);
    }
    let rows: Vec<dots::Row> = facts
        .groups
        .dimensions()
        .iter()
        .map(|groups| {
            let trend = facts.dimensions.iter().find(|dimension| dimension.id == groups.dimension());
            let point = trend.and_then(|trend| trend.points.iter().find(|point| point.round == latest));
            dots::Row {
                label: name(facts, groups, language),
                mean: point.and_then(|point| point.figure.get().cloned()),
                partners: groups
                    .partners()
                    .iter()
                    .map(|partner| (partner.partner().map(str::to_owned), partner.figure().clone()))
                    .collect(),
            }
        })
        .collect();
    let n_shown = facts.groups.dimensions().first().map_or(0, |groups| groups.partners().len());
    let id = "partners".to_owned();
    let said: Vec<String> = rows
        .iter()
        .map(|row| {
            let means: Vec<String> =
                row.partners.iter().map(|(_, figure)| wording::mean(language, figure)).collect();
            format!("{}: {}", row.label, means.join(", "))
        })
        .collect();
    let figure = Dots {
        caption: Caption {
            id,
            title: dots_title(facts, language)
                .unwrap_or_else(|| tr(language, Phrase::DotsTitleFew { partners: n_shown.into() })),
            subtitle: tr(
                language,
                Phrase::DotsSubtitle {
                    day: day(language, facts.rounds[latest].date).into(),
                    hidden: facts.groups.n_hidden().into(),
                },
            ),
            description: said.join("; "),
        },
        scale: facts.scale,
        rows,
        too_few: tr(language, Word::TooFew),
    };
    Drawn::new(figure.caption.clone(), |_| dots(&figure)).map(Some)
}

/// On which theme the partners that are shown lie furthest apart.
fn dots_title(facts: &Facts, language: Language) -> Option<String> {
    let ends = |groups: &DimensionGroups| {
        let means = || groups.partners().iter().map(|partner| partner.figure().mean());
        Some((means().min()?, means().max()?))
    };
    let (groups, (low, high)) = facts
        .groups
        .dimensions()
        .iter()
        .filter_map(|groups| Some((groups, ends(groups)?)))
        .max_by(|a, b| (a.1.1.value() - a.1.0.value()).total_cmp(&(b.1.1.value() - b.1.0.value())))?;
    (low < high).then(|| {
        tr(
            language,
            Phrase::DotsTitle {
                theme: name(facts, groups, language).into(),
                low: wording::decimal(language, low).into(),
                high: wording::decimal(language, high).into(),
            },
        )
    })
}

/// On which theme the two roles lie furthest apart; `None` when they agree everywhere.
fn gap_title(facts: &Facts, language: Language) -> Option<String> {
    let distance = |roles: &(Figure, Figure)| (roles.0.mean().value() - roles.1.mean().value()).abs();
    let (groups, roles) = facts
        .groups
        .dimensions()
        .iter()
        .filter_map(|groups| Some((groups, groups.roles().get()?)))
        .max_by(|a, b| distance(a.1).total_cmp(&distance(b.1)))?;
    (distance(roles) > 0.0).then(|| {
        tr(
            language,
            Phrase::GapTitle {
                theme: name(facts, groups, language).into(),
                executives: wording::mean(language, &roles.0).into(),
                practitioners: wording::mean(language, &roles.1).into(),
            },
        )
    })
}

/// Executives and practitioners of the latest round; `None` when no dimension may show them.
pub fn draw_gap(facts: &Facts, language: Language) -> Result<Option<Drawn>, DrawError> {
    let Some(latest) = facts.latest else { return Ok(None) };
    if facts.groups.dimensions().iter().all(|groups| groups.roles().get().is_none()) {
        return Ok(None);
    }
    let rows: Vec<gap::Row> = facts
        .groups
        .dimensions()
        .iter()
        .map(|groups| gap::Row {
            label: name(facts, groups, language),
            roles: groups.roles().clone(),
            numbers: groups.roles().get().map_or_else(Default::default, |(a, b)| {
                (wording::mean(language, a), wording::mean(language, b))
            }),
        })
        .collect();
    let (executives, practitioners) = (tr(language, Word::Executives), tr(language, Word::Practitioners));
    let n = |of: fn(&(_, _)) -> &crate::insight::disclosure::Figure| {
        facts
            .groups
            .dimensions()
            .iter()
            .find_map(|groups| Some(of(groups.roles().get()?).n_respondents()))
            .unwrap_or(0)
    };
    let id = "roles".to_owned();
    let said: Vec<String> = rows
        .iter()
        .filter(|row| row.roles.get().is_some())
        .map(|row| {
            format!("{}: {} {}, {} {}", row.label, executives, row.numbers.0, practitioners, row.numbers.1)
        })
        .collect();
    let figure = Gap {
        caption: Caption {
            id,
            title: gap_title(facts, language).unwrap_or_else(|| tr(language, Word::GapTitleNone)),
            subtitle: tr(
                language,
                Phrase::GapSubtitle {
                    day: day(language, facts.rounds[latest].date).into(),
                    executives: n(|roles| &roles.0).into(),
                    practitioners: n(|roles| &roles.1).into(),
                },
            ),
            description: said.join("; "),
        },
        scale: facts.scale,
        roles: (executives, practitioners),
        rows,
        too_few: tr(language, Word::TooFew),
    };
    Drawn::new(figure.caption.clone(), |_| gap(&figure)).map(Some)
}

/// How important each theme is, beside where it stands.
pub fn draw_importance(facts: &Facts, language: Language) -> Result<Option<Drawn>, DrawError> {
    let Some(latest) = facts.latest else { return Ok(None) };
    let told = || facts.importance.iter().filter_map(|fact| Some((fact, fact.figures.get()?)));
    if told().next().is_none() {
        return Ok(None);
    }
    let mean = |figure: &Figure| wording::mean(language, figure);
    let rows: Vec<gap::Row> = facts
        .importance
        .iter()
        .map(|fact| gap::Row {
            label: fact.name.get(language).to_owned(),
            roles: fact.figures.clone(),
            numbers: fact.figures.get().map_or_else(Default::default, |(a, b)| (mean(a), mean(b))),
        })
        .collect();
    let (matters, stands) = (tr(language, Word::Importance), tr(language, Word::Standing));
    let said: Vec<String> = rows
        .iter()
        .filter(|row| row.roles.get().is_some())
        .map(|row| format!("{}: {} {}, {} {}", row.label, matters, row.numbers.0, stands, row.numbers.1))
        .collect();
    // Said only where it is not chance: intervals that do not touch, which for the same people is a strict test.
    let is_clear = |(_, (importance, standing)): &(_, &(Figure, Figure))| {
        importance.ci95().zip(standing.ci95()).is_some_and(|(matters, stands)| matters.0 > stands.1)
    };
    let title = match told().find(is_clear) {
        Some((fact, (importance, standing))) => Phrase::ImportanceTitle {
            theme: fact.name.get(language).into(),
            importance: mean(importance).into(),
            standing: mean(standing).into(),
        },
        None => Word::ImportanceTitleNone.into(),
    };
    let caption = Caption {
        id: "importance".to_owned(),
        title: tr(language, title),
        subtitle: tr(
            language,
            Phrase::ImportanceSubtitle {
                day: facts.rounds[latest].date.into(),
                min: facts.scale.0.into(),
                max: facts.scale.1.into(),
            },
        ),
        description: said.join("; "),
    };
    let figure = Gap {
        caption,
        scale: facts.scale,
        roles: (matters, stands),
        rows,
        too_few: tr(language, Word::TooFew),
    };
    Drawn::new(figure.caption.clone(), |_| gap(&figure)).map(Some)
}

/// The small line beside a signal: the agreement's own means where it is about the agreement and one dimension, else
/// the shift as far as it may be told.
pub fn draw_evidence(facts: &Facts, index: usize, entry: &SignalText) -> Result<Drawn, DrawError> {
    let signal = &entry.of[0];
    let number = |round: u32| facts.rounds.iter().position(|fact| fact.number == round);
    let (onset, until) = (number(signal.since_round()), number(signal.round()));
    let until = until.unwrap_or(facts.rounds.len().saturating_sub(1));
    let first = until.saturating_sub(11);
    let trend = signal
        .dimension()
        .as_ref()
        .filter(|_| !signal.is_about_partner())
        .and_then(|id| facts.dimensions.iter().find(|dimension| &dimension.id == id));
    let course = match trend {
        Some(trend) => Course::Means(
            (first..=until)
                .map(|round| {
                    let point = trend.points.iter().find(|point| point.round == round)?;
                    point.figure.get().map(|figure| figure.mean())
                })
                .collect(),
        ),
        None => Course::Shift(signal.size().clone()),
    };
    let id = format!("signal-{index}");
    let figure = Sparkline {
        caption: Caption {
            id,
            title: entry.sentence.clone(),
            subtitle: String::new(),
            description: entry.certainty.clone(),
        },
        course,
        rounds: (until - first + 1, onset.unwrap_or(first).saturating_sub(first)),
    };
    Drawn::new(figure.caption.clone(), |_| sparkline(&figure))
}
