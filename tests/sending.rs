//! Messages that leave, and what happens when they cannot: providers over HTTP, chat hooks, an SMTP server that
//! refuses, delays, or hangs up at the worst moment.

use std::sync::{Arc, Mutex};

use crate::support::{Cast, SmtpSink, agreement_of, at, browser, core_pulse, header};
use polsslag::app::messages::send_messages::{self, Sent, send_next_notice};
use polsslag::config::{Audience, HookConfig, HookKind, HttpApiConfig, Provider, Secret, TransportConfig};
use polsslag::delivery::chat_hook::ChatHooks;
use polsslag::domain::message::{MessageKind, MessageState};
use polsslag::store::audit::Who;
use polsslag::store::outbox;
use warp::Filter;

type Kept = Arc<Mutex<Vec<(String, serde_json::Value)>>>;

/// A provider on this machine: keeps key and body, answers with a status.
async fn provider(status: u16) -> (url::Url, Kept) {
    let kept: Kept = Arc::default();
    let keep = Arc::clone(&kept);
    let route = warp::post().and(warp::header::headers_cloned()).and(warp::body::json()).map(
        move |headers: warp::http::HeaderMap, body: serde_json::Value| {
            let key = headers.get("x-postmark-server-token").or(headers.get("api-key"));
            let key = key.map(|key| key.to_str().unwrap().to_owned()).unwrap_or_default();
            keep.lock().unwrap().push((key, body));
            warp::reply::with_status("{}", warp::http::StatusCode::from_u16(status).unwrap())
        },
    );
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/mail", listener.local_addr().unwrap());
    tokio::spawn(warp::serve(route).incoming(listener).run());
    (url.parse().unwrap(), kept)
}

async fn cast(
    transport: TransportConfig,
    change: impl FnOnce(&mut polsslag::domain::agreement::Agreement),
) -> Cast {
    let mut agreement = agreement_of(2, 1);
    change(&mut agreement);
    let cast = Cast::start(agreement, core_pulse(), at("2026-01-01T00:00:00Z"), |config| {
        config.mail.transport = transport
    })
    .await;
    cast.advance_to(at("2026-01-06T08:30:00Z")).await;
    cast
}

#[tokio::test]
async fn postmark_and_brevo_get_their_own_formats_and_the_key() {
    for (which, subject, recipient) in
        [(Provider::Postmark, "Subject", "To"), (Provider::Brevo, "subject", "to")]
    {
        let (url, kept) = provider(200).await;
        let key = Secret::new("sleutel");
        let cast = cast(TransportConfig::HttpApi(HttpApiConfig { provider: which, url, key }), |_| {}).await;
        assert_eq!(cast.send_all().await, 2);
        let kept = kept.lock().unwrap();
        assert_eq!(kept.len(), 2);
        assert_eq!(kept[0].0, "sleutel");
        assert_eq!(kept[0].1[subject], "Hoe gaat het met Proeftuin?");
        assert!(kept[0].1[recipient].to_string().contains("persoon1@p1.example"));
    }
}

#[tokio::test]
async fn a_wrong_key_loses_nothing_and_a_refused_address_is_settled() {
    let (url, _) = provider(401).await;
    let config = |url| {
        TransportConfig::HttpApi(HttpApiConfig { provider: Provider::Brevo, url, key: Secret::new("x") })
    };
    let waiting = cast(config(url), |_| {}).await;
    waiting.send_all().await;
    assert_eq!(waiting.message_states().await, [("queued", 2)]);
    let (url, _) = provider(422).await;
    let refused = cast(config(url), |_| {}).await;
    refused.send_all().await;
    assert_eq!(refused.message_states().await, [("refused", 2)]);
}

