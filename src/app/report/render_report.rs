//! A report takes its forms: page, PDF, figures, tables, workbook, external summary, deck. The same facts, edition and
//! look give the same bytes.

#![expect(clippy::disallowed_methods, reason = "a report's copies are files")]

use std::path::{Path, PathBuf};

use crate::app::{AppError, Service};
use crate::domain::ids::AgreementId;
use crate::domain::language::Language;
use crate::domain::period::Period;
use crate::plot::png;
use crate::report::document::Document;
use crate::report::document::compose::{Edition, compose};
use crate::report::document::external::{External, external};
use crate::report::facts::Facts;
use crate::report::figures::{Drawn, Figures};
use crate::report::forms::Form;
use crate::report::forms::deck::deck;
use crate::report::forms::page;
use crate::report::forms::print::{Plates, Printed, pdf};
use crate::report::forms::table;
use crate::report::forms::workbook::workbook;
use crate::report::look::Look;
use crate::store::report::{self, FilePlace};

/// The page's file.
pub const PAGE: &str = "report.html";

/// The external summary's file as a page.
pub const EXTERNAL_PAGE: &str = "external.html";

/// One file of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportFile {
    /// Path within the report's folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

fn failed(error: impl std::fmt::Display) -> AppError {
    AppError::Drawing(error.to_string())
}

/// A report before it takes a form: its words and its drawings in one language.
#[derive(Debug, Clone)]
pub struct Composed {
    /// What it says.
    pub document: Document,
    /// What outsiders read of it.
    pub external: External,
    /// What it shows.
    pub figures: Figures,
}

/// Puts facts into words and drawings.
pub fn compose_report(facts: &Facts, edition: &Edition, language: Language) -> Result<Composed, AppError> {
    let figures = Figures::draw(facts, language).map_err(failed)?;
    Ok(Composed {
        document: compose(facts, &figures, edition, language),
        external: external(facts, &figures, edition, language),
        figures,
    })
}

/// Prints one form. `plates` are those of the composed drawings.
pub fn print(form: Printed, composed: &Composed, plates: &Plates<'_>) -> Result<Vec<u8>, AppError> {
    let Composed { document, external, figures } = composed;
    let language = document.language;
    let identity = format!("{}/{}/{language}/{}", document.agreement, document.period, form.form().code());
    match form {
        Printed::Report => pdf(form, document, plates, &identity),
        Printed::External => pdf(form, external, plates, &identity),
        Printed::Deck => pdf(form, &deck(document, figures), plates, &identity),
    }
    .map_err(failed)
}

/// All files of a report in one language. Pictures and print are made side by side.
pub fn render(
    facts: &Facts,
    edition: &Edition,
    look: &Look,
    language: Language,
) -> Result<Vec<ReportFile>, AppError> {
    let composed = compose_report(facts, edition, language)?;
    let Composed { document, external, figures } = &composed;
    let page = |name: &str, page: String| ReportFile { name: name.to_owned(), bytes: page.into_bytes() };
    let mut files = vec![page(EXTERNAL_PAGE, page::external_file(external, figures, look))];
    let plates = Plates::new(figures, look);
    let print = |form| {
        let bytes = print(form, &composed, &plates)?;
        Ok(ReportFile { name: form.form().code().to_owned(), bytes })
    };
    let (pictures, printed) = std::thread::scope(|scope| {
        let pictures = scope.spawn(|| draw_pictures(figures, look));
        let printed: Result<Vec<ReportFile>, AppError> = Printed::ALL.into_iter().map(print).collect();
        (pictures.join(), printed)
    });
    files.extend(printed?);
    files.extend(pictures.map_err(|_| failed("drawing was interrupted"))??);
    files.push(ReportFile { name: Form::Csv.code().to_owned(), bytes: table::csv(facts).map_err(failed)? });
    files.push(ReportFile {
        name: Form::Workbook.code().to_owned(),
        bytes: workbook(document, look).map_err(failed)?,
    });
    // Last: where it lies, all others do.
    files.push(page(PAGE, page::file(document, figures, look)));
    Ok(files)
}

fn draw_pictures(figures: &Figures, look: &Look) -> Result<Vec<ReportFile>, AppError> {
    let mut files = Vec::new();
    for Drawn { name, svg, .. } in figures.all() {
        let svg = look.dress(svg);
        let png = png::render(&svg).map_err(failed)?;
        files.push(ReportFile { name: format!("figures/{name}.svg"), bytes: svg.into_bytes() });
        files.push(ReportFile { name: format!("figures/{name}.png"), bytes: png });
    }
    Ok(files)
}

/// Writes a report's files under a folder, which is made.
pub fn write(folder: &Path, files: &[ReportFile]) -> Result<(), AppError> {
    for file in files {
        let path = folder.join(&file.name);
        let failed = |source| AppError::File { path: path.clone(), source };
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(failed)?;
        }
        std::fs::write(&path, &file.bytes).map_err(failed)?;
    }
    Ok(())
}

/// Where the service keeps a copy of a released version in a language.
pub fn folder(service: &Service, slug: &str, period: Period, number: u32, language: Language) -> PathBuf {
    let of = service.config.report_dir().join(slug).join(period.to_string());
    let version = if number == 0 { of } else { of.join(format!("correction-{number}")) };
    version.join(language.code())
}

/// The files that were released.
pub(in crate::app) async fn list_files(
    service: &Service,
    id: AgreementId,
    period: Period,
    number: u32,
    language: Language,
) -> Result<Vec<ReportFile>, AppError> {
    let found = service
        .store
        .read("read a report's files", move |connection| {
            let name = period.to_string();
            report::list_files(connection, FilePlace { agreement: id, period: &name, number, language })
        })
        .await?;
    Ok(found.into_iter().map(|(name, bytes)| ReportFile { name, bytes }).collect())
}

/// Removes an agreement's files from the data directory.
pub(in crate::app) fn remove_copies(service: &Service, slug: &str) -> Result<(), AppError> {
    let path = service.config.report_dir().join(slug);
    if !path.exists() {
        return Ok(());
    }
    std::fs::remove_dir_all(&path).map_err(|source| AppError::File { path, source })
}
