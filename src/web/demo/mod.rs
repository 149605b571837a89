//! The demo's start page, mailbox and gallery. Only there: a service has none of them.

mod gallery;

use std::collections::HashSet;

use http::StatusCode;
use http::header::{self, HeaderValue};
use maud::{Markup, PreEscaped, html};
use warp::filters::BoxedFilter;
use warp::{Filter, Reply};

use super::layout::{Page, in_language, page};
use super::problem::Problem;
use super::request::Request;
use super::{Answer, Route, Site, answer, html as html_reply, see_other, session};
use crate::app::demo::seed_demo;
use crate::app::local_day;
use crate::app::messages::compose_message;
use crate::delivery::mail::Mail;
use crate::domain::agreement::{Agreement, Person};
use crate::domain::language::Language;
use crate::domain::message::MessageState;
use crate::domain::round::RoundState;
use crate::report::wording;
use crate::store::share_link::SharePage;
use crate::store::{agreement, invitation, outbox, report, round, share_link};
use crate::words::{Phrase, Word, day, tr, weekday};

/// Mails in the list.
const MAILBOX_SIZE: usize = 60;

/// Routes of this file.
pub fn routes(get: &BoxedFilter<(Request, Site)>, post: &BoxedFilter<(Request, Site)>) -> Vec<Route> {
    let mut routes = vec![
        warp::path::end().and(get.clone()).then(|r, s| answer(r, s, start)).boxed(),
        warp::path!("demo" / "sign-in").and(post.clone()).then(|r, s| answer(r, s, sign_in)).boxed(),
        warp::path!("demo" / "mail").and(get.clone()).then(|r, s| answer(r, s, mailbox)).boxed(),
        warp::path!("demo" / "mail" / String)
            .and(get.clone())
            .then(|name: String, r, s| {
                answer(r, s, async move |request, site| mail(&name, request, site).await)
            })
            .boxed(),
        warp::path!("demo" / "mail" / String / "html")
            .and(get.clone())
            .then(|name: String, r, s| answer(r, s, async move |_, site| mail_html(&name, site).await))
            .boxed(),
    ];
    routes.extend(gallery::routes(get));
    routes
}

/// One agreement on the start page.
struct Entry {
    title: String,
    purpose: String,
    open_round: Option<String>,
    answer_href: Option<String>,
    newcomer_href: Option<String>,
    external_href: Option<String>,
    cast: Vec<(String, Word)>,
    reports: Vec<(String, String)>,
}

/// `POST /demo/sign-in`: as somebody of the cast, without a mail.
async fn sign_in(request: &Request, site: &Site) -> Answer {
    if !request.may_be_own(&site.service.config.base_url) {
        return Err(Problem::Forged);
    }
    let mail = request.field("mail").unwrap_or_default();
    let started = crate::app::sign_in::session::start_in_demo(&site.service, mail, site.now()).await?;
    let started = started.ok_or(Problem::NotFound)?;
    Ok(session::with_session(see_other(&in_language("/app", request.language())), &started))
}

/// Who of an agreement's cast a visitor of the demo can be.
fn cast_of(agreement: &Agreement) -> Vec<(String, Word)> {
    let first = |is: fn(&Person) -> bool| {
        agreement.people.iter().find(|person| is(person)).map(|person| person.mail.clone())
    };
    let all = [
        (first(|person| person.facilitator), Word::CapacityFacilitator),
        (first(|person| person.steering), Word::CapacitySteering),
        (first(|person| person.contact), Word::CapacityContact),
    ];
    all.into_iter().filter_map(|(mail, word)| Some((mail?, word))).collect()
}

