//! People of an agreement: everybody with a part, a file of them, somebody in another's seat, addresses that bounced.

use http::StatusCode;
use maud::{Markup, html};

use super::super::desk::{self, Visit, button, form, heading, page_with};
use super::super::parts::{self, Field};
use super::super::problem::Problem;
use super::super::{Answer, Site, see_other, session};
use crate::app::{AppError, change_agreement};
use crate::catalogue::agreement_file::is_mail_address;
use crate::catalogue::people_file::{self, COLUMNS};
use crate::domain::agreement::{Agreement, Person};
use crate::domain::language::Language;
use crate::store::audit;
use crate::store::bounce;
use crate::words::tr;

/// Longest name and address.
const MAX_LINE: usize = 120;

async fn read(visit: &Visit, site: &Site) -> Result<(Agreement, Vec<(String, String, String)>), Problem> {
    let id = visit.place()?.id;
    Ok(site
        .service
        .store
        .read("read people", move |c| Ok((crate::store::agreement::get(c, id)?, bounce::list(c, id)?)))
        .await?)
}

/// `GET …/people`.
pub async fn list(visit: &Visit, site: &Site) -> Answer {
    list_with(visit, site, html! {}, &[], StatusCode::OK).await
}

async fn list_with(
    visit: &Visit,
    site: &Site,
    told: Markup,
    problems: &[(&'static str, String)],
    status: StatusCode,
) -> Answer {
    let (agreement, bounced) = read(visit, site).await?;
    let heading_text = visit.t("people-title");
    let title = parts::title_with_errors(visit.language, &heading_text, !problems.is_empty());
    let problem =
        |name: &str| problems.iter().find(|(field, _)| *field == name).map(|(_, text)| text.as_str());
    let summary: Vec<_> = problems.iter().map(|(field, text)| ((*field).to_owned(), text.clone())).collect();
    let parts_of = |person: &Person| {
        let all = [
            (person.facilitator, "capacity-facilitator"),
            (person.steering, "capacity-steering"),
            (person.contact, "capacity-contact"),
        ];
        let mut held: Vec<String> = all.iter().filter(|(is, _)| *is).map(|(_, key)| visit.t(key)).collect();
        held.extend(person.seat.clone());
        held.join(", ")
    };
    let rows: Vec<Vec<Markup>> = agreement
        .people
        .iter()
        .map(|person| {
            let mail: String = url::form_urlencoded::byte_serialize(person.mail.as_bytes()).collect();
            vec![
                html! { a href=(visit.to(&format!("/person?mail={mail}"))) { (person.name) } },
                html! { (person.mail) },
                html! { (person.partner.as_deref().unwrap_or("–")) },
                html! { (parts_of(person)) },
            ]
        })
        .collect();
    let content = html! {
        (parts::error_summary(visit.language, &summary))
        (heading(visit, &heading_text))
        (told)
        @if !bounced.is_empty() {
            h2 { (visit.t("bounces-title")) }
            p { (visit.t("bounces-lead")) }
            ul class="plain" {
                @for (name, mail, code) in &bounced {
                    li {
                        (name) " · " (mail) " · " (code)
                        (button(site, visit, &visit.to("/people/good-address"), ("mail", mail), &visit.t("bounce-clear")))
                    }
                }
            }
        }
        (desk::table(visit, &visit.t("people-caption"), &["people-name", "people-mail", "people-partner", "people-parts"], &rows))
        h2 { (visit.t("people-import")) }
        p { (tr(visit.language, "people-import-lead", &[("columns", COLUMNS.join(", ").into())])) }
        form method="post" action=(visit.to("/people")) enctype="multipart/form-data" novalidate {
            (session::form_token(site, &visit.own))
            (parts::field(&Field { name: "file", label: &visit.t("people-file"), hint: None, problem: problem("file") }, |described, invalid| html! {
                input type="file" id="file" name="file" accept=".csv,text/csv" aria-describedby=[described] aria-invalid=[invalid];
            }))
            div class="buttons" {
                button type="submit" name="do" value="try" class="quiet" { (visit.t("operator-try")) }
                button type="submit" name="do" value="import" { (visit.t("people-import-send")) }
            }
        }
        h2 { (visit.t("people-replace")) }
        (form(site, visit, &visit.to("/people/replace"), html! {
            (parts::select(&Field { name: "seat", label: &visit.t("people-seat"), hint: Some(&visit.t("people-replace-hint")), problem: problem("seat") }, html! {
                option value="" { (visit.t("choose")) }
                @for person in agreement.people.iter().filter(|person| person.seat.is_some()) {
                    option value=(person.seat.as_deref().unwrap_or_default()) { (person.seat.as_deref().unwrap_or_default()) " · " (person.name) }
                }
            }))
            (parts::line(&Field { name: "name", label: &visit.t("people-name"), hint: None, problem: problem("name") }, "text", visit.field("name"), MAX_LINE))
            (parts::line(&Field { name: "mail", label: &visit.t("people-mail"), hint: None, problem: problem("mail") }, "email", visit.field("mail"), 254))
            (parts::select(&Field { name: "language", label: &visit.t("people-language"), hint: None, problem: None }, html! {
                @for language in Language::ALL { option value=(language) lang=(language) { (tr(language, "this-language", &[])) } }
            }))
            button type="submit" { (visit.t("people-replace-send")) }
        }))
    };
    Ok(page_with(site, visit, status, &title, content))
}

fn told(title: String, lines: Vec<String>) -> Markup {
    html! { div class="notice" role="status" { h2 { (title) } ul { @for line in lines { li { (line) } } } } }
}

/// `POST …/people`: a CSV file, tried or taken in.
pub async fn import(visit: &Visit, site: &Site) -> Answer {
    let dry_run = match visit.field("do") {
        "try" => true,
        "import" => false,
        _ => return Err(Problem::BadForm),
    };
    let (agreement, _) = read(visit, site).await?;
    let file = visit.request.files.iter().find(|(name, _)| name == "file").map(|(_, bytes)| bytes.clone());
    let people = match people_file::parse(&file.unwrap_or_default(), &agreement) {
        Ok(people) => people,
        Err(problems) => {
            let line = |one: &people_file::LineProblem| {
                tr(
                    visit.language,
                    "people-line",
                    &[("line", one.line.into()), ("problem", one.message.clone().into())],
                )
            };
            let lines = problems.iter().map(line).collect();
            let field = [("file", visit.t("people-file-wrong"))];
            let told = told(visit.t("people-file-wrong"), lines);
            return list_with(visit, site, told, &field, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let id = visit.place()?.id;
    let imported =
        change_agreement::put_people(&site.service, id, people, (&visit.own.account, dry_run), visit.now)
            .await;
    let imported = match imported {
        Ok(imported) => imported,
        Err(AppError::Refused(sentence)) => {
            let field = [("file", visit.t("people-file-wrong"))];
            let told = told(visit.t("people-file-wrong"), vec![sentence]);
            return list_with(visit, site, told, &field, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        Err(error) => return Err(error.into()),
    };
    let key = match (imported.is_change(), dry_run) {
        (false, _) => "operator-nothing-changed",
        (true, true) => "operator-would-change",
        (true, false) => "operator-changed",
    };
    let mut lines: Vec<String> = imported
        .changes
        .iter()
        .filter(|change| !matches!(change, crate::domain::agreement::Change::Kept { .. }))
        .map(ToString::to_string)
        .collect();
    if imported.n_withdrawn > 0 {
        // Whether there were any would tell who answered.
        lines.push(visit.t("people-sheets"));
    }
    list_with(visit, site, told(visit.t(key), lines), &[], StatusCode::OK).await
}

/// `POST …/people/replace`: somebody else in a seat; the old link dies.
pub async fn replace(visit: &Visit, site: &Site) -> Answer {
    let (agreement, _) = read(visit, site).await?;
    let (name, mail) = (visit.field("name"), visit.field("mail").to_lowercase());
    let before = agreement
        .people
        .iter()
        .find(|one| one.seat.is_some() && one.seat.as_deref() == Some(visit.field("seat")));
    let mut problems = Vec::new();
    if before.is_none() {
        problems.push(("seat", visit.t("error-seat")));
    }
    if name.is_empty() || name.chars().count() > MAX_LINE || name.chars().any(char::is_control) {
        problems.push(("name", visit.t("error-text")));
    }
    if !is_mail_address(&mail) {
        problems.push(("mail", visit.t("error-hand-over-mail")));
    } else if agreement.people.iter().any(|one| one.mail == mail && one.seat.is_some()) {
        problems.push(("mail", visit.t("error-has-seat")));
    }
    let (Some(before), true) = (before, problems.is_empty()) else {
        return list_with(visit, site, html! {}, &problems, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let known = agreement.people.iter().find(|one| one.mail == mail);
    let newcomer = Person {
        name: name.to_owned(),
        mail,
        phone: known.and_then(|known| known.phone.clone()),
        language: Language::find(visit.field("language")).unwrap_or_default(),
        partner: before.partner.clone(),
        role: before.role,
        seat: before.seat.clone(),
        facilitator: known.is_some_and(|known| known.facilitator),
        steering: known.is_some_and(|known| known.steering),
        chair: known.is_some_and(|known| known.chair),
        contact: known.is_some_and(|known| known.contact),
    };
    let id = visit.place()?.id;
    change_agreement::put_people(&site.service, id, vec![newcomer], (&visit.own.account, false), visit.now)
        .await?;
    Ok(see_other(&visit.to("/people")))
}

/// `POST …/people/good-address`: an address that bounced is good again.
pub async fn clear_bounce(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let (id, mail) = (place.id, visit.field("mail").to_owned());
    let (who, now) = (visit.who(), visit.now);
    site.service
        .store
        .write("clear a bounce", move |c| {
            if bounce::clear(c, id, &mail)? {
                audit::note(c, id, (who, "bounce.cleared", ""), now)?;
            }
            Ok(())
        })
        .await?;
    Ok(see_other(&visit.to("/people")))
}
