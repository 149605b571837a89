//! What a respondent sees. Plain radio groups, one below the other; works without scripts and with a keyboard.

use std::collections::HashMap;

use chrono::NaiveDate;
use maud::{Markup, html};

use crate::app::answers::collect_answers::{FormMark, RoundForm};
use crate::app::local_day;
use crate::delivery::compose::minutes_to_answer;
use crate::domain::agreement::Agreement;
use crate::domain::answer::{Answer, CANNOT_JUDGE, FORM_FIELD, MAX_COMMENT_CHARACTERS, example_field};
use crate::domain::key::Token;
use crate::domain::language::Language;
use crate::domain::round::Outcome;
use crate::domain::survey::{Block, Statement};
use crate::store::invitation::Invited;
use crate::web::Site;
use crate::web::layout::{Page, page};
use crate::web::parts::{self, Choice, Field};
use crate::words::{Phrase, Word, day, think_of, tr, weekday, who_sees_what};

/// Who visits, and what surrounds the page.
pub struct Respondent<'a> {
    /// The personal link.
    pub token: &'a Token,
    /// The person's own link, for choices and requests.
    pub person: Token,
    /// Language of the page.
    pub language: Language,
    /// The invitation.
    pub invited: &'a Invited,
    /// The agreement.
    pub agreement: &'a Agreement,
    /// What came of the round before (or, on the results page, of this one).
    pub previous: Option<&'a Outcome>,
}

impl Respondent<'_> {
    fn address(&self, rest: &str) -> String {
        format!("/a/{}{rest}", self.token.reveal())
    }

    /// Address of the person's own page, which outlives the round.
    fn own(&self, rest: &str) -> String {
        format!("/u/{}{rest}?lang={}", self.person.reveal(), self.language)
    }

    fn privacy(&self) -> String {
        format!("/privacy/{}?lang={}", self.agreement.id, self.language)
    }

    fn shell<'t>(&self, title: &'t str, switch: String) -> Page<'t> {
        Page { language: self.language, title, switch: Some(switch), privacy: Some(self.privacy()) }
    }

    fn title(&self) -> &str {
        self.agreement.title.get(self.language)
    }
}

/// One thing to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Complaint {
    /// Nothing was filled in.
    Empty,
    /// An open answer is too long.
    RemarkTooLong {
        /// Its field.
        field: String,
        /// Its characters.
        length: usize,
    },
}

/// A page of the form.
pub struct FormView<'a> {
    /// What the round asks.
    pub form: &'a RoundForm,
    /// Which page, from 0.
    pub page: usize,
    /// The hidden field.
    pub mark: FormMark,
    /// Chosen values by statement, and open answers by their field.
    pub values: &'a HashMap<String, String>,
    /// What to mend.
    pub problems: &'a [Complaint],
    /// An earlier page was saved.
    pub is_started: bool,
}

/// The form value of an answer.
pub fn field_value(answer: Answer) -> String {
    match answer {
        Answer::Value(value) => value.to_string(),
        Answer::CannotJudge => CANNOT_JUDGE.to_owned(),
    }
}

