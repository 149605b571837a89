//! What people may expect: who sees what in an agreement, from its real settings; the accessibility statement; where to
//! report a weakness.

use chrono::SecondsFormat;
use http::StatusCode;
use http::header::{self, HeaderValue};
use maud::{Markup, html};
use warp::filters::BoxedFilter;
use warp::{Filter, Reply};

use super::layout::{Page, page};
use super::parts;
use super::problem::Problem;
use super::request::Request;
use super::{Answer, Route, Site, answer, html as html_reply};
use crate::config::TransportConfig;
use crate::domain::agreement::Agreement;
use crate::domain::confidentiality::Confidentiality;
use crate::domain::language::Language;
use crate::domain::round::RoundState;
use crate::store::{agreement, round, survey};
use crate::words::{Phrase, Word, day, tr, who_sees_what};

/// Routes of this file.
pub fn routes(get: &BoxedFilter<(Request, Site)>) -> Vec<Route> {
    vec![
        warp::path!("privacy").and(get.clone()).then(|r, s| answer(r, s, general)).boxed(),
        warp::path!("privacy" / String)
            .and(get.clone())
            .then(|slug: String, r, s| {
                answer(r, s, async move |request, site| of_agreement(&slug, request, site).await)
            })
            .boxed(),
        warp::path!("toegankelijkheid").and(get.clone()).then(|r, s| answer(r, s, accessibility)).boxed(),
        warp::path!(".well-known" / "security.txt")
            .and(get.clone())
            .then(|r, s| answer(r, s, security))
            .boxed(),
    ]
}

/// For pages of no agreement.
async fn general(request: &Request, site: &Site) -> Answer {
    let language = request.language();
    let title = tr(language, Word::PrivacyTitle);
    let content = html! {
        h1 { (title) }
        p { (tr(language, Word::PrivacyGeneral)) }
        (kept(site, language))
        (rights(site, None, language))
    };
    let shell = Page { language, title: &title, switch: Some("/privacy".to_owned()), privacy: None };
    Ok(html_reply(StatusCode::OK, page(site, &shell, content)))
}

/// One agreement. The open round's mode and threshold hold; without one, those that the next round will get.
async fn of_agreement(slug: &str, request: &Request, site: &Site) -> Answer {
    let language = request.language();
    let wanted = slug.to_owned();
    let found = site
        .service
        .store
        .read("read the agreement", move |connection| {
            let Some(id) = agreement::find_id(connection, &wanted)? else { return Ok(None) };
            let agreement = agreement::get(connection, id)?;
            let open =
                round::list(connection, id)?.into_iter().rfind(|round| round.state == RoundState::Open);
            let confidentiality = match open {
                Some(round) => Some(round.confidentiality),
                None => survey::find_in_force(connection, id)?.map(|v| v.survey.confidentiality),
            };
            Ok(Some((agreement, confidentiality)))
        })
        .await?;
    let Some((agreement, confidentiality)) = found else { return Err(Problem::NotFound) };
    Ok(html_reply(StatusCode::OK, view(site, &agreement, confidentiality, language)))
}

/// An agreement's privacy page.
pub fn view(
    site: &Site,
    agreement: &Agreement,
    confidentiality: Option<Confidentiality>,
    language: Language,
) -> Markup {
    let t = |word: Word| tr(language, word);
    let title = t(Word::PrivacyTitle);
    let name = agreement.title.get(language).to_owned();
    let has_hook = site.service.config.hooks.iter().any(|hook| hook.agreement == agreement.id);
    let content = html! {
        h1 { span class="eyebrow" { (name) } " " (title) }
        p class="lead" { (tr(language, Phrase::PrivacyAsks { agreement: name.clone().into() })) }
        h2 { (t(Word::PrivacyWhoHeading)) }
        ul {
            @if let Some(confidentiality) = confidentiality { li { (who_sees_what(language, confidentiality)) } }
            li { (t(Word::PrivacyWhoOpen)) }
            li { (t(Word::PrivacyWhoFacilitator)) }
            li { (t(Word::PrivacyWhoComment)) }
            li { (t(Word::PrivacyWhoRequest)) }
            li { (t(Word::PrivacyWhoNobody)) }
        }
        h2 { (t(Word::PrivacyNotPromisedHeading)) }
        p { (t(Word::PrivacyNotPromised)) }
        h2 { (t(Word::PrivacyWhyHeading)) }
        p { (t(Word::PrivacyWhy)) }
        h2 { (t(Word::PrivacyResponsibleHeading)) }
        p { (t(Word::PrivacyResponsible)) }
        ul class="inline" {
            @for partner in agreement.partners.iter().filter(|partner| partner.left_on.is_none()) { li { (partner.name) } }
        }
        p { (operator(site, language)) }
        p { (mail_route(site, language)) }
        @if has_hook { p { (t(Word::PrivacyHook)) } }
        (kept(site, language))
        (rights(site, Some(agreement), language))
    };
    let switch = Some(format!("/privacy/{}", agreement.id));
    page(site, &Page { language, title: &title, switch, privacy: None }, content)
}

