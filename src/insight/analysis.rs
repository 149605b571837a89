//! All statistics of a panel in one object: what `polsslag analyse` prints. Nothing here is guarded: its user already
//! holds the answers. Keys are those of the file formats; a missing value means that there is nothing to compute from.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use super::change::{MeanChange, change};
use super::chart::individuals_chart;
use super::items::{ItemAnalysis, analyse_items};
use super::panel::{Panel, PanelRound, PanelSheet};
use super::reading::{census_error, read};
use super::reliability::{alpha, omega};
use super::response::{partner_equal_share, wilson95};
use super::sample::{mean, sorted, variance};
use super::score::{SheetAnswers, composite_score, dimension_score, statement_score};
use super::shrinkage::{Shrinkage, pooled_within, shrink};
use super::signal::model::{COMPOSITE, DIMENSION, components, round_effects};
use super::signal::observations::Observations;
use super::spread::within_group;
use super::trend::trend;

/// The name under which the mean of dimensions goes.
pub const COMPOSITE_NAME: &str = "composite";
/// Rounds from which on variances, and so census intervals, are given. Source: statistics specification §2.
pub const MIN_ROUNDS_FOR_CENSUS: usize = 3;
/// Days in a year, for slopes.
const DAYS_A_YEAR: f64 = 365.25;

/// Everything.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Analysis {
    /// Program and version.
    pub program: String,
    /// Which survey.
    pub survey: SurveyName,
    /// Round by round.
    pub rounds: Vec<RoundAnalysis>,
    /// Between consecutive rounds.
    pub changes: Vec<ChangeRow>,
    /// Over all rounds.
    pub trends: Vec<TrendRow>,
    /// Control charts, one per dimension; nothing below ten rounds.
    pub charts: Vec<Option<ChartRow>>,
}

/// A survey's name.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SurveyName {
    /// Its id.
    pub id: String,
    /// Version; a plain file has none.
    pub version: Option<i64>,
}

/// One round.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RoundAnalysis {
    /// Its number.
    pub round: u32,
    /// Its date.
    pub date: NaiveDate,
    /// Who took part.
    pub response: Response,
    /// By dimension, and the composite.
    pub agreement: BTreeMap<String, Option<DimensionAnalysis>>,
    /// By partner.
    pub partners: BTreeMap<String, PartnerAnalysis>,
    /// By statement.
    pub items: BTreeMap<String, ItemAnalysis>,
}

/// Participation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Response {
    pub(crate) n_invited: Option<usize>,
    pub(crate) n_answered: usize,
    pub(crate) share: Option<f64>,
    pub(crate) wilson95: Option<(f64, f64)>,
    pub(crate) partner_equal_share: Option<f64>,
}

/// A dimension in a round, for the agreement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DimensionAnalysis {
    /// Mean of partner means.
    pub mean: f64,
    pub(crate) respondent_mean: f64,
    pub(crate) n_partners: usize,
    pub(crate) n_respondents: usize,
    pub(crate) process: Option<ProcessError>,
    pub(crate) census: Option<CensusInterval>,
    pub(crate) census_error_free: Option<ErrorFree>,
    pub(crate) alpha: Option<f64>,
    pub(crate) alpha_standardised: Option<f64>,
    pub(crate) alpha_feldt95: Option<(f64, f64)>,
    pub(crate) alpha_excluded: Vec<String>,
    pub(crate) omega: Option<f64>,
    pub(crate) omega_is_heywood: Option<bool>,
    pub(crate) tau2: Option<f64>,
    pub(crate) icc1: Option<f64>,
    pub(crate) icc2: Option<f64>,
    pub(crate) r_wg_j_mean: Option<f64>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct ProcessError {
    pub(crate) se: f64,
    pub(crate) df: usize,
    pub(crate) ci95: Option<(f64, f64)>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct CensusInterval {
    pub(crate) se: f64,
    pub(crate) ci95: (f64, f64),
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct ErrorFree {
    pub(crate) se: f64,
}

/// A partner in a round.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartnerAnalysis {
    pub(crate) n_respondents: usize,
    pub(crate) n_invited: Option<usize>,
    pub(crate) dimensions: BTreeMap<String, CellAnalysis>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct CellAnalysis {
    pub(crate) mean: f64,
    pub(crate) n: usize,
    pub(crate) sd: Option<f64>,
    pub(crate) shrunken: Option<f64>,
    pub(crate) shrunken_se: Option<f64>,
    pub(crate) r_wg_j: Option<f64>,
    pub(crate) r_wg_j_star: Option<f64>,
    pub(crate) r_wg_j_slight_skew: Option<f64>,
}

/// A change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChangeRow {
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) dimension: String,
    pub(crate) n_partners: usize,
    pub(crate) mean: f64,
    pub(crate) se: Option<f64>,
    pub(crate) t: Option<f64>,
    pub(crate) df: Option<f64>,
    pub(crate) p_t: Option<f64>,
    pub(crate) ci95: Option<(f64, f64)>,
    pub(crate) p_sign_flip: Option<f64>,
}

