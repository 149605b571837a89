//! The trend report as an HTML page: page one first, then a figure with its table per theme.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::facts::{DimensionTrend, Facts};
use super::figures::{Drawn, Figures};
use super::{signals, wording};
use crate::domain::language::Language;
use crate::plot::trend::MarkKind;
use crate::words::{day, tr, who_sees_what};

/// Where the page finds its style: beside a file it is inside the page, from the service it is linked.
#[derive(Debug, Clone, Copy)]
pub enum Style<'a> {
    /// In the page.
    Inside(&'a str),
    /// At an address.
    Linked(&'a str),
}

/// Where the page lives.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// Its style.
    pub style: Style<'a>,
    /// Addresses of the same page in other languages, if there are any.
    pub other_languages: &'a [(Language, String)],
    /// Address of the method page, if there is one.
    pub method: Option<&'a str>,
    /// Address of the figures as a table, if there is one.
    pub csv: Option<&'a str>,
}

/// Renders the page.
pub fn page(facts: &Facts, figures: &Figures, language: Language, place: Place<'_>) -> String {
    let title = facts.title.get(language);
    let period = wording::period(language, facts.period);
    let heading = tr(language, "report-heading", &[("period", period.into())]);
    html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (heading) " – " (title) }
                @match place.style {
                    Style::Inside(css) => style { (PreEscaped(css)) },
                    Style::Linked(href) => {
                        link rel="icon" href="/icon.svg" type="image/svg+xml";
                        link rel="stylesheet" href=(href);
                    }
                }
            }
            body class="report" {
                a class="skip-link" href="#main" { (tr(language, "skip-to-content", &[])) }
                header class="page-header" {
                    p class="brand" { "Polsslag" }
                    @if !place.other_languages.is_empty() {
                        nav class="languages" aria-label=(tr(language, "language", &[])) {
                            @for (other, href) in place.other_languages {
                                a href=(href) lang=(other) hreflang=(other) { (tr(*other, "this-language", &[])) }
                            }
                        }
                    }
                }
                main id="main" {
                    h1 { span class="eyebrow" { (title) } " " (heading) }
                    (summary(facts, language))
                    (changes(facts, language))
                    (standing_out(facts, figures, language))
                    (trends(facts, figures, language))
                    (groups(facts, figures, language))
                    (statements(facts, figures, language))
                    (participation(facts, figures, language))
                    (method(facts, language, place))
                }
            }
        }
    }
    .into_string()
}

