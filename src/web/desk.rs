//! Everything behind signing in: one table of routes, each with the action that it is. A request passes, in this order,
//! the table, the session, the second factor, the agreement, the capacity, and for forms the token.
//!
//! An agreement in which the visitor has no part does not exist for them: 404, as for one that nobody has. Next: the
//! folders of the audiences.

use std::future::Future;
use std::pin::Pin;

use chrono::{DateTime, NaiveDate, Utc};
use http::{Method, StatusCode};
use maud::{Markup, html};
use warp::reply::Response;

use super::layout::{self, in_language};
use super::problem::Problem;
use super::request::Request;
use super::{Answer, Site, html as html_reply, see_other, session};
use super::{account, agreement, contact, facilitator, operator, steering_group};
use crate::app::local_day;
use crate::app::sign_in::SignedIn;
use crate::domain::access::{Action, Capacity, may};
use crate::domain::ids::AgreementId;
use crate::domain::language::Language;
use crate::insight::disclosure::signals::Reader;
use crate::store::audit::Who;
use crate::words::tr;

/// A signed-in request that passed every check.
pub struct Visit {
    /// What was asked.
    pub request: Request,
    /// Who asks.
    pub own: SignedIn,
    /// In what capacities, here.
    pub capacities: Vec<Capacity>,
    /// The agreement that the address names.
    pub agreement: Option<Place>,
    /// Language of the page.
    pub language: Language,
    /// What stood in the address's open places, in order; an agreement's name left out.
    pub parts: Vec<String>,
    /// The address.
    pub path: String,
    /// Now.
    pub now: DateTime<Utc>,
}

/// The agreement that an address names.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its row.
    pub id: AgreementId,
    /// Its short name.
    pub slug: String,
    /// What people call it.
    pub title: String,
    /// Today, where it is.
    pub today: NaiveDate,
    /// Its zone.
    pub time_zone: String,
}

impl Visit {
    /// A word in the page's language.
    pub fn t(&self, key: &str) -> String {
        tr(self.language, key, &[])
    }

    /// A form's field without blanks around it; empty when it is missing.
    pub fn field(&self, name: &str) -> &str {
        self.request.field(name).unwrap_or_default().trim()
    }

    /// The agreement; routes without one never ask.
    pub fn place(&self) -> Result<&Place, Problem> {
        self.agreement.as_ref().ok_or(Problem::NotFound)
    }

    /// An address within the agreement, in the page's language.
    pub fn to(&self, rest: &str) -> String {
        let slug = self.agreement.as_ref().map_or("", |place| &place.slug);
        in_language(&format!("/app/{slug}{rest}"), self.language)
    }

    /// Whether the visitor may do something here.
    pub fn may(&self, action: Action) -> bool {
        may(&self.capacities, action)
    }

    /// As whom the visitor reads signals and what came of them.
    pub fn reader(&self) -> Reader {
        if self.may(Action::WorkSignals) { Reader::Facilitator } else { Reader::Steering }
    }

    /// What stood in an open place of the address.
    pub fn part(&self, place: usize) -> &str {
        self.parts.get(place).map_or("", String::as_str)
    }

    /// A number that stood there.
    pub fn number(&self, place: usize) -> Result<i64, Problem> {
        self.part(place).parse().map_err(|_| Problem::NotFound)
    }

    /// The visitor, as the audit log knows them.
    pub fn who(&self) -> Who {
        Who::Account(self.own.account.id)
    }
}

type Handler = for<'a> fn(&'a Visit, &'a Site) -> Pin<Box<dyn Future<Output = Answer> + Send + 'a>>;

/// One route.
pub struct Entry {
    /// GET (and HEAD) or POST.
    pub method: Method,
    /// Its address; `{}` is an open place, `{agreement}` the agreement's short name.
    pub path: &'static str,
    /// What it does; `None` for one's own account.
    pub action: Option<Action>,
    handler: Handler,
}