/// A trend.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TrendRow {
    pub(crate) dimension: String,
    pub(crate) n: usize,
    pub(crate) s: i64,
    pub(crate) var_s: f64,
    pub(crate) z: Option<f64>,
    pub(crate) p: Option<f64>,
    pub(crate) tau_b: Option<f64>,
    pub(crate) slope_per_year: f64,
    pub(crate) ci95: Option<(f64, f64)>,
}

/// A chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChartRow {
    pub(crate) dimension: String,
    pub(crate) centre: f64,
    pub(crate) sigma: f64,
    pub(crate) lower: f64,
    pub(crate) upper: f64,
    pub(crate) longest_run: usize,
    pub(crate) longest_run_max: usize,
    pub(crate) n_crossings: usize,
    pub(crate) n_crossings_min: usize,
}

/// Which score of a sheet: one dimension's, or the composite of several.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Stream<'p> {
    Dimension(&'p str),
    Composite(&'p [&'p str]),
}

impl<'p> Stream<'p> {
    fn name(self) -> &'p str {
        match self {
            Stream::Dimension(id) => id,
            Stream::Composite(_) => COMPOSITE_NAME,
        }
    }

    fn score(self, sheet: &SheetAnswers, round: &PanelRound) -> Option<f64> {
        match self {
            Stream::Dimension(id) => dimension_score(sheet, &round.survey, id),
            Stream::Composite(dimensions) => composite_score(sheet, &round.survey, dimensions),
        }
    }

    /// The dimensions that it is made of.
    fn dimensions(self) -> Vec<&'p str> {
        match self {
            Stream::Dimension(id) => vec![id],
            Stream::Composite(dimensions) => dimensions.to_vec(),
        }
    }

    /// Scores by partner index, ascending; only partners with any.
    fn groups(self, round: &PanelRound) -> BTreeMap<usize, Vec<f64>> {
        let mut groups: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
        for sheet in &round.sheets {
            if let Some(score) = self.score(&sheet.answers, round) {
                groups.entry(sheet.partner).or_default().push(score);
            }
        }
        groups.into_iter().map(|(partner, scores)| (partner, sorted(scores))).collect()
    }
}

