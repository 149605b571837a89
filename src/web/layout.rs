//! The shell of every page: head, skip link, language switch, privacy link.

use maud::{DOCTYPE, Markup, Render, html};

use super::Site;
use crate::domain::language::Language;
use crate::words::{Word, tr};

/// The product's name, the same in every language.
const NAME: &str = "Polsslag";

/// What a page tells its shell.
pub struct Page<'a> {
    /// Language of the page.
    pub language: Language,
    /// First part of the title.
    pub title: &'a str,
    /// Address of this page without its language, which the switch adds.
    pub switch: Option<String>,
    /// Address of the agreement's privacy page; without an agreement the general one.
    pub privacy: Option<String>,
}

/// A whole page around its content.
pub fn page(site: &Site, shell: &Page<'_>, content: Markup) -> Markup {
    page_with(site, shell, None, content)
}

/// The same with a navigation, which makes it wider.
pub fn page_with(site: &Site, page: &Page<'_>, navigation: Option<Markup>, content: Markup) -> Markup {
    let language = page.language;
    html! {
        (DOCTYPE)
        html lang=(language) {
            (head(&html! { (page.title) @if page.title != NAME { " – " (NAME) } }, &site.style_href))
            body class=[navigation.is_some().then_some("report")] {
                a class="skip-link" href="#main" { (tr(language, Word::SkipToContent)) }
                header class="page-header" {
                    p class="brand" { (NAME) }
                    @if let Some(address) = &page.switch {
                        nav class="languages" aria-label=(tr(language, Word::Language)) {
                            @for other in language.others() {
                                a href=(in_language(address, other)) lang=(other) hreflang=(other) {
                                    (tr(other, Word::ThisLanguage))
                                }
                            }
                        }
                    }
                }
                @if let Some(navigation) = navigation { (navigation) }
                main id="main" { (content) }
                footer class="page-footer" {
                    ul class="inline" {
                        li {
                            a href=(page.privacy.clone().unwrap_or_else(|| in_language("/privacy", language))) {
                                (tr(language, Word::AnswerPrivacyLink))
                            }
                        }
                        li { a href=(in_language("/toegankelijkheid", language)) { (tr(language, Word::AccessibilityLink)) } }
                    }
                }
            }
        }
    }
}

/// What stands before the body of every page that the service gives.
pub fn head(title: &impl Render, style: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (title) }
            link rel="icon" href="/icon.svg" type="image/svg+xml";
            link rel="stylesheet" href=(style);
        }
    }
}

/// An address with a language.
pub fn in_language(address: &str, language: Language) -> String {
    let joint = if address.contains('?') { '&' } else { '?' };
    format!("{address}{joint}lang={language}")
}
