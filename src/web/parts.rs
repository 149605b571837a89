//! The parts that pages are made of: choices, fields, error summary, timeline. The gallery shows every one of them.

use chrono::NaiveDate;
use maud::{Markup, html};

use crate::domain::agreement::{Adjustment, Agreement};
use crate::domain::language::Language;
use crate::words::{day, tr};

/// What is wrong with a form, at its top: every problem with a link to where it is mended. Empty: nothing.
pub fn error_summary(language: Language, problems: &[(String, String)]) -> Markup {
    html! {
        @if !problems.is_empty() {
            div class="error-summary" role="alert" aria-labelledby="error-title" tabindex="-1" {
                h2 id="error-title" { (tr(language, "error-summary-title", &[])) }
                ul { @for (target, text) in problems { li { a href=(format!("#{target}")) { (text) } } } }
            }
        }
    }
}

/// The title of a page, with what screen readers hear first when a form came back.
pub fn title_with_errors(language: Language, title: &str, is_wrong: bool) -> String {
    if is_wrong { format!("{} {title}", tr(language, "error-prefix", &[])) } else { title.to_owned() }
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
}

/// A radio button in a row that is easy to hit.
pub fn radio(choice: &Choice<'_>) -> Markup {
    html! {
        label class="choice" for=(choice.id) {
            input type="radio" id=(choice.id) name=(choice.name) value=(choice.value) checked[choice.is_checked]
                aria-invalid=[choice.is_wrong.then_some("true")];
            span { (choice.label) }
        }
    }
}

/// One line of text.
pub struct Line<'a> {
    /// Unique on the page, and its field.
    pub name: &'a str,
    /// What it asks.
    pub label: &'a str,
    /// `text` or `email`.
    pub kind: &'a str,
    /// What the browser may fill in; nothing, for somebody else's name.
    pub value: &'a str,
    /// Most characters.
    pub most: usize,
    /// What to mend.
    pub problem: Option<&'a str>,
}

/// A field for one line.
pub fn line(line: &Line<'_>) -> Markup {
    let error_id = format!("e-{}", line.name);
    html! {
        div class={ "field" @if line.problem.is_some() { " wrong" } } {
            label for=(line.name) { (line.label) }
            @if let Some(problem) = line.problem { p class="error" id=(error_id) { (problem) } }
            input type=(line.kind) id=(line.name) name=(line.name) value=(line.value) maxlength=(line.most) autocomplete="off"
                aria-describedby=[line.problem.map(|_| &error_id)] aria-invalid=[line.problem.map(|_| "true")];
        }
    }
}

/// A field for some sentences.
pub struct Area<'a> {
    /// Unique on the page, and its field.
    pub name: &'a str,
    /// What it asks.
    pub label: &'a str,
    /// What to know before writing.
    pub hint: &'a str,
    /// What was written before.
    pub value: &'a str,
    /// Most characters.
    pub most: usize,
    /// What to mend.
    pub problem: Option<&'a str>,
}

/// A field for some sentences.
pub fn area(area: &Area<'_>) -> Markup {
    let (hint_id, error_id) = (format!("{}-hint", area.name), format!("e-{}", area.name));
    let described = if area.problem.is_some() { format!("{hint_id} {error_id}") } else { hint_id.clone() };
    html! {
        div class={ "field" @if area.problem.is_some() { " wrong" } } {
            label for=(area.name) { (area.label) }
            p class="hint" id=(hint_id) { (area.hint) }
            @if let Some(problem) = area.problem { p class="error" id=(error_id) { (problem) } }
            textarea id=(area.name) name=(area.name) rows="4" maxlength=(area.most)
                aria-describedby=(described) aria-invalid=[area.problem.map(|_| "true")] { (area.value) }
        }
    }
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
        let arguments =
            [("owner", adjustment.owner.clone().into()), ("day", day(language, adjustment.review_on).into())];
        html! {
            h3 { (adjustment.title.get(language)) }
            p { (adjustment.new.get(language)) }
            p class="hint" { (adjustment.why.get(language)) }
            p class="hint" { (tr(language, "adjustment-owner", &arguments)) }
        }
    };
    let mut entries: Vec<(NaiveDate, Markup)> = adjustments.iter().map(|a| (a.on, entry(a))).collect();
    entries.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
    timeline(language, &entries)
}

/// Whom to ask, with the address. Nothing when the agreement has nobody.
pub fn contact(language: Language, agreement: &Agreement) -> Markup {
    html! {
        @if let Some(human) = agreement.find_reply_to() {
            p {
                (tr(language, "thanks-contact", &[("name", human.name.clone().into())])) " "
                a href=(format!("mailto:{}", human.mail)) { (human.mail) }
            }
        }
    }
}