/// Computes everything. Empty: a panel without rounds gives empty lists.
pub fn analyse(panel: &Panel, program: &str) -> Analysis {
    let detector = panel.detector_dimensions();
    let mut streams: Vec<Stream<'_>> = panel
        .survey
        .dimensions
        .iter()
        .filter(|dimension| panel.survey.core_statements(&dimension.id).next().is_some())
        .map(|dimension| Stream::Dimension(&dimension.id))
        .collect();
    if !detector.is_empty() {
        streams.push(Stream::Composite(&detector));
    }
    let variances = Variances::of(panel);
    let rounds = (0..panel.rounds.len()).map(|t| analyse_round(panel, t, &streams, &variances)).collect();
    let groups: Vec<Vec<BTreeMap<usize, Vec<f64>>>> = panel
        .rounds
        .iter()
        .map(|round| streams.iter().map(|stream| stream.groups(round)).collect())
        .collect();
    // A trend runs from the last round at which its core statements changed.
    let since = |stream: &Stream<'_>| {
        let core = |round: &PanelRound| -> Vec<Vec<String>> {
            stream.dimensions().iter().map(|dimension| round.core_ids(dimension)).collect()
        };
        // Rounds that ask nothing of it say nothing of it.
        let asking: Vec<(usize, Vec<Vec<String>>)> = (panel.rounds.iter().map(core).enumerate())
            .filter(|(_, core)| core.iter().all(|ids| !ids.is_empty()))
            .collect();
        let last_change = asking.windows(2).rposition(|pair| pair[0].1 != pair[1].1);
        last_change.map_or(0, |at| asking[at + 1].0)
    };
    let means = |groups: &BTreeMap<usize, Vec<f64>>| -> BTreeMap<usize, f64> {
        groups.iter().filter_map(|(partner, scores)| Some((*partner, mean(scores)?))).collect()
    };
    let mut changes = Vec::new();
    for (t, pair) in panel.rounds.windows(2).enumerate() {
        // Over the statements that both rounds asked.
        let both = [pair[0].restricted_to(&pair[1]), pair[1].restricted_to(&pair[0])];
        for stream in &streams {
            let (before, now) = (means(&stream.groups(&both[0])), means(&stream.groups(&both[1])));
            let differences: Vec<f64> =
                now.iter().filter_map(|(partner, m)| Some(m - before.get(partner)?)).collect();
            if let Some(found) = change(&differences) {
                let (from, to) = (panel.rounds[t].number, panel.rounds[t + 1].number);
                changes.push(ChangeRow::of(from, to, stream.name(), &found));
            }
        }
    }
    let (mut trends, mut charts) = (Vec::new(), Vec::new());
    for (s, stream) in streams.iter().enumerate() {
        let points: Vec<(f64, f64)> = panel
            .rounds
            .iter()
            .zip(&groups)
            .skip(since(stream))
            .filter_map(|(round, groups)| {
                let partners = sorted(means(&groups[s]).into_values());
                let first = panel.rounds.first()?.date;
                Some(((round.date - first).num_days() as f64 / DAYS_A_YEAR, mean(&partners)?))
            })
            .collect();
        if let Some(found) = trend(&points) {
            trends.push(TrendRow {
                dimension: stream.name().to_owned(),
                n: found.n,
                s: found.s,
                var_s: found.var_s,
                z: found.z_and_p.map(|(z, _)| z),
                p: found.z_and_p.map(|(_, p)| p),
                tau_b: found.tau_b,
                slope_per_year: found.slope_per_year,
                ci95: found.ci95,
            });
        }
        let readings: Vec<f64> = points.iter().map(|(_, reading)| *reading).collect();
        charts.push(individuals_chart(&readings).map(|chart| ChartRow {
            dimension: stream.name().to_owned(),
            centre: chart.centre,
            sigma: chart.sigma,
            lower: chart.limits().0,
            upper: chart.limits().1,
            longest_run: chart.longest_run,
            longest_run_max: chart.longest_run_max,
            n_crossings: chart.n_crossings,
            n_crossings_min: chart.n_crossings_min,
        }));
    }
    Analysis {
        program: program.to_owned(),
        survey: SurveyName { id: panel.survey.id.clone(), version: None },
        rounds,
        changes,
        trends,
        charts,
    }
}

impl ChangeRow {
    fn of(from: u32, to: u32, dimension: &str, found: &MeanChange) -> ChangeRow {
        ChangeRow {
            from,
            to,
            dimension: dimension.to_owned(),
            n_partners: found.n_partners,
            mean: found.mean,
            se: found.se,
            t: found.t_test.map(|test| test.t),
            df: found.t_test.map(|test| test.df),
            p_t: found.t_test.map(|test| test.p),
            ci95: found.t_test.map(|test| test.ci95),
            p_sign_flip: found.p_sign_flip,
        }
    }
}

/// Variances between people and of the moment, by round, for dimensions and composite. Units: points².
struct Variances {
    dimension: Vec<Option<(f64, f64)>>,
    composite: Vec<Option<(f64, f64)>>,
}

impl Variances {
    fn of(panel: &Panel) -> Variances {
        let unit = panel.survey.scale.unit();
        let dimensions = Observations::of_dimensions(panel);
        let composite = Observations::of(panel);
        let n = dimensions.n_dimensions;
        let effects: Vec<_> = (0..n).map(|d| round_effects(&dimensions, d)).collect();
        let composite_effects: Vec<_> = (0..n.min(1)).map(|c| round_effects(&composite, c)).collect();
        let at = |t: usize, of: &dyn Fn(usize) -> (f64, f64)| {
            (n > 0 && t + 1 >= MIN_ROUNDS_FOR_CENSUS).then(|| {
                let (person, occasion) = of(t + 1);
                (person * unit * unit, occasion * unit * unit)
            })
        };
        let of_dimension = |until: usize| {
            let found = components(&dimensions, 0..n, &effects, until, DIMENSION);
            (found.person, found.occasion)
        };
        let of_composite = |until: usize| {
            let found = components(&composite, 0..1, &composite_effects, until, COMPOSITE);
            (found.person, found.occasion)
        };
        let rounds = 0..panel.rounds.len();
        Variances {
            dimension: rounds.clone().map(|t| at(t, &of_dimension)).collect(),
            composite: rounds.map(|t| at(t, &of_composite)).collect(),
        }
    }
}

