//! The learning agenda and the lessons register. What travels holds no names: people's are refused when it is written,
//! partners' are veiled when it leaves.

use http::StatusCode;
use maud::{Markup, html};

use crate::app::agreement::learn;
use crate::domain::access::Action;
use crate::domain::agreement::Passage;
use crate::domain::ids::LearningId;
use crate::store::learning::Learning;
use crate::web::desk::shell::{button, download, form, heading, page_with};
use crate::web::desk::visit::Visit;
use crate::web::parts::{self, Choice, Field};
use crate::web::problem::Problem;
use crate::web::{Answer, Site, see_other};
use crate::words::{Phrase, Word, article_kind, day, tr};

/// Longest line of either.
const MAX_TEXT: usize = 1000;

/// `GET …/learning`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    show_with(visit, site, None, "").await
}

async fn show_with(visit: &Visit, site: &Site, problem: Option<String>, typed: &str) -> Answer {
    let place = visit.place()?;
    let (agreement, all) = learn::list(&site.service, place.id).await?;
    let heading_text = visit.t(Word::LearningTitle);
    let title = parts::title_with_errors(visit.language, &heading_text, problem.is_some());
    let summary: Vec<_> = problem.iter().map(|text| ("text".to_owned(), text.clone())).collect();
    let may_adjust = visit.may(Action::Adjust);
    let line = |one: &Learning| -> Markup {
        let article =
            one.article.as_ref().and_then(|id| agreement.articles.iter().find(|article| article.id == *id));
        let (value, key) =
            if one.is_struck { ("no", Word::LearningRestore) } else { ("yes", Word::LearningStrike) };
        html! {
            li {
                @if one.is_struck { del { (one.text) } } @else { (one.text) }
                p class="hint" {
                    (day(visit.language, one.noted_on))
                    @if let Some(article) = article { " · " a href=(visit.to(&format!("/article/{}", article.id))) { (article_kind(visit.language, article.kind)) } }
                }
                @if may_adjust { (button(site, visit, &visit.to(&format!("/learning/{}/strike", one.id)), "strike", value, &visit.t(key))) }
            }
        }
    };
    let (lessons, questions): (Vec<&Learning>, Vec<&Learning>) = all.iter().partition(|one| one.is_lesson);
    let content = html! {
        (parts::error_summary(visit.language, &summary))
        (heading(visit, &heading_text))
        @for passage in agreement.passages(place.today) { (talk(visit, passage)) }
        h2 { (visit.t(Word::LearningAgenda)) }
        p class="hint" { (visit.t(Word::LearningAgendaHint)) }
        @if questions.is_empty() { p { (visit.t(Word::LearningNoQuestions)) } }
        ul class="register" { @for one in questions { (line(one)) } }
        h2 { (visit.t(Word::LearningRegister)) }
        @if lessons.is_empty() { p { (visit.t(Word::LearningNoLessons)) } }
        ul class="register" { @for one in lessons { (line(one)) } }
        p { a href=(visit.to("/lessons.csv")) { (visit.t(Word::LearningExport)) } }
        @if may_adjust {
            h2 { (visit.t(Word::LearningAdd)) }
            (form(site, visit, &visit.to("/learning"), html! {
                fieldset class="statement" {
                    legend { (visit.t(Word::LearningKind)) }
                    (parts::radio(&Choice { id: "kind-question", name: "kind", value: "question", label: &visit.t(Word::LearningQuestion), is_checked: false, is_wrong: false, is_low: false }))
                    (parts::radio(&Choice { id: "kind-lesson", name: "kind", value: "lesson", label: &visit.t(Word::LearningLesson), is_checked: true, is_wrong: false, is_low: false }))
                }
                (parts::area(&Field { name: "text", label: &visit.t(Word::LearningText), hint: Some(&visit.t(Word::LearningTextHint)), problem: problem.as_deref() }, typed, MAX_TEXT))
                (parts::select(&Field { name: "article", label: &visit.t(Word::LearningArticle), hint: None, problem: None }, html! {
                    option value="" { (visit.t(Word::LearningNoArticle)) }
                    @for article in &agreement.articles { option value=(article.id) { (parts::article_name(visit.language, article)) } }
                }))
                button type="submit" { (visit.t(Word::LearningSend)) }
            }))
        }
    };
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(site, visit, status, &title, content))
}

