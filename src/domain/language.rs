//! The languages, and text that exists in them. Dutch first: a missing translation falls back to Dutch.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::code::coded;

// Calls a macro with every language and its two-letter code (ISO 639-1), Dutch first: the folders of `src/words`.
include!(concat!(env!("OUT_DIR"), "/languages.rs"));

macro_rules! define {
    ($($variant:ident $code:literal,)+) => {
        /// A language that every screen and mail speaks.
        ///
        /// Dutch first; codes have two letters (ISO 639-1), as in `lang` attributes and file keys.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[derive(EnumString, IntoStaticStr, VariantArray)]
        #[serde(rename_all = "lowercase")]
        pub enum Language {
            $(#[doc = concat!("ISO 639-1 `", $code, "`.")] #[strum(serialize = $code)] $variant,)+
        }
    };
}
for_languages!(define);
coded!(Language);

impl Default for Language {
    fn default() -> Language {
        Language::ALL[0]
    }
}

impl Language {
    /// The other languages, for the switch on a page.
    pub fn others(self) -> impl Iterator<Item = Language> {
        Language::ALL.into_iter().filter(move |language| *language != self)
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// A text in Dutch and, where somebody translated it, in English.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The Dutch text; never missing.
    pub nl: String,
    /// The English text; surveys require it, agreements do not.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub en: Option<String>,
}

impl Text {
    /// A text in both languages.
    pub fn new(nl: impl Into<String>, en: impl Into<String>) -> Text {
        Text { nl: nl.into(), en: Some(en.into()) }
    }

    /// The text in a language; Dutch where the translation is missing.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En => self.en.as_deref().unwrap_or(&self.nl),
            _ => &self.nl,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_translation_falls_back_to_dutch() {
        let text = Text { nl: "Doel".into(), en: None };
        assert_eq!(text.get(Language::En), "Doel");
        assert_eq!(Language::find("en"), Some(Language::En));
        assert_eq!(Language::find("fr"), None);
    }
}
