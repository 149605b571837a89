//! Everything behind signing in: one table of routes, each with the action that it is. A request passes, in this order,
//! the table, the session, the second factor, the agreement, the capacity, and for forms the token.
//!
//! An agreement in which the visitor has no part does not exist for them: 404, as for one that nobody has. Next: the
//! folders of the audiences.

pub(in crate::web) mod shell;
pub(in crate::web) mod visit;

use std::future::Future;
use std::pin::Pin;

use http::Method;
use warp::reply::Response;

use self::visit::{Place, Visit};
use super::layout::in_language;
use super::problem::Problem;
use super::request::Request;
use super::{Answer, Site, see_other, session};
use super::{account, agreement, contact, facilitator, operator, steering_group};
use crate::app::local_day;
use crate::domain::access::{Action, Capacity, may};
use crate::domain::language::Language;
use crate::words::Word;

type Handler = for<'a> fn(&'a Visit, &'a Site) -> Pin<Box<dyn Future<Output = Answer> + Send + 'a>>;

/// One route.
pub struct DeskRoute {
    /// GET (and HEAD) or POST.
    pub method: Method,
    /// Its address; `{}` is an open place, `{agreement}` the agreement's short name.
    pub path: &'static str,
    /// What it does; `None` for one's own account.
    pub action: Option<Action>,
    /// What the navigation calls it; `None` for what is reached from another page.
    nav: Option<Word>,
    handler: Handler,
}

macro_rules! entries {
    ($($method:ident $path:literal $($action:ident)? => $handler:path $(, nav $nav:ident)?;)+) => {
        /// Every route behind signing in, in the order of the navigation.
        pub const DESK_ROUTES: &[DeskRoute] = &[
            $(DeskRoute {
                method: Method::$method,
                path: $path,
                action: entries!(@ Action $($action)?),
                nav: entries!(@ Word $($nav)?),
                handler: |visit, site| Box::pin($handler(visit, site)),
            },)+
        ];
    };
    (@ $kind:ident) => { None };
    (@ $kind:ident $value:ident) => { Some($kind::$value) };
}

