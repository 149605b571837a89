//! Reports that were made, newest first, with a link that needs the session and no key.

use maud::html;

use super::super::desk::{Visit, heading, page};
use super::super::layout::in_language;
use super::super::{Answer, Site};
use crate::report::wording;
use crate::store::report;

/// `GET …/reports`.
pub async fn list(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let id = place.id;
    let periods = site.service.store.read("list reports", move |c| report::list(c, id)).await?;
    let title = visit.t("reports-title");
    let content = html! {
        (heading(visit, &title))
        @if periods.is_empty() { p { (visit.t("reports-none")) } }
        ul class="plain" {
            @for period in &periods {
                @let name = period.parse().map_or(period.clone(), |period| wording::period(visit.language, period));
                li { a href=(in_language(&format!("/r/{}/{period}", place.slug), visit.language)) { (name) } }
            }
        }
    };
    Ok(page(site, visit, &title, content))
}