macro_rules! entries {
    ($($method:ident $path:literal $($action:ident)? => $handler:path;)+) => {
        /// Every route behind signing in.
        pub const ENTRIES: &[Entry] = &[
            $(Entry {
                method: Method::$method,
                path: $path,
                action: entries!(@action $($action)?),
                handler: |visit, site| Box::pin($handler(visit, site)),
            },)+
        ];
    };
    (@action) => { None };
    (@action $action:ident) => { Some(Action::$action) };
}

entries! {
    // One's own.
    GET "/app" => account::home;
    GET "/account" => account::show;
    POST "/account/language" => account::choose_language;
    POST "/account/session/{}/end" => account::end_session;
    POST "/account/identity/drop" => account::drop_identity;
    GET "/account/factor" => account::factor;
    POST "/account/factor" => account::give_factor;
    POST "/account/factor/drop" => account::drop_factor;
    POST "/sign-out" => account::sign_out;

    // The agreement.
    GET "/app/{agreement}/agreement" ReadAgreement => agreement::text::show;
    GET "/app/{agreement}/agreement/changes" ReadAgreement => agreement::text::changes;
    GET "/app/{agreement}/agreement.toml" ReadAgreement => agreement::text::export;
    GET "/app/{agreement}/article/{}" ReadAgreement => agreement::article::show;
    GET "/app/{agreement}/adjustments" ReadAdjustments => agreement::adjustments::list;
    GET "/app/{agreement}/adjustments/new" Adjust => agreement::adjustments::new;
    POST "/app/{agreement}/adjustments" Adjust => agreement::adjustments::propose;
    GET "/app/{agreement}/adjustment/{}" ReadAdjustments => agreement::adjustments::show;
    POST "/app/{agreement}/adjustment/{}/decide" Adjust => agreement::adjustments::decide;
    POST "/app/{agreement}/adjustment/{}/withdraw" Adjust => agreement::adjustments::withdraw;
    POST "/app/{agreement}/adjustment/{}/review" Adjust => agreement::adjustments::review;
    POST "/app/{agreement}/events" Adjust => agreement::adjustments::add_event;
    GET "/app/{agreement}/learning" ReadAdjustments => agreement::learning::show;
    POST "/app/{agreement}/learning" Adjust => agreement::learning::add;
    POST "/app/{agreement}/learning/{}/strike" Adjust => agreement::learning::strike;
    GET "/app/{agreement}/lessons.csv" ReadAdjustments => agreement::learning::export;
    GET "/app/{agreement}/reports" ReadResults => agreement::reports::list;
    POST "/app/{agreement}/reports" ReleaseReport => agreement::reports::make_draft;
    GET "/app/{agreement}/report/{}" ReleaseReport => agreement::reports::draft;
    GET "/app/{agreement}/report/{}/draft.pdf" ReleaseReport => agreement::reports::draft_pdf;
    POST "/app/{agreement}/report/{}/release" ReleaseReport => agreement::reports::release;
    POST "/app/{agreement}/report/{}/correct" ReleaseReport => agreement::reports::correct;
    POST "/app/{agreement}/report/{}/revoke" ReleaseReport => agreement::reports::revoke;
    POST "/app/{agreement}/links" ReleaseReport => agreement::reports::make_link;
    POST "/app/{agreement}/link/{}/revoke" ReleaseReport => agreement::reports::revoke_link;

    // Facilitators.
    GET "/app/{agreement}/signals" WorkSignals => facilitator::signals::list;
    GET "/app/{agreement}/signal/{}" WorkSignals => facilitator::signals::show;
    POST "/app/{agreement}/signal/{}" WorkSignals => facilitator::signals::work;
    GET "/app/{agreement}/response" ReadResponse => facilitator::response::show;
    GET "/app/{agreement}/requests" WorkRequests => facilitator::requests::list;
    POST "/app/{agreement}/request/{}/done" WorkRequests => facilitator::requests::finish;
    GET "/app/{agreement}/conversations" ReadConversations => facilitator::conversations::list;
    GET "/app/{agreement}/conversations/new" WorkConversations => facilitator::conversations::new;
    POST "/app/{agreement}/conversations" WorkConversations => facilitator::conversations::plan;
    GET "/app/{agreement}/conversation/{}" ReadConversations => facilitator::conversations::show;
    POST "/app/{agreement}/conversation/{}" WorkConversations => facilitator::conversations::change;
    GET "/app/{agreement}/calendar.ics" ReadConversations => facilitator::conversations::calendar;

    // The steering group.
    GET "/app/{agreement}" ReadSteering => steering_group::page::show;
    GET "/app/{agreement}/meetings" Adjust => steering_group::meeting::list;
    POST "/app/{agreement}/meetings" Adjust => steering_group::meeting::begin;
    GET "/app/{agreement}/meeting/{}" Adjust => steering_group::meeting::show;
    POST "/app/{agreement}/meeting/{}" Adjust => steering_group::meeting::change;
    GET "/app/{agreement}/pulse" PulseExtra => steering_group::pulse::show;
    POST "/app/{agreement}/pulse" PulseExtra => steering_group::pulse::start;

    // A partner's contact.
    GET "/app/{agreement}/results" ReadShared => contact::results;
    GET "/app/{agreement}/partner" ReadOwnPartner => contact::show;
    POST "/app/{agreement}/partner/consent" ReadOwnPartner => contact::consent;

    // Operators.
    GET "/app/{agreement}/approvals" Approve => operator::approvals::list;
    POST "/app/{agreement}/approval/{}" Approve => operator::approvals::settle;
    POST "/app/{agreement}/approvals" Administer => operator::approvals::ask;
    GET "/app/{agreement}/people" Administer => operator::people::list;
    POST "/app/{agreement}/people" Administer => operator::people::import;
    POST "/app/{agreement}/people/replace" Administer => operator::people::replace;
    POST "/app/{agreement}/people/good-address" Administer => operator::people::clear_bounce;
    GET "/app/{agreement}/person" Administer => operator::person::show;
    POST "/app/{agreement}/person/export" Administer => operator::person::export;
    POST "/app/{agreement}/person/erase" Administer => operator::person::erase;
    GET "/app/{agreement}/rounds" Administer => operator::rounds::list;
    POST "/app/{agreement}/rounds" Administer => operator::rounds::change;
    GET "/app/{agreement}/programs" Administer => operator::programs::list;
    POST "/app/{agreement}/programs" Administer => operator::programs::change;
    GET "/operator" Operate => operator::home::show;
    POST "/operator/agreements" Operate => operator::home::import;
    GET "/operator/mail" Operate => operator::mail::show;
    POST "/operator/mail" Operate => operator::mail::act;
    GET "/operator/audit" Operate => operator::audit::show;
    GET "/operator/audit.csv" Operate => operator::audit::export;
}