entries! {
    // One's own.
    GET "/app" => account::home, nav NavHome;

    // The steering group.
    GET "/app/{agreement}" ReadSteering => steering_group::page::show, nav NavSteering;
    GET "/app/{agreement}/pulse" PulseExtra => steering_group::pulse::show;
    POST "/app/{agreement}/pulse" PulseExtra => steering_group::pulse::start;

    // Signals, and what comes of them.
    GET "/app/{agreement}/signals" WorkSignals => facilitator::signals::list, nav NavSignals;
    GET "/app/{agreement}/signal/{}" WorkSignals => facilitator::signals::show;
    POST "/app/{agreement}/signal/{}" WorkSignals => facilitator::signals::work;
    GET "/app/{agreement}/questions" WorkSignals => facilitator::questions::show, nav NavQuestions;
    POST "/app/{agreement}/questions" WorkSignals => facilitator::questions::change;
    GET "/app/{agreement}/response" ReadResponse => facilitator::response::show, nav NavResponse;
    GET "/app/{agreement}/requests" WorkRequests => facilitator::requests::list, nav NavRequests;
    POST "/app/{agreement}/request/{}/done" WorkRequests => facilitator::requests::finish;
    GET "/app/{agreement}/conversations" ReadConversations => facilitator::conversations::list, nav NavConversations;
    GET "/app/{agreement}/conversations/new" WorkConversations => facilitator::conversations::new;
    POST "/app/{agreement}/conversations" WorkConversations => facilitator::conversations::plan;
    GET "/app/{agreement}/conversation/{}" ReadConversations => facilitator::conversations::show;
    POST "/app/{agreement}/conversation/{}" WorkConversations => facilitator::conversations::change;
    GET "/app/{agreement}/calendar.ics" ReadConversations => facilitator::conversations::calendar;

    // The agreement, and how it changes.
    GET "/app/{agreement}/adjustments" ReadAdjustments => agreement::adjustments::list, nav NavAdjustments;
    GET "/app/{agreement}/adjustments/new" Adjust => agreement::adjustments::new;
    POST "/app/{agreement}/adjustments" Adjust => agreement::adjustments::propose;
    GET "/app/{agreement}/adjustment/{}" ReadAdjustments => agreement::adjustments::show;
    POST "/app/{agreement}/adjustment/{}/decide" Adjust => agreement::adjustments::decide;
    POST "/app/{agreement}/adjustment/{}/withdraw" Adjust => agreement::adjustments::withdraw;
    POST "/app/{agreement}/adjustment/{}/review" Adjust => agreement::adjustments::review;
    POST "/app/{agreement}/events" Adjust => agreement::adjustments::add_event;
    GET "/app/{agreement}/meetings" Adjust => steering_group::meeting::list, nav NavMeetings;
    POST "/app/{agreement}/meetings" Adjust => steering_group::meeting::begin;
    GET "/app/{agreement}/meeting/{}" Adjust => steering_group::meeting::show;
    POST "/app/{agreement}/meeting/{}" Adjust => steering_group::meeting::change;
    GET "/app/{agreement}/agreement" ReadAgreement => agreement::text::show, nav NavAgreement;
    GET "/app/{agreement}/agreement/changes" ReadAgreement => agreement::text::changes;
    GET "/app/{agreement}/agreement.toml" ReadAgreement => agreement::text::export;
    GET "/app/{agreement}/article/{}" ReadAgreement => agreement::article::show;
    GET "/app/{agreement}/learning" ReadAdjustments => agreement::learning::show, nav NavLearning;
    POST "/app/{agreement}/learning" Adjust => agreement::learning::add;
    POST "/app/{agreement}/learning/{}/strike" Adjust => agreement::learning::strike;
    GET "/app/{agreement}/lessons.csv" ReadAdjustments => agreement::learning::export;

    // Reports, and who may read them.
    GET "/app/{agreement}/reports" ReadResults => agreement::reports::list, nav NavReports;
    POST "/app/{agreement}/reports" ReleaseReport => agreement::reports::make_draft;
    GET "/app/{agreement}/report/{}" ReleaseReport => agreement::reports::draft;
    GET "/app/{agreement}/report/{}/draft.pdf" ReleaseReport => agreement::reports::draft_pdf;
    POST "/app/{agreement}/report/{}/release" ReleaseReport => agreement::reports::release;
    POST "/app/{agreement}/report/{}/correct" ReleaseReport => agreement::reports::correct;
    POST "/app/{agreement}/report/{}/revoke" ReleaseReport => agreement::reports::revoke;
    POST "/app/{agreement}/links" ReleaseReport => agreement::reports::make_link;
    POST "/app/{agreement}/link/{}/revoke" ReleaseReport => agreement::reports::revoke_link;

    // A partner's contact.
    GET "/app/{agreement}/results" ReadShared => contact::results, nav NavResults;
    GET "/app/{agreement}/partner" ReadOwnPartner => contact::show, nav NavPartner;
    POST "/app/{agreement}/partner/consent" ReadOwnPartner => contact::consent;

    // Operators.
    GET "/app/{agreement}/rounds" Administer => operator::rounds::list, nav NavRounds;
    POST "/app/{agreement}/rounds" Administer => operator::rounds::change;
    GET "/app/{agreement}/people" Administer => operator::people::list, nav NavPeople;
    POST "/app/{agreement}/people" Administer => operator::people::import;
    POST "/app/{agreement}/people/replace" Administer => operator::people::replace;
    POST "/app/{agreement}/people/good-address" Administer => operator::people::clear_bounce;
    GET "/app/{agreement}/person" Administer => operator::person::show;
    POST "/app/{agreement}/person/export" Administer => operator::person::export;
    POST "/app/{agreement}/person/erase" Administer => operator::person::erase;
    GET "/app/{agreement}/programs" Administer => operator::programs::list, nav NavPrograms;
    POST "/app/{agreement}/programs" Administer => operator::programs::change;
    GET "/app/{agreement}/approvals" Approve => operator::approvals::list, nav NavApprovals;
    POST "/app/{agreement}/approval/{}" Approve => operator::approvals::settle;
    POST "/app/{agreement}/approvals" Administer => operator::approvals::ask;
    GET "/operator" Operate => operator::home::show, nav NavOperator;
    POST "/operator/agreements" Operate => operator::home::import;
    GET "/operator/mail" Operate => operator::mail::show;
    POST "/operator/mail" Operate => operator::mail::act;
    GET "/operator/audit" Operate => operator::audit::show;
    GET "/operator/audit.csv" Operate => operator::audit::export;

    // One's own account.
    GET "/account" => account::show, nav NavAccount;
    POST "/account/language" => account::choose_language;
    POST "/account/session/{}/end" => account::end_session;
    POST "/account/identity/drop" => account::drop_identity;
    GET "/account/factor" => account::factor;
    POST "/account/factor" => account::give_factor;
    POST "/account/factor/drop" => account::drop_factor;
    POST "/sign-out" => account::sign_out;
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

/// Whether an address is one of this table's as far as its first word says: the rest is for [`serve`] to find or not.
pub(super) fn is_behind(path: &str) -> bool {
    DESK_ROUTES.iter().any(|entry| first_word(entry.path) == first_word(path))
}

fn first_word(path: &str) -> Option<&str> {
    path.split('/').nth(1)
}

/// Where the navigation leads for somebody with these capacities.
fn navigate(agreement: Option<&Place>, capacities: &[Capacity]) -> Vec<(Word, String)> {
    let opens = |entry: &DeskRoute| entry.action.is_none_or(|action| may(capacities, action));
    DESK_ROUTES
        .iter()
        .filter(|entry| opens(entry))
        .filter_map(|entry| {
            let word = entry.nav?;
            let href = match (entry.path.contains("{agreement}"), agreement) {
                (false, _) => entry.path.to_owned(),
                (true, Some(place)) => entry.path.replace("{agreement}", &place.slug),
                (true, None) => return None,
            };
            Some((word, href))
        })
        .collect()
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
        DESK_ROUTES.iter().filter_map(|entry| fit(entry.path, &path).map(|parts| (entry, parts))).collect();
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
        navigation: navigate(agreement.as_ref(), &capacities),
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
    let slug = slug.to_owned();
    let found = site
        .service
        .store
        .look_up("find an agreement", |connection| crate::store::agreement::find_outline(connection, &slug))
        .await?
        .ok_or(Problem::NotFound)?;
    Ok(Place {
        id: found.id,
        title: found.title.get(language).to_owned(),
        today: local_day(site.now(), &found.time_zone),
        time_zone: found.time_zone,
        slug,
    })
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
