//! The method page: how answers become figures and signals, with every threshold taken from the code, and how well the
//! signals did on simulated agreements, as `benches/evaluate` last wrote it.

use std::sync::LazyLock;

use maud::{Markup, html};
use serde::Deserialize;

use crate::domain::language::Language;
use crate::domain::survey::MAX_ANSWERS_A_YEAR;
use crate::insight::disclosure::MIN_PARTNERS;
use crate::insight::disclosure::participation::MIN_INVITED;
use crate::insight::disclosure::signals::{MIN_LIKE, PARTNER_STEP, STRONG_EXCESS};
use crate::insight::multiplicity::FALSE_DISCOVERY_RATE;
use crate::insight::reliability::{MIN_FOR_ALPHA, MIN_FOR_OMEGA};
use crate::insight::signal::calibrate::{REPLICATES, WARM_UP};
use crate::insight::signal::kind::{Detector, Limit};
use crate::insight::signal::shift::WINDOW;
use crate::insight::trend::MIN_ROUNDS_FOR_P;
use crate::report::wording;
use crate::report::wording::signals::detector_name;
use crate::words::{Phrase, Word, tr};

/// What the evaluation wrote.
#[derive(Debug, Clone, Deserialize)]
pub struct Evaluation {
    /// Simulated agreements per scenario.
    pub replicates: usize,
    /// Each scenario.
    pub scenarios: Vec<Line>,
    /// Other agreements than the usual one.
    pub settings: Vec<Line>,
    /// Rules of thumb.
    pub baselines: Vec<Baseline>,
    /// Rhythms that the shipped survey's was chosen from.
    pub rhythms: Vec<Rhythm>,
}

/// How much is asked, how often.
#[derive(Debug, Clone, Deserialize)]
pub struct Rhythm {
    /// Statements of the three themes in a round.
    pub statements: usize,
    /// Rounds a year.
    pub per_year: usize,
    /// Answers that a person is asked for in a year.
    pub answers: usize,
    /// False episodes per agreement and year.
    pub false_rate: f64,
    /// How soon each kind of friction was found.
    pub found: Vec<FoundInMonths>,
}

/// How soon one kind of friction was found.
#[derive(Debug, Clone, Deserialize)]
pub struct FoundInMonths {
    /// Its scenario.
    pub scenario: String,
    /// Share found within one, two, three and six months.
    pub within: [f64; 4],
    /// Median in months; `None` when fewer than half were found.
    pub median: Option<usize>,
}

/// One scenario or setting.
#[derive(Debug, Clone, Deserialize)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// At the level of alerts.
    pub alert: Tally,
}

/// What happened over all replicates.
#[derive(Debug, Clone, Deserialize)]
pub struct Tally {
    /// False episodes per agreement and year, and its Monte-Carlo standard error.
    pub false_rate: f64,
    /// See there.
    pub false_se: f64,
    /// How often and how soon friction was found.
    pub found: Option<Delays>,
}

/// Delays.
#[derive(Debug, Clone, Deserialize)]
pub struct Delays {
    /// Share found within one, two, three rounds, and its Monte-Carlo standard error.
    pub within: [f64; 3],
    /// See there.
    pub within_se: [f64; 3],
    /// Median delay in rounds.
    pub median: Option<usize>,
}

/// One rule of thumb.
#[derive(Debug, Clone, Deserialize)]
pub struct Baseline {
    /// Its name.
    pub name: String,
    /// Harmless scenarios: name, false episodes a year, standard error.
    pub harmless: Vec<(String, f64, f64)>,
    /// Scenarios with friction: name, share found within three rounds.
    pub found: Vec<(String, f64)>,
}

static PUBLISHED: LazyLock<Option<Evaluation>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../../reports/evaluation.json")).ok());

/// The evaluation that is published; `None` would mean a broken file, which a test keeps out.
pub fn published() -> Option<&'static Evaluation> {
    PUBLISHED.as_ref()
}

