//! People of an agreement: everybody with a part, a file of them, somebody in another's seat, addresses that bounced.

use http::StatusCode;
use maud::{Markup, html};

use crate::app::AppError;
use crate::app::agreement::change_agreement;
use crate::catalogue::agreement_file::is_mail_address;
use crate::catalogue::people_file::{self, COLUMNS};
use crate::domain::agreement::{Agreement, Person};
use crate::domain::audit::Act;
use crate::domain::language::Language;
use crate::store::audit;
use crate::store::bounce;
use crate::web::desk::shell::{button, form, heading, page_with, table};
use crate::web::desk::visit::Visit;
use crate::web::parts::{self, Field};
use crate::web::problem::Problem;
use crate::web::{Answer, Site, see_other, session};
use crate::words::{self, Phrase, Word, tr};

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
    let heading_text = visit.t(Word::PeopleTitle);
    let title = parts::title_with_errors(visit.language, &heading_text, !problems.is_empty());
    let problem =
        |name: &str| problems.iter().find(|(field, _)| *field == name).map(|(_, text)| text.as_str());
    let summary: Vec<_> = problems.iter().map(|(field, text)| ((*field).to_owned(), text.clone())).collect();
    let parts_of = |person: &Person| {
        let all = [
            (person.facilitator, Word::CapacityFacilitator),
            (person.steering, Word::CapacitySteering),
            (person.contact, Word::CapacityContact),
        ];
        let mut held: Vec<String> =
            all.iter().filter(|(is, _)| *is).map(|(_, word)| visit.t(*word)).collect();
        if person.seat.is_some() {
            held.push(visit.t(Word::CapacitySeat));
        }
        held.join(", ")
    };
    let partner_of = |person: &Person| {
        let own = person.partner.as_ref();
        let found = agreement.partners.iter().find(|partner| Some(&partner.id) == own);
        found.map_or_else(|| "–".to_owned(), |partner| partner.name.clone())
    };
    let rows: Vec<Vec<Markup>> = agreement
        .people
        .iter()
        .map(|person| {
            let mail: String = url::form_urlencoded::byte_serialize(person.mail.as_bytes()).collect();
            vec![
                html! { a href=(visit.to(&format!("/person?mail={mail}"))) { (person.name) } },
                html! { (person.mail) },
                html! { (partner_of(person)) },
                html! { (parts_of(person)) },
            ]
        })
        .collect();
    let content = html! {
        (parts::error_summary(visit.language, &summary))
        (heading(visit, &heading_text))
        (told)
        @if !bounced.is_empty() {
            h2 { (visit.t(Word::BouncesTitle)) }
            p { (visit.t(Word::BouncesLead)) }
            ul class="plain" {
                @for (name, mail, code) in &bounced {
                    li {
                        (name) " · " (mail) " · " (code)
                        (button(site, visit, &visit.to("/people/good-address"), "mail", mail, &visit.t(Word::BounceClear)))
                    }
                }
            }
        }
        (table(visit, &visit.t(Word::PeopleCaption), &[Word::PeopleName, Word::PeopleMail, Word::PeoplePartner, Word::PeopleParts], &rows))
        h2 { (visit.t(Word::PeopleImport)) }
        p { (tr(visit.language, Phrase::PeopleImportLead { columns: COLUMNS.join(", ").into() })) }
        form method="post" action=(visit.to("/people")) enctype="multipart/form-data" novalidate {
            (session::form_token(site, &visit.own))
            (parts::field(&Field { name: "file", label: &visit.t(Word::PeopleFile), hint: None, problem: problem("file") }, |described, invalid| html! {
                input type="file" id="file" name="file" accept=".csv,text/csv" aria-describedby=[described] aria-invalid=[invalid];
            }))
            div class="buttons" {
                button type="submit" name="do" value="try" class="quiet" { (visit.t(Word::OperatorTry)) }
                button type="submit" name="do" value="import" { (visit.t(Word::PeopleImportSend)) }
            }
        }
        h2 { (visit.t(Word::PeopleReplace)) }
        (form(site, visit, &visit.to("/people/replace"), html! {
            (parts::select(&Field { name: "seat", label: &visit.t(Word::PeopleSeat), hint: Some(&visit.t(Word::PeopleReplaceHint)), problem: problem("seat") }, html! {
                option value="" { (visit.t(Word::Choose)) }
                @for person in agreement.people.iter().filter(|person| person.seat.is_some()) {
                    option value=(person.seat.as_deref().unwrap_or_default()) { (person.name) " · " (partner_of(person)) }
                }
            }))
            (parts::line(&Field { name: "name", label: &visit.t(Word::PeopleName), hint: None, problem: problem("name") }, "text", visit.field("name"), MAX_LINE))
            (parts::line(&Field { name: "mail", label: &visit.t(Word::PeopleMail), hint: None, problem: problem("mail") }, "email", visit.field("mail"), 254))
            (parts::select(&Field { name: "language", label: &visit.t(Word::PeopleLanguage), hint: None, problem: None }, html! {
                @for language in Language::ALL { option value=(language) lang=(language) { (tr(language, Word::ThisLanguage)) } }
            }))
            button type="submit" { (visit.t(Word::PeopleReplaceSend)) }
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
                    Phrase::PeopleLine {
                        line: one.line.into(),
                        problem: one.message.say(visit.language).into(),
                    },
                )
            };
            let lines = problems.iter().map(line).collect();
            let field = [("file", visit.t(Word::PeopleFileWrong))];
            let told = told(visit.t(Word::PeopleFileWrong), lines);
            return list_with(visit, site, told, &field, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let id = visit.place()?.id;
    let imported =
        change_agreement::put_people(&site.service, id, people, &visit.own.account, dry_run, visit.now).await;
    let imported = match imported {
        Ok(imported) => imported,
        Err(AppError::Refused(refusal)) => {
            let field = [("file", visit.t(Word::PeopleFileWrong))];
            let told = told(visit.t(Word::PeopleFileWrong), vec![refusal.say(visit.language)]);
            return list_with(visit, site, told, &field, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        Err(error) => return Err(error.into()),
    };
    let key = match (imported.is_change(), dry_run) {
        (false, _) => Word::OperatorNothingChanged,
        (true, true) => Word::OperatorWouldChange,
        (true, false) => Word::OperatorChanged,
    };
    let mut lines: Vec<String> = imported
        .changes
        .iter()
        .filter(|change| !matches!(change, crate::domain::agreement::Change::Kept { .. }))
        .map(|change| words::change(visit.language, change))
        .collect();
    if imported.n_withdrawn > 0 {
        // Whether there were any would tell who answered.
        lines.push(visit.t(Word::PeopleSheets));
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
        problems.push(("seat", visit.t(Word::ErrorSeat)));
    }
    if name.is_empty() || name.chars().count() > MAX_LINE || name.chars().any(char::is_control) {
        problems.push(("name", visit.t(Word::ErrorText)));
    }
    if !is_mail_address(&mail) {
        problems.push(("mail", visit.t(Word::ErrorHandOverMail)));
    } else if agreement.people.iter().any(|one| one.mail == mail && one.seat.is_some()) {
        problems.push(("mail", visit.t(Word::ErrorHasSeat)));
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
    change_agreement::put_people(&site.service, id, vec![newcomer], &visit.own.account, false, visit.now)
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
                audit::note(c, id, who, Act::BounceCleared, "", now)?;
            }
            Ok(())
        })
        .await?;
    Ok(see_other(&visit.to("/people")))
}
