//! One's own: agreements with a part, sessions, the second factor, tied servers, language.

use http::StatusCode;
use maud::{Markup, PreEscaped, html};
use qrcode::{EcLevel, QrCode, render::svg};

use super::layout::in_language;
use super::parts::{self, Field};
use super::problem::Problem;
use super::{Answer, Site, see_other, session};
use crate::app::sign_in::factor::Factored;
use crate::app::sign_in::{self};
use crate::domain::access::Capacity;
use crate::domain::ids::SessionId;
use crate::domain::language::Language;
use crate::domain::sign_in::Method;
use crate::web::desk::shell::{button, form, page, page_with, table};
use crate::web::desk::visit::{Visit, first_place};
use crate::words::{Word, day, tr};

/// What a capacity is called.
fn capacity_name(language: Language, capacity: Capacity) -> String {
    match capacity {
        Capacity::Facilitator => tr(language, Word::CapacityFacilitator),
        Capacity::Chair => tr(language, Word::CapacityChair),
        Capacity::Steering => tr(language, Word::CapacitySteering),
        Capacity::Contact => tr(language, Word::CapacityContact),
        Capacity::Operator => tr(language, Word::CapacityOperator),
    }
}

/// `GET /app`: every agreement with a part. With one, straight to it.
pub async fn home(visit: &Visit, site: &Site) -> Answer {
    let overview = sign_in::session::overview(&site.service, &visit.own, visit.now).await?;
    if let ([(_, slug, _, capacities)], false) = (&overview.agreements[..], visit.own.account.is_operator) {
        return Ok(see_other(&in_language(
            &format!("/app/{slug}{}", first_place(capacities)),
            visit.language,
        )));
    }
    let title = visit.t(Word::DeskHomeTitle);
    let content = html! {
        h1 { (title) }
        @if overview.agreements.is_empty() { p { (visit.t(Word::DeskHomeEmpty)) } }
        @for (_, slug, name, capacities) in &overview.agreements {
            section class="card" {
                h2 { a href=(in_language(&format!("/app/{slug}{}", first_place(capacities)), visit.language)) { (name.get(visit.language)) } }
                p { (capacities.iter().map(|capacity| capacity_name(visit.language, *capacity)).collect::<Vec<_>>().join(", ")) }
            }
        }
    };
    Ok(page(site, visit, &title, content))
}

/// `GET /account`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    let overview = sign_in::session::overview(&site.service, &visit.own, visit.now).await?;
    let title = visit.t(Word::AccountTitle);
    let method = |method: Method| match method {
        Method::Link => visit.t(Word::SessionByLink),
        Method::Code => visit.t(Word::SessionByCode),
        Method::Oidc => visit.t(Word::SessionByOidc),
        Method::Demo => visit.t(Word::SessionByDemo),
    };
    let clock = |at: chrono::DateTime<chrono::Utc>| {
        let local = at.with_timezone(&chrono_tz::Europe::Amsterdam);
        format!("{}, {}", day(visit.language, local.date_naive()), local.format("%H:%M"))
    };
    let rows: Vec<Vec<Markup>> = overview
        .sessions
        .iter()
        .map(|one| {
            let is_this = one.id == visit.own.session.id;
            vec![
                html! { (clock(one.started_at)) },
                html! { (clock(one.last_used_at)) },
                html! { (method(one.method)) @if one.has_factor { ", " (visit.t(Word::SessionFactor)) } },
                html! {
                    @if is_this { (visit.t(Word::SessionThis)) }
                    @else { (button(site, visit, &in_language(&format!("/account/session/{}/end", one.id), visit.language), "end", "yes", &visit.t(Word::SessionEnd))) }
                },
            ]
        })
        .collect();
    let content = html! {
        h1 { (title) }
        p { (visit.own.account.mail) }
        (form(site, visit, &in_language("/sign-out", visit.language), html! { button type="submit" { (visit.t(Word::SignOut)) } }))
        h2 { (visit.t(Word::SessionsTitle)) }
        (table(visit, &visit.t(Word::SessionsCaption), &[Word::SessionStarted, Word::SessionUsed, Word::SessionMethod, Word::SessionAction], &rows))
        h2 { (visit.t(Word::FactorTitle)) }
        @if visit.own.account.totp_confirmed {
            p { (visit.t(Word::FactorOn)) }
            (button(site, visit, &in_language("/account/factor/drop", visit.language), "drop", "yes", &visit.t(Word::FactorDrop)))
        } @else {
            p { (visit.t(Word::FactorOff)) }
            p { a href=(in_language("/account/factor", visit.language)) { (visit.t(Word::FactorBegin)) } }
        }
        @if !overview.issuers.is_empty() {
            h2 { (visit.t(Word::IdentitiesTitle)) }
            @for issuer in &overview.issuers {
                p { (issuer) }
                (button(site, visit, &in_language("/account/identity/drop", visit.language), "issuer", issuer, &visit.t(Word::IdentityDrop)))
            }
        }
        h2 { (visit.t(Word::LanguageChoiceHeading)) }
        @for other in Language::ALL.into_iter().filter(|other| *other != visit.own.account.language) {
            form method="post" action="/account/language" {
                (session::form_token(site, &visit.own))
                input type="hidden" name="language" value=(other);
                button type="submit" class="quiet" lang=(other) { (tr(other, Word::AccountLanguageSend)) }
            }
        }
    };
    Ok(page(site, visit, &title, content))
}

