//! Durable answer posts per second at 1, 32 and 256 connections, beside two limits of the same machine in the same
//! run: a bare warp server that replies without doing anything, and a bare thread that inserts the same rows with
//! grouped commits. Quote ratios, not single figures: machines differ and drift.
//!
//! `cargo bench --bench answer_posts`

#![allow(clippy::disallowed_methods, clippy::unwrap_used, missing_docs)]

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use polsslag::app::Service;
use polsslag::app::agreement::import_agreement;
use polsslag::app::round::{advance_rounds, share_round};
use polsslag::catalogue::{CORE_PULSE, survey_file};
use polsslag::config::Config;
use polsslag::domain::agreement::{Agreement, Partner, PartnerKind, Person};
use polsslag::domain::language::{Language, Text};
use polsslag::domain::role::Role;
use polsslag::domain::turn::Turn;
use polsslag::store::audit::Who;
use polsslag::store::{invitation, round};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use warp::Filter;

const N_PARTNERS: usize = 100;
const N_SEATS: usize = 600;
const SECONDS: u64 = 3;
const CONNECTIONS: [usize; 3] = [1, 32, 256];

fn main() {
    if std::env::args().any(|argument| argument == "--bare-warp") {
        return bare_warp();
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let folder = tempfile::tempdir().unwrap();
    eprintln!("preparing {} seats", N_PARTNERS * N_SEATS);
    let posts = runtime.block_on(prepare(folder.path()));

    let (server, address) = start_service(folder.path());
    let mut ours = Vec::new();
    for (n, connections) in CONNECTIONS.into_iter().enumerate() {
        // Each level posts its own values, so that nothing is a replay of the level before.
        ours.push(runtime.block_on(load(&address, &posts, connections, n)));
    }
    let memory = peak_memory_mb(server.id());
    stop(server);

    let (bare, address) = start_bare_warp();
    let mut warps = Vec::new();
    for (n, connections) in CONNECTIONS.into_iter().enumerate() {
        warps.push(runtime.block_on(load(&address, &posts, connections, n)));
    }
    stop(bare);
    let inserts = bare_inserts(folder.path());

    println!(
        "| connections | answers/s | p50 ms | p99 ms | bare warp/s | bare inserts/s | share of the lower limit |"
    );
    println!("|---|---|---|---|---|---|---|");
    for ((connections, ours), warp) in CONNECTIONS.iter().zip(&ours).zip(&warps) {
        let limit = warp.per_second.min(inserts);
        println!(
            "| {connections} | {:.0} | {:.1} | {:.1} | {:.0} | {inserts:.0} | {:.0} % |",
            ours.per_second,
            ours.p50_ms,
            ours.p99_ms,
            warp.per_second,
            100.0 * ours.per_second / limit
        );
    }
    println!("\npeak resident memory of the service: {memory:.0} MB");
}

/// An open round with many seats; gives one request body and path per seat.
async fn prepare(folder: &std::path::Path) -> Arc<Vec<(String, String)>> {
    let survey = survey_file::parse("core-pulse.toml", CORE_PULSE).0.unwrap();
    let day = "2020-01-01".parse().unwrap();
    let partners = (0..N_PARTNERS).map(|p| Partner {
        id: format!("P{p}"),
        name: format!("Partner {p}"),
        kind: PartnerKind::Provider,
        joined_on: day,
        left_on: None,
        consent_attributed_on: None,
    });
    let people = (0..N_PARTNERS).flat_map(|p| {
        (0..N_SEATS).map(move |s| Person {
            name: format!("Person {p} {s}"),
            mail: format!("p{p}s{s}@bench.example"),
            language: Language::Nl,
            partner: Some(format!("P{p}")),
            role: Some(Role::Practitioner),
            seat: Some(format!("P{p}-{s}")),
            facilitator: false,
            steering: false,
            chair: false,
            phone: None,
            contact: false,
        })
    });
    let agreement = Agreement {
        id: "bench".into(),
        title: Text::new("Bench", "Bench"),
        purpose: Text::new("Bench", "Bench"),
        languages: vec![Language::Nl],
        time_zone: "Europe/Amsterdam".into(),
        survey: survey.id.clone(),
        confidentiality: Default::default(),
        articles: vec![],
        partners: partners.collect(),
        people: people.collect(),
        statements: vec![],
        events: vec![],
        adjustments: vec![],
    };
    let at = |text: &str| chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc();
    let service = Service::open(Config::for_folder(&folder.join("data"), 1)).await.unwrap();
    import_agreement::import(
        &service,
        agreement,
        survey.clone(),
        false,
        Who::Command,
        at("2026-01-01T00:00:00Z"),
    )
    .await
    .unwrap();
    advance_rounds::advance(&service, at("2026-01-01T00:00:00Z")).await.unwrap();
    advance_rounds::advance(&service, at("2026-01-06T08:30:00Z")).await.unwrap();
    let id = service.find_agreement("bench").await.unwrap();
    share_round::extend(
        &service,
        id,
        1,
        at("2099-12-31T00:00:00Z"),
        Who::Command,
        at("2026-01-06T08:30:00Z"),
    )
    .await
    .unwrap();
    share_round::pause(&service, id, true, Who::Command, at("2026-01-06T08:30:00Z")).await.unwrap();
    let key = service.key.clone();
    let statements: Vec<String> =
        survey.statements_in(Turn::short(1)).into_iter().map(|s| s.id.clone()).collect();
    let posts = service
        .store
        .write("list links", move |connection| {
            connection.execute("UPDATE message SET state = 'dropped'", [])?;
            let round = round::find_by_number(connection, id, 1)?.unwrap();
            // Page 3 stands for all fourteen statements and the open question at once.
            let mark = format!("form={}.1.3.0", round.survey_version);
            let body: String =
                statements.iter().fold(mark, |body, statement| body + &format!("&{statement}=VALUE"));
            Ok(invitation::list_to_remind(connection, round.id)?
                .iter()
                .map(|(i, _)| {
                    let token = key.answer_token(i.round, i.seat, i.occupant_version);
                    (format!("/a/{}", token.reveal()), format!("{body}&comment=Fijn+dat+het+kort+is."))
                })
                .collect::<Vec<_>>())
        })
        .await
        .unwrap();
    assert_eq!(posts.len(), N_PARTNERS * N_SEATS);
    Arc::new(posts)
}

struct Load {
    per_second: f64,
    p50_ms: f64,
    p99_ms: f64,
}

/// Keeps `connections` connections busy with one post after another; counts replies 303.
async fn load(address: &str, posts: &Arc<Vec<(String, String)>>, connections: usize, level: usize) -> Load {
    let until = Instant::now() + Duration::from_secs(SECONDS);
    let started = Instant::now();
    let mut tasks = Vec::new();
    for connection in 0..connections {
        let (posts, address) = (Arc::clone(posts), address.to_owned());
        tasks.push(tokio::spawn(async move {
            let mut stream = TcpStream::connect(&address).await.unwrap();
            stream.set_nodelay(true).unwrap();
            let (mut times, mut reply, mut turn) = (Vec::new(), vec![0; 4096], 0);
            let mut index = connection;
            while Instant::now() < until {
                if index >= posts.len() {
                    (index, turn) = (connection, turn + 1);
                }
                let (path, body) = &posts[index];
                index += connections;
                let body = body.replace("VALUE", &(1 + (level + 3 * turn) % 5).to_string());
                let request = format!(
                    "POST {path} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
                    body.len()
                );
                let sent = Instant::now();
                stream.write_all(request.as_bytes()).await.unwrap();
                let mut n = 0;
                while !reply[..n].windows(4).any(|four| four == b"\r\n\r\n") {
                    n += stream.read(&mut reply[n..]).await.unwrap();
                }
                assert_eq!(&reply[9..12], b"303", "{}", String::from_utf8_lossy(&reply[..n]));
                times.push(sent.elapsed());
            }
            times
        }));
    }
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await.unwrap());
    }
    let seconds = started.elapsed().as_secs_f64();
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
    Load { per_second: times.len() as f64 / seconds, p50_ms: at(0.5), p99_ms: at(0.99) }
}