async fn start(request: &Request, site: &Site) -> Answer {
    let language = request.language();
    let key = site.service.key.clone();
    let now = site.now();
    let entries = site
        .service
        .store
        .read("read the demo's start page", move |connection| {
            let mut entries = Vec::new();
            for (id, slug) in agreement::list(connection)? {
                let cast = agreement::get(connection, id)?;
                let today = local_day(now, &cast.time_zone);
                let open =
                    round::list(connection, id)?.into_iter().find(|round| round.state == RoundState::Open);
                let open_round = match &open {
                    None => None,
                    Some(round) => {
                        let (n_invited, n_answered) =
                            invitation::count_answered(connection, round.id, today)?;
                        let closes_on = local_day(round.plan.closes_at, &cast.time_zone);
                        Some(tr(
                            language,
                            Phrase::DemoOpenRound {
                                round: round.number.unwrap_or(0).into(),
                                day: weekday(language, closes_on).into(),
                                answered: n_answered.into(),
                                invited: n_invited.into(),
                            },
                        ))
                    }
                };
                let answer_href = invitation::find_unanswered(connection, id)?.map(|next| {
                    let token = key.answer_token(next.round, next.seat, next.occupant_version);
                    format!("/a/{}?lang={language}", token.reveal())
                });
                let links = share_link::list(connection, id)?;
                let link_to = |page: SharePage| {
                    let link = links.iter().find(|link| link.page == page)?;
                    Some(format!("/{}/{}?lang={language}", page.path(), key.share_token(link.id).reveal()))
                };
                let newcomer_href = link_to(SharePage::Newcomer);
                let external_href = link_to(SharePage::External);
                let mut reports = Vec::new();
                let mut periods: Vec<String> =
                    report::list(connection, id)?.into_iter().map(|one| one.period).collect();
                periods.dedup();
                for period in periods {
                    if let Some(url) = compose_message::report_url(connection, &key, "", id, &slug, &period)?
                    {
                        let name = wording::named_period(language, &period);
                        reports.push((name, format!("{url}&lang={language}")));
                    }
                }
                entries.push(Entry {
                    cast: cast_of(&cast),
                    title: cast.title.get(language).to_owned(),
                    purpose: cast.purpose.get(language).to_owned(),
                    open_round,
                    answer_href,
                    newcomer_href,
                    external_href,
                    reports,
                });
            }
            Ok(entries)
        })
        .await?;
    let title = tr(language, Word::HomeTitle);
    let content = html! {
        h1 { (title) }
        p class="lead" { (tr(language, Word::HomeLead)) }
        p { (tr(language, Word::DemoLead)) }
        @for entry in &entries { (entry_card(language, entry)) }
        p { (tr(language, Word::DemoOperator)) }
        (sign_in_button(language, seed_demo::OPERATOR, Word::CapacityOperator))
        p { a href=(format!("/demo/mail?lang={language}")) {
            (tr(language, Phrase::DemoMailbox { n: MAILBOX_SIZE.into() }))
        } }
        p { a href=(format!("/demo/gallery?lang={language}")) { (tr(language, Word::GalleryTitle)) } }
        p { a href=(format!("/methode?lang={language}")) { (tr(language, Word::MethodTitle)) } }
    };
    let switch = Some("/".to_owned());
    Ok(html_reply(
        StatusCode::OK,
        page(site, &Page { language, title: &title, switch, privacy: None }, content),
    ))
}

fn sign_in_button(language: Language, mail: &str, word: Word) -> Markup {
    html! {
        form method="post" action=(in_language("/demo/sign-in", language)) class="inline-form" {
            input type="hidden" name="mail" value=(mail);
            button type="submit" class="quiet" { (tr(language, word)) }
        }
    }
}

fn entry_card(language: Language, entry: &Entry) -> Markup {
    html! {
        section class="card" {
            h2 { (entry.title) }
            p { (entry.purpose) }
            @if let Some(open_round) = &entry.open_round { p { (open_round) } }
            @match &entry.answer_href {
                Some(href) => p { a class="button" href=(href) { (tr(language, Word::DemoAnswer)) } },
                None => p { (tr(language, Word::DemoEveryoneAnswered)) },
            }
            @if let Some(href) = &entry.external_href { p { a href=(href) { (tr(language, Word::DemoExternal)) } } }
            @if let Some(href) = &entry.newcomer_href { p { a href=(href) { (tr(language, Word::DemoNewcomer)) } } }
            h3 { (tr(language, Word::DemoSignIn)) }
            div class="buttons" { @for (mail, word) in &entry.cast { (sign_in_button(language, mail, *word)) } }
            h3 { (tr(language, Word::DemoReports)) }
            ul class="inline" {
                @for (name, href) in &entry.reports { li { a href=(href) { (name) } } }
            }
        }
    }
}

