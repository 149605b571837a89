//! `[[look]]`: an organisation's accent colour and logo, for one agreement or for all.

use std::path::Path;

use crate::catalogue::reader::Table;
use crate::report::look::{Accent, Logo, Look};

/// Largest logo. Source: product decision; it travels in every report and mail.
const MAX_LOGO_BYTES: usize = 200 * 1024;

/// A look and whose it is.
#[derive(Debug, Clone)]
pub struct LookConfig {
    /// Short name of the agreement; `None` for all that have none of their own.
    pub agreement: Option<String>,
    /// The look.
    pub look: Look,
}

/// Reads one. A relative path of a logo is taken from the configuration's own folder.
pub(super) fn read_look(table: Table<'_, '_>, file: &Path) -> Option<LookConfig> {
    let source = table.source();
    let agreement = table.find_string("agreement", "the id of an agreement");
    let accent = table.find_string("accent", "a colour such as \"#005AA0\"");
    let logo = table.find_string("logo", "the path of an SVG or PNG file");
    let alt = table.find_string("logo_alt", "what a screen reader says instead: the organisation's name");
    let at = table.at();
    table.finish();
    let accent = match accent {
        None => Some(None),
        Some(text) => match Accent::parse(&text.value) {
            Ok(accent) => Some(Some(accent)),
            Err(problem) => {
                source.error(text.at, problem);
                None
            }
        },
    };
    let logo = match (logo, alt) {
        (None, None) => Some(None),
        (Some(path), Some(alt)) => {
            let full =
                file.parent().map_or_else(|| path.value.clone().into(), |folder| folder.join(&path.value));
            match read_logo(&full) {
                Ok((bytes, is_png)) => Some(Some(Logo { bytes, is_png, alt: alt.value })),
                Err(problem) => {
                    source.error(path.at, format!("{}: {problem}", full.display()));
                    None
                }
            }
        }
        (Some(_), None) => {
            source.error(at, "a logo without words: add logo_alt = \"…\", the organisation's name");
            None
        }
        (None, Some(alt)) => {
            source.error(alt.at, "logo_alt without a logo: add logo = \"….svg\"");
            None
        }
    };
    Some(LookConfig {
        agreement: agreement.map(|text| text.value),
        look: Look { accent: accent?, logo: logo? },
    })
}

/// A logo's bytes, and whether it is a PNG.
fn read_logo(path: &Path) -> Result<(Vec<u8>, bool), String> {
    let bytes = std::fs::read(path).map_err(|error| format!("the logo cannot be read: {error}"))?;
    if bytes.len() > MAX_LOGO_BYTES {
        return Err(format!(
            "the logo has {} kB: at most {} are taken",
            bytes.len() / 1024,
            MAX_LOGO_BYTES / 1024
        ));
    }
    if resvg::tiny_skia::Pixmap::decode_png(&bytes).is_ok() {
        return Ok((bytes, true));
    }
    match resvg::usvg::Tree::from_data(&bytes, &resvg::usvg::Options::default()) {
        Ok(_) => Ok((bytes, false)),
        Err(error) => Err(format!("expected an SVG or PNG file: {error}")),
    }
}