fn analyse_round(panel: &Panel, t: usize, streams: &[Stream<'_>], variances: &Variances) -> RoundAnalysis {
    let round = &panel.rounds[t];
    let mut cells: BTreeMap<usize, BTreeMap<String, CellAnalysis>> = BTreeMap::new();
    let mut agreement = BTreeMap::new();
    for stream in streams {
        let groups = stream.groups(round);
        let scores: Vec<Vec<f64>> = groups.values().cloned().collect();
        let shrunk = shrink(&scores);
        for (i, (partner, scores)) in groups.iter().enumerate() {
            if let Some(cell) =
                analyse_cell(panel, t, *stream, *partner, scores, shrunk.as_ref().map(|s| s.cells[i]))
            {
                cells.entry(*partner).or_default().insert(stream.name().to_owned(), cell);
            }
        }
        let r_wg = sorted(cells.values().filter_map(|cells| cells.get(stream.name())?.r_wg_j));
        agreement.insert(
            stream.name().to_owned(),
            analyse_dimension(panel, t, *stream, &groups, shrunk.as_ref(), variances, mean(&r_wg)),
        );
    }
    let partners = present_partners(round)
        .into_iter()
        .map(|partner| {
            let analysis = PartnerAnalysis {
                n_respondents: round.n_answered(partner),
                n_invited: round.n_invited(partner),
                dimensions: cells.remove(&partner).unwrap_or_default(),
            };
            (panel.partners[partner].clone(), analysis)
        })
        .collect();
    RoundAnalysis {
        round: round.number,
        date: round.date,
        response: analyse_response(round),
        agreement,
        partners,
        items: analyse_items(round),
    }
}

/// Partners on the roster, or, without one, those that answered.
fn present_partners(round: &PanelRound) -> BTreeSet<usize> {
    let answered = round.sheets.iter().map(|sheet| sheet.partner);
    answered.chain(round.invited.iter().flatten().map(|invited| invited.partner)).collect()
}

fn analyse_response(round: &PanelRound) -> Response {
    let n_invited = round.invited.as_ref().map(Vec::len);
    let n_answered = round.sheets.len();
    let by_partner: Vec<(usize, usize)> = present_partners(round)
        .into_iter()
        .map(|partner| (round.n_answered(partner), round.n_invited(partner).unwrap_or(0)))
        .collect();
    Response {
        n_invited,
        n_answered,
        share: n_invited.filter(|n| *n > 0).map(|n| n_answered as f64 / n as f64),
        wilson95: n_invited.and_then(|n| wilson95(n_answered, n)),
        partner_equal_share: n_invited.and_then(|_| partner_equal_share(&by_partner)),
    }
}

fn analyse_cell(
    panel: &Panel,
    t: usize,
    stream: Stream<'_>,
    partner: usize,
    scores: &[f64],
    shrunken: Option<(f64, f64)>,
) -> Option<CellAnalysis> {
    let round = &panel.rounds[t];
    let spread = match stream {
        Stream::Dimension(dimension) => {
            let own = round.sheets.iter().filter(|sheet| sheet.partner == partner);
            let rows = complete_rows(own, round, dimension);
            let n_statements = rows.first().map_or(0, Vec::len);
            let columns: Vec<Vec<f64>> =
                (0..n_statements).map(|j| sorted(rows.iter().map(|row| row[j]))).collect();
            within_group(&columns, panel.survey.scale.n_points())
        }
        Stream::Composite(_) => None,
    };
    Some(CellAnalysis {
        mean: mean(scores)?,
        n: scores.len(),
        sd: variance(scores).map(f64::sqrt),
        shrunken: shrunken.map(|(value, _)| value),
        shrunken_se: shrunken.map(|(_, se)| se),
        r_wg_j: spread.map(|spread| spread.r_wg_j),
        r_wg_j_star: spread.map(|spread| spread.r_wg_j_star),
        r_wg_j_slight_skew: spread.map(|spread| spread.slight_skew),
    })
}

/// Scores of people who judged every core statement of a dimension, a row each.
fn complete_rows<'s>(
    sheets: impl Iterator<Item = &'s PanelSheet>,
    round: &PanelRound,
    dimension: &str,
) -> Vec<Vec<f64>> {
    sheets
        .filter_map(|sheet| {
            round
                .survey
                .core_statements(dimension)
                .map(|statement| statement_score(&sheet.answers, statement, &round.survey.scale))
                .collect()
        })
        .collect()
}