/// The page's content under its title.
pub fn method(language: Language) -> Markup {
    let t = |word: Word| tr(language, word);
    let alerts: f64 = Detector::ALL.iter().map(|detector| detector.false_alerts()).sum();
    let sections = [
        (t(Word::MethodStatementsHeading), t(Word::MethodStatements)),
        (t(Word::MethodScoresHeading), t(Word::MethodScores)),
        (t(Word::MethodEqualHeading), t(Word::MethodEqual)),
        (t(Word::MethodIntervalHeading), t(Word::MethodInterval)),
        (
            t(Word::MethodHiddenHeading),
            format!("{} {}", tr(language, wording::hidden()), tr(language, wording::lie())),
        ),
        (
            t(Word::MethodGroupsHeading),
            tr(language, Phrase::MethodGroups { partners: MIN_PARTNERS.into(), invited: MIN_INVITED.into() }),
        ),
        (t(Word::MethodTrendHeading), t(Word::MethodTrend)),
        (
            t(Word::MethodChangeHeading),
            tr(
                language,
                Phrase::MethodChange {
                    percent: (FALSE_DISCOVERY_RATE * 100.0).into(),
                    rounds: MIN_ROUNDS_FOR_P.into(),
                },
            ),
        ),
        (
            t(Word::MethodSignalsHeading),
            tr(
                language,
                Phrase::MethodSignals {
                    first: (WARM_UP + 1).into(),
                    window: WINDOW.into(),
                    replicates: REPLICATES.into(),
                    budget: ((alerts * 100.0).round() / 100.0).into(),
                },
            ),
        ),
        (t(Word::MethodKindsHeading), t(Word::MethodKinds)),
        (
            t(Word::MethodNamedHeading),
            tr(
                language,
                Phrase::MethodNamed {
                    step: PARTNER_STEP.into(),
                    excess: STRONG_EXCESS.into(),
                    like: MIN_LIKE.into(),
                },
            ),
        ),
        (t(Word::MethodLimitsHeading), t(Word::MethodLimits)),
        (
            t(Word::MethodReliabilityHeading),
            tr(
                language,
                Phrase::MethodReliability { alpha: MIN_FOR_ALPHA.into(), omega: MIN_FOR_OMEGA.into() },
            ),
        ),
    ];
    html! {
        @for (heading, text) in &sections { h2 { (heading) } p { (text) } }
        (budgets(language))
        @if let Some(evaluation) = published() { (rhythms(evaluation, language)) (table(evaluation, language)) }
    }
}

/// A number with so many decimals, comma in Dutch.
fn number(language: Language, value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    text.replace('.', &tr(language, Word::DecimalMark))
}

fn percent(value: f64) -> String {
    format!("{:.0} %", value * 100.0)
}

fn budgets(language: Language) -> Markup {
    let t = |word: Word| tr(language, word);
    let budgets = Detector::ALL.into_iter().filter_map(|detector| match detector.limit() {
        Limit::Budget { alerts, all } => Some((detector, alerts, all)),
        Limit::Score(_) => None,
    });
    html! {
        h2 { (t(Word::MethodBudgetHeading)) }
        div class="scroll" role="group" tabindex="0" aria-label=(t(Word::TableScrolls)) {
            table {
                caption { (t(Word::MethodBudgetCaption)) }
                thead { tr {
                    th scope="col" { (t(Word::Signal)) }
                    th scope="col" class="number" { (t(Word::LevelAlert)) }
                    th scope="col" class="number" { (t(Word::LevelWatch)) }
                } }
                tbody {
                    @for (detector, alerts, all) in budgets {
                        tr {
                            th scope="row" { (t(detector_name(detector))) }
                            td class="number" { (alerts.map_or_else(|| "–".to_owned(), |rate| number(language, rate, 2))) }
                            td class="number" { (number(language, all, 2)) }
                        }
                    }
                }
            }
        }
    }
}

/// What a kind of friction is called.
fn friction(scenario: &str) -> Option<Word> {
    Some(match scenario {
        "drop" => Word::KindDrop,
        "conflict" => Word::KindConflict,
        "erosion" => Word::KindErosion,
        "silence" => Word::KindSilence,
        _ => return None,
    })
}

