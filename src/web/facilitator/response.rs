//! Response coming in: counts per partner, and whom a facilitator can phone or mail. Whether one person answered is
//! nobody's to know: the list of people is the same before and after.

use maud::{Markup, html};

use crate::app::installation::watch;
use crate::app::local_day;
use crate::report::wording;
use crate::web::desk::shell::{heading, page, table};
use crate::web::desk::visit::Visit;
use crate::web::{Answer, Site};
use crate::words::{Phrase, Word, tr, weekday};

/// `GET …/response`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let watched = watch::response(&site.service, place.id).await?;
    let title = visit.t(Word::ResponsePageTitle);
    let rows: Vec<Vec<Markup>> = watched
        .partners
        .iter()
        .map(|one| {
            vec![
                html! { (one.name) },
                html! { (wording::participation_of(visit.language, one.told)) },
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
            None => p { (visit.t(Word::ResponseNoRound)) },
            Some(round) => {
                @let closes_on = local_day(round.closes_at, &place.time_zone);
                @let (number, answered, invited) = (round.number.into(), round.n_answered.into(), round.n_invited.into());
                @let day = weekday(visit.language, closes_on).into();
                p { (tr(visit.language, if round.is_open {
                    Phrase::ResponseOpen { round: number, answered, invited, day }
                } else {
                    Phrase::ResponseClosed { round: number, answered, invited, day }
                })) }
                p class="hint" { (visit.t(Word::ResponsePromise)) }
                (table(visit, &visit.t(Word::ResponseCaption), &[Word::ResponsePartner, Word::ResponseAnswered, Word::ResponsePeople], &rows))
            },
        }
    };
    Ok(page(site, visit, &title, content))
}
