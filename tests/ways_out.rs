//! Mail through Microsoft Graph and with access tokens (XOAUTH2), and what receivers learn about the sender's domain.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use crate::support::{Cast, SmtpSink, agreement_of, at, core_pulse};
use hickory_resolver::proto::op::{Message, MessageType, OpCode};
use hickory_resolver::proto::rr::{Name, RData, Record, RecordType, rdata};
use polsslag::config::{GraphConfig, Login, OAuthConfig, Secret, TransportConfig};
use polsslag::delivery::doctor::{Verdict, examine};
use warp::Filter;

type Kept = Arc<Mutex<Vec<(String, String)>>>;

/// A token server and Graph in one: gives `tokens` in turn, takes only `good`. Keeps (path, body or authorization).
async fn microsoft(tokens: &'static [&'static str]) -> (String, Kept) {
    let kept: Kept = Arc::default();
    let (asked, sent) = (Arc::clone(&kept), Arc::clone(&kept));
    let token = warp::path("token").and(warp::body::bytes()).map(move |body: warp::hyper::body::Bytes| {
        let mut kept = asked.lock().unwrap();
        let n = kept.iter().filter(|(path, _)| path == "token").count();
        kept.push(("token".to_owned(), String::from_utf8(body.to_vec()).unwrap()));
        format!("{{\"access_token\":\"{}\",\"expires_in\":3600}}", tokens[n.min(tokens.len() - 1)])
    });
    let mail = warp::path!("v1.0" / "users" / String / "sendMail")
        .and(warp::header::<String>("authorization"))
        .and(warp::header::<String>("content-type"))
        .and(warp::body::bytes())
        .map(move |mailbox: String, key: String, kind: String, body: warp::hyper::body::Bytes| {
            let is_good = key == "Bearer good" && kind == "text/plain" && mailbox == "wij%40polsslag.example";
            if is_good {
                let message = data_encoding::BASE64.decode(&body).unwrap();
                sent.lock().unwrap().push(("mail".to_owned(), String::from_utf8(message).unwrap()));
            }
            warp::reply::with_status(
                "",
                warp::http::StatusCode::from_u16(if is_good { 202 } else { 401 }).unwrap(),
            )
        });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(warp::serve(token.or(mail)).incoming(listener).run());
    (base, kept)
}

fn oauth(base: &str) -> OAuthConfig {
    OAuthConfig {
        token_url: format!("{base}/token").parse().unwrap(),
        client_id: "polsslag".to_owned(),
        client_secret: Secret::new("geheim"),
        scope: "https://graph.example/.default".to_owned(),
    }
}

async fn cast(transport: TransportConfig) -> Cast {
    let change = |config: &mut polsslag::config::Config| config.mail.transport = transport;
    let cast = Cast::start(agreement_of(2, 1), core_pulse(), at("2026-01-01T00:00:00Z"), change).await;
    cast.advance_to(at("2026-01-06T08:30:00Z")).await;
    cast
}

#[tokio::test]
async fn graph_gets_whole_messages_with_one_token_for_many() {
    let (base, kept) = microsoft(&["good"]).await;
    let url = format!("{base}/v1.0").parse().unwrap();
    let graph = GraphConfig { url, mailbox: "wij@polsslag.example".to_owned(), oauth: oauth(&base) };
    let cast = cast(TransportConfig::Graph(graph)).await;
    cast.send_all().await;
    assert_eq!(cast.message_states().await, [("sent", 2)]);
    let kept = kept.lock().unwrap();
    let tokens: Vec<_> = kept.iter().filter(|(path, _)| path == "token").collect();
    assert_eq!(tokens.len(), 1, "a token is kept as long as it holds");
    assert!(
        tokens[0].1.contains("grant_type=client_credentials") && tokens[0].1.contains("client_secret=geheim")
    );
    let mails: Vec<_> = kept.iter().filter(|(path, _)| path == "mail").collect();
    assert_eq!(mails.len(), 2);
    assert!(mails.iter().all(|(_, mail)| mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")));
}

#[tokio::test]
async fn a_token_that_is_not_taken_loses_no_mail() {
    let (base, _) = microsoft(&["old"]).await;
    let url = format!("{base}/v1.0").parse().unwrap();
    let graph = GraphConfig { url, mailbox: "wij@polsslag.example".to_owned(), oauth: oauth(&base) };
    let cast = cast(TransportConfig::Graph(graph)).await;
    cast.send_all().await;
    assert_eq!(cast.message_states().await, [("queued", 2)]);
}

#[tokio::test]
async fn an_smtp_server_takes_an_access_token_and_a_refused_one_is_asked_for_anew() {
    let (base, kept) = microsoft(&["old", "good"]).await;
    let sink = SmtpSink::start();
    let mut transport = sink.transport();
    if let TransportConfig::Smtp(smtp) = &mut transport {
        smtp.login = Some(Login::OAuth("u".to_owned(), oauth(&base)));
    }
    let cast = cast(transport).await;
    cast.send_all().await;
    assert_eq!(
        sink.take().len(),
        1,
        "the first waits, since its token was refused; the second got a new one"
    );
    cast.clock.set(at("2026-01-06T08:40:00Z"));
    cast.send_all().await;
    assert_eq!((sink.take().len(), cast.message_states().await), (1, vec![("sent", 2)]));
    // The refused one, the good one, and one more of the worker that came after.
    assert_eq!(kept.lock().unwrap().len(), 3);
}

/// A name server that knows these texts and mail hosts.
async fn name_server(records: &'static [(&'static str, &'static str)]) -> SocketAddr {
    let socket = tokio::net::UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let address = socket.local_addr().unwrap();
    tokio::spawn(async move {
        let mut buffer = [0; 1500];
        loop {
            let (n, from) = socket.recv_from(&mut buffer).await.unwrap();
            let question = Message::from_vec(&buffer[..n]).unwrap();
            let query = question.queries[0].clone();
            let mut reply = Message::new(question.metadata.id, MessageType::Response, OpCode::Query);
            for (name, value) in records {
                let data = match value.strip_prefix("MX ") {
                    Some(host) => RData::MX(rdata::MX::new(10, Name::from_utf8(host).unwrap())),
                    None => RData::TXT(rdata::TXT::new(vec![(*value).to_owned()])),
                };
                let name = Name::from_utf8(format!("{name}.")).unwrap();
                let kind = if value.starts_with("MX ") { RecordType::MX } else { RecordType::TXT };
                if *query.name() == name && query.query_type() == kind {
                    reply.add_answer(Record::from_rdata(name, 60, data));
                }
            }
            reply.add_query(query);
            socket.send_to(&reply.to_vec().unwrap(), from).await.unwrap();
        }
    });
    address
}

#[tokio::test]
async fn the_doctor_asks_the_records_and_says_what_to_do() {
    let server = name_server(&[
        ("polsslag.example", "MX mail.polsslag.example"),
        ("polsslag.example", "v=spf1 mx -all"),
        ("_dmarc.polsslag.example", "v=DMARC1; p=none"),
    ])
    .await;
    let found = examine("wij@polsslag.example", Some("m1"), Some(server)).await;
    let verdicts: Vec<Verdict> = found.iter().map(|one| one.verdict).collect();
    assert_eq!(verdicts, [Verdict::Good, Verdict::Good, Verdict::Weak, Verdict::Missing], "{found:?}");
    let told = serde_json::to_value(&found[2]).unwrap();
    assert!(told["advice"].as_str().unwrap().contains("p=quarantine"), "{told}");
}
