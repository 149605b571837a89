//! The analysis as text: what was computed, from what, and how it is to be read. For whoever writes a methods appendix;
//! in English, like the command line.

use std::fmt::Write as _;

use crate::insight::analysis::{Analysis, COMPOSITE_NAME, DimensionAnalysis, MIN_ROUNDS_FOR_CENSUS};
use crate::insight::panel::Panel;
use crate::insight::reliability::{MIN_FOR_ALPHA, MIN_FOR_OMEGA};
use crate::insight::signal::find::Signal;

/// A number with so many digits, or a dash.
fn number(value: Option<f64>, digits: usize) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.digits$}"))
}

fn range(bounds: Option<(f64, f64)>, digits: usize) -> String {
    bounds.map_or_else(|| "–".to_owned(), |(low, high)| format!("{low:.digits$} to {high:.digits$}"))
}

/// A p as papers print it.
fn p_value(p: Option<f64>) -> String {
    match p {
        None => "–".to_owned(),
        Some(p) if p < 0.001 => "< 0.001".to_owned(),
        Some(p) => format!("{p:.3}"),
    }
}

/// Lines under a heading, columns aligned: text to the left, the rest to the right.
struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    fn new(header: &[&str]) -> Table {
        Table { rows: vec![header.iter().map(|cell| (*cell).to_owned()).collect()] }
    }

    fn push(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    fn write(&self, out: &mut String) {
        let n = self.rows.first().map_or(0, Vec::len);
        let width = |column: usize| {
            self.rows
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or(0)
        };
        let widths: Vec<usize> = (0..n).map(width).collect();
        for row in &self.rows {
            let cells: Vec<String> = row
                .iter()
                .zip(&widths)
                .enumerate()
                .map(
                    |(i, (cell, width))| {
                        if i == 0 { format!("{cell:width$}") } else { format!("{cell:>width$}") }
                    },
                )
                .collect();
            let _ = writeln!(out, "  {}", cells.join("  ").trim_end());
        }
        out.push('\n');
    }
}

/// The whole appendix. Empty parts are left out or say why they are.
pub fn text(panel: &Panel, analysis: &Analysis, signals: &[Signal]) -> String {
    let mut out = String::new();
    let scale = &panel.survey.scale;
    let _ = writeln!(
        out,
        "Survey \"{}\": {} rounds, {} partners, {} people, scale {} to {}. {}.\n",
        analysis.survey.id,
        panel.rounds.len(),
        panel.partners.len(),
        panel.n_people,
        scale.min,
        scale.max,
        analysis.program
    );
    scoring(&mut out, panel);
    participation(&mut out, analysis);
    readings(&mut out, panel, analysis);
    reliability(&mut out, analysis);
    statements(&mut out, analysis);
    changes(&mut out, analysis);
    trends(&mut out, analysis);
    signal_list(&mut out, signals);
    out.trim_end().to_owned()
}

fn scoring(out: &mut String, panel: &Panel) {
    let reversed: Vec<&str> =
        panel.survey.statements.iter().filter(|s| s.reversed).map(|s| s.id.as_str()).collect();
    out.push_str("Scoring\n");
    if reversed.is_empty() {
        out.push_str("  No statement is reversed. ");
    } else {
        let _ = write!(out, "  Reversed statements were turned (min + max − x): {}. ", reversed.join(", "));
    }
    out.push_str(
        "\"Cannot judge\" and skipped statements are missing.\n  A dimension score is the mean of a person's valid \
         statements, if at least half of them are valid. Every partner\n  weighs the same: people are averaged within \
         partners, then partners within the agreement. Nothing is imputed.\n\n",
    );
}

fn participation(out: &mut String, analysis: &Analysis) {
    out.push_str("Participation (Wilson 95 % interval)\n");
    let mut table =
        Table::new(&["round", "date", "invited", "answered", "share", "95 %", "mean of partners"]);
    for round in &analysis.rounds {
        let response = &round.response;
        table.push(vec![
            round.round.to_string(),
            round.date.to_string(),
            response.n_invited.map_or_else(|| "–".to_owned(), |n| n.to_string()),
            response.n_answered.to_string(),
            number(response.share, 2),
            range(response.wilson95, 2),
            number(response.partner_equal_share, 2),
        ]);
    }
    table.write(out);
}

