//! What respondents ask for in their own name: to be planned, answered, or made a proposal of.

use maud::{Markup, html};

use super::signals::on;
use crate::app::people::ask_conversation::{self, Named};
use crate::domain::request::{RequestKind, RequestState};
use crate::web::desk::shell::{button, heading, page};
use crate::web::desk::visit::Visit;
use crate::web::{Answer, Site, see_other};
use crate::words::{self, Phrase, Word, tr};

/// `GET …/requests`.
pub async fn list(visit: &Visit, site: &Site) -> Answer {
    let place = visit.place()?;
    let all = ask_conversation::list(&site.service, place.id).await?;
    let id = place.id;
    let (cast, survey) = site
        .service
        .store
        .read("read the themes", move |c| {
            let survey = crate::store::survey::find_in_force(c, id)?.map(|version| version.survey);
            Ok((crate::store::agreement::get(c, id)?, survey))
        })
        .await?;
    let title = visit.t(Word::RequestsTitle);
    let partner = |slug: &Option<String>| {
        let found = slug.as_ref().and_then(|slug| cast.partners.iter().find(|partner| partner.id == *slug));
        found.map(|partner| partner.name.clone())
    };
    let card = |named: &Named| -> Markup {
        let request = &named.request;
        let theme = request.theme.as_deref().and_then(|id| survey.as_ref()?.find_dimension(id));
        let theme = theme.map(|dimension| dimension.name.get(visit.language));
        let asked = words::request(visit.language, request.kind, theme, partner(&named.with).as_deref());
        html! {
            section class="card" {
                p class="eyebrow" { (on(visit, request.asked_at, &place.time_zone)) }
                h2 { (tr(visit.language, Phrase::RequestCard { name: named.name.clone().into(), request: asked.into() })) }
                @if let Some(partner) = partner(&named.partner) { p { (partner) } }
                @if !request.text.is_empty() { p { "“" (request.text) "”" } }
                p { a href=(format!("mailto:{}", named.mail)) { (named.mail) } }
                @match request.state {
                    RequestState::Done => p { (visit.t(Word::RequestIsDone)) },
                    state => {
                        @if state == RequestState::Matched { p { (visit.t(Word::RequestIsMatched)) } }
                        p class="buttons" {
                            a class="button" href=(visit.to(&format!("/conversations/new?request={}", request.id))) { (visit.t(Word::ConversationPlan)) }
                            @if request.kind == RequestKind::Proposal {
                                a class="button quiet" href=(visit.to(&format!("/adjustments/new?request={}", request.id))) { (visit.t(Word::AdjustmentPropose)) }
                            }
                        }
                        (button(site, visit, &visit.to(&format!("/request/{}/done", request.id)), "done", "yes", &visit.t(Word::RequestFinish)))
                    },
                }
            }
        }
    };
    let (open, done): (Vec<&Named>, Vec<&Named>) =
        all.iter().partition(|named| named.request.state != RequestState::Done);
    let content = html! {
        (heading(visit, &title))
        p { (visit.t(Word::RequestsLead)) }
        @if open.is_empty() { p class="notice" { (visit.t(Word::RequestsNone)) } }
        @for named in open { (card(named)) }
        @if !done.is_empty() { h2 { (visit.t(Word::RequestsDone)) } @for named in done { (card(named)) } }
    };
    Ok(page(site, visit, &title, content))
}

/// `POST …/request/{}/done`.
pub async fn finish(visit: &Visit, site: &Site) -> Answer {
    let id = visit.place()?.id;
    ask_conversation::finish(&site.service, id, visit.number(0)?, visit.who(), visit.now).await?;
    Ok(see_other(&visit.to("/requests")))
}
