//! The two languages and text that exists in them. Dutch first: a missing English text falls back to Dutch.

use serde::{Deserialize, Serialize};

/// A language that every screen and mail speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Dutch, the default.
    #[default]
    Nl,
    /// English.
    En,
}

impl Language {
    /// Every language, Dutch first.
    pub const ALL: [Language; 2] = [Language::Nl, Language::En];

    /// The two-letter code (ISO 639-1), as in `lang` attributes and file keys.
    pub fn code(self) -> &'static str {
        match self {
            Language::Nl => "nl",
            Language::En => "en",
        }
    }

    /// The language of a code, or `None` for any other text.
    pub fn find(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The other language, for the switch on a page.
    pub fn other(self) -> Language {
        match self {
            Language::Nl => Language::En,
            Language::En => Language::Nl,
        }
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
            Language::Nl => &self.nl,
            Language::En => self.en.as_deref().unwrap_or(&self.nl),
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