/// The open places of an address that a route's address fits; the agreement's name apart.
fn fit(pattern: &str, path: &str) -> Option<(Option<String>, Vec<String>)> {
    let (mut pattern, mut path) = (pattern.split('/'), path.split('/'));
    let (mut agreement, mut parts) = (None, Vec::new());
    loop {
        match (pattern.next(), path.next()) {
            (None, None) => return Some((agreement, parts)),
            (Some("{agreement}"), Some(part)) if !part.is_empty() => agreement = Some(part.to_owned()),
            (Some("{}"), Some(part)) if !part.is_empty() => parts.push(part.to_owned()),
            (Some(word), Some(part)) if word == part => {}
            _ => return None,
        }
    }
}

/// Serves an address behind signing in.
pub async fn serve(method: Method, path: String, request: Request, site: Site) -> Response {
    match pass(method, path, &request, &site).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(&request, &site),
    }
}

async fn pass(method: Method, path: String, request: &Request, site: &Site) -> Answer {
    let is_post = method == Method::POST;
    let fitting: Vec<_> =
        ENTRIES.iter().filter_map(|entry| fit(entry.path, &path).map(|parts| (entry, parts))).collect();
    // A fixed address goes before an open one.
    let found = fitting.iter().filter(|(entry, _)| (entry.method == Method::POST) == is_post);
    let Some((entry, (slug, parts))) = found.min_by_key(|(entry, _)| entry.path.matches('{').count()) else {
        return Err(if fitting.is_empty() { Problem::NotFound } else { Problem::WrongMethod });
    };
    let Some(own) = session::find_half(request, site).await? else {
        let next: String = url::form_urlencoded::byte_serialize(path.as_bytes()).collect();
        return Ok(see_other(&format!("/sign-in?next={next}&lang={}", request.language())));
    };
    let language = request.chosen_language().unwrap_or(own.account.language);
    let is_factor = path.starts_with("/account/factor") || path == "/sign-out";
    if own.lacks_factor(&site.service.config.sign_in.second_factor) && !is_factor {
        return Ok(see_other(&in_language("/account/factor", language)));
    }
    let agreement = match slug {
        None => None,
        Some(slug) => Some(find_place(site, slug, language).await?),
    };
    let capacities = own.capacities_in(agreement.as_ref().map(|place| place.id));
    if let Some(action) = entry.action
        && !may(&capacities, action)
    {
        // Whoever has a part here may know that there is such a page; anybody else may not.
        let has_part = agreement.is_some() && !capacities.is_empty();
        return Err(if has_part { Problem::NotYours } else { Problem::NotFound });
    }
    if is_post {
        session::check_form(request, site, &own)?;
    }
    let visit = Visit {
        request: request.clone(),
        own,
        capacities,
        agreement,
        language,
        parts: parts.clone(),
        path,
        now: site.now(),
    };
    (entry.handler)(&visit, site).await
}

