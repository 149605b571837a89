//! The agreement to read and to print: today's, that of any past day, what differs between two days, and its file.

use chrono::NaiveDate;
use maud::{Markup, html};
use similar::{ChangeTag, TextDiff};

use crate::catalogue::agreement_writer;
use crate::domain::agreement::Agreement;
use crate::domain::article::Article;
use crate::web::desk::shell::{download, heading, page};
use crate::web::desk::visit::Visit;
use crate::web::parts::{self, Field};
use crate::web::{Answer, Site};
use crate::words::{Phrase, Word, article_kind, day, tr};

async fn read(visit: &Visit, site: &Site) -> Result<Agreement, crate::web::problem::Problem> {
    let id = visit.place()?.id;
    Ok(site.service.store.read("read an agreement", move |c| crate::store::agreement::get(c, id)).await?)
}

/// Since when an article reads so, and who agreed.
pub fn since(visit: &Visit, since: NaiveDate, agreed_by: Option<&str>) -> String {
    match agreed_by {
        Some(who) => tr(
            visit.language,
            Phrase::ArticleSinceBy { day: day(visit.language, since).into(), who: who.to_owned().into() },
        ),
        None => tr(visit.language, Phrase::ArticleSince { day: day(visit.language, since).into() }),
    }
}

/// `GET …/agreement`, `?on=` a day.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let agreement = read(visit, site).await?;
    let asked: Option<NaiveDate> = visit.request.query("on").and_then(|text| text.parse().ok());
    let on = asked.unwrap_or(place.today);
    let title = visit.t(Word::AgreementTitle);
    let articles = agreement.articles_on(on);
    let year_ago = place.today.checked_sub_months(chrono::Months::new(12)).unwrap_or(place.today);
    let content = html! {
        (heading(visit, &title))
        p class="lead" { (agreement.purpose.get(visit.language)) }
        p { (tr(visit.language, Phrase::AgreementAsOf { day: day(visit.language, on).into() })) }
        @if articles.is_empty() { p class="notice" { (visit.t(Word::AgreementEmpty)) } }
        @for article in &articles { (article_section(visit, article)) }
        h2 { (visit.t(Word::AgreementPartners)) }
        ul class="columns" { @for partner in agreement.partners.iter().filter(|partner| partner.is_member_on(on)) { li { (partner.name) } } }
        div class="not-printed" {
            h2 { (visit.t(Word::AgreementOtherDay)) }
            form method="get" action=(format!("/app/{}/agreement", place.slug)) {
                input type="hidden" name="lang" value=(visit.language);
                (parts::line(&Field { name: "on", label: &visit.t(Word::AgreementDay), hint: None, problem: None }, "date", &on.to_string(), 10))
                button type="submit" class="quiet" { (visit.t(Word::AgreementShow)) }
            }
            p class="buttons" {
                a href=(visit.to(&format!("/agreement/changes?from={year_ago}&to={}", place.today))) { (visit.t(Word::AgreementChanges)) }
                a href=(visit.to("/agreement.toml")) { (visit.t(Word::AgreementFile)) }
            }
            p class="hint" { (visit.t(Word::AgreementPrint)) }
        }
    };
    Ok(page(site, visit, &title, content))
}

fn article_section(visit: &Visit, article: &Article) -> Markup {
    html! {
        section class="article" {
            h2 class="capital" { (article_kind(visit.language, article.kind)) }
            p { (article.text.get(visit.language)) }
            p class="hint" {
                (since(visit, article.since, article.agreed_by.as_deref())) " "
                a class="not-printed" href=(visit.to(&format!("/article/{}", article.id))) {
                    (tr(visit.language, Phrase::ArticleMore { article: parts::article_name(visit.language, article).into() }))
                }
            }
        }
    }
}

/// `GET …/agreement/changes`, `?from=` and `?to=` days.
pub async fn changes(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let agreement = read(visit, site).await?;
    let asked = |name: &str| visit.request.query(name).and_then(|text| text.parse::<NaiveDate>().ok());
    let to = asked("to").unwrap_or(place.today);
    let from = asked("from").unwrap_or_else(|| to.checked_sub_months(chrono::Months::new(12)).unwrap_or(to));
    let title = visit.t(Word::ChangesTitle);
    let changed: Vec<(&Article, Option<String>, Option<String>)> = agreement
        .articles
        .iter()
        .map(|article| {
            let text = |on| article.on(on).map(|version| version.text.get(visit.language).to_owned());
            (article, text(from), text(to))
        })
        .filter(|(_, before, after)| before != after)
        .collect();
    let content = html! {
        (heading(visit, &title))
        p { (tr(visit.language, Phrase::ChangesBetween { from: day(visit.language, from).into(), to: day(visit.language, to).into() })) }
        @if changed.is_empty() { p class="notice" { (visit.t(Word::ChangesNone)) } }
        @for (article, before, after) in changed {
            section class="article" {
                h2 class="capital" { a href=(visit.to(&format!("/article/{}", article.id))) { (article_kind(visit.language, article.kind)) } }
                (side_by_side(visit, before.as_deref().unwrap_or_default(), after.as_deref().unwrap_or_default()))
            }
        }
        form method="get" class="not-printed" action=(format!("/app/{}/agreement/changes", place.slug)) {
            input type="hidden" name="lang" value=(visit.language);
            (parts::line(&Field { name: "from", label: &visit.t(Word::ChangesFrom), hint: None, problem: None }, "date", &from.to_string(), 10))
            (parts::line(&Field { name: "to", label: &visit.t(Word::ChangesTo), hint: None, problem: None }, "date", &to.to_string(), 10))
            button type="submit" class="quiet" { (visit.t(Word::AgreementShow)) }
        }
    };
    Ok(page(site, visit, &title, content))
}

/// Two texts beside each other, with what went and what came marked, word by word.
pub fn side_by_side(visit: &Visit, before: &str, after: &str) -> Markup {
    let diff = TextDiff::from_words(before, after);
    let side = |gone: ChangeTag| -> Markup {
        html! {
            @for change in diff.iter_all_changes() {
                @if change.tag() == ChangeTag::Equal { (change.value()) }
                @else if change.tag() == gone {
                    @if gone == ChangeTag::Delete { del { (change.value()) } } @else { ins { (change.value()) } }
                }
            }
        }
    };
    html! {
        div class="side-by-side" {
            div { p class="eyebrow" { (visit.t(Word::TextBefore)) } p { @if before.is_empty() { (visit.t(Word::TextNothing)) } @else { (side(ChangeTag::Delete)) } } }
            div { p class="eyebrow" { (visit.t(Word::TextAfter)) } p { @if after.is_empty() { (visit.t(Word::TextNothing)) } @else { (side(ChangeTag::Insert)) } } }
        }
    }
}

/// `GET …/agreement.toml`: without people for everybody but operators, whose file can be imported again.
pub async fn export(visit: &Visit, site: &Site) -> Answer {
    let mut agreement = read(visit, site).await?;
    if !visit.may(crate::domain::access::Action::Administer) {
        agreement.people.clear();
    }
    let text = agreement_writer::write(&agreement).map_err(|_| crate::web::problem::Problem::Broken)?;
    Ok(download("application/toml; charset=utf-8", &format!("{}.toml", agreement.id), text.into_bytes()))
}
