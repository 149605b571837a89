//! A partner's contact: its people, its participation, its word on attributed answers.

use maud::{Markup, html};

use super::problem::Problem;
use super::{Answer, Site, see_other};
use crate::app::agreement::change_agreement;
use crate::app::installation::watch::{self, PartnerResponse};
use crate::app::report::make_report;
use crate::domain::agreement::{Agreement, Partner};
use crate::domain::role::Role;
use crate::domain::round::{Outcome, RoundState};
use crate::report::facts::RoundInput;
use crate::report::wording;
use crate::web::desk::shell::{form, heading, page, table};
use crate::web::desk::visit::Visit;
use crate::words::{Phrase, Word, day, tr};

/// Shared rounds on the page.
const SHOWN_ROUNDS: usize = 4;

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
    let watched = watch::response(&site.service, id, visit.now).await?;
    let own: Option<&PartnerResponse> = watched.partners.iter().find(|one| one.name == partner.name);
    let people: Vec<Vec<Markup>> = agreement
        .people
        .iter()
        .filter(|person| person.partner.as_ref() == Some(&partner.id))
        .map(|person| {
            let role = person.role.map(|role| match role {
                Role::Executive => visit.t(Word::RoleExecutive),
                Role::Practitioner => visit.t(Word::RolePractitioner),
            });
            vec![
                html! { (person.name) },
                html! { (person.mail) },
                html! { (role.unwrap_or_default()) @if person.contact { " " (visit.t(Word::PartnerIsContact)) } },
            ]
        })
        .collect();
    let title = partner.name.clone();
    let content = html! {
        (heading(visit, &title))
        @if let (Some(round), Some(own)) = (&watched.round, own) {
            h2 { (visit.t(Word::PartnerResponse)) }
            p {
                (tr(visit.language, Phrase::PartnerRound { round: round.number.into() })) " "
                (wording::participation_of(visit.language, own.told))
            }
        }
        h2 { (visit.t(Word::PartnerPeople)) }
        (table(visit, &visit.t(Word::PartnerPeopleCaption), &[Word::PeopleName, Word::PeopleMail, Word::PeopleRole], &people))
        p class="hint" { (visit.t(Word::PartnerPeopleHint)) }
        h2 { (visit.t(Word::ConsentTitle)) }
        @match partner.consent_attributed_on {
            Some(on) => {
                p { (tr(visit.language, Phrase::ConsentGiven { day: day(visit.language, on).into() })) }
                (form(site, visit, &visit.to("/partner/consent"), html! { button type="submit" class="quiet" name="consent" value="no" { (visit.t(Word::ConsentTakeBack)) } }))
            },
            None => {
                p { (visit.t(Word::ConsentNone)) }
                (form(site, visit, &visit.to("/partner/consent"), html! { button type="submit" class="quiet" name="consent" value="yes" { (visit.t(Word::ConsentGive)) } }))
            },
        }
        p class="hint" { (visit.t(Word::ConsentHint)) }
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
    change_agreement::consent(&site.service, id, partner, on, visit.who(), visit.now).await?;
    Ok(see_other(&visit.to("/partner")))
}

/// `GET …/results`: what every respondent sees of the rounds that were shared, newest first.
pub async fn results(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let id = place.id;
    let shared = site
        .service
        .store
        .read("read shared rounds", move |c| {
            let agreement = crate::store::agreement::get(c, id)?;
            let numbers: Vec<(u32, Option<Outcome>)> = crate::store::round::list(c, id)?
                .into_iter()
                .filter(|round| round.state == RoundState::Shared)
                .filter_map(|round| Some((round.number?, round.outcome)))
                .collect();
            let inputs = make_report::list_inputs(c, id, &agreement)?;
            let own = inputs.into_iter().filter(|round| round.survey.id == agreement.survey);
            let with_outcome = |round: RoundInput| {
                let (_, outcome) = numbers.iter().find(|(number, _)| *number == round.number)?.clone();
                Some((round, outcome))
            };
            Ok(own.filter_map(with_outcome).collect::<Vec<_>>())
        })
        .await?;
    let title = visit.t(Word::ResultsSharedTitle);
    let content = html! {
        (heading(visit, &title))
        @if shared.is_empty() { p { (visit.t(Word::ResultsSharedNone)) } }
        @for (round, outcome) in shared.iter().rev().take(SHOWN_ROUNDS) {
            h2 { (tr(visit.language, Phrase::ResultsSharedRound { round: round.number.into(), day: day(visit.language, round.date).into() })) }
            @if let Some(outcome) = outcome {
                p { (visit.t(Word::YouSaid)) " " (outcome.said.get(visit.language)) }
                p { (visit.t(Word::WeDid)) " " (outcome.did.get(visit.language)) }
            }
            @let rows: Vec<Vec<Markup>> = round.survey.dimensions.iter().filter_map(|dimension| {
                let figure = round.figures.find_dimension(&dimension.id)?;
                Some(vec![html! { (dimension.name.get(visit.language)) }, html! { (wording::mean_with_n(visit.language, figure)) }])
            }).collect();
            (table(visit, &visit.t(Word::ResultsSharedCaption), &[Word::ResultsSharedTheme, Word::ArticleMean], &rows))
        }
    };
    Ok(page(site, visit, &title, content))
}