async fn find_place(site: &Site, slug: &str, language: Language) -> Result<Place, Problem> {
    let id = site.service.find_agreement(slug).await?;
    let cast = site
        .service
        .store
        .read("read an agreement", move |connection| crate::store::agreement::get(connection, id))
        .await?;
    Ok(Place {
        id,
        slug: cast.id,
        title: cast.title.get(language).to_owned(),
        today: local_day(site.now(), &cast.time_zone),
        time_zone: cast.time_zone,
    })
}

/// Where the navigation of an agreement leads, with what it takes to see it.
const PLACES: [(&str, Action, &str); 15] = [
    ("", Action::ReadSteering, "nav-steering"),
    ("/signals", Action::WorkSignals, "nav-signals"),
    ("/response", Action::ReadResponse, "nav-response"),
    ("/requests", Action::WorkRequests, "nav-requests"),
    ("/conversations", Action::ReadConversations, "nav-conversations"),
    ("/adjustments", Action::ReadAdjustments, "nav-adjustments"),
    ("/meetings", Action::Adjust, "nav-meetings"),
    ("/agreement", Action::ReadAgreement, "nav-agreement"),
    ("/learning", Action::ReadAdjustments, "nav-learning"),
    ("/reports", Action::ReadResults, "nav-reports"),
    ("/results", Action::ReadShared, "nav-results"),
    ("/partner", Action::ReadOwnPartner, "nav-partner"),
    ("/rounds", Action::Administer, "nav-rounds"),
    ("/people", Action::Administer, "nav-people"),
    ("/programs", Action::Administer, "nav-programs"),
];

/// The first place of an agreement that somebody may see.
pub fn first_place(capacities: &[Capacity]) -> &'static str {
    let order =
        [Capacity::Facilitator, Capacity::Chair, Capacity::Steering, Capacity::Contact, Capacity::Operator];
    match order.into_iter().find(|capacity| capacities.contains(capacity)) {
        Some(Capacity::Facilitator) => "/signals",
        Some(Capacity::Contact) => "/partner",
        Some(Capacity::Operator) => "/rounds",
        Some(Capacity::Chair | Capacity::Steering) | None => "",
    }
}