/// `POST /account/language`.
pub async fn choose_language(visit: &Visit, site: &Site) -> Answer {
    let language = Language::find(visit.field("language")).ok_or(Problem::Unprocessable)?;
    sign_in::session::choose_language(&site.service, &visit.own, language).await?;
    Ok(see_other(&in_language("/account", language)))
}

/// `POST /account/session/{}/end`.
pub async fn end_session(visit: &Visit, site: &Site) -> Answer {
    let id = SessionId(visit.number(0)?);
    if !sign_in::session::end(&site.service, &visit.own, id, visit.now).await? {
        return Err(Problem::NotFound);
    }
    Ok(see_other(&in_language("/account", visit.language)))
}

/// `POST /account/identity/drop`.
pub async fn drop_identity(visit: &Visit, site: &Site) -> Answer {
    let (id, issuer) = (visit.own.account.id, visit.field("issuer").to_owned());
    site.service
        .store
        .write("untie a server", move |connection| {
            crate::store::account::delete_identities(connection, id, &issuer)
        })
        .await?;
    Ok(see_other(&in_language("/account", visit.language)))
}

/// `POST /sign-out`.
pub async fn sign_out(visit: &Visit, site: &Site) -> Answer {
    sign_in::session::end(&site.service, &visit.own, visit.own.session.id, visit.now).await?;
    Ok(session::without_session(see_other(&in_language("/sign-in", visit.language))))
}

/// `GET /account/factor`: give a code, or begin.
pub async fn factor(visit: &Visit, site: &Site) -> Answer {
    factor_page(visit, site, false).await
}

async fn factor_page(visit: &Visit, site: &Site, is_wrong: bool) -> Answer {
    let enrolment = sign_in::factor::enrol(&site.service, &visit.own).await?;
    let heading = visit.t(if enrolment.is_some() { Word::FactorEnrolTitle } else { Word::FactorGiveTitle });
    let title = parts::title_with_errors(visit.language, &heading, is_wrong);
    let problem = is_wrong.then(|| visit.t(Word::FactorWrong));
    let problems: Vec<_> = problem.iter().map(|text| ("code".to_owned(), text.clone())).collect();
    let content = html! {
        (parts::error_summary(visit.language, &problems))
        h1 { (heading) }
        @if let Some(enrolment) = &enrolment {
            p { (visit.t(Word::FactorEnrol)) }
            figure class="qr" role="img" aria-label=(visit.t(Word::FactorQr)) { (qr(&enrolment.url)) }
            p { (visit.t(Word::FactorSecret)) " " code { (spaced(&enrolment.secret)) } }
        } @else {
            p { (visit.t(Word::FactorGive)) }
        }
        (form(site, visit, &in_language("/account/factor", visit.language), html! {
            (parts::field(&Field { name: "code", label: &visit.t(Word::FactorCode), hint: None, problem: problem.as_deref() }, |described, invalid| html! {
                input type="text" id="code" name="code" inputmode="numeric" maxlength="10" autocomplete="one-time-code"
                    aria-describedby=[described] aria-invalid=[invalid];
            }))
            button type="submit" { (visit.t(Word::FactorSend)) }
        }))
        (form(site, visit, &in_language("/sign-out", visit.language), html! { button type="submit" class="quiet" { (visit.t(Word::SignOut)) } }))
    };
    let status = if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(site, visit, status, &title, content))
}

fn spaced(secret: &str) -> String {
    secret.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}

/// A code to scan; nothing when the text is too long for one.
fn qr(text: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else { return html! {} };
    let drawn = code
        .render::<svg::Color<'_>>()
        .min_dimensions(220, 220)
        .dark_color(svg::Color("#000"))
        .light_color(svg::Color("#fff"))
        .build();
    PreEscaped(drawn.find("<svg").map_or(String::new(), |start| drawn[start..].to_owned()))
}

/// `POST /account/factor`.
pub async fn give_factor(visit: &Visit, site: &Site) -> Answer {
    match sign_in::factor::give_factor(&site.service, &visit.own, visit.field("code"), visit.now).await? {
        Factored::Good(secret) => {
            Ok(session::with_secret(see_other(&in_language("/app", visit.language)), &secret))
        }
        Factored::Wrong => factor_page(visit, site, true).await,
        Factored::Ended => Ok(session::without_session(see_other(&in_language("/sign-in", visit.language)))),
    }
}

/// `POST /account/factor/drop`.
pub async fn drop_factor(visit: &Visit, site: &Site) -> Answer {
    // Only who gave it may take it away.
    if visit.own.session.has_factor {
        sign_in::factor::drop_factor(&site.service, &visit.own, visit.now).await?;
    }
    Ok(see_other(&in_language("/account", visit.language)))
}