/// A page with statements.
pub fn form(site: &Site, visit: &Respondent<'_>, view: &FormView<'_>) -> Markup {
    let language = visit.language;
    let t = |word: Word| tr(language, word);
    let statements = view.form.page(view.page);
    let is_whole = view.page == view.form.whole_page();
    let n_pages = view.form.n_pages();
    let survey = &view.form.survey;
    let page_of = (!is_whole && n_pages > 1)
        .then(|| tr(language, Phrase::PageOf { page: (view.page + 1).into(), pages: n_pages.into() }));
    let heading = survey.title.get(language);
    let mut title = match &page_of {
        Some(page_of) => format!("{page_of} – {heading}"),
        None => heading.to_owned(),
    };
    title = parts::title_with_errors(language, &title, !view.problems.is_empty());
    let is_first = view.page == 0;
    let query = if language == visit.invited.language { String::new() } else { format!("?lang={language}") };
    let content = html! {
        (error_summary(visit, view, &statements))
        h1 {
            span class="eyebrow" { (visit.title()) } " " (heading)
            @if let Some(page_of) = &page_of { " " span class="page-of" { (page_of) } }
        }
        @if view.is_started && !is_whole {
            form method="post" action=(visit.address(&format!("/change{query}"))) class="notice" {
                p { (t(Word::AnswerStarted)) }
                button type="submit" class="quiet" { (t(Word::AnswerChangeFirst)) }
            }
        }
        @if is_first || is_whole {
            @if is_first { (previous_outcome(visit)) }
            p class="intro" {
                (intro(visit, view.form)) " "
                a href=(visit.privacy()) { (t(Word::AnswerPrivacyLink)) }
            }
        }
        p class="think-of" { (think_of(language, &survey.intro, view.form.days_between)) }
        form method="post" action=(visit.address(&query)) novalidate {
            input type="hidden" name=(FORM_FIELD) value=(view.mark);
            @for statement in &statements {
                (statement_field(visit, view, statement))
            }
            @for name in view.form.questions(view.page) {
                @if let Some(question) = survey.find_question(name) {
                    (remark_field(visit, view, name, question.get(language)))
                }
            }
            button type="submit" {
                @if is_whole || view.page + 1 == n_pages { (t(Word::AnswerSend)) } @else { (t(Word::AnswerNext)) }
            }
        }
        p class="other-choices" { a href=(visit.own("")) { (t(Word::AnswerOtherChoices)) } }
    };
    let switch =
        if is_whole { visit.address("") } else { visit.address(&format!("?page={}", view.page + 1)) };
    page(site, &visit.shell(&title, switch), content)
}

/// Who asks, how long it takes, until when, who sees what: at most forty words (experience rule A10).
fn intro(visit: &Respondent<'_>, form: &RoundForm) -> String {
    let language = visit.language;
    let closes_on = local_day(visit.invited.closes_at, &visit.invited.time_zone);
    let asks = tr(
        language,
        Phrase::AnswerIntro {
            agreement: visit.title().to_owned().into(),
            minutes: minutes_to_answer(form.n_statements()).into(),
            day: weekday(language, closes_on).into(),
        },
    );
    format!("{asks} {}", who_sees_what(language, visit.invited.confidentiality))
}

fn previous_outcome(visit: &Respondent<'_>) -> Markup {
    let language = visit.language;
    let Some(outcome) = visit.previous else { return html! {} };
    html! {
        section class="outcome" aria-labelledby="previous" {
            h2 id="previous" { (tr(language, Word::AnswerPreviousOutcome)) }
            p { strong { (tr(language, Word::YouSaid)) } " " (outcome.said.get(language)) }
            p { strong { (tr(language, Word::WeDid)) } " " (outcome.did.get(language)) }
        }
    }
}

fn error_summary(visit: &Respondent<'_>, view: &FormView<'_>, statements: &[&Statement]) -> Markup {
    let language = visit.language;
    let problems: Vec<(String, String)> = view
        .problems
        .iter()
        .map(|problem| match problem {
            Complaint::Empty => {
                (field_id(statements.first().map_or("", |s| &s.id), 0), tr(language, Word::ErrorEmpty))
            }
            Complaint::RemarkTooLong { field, length } => {
                (field.clone(), tr(language, Phrase::ErrorCommentTooLong { length: (*length).into() }))
            }
        })
        .collect();
    parts::error_summary(language, &problems)
}

fn field_id(statement: &str, index: usize) -> String {
    format!("s-{statement}-{index}")
}