fn analyse_dimension(
    panel: &Panel,
    t: usize,
    stream: Stream<'_>,
    groups: &BTreeMap<usize, Vec<f64>>,
    shrunk: Option<&Shrinkage>,
    variances: &Variances,
    r_wg_j_mean: Option<f64>,
) -> Option<DimensionAnalysis> {
    let round = &panel.rounds[t];
    let name = |partner: &usize| panel.partners[*partner].as_str();
    let reading = read(
        groups.iter().flat_map(|(partner, scores)| scores.iter().map(move |score| (name(partner), *score))),
    )?;
    let roster: Option<Vec<(usize, Vec<f64>)>> = round.invited.as_ref().map(|_| {
        present_partners(round)
            .into_iter()
            .map(|partner| {
                (round.n_invited(partner).unwrap_or(0), groups.get(&partner).cloned().unwrap_or_default())
            })
            .collect()
    });
    let of_round = match stream {
        Stream::Composite(_) => variances.composite[t],
        Stream::Dimension(id) if panel.detector_dimensions().contains(&id) => variances.dimension[t],
        Stream::Dimension(_) => None,
    };
    let census = roster.and_then(|roster| census_error(&roster, of_round));
    let (rows, statements) = match stream {
        Stream::Dimension(dimension) => (
            latest_rows(panel, t, dimension),
            round.survey.core_statements(dimension).map(|s| s.id.clone()).collect(),
        ),
        Stream::Composite(_) => (Vec::new(), Vec::new()),
    };
    let (alpha, omega) = (alpha(&rows), omega(&rows));
    let (icc1, icc2) = intraclass(groups).unzip();
    // Normal quantile, as the specification says for known variances.
    const Z: f64 = 1.959_963_984_540_054;
    Some(DimensionAnalysis {
        mean: reading.mean,
        respondent_mean: reading.respondent_mean,
        n_partners: reading.n_partners(),
        n_respondents: reading.n_respondents(),
        process: reading.se.map(|se| ProcessError { se, df: reading.n_partners() - 1, ci95: reading.ci95 }),
        census: census
            .and_then(|census| census.se)
            .map(|se| CensusInterval { se, ci95: (reading.mean - Z * se, reading.mean + Z * se) }),
        census_error_free: census.and_then(|census| census.error_free).map(|se| ErrorFree { se }),
        alpha: alpha.as_ref().map(|alpha| alpha.raw),
        alpha_standardised: alpha.as_ref().map(|alpha| alpha.standardised),
        alpha_feldt95: alpha.as_ref().map(|alpha| alpha.feldt95),
        alpha_excluded: alpha
            .iter()
            .flat_map(|alpha| alpha.excluded.iter().filter_map(|j| statements.get(*j).cloned()))
            .collect(),
        omega: omega.map(|omega| omega.total),
        omega_is_heywood: omega.map(|omega| omega.is_heywood),
        tau2: shrunk.map(|shrunk| shrunk.tau2),
        icc1,
        icc2,
        r_wg_j_mean,
    })
}

/// The latest complete answer set of every person until a round, from rounds that asked the same core statements.
fn latest_rows(panel: &Panel, t: usize, dimension: &str) -> Vec<Vec<f64>> {
    let mut latest: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    let asked = panel.rounds[t].core_ids(dimension);
    for round in panel.rounds[..=t].iter().filter(|round| round.core_ids(dimension) == asked) {
        for sheet in &round.sheets {
            if let Some(row) = complete_rows(std::iter::once(sheet), round, dimension).pop() {
                latest.insert(sheet.person, row);
            }
        }
    }
    latest.into_values().collect()
}

/// ICC(1) and ICC(2) from the one-way analysis of variance, with the mean group size, as package multilevel has them.
/// Empty: `None` for one partner, or when no partner has two scores. Source: Bartko 1976; Bliese 2000.
fn intraclass(groups: &BTreeMap<usize, Vec<f64>>) -> Option<(f64, f64)> {
    let scores: Vec<Vec<f64>> = groups.values().cloned().collect();
    let within = pooled_within(&scores)?;
    let all = sorted(scores.iter().flatten().copied());
    let (grand, n_groups) = (mean(&all)?, scores.len() as f64);
    if scores.len() < 2 {
        return None;
    }
    let between = sorted(
        scores.iter().filter_map(|scores| Some(scores.len() as f64 * (mean(scores)? - grand).powi(2))),
    );
    let between = between.iter().sum::<f64>() / (n_groups - 1.0);
    let size = all.len() as f64 / n_groups;
    let total = between + (size - 1.0) * within;
    (between > 0.0 && total > 0.0).then(|| ((between - within) / total, (between - within) / between))
}
