//! A partner's contact: its people, its participation, its word on attributed answers.

use maud::{Markup, html};

use super::desk::{self, Visit, form, heading, page};
use super::problem::Problem;
use super::{Answer, Site, see_other};
use crate::app::change_agreement;
use crate::app::watch::{self, PartnerResponse};
use crate::domain::agreement::{Agreement, Partner, Role};
use crate::words::{day, tr};

/// The partner that the visitor speaks for.
fn own_partner<'a>(visit: &Visit, agreement: &'a Agreement) -> Result<&'a Partner, Problem> {
    let own = agreement.people.iter().find(|person| person.mail == visit.own.account.mail && person.contact);
    let partner = own.and_then(|person| person.partner.as_ref());
    agreement.partners.iter().find(|one| Some(&one.id) == partner).ok_or(Problem::NotFound)
}

/// `GET …/partner`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    let id = visit.place()?.id;
    let agreement =
        site.service.store.read("read an agreement", move |c| crate::store::agreement::get(c, id)).await?;
    let partner = own_partner(visit, &agreement)?;
    let watched = watch::response(&site.service, id).await?;
    let own: Option<&PartnerResponse> = watched.partners.iter().find(|one| one.name == partner.name);
    let people: Vec<Vec<Markup>> = agreement
        .people
        .iter()
        .filter(|person| person.partner.as_ref() == Some(&partner.id))
        .map(|person| {
            let role = person.role.map(|role| match role {
                Role::Executive => visit.t("role-executive"),
                Role::Practitioner => visit.t("role-practitioner"),
            });
            vec![
                html! { (person.name) },
                html! { (person.mail) },
                html! { (role.unwrap_or_default()) @if person.contact { " " (visit.t("partner-is-contact")) } },
            ]
        })
        .collect();
    let title = partner.name.clone();
    let content = html! {
        (heading(visit, &title))
        @if let (Some(round), Some(own)) = (&watched.round, own) {
            h2 { (visit.t("partner-response")) }
            p {
                (tr(visit.language, "partner-round", &[("round", round.number.into())])) " "
                @match own.count {
                    Some((answered, invited)) => (tr(visit.language, "response-count", &[("answered", answered.into()), ("invited", invited.into())])),
                    None => (visit.t("response-too-few-invited")),
                }
            }
        }
        h2 { (visit.t("partner-people")) }
        (desk::table(visit, &visit.t("partner-people-caption"), &["people-name", "people-mail", "people-role"], &people))
        p class="hint" { (visit.t("partner-people-hint")) }
        h2 { (visit.t("consent-title")) }
        @match partner.consent_attributed_on {
            Some(on) => {
                p { (tr(visit.language, "consent-given", &[("day", day(visit.language, on).into())])) }
                (form(site, visit, &visit.to("/partner/consent"), html! { button type="submit" class="quiet" name="consent" value="no" { (visit.t("consent-take-back")) } }))
            },
            None => {
                p { (visit.t("consent-none")) }
                (form(site, visit, &visit.to("/partner/consent"), html! { button type="submit" class="quiet" name="consent" value="yes" { (visit.t("consent-give")) } }))
            },
        }
        p class="hint" { (visit.t("consent-hint")) }
    };
    Ok(page(site, visit, &title, content))
}

/// `POST …/partner/consent`.
pub async fn consent(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let id = place.id;
    let agreement =
        site.service.store.read("read an agreement", move |c| crate::store::agreement::get(c, id)).await?;
    let partner = own_partner(visit, &agreement)?.id.clone();
    let on = match visit.field("consent") {
        "yes" => Some(place.today),
        "no" => None,
        _ => return Err(Problem::BadForm),
    };
    change_agreement::consent(&site.service, id, (partner, on), visit.who(), visit.now).await?;
    Ok(see_other(&visit.to("/partner")))
}