fn statement_field(visit: &Respondent<'_>, view: &FormView<'_>, statement: &Statement) -> Markup {
    let language = visit.language;
    let scale = view.form.survey.scale_of(statement);
    let chosen = view.values.get(&statement.id).map(String::as_str);
    let is_wrong = view.problems.contains(&Complaint::Empty);
    let error_id = format!("e-{}", statement.id);
    let choice = |index: usize, value: &str, label: &str, is_low: bool| {
        parts::radio(&Choice {
            is_low,
            id: &field_id(&statement.id, index),
            name: &statement.id,
            value,
            label,
            is_checked: chosen == Some(value),
            is_wrong,
        })
    };
    html! {
        fieldset class={ "statement" @if is_wrong { " wrong" } } aria-describedby=[is_wrong.then_some(&error_id)] {
            legend { (statement.text.get(language)) }
            @if is_wrong { p class="error" id=(error_id) { (tr(language, Word::ErrorEmptyStatement)) } }
            @for (index, value) in scale.values().enumerate() {
                (choice(index, &value.to_string(), &scale.label(value, language), view.form.survey.is_low(statement, value)))
            }
            p class="or" aria-hidden="true" { (tr(language, Word::AnswerOr)) }
            (choice(scale.n_points(), CANNOT_JUDGE, scale.cannot_judge.get(language), false))
            @if let Some(question) = view.form.survey.example.as_ref().filter(|_| statement.block != Block::Importance) {
                div class="example" { (remark_field(visit, view, &example_field(&statement.id), question.get(language))) }
            }
        }
    }
}

fn remark_field(visit: &Respondent<'_>, view: &FormView<'_>, name: &str, question: &str) -> Markup {
    let too_long = view.problems.iter().find_map(|problem| match problem {
        Complaint::RemarkTooLong { field, length } if field == name => {
            Some(tr(visit.language, Phrase::ErrorCommentTooLong { length: (*length).into() }))
        }
        Complaint::RemarkTooLong { .. } | Complaint::Empty => None,
    });
    let about = Field {
        name,
        label: question,
        hint: Some(&tr(visit.language, Word::AnswerCommentHint)),
        problem: too_long.as_deref(),
    };
    parts::area(&about, view.values.get(name).map_or("", String::as_str), MAX_COMMENT_CHARACTERS)
}

/// Everything was answered: a button, never the answers themselves.
pub fn answered(site: &Site, visit: &Respondent<'_>, closes_on: NaiveDate) -> Markup {
    let language = visit.language;
    let t = |word: Word| tr(language, word);
    let title = t(Word::AnsweredTitle);
    let content = html! {
        h1 { span class="eyebrow" { (visit.title()) } " " (title) }
        @if let Some(answered_on) = visit.invited.answered_on {
            p { (tr(language, Phrase::AnsweredOn { day: day(language, answered_on).into() })) }
        }
        p { (tr(language, Phrase::AnsweredCanChange { day: weekday(language, closes_on).into() })) }
        (change_button(visit))
        (previous_outcome(visit))
        p { a href=(visit.own("/request")) { (t(Word::RequestLink)) } }
        (parts::contact(language, visit.agreement))
    };
    let switch = visit.address("");
    page(site, &visit.shell(&title, switch), content)
}

fn change_button(visit: &Respondent<'_>) -> Markup {
    let query = if visit.language == visit.invited.language {
        String::new()
    } else {
        format!("?lang={}", visit.language)
    };
    html! {
        form method="post" action=(visit.address(&format!("/change{query}"))) {
            button type="submit" class="quiet" { (tr(visit.language, Word::AnsweredChange)) }
        }
    }
}

/// After the last page: saved, what happens next, how to change it, whom to ask.
pub fn thanks(site: &Site, visit: &Respondent<'_>, closes_on: NaiveDate) -> Markup {
    let language = visit.language;
    let t = |word: Word| tr(language, word);
    let title = t(Word::ThanksTitle);
    let content = html! {
        div class="success" {
            h1 { (title) }
            p { (t(Word::ThanksSaved)) }
        }
        h2 { (t(Word::ThanksNext)) }
        p { (tr(language, Phrase::ThanksClosing { day: weekday(language, closes_on).into() })) }
        p { (tr(language, Phrase::AnsweredCanChange { day: weekday(language, closes_on).into() })) }
        (change_button(visit))
        (previous_outcome(visit))
        h2 { (t(Word::ThanksMore)) }
        p { a href=(visit.own("/request")) { (t(Word::RequestLink)) } }
        (parts::contact(language, visit.agreement))
    };
    let switch = visit.address("/thanks");
    page(site, &visit.shell(&title, switch), content)
}
