//! A template and its data become a tagged PDF (PDF/UA-1) with embedded fonts, by Typst as a library.
//!
//! The only place that knows Typst. It reads no files and no clock: templates, data, pictures and fonts come in as
//! bytes, so that the same input gives the same output on every machine. It lives in a crate of its own because it
//! takes longer to compile than everything else together.

use std::collections::HashMap;
use std::sync::LazyLock;

use typst::comemo;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// A document could not be typeset: what the template, the data or the accessibility rules refused, and where.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct TypesetError(String);

/// Typefaces and the language's own library, made once.
pub struct Typesetter {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

/// With what makes a row's first cell its head, for screen readers.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let features: Features = std::iter::once(Feature::A11yExtras).collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

/// What stands for a character that no typeface has: PDF/UA-1 refuses a hole.
const UNKNOWN: char = '?';

impl Typesetter {
    /// Takes typefaces. Empty: every text would be refused.
    pub fn new(fonts: &[&'static [u8]]) -> Typesetter {
        let fonts: Vec<Font> = fonts.iter().flat_map(|font| Font::iter(Bytes::new(*font))).collect();
        Typesetter { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    }

    /// The text with every character replaced that some typeface lacks; white space and what joins letters stay.
    pub fn printable(&self, text: &str) -> String {
        let covered = |c: char| {
            c.is_whitespace() || self.fonts.iter().all(|font| font.info().coverage.contains(c.into()))
        };
        text.chars().map(|c| if covered(c) { c } else { UNKNOWN }).collect()
    }

    /// Typesets the template called `main` among `files`, which are found by their names: other templates, data,
    /// pictures.
    ///
    /// Shape: `identity` names the document stably; the PDF's own number derives from it. Errors: what the template or
    /// PDF/UA-1 refuses.
    pub fn pdf(
        &self,
        main: &str,
        files: HashMap<String, Vec<u8>>,
        identity: &str,
    ) -> Result<Vec<u8>, TypesetError> {
        let desk = Desk {
            typesetter: self,
            main: file_id(main)?,
            files: files.into_iter().map(|(name, bytes)| (name, Bytes::new(bytes))).collect(),
        };
        let made = desk.typeset(identity);
        // What was remembered for this document would otherwise stay for good.
        comemo::evict(0);
        made
    }
}

fn file_id(name: &str) -> Result<FileId, TypesetError> {
    let path = VirtualPath::new(name).map_err(|error| TypesetError(format!("{name}: {error:?}")))?;
    Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

struct Desk<'t> {
    typesetter: &'t Typesetter,
    main: FileId,
    files: HashMap<String, Bytes>,
}

impl Desk<'_> {
    fn typeset(&self, identity: &str) -> Result<Vec<u8>, TypesetError> {
        let say = |found: &[SourceDiagnostic]| TypesetError(self.explain(found));
        let document = typst::compile::<PagedDocument>(self).output.map_err(|found| say(found.as_slice()))?;
        let standards = PdfStandards::new(&[PdfStandard::Ua_1])
            .map_err(|error| TypesetError(format!("PDF/UA-1: {}", error.message())))?;
        let options = PdfOptions {
            ident: Smart::Custom(identity.to_owned()),
            creator: Smart::Custom(Some("Polsslag".to_owned())),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(|found| say(found.as_slice()))
    }

    /// Every complaint with its file and line.
    fn explain(&self, found: &[SourceDiagnostic]) -> String {
        let line = |one: &SourceDiagnostic| {
            let id = one.span.id();
            let file = id.map_or_else(String::new, |id| id.vpath().get_without_slash().to_owned());
            let line = id.and_then(|id| {
                let start = self.range(one.span)?.start;
                let text = self.source(id).ok()?;
                Some(text.text()[..start].matches('\n').count() + 1)
            });
            let place = line.map_or(file.clone(), |line| format!("{file}:{line}"));
            let hints: Vec<String> = one.hints.iter().map(|hint| format!(" ({})", hint.v)).collect();
            format!("{place}: {}{}", one.message, hints.concat())
        };
        found.iter().map(line).collect::<Vec<_>>().join("; ")
    }

    fn find(&self, id: FileId) -> FileResult<&Bytes> {
        let name = id.vpath().get_without_slash();
        self.files.get(name).ok_or_else(|| FileError::NotFound(name.into()))
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.typesetter.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let bytes = self.find(id)?;
        let text = std::str::from_utf8(bytes).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text.to_owned()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.find(id).cloned()
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.typesetter.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONT: &[u8] = include_bytes!("../../fonts/OpenSans-Regular.ttf");

    fn typeset(template: &str) -> Result<Vec<u8>, TypesetError> {
        let start = "#set document(title: \"Proef\")\n#set text(font: \"Open Sans\", lang: \"nl\")\n";
        let files = HashMap::from([("main.typ".to_owned(), format!("{start}{template}").into_bytes())]);
        Typesetter::new(&[FONT]).pdf("main.typ", files, "proef")
    }

    #[test]
    fn the_same_input_gives_the_same_bytes() {
        let made = typeset("= Kop\nTekst.").expect("a document");
        assert!(made.starts_with(b"%PDF-") && made == typeset("= Kop\nTekst.").expect("the same"));
    }

    #[test]
    fn what_a_screen_reader_could_not_read_is_refused_with_its_place() {
        for (template, expected) in [
            ("#square(width: 1cm)\n= Kop\n=== Te diep", "heading"),
            ("= Kop\n\u{1f389}", "could not be displayed"),
            ("= Kop\n#wat", "main.typ:4: unknown variable"),
        ] {
            let refused = typeset(template).expect_err(template).to_string();
            assert!(refused.contains(expected), "{refused}");
        }
    }

    #[test]
    fn letters_that_no_typeface_has_are_replaced_and_all_others_stay() {
        let printable = |text: &str| Typesetter::new(&[FONT]).printable(text);
        assert_eq!(printable("Zoë, één ≤ 3,0 – €\n"), "Zoë, één ≤ 3,0 – €\n");
        assert_eq!(printable("feest \u{1f389} 漢"), "feest ? ?");
    }
}