#[tokio::test]
async fn an_smtp_server_that_refuses_or_delays_one_address_does_not_hold_up_the_others() {
    let sink = SmtpSink::start();
    let cast = cast(sink.transport(), |agreement| {
        agreement.people[1].mail = "refused@p1.example".into();
        agreement.people[2].mail = "later@p2.example".into();
        let mut third = agreement.people[2].clone();
        third.mail = "good@p2.example".into();
        third.seat = Some("P2-9".into());
        agreement.people.push(third);
    })
    .await;
    assert_eq!(cast.send_all().await, 3);
    assert_eq!(cast.message_states().await, [("queued", 1), ("refused", 1), ("sent", 1)]);
    assert!(header(&sink.take()[0], "To").contains("good@p2.example"));
    // A minute later it is tried again, and not before.
    cast.clock.set(at("2026-01-06T08:30:59Z"));
    assert_eq!(cast.send_all().await, 0);
    cast.clock.set(at("2026-01-06T08:31:00Z"));
    assert_eq!(cast.send_all().await, 1);
    // What cannot leave before the round closes expires.
    cast.clock.set(at("2026-01-21T08:31:00Z"));
    assert_eq!(cast.send_all().await, 0);
    assert_eq!(cast.message_states().await, [("expired", 1), ("refused", 1), ("sent", 1)]);
}

#[tokio::test]
async fn a_server_that_hangs_up_after_the_last_dot_leaves_the_message_in_doubt() {
    let sink = SmtpSink::start_with(|_| "");
    let cast = cast(sink.transport(), |_| {}).await;
    cast.send_all().await;
    assert_eq!(cast.message_states().await, [("ambiguous", 2)]);
    cast.clock.set(at("2026-01-10T00:00:00Z"));
    assert_eq!(cast.send_all().await, 0, "it is never repeated by itself");
    let undecided =
        polsslag::app::installation::watch::status(&cast.service, cast.clock.now()).await.unwrap().undecided;
    assert_eq!(undecided.len(), 2);
    send_messages::decide(&cast.service, undecided[0].id, true, cast.clock.now()).await.unwrap();
    send_messages::decide(&cast.service, undecided[1].id, false, cast.clock.now()).await.unwrap();
    assert_eq!(cast.message_states().await, [("dropped", 1), ("queued", 1)]);
}

#[tokio::test]
async fn while_sending_is_paused_nothing_leaves() {
    let sink = SmtpSink::start();
    let cast = cast(sink.transport(), |_| {}).await;
    send_messages::pause_sending(&cast.service, true, cast.clock.now()).await.unwrap();
    assert_eq!(cast.send_all().await, 0);
    send_messages::pause_sending(&cast.service, false, cast.clock.now()).await.unwrap();
    assert_eq!(cast.send_all().await, 2);
}

#[tokio::test]
async fn who_answers_before_a_queued_reminder_leaves_gets_none() {
    let sink = SmtpSink::start();
    let cast = cast(sink.transport(), |_| {}).await;
    cast.send_all().await;
    cast.advance_to(at("2026-01-09T08:30:00Z")).await;
    cast.service
        .store
        .write("answer", |connection| {
            connection
                .execute("UPDATE invitation SET answered_on = '2026-01-09', is_finished = 1 WHERE id = 1", [])
        })
        .await
        .unwrap();
    cast.send_all().await;
    assert_eq!(cast.message_states().await, [("sent", 2), ("dropped", 1), ("sent", 1)]);
}

#[tokio::test]
async fn chat_hooks_hear_counts_and_a_link_and_nothing_personal() {
    let (url, kept) = provider(200).await;
    let hook = |name: &str, audience, kind| HookConfig {
        name: name.into(),
        agreement: "test".into(),
        audience,
        kind,
        url: Secret::new(url.as_str()),
    };
    let hooks = vec![
        hook("slack", Audience::Facilitator, HookKind::Text),
        hook("teams", Audience::Facilitator, HookKind::Teams),
    ];
    let cast = Cast::start(agreement_of(3, 2), core_pulse(), at("2026-01-01T00:00:00Z"), |config| {
        config.hooks = hooks
    })
    .await;
    cast.advance_to(at("2026-01-06T08:30:00Z")).await;
    let chat = ChatHooks::new(&cast.service.config.hooks).unwrap();
    while send_next_notice(&cast.service, &chat, cast.clock.now()).await.unwrap() != Sent::Nothing {}
    let kept = kept.lock().unwrap();
    assert_eq!(
        kept[0].1["text"],
        format!(
            "Proeftuin: meting 1 is open tot en met 20 januari 2026. 6 mensen zijn uitgenodigd.\nNaar Polsslag: {}/",
            cast.base
        )
    );
    let card = &kept[1].1["attachments"][0]["content"]["body"][0]["text"];
    assert_eq!(card, "Proeftuin: meting 1 is open tot en met 20 januari 2026. 6 mensen zijn uitgenodigd.");
    let all = format!("{kept:?}");
    assert!(!all.contains("/a/") && !all.contains("@") && !all.contains("Persoon"), "{all}");
}

