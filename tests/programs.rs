//! Programs: a key opens one agreement and no answers, events are signed and retried, and no address inside is ever
//! reached.

use std::sync::{Arc, Mutex};
use strum::IntoEnumIterator;

use crate::support::desk::{Desk, Reply, send};
use crate::support::visitor::{OPENS, count, links, open_round};
use crate::support::{Cast, agreement_of, answer_all, at, browser, core_pulse};
use chrono::Duration;
use polsslag::app::installation::manage_programs;
use polsslag::app::messages::tell_programs::{Teller, tell_next};
use polsslag::domain::audit::Act;
use polsslag::domain::ids::AgreementId;
use polsslag::store::audit::Who;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

async fn key(cast: &Cast, may_write: bool) -> String {
    let id = cast.service.find_agreement("test").await.unwrap();
    let made =
        manage_programs::make_token(&cast.service, id, "bord", may_write, Who::Command, cast.clock.now());
    made.await.unwrap().1.reveal().to_owned()
}

async fn call(cast: &Cast, method: &str, path: &str, key: &str, body: Option<&str>) -> Reply {
    let url = format!("{}/api/v1{path}", cast.base);
    let mut request = browser().request(method.parse().unwrap(), url).bearer_auth(key);
    if let Some(body) = body {
        request = request.header("content-type", "application/json").body(body.to_owned());
    }
    send(request).await
}

