//! Response coming in: counts per partner, and whom a facilitator can phone or mail. Whether one person answered is
//! nobody's to know: the list of people is the same before and after.

use maud::{Markup, html};

use super::super::desk::{self, Visit, heading, page};
use super::super::{Answer, Site};
use crate::app::local_day;
use crate::app::watch::{self, PartnerResponse};
use crate::words::{tr, weekday};

/// `GET …/response`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let watched = watch::response(&site.service, place.id).await?;
    let title = visit.t("response-page-title");
    let count = |one: &PartnerResponse| match one.count {
        None => visit.t("response-too-few-invited"),
        Some((answered, invited)) => tr(
            visit.language,
            "response-count",
            &[("answered", answered.into()), ("invited", invited.into())],
        ),
    };
    let rows: Vec<Vec<Markup>> = watched
        .partners
        .iter()
        .map(|one| {
            vec![
                html! { (one.name) },
                html! { (count(one)) },
                html! {
                    ul class="plain" {
                        @for person in &one.people {
                            li {
                                a href=(format!("mailto:{}", person.mail)) { (person.name) }
                                @if let Some(phone) = &person.phone {
                                    " · " a href=(format!("tel:{}", phone.replace(' ', ""))) { (phone) }
                                }
                            }
                        }
                    }
                },
            ]
        })
        .collect();
    let content = html! {
        (heading(visit, &title))
        @match &watched.round {
            None => p { (visit.t("response-no-round")) },
            Some(round) => {
                @let closes_on = local_day(round.closes_at, &place.time_zone);
                p { (tr(visit.language, if round.is_open { "response-open" } else { "response-closed" }, &[
                    ("round", round.number.into()),
                    ("answered", round.n_answered.into()),
                    ("invited", round.n_invited.into()),
                    ("day", weekday(visit.language, closes_on).into()),
                ])) }
                p class="hint" { (visit.t("response-promise")) }
                (desk::table(visit, &visit.t("response-caption"), &["response-partner", "response-answered", "response-people"], &rows))
            },
        }
    };
    Ok(page(site, visit, &title, content))
}