fn operator(site: &Site, language: Language) -> String {
    match &site.service.config.operator.name {
        Some(name) => tr(language, Phrase::PrivacyOperator { name: name.clone().into() }),
        None => tr(language, Word::PrivacyOperatorUnknown),
    }
}

/// Who carries the mail: they see that somebody gets one.
fn mail_route(site: &Site, language: Language) -> String {
    let carrier = match &site.service.config.mail.transport {
        TransportConfig::Folder => return tr(language, Word::PrivacyMailFolder),
        TransportConfig::Smtp(smtp) => smtp.host.clone(),
        TransportConfig::HttpApi(api) => api.provider.name().to_owned(),
        TransportConfig::Graph(_) => "Microsoft".to_owned(),
    };
    tr(language, Phrase::PrivacyMail { carrier: carrier.into() })
}

/// How long what is kept, as the settings say.
fn kept(site: &Site, language: Language) -> Markup {
    let t = |word: Word| tr(language, word);
    let retention = site.service.config.retention;
    html! {
        h2 { (t(Word::PrivacyKeptHeading)) }
        p { (t(Word::PrivacyKept)) }
        ul {
            li { (t(Word::PrivacyKeptAnswers)) }
            li { (tr(language, Phrase::PrivacyKeptComments { months: retention.comments_months.into() })) }
            li { (tr(language, Phrase::PrivacyKeptMail { days: retention.mail_log_days.into() })) }
            li { (tr(language, Phrase::PrivacyKeptPeople { days: retention.former_people_days.into() })) }
            li { (t(Word::PrivacyKeptNothingElse)) }
        }
    }
}

fn rights(site: &Site, agreement: Option<&Agreement>, language: Language) -> Markup {
    let t = |word: Word| tr(language, word);
    html! {
        h2 { (t(Word::PrivacyRightsHeading)) }
        p { (t(Word::PrivacyRights)) " " a href="https://autoriteitpersoonsgegevens.nl/" { "autoriteitpersoonsgegevens.nl" } }
        h2 { (t(Word::PrivacyContactHeading)) }
        @match agreement {
            Some(agreement) => (parts::contact(language, agreement)),
            None => p { (t(Word::PrivacyContactGeneral)) },
        }
        @if let Some(mail) = &site.service.config.operator.mail { p { a href=(format!("mailto:{mail}")) { (mail) } } }
    }
}

/// The accessibility statement: the model's parts, filled from the operator's settings.
async fn accessibility(request: &Request, site: &Site) -> Answer {
    let language = request.language();
    let t = |word: Word| tr(language, word);
    let operator = &site.service.config.operator;
    let title = t(Word::AccessibilityTitle);
    let content = html! {
        h1 { (title) }
        p { (t(Word::AccessibilityAim)) }
        h2 { (t(Word::AccessibilityStateHeading)) }
        p { (t(Word::AccessibilityState)) }
        p {
            @match operator.accessibility_checked_on {
                Some(on) => (tr(language, Phrase::AccessibilityChecked { day: day(language, on).into() })),
                None => (t(Word::AccessibilityUnchecked)),
            }
        }
        h2 { (t(Word::AccessibilityKnownHeading)) }
        p { (t(Word::AccessibilityKnown)) }
        h2 { (t(Word::AccessibilityReportHeading)) }
        p {
            @match &operator.mail {
                Some(mail) => { (t(Word::AccessibilityReport)) " " a href=(format!("mailto:{mail}")) { (mail) } },
                None => (t(Word::AccessibilityReportReply)),
            }
        }
    };
    let shell = Page { language, title: &title, switch: Some("/toegankelijkheid".to_owned()), privacy: None };
    Ok(html_reply(StatusCode::OK, page(site, &shell, content)))
}

/// Where to report a weakness (RFC 9116); not there without the operator's word, or after its day.
async fn security(_: &Request, site: &Site) -> Answer {
    let found = site.service.config.operator.security.as_ref();
    let Some((contact, expires)) = found.filter(|(_, expires)| *expires >= site.now().date_naive()) else {
        return Err(Problem::NotFound);
    };
    let until = expires.and_time(chrono::NaiveTime::MIN).and_utc() + chrono::Duration::days(1);
    let text = format!(
        "Contact: {contact}\nExpires: {}\nPreferred-Languages: nl, en\nCanonical: {}/.well-known/security.txt\n",
        until.to_rfc3339_opts(SecondsFormat::Secs, true),
        site.service.config.base_url
    );
    let mut response = text.into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    Ok(response)
}