fn start_service(folder: &std::path::Path) -> (Child, String) {
    let file = folder.join("polsslag.toml");
    let text = "data_dir = \"data\"\nlisten = \"127.0.0.1:0\"\nbase_url = \"http://127.0.0.1:1\"\n\
                [mail]\nfrom = \"polsslag@bench.example\"\ntransport = \"folder\"\n";
    std::fs::write(&file, text).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_polsslag"));
    command.args(["serve", "--config"]).arg(file).env("POLSSLAG_LOG", "error");
    ready(command)
}

fn start_bare_warp() -> (Child, String) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.arg("--bare-warp");
    ready(command)
}

fn ready(mut command: Command) -> (Child, String) {
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let line = BufReader::new(child.stdout.take().unwrap()).lines().next().unwrap().unwrap();
    (child, line.strip_prefix("ready http://").unwrap().trim_end_matches('/').to_owned())
}

fn stop(mut child: Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}

/// The least that a warp server can do with the same request: read the form, reply 303.
fn bare_warp() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let route = warp::post()
            .and(warp::path!("a" / String))
            .and(warp::body::content_length_limit(32 * 1024))
            .and(warp::body::bytes())
            .map(|token: String, _| {
                warp::http::Response::builder()
                    .status(303)
                    .header("location", format!("/a/{token}/thanks"))
                    .body("")
                    .unwrap()
            });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        println!("ready http://{}/", listener.local_addr().unwrap());
        warp::serve(route).incoming(listener).run().await;
    });
}

