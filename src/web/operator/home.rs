//! The installation: agreements with what needs attention, and taking in an agreement's file.

use maud::{Markup, html};

use crate::app::agreement::import_agreement;
use crate::app::installation::watch;
use crate::catalogue::{CORE_PULSE, agreement_file, survey_file};
use crate::web::desk::shell::{page, page_with, table};
use crate::web::desk::visit::Visit;
use crate::web::layout::in_language;
use crate::web::parts::{self, Field};
use crate::web::problem::Problem;
use crate::web::{Answer, Site, session};
use crate::words::{self, Phrase, Word, day, tr};

/// `GET /operator`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    show_with(visit, site, html! {}, http::StatusCode::OK).await
}

async fn show_with(visit: &Visit, site: &Site, told: Markup, status: http::StatusCode) -> Answer {
    let found = watch::status(&site.service, visit.now).await?;
    let title = visit.t(Word::OperatorTitle);
    let rows: Vec<Vec<Markup>> = found
        .agreements
        .iter()
        .map(|one| {
            let next = one.next_opens_at.map(|at| day(visit.language, at.date_naive()));
            vec![
                html! { a href=(in_language(&format!("/app/{}/rounds", one.agreement), visit.language)) { (one.agreement) } },
                html! { (one.n_partners) },
                html! { (one.n_seats) },
                html! {
                    @match &one.open_round {
                        Some(round) => (tr(visit.language, Phrase::ResponseCount { answered: round.n_answered.into(), invited: round.n_invited.into() })),
                        None => (visit.t(Word::OperatorNoRound)),
                    }
                },
                html! { (next.unwrap_or_else(|| "–".to_owned())) },
            ]
        })
        .collect();
    let content = html! {
        h1 { (title) }
        (told)
        p { (found.program) @if found.sending_paused { " · " strong { (visit.t(Word::OperatorPaused)) } } }
        @if !found.undecided.is_empty() {
            p class="notice" { (tr(visit.language, Phrase::OperatorUndecided { n: found.undecided.len().into() })) }
        }
        (table(visit, &visit.t(Word::OperatorAgreements), &[Word::OperatorAgreement, Word::OperatorPartners, Word::OperatorSeats, Word::OperatorOpenRound, Word::OperatorNextRound], &rows))
        p class="buttons" {
            a href=(in_language("/operator/mail", visit.language)) { (visit.t(Word::OperatorMail)) }
            a href=(in_language("/operator/audit", visit.language)) { (visit.t(Word::OperatorAudit)) }
        }
        h2 { (visit.t(Word::OperatorImport)) }
        form method="post" action=(in_language("/operator/agreements", visit.language)) enctype="multipart/form-data" novalidate {
            (session::form_token(site, &visit.own))
            (parts::field(&Field { name: "file", label: &visit.t(Word::OperatorFile), hint: Some(&visit.t(Word::OperatorFileHint)), problem: None }, |described, invalid| html! {
                input type="file" id="file" name="file" accept=".toml" aria-describedby=[described] aria-invalid=[invalid];
            }))
            div class="buttons" {
                button type="submit" name="do" value="try" class="quiet" { (visit.t(Word::OperatorTry)) }
                button type="submit" name="do" value="import" { (visit.t(Word::OperatorImportSend)) }
            }
        }
    };
    Ok(page_with(site, visit, status, &title, content))
}

/// `POST /operator/agreements`: a file is checked, tried, or taken in. Nothing is half-imported.
pub async fn import(visit: &Visit, site: &Site) -> Answer {
    let dry_run = match visit.field("do") {
        "try" => true,
        "import" => false,
        _ => return Err(Problem::BadForm),
    };
    let file = visit.request.files.iter().find(|(name, _)| name == "file").map(|(_, bytes)| bytes.clone());
    let text = file.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    let core = survey_file::parse("core-pulse.toml", CORE_PULSE).0;
    let find = |id: &str| core.clone().filter(|survey| survey.id == id);
    let (agreement, problems) = agreement_file::parse("file", &text, &find);
    let told = |title: String, lines: Vec<String>| html! { div class="notice" role="status" { h2 { (title) } ul { @for line in lines { li { (line) } } } } };
    let (Some(agreement), Some(survey)) = (agreement, core) else {
        let lines = problems.iter().map(|problem| problem.say(visit.language)).collect();
        let told = told(visit.t(Word::OperatorFileWrong), lines);
        return show_with(visit, site, told, http::StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let imported =
        import_agreement::import(&site.service, agreement, survey, dry_run, visit.who(), visit.now).await?;
    let lines: Vec<String> =
        imported.changes.iter().map(|change| words::change(visit.language, change)).collect();
    let key = match (imported.is_change(), dry_run) {
        (false, _) => Word::OperatorNothingChanged,
        (true, true) => Word::OperatorWouldChange,
        (true, false) => Word::OperatorChanged,
    };
    show_with(visit, site, told(visit.t(key), lines), http::StatusCode::OK).await
}

/// The page that follows a form of another operator's page.
pub fn done(visit: &Visit, site: &Site, title: &str, told: &str, back: &str) -> Answer {
    let content = html! {
        div class="success" { h1 { (title) } p { (told) } }
        p { a href=(back) { (visit.t(Word::Back)) } }
    };
    Ok(page(site, visit, title, content))
}
