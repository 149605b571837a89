//! Who may open what: the access table, printed and held against the running server, over every route, every capacity, and
//! an agreement in which the visitor has no part. Outsiders come first.

use crate::support::desk::{Desk, FACILITATOR, Reply, STEERING, send};
use crate::support::{Cast, FORM, agreement_of, at, browser, core_pulse};
use polsslag::domain::access::{Action, Capacity, may, table};
use polsslag::web::desk::{DESK_ROUTES, DeskRoute};

const NOW: &str = "2026-01-01T00:00:00Z";
/// Somebody who is only a contact.
const CONTACT: &str = "persoon2@p2.example";
/// Somebody who chairs the steering group.
const CHAIR: &str = "persoon1@p3.example";

/// A service with the test agreement and another one, in which nobody of the first has a part.
async fn two_agreements() -> Cast {
    let mut own = agreement_of(4, 3);
    own.people.iter_mut().find(|person| person.mail == CONTACT).unwrap().contact = true;
    for person in &mut own.people {
        person.contact = person.contact && person.mail == CONTACT;
    }
    own.people.iter_mut().find(|person| person.mail == CHAIR).unwrap().chair = true;
    let cast = Cast::start(own, core_pulse(), at(NOW), |_| {}).await;
    let mut other = agreement_of(4, 3);
    other.id = "other".to_owned();
    for person in &mut other.people {
        person.mail = format!("other-{}", person.mail);
    }
    cast.import(other, at(NOW)).await;
    cast
}

fn address(entry: &DeskRoute, agreement: &str) -> String {
    entry.path.replace("{agreement}", agreement).replace("{}", "1")
}

/// What would end the visit that tries it.
fn ends_session(entry: &DeskRoute) -> bool {
    entry.path == "/sign-out" || entry.path.starts_with("/account/session")
}