/// One thread, nothing but the rows of an answer sheet, 256 sheets a commit, flushed to disk.
fn bare_inserts(folder: &std::path::Path) -> f64 {
    let connection = rusqlite::Connection::open(folder.join("bare.db")).unwrap();
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             CREATE TABLE sheet (id BLOB PRIMARY KEY, round_id INTEGER, pseudonym BLOB, partner_id INTEGER, role TEXT,
                 revision INTEGER, answered_on TEXT, comment TEXT, UNIQUE (round_id, pseudonym)) STRICT, WITHOUT ROWID;
             CREATE TABLE answer (sheet_id BLOB, statement TEXT, value INTEGER, is_cannot_judge INTEGER,
                 PRIMARY KEY (sheet_id, statement)) STRICT, WITHOUT ROWID;",
        )
        .unwrap();
    let survey = survey_file::parse("core-pulse.toml", CORE_PULSE).0.unwrap();
    let statements: Vec<String> =
        survey.statements_in(Turn::short(1)).into_iter().map(|s| s.id.clone()).collect();
    let (started, mut n) = (Instant::now(), 0u64);
    while started.elapsed() < Duration::from_secs(SECONDS) {
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        for _ in 0..256 {
            let mut key = [0u8; 16];
            getrandom::fill(&mut key).unwrap();
            connection
                .prepare_cached("INSERT INTO sheet VALUES (?1, 1, ?1, 1, 'practitioner', 1, '2026-01-06', 'Fijn dat het kort is.')")
                .unwrap()
                .execute([key])
                .unwrap();
            for statement in &statements {
                connection
                    .prepare_cached("INSERT INTO answer VALUES (?1, ?2, 4, 0)")
                    .unwrap()
                    .execute(rusqlite::params![key, statement])
                    .unwrap();
            }
            n += 1;
        }
        connection.execute_batch("COMMIT").unwrap();
    }
    n as f64 / started.elapsed().as_secs_f64()
}

/// Peak resident memory of a process, from the kernel's own account; 0 where there is none.
fn peak_memory_mb(process: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}
