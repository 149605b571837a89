//! The report as an HTML page: page one first, then a section per subject; every drawing with its table.
//!
//! The page is a frame around [`content`]. A released report keeps its content for good; the service puts today's
//! frame around it, a file carries its own.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::domain::language::Language;
use crate::report::document::compose::marks;
use crate::report::document::external::External;
use crate::report::document::tables;
use crate::report::document::{Brief, Cell, Column, Document, Front, Piece, Section, Table};
use crate::report::facts::Facts;
use crate::report::figures::{Drawn, Figures};
use crate::report::forms::Form;
use crate::report::look::Look;
use crate::words::{Phrase, Word, tr};

/// The report as a file of its own, style inside, with the files beside it.
pub fn file(document: &Document, figures: &Figures, look: &Look) -> String {
    let title = format!("{} – {}", document.heading, document.title);
    framed(document.language, &title, look, &Form::ALL, content(document, figures, look))
}

/// The external summary as a file of its own.
pub fn external_file(external: &External, figures: &Figures, look: &Look) -> String {
    let language = external.language;
    let title = format!("{} – {}", external.heading, external.title);
    let content = html! {
        main id="main" {
            h1 { span class="eyebrow" { (external.title) } " " (external.heading) }
            p class="edition" {
                @if !external.draft_mark.is_empty() { strong class="draft" { (external.draft_mark) } " " }
                (external.edition) " " (external.lead)
            }
            @if !external.corrections.is_empty() {
                ul class="corrections" { @for line in &external.corrections { li { (line) } } }
            }
            p { (external.purpose) }
            section class="summary" aria-labelledby="in-short" {
                h2 id="in-short" { (tr(language, Word::InShort)) }
                p class="lead" { (external.state) }
                @if !external.response.is_empty() { p { (external.response) } }
            }
            section aria-labelledby="themes" {
                h2 id="themes" { (tr(language, Word::ThemesOverTime)) }
                figure {
                    @if let Some(drawn) = external.drawing.as_ref().and_then(|name| figures.find(name)) {
                        (drawing(drawn, look, language))
                        (pairs(&external.marks))
                    }
                    @if let Some(themes) = &external.themes { (table(themes, language)) }
                }
            }
            @for one in &external.briefs {
                section { h2 { (one.heading) } ul { @for item in &one.items { li { (item) } } } }
            }
            p class="hint" { (external.method) " " (external.inputs) }
        }
    };
    framed(language, &title, look, &[Form::External], content)
}

/// A page with its style inside.
pub(super) fn framed(
    language: Language,
    title: &str,
    look: &Look,
    beside: &[Form],
    content: Markup,
) -> String {
    html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(look.style_sheet())) }
            }
            body class="report" {
                a class="skip-link" href="#main" { (tr(language, Word::SkipToContent)) }
                header class="page-header" {
                    @match &look.logo {
                        Some(logo) => img class="logo" src=(logo.data_uri()) alt=(logo.alt);,
                        None => p class="brand" { "Polsslag" },
                    }
                    @if !beside.is_empty() {
                        nav aria-label=(tr(language, Word::ReportForms)) {
                            ul class="inline" { @for form in beside { li { a href=(form.code()) { (form.code()) } } } }
                        }
                    }
                }
                (content)
            }
        }
    }
    .into_string()
}

/// The report without a frame: its `main`.
pub fn content(document: &Document, figures: &Figures, look: &Look) -> Markup {
    html! { main id="main" { (inner(document, figures, look)) } }
}

/// What stands in it.
pub fn inner(document: &Document, figures: &Figures, look: &Look) -> Markup {
    let language = document.language;
    html! {
        h1 { span class="eyebrow" { (document.title) } " " (document.heading) }
            p class="edition" {
                @if !document.draft_mark.is_empty() { strong class="draft" { (document.draft_mark) } " " }
                (document.edition)
            }
            @if !document.corrections.is_empty() {
                ul class="corrections" { @for line in &document.corrections { li { (line) } } }
            }
            (front(&document.front, figures, look, language))
            @for section in &document.sections {
                (self::section(section, Some(figures), look, language))
            }
    }
}

/// The content of a stored page; `None` when it has none.
pub fn content_of(page: &str) -> Option<&str> {
    let from = page.find("<main")?;
    let to = page.rfind("</main>")? + "</main>".len();
    page.get(from..to)
}

fn brief(brief: &Brief) -> Markup {
    html! {
        div class="brief" {
            h3 { (brief.heading) }
            ul { @for item in &brief.items { li { (item) } } }
        }
    }
}