fn readings(out: &mut String, panel: &Panel, analysis: &Analysis) {
    let _ = writeln!(
        out,
        "Readings\n  Process: partners as exchangeable, Student's t over partner means. Census: everybody was invited; \
         what is left is who did\n  not answer and the noise of the moment; from round {MIN_ROUNDS_FOR_CENSUS} on, with a roster."
    );
    let mut table = Table::new(&[
        "dimension",
        "round",
        "mean",
        "partners",
        "people",
        "SE",
        "process 95 %",
        "census 95 %",
        "tau²",
        "ICC(1)",
        "ICC(2)",
        "r_wg(j)",
    ]);
    for dimension in names(panel, analysis) {
        for round in &analysis.rounds {
            let Some(Some(found)) = round.agreement.get(dimension) else { continue };
            table.push(reading_row(dimension, round.round, found));
        }
    }
    table.write(out);
}

/// Dimensions in the order of the survey, the composite last.
fn names<'p>(panel: &'p Panel, analysis: &Analysis) -> Vec<&'p str> {
    let known = |id: &&str| analysis.rounds.iter().any(|round| round.agreement.contains_key(*id));
    let dimensions = panel.survey.dimensions.iter().map(|dimension| dimension.id.as_str());
    dimensions.chain(std::iter::once(COMPOSITE_NAME)).filter(known).collect()
}

fn reading_row(dimension: &str, round: u32, found: &DimensionAnalysis) -> Vec<String> {
    vec![
        dimension.to_owned(),
        round.to_string(),
        format!("{:.2}", found.mean),
        found.n_partners.to_string(),
        found.n_respondents.to_string(),
        number(found.process.as_ref().map(|process| process.se), 3),
        range(found.process.as_ref().and_then(|process| process.ci95), 2),
        range(found.census.as_ref().map(|census| census.ci95), 2),
        number(found.tau2, 3),
        number(found.icc1, 2),
        number(found.icc2, 2),
        number(found.r_wg_j_mean, 2),
    ]
}

fn reliability(out: &mut String, analysis: &Analysis) {
    let _ = writeln!(
        out,
        "Reliability\n  On the latest answer set of every person, complete ones only; alpha from {MIN_FOR_ALPHA} people, omega from {MIN_FOR_OMEGA}\n  (one-factor maximum likelihood). Below zero: look at which statements are reversed."
    );
    let Some(round) = analysis.rounds.last() else { return };
    let mut table = Table::new(&["dimension", "alpha", "Feldt 95 %", "standardised", "omega"]);
    for (dimension, found) in &round.agreement {
        let Some(found) = found.as_ref().filter(|_| dimension != COMPOSITE_NAME) else { continue };
        let heywood = if found.omega_is_heywood == Some(true) { " (bound)" } else { "" };
        table.push(vec![
            dimension.clone(),
            number(found.alpha, 3),
            range(found.alpha_feldt95, 2),
            number(found.alpha_standardised, 3),
            format!("{}{heywood}", number(found.omega, 3)),
        ]);
        if !found.alpha_excluded.is_empty() {
            let _ = writeln!(
                out,
                "  {dimension}: everybody answered the same to {}, left out.",
                found.alpha_excluded.join(", ")
            );
        }
    }
    table.write(out);
}

fn statements(out: &mut String, analysis: &Analysis) {
    let Some(round) = analysis.rounds.last() else { return };
    let _ = writeln!(
        out,
        "Statements in round {} (raw answers; mean after turning; A: van der Eijk's agreement, −1 to 1)",
        round.round
    );
    let mut table =
        Table::new(&["statement", "answers", "n", "cannot judge", "skipped", "mean", "A", "polarisation"]);
    for (id, item) in &round.items {
        let mut counts: Vec<(i64, usize)> =
            item.counts.iter().filter_map(|(value, n)| Some((value.parse().ok()?, *n))).collect();
        counts.sort_unstable();
        let counts: Vec<String> = counts.iter().map(|(_, n)| n.to_string()).collect();
        let flag = if item.is_often_not_judged { " (!)" } else { "" };
        table.push(vec![
            id.clone(),
            counts.join(" | "),
            item.n.to_string(),
            format!("{}{flag}", item.n_cannot_judge),
            item.n_skipped.to_string(),
            number(item.mean, 2),
            number(item.van_der_eijk_a, 2),
            number(item.polarisation, 2),
        ]);
    }
    table.write(out);
}