fn json(reply: &Reply) -> Value {
    serde_json::from_str(&reply.text).unwrap_or_else(|_| panic!("{reply:?}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_opens_one_agreement_until_it_is_taken_back() {
    let cast = open_round().await;
    let mut other = agreement_of(3, 1);
    other.id = "other".to_owned();
    cast.import(other, at(OPENS)).await;
    let reads = key(&cast, false).await;
    for wrong in ["", "made-up"] {
        let refused = call(&cast, "GET", "/agreements", wrong, None).await;
        assert_eq!((refused.status, json(&refused)["status"].as_u64()), (401, Some(401)));
        assert_eq!(refused.headers["content-type"], "application/problem+json");
        assert_eq!(refused.headers["www-authenticate"], "Bearer");
    }
    let listed = json(&call(&cast, "GET", "/agreements", &reads, None).await);
    assert_eq!(listed["agreements"].as_array().unwrap().len(), 1);
    for path in ["", "/rounds", "/rounds/1/readings", "/signals", "/adjustments", "/reports", "/webhooks"] {
        let foreign = call(&cast, "GET", &format!("/agreements/other{path}"), &reads, None).await;
        let nowhere = call(&cast, "GET", &format!("/agreements/nowhere{path}"), &reads, None).await;
        assert_eq!((foreign.status, foreign.text), (404, nowhere.text), "{path}");
    }
    let new = Some("{\"url\":\"https://board.example/x\"}");
    assert_eq!(call(&cast, "POST", "/agreements/test/webhooks", &reads, new).await.status, 403);
    let id = cast.service.find_agreement("test").await.unwrap();
    let number = polsslag::domain::ids::ApiTokenId(1);
    assert!(manage_programs::revoke(&cast.service, id, number, Who::Command, at(OPENS)).await.unwrap());
    assert_eq!(call(&cast, "GET", "/agreements", &reads, None).await.status, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn readings_come_through_the_guard_and_never_while_a_round_is_open() {
    let cast = open_round().await;
    for partner in 1..=4 {
        for person in 1..=3 {
            let (answer, _) = links(&cast, &format!("persoon{person}@p{partner}.example"));
            answer_all(&browser(), &cast.base, &answer, "4").await;
        }
    }
    let key = key(&cast, false).await;
    let rounds = json(&call(&cast, "GET", "/agreements/test/rounds", &key, None).await);
    let count =
        |rounds: &Value| (rounds["rounds"][0]["state"].clone(), rounds["rounds"][0]["n_answered"].as_u64());
    assert_eq!(count(&rounds), ("open".into(), Some(0)), "as of last night");
    cast.clock.set(at(OPENS) + Duration::days(1));
    let rounds = json(&call(&cast, "GET", "/agreements/test/rounds", &key, None).await);
    assert_eq!(count(&rounds), ("open".into(), Some(12)));
    assert_eq!(call(&cast, "GET", "/agreements/test/rounds/1/readings", &key, None).await.status, 404);
    cast.advance_to(at("2026-02-01T00:00:00Z")).await;
    let unshared = call(&cast, "GET", "/agreements/test/rounds/1/readings", &key, None).await;
    assert_eq!(unshared.status, 404, "not before respondents see them");
    let id = cast.service.find_agreement("test").await.unwrap();
    polsslag::app::round::share_round::share(
        &cast.service,
        id,
        1,
        None,
        false,
        Who::Command,
        cast.clock.now(),
    )
    .await
    .unwrap();
    let readings = json(&call(&cast, "GET", "/agreements/test/rounds/1/readings", &key, None).await);
    let trust = readings["dimensions"].as_array().unwrap().iter().find(|one| one["id"] == "trust").unwrap();
    assert!(trust["mean"].is_number() && trust["n_respondents"] == 12 && trust["n_partners"] == 4, "{trust}");
    let text = readings.to_string();
    assert!(!text.contains("P1") && !text.contains("persoon"), "no partner and no person");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_document_is_public_and_methods_that_are_not_there_say_which_are() {
    let cast = open_round().await;
    let reply = send(browser().get(format!("{}/api/v1/openapi.json", cast.base))).await;
    assert_eq!((reply.status, json(&reply)["openapi"].as_str()), (200, Some("3.1.0")));
    // What webhooks are posted is described too: every act that is an event, and no other.
    let described: Vec<String> =
        json(&reply)["webhooks"].as_object().expect("events").keys().cloned().collect();
    let mut events: Vec<&str> = Act::iter().filter(|act| act.is_event()).map(Act::code).collect();
    events.sort_unstable();
    assert_eq!(described, events);
    // What happened in an agreement and what a webhook is posted are two things with two names.
    let document = json(&reply);
    let schemas = &document["components"]["schemas"];
    assert!(schemas["Event"]["properties"]["on"].is_object(), "{}", schemas["Event"]);
    assert!(schemas["WebhookEvent"]["properties"]["event"].is_object(), "{}", schemas["WebhookEvent"]);
    let key = key(&cast, true).await;
    for (method, path, allow) in [
        ("PUT", "/agreements", "GET, HEAD"),
        ("DELETE", "/agreements/test/webhooks", "GET, HEAD, POST"),
        ("GET", "/agreements/test/webhooks/1", "DELETE"),
        ("POST", "/openapi.json", "GET, HEAD"),
    ] {
        let reply = call(&cast, method, path, &key, Some("{}")).await;
        assert_eq!((reply.status, reply.headers["allow"].to_str().unwrap()), (405, allow), "{method} {path}");
    }
    assert_eq!(call(&cast, "GET", "/nothing", &key, None).await.status, 404);
    for (body, status) in
        [("", 400), ("[]", 400), ("{\"url\":1}", 400), ("{\"url\":\"https://a.example\",\"x\":1}", 400)]
    {
        assert_eq!(
            call(&cast, "POST", "/agreements/test/webhooks", &key, Some(body)).await.status,
            status,
            "{body}"
        );
    }
    let large = format!("{{\"url\":\"https://a.example/{}\"}}", "x".repeat(20_000));
    assert_eq!(call(&cast, "POST", "/agreements/test/webhooks", &key, Some(&large)).await.status, 413);
    let url = format!("{}/api/v1/agreements/test/webhooks", cast.base);
    let plain = browser().post(url).bearer_auth(&key).header("content-type", "text/plain").body("x");
    assert_eq!(send(plain).await.status, 415);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_address_inside_is_ever_told_anything() {
    let cast = open_round().await;
    let key = key(&cast, true).await;
    for url in [
        "http://board.example/",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://[::1]/",
        "https://[::ffff:169.254.169.254]/",
        "https://10.0.0.1/",
        "https://user:pass@board.example/",
        "file:///etc/passwd",
    ] {
        let body = serde_json::json!({ "url": url }).to_string();
        let reply = call(&cast, "POST", "/agreements/test/webhooks", &key, Some(&body)).await;
        assert_eq!(reply.status, 422, "{url}");
    }
    // A name that is fine to look at and leads inside is refused when it is followed.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let url = format!("https://localhost.localdomain:{port}/");
    cast.service
        .store
        .write("a webhook from before", move |c| {
            polsslag::store::program::insert_webhook(c, AgreementId(1), &url, at(OPENS))?;
            polsslag::store::program::queue_event(c, AgreementId(1), "x", "{}", at(OPENS))
        })
        .await
        .unwrap();
    let teller = Teller::new().unwrap();
    assert!(tell_next(&cast.service, &teller, at(OPENS)).await.unwrap());
    assert_eq!(
        count(
            &cast,
            "SELECT count(*) FROM webhook_delivery WHERE state = 'queued' AND problem = 'no connection'"
        )
        .await,
        1
    );
    let reached = tokio::time::timeout(std::time::Duration::from_millis(1), listener.accept()).await;
    assert!(reached.is_err(), "nobody knocked");
}

/// A receiver that answers these statuses in turn, and keeps what it got.
async fn receiver(statuses: Vec<u16>) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = format!("127.0.0.1:{}", listener.local_addr().unwrap().port());
    let kept = Arc::new(Mutex::new(Vec::new()));
    let own = Arc::clone(&kept);
    tokio::spawn(async move {
        for status in statuses {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut got = Vec::new();
            let mut buffer = [0; 4096];
            loop {
                let n = stream.read(&mut buffer).await.unwrap();
                got.extend_from_slice(&buffer[..n]);
                let text = String::from_utf8_lossy(&got).into_owned();
                let length = text
                    .to_lowercase()
                    .split("content-length: ")
                    .nth(1)
                    .and_then(|rest| rest.split("\r\n").next().unwrap().parse::<usize>().ok());
                if let (Some(body), Some(length)) = (text.split("\r\n\r\n").nth(1), length)
                    && body.len() >= length
                {
                    break;
                }
            }
            own.lock().unwrap().push(String::from_utf8(got).unwrap());
            let reply = format!(
                "HTTP/1.1 {status} x\r\ncontent-length: 0\r\nconnection: close\r\nlocation: http://127.0.0.1:1/\r\n\r\n"
            );
            stream.write_all(reply.as_bytes()).await.unwrap();
        }
    });
    (host, kept)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_is_signed_tried_again_until_it_is_taken_and_follows_nobody() {
    let (host, kept) = receiver(vec![500, 302, 204]).await;
    let named = host.clone();
    let change = move |config: &mut polsslag::config::Config| config.webhooks.private_hosts = vec![named];
    let cast = Cast::start(agreement_of(4, 3), core_pulse(), at("2026-01-01T00:00:00Z"), change).await;
    let operator = Desk::operator(&cast).await;
    let made = operator
        .post("/app/test/programs", &[("do", "webhook"), ("url", &format!("http://{host}/hook"))])
        .await;
    assert_eq!(made.status, 200, "{}", made.text);
    let secret: String =
        made.text.split("<code>").nth(1).unwrap().chars().take_while(|c| *c != '<').collect();
    cast.advance_to(at(OPENS)).await;
    let teller = Teller::new().unwrap();
    let mut now = at(OPENS);
    for _ in 0..3 {
        assert!(tell_next(&cast.service, &teller, now).await.unwrap());
        assert!(!tell_next(&cast.service, &teller, now).await.unwrap(), "not before it is due again");
        now += Duration::hours(5);
    }
    assert_eq!(
        count(&cast, "SELECT count(*) FROM webhook_delivery WHERE state = 'sent' AND attempts = 3").await,
        1
    );
    let got = kept.lock().unwrap().clone();
    assert_eq!(got.len(), 3);
    for request in &got {
        let (head, body) = request.split_once("\r\n\r\n").unwrap();
        let header = |name: &str| {
            head.lines()
                .find_map(|line| {
                    line.to_lowercase().strip_prefix(name).map(|_| line[name.len()..].trim().to_owned())
                })
                .unwrap()
        };
        let signature = header("polsslag-signature:");
        let at = signature.split(',').next().unwrap().trim_start_matches("t=");
        use hmac::{Hmac, KeyInit, Mac};
        let mut mac = Hmac::<sha2::Sha256>::new_from_slice(secret.as_bytes()).unwrap();
        mac.update(format!("{at}.{body}").as_bytes());
        let expected = data_encoding::HEXLOWER.encode(&mac.finalize().into_bytes());
        assert!(signature.ends_with(&format!("v1={expected}")), "{signature}");
        let event: Value = serde_json::from_str(body).unwrap();
        assert_eq!(
            (event["event"].as_str(), event["agreement"].as_str()),
            (Some("round.opened"), Some("test"))
        );
        assert!(!body.contains("persoon"), "{body}");
    }
}
