//! The report's printed forms: the report itself, the external summary, the deck. Templates lie in `reports/`; what
//! they say comes from the same documents as the page.

use std::collections::HashMap;
use std::sync::LazyLock;

use polsslag_typeset::{TypesetError, Typesetter};
use serde::Serialize;
use strum::VariantArray;

use crate::domain::code::listed;
use crate::report::figures::{Drawn, Figures};
use crate::report::forms::Form;
use crate::report::look::{LOOK, Look};

/// The shipped typeface, which has every letter of both languages.
const FONTS: [&[u8]; 2] = [
    include_bytes!("../../../reports/fonts/OpenSans-Regular.ttf"),
    include_bytes!("../../../reports/fonts/OpenSans-Bold.ttf"),
];

static TYPESETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(&FONTS));

/// A printed form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, VariantArray)]
pub enum Printed {
    /// The report, A4.
    Report,
    /// One page for supervisors, financiers and new board members, A4.
    External,
    /// A message a page, for the projector.
    Deck,
}

listed!(Printed);

impl Printed {
    /// The form that it is offered as.
    pub fn form(self) -> Form {
        match self {
            Printed::Report => Form::Report,
            Printed::External => Form::External,
            Printed::Deck => Form::Deck,
        }
    }

    fn template(self) -> (&'static str, &'static str) {
        match self {
            Printed::Report => ("report.typ", include_str!("../../../reports/report.typ")),
            Printed::External => ("external.typ", include_str!("../../../reports/external.typ")),
            Printed::Deck => ("deck.typ", include_str!("../../../reports/deck.typ")),
        }
    }
}

#[derive(Serialize)]
struct Data<'d, D> {
    document: &'d D,
    accent: &'d str,
    logo: Option<Picture<'d>>,
    alt: &'d HashMap<String, String>,
}

#[derive(Serialize)]
struct Picture<'d> {
    file: &'static str,
    alt: &'d str,
}

/// What every form of a report is printed with: drawings in the organisation's look, and its logo. Made once for all.
pub struct Plates<'l> {
    look: &'l Look,
    files: HashMap<String, Vec<u8>>,
    alt: HashMap<String, String>,
}

impl<'l> Plates<'l> {
    /// The plates of these drawings.
    pub fn new(figures: &Figures, look: &'l Look) -> Plates<'l> {
        Plates::of(figures.all(), look)
    }

    /// Plates without drawings.
    pub fn bare(look: &'l Look) -> Plates<'l> {
        Plates::of(std::iter::empty(), look)
    }

    fn of<'d>(drawings: impl Iterator<Item = &'d Drawn>, look: &'l Look) -> Plates<'l> {
        let fixed = [("house.typ", include_str!("../../../reports/house.typ")), ("look.toml", LOOK)];
        let mut files: HashMap<String, Vec<u8>> =
            fixed.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect();
        let mut alt = HashMap::new();
        for drawn in drawings {
            alt.insert(drawn.name.clone(), drawn.alt.clone());
            let svg = TYPESETTER.printable(&look.dress(&drawn.svg));
            files.insert(format!("figures/{}.svg", drawn.name), svg.into_bytes());
        }
        if let Some(logo) = &look.logo {
            files.insert(logo.file_name().to_owned(), logo.bytes.clone());
        }
        Plates { look, files, alt }
    }
}

/// Typesets a form as PDF/UA-1. The same input gives the same bytes.
///
/// Shape: `document` is what the form's template reads; `identity` names the document for good, such as
/// `coast/2026-Q3/nl/report`. Errors: what the template or PDF/UA-1 refuses; characters that the typeface lacks are
/// replaced before it would.
pub fn pdf<D: Serialize>(
    form: Printed,
    document: &D,
    plates: &Plates<'_>,
    identity: &str,
) -> Result<Vec<u8>, TypesetError> {
    typeset(form.template(), document, plates, identity)
}

/// Typesets a script for talks, A4, as [`pdf`] does.
pub(super) fn script<D: Serialize>(
    document: &D,
    plates: &Plates<'_>,
    identity: &str,
) -> Result<Vec<u8>, TypesetError> {
    let template = ("script.typ", include_str!("../../../reports/script.typ"));
    typeset(template, document, plates, identity)
}

fn typeset<D: Serialize>(
    (name, template): (&str, &str),
    document: &D,
    plates: &Plates<'_>,
    identity: &str,
) -> Result<Vec<u8>, TypesetError> {
    let Plates { look, files, alt } = plates;
    let logo = look.logo.as_ref().map(|logo| Picture { file: logo.file_name(), alt: &logo.alt });
    let data = Data { document, accent: look.accent_hex(), logo, alt };
    let json = serde_json::to_string(&data).unwrap_or_default();
    let mut files = files.clone();
    files.insert(name.to_owned(), template.as_bytes().to_vec());
    files.insert("data.json".to_owned(), TYPESETTER.printable(&json).into_bytes());
    TYPESETTER.pdf(name, files, identity)
}
