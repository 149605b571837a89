//! The parts that pages are made of: choices, fields, error summary, timeline. The gallery shows every one of them.

use chrono::NaiveDate;
use maud::{Markup, html};

use crate::domain::agreement::{Adjustment, Agreement};
use crate::domain::article::Article;
use crate::domain::language::Language;
use crate::words::{Phrase, Word, article_kind, day, tr};

/// What is wrong with a form, at its top: every problem with a link to where it is mended. Empty: nothing.
pub fn error_summary(language: Language, problems: &[(String, String)]) -> Markup {
    html! {
        @if !problems.is_empty() {
            div class="error-summary" role="alert" aria-labelledby="error-title" tabindex="-1" {
                h2 id="error-title" { (tr(language, Word::ErrorSummaryTitle)) }
                ul { @for (target, text) in problems { li { a href=(format!("#{target}")) { (text) } } } }
            }
        }
    }
}

/// The title of a page, with what screen readers hear first when a form came back.
pub fn title_with_errors(language: Language, title: &str, is_wrong: bool) -> String {
    if is_wrong { format!("{} {title}", tr(language, Word::ErrorPrefix)) } else { title.to_owned() }
}

/// One choice of a group.
pub struct Choice<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// Field of the group.
    pub name: &'a str,
    /// What is sent.
    pub value: &'a str,
    /// What it says.
    pub label: &'a str,
    /// Whether it is chosen.
    pub is_checked: bool,
    /// Whether its group is to be mended.
    pub is_wrong: bool,
    /// Whether it lies on the bad side of its scale.
    pub is_low: bool,
}

/// A radio button in a row that is easy to hit.
pub fn radio(choice: &Choice<'_>) -> Markup {
    html! {
        label class="choice" for=(choice.id) {
            input type="radio" id=(choice.id) name=(choice.name) value=(choice.value) checked[choice.is_checked]
                class=[choice.is_low.then_some("low")]
                aria-invalid=[choice.is_wrong.then_some("true")];
            span { (choice.label) }
        }
    }
}

/// What every field has, whatever is typed or chosen in it.
pub struct Field<'a> {
    /// Unique on the page, and its field.
    pub name: &'a str,
    /// What it asks.
    pub label: &'a str,
    /// What to know before filling it in.
    pub hint: Option<&'a str>,
    /// What to mend.
    pub problem: Option<&'a str>,
}

/// A field around its control, which gets the ids that describe it and whether it is to be mended.
pub fn field(
    field: &Field<'_>,
    control: impl FnOnce(Option<String>, Option<&'static str>) -> Markup,
) -> Markup {
    let hint = field.hint.map(|text| (format!("{}-hint", field.name), text));
    let problem = field.problem.map(|text| (format!("e-{}", field.name), text));
    let ids: Vec<&str> = hint.iter().chain(&problem).map(|(id, _)| id.as_str()).collect();
    let described = (!ids.is_empty()).then(|| ids.join(" "));
    html! {
        div class={ "field" @if problem.is_some() { " wrong" } } {
            label for=(field.name) { (field.label) }
            @if let Some((id, text)) = &hint { p class="hint" id=(id) { (text) } }
            @if let Some((id, text)) = &problem { p class="error" id=(id) { (text) } }
            (control(described, problem.as_ref().map(|_| "true")))
        }
    }
}

/// A field for one line: `kind` is `text`, `email`, `date` or `time`; nothing is filled in by the browser, since it is about somebody else.
pub fn line(about: &Field<'_>, kind: &str, value: &str, most: usize) -> Markup {
    let most = matches!(kind, "text" | "email").then_some(most);
    field(about, |described, invalid| {
        html! {
            input type=(kind) id=(about.name) name=(about.name) value=(value) maxlength=[most] autocomplete="off"
                aria-describedby=[described] aria-invalid=[invalid];
        }
    })
}

/// A field for some sentences.
pub fn area(about: &Field<'_>, value: &str, most: usize) -> Markup {
    field(about, |described, invalid| {
        html! {
            textarea id=(about.name) name=(about.name) rows="4" maxlength=(most)
                aria-describedby=[described] aria-invalid=[invalid] { (value) }
        }
    })
}

/// A field with a list of options.
pub fn select(about: &Field<'_>, options: Markup) -> Markup {
    field(about, |described, invalid| {
        html! {
            select id=(about.name) name=(about.name) aria-describedby=[described] aria-invalid=[invalid] { (options) }
        }
    })
}

/// What happened when, newest first. Empty: nothing.
pub fn timeline(language: Language, entries: &[(NaiveDate, Markup)]) -> Markup {
    html! {
        @if !entries.is_empty() {
            ol class="timeline" {
                @for (on, content) in entries {
                    li { p class="when" { time datetime=(on) { (day(language, *on)) } } (content) }
                }
            }
        }
    }
}

/// Adjustments as entries of a [`timeline`]: what changed, why, whose, and when it is looked at again.
pub fn adjustments(language: Language, adjustments: &[Adjustment]) -> Markup {
    let entry = |adjustment: &Adjustment| {
        let owner = Phrase::AdjustmentOwner {
            owner: adjustment.owner.as_str().into(),
            day: day(language, adjustment.review_on).into(),
        };
        html! {
            h3 { (adjustment.title.get(language)) }
            p { (adjustment.new.get(language)) }
            p class="hint" { (adjustment.why.get(language)) }
            p class="hint" { (tr(language, owner)) }
        }
    };
    let mut entries: Vec<(NaiveDate, Markup)> = adjustments.iter().map(|a| (a.on, entry(a))).collect();
    entries.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
    timeline(language, &entries)
}

/// An article as people know it: what it is about, and how it begins.
pub fn article_name(language: Language, article: &Article) -> String {
    /// Letters of the beginning at most. Source: fits a phone's line twice.
    const MOST: usize = 60;
    let text = article.text.get(language);
    let mut begin = String::new();
    for word in text.split_whitespace() {
        if begin.chars().count() + word.chars().count() > MOST {
            begin.push('…');
            break;
        }
        if !begin.is_empty() {
            begin.push(' ');
        }
        begin.push_str(word);
    }
    format!("{}: {}", article_kind(language, article.kind), begin.trim_end_matches('.'))
}

/// Whom to ask, with the address. Nothing when the agreement has nobody.
pub fn contact(language: Language, agreement: &Agreement) -> Markup {
    html! {
        @if let Some(human) = agreement.find_reply_to() {
            p {
                (tr(language, Phrase::ThanksContact { name: human.name.clone().into() })) " "
                a href=(format!("mailto:{}", human.mail)) { (human.mail) }
            }
        }
    }
}