fn changes(out: &mut String, analysis: &Analysis) {
    if analysis.changes.is_empty() {
        return;
    }
    out.push_str(
        "Changes between consecutive rounds\n  Over partners that answered in both: paired t, and the exact sign-flip \
         test (sampled above 16 partners).\n",
    );
    let mut table =
        Table::new(&["dimension", "rounds", "change", "partners", "SE", "95 %", "t", "p", "sign-flip p"]);
    for row in &analysis.changes {
        table.push(vec![
            row.dimension.clone(),
            format!("{} to {}", row.from, row.to),
            format!("{:+.2}", row.mean),
            row.n_partners.to_string(),
            number(row.se, 3),
            range(row.ci95, 2),
            number(row.t, 2),
            p_value(row.p_t),
            p_value(row.p_sign_flip),
        ]);
    }
    table.write(out);
}

fn trends(out: &mut String, analysis: &Analysis) {
    if analysis.trends.is_empty() {
        return;
    }
    out.push_str(
        "Trends over all rounds\n  Mann-Kendall with ties, Theil-Sen slope at real dates. The test takes rounds for \
         independent: a description, no alarm.\n",
    );
    let mut table = Table::new(&["dimension", "rounds", "S", "z", "p", "tau_b", "slope a year", "95 %"]);
    for row in &analysis.trends {
        table.push(vec![
            row.dimension.clone(),
            row.n.to_string(),
            row.s.to_string(),
            number(row.z, 2),
            p_value(row.p),
            number(row.tau_b, 2),
            format!("{:+.2}", row.slope_per_year),
            range(row.ci95, 2),
        ]);
    }
    table.write(out);
    if analysis.charts.iter().flatten().next().is_none() {
        return;
    }
    out.push_str("Control charts (individuals; limits are for looking, not for alarms)\n");
    let mut table =
        Table::new(&["dimension", "centre", "limits", "longest run", "at most", "crossings", "at least"]);
    for chart in analysis.charts.iter().flatten() {
        table.push(vec![
            chart.dimension.clone(),
            format!("{:.2}", chart.centre),
            range(Some((chart.lower, chart.upper)), 2),
            chart.longest_run.to_string(),
            chart.longest_run_max.to_string(),
            chart.n_crossings.to_string(),
            chart.n_crossings_min.to_string(),
        ]);
    }
    table.write(out);
}

fn signal_list(out: &mut String, signals: &[Signal]) {
    out.push_str("Signals\n");
    if signals.is_empty() {
        out.push_str("  None. The first can come in the fourth round.\n");
        return;
    }
    out.push_str(
        "  Open episodes per round. Thresholds were calibrated on this roster and cadence: about one false alert a year \
         and four\n  watches. A change of half a point in one small partner cannot be found quickly by anyone.\n",
    );
    let mut table =
        Table::new(&["kind", "level", "round", "partner", "dimension", "since", "size", "score", "episode"]);
    for signal in signals {
        let code = |value: serde_json::Result<serde_json::Value>| {
            value.ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
        };
        table.push(vec![
            code(serde_json::to_value(signal.kind)),
            code(serde_json::to_value(signal.level)),
            signal.round.to_string(),
            signal.partner.clone().unwrap_or_else(|| "all".to_owned()),
            signal.dimension.clone().unwrap_or_else(|| "–".to_owned()),
            signal.since_round.to_string(),
            format!("{:+.2}", signal.size),
            format!("{:.2}", signal.score),
            signal.episode.to_string(),
        ]);
    }
    table.write(out);
}