fn rhythms(evaluation: &Evaluation, language: Language) -> Markup {
    let t = |word: Word| tr(language, word);
    let frictions = || {
        let first = evaluation.rhythms.first();
        first.into_iter().flat_map(|rhythm| &rhythm.found).filter_map(|found| friction(&found.scenario))
    };
    html! {
        h2 { (t(Word::MethodRhythmHeading)) }
        p { (tr(language, Phrase::MethodRhythm { most: MAX_ANSWERS_A_YEAR.into() })) }
        div class="scroll" role="group" tabindex="0" aria-label=(t(Word::TableScrolls)) {
            table {
                caption { (t(Word::MethodRhythmCaption)) }
                thead { tr {
                    th scope="col" { (t(Word::Rhythm)) }
                    th scope="col" class="number" { (t(Word::AnswersAYear)) }
                    th scope="col" class="number" { (t(Word::FalseAYear)) }
                    @for kind in frictions() { th scope="col" class="number" { (t(kind)) } }
                } }
                tbody {
                    @for rhythm in &evaluation.rhythms {
                        tr {
                            th scope="row" {
                                (tr(language, if rhythm.per_year == 12 {
                                    Phrase::RhythmMonthly { n: rhythm.statements.into() }
                                } else {
                                    Phrase::RhythmQuarterly { n: rhythm.statements.into() }
                                }))
                            }
                            td class="number" { (rhythm.answers) }
                            td class="number" { (number(language, rhythm.false_rate, 2)) }
                            @for found in rhythm.found.iter().filter(|found| friction(&found.scenario).is_some()) {
                                td class="number" {
                                    (percent(found.within[2]))
                                    " (" (found.median.map_or_else(|| "–".to_owned(), |months| months.to_string())) ")"
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn table(evaluation: &Evaluation, language: Language) -> Markup {
    let t = |word: Word| tr(language, word);
    let within = |tally: &Tally, k: usize| {
        tally.found.as_ref().map_or_else(
            || "–".to_owned(),
            |found| format!("{} ({})", percent(found.within[k]), percent(found.within_se[k])),
        )
    };
    html! {
        h2 { (t(Word::MethodEvaluationHeading)) }
        p { (tr(language, Phrase::MethodEvaluation { replicates: evaluation.replicates.into() })) }
        div class="scroll" role="group" tabindex="0" aria-label=(t(Word::TableScrolls)) {
            table {
                caption { (t(Word::MethodEvaluationCaption)) }
                thead { tr {
                    th scope="col" { (t(Word::Scenario)) }
                    th scope="col" class="number" { (t(Word::FalseAYear)) }
                    @for k in 1..=3 { th scope="col" class="number" { (tr(language, Phrase::FoundWithin { rounds: k.into() })) } }
                    th scope="col" class="number" { (t(Word::MedianDelay)) }
                } }
                tbody {
                    @for line in evaluation.scenarios.iter().chain(&evaluation.settings) {
                        tr {
                            th scope="row" lang="en" { (line.name) }
                            td class="number" {
                                (number(language, line.alert.false_rate, 2)) " (" (number(language, line.alert.false_se, 2)) ")"
                            }
                            @for k in 0..3 { td class="number" { (within(&line.alert, k)) } }
                            td class="number" {
                                @match line.alert.found.as_ref().and_then(|found| found.median) {
                                    Some(median) => (median),
                                    None => "–",
                                }
                            }
                        }
                    }
                }
            }
        }
        p { (t(Word::MethodBaselines)) }
        div class="scroll" role="group" tabindex="0" aria-label=(t(Word::TableScrolls)) {
            table {
                caption { (t(Word::MethodBaselinesCaption)) }
                thead { tr {
                    th scope="col" { (t(Word::Rule)) }
                    @for (name, ..) in evaluation.baselines.first().map_or(&[][..], |b| &b.harmless) {
                        th scope="col" class="number" lang="en" { (name) }
                    }
                    @for (name, _) in evaluation.baselines.first().map_or(&[][..], |b| &b.found) {
                        th scope="col" class="number" lang="en" { (name) }
                    }
                } }
                tbody {
                    @for baseline in &evaluation.baselines {
                        tr {
                            th scope="row" lang="en" { (baseline.name) }
                            @for (_, rate, se) in &baseline.harmless {
                                td class="number" { (number(language, *rate, 1)) " (" (number(language, *se, 1)) ")" }
                            }
                            @for (_, share) in &baseline.found { td class="number" { (percent(*share)) } }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{CORE_PULSE, survey_file};
    use crate::domain::turn::Turn;
    use crate::insight::disclosure::MIN_FOR_STATEMENT;
    use crate::insight::disclosure::spread::MIN_FOR_SPREAD;

    #[test]
    fn the_published_evaluation_holds_what_the_design_promises() {
        let evaluation = published().expect("reports/evaluation.json is what the evaluation writes");
        assert!(evaluation.replicates >= 400 && evaluation.baselines.len() == 4);
        let find = |name: &str| {
            let line = evaluation.scenarios.iter().find(|line| line.name == name);
            &line.unwrap_or_else(|| panic!("{name}")).alert
        };
        let rate = |name: &str, bound: f64| {
            let tally = find(name);
            assert!(tally.false_rate <= bound + 2.0 * tally.false_se, "{name} {tally:?}");
        };
        rate("stable", 1.0);
        ["turnover", "seasonal", "ceiling"].iter().for_each(|name| rate(name, 1.6));
        let found = |name: &str, bound: f64| {
            let found = find(name).found.as_ref().expect("friction");
            assert!(found.within[2] >= bound - 2.0 * found.within_se[2].max(0.001), "{name} {found:?}");
        };
        // With two statements a theme, not three: what asking half as much costs.
        [("drop", 0.70), ("conflict", 0.80), ("silence", 0.84), ("polarisation", 0.99)]
            .iter()
            .for_each(|(name, bound)| found(name, *bound));
        assert!(find("erosion").found.as_ref().and_then(|found| found.median).is_some_and(|m| m <= 3));
    }

    #[test]
    fn of_the_rhythms_within_the_burden_the_shipped_one_sees_a_drop_soonest() {
        let evaluation = published().expect("reports/evaluation.json is what the evaluation writes");
        let (survey, _) = survey_file::parse("core-pulse.toml", CORE_PULSE);
        let asked = survey.expect("the shipped survey").statements_in(Turn::short(1)).len();
        let within = |rhythm: &Rhythm| {
            rhythm.found.iter().find(|found| found.scenario == "drop").map_or(0.0, |found| found.within[2])
        };
        let allowed = evaluation.rhythms.iter().filter(|rhythm| rhythm.answers <= MAX_ANSWERS_A_YEAR);
        let best = allowed.max_by(|a, b| within(a).total_cmp(&within(b))).expect("five rhythms");
        assert_eq!((best.statements, best.per_year), (asked, 12), "{best:?}");
    }

    #[test]
    fn the_page_states_every_threshold_as_the_code_has_it() {
        for language in Language::ALL {
            let page = method(language).into_string();
            let alerts: f64 = Detector::ALL.iter().map(|detector| detector.false_alerts()).sum();
            let thresholds = [
                MIN_PARTNERS as f64,
                MIN_FOR_SPREAD.0 as f64,
                MIN_FOR_SPREAD.1 as f64,
                MIN_FOR_STATEMENT.0 as f64,
                MIN_FOR_STATEMENT.1 as f64,
                MIN_INVITED as f64,
                MIN_FOR_ALPHA as f64,
                MIN_FOR_OMEGA as f64,
                MIN_ROUNDS_FOR_P as f64,
                (WARM_UP + 1) as f64,
                WINDOW as f64,
                REPLICATES as f64,
                (alerts * 100.0).round() / 100.0,
                FALSE_DISCOVERY_RATE * 100.0,
                PARTNER_STEP,
                STRONG_EXCESS,
            ];
            for value in thresholds {
                let text = value.to_string();
                assert!(page.contains(&text) || page.contains(&text.replace('.', ",")), "{text}");
            }
            for detector in Detector::ALL {
                let Limit::Budget { alerts, all } = detector.limit() else { continue };
                for rate in alerts.into_iter().chain([all]) {
                    let text = super::number(language, rate, 2);
                    assert!(page.contains(&text), "{detector:?} {text}");
                }
            }
        }
    }
}