fn summary(facts: &Facts, language: Language) -> Markup {
    html! {
        section class="summary" aria-labelledby="in-short" {
            h2 id="in-short" { (tr(language, "in-short", &[])) }
            @match facts.latest {
                None => p class="lead" { (tr(language, "no-round-in-period", &[])) },
                Some(latest) => {
                    @let round = &facts.rounds[latest];
                    p class="lead" { (wording::participation(language, round)) }
                    div class="scroll" role="group" tabindex="0" aria-label=(tr(language, "table-scrolls", &[])) {
                        table {
                            caption {
                                (tr(language, "summary-caption", &[("day", day(language, round.date).into()),
                                    ("min", facts.scale.0.into()), ("max", facts.scale.1.into())]))
                            }
                            thead { tr {
                                th scope="col" { (tr(language, "theme", &[])) }
                                th scope="col" class="number" { (tr(language, "mean", &[])) }
                                th scope="col" class="number" { (tr(language, "interval-95", &[])) }
                                th scope="col" class="number" { (tr(language, "people", &[])) }
                                th scope="col" class="number" { (tr(language, "partners", &[])) }
                            } }
                            tbody {
                                @for dimension in &facts.dimensions {
                                    @if let Some(point) = dimension.points.iter().find(|point| point.round == latest) {
                                        tr {
                                            th scope="row" { (dimension.name.get(language)) }
                                            (figure_cells(language, &point.figure))
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            @if !facts.marks.is_empty() {
                h3 { (tr(language, "what-happened", &[])) }
                ul class="marks" {
                    @for mark in &facts.marks {
                        li {
                            time datetime=(mark.on) { (day(language, mark.on)) } " – "
                            @match mark.kind {
                                MarkKind::Event => (tr(language, "event", &[])),
                                MarkKind::Adjustment => (tr(language, "adjustment", &[])),
                            }
                            ": " (mark.title.get(language))
                        }
                    }
                }
            }
        }
    }
}

/// What changed since the round before, a sentence a dimension.
fn changes(facts: &Facts, language: Language) -> Markup {
    let sentences: Vec<String> = wording::changes(facts, language);
    html! {
        @if !sentences.is_empty() {
            section aria-labelledby="changes" {
                h2 id="changes" { (tr(language, "changes-heading", &[])) }
                ul { @for sentence in &sentences { li { (sentence) } } }
            }
        }
    }
}

/// Signals of the latest round, partners without names.
fn standing_out(facts: &Facts, figures: &Figures, language: Language) -> Markup {
    let (agreement, survey) = &facts.context;
    let entries = signals::entries(agreement, survey.as_ref(), &facts.signals, language);
    html! {
        @if facts.latest.is_some() {
            section class="signals" aria-labelledby="signals" {
                h2 id="signals" { (tr(language, "signals-heading", &[])) }
                @if entries.is_empty() {
                    p { (tr(language, "no-signals", &[])) }
                } @else {
                    p { (tr(language, "signals-intro", &[])) }
                    @for (entry, drawn) in entries.iter().zip(&figures.evidence) {
                        article class="signal" {
                            // The sentence says what the small line shows.
                            div class="evidence" {
                                (PreEscaped(drawn.svg.replacen("role=\"img\"", "role=\"img\" aria-hidden=\"true\"", 1)))
                            }
                            h3 { (entry.sentence) }
                            p class="quiet" { (entry.certainty) ". " (entry.touches) }
                            ul { @for prompt in &entry.prompts { li { (prompt) } } }
                        }
                    }
                }
            }
        }
    }
}

fn figure_cells(
    language: Language,
    figure: &crate::insight::disclosure::Disclosed<crate::insight::disclosure::Figure>,
) -> Markup {
    html! {
        @match figure.get() {
            Some(shown) => {
                td class="number" { (wording::mean(language, shown)) }
                td class="number" { (wording::interval(language, figure)) }
                td class="number" { (shown.n_respondents) }
                td class="number" { (shown.n_partners) }
            },
            None => td class="too-few" colspan="4" { (tr(language, "too-few", &[])) },
        }
    }
}

/// A drawing that scrolls sideways on a narrow screen instead of shrinking its letters away.
fn drawing(drawn: &Drawn, language: Language) -> Markup {
    html! {
        div class="drawing" role="group" tabindex="0" aria-label=(tr(language, "figure-scrolls", &[])) {
            (PreEscaped(&drawn.svg))
        }
    }
}

fn trends(facts: &Facts, figures: &Figures, language: Language) -> Markup {
    html! {
        section aria-labelledby="themes" {
            h2 id="themes" { (tr(language, "themes-over-time", &[])) }
            p { (tr(language, "how-to-read-trend", &[])) }
            @if let Some(drawn) = &figures.multiples { (all_themes(facts, drawn, language)) }
            @for (dimension, drawn) in facts.dimensions.iter().zip(&figures.trends) {
                figure {
                    (drawing(drawn, language))
                    (trend_table(facts, dimension, language))
                }
            }
        }
    }
}

/// All themes beside each other, with their table.
pub fn all_themes(facts: &Facts, drawn: &Drawn, language: Language) -> Markup {
    html! {
        figure {
            (drawing(drawn, language))
            (multiples_table(facts, language))
        }
    }
}

/// First and last reading of every theme.
fn multiples_table(facts: &Facts, language: Language) -> Markup {
    let date = |point: Option<&super::facts::TrendPoint>| {
        point.map_or_else(String::new, |point| day(language, facts.rounds[point.round].date))
    };
    html! {
        details {
            summary { (tr(language, "show-table", &[("figure", tr(language, "themes-over-time", &[]).into())])) }
            div class="scroll" role="group" tabindex="0" aria-label=(tr(language, "table-scrolls", &[])) {
                table {
                    caption { (tr(language, "themes-over-time", &[])) }
                    thead { tr {
                        th scope="col" { (tr(language, "theme", &[])) }
                        @for point in facts.dimensions.first().map_or([None, None], |d| [d.points.first(), d.points.last()]) {
                            th scope="col" { (date(point)) }
                        }
                    } }
                    tbody {
                        @for dimension in &facts.dimensions {
                            tr {
                                th scope="row" { (dimension.name.get(language)) }
                                @for point in [dimension.points.first(), dimension.points.last()] {
                                    td { @if let Some(point) = point { (wording::mean_with_n(language, &point.figure)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn trend_table(facts: &Facts, dimension: &DimensionTrend, language: Language) -> Markup {
    html! {
        details {
            summary { (tr(language, "show-table", &[("figure", dimension.name.get(language).to_owned().into())])) }
            div class="scroll" role="group" tabindex="0" aria-label=(tr(language, "table-scrolls", &[])) {
                table {
                    caption { (dimension.name.get(language)) ", " (tr(language, "all-rounds", &[])) }
                    thead { tr {
                        th scope="col" { (tr(language, "round", &[])) }
                        th scope="col" { (tr(language, "date", &[])) }
                        th scope="col" class="number" { (tr(language, "mean", &[])) }
                        th scope="col" class="number" { (tr(language, "interval-95", &[])) }
                        th scope="col" class="number" { (tr(language, "people", &[])) }
                        th scope="col" class="number" { (tr(language, "partners", &[])) }
                    } }
                    tbody {
                        @for point in &dimension.points {
                            @let round = &facts.rounds[point.round];
                            tr {
                                th scope="row" { (round.number) }
                                td {
                                    (day(language, round.date))
                                    @if point.is_break { " (" (tr(language, "new-wording", &[])) ")" }
                                }
                                (figure_cells(language, &point.figure))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Roles, and partners without names.
fn groups(facts: &Facts, figures: &Figures, language: Language) -> Markup {
    html! {
        @if figures.gap.is_some() || figures.dots.is_some() {
            section aria-labelledby="groups" {
                h2 id="groups" { (tr(language, "groups-heading", &[])) }
                @for drawn in figures.gap.iter().chain(&figures.dots) { figure { (drawing(drawn, language)) } }
                details {
                    summary { (tr(language, "show-table", &[("figure", tr(language, "groups-heading", &[]).into())])) }
                    div class="scroll" role="group" tabindex="0" aria-label=(tr(language, "table-scrolls", &[])) {
                        table {
                            caption { (tr(language, "groups-heading", &[])) }
                            thead { tr {
                                th scope="col" { (tr(language, "theme", &[])) }
                                th scope="col" class="number" { (tr(language, "executives", &[])) }
                                th scope="col" class="number" { (tr(language, "practitioners", &[])) }
                                th scope="col" { (tr(language, "partners", &[])) }
                            } }
                            tbody {
                                @for group in &facts.groups.dimensions {
                                    @let dimension = facts.dimensions.iter().find(|d| d.id == group.dimension);
                                    tr {
                                        th scope="row" { @if let Some(dimension) = dimension { (dimension.name.get(language)) } }
                                        @match group.roles.get() {
                                            Some((executives, practitioners)) => {
                                                td class="number" { (wording::mean(language, executives)) " (" (executives.n_respondents) ")" }
                                                td class="number" { (wording::mean(language, practitioners)) " (" (practitioners.n_respondents) ")" }
                                            },
                                            None => td class="too-few" colspan="2" { (tr(language, "too-few", &[])) },
                                        }
                                        @if group.partners.is_empty() {
                                            td class="too-few" { (tr(language, "too-few", &[])) }
                                        } @else {
                                            td {
                                                @for (index, partner) in group.partners.iter().enumerate() {
                                                    @if index > 0 { ", " }
                                                    @if let Some(name) = &partner.partner { (name) " " }
                                                    (wording::mean(language, &partner.figure))
                                                }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn statements(facts: &Facts, figures: &Figures, language: Language) -> Markup {
    let Some(drawn) = &figures.distribution else { return html! {} };
    html! {
        section aria-labelledby="statements" {
            h2 id="statements" { (tr(language, "answers-per-statement", &[])) }
            figure {
                (drawing(drawn, language))
                details {
                    summary { (tr(language, "show-table", &[("figure", tr(language, "answers-per-statement", &[]).into())])) }
                    div class="scroll" role="group" tabindex="0" aria-label=(tr(language, "table-scrolls", &[])) {
                        table {
                            caption { (tr(language, "answers-per-statement", &[])) }
                            thead { tr {
                                th scope="col" { (tr(language, "statement", &[])) }
                                @for value in facts.scale.0..=facts.scale.1 {
                                    th scope="col" class="number" { (value) }
                                }
                                th scope="col" class="number" { (facts.cannot_judge.get(language)) }
                                th scope="col" class="number" { (tr(language, "mean", &[])) }
                            } }
                            tbody {
                                @for statement in &facts.statements {
                                    tr {
                                        th scope="row" {
                                            (statement.text.get(language))
                                            @if statement.is_reversed { " (" (tr(language, "reversed", &[])) ")" }
                                        }
                                        @match statement.figure.distribution.get() {
                                            Some(distribution) => {
                                                @for (_, count) in &distribution.counts { td class="number" { (count) } }
                                                td class="number" { (distribution.n_cannot_judge) }
                                            },
                                            None => td class="too-few" colspan=(facts.scale.1 - facts.scale.0 + 2) {
                                                (tr(language, "too-few", &[]))
                                            },
                                        }
                                        td class="number" { (wording::mean_or_too_few(language, &statement.figure.mean)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn participation(facts: &Facts, figures: &Figures, language: Language) -> Markup {
    let Some(drawn) = &figures.response else { return html! {} };
    html! {
        section aria-labelledby="participation" {
            h2 id="participation" { (tr(language, "who-took-part", &[])) }
            figure {
                (drawing(drawn, language))
                details {
                    summary { (tr(language, "show-table", &[("figure", tr(language, "who-took-part", &[]).into())])) }
                    div class="scroll" role="group" tabindex="0" aria-label=(tr(language, "table-scrolls", &[])) {
                        table {
                            caption { (tr(language, "who-took-part", &[])) ", " (tr(language, "all-rounds", &[])) }
                            thead { tr {
                                th scope="col" { (tr(language, "round", &[])) }
                                th scope="col" { (tr(language, "date", &[])) }
                                th scope="col" class="number" { (tr(language, "answered", &[])) }
                                th scope="col" class="number" { (tr(language, "invited", &[])) }
                                th scope="col" class="number" { (tr(language, "partners", &[])) }
                            } }
                            tbody {
                                @for round in &facts.rounds {
                                    tr {
                                        th scope="row" { (round.number) }
                                        td { (day(language, round.date)) }
                                        td class="number" { (round.n_answered) }
                                        td class="number" {
                                            @match round.n_invited {
                                                Some(invited) => (invited),
                                                None => (tr(language, "unknown", &[])),
                                            }
                                        }
                                        td class="number" { (round.n_partners_answered) "/" (round.n_partners) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn method(facts: &Facts, language: Language, place: Place<'_>) -> Markup {
    html! {
        section class="method" aria-labelledby="method" {
            h2 id="method" { (tr(language, "how-we-count", &[])) }
            p { (tr(language, "method-in-short", &[])) }
            @if let Some(confidentiality) = facts.confidentiality {
                p { (who_sees_what(language, confidentiality)) }
            }
            @if let Some(href) = place.method {
                p { a href=(href) { (tr(language, "method-link", &[])) } }
            }
            @if let Some(href) = place.csv {
                p { a href=(href) { (tr(language, "csv-link", &[])) } }
            }
            dl class="inputs" {
                @if let Some((survey, version)) = &facts.survey {
                    dt { (tr(language, "survey", &[])) }
                    dd { (survey) ", " (tr(language, "version", &[("version", (*version).into())])) }
                }
                dt { (tr(language, "rounds", &[])) }
                dd {
                    @for (index, round) in facts.rounds_in_period().enumerate() {
                        @if index > 0 { ", " }
                        (round.number)
                    }
                    @if facts.latest.is_none() { "–" }
                }
                dt { (tr(language, "program", &[])) }
                dd { (facts.program) }
                dt { (tr(language, "data-hash", &[])) }
                dd class="hash" { (facts.data_hash) }
            }
        }
    }
}