fn navigation(visit: &Visit) -> Markup {
    html! {
        nav class="desk" aria-label=(visit.t("nav-label")) {
            ul {
                li { a href=(in_language("/app", visit.language)) { (visit.t("nav-home")) } }
                @if let Some(place) = &visit.agreement {
                    @for (rest, action, key) in PLACES {
                        @if visit.may(action) {
                            li { a href=(visit.to(rest)) aria-current=[(visit.path == format!("/app/{}{rest}", place.slug)).then_some("page")] { (visit.t(key)) } }
                        }
                    }
                    @if visit.may(Action::Approve) { li { a href=(visit.to("/approvals")) { (visit.t("nav-approvals")) } } }
                }
                @if visit.own.account.is_operator { li { a href=(in_language("/operator", visit.language)) { (visit.t("nav-operator")) } } }
                li { a href=(in_language("/account", visit.language)) { (visit.t("nav-account")) } }
            }
        }
    }
}

/// A page behind signing in.
pub fn page(site: &Site, visit: &Visit, title: &str, content: Markup) -> Response {
    page_with(site, visit, StatusCode::OK, title, content)
}

/// The same with another status: a form that came back.
pub fn page_with(site: &Site, visit: &Visit, status: StatusCode, title: &str, content: Markup) -> Response {
    let privacy = visit
        .agreement
        .as_ref()
        .map(|place| in_language(&format!("/privacy/{}", place.slug), visit.language));
    // Its own address, filters and all, without the language.
    let filters: Vec<String> = visit.request.filters().collect();
    let switch =
        if filters.is_empty() { visit.path.clone() } else { format!("{}?{}", visit.path, filters.join("&")) };
    let shell = layout::Page { language: visit.language, title, switch: Some(switch), privacy };
    html_reply(status, layout::page_with(site, &shell, Some(navigation(visit)), content))
}

/// A page's heading below the agreement's name.
pub fn heading(visit: &Visit, title: &str) -> Markup {
    html! {
        h1 {
            @if let Some(place) = &visit.agreement { span class="eyebrow" { (place.title) } " " }
            (title)
        }
    }
}

/// A form that changes something, with its token.
pub fn form(site: &Site, visit: &Visit, action: &str, content: Markup) -> Markup {
    html! {
        form method="post" action=(action) novalidate {
            (session::form_token(site, &visit.own))
            (content)
        }
    }
}

/// A button that is a form by itself.
pub fn button(site: &Site, visit: &Visit, action: &str, (name, value): (&str, &str), label: &str) -> Markup {
    form(
        site,
        visit,
        action,
        html! { button type="submit" class="quiet" name=(name) value=(value) { (label) } },
    )
}

/// A table that scrolls by itself where it does not fit.
pub fn table(visit: &Visit, caption: &str, heads: &[&str], rows: &[Vec<Markup>]) -> Markup {
    html! {
        div class="scroll" role="group" tabindex="0" aria-label=(format!("{}: {caption}", visit.t("table-scrolls"))) {
            table {
                caption { (caption) }
                thead { tr { @for head in heads { th scope="col" { (visit.t(head)) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (column, cell) in row.iter().enumerate() {
                                @if column == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A file to keep.
pub fn download(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    named_file("attachment", kind, name, bytes)
}

/// A file under a name: `inline` opens in the browser, `attachment` is kept.
pub fn named_file(way: &str, kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    use http::header::{self, HeaderValue};
    use warp::Reply;
    let mut response = bytes.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(value) = HeaderValue::from_str(&format!("{way}; filename=\"{name}\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_fit_their_routes_and_no_other() {
        let path = |pattern, path| fit(pattern, path);
        assert_eq!(path("/app/{agreement}", "/app/city"), Some((Some("city".into()), vec![])));
        assert_eq!(
            path("/app/{agreement}/signal/{}", "/app/city/signal/x-1"),
            Some((Some("city".into()), vec!["x-1".into()]))
        );
        assert_eq!(path("/app/{agreement}", "/app/"), None);
        assert_eq!(path("/app/{agreement}", "/app/city/"), None);
        assert_eq!(path("/app", "/app/city"), None);
    }
}
