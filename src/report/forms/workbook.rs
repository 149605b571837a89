//! The report as a workbook: a sheet per table, numbers as numbers, and a codebook. No formulas: every text is written as
//! text.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError,
};

use crate::report::document::{Document, Table, Value};
use crate::report::look::Look;
use crate::words::{Word, tr};

/// Longest name of a sheet, by the file format.
const MAX_NAME: usize = 31;

struct Formats {
    head: Format,
    number_head: Format,
    text: Format,
    count: Format,
    tenths: Format,
    hidden: Format,
    title: Format,
}

impl Formats {
    fn new(look: &Look) -> Formats {
        let accent =
            u32::from_str_radix(look.accent_hex().trim_start_matches('#'), 16).unwrap_or(0x0000_5AA0);
        let head = Format::new()
            .set_bold()
            .set_font_color(Color::White)
            .set_background_color(Color::RGB(accent))
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter);
        let cell = Format::new().set_border_bottom(FormatBorder::Hair).set_align(FormatAlign::Top);
        Formats {
            number_head: head.clone().set_align(FormatAlign::Right),
            head,
            text: cell.clone().set_text_wrap(),
            count: cell.clone().set_num_format("0"),
            tenths: cell.clone().set_num_format("0.0"),
            hidden: cell.set_italic().set_font_color(Color::Gray),
            title: Format::new().set_bold().set_font_size(14),
        }
    }
}

/// The workbook's bytes: the same for the same document.
///
/// Errors: none in practice; names and sizes lie within what the file format takes.
pub fn workbook(document: &Document, look: &Look) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let day: NaiveDate = document.as_of.parse().unwrap_or_default();
    let made =
        ExcelDateTime::from_ymd(day.year().clamp(1900, 9999) as u16, day.month() as u8, day.day() as u8)?;
    let properties = DocProperties::new()
        .set_title(format!("{} – {}", document.heading, document.title))
        .set_author("Polsslag")
        .set_comment(&document.data_hash)
        .set_creation_datetime(&made);
    book.set_properties(&properties);
    let formats = Formats::new(look);
    codebook(&mut book, document, &formats)?;
    let mut names = HashSet::new();
    for table in document.tables() {
        // The same table may stand on page one and further on.
        if names.insert(table.id.as_str()) {
            sheet(&mut book, table, &formats)?;
        }
    }
    book.save_to_buffer()
}

/// What the workbook is, what each sheet holds, and what empty and hidden cells mean.
fn codebook(book: &mut Workbook, document: &Document, formats: &Formats) -> Result<(), XlsxError> {
    let language = document.language;
    let t = |word: Word| tr(language, word);
    let sheet = book.add_worksheet();
    sheet.set_name("codebook")?.set_column_width(0, 28)?.set_column_width(1, 90)?;
    sheet.write_string_with_format(
        0,
        0,
        format!("{} – {}", document.heading, document.title),
        &formats.title,
    )?;
    let mut row = 2;
    let mut put = |word: &str, meaning: &str| -> Result<(), XlsxError> {
        sheet.write_string_with_format(row, 0, word, &formats.text)?;
        sheet.write_string_with_format(row, 1, meaning, &formats.text)?;
        row += 1;
        Ok(())
    };
    put(&t(Word::CodebookEdition), &document.edition)?;
    for line in &document.corrections {
        put(&t(Word::CodebookCorrection), line)?;
    }
    put(&t(Word::Program), &document.program)?;
    put(&t(Word::DataHash), &document.data_hash)?;
    put(&t(Word::Mean), &t(Word::MethodInShort))?;
    put(&t(Word::TooFew), &t(Word::CodebookTooFew))?;
    put("≤ ≥", &t(Word::CodebookBounds))?;
    put("–", &t(Word::CodebookDash))?;
    let mut seen = HashSet::new();
    for table in document.tables().filter(|table| seen.insert(table.id.as_str())) {
        let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        put(&sheet_name(table), &format!("{}: {}", table.caption, columns.join(", ")))?;
    }
    Ok(())
}

fn sheet_name(table: &Table) -> String {
    table.id.chars().take(MAX_NAME).collect()
}

fn sheet(book: &mut Workbook, table: &Table, formats: &Formats) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name(table))?.set_freeze_panes(1, 1)?;
    for (at, column) in (0u16..).zip(&table.columns) {
        let format = if column.is_number { &formats.number_head } else { &formats.head };
        sheet.write_string_with_format(0, at, &column.name, format)?;
        let longest = table
            .rows
            .iter()
            .filter_map(|row| row.get(usize::from(at)))
            .map(|cell| cell.text.chars().count());
        let width = longest.max().unwrap_or(0).max(column.name.chars().count()).clamp(9, 60);
        sheet.set_column_width(at, width as f64 + 2.0)?;
    }
    for (line, row) in (1u32..).zip(&table.rows) {
        let mut at = 0u16;
        for cell in row {
            match cell.value {
                Some(Value::Count(n)) => {
                    sheet.write_number_with_format(line, at, n as f64, &formats.count)?
                }
                Some(Value::Tenths(n)) => sheet.write_number_with_format(line, at, n, &formats.tenths)?,
                None if cell.is_hidden => {
                    sheet.write_string_with_format(line, at, &cell.text, &formats.hidden)?
                }
                None => sheet.write_string_with_format(line, at, &cell.text, &formats.text)?,
            };
            at += u16::try_from(cell.span).unwrap_or(1);
        }
    }
    let last =
        (u32::try_from(table.rows.len()).unwrap_or(u32::MAX), table.columns.len().saturating_sub(1) as u16);
    sheet.autofilter(0, 0, last.0, last.1)?;
    Ok(())
}