async fn ask(desk: &Desk<'_>, entry: &DeskRoute, path: &str) -> Reply {
    if entry.method == http::Method::POST { desk.post(path, &[]).await } else { desk.get(path).await }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_without_a_session_gets_anything_but_the_way_to_sign_in() {
    let cast = two_agreements().await;
    for entry in DESK_ROUTES {
        let path = address(entry, "test");
        let url = format!("{}{path}", cast.base);
        let request = if entry.method == http::Method::POST {
            browser().post(url).header(FORM.0, FORM.1).body("x=1")
        } else {
            browser().get(url)
        };
        for cookie in ["", "__Host-polsslag=made-up"] {
            let reply = send(request.try_clone().unwrap().header("cookie", cookie)).await;
            assert_eq!(reply.status, 303, "{} {path}", entry.method);
            assert!(reply.location().starts_with("/sign-in?next="), "{path}: {}", reply.location());
            assert!(reply.text.is_empty(), "{path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_opens_for_exactly_the_capacities_of_the_table_and_no_other_agreement_exists() {
    let cast = two_agreements().await;
    println!("{}", table());
    let actors = [
        (Desk::of(&cast, FACILITATOR).await, vec![Capacity::Facilitator]),
        // Who chairs the steering group is a member of it.
        (Desk::of(&cast, CHAIR).await, vec![Capacity::Chair, Capacity::Steering]),
        (Desk::of(&cast, STEERING).await, vec![Capacity::Steering]),
        (Desk::of(&cast, CONTACT).await, vec![Capacity::Contact]),
        (Desk::operator(&cast).await, vec![Capacity::Operator]),
    ];
    let mut n = 0;
    for entry in DESK_ROUTES.iter().filter(|entry| !ends_session(entry)) {
        for (desk, capacities) in &actors {
            let label = format!("{} {} as {}", entry.method, entry.path, capacities[0].code());
            let is_open = entry.action.is_none_or(|action| may(capacities, action));
            let reply = ask(desk, entry, &address(entry, "test")).await;
            let is_installation = !entry.path.contains("{agreement}");
            let refusal = if is_installation { 404 } else { 403 };
            let fields = entry.path.contains("{}");
            if is_open {
                assert_ne!(reply.status, 403, "{label}");
                assert!(reply.status < 500, "{label}: {}", reply.status);
                // What is not there is not found, but then only by its number.
                assert!(
                    reply.status != 404 || fields || entry.path.contains("person"),
                    "{label}: {}",
                    reply.text
                );
            } else {
                assert_eq!(reply.status, refusal, "{label}");
            }
            // An operator runs every agreement; to everybody else another one does not exist.
            if !is_installation && capacities[0] != Capacity::Operator {
                let foreign = ask(desk, entry, &address(entry, "other")).await;
                let nowhere = ask(desk, entry, &address(entry, "nowhere")).await;
                assert_eq!((foreign.status, nowhere.status), (404, 404), "{label}");
                let without = |text: &str| text.replace("/app/other", "").replace("/app/nowhere", "");
                assert_eq!(without(&foreign.text), without(&nowhere.text), "{label}");
            }
            n += 1;
        }
    }
    assert!(n > 200, "{n} combinations");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_from_elsewhere_changes_nothing() {
    let cast = two_agreements().await;
    let (desk, other) = (Desk::of(&cast, FACILITATOR).await, Desk::of(&cast, STEERING).await);
    let (token, foreign) = (desk.token().await, other.token().await);
    let path = "/app/test/events";
    let form = |token: &str| format!("token={token}&event=Inbraak&event-on=2026-01-01");
    let post = |body: String| {
        browser().post(desk.url(path)).header("cookie", &desk.cookie).header(FORM.0, FORM.1).body(body)
    };
    for request in [
        post("event=Inbraak&event-on=2026-01-01".to_owned()),
        post(form("")),
        post(form(&foreign)),
        post(form(&token)).header("sec-fetch-site", "cross-site"),
        post(form(&token)).header("sec-fetch-site", "same-site"),
        post(form(&token)).header("origin", "https://evil.example"),
        post(form(&token)).header("origin", "null"),
    ] {
        assert_eq!(send(request).await.status, 403);
    }
    assert!(!desk.page("/app/test/adjustments").await.contains("Inbraak"));
    assert_eq!(send(post(form(&token)).header("sec-fetch-site", "same-origin")).await.status, 303);
    assert!(desk.page("/app/test/adjustments").await.contains("Inbraak"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_opens_for_who_is_signed_in_or_has_its_key_and_for_nobody_else() {
    let cast = two_agreements().await;
    cast.release("2026-Q1").await;
    let path = "/r/test/2026-Q1";
    for (mail, expected) in [(FACILITATOR, 200), (STEERING, 200), (CONTACT, 404)] {
        assert_eq!(Desk::of(&cast, mail).await.get(path).await.status, expected, "{mail}");
        assert_eq!(Desk::of(&cast, mail).await.get("/r/other/2026-Q1").await.status, 404, "{mail}");
    }
    assert_eq!(Desk::operator(&cast).await.get(path).await.status, 404, "an operator reads no readings");
    assert_eq!(send(browser().get(format!("{}{path}", cast.base))).await.status, 404);
}

#[test]
fn the_table_is_as_decided() {
    assert_eq!(
        table(),
        "\
action             facilitator chair       steering    contact     operator
ReadAgreement      yes         -           yes         yes         yes
ReadResults        yes         -           yes         -           -
ReleaseReport      yes         yes         -           -           -
ReadShared         yes         -           yes         yes         -
ReadSteering       yes         -           yes         -           -
WorkSignals        yes         -           -           -           -
ReadResponse       yes         -           -           -           -
WorkRequests       yes         -           -           -           -
ReadConversations  yes         -           yes         -           -
WorkConversations  yes         -           -           -           -
ReadAdjustments    yes         -           yes         yes         -
Adjust             yes         -           yes         -           -
PulseExtra         yes         -           yes         -           -
ReadOwnPartner     -           -           -           yes         -
Administer         -           -           -           -           yes
Approve            yes         -           -           -           yes
Operate            -           -           -           -           yes
"
    );
    assert_eq!(Action::ALL.len(), 17);
}