/// Composes mails again: what went out is never stored with its links. Gives the newest of every kind, then the newest of
/// all.
async fn list_mails(site: &Site, only: Option<String>) -> Result<(Vec<Mail>, Vec<Mail>), Problem> {
    let (key, config, now) = (site.service.key.clone(), site.service.config.clone(), site.now());
    let mails = site
        .service
        .store
        .read("list the demo's mails", move |connection| {
            let mut sent = outbox::list_in_state(connection, MessageState::Sent)?;
            sent.reverse();
            let (mut each, mut newest) = (Vec::new(), Vec::new());
            let mut kinds = HashSet::new();
            for message in sent {
                if only.as_ref().is_some_and(|only| *only != message.name) {
                    continue;
                }
                let is_first = !kinds.contains(&message.kind);
                if !is_first && newest.len() >= MAILBOX_SIZE {
                    continue;
                }
                let at = message.due_at.min(now);
                let Some(mail) = compose_message::compose_mail(connection, &key, &config, &message, at)?
                else {
                    continue;
                };
                if is_first {
                    kinds.insert(message.kind);
                    each.push((message.kind, mail.clone()));
                }
                if newest.len() < MAILBOX_SIZE {
                    newest.push(mail);
                }
            }
            each.sort_by_key(|(kind, _)| *kind);
            Ok((each.into_iter().map(|(_, mail)| mail).collect(), newest))
        })
        .await?;
    Ok(mails)
}

async fn mailbox(request: &Request, site: &Site) -> Answer {
    let language = request.language();
    let t = |word: Word| tr(language, word);
    let (each, newest) = list_mails(site, None).await?;
    let title = t(Word::MailboxTitle);
    let content = html! {
        h1 { (title) }
        (mail_table(language, &t(Word::MailboxEachCaption), &each))
        (mail_table(language, &t(Word::MailboxCaption), &newest))
        p { a href=(format!("/?lang={language}")) { (t(Word::HomeTitle)) } }
    };
    let switch = Some("/demo/mail".to_owned());
    Ok(html_reply(
        StatusCode::OK,
        page(site, &Page { language, title: &title, switch, privacy: None }, content),
    ))
}

fn mail_table(language: Language, caption: &str, mails: &[Mail]) -> Markup {
    let t = |word: Word| tr(language, word);
    html! {
        div class="scroll" role="group" tabindex="0" aria-label=(format!("{}: {caption}", t(Word::TableScrolls))) {
            table {
                caption { (caption) }
                thead { tr {
                    th scope="col" { (t(Word::MailboxSubject)) }
                    th scope="col" { (t(Word::MailboxTo)) }
                    th scope="col" { (t(Word::MailboxDate)) }
                } }
                tbody {
                    @for mail in mails {
                        tr {
                            td { a href=(format!("/demo/mail/{}?lang={language}", mail.name)) lang=(mail.language) { (mail.subject) } }
                            td { (mail.to.name) }
                            td { (day(language, mail.date.date_naive())) }
                        }
                    }
                }
            }
        }
    }
}

async fn find_mail(name: &str, site: &Site) -> Result<Mail, Problem> {
    list_mails(site, Some(name.to_owned())).await?.1.pop().ok_or(Problem::NotFound)
}

async fn mail(name: &str, request: &Request, site: &Site) -> Answer {
    let language = request.language();
    let t = |word: Word| tr(language, word);
    let mail = find_mail(name, site).await?;
    let content = html! {
        h1 lang=(mail.language) { (mail.subject) }
        dl class="inputs" {
            dt { (t(Word::MailboxTo)) } dd { (mail.to.name) " <" (mail.to.address) ">" }
            dt { (t(Word::MailboxDate)) } dd { (day(language, mail.date.date_naive())) }
        }
        p { a class="button" href=(format!("/demo/mail/{name}/html")) { (t(Word::MailboxHtml)) } }
        h2 { (t(Word::MailboxText)) }
        pre class="mail-text" lang=(mail.language) tabindex="0" { (linked(&mail.text())) }
        p { a href=(format!("/demo/mail?lang={language}")) { (t(Word::MailboxBack)) } }
    };
    let switch = Some(format!("/demo/mail/{name}"));
    Ok(html_reply(
        StatusCode::OK,
        page(site, &Page { language, title: &mail.subject, switch, privacy: None }, content),
    ))
}

/// A text whose addresses can be followed, each on a line of its own.
fn linked(text: &str) -> Markup {
    html! {
        @for line in text.lines() {
            @if line.starts_with("http") { a href=(line) { (line) } } @else { (line) }
            (PreEscaped("\n"))
        }
    }
}

async fn mail_html(name: &str, site: &Site) -> Answer {
    let mail = find_mail(name, site).await?;
    let mut response = warp::reply::html(mail.html()).into_response();
    // A mail carries its own style; nothing else is allowed in this window.
    response.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
    );
    Ok(response)
}
