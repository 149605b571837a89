//! One person's own data: send them the way to it, or take them out. An operator sees neither.

use crate::words::Word;
use http::StatusCode;
use maud::html;

use super::home::done;
use crate::app::people::answer_person;
use crate::domain::agreement::Person;
use crate::web::desk::shell::{form, heading, page_with};
use crate::web::desk::visit::Visit;
use crate::web::parts::{self, Field};
use crate::web::problem::Problem;
use crate::web::{Answer, Site};

async fn find(visit: &Visit, site: &Site, mail: &str) -> Result<Person, Problem> {
    let id = visit.place()?.id;
    let agreement =
        site.service.store.read("read an agreement", move |c| crate::store::agreement::get(c, id)).await?;
    agreement.people.into_iter().find(|person| person.mail == mail).ok_or(Problem::NotFound)
}

/// `GET …/person?mail=`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    let mail = visit.request.query("mail").unwrap_or_default().to_owned();
    show_with(visit, site, &mail, None).await
}

async fn show_with(visit: &Visit, site: &Site, mail: &str, problem: Option<String>) -> Answer {
    let person = find(visit, site, mail).await?;
    let title = parts::title_with_errors(visit.language, &person.name, problem.is_some());
    let summary: Vec<_> = problem.iter().map(|text| ("again".to_owned(), text.clone())).collect();
    let content = html! {
        (parts::error_summary(visit.language, &summary))
        (heading(visit, &person.name))
        p { (person.mail) }
        h2 { (visit.t(Word::PersonAccess)) }
        p { (visit.t(Word::PersonAccessLead)) }
        (form(site, visit, &visit.to("/person/export"), html! {
            input type="hidden" name="mail" value=(person.mail);
            button type="submit" { (visit.t(Word::PersonAccessSend)) }
        }))
        h2 { (visit.t(Word::PersonErase)) }
        p { (visit.t(Word::PersonEraseLead)) }
        (form(site, visit, &visit.to("/person/erase"), html! {
            input type="hidden" name="mail" value=(person.mail);
            (parts::line(&Field { name: "again", label: &visit.t(Word::PersonEraseAgain), hint: None, problem: problem.as_deref() }, "email", "", 254))
            button type="submit" class="quiet" { (visit.t(Word::PersonEraseSend)) }
        }))
        p { a href=(visit.to("/people")) { (visit.t(Word::Back)) } }
    };
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(site, visit, status, &title, content))
}

/// `POST …/person/export`.
pub async fn export(visit: &Visit, site: &Site) -> Answer {
    let id = visit.place()?.id;
    if !answer_person::send_data(&site.service, id, visit.field("mail"), visit.who(), visit.now).await? {
        return Err(Problem::NotFound);
    }
    done(visit, site, &visit.t(Word::PersonAccess), &visit.t(Word::PersonAccessSent), &visit.to("/people"))
}

/// `POST …/person/erase`.
pub async fn erase(visit: &Visit, site: &Site) -> Answer {
    let mail = visit.field("mail").to_owned();
    if visit.field("again").to_lowercase() != mail {
        return show_with(visit, site, &mail, Some(visit.t(Word::ErrorAgain))).await;
    }
    let id = visit.place()?.id;
    if answer_person::erase(&site.service, id, &mail, visit.who(), visit.now).await?.is_none() {
        return Err(Problem::NotFound);
    }
    done(visit, site, &visit.t(Word::PersonErase), &visit.t(Word::PersonErased), &visit.to("/people"))
}