fn front(front: &Front, figures: &Figures, look: &Look, language: Language) -> Markup {
    html! {
        section class="summary" aria-labelledby="in-short" {
            h2 id="in-short" { (tr(language, Word::InShort)) }
            p class="lead" { (front.state) }
            @if !front.response.is_empty() { p { (front.response) } }
            div class="briefs" { @for one in &front.briefs { (brief(one)) } }
            @if let Some(drawn) = front.standing.as_ref().and_then(|name| figures.find(name)) {
                figure {
                    (drawing(drawn, look, language))
                    @if let Some(themes) = &front.themes { (table(themes, language)) }
                }
            }
            (brief(&front.open))
            @if let Some(next) = &front.next { p class="next" { (next) } }
        }
    }
}

/// A section with its pieces; without figures its drawings are left out.
pub(super) fn section(
    section: &Section,
    figures: Option<&Figures>,
    look: &Look,
    language: Language,
) -> Markup {
    html! {
        section class=(section.id) aria-labelledby=(section.id) {
            h2 id=(section.id) { (section.heading) }
            @for one in &section.blocks { (block(one, figures, look, language)) }
        }
    }
}

fn block(block: &Piece, figures: Option<&Figures>, look: &Look, language: Language) -> Markup {
    let find = |name: &String| figures.and_then(|figures| figures.find(name));
    html! {
        @match block {
            Piece::Text { text } => p { (text) },
            Piece::List { items } => ul { @for item in items { li { (item) } } },
            Piece::Pairs { items } => (pairs(items)),
            Piece::Entry { drawing, title, meta, texts, items } => article class="signal" {
                @if let Some(drawn) = drawing.as_ref().and_then(find) {
                    // The sentence says what the small line shows.
                    div class="evidence" {
                        (PreEscaped(drawn.beside_words(look)))
                    }
                }
                h3 { (title) }
                @if !meta.is_empty() { p class="quiet" { (meta) } }
                @for text in texts { p { (text) } }
                @if !items.is_empty() { ul { @for item in items { li { (item) } } } }
            },
            Piece::Figure { names, table, .. } => figure {
                @for drawn in names.iter().filter_map(find) { (drawing(drawn, look, language)) }
                @if let Some(table) = table { (folded(table, language)) }
            },
            Piece::Table { table } => (self::table(table, language)),
        }
    }
}

fn pairs(items: &[(String, String)]) -> Markup {
    html! { dl class="inputs" { @for (word, meaning) in items { dt { (word) } dd { (meaning) } } } }
}

/// A drawing that scrolls sideways on a narrow screen instead of shrinking its letters away.
fn drawing(drawn: &Drawn, look: &Look, language: Language) -> Markup {
    html! {
        div class="drawing" role="group" tabindex="0" aria-label=(tr(language, Word::FigureScrolls)) {
            (PreEscaped(look.dress(&drawn.svg)))
        }
    }
}

/// A table that opens when asked for.
fn folded(table: &Table, language: Language) -> Markup {
    html! {
        details {
            summary { (tr(language, Phrase::ShowTable { figure: table.caption.clone().into() })) }
            (self::table(table, language))
        }
    }
}

fn table(table: &Table, language: Language) -> Markup {
    html! {
        div class="scroll" role="group" tabindex="0" aria-label={ (tr(language, Word::TableScrolls)) ": " (table.caption) } {
            table id={ "table-" (table.id) } {
                caption { (table.caption) }
                thead { tr { @for column in &table.columns { th scope="col" class=[class(column)] { (column.name) } } } }
                tbody { @for row in &table.rows { tr { (cells(table, row)) } } }
            }
        }
    }
}

fn class(column: &Column) -> Option<&'static str> {
    column.is_number.then_some("number")
}

/// Cells of so many characters keep to one line: dates and names.
const SHORT: usize = 20;

fn cells(table: &Table, row: &[Cell]) -> Markup {
    let mut at = 0;
    let placed = row.iter().map(|cell| {
        at += cell.span;
        (at - cell.span, cell)
    });
    html! {
        @for (at, cell) in placed {
            @let span = (cell.span > 1).then_some(cell.span);
            @let short = (cell.text.chars().count() <= SHORT).then_some("short");
            @if at == 0 {
                th scope="row" class=[short] { (cell.text) }
            } @else if cell.is_hidden {
                td class="too-few" colspan=[span] { (cell.text) }
            } @else {
                td class=[table.columns.get(at).and_then(class).or(short)] colspan=[span] { (cell.text) }
            }
        }
    }
}

/// All themes beside each other, with what the letters stand for and their table, for pages of other readers.
pub fn all_themes(facts: &Facts, drawn: &Drawn, look: &Look, language: Language) -> Markup {
    let marks = marks(facts, language);
    html! {
        figure {
            (drawing(drawn, look, language))
            @if !marks.is_empty() { (pairs(&marks)) }
            (folded(&tables::ends(facts, language), language))
        }
    }
}
