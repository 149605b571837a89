//! Response coming in: counts per partner, and whom a facilitator can phone or mail. Whether one person answered is
//! nobody's to know: the list of people is the same before and after.

use maud::{Markup, html};

use crate::app::installation::watch;
use crate::app::local_day;
use crate::insight::disclosure::participation::Told;
use crate::report::wording;
use crate::web::desk::shell::{heading, page, table};
use crate::web::desk::visit::Visit;
use crate::web::{Answer, Site};
use crate::words::{Phrase, Word, tr, weekday};

/// How many answered as a bar, beside the same in words; none where that is not told.
fn bar(told: Told) -> Markup {
    let (answered, invited) = match told {
        Told::Count(answered, invited) => (answered, invited),
        Told::AtMostOne(invited) => (0, invited),
        Told::AllButOne(invited) => (invited, invited),
        Told::TooFew => return html! {},
    };
    html! { meter min="0" max=(invited) value=(answered) aria-hidden="true" {} " " }
}

/// `GET …/response`.
pub async fn show(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let watched = watch::response(&site.service, place.id, visit.now).await?;
    let title = visit.t(Word::ResponsePageTitle);
    let rows: Vec<Vec<Markup>> = watched
        .partners
        .iter()
        .map(|one| {
            vec![
                html! { (one.name) },
                html! {
                    (bar(one.told))
                    (wording::participation_of(visit.language, one.told))
                },
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
                @if let Some(silent) = wording::silence_of(visit.language, watched.silent) { p { (silent) } }
                @if watched.n_withheld > 0 {
                    p class="hint" { (tr(visit.language, Phrase::ResponseWithheld { n: watched.n_withheld.into() })) }
                }
                (table(visit, &visit.t(Word::ResponseCaption), &[Word::ResponsePartner, Word::ResponseAnswered, Word::ResponsePeople], &rows))
            },
        }
    };
    Ok(page(site, visit, &title, content))
}