#[tokio::test]
async fn the_quarterly_report_drafts_itself_once_and_goes_to_the_steering_group_when_somebody_releases_it() {
    let cast = Cast::start(agreement_of(4, 3), core_pulse(), at("2026-01-01T00:00:00Z"), |_| {}).await;
    let make = async |now| {
        cast.clock.set(at(now));
        polsslag::app::report::release_report::make_due(&cast.service, at(now)).await.unwrap()
    };
    assert_eq!(make("2026-01-01T00:00:00Z").await, 0);
    cast.advance_to(at("2026-01-06T08:30:00Z")).await;
    cast.advance_to(at("2026-01-20T23:00:00Z")).await;
    assert_eq!(make("2026-04-10T05:59:00Z").await, 0);
    assert_eq!(make("2026-04-10T06:00:00Z").await, 1);
    assert_eq!(make("2026-04-10T06:05:00Z").await, 0);
    cast.send_all().await;
    let of = |prefix: &str| -> Vec<String> {
        let mails = cast.mails().into_iter().filter(|(name, _)| name.starts_with(prefix));
        mails.map(|(_, mail)| mail).collect()
    };
    let drafts = of("report-draft-");
    assert_eq!(drafts.len(), 1, "the facilitator; there is no chair");
    assert!(drafts[0].contains("/app/test/report/2026-Q1") && !drafts[0].contains("?key="));
    assert!(of("report-a").is_empty(), "nobody reads it before it is released");
    let report = polsslag::app::report::render_report::folder(
        &cast.service,
        "test",
        "2026-Q1".parse().unwrap(),
        0,
        Default::default(),
    );
    assert!(!report.exists());
    cast.release("2026-Q1").await;
    assert_eq!(make("2026-04-10T06:06:00Z").await, 0);
    assert!(report.join("report.html").exists() && report.join("figures/response.png").exists());
    cast.send_all().await;
    let mails = of("report-a");
    assert_eq!(mails.len(), 4, "one steering member a partner");
    assert!(mails[0].contains("Content-Disposition: attachment; filename=\"test-2026-Q1.pdf\""));
    let start = mails[0].find("/r/test/2026-Q1?key=").unwrap();
    let path: String = mails[0][start..].chars().take_while(|c| !c.is_whitespace() && *c != '"').collect();
    let client = browser();
    let status =
        async |path: &str| client.get(format!("{}{path}", cast.base)).send().await.unwrap().status().as_u16();
    assert_eq!(status(&path).await, 200);
    assert_eq!(status(&path.replace("2026-Q1", "2026-Q2")).await, 404);
    let id = cast.service.find_agreement("test").await.unwrap();
    let (period, now) = ("2026-Q1".parse().unwrap(), cast.clock.now());
    polsslag::app::report::open_report::revoke(&cast.service, id, period, Who::Command, now).await.unwrap();
    assert_eq!(status(&path).await, 404, "a revoked link is dead");
    let counts = cast.service.store.read("count", outbox::count).await.unwrap();
    assert!(counts.contains(&(MessageKind::ReportReady, MessageState::Sent, 4)));
}

#[tokio::test]
async fn two_services_never_share_a_folder() {
    use polsslag::app::Service;
    use polsslag::scheduler::Scheduler;
    let cast = cast(TransportConfig::Folder, |_| {}).await;
    let first = Scheduler::start(&cast.service, &cast.clock).await.unwrap();
    let second = Service::open(polsslag::config::Config::for_folder(cast.folder.path(), 2)).await.unwrap();
    let refused = Scheduler::start(&second, &cast.clock).await.err().expect("refused");
    assert!(refused.is_refusal() && refused.to_string().contains("another service runs on"), "{refused}");
    first.stop().await;
    Scheduler::start(&second, &cast.clock).await.unwrap().stop().await;
}