/// Three questions for a partner that came or goes.
fn talk(visit: &Visit, passage: Passage<'_>) -> Markup {
    let (heading, questions) = match passage {
        Passage::Joined(partner) => (
            Phrase::TalkJoined { partner: partner.name.as_str().into() },
            [Word::TalkJoinedOne, Word::TalkJoinedTwo, Word::TalkJoinedThree],
        ),
        Passage::Left(partner) => (
            Phrase::TalkLeft { partner: partner.name.as_str().into() },
            [Word::TalkLeftOne, Word::TalkLeftTwo, Word::TalkLeftThree],
        ),
    };
    html! {
        section class="notice" {
            h2 { (tr(visit.language, heading)) }
            ol { @for question in questions { li { (visit.t(question)) } } }
            p class="hint" { (visit.t(Word::TalkHint)) }
        }
    }
}

/// `POST …/learning`.
pub async fn add(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let text = visit.field("text");
    let is_lesson = match visit.field("kind") {
        "lesson" => true,
        "question" => false,
        _ => return Err(Problem::BadForm),
    };
    if text.is_empty() || text.chars().count() > MAX_TEXT {
        return show_with(visit, site, Some(visit.t(Word::ErrorText)), text).await;
    }
    let (agreement, _) = learn::list(&site.service, place.id).await?;
    let names = learn::find_names(&agreement, text);
    if !names.is_empty() {
        let problem = tr(visit.language, Phrase::ErrorNames { names: names.join(", ").into() });
        return show_with(visit, site, Some(problem), text).await;
    }
    let new = Learning {
        id: LearningId(0),
        is_lesson,
        text: text.to_owned(),
        article: Some(visit.field("article").to_owned()).filter(|id| !id.is_empty()),
        adjustment: None,
        noted_on: place.today,
        is_struck: false,
    };
    learn::add(&site.service, place.id, new, visit.who(), visit.now).await?;
    Ok(see_other(&visit.to("/learning")))
}

/// `POST …/learning/{}/strike`.
pub async fn strike(visit: &Visit, site: &Site) -> Answer {
    let (number, is_struck) = (LearningId(visit.number(0)?), visit.field("strike") == "yes");
    if !learn::strike(&site.service, visit.place()?.id, number, is_struck, visit.who(), visit.now).await? {
        return Err(Problem::NotFound);
    }
    Ok(see_other(&visit.to("/learning")))
}

/// `GET …/lessons.csv`: the register without names.
pub async fn export(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let (agreement, all) = learn::list(&site.service, place.id).await?;
    let a_partner = visit.t(Word::APartner);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = |writer: &mut csv::Writer<Vec<u8>>| -> csv::Result<()> {
        writer.write_record(["noted_on", "kind", "article", "text"])?;
        for one in all.iter().filter(|one| !one.is_struck) {
            let text = agreement.without_partners(&one.text, &a_partner);
            let article =
                one.article.as_ref().and_then(|id| agreement.articles.iter().find(|it| it.id == *id));
            let kind = if one.is_lesson { "lesson" } else { "question" };
            let article = article.map_or("", |article| article.kind.code());
            writer.write_record([
                &one.noted_on.to_string(),
                kind,
                article,
                &crate::report::forms::table::safe(&text),
            ])?;
        }
        Ok(())
    };
    written(&mut writer).map_err(|_| Problem::Broken)?;
    let bytes = writer.into_inner().map_err(|_| Problem::Broken)?;
    Ok(download("text/csv; charset=utf-8", &format!("{}-lessons.csv", place.slug), bytes))
}
