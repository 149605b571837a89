//! The process is killed at moments of its own choosing, again and again: nothing acknowledged is lost, nothing is
//! sent twice, and what nobody can know is listed.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::support::{FORM, SmtpSink, agreement_of, at, core_pulse, header};
use polsslag::app::Service;
use polsslag::app::agreement::import_agreement;
use polsslag::app::answers::collect_answers::{FormKind, FormMark};
use polsslag::app::round::{advance_rounds, share_round};
use polsslag::config::Config;
use polsslag::domain::agreement::Agreement;
use polsslag::domain::ids::AgreementId;
use polsslag::domain::message::MessageState;
use polsslag::domain::turn::Turn;
use polsslag::store::audit::Who;
use polsslag::store::{invitation, outbox, round};

/// Kills in each test. Source: issue, "repeated at least 50 times".
const N_KILLS: usize = 50;

/// A data directory with one open round that stays open for the machine's lifetime.
async fn prepare(folder: &Path, agreement: Agreement) -> AgreementId {
    let service = Service::open(Config::for_folder(&folder.join("data"), 1)).await.unwrap();
    import_agreement::import(
        &service,
        agreement,
        core_pulse(),
        false,
        Who::Command,
        at("2026-01-01T00:00:00Z"),
    )
    .await
    .unwrap();
    advance_rounds::advance(&service, at("2026-01-01T00:00:00Z")).await.unwrap();
    let now = at("2026-01-06T08:30:00Z");
    advance_rounds::advance(&service, now).await.unwrap();
    let id = service.find_agreement("test").await.unwrap();
    share_round::extend(&service, id, 1, at("2099-12-31T22:59:59Z"), Who::Command, now).await.unwrap();
    // Reminders are another test's business, and so are later rounds.
    share_round::pause(&service, id, true, Who::Command, now).await.unwrap();
    let later = at("2099-12-31T22:59:59Z").timestamp();
    service
        .store
        .write("keep the messages useful", move |connection| {
            connection.execute("UPDATE message SET not_after_at = ?1", [later])
        })
        .await
        .unwrap();
    id
}

fn configure(folder: &Path, smtp_port: Option<u16>) -> std::path::PathBuf {
    let mail = match smtp_port {
        Some(port) => format!(
            "transport = \"smtp\"\nmax_per_minute = 60000\n[mail.smtp]\nhost = \"127.0.0.1\"\nport = {port}\nsecurity = \"loopback\"\n"
        ),
        None => "transport = \"folder\"\n".to_owned(),
    };
    let file = folder.join("polsslag.toml");
    let text = format!(
        "data_dir = \"data\"\nlisten = \"127.0.0.1:0\"\nbase_url = \"http://127.0.0.1:1\"\n[mail]\nfrom = \"polsslag@polsslag.example\"\n{mail}"
    );
    std::fs::write(&file, text).unwrap();
    file
}

/// Starts the real program and waits until it says that it is ready; gives it with its address.
fn serve(config: &Path) -> (Child, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_polsslag"))
        .args(["serve", "--config"])
        .arg(config)
        .env("POLSSLAG_LOG", "error")
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let ready = lines.next().unwrap().unwrap();
    let address = ready.strip_prefix("ready http://").unwrap().trim_end_matches('/').to_owned();
    (child, address)
}

fn stop_gently(mut child: Child) {
    let id = child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    assert!(child.wait().unwrap().success(), "a stop signal ends the program in order");
}

#[test]
fn killed_while_sending_no_invitation_is_lost_and_none_is_sent_twice() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    runtime.block_on(prepare(folder.path(), agreement_of(25, 12)));
    let sink = SmtpSink::start();
    let config = configure(folder.path(), Some(sink.port));
    let mut arrived: Vec<String> = Vec::new();
    let wait = Duration::from_secs(30);
    for n in 0..N_KILLS {
        let (mut child, _) = serve(&config);
        // Killed between the first message and the sixth, at whatever the program is doing just then.
        for _ in 0..=(n % 6) {
            arrived.push(sink.accepted.recv_timeout(wait).expect("a message in time"));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        arrived.extend(sink.take());
    }
    // A last process sends the rest and stops in order.
    let data = folder.path().join("data");
    let open = || runtime.block_on(Service::open(Config::for_folder(&data, 1))).unwrap();
    let count = |state: MessageState| {
        runtime
            .block_on(open().store.read("list", move |connection| outbox::list_in_state(connection, state)))
            .unwrap()
            .into_iter()
            .map(|message| message.name)
            .collect::<Vec<_>>()
    };
    let n_left = count(MessageState::Queued).len();
    let (child, _) = serve(&config);
    for _ in 0..n_left {
        arrived.push(sink.accepted.recv_timeout(wait).expect("a message in time"));
    }
    stop_gently(child);
    arrived.extend(sink.take());

    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for mail in &arrived {
        let name: String =
            header(mail, "Message-ID").trim_start_matches('<').split('.').next().unwrap().to_owned();
        *times.entry(name).or_default() += 1;
    }
    let (sent, ambiguous) = (count(MessageState::Sent), count(MessageState::Ambiguous));
    assert_eq!(sent.len() + ambiguous.len(), 300, "every invitation was sent or is listed");
    assert!(ambiguous.len() <= N_KILLS, "at most one message a kill is in doubt: {}", ambiguous.len());
    for name in &sent {
        assert_eq!(times.get(name), Some(&1), "{name} counts as sent");
    }
    for name in &ambiguous {
        assert!(times.get(name).copied().unwrap_or(0) <= 1, "{name} was repeated by itself");
    }
    println!(
        "{N_KILLS} kills: {} sent once, {} listed as ambiguous, none twice",
        sent.len(),
        ambiguous.len()
    );
}

#[test]
fn killed_while_writing_files_nothing_is_even_in_doubt() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    runtime.block_on(prepare(folder.path(), agreement_of(10, 10)));
    let config = configure(folder.path(), None);
    let data = folder.path().join("data");
    let open = || runtime.block_on(Service::open(Config::for_folder(&data, 1))).unwrap();
    let list = |state: MessageState| {
        runtime
            .block_on(open().store.read("list", move |connection| outbox::list_in_state(connection, state)))
            .unwrap()
    };
    for _ in 0..N_KILLS {
        let (mut child, _) = serve(&config);
        child.kill().unwrap();
        child.wait().unwrap();
    }
    loop {
        let (child, _) = serve(&config);
        stop_gently(child);
        if list(MessageState::Queued).is_empty() {
            break;
        }
    }
    assert_eq!(list(MessageState::Sent).len(), 100);
    assert_eq!(list(MessageState::Ambiguous).len(), 0);
    let n_files = std::fs::read_dir(data.join("mail")).unwrap().filter(|entry| {
        entry.as_ref().unwrap().path().extension().is_some_and(|extension| extension == "eml")
    });
    assert_eq!(n_files.count(), 100);
}

/// Posts a form over a plain connection; the status, or `None` when the server is gone.
fn post(stream: &mut TcpStream, path: &str, body: &str) -> Option<u16> {
    let request = format!(
        "POST {path} HTTP/1.1\r\nhost: x\r\n{}: {}\r\ncontent-length: {}\r\n\r\n{body}",
        FORM.0,
        FORM.1,
        body.len()
    );
    stream.write_all(request.as_bytes()).ok()?;
    let mut reply = [0; 2048];
    let n = stream.read(&mut reply).ok().filter(|n| *n > 12)?;
    std::str::from_utf8(&reply[9..12]).ok().filter(|_| n > 12)?.parse().ok()
}

#[test]
fn killed_while_answering_nothing_acknowledged_is_lost() {
    const PEOPLE_A_KILL: usize = 40;
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let id = runtime.block_on(prepare(folder.path(), agreement_of(100, PEOPLE_A_KILL * N_KILLS / 100)));
    let config = configure(folder.path(), None);
    let data = folder.path().join("data");
    let open = || runtime.block_on(Service::open(Config::for_folder(&data, 1))).unwrap();
    let forms: Vec<(String, FormMark)> = {
        let service = open();
        let key = service.key.clone();
        runtime
            .block_on(service.store.write("make links and silence the outbox", move |connection| {
                connection.execute("UPDATE message SET state = 'dropped'", [])?;
                let round = round::find_by_number(connection, id, 1)?.unwrap();
                let open = invitation::list_to_remind(connection, round.id)?;
                open.iter()
                    .map(|(i, _)| {
                        let token = key.answer_token(i.round, i.seat, i.occupant_version);
                        let invited = invitation::find(connection, &token.digest())?.unwrap();
                        let mark = FormMark { kind: FormKind::of(&invited), page: 0, revision: 0 };
                        Ok((format!("/a/{}", token.reveal()), mark))
                    })
                    .collect()
            }))
            .unwrap()
    };
    assert_eq!(forms.len(), PEOPLE_A_KILL * N_KILLS);
    let statement = core_pulse().statements_in(Turn::short(1))[0].id.clone();
    let acknowledged: Arc<Mutex<Vec<String>>> = Arc::default();
    for (n, people) in forms.chunks(PEOPLE_A_KILL).enumerate() {
        let (child, address) = serve(&config);
        let child = Arc::new(Mutex::new(child));
        let n_done = Arc::new(AtomicUsize::new(0));
        let workers: Vec<_> = people
            .chunks(PEOPLE_A_KILL / 4)
            .map(|part| {
                let (part, address) = (part.to_vec(), address.clone());
                let (acknowledged, n_done, child) =
                    (Arc::clone(&acknowledged), Arc::clone(&n_done), Arc::clone(&child));
                let statement = statement.clone();
                let kill_after = 1 + (n * 7) % (PEOPLE_A_KILL - 8);
                std::thread::spawn(move || {
                    let Ok(mut stream) = TcpStream::connect(&address) else { return };
                    for (path, mark) in part {
                        let body = format!("form={mark}&{statement}=4");
                        let Some(status) = post(&mut stream, &path, &body) else { return };
                        assert_eq!(status, 303);
                        acknowledged.lock().unwrap().push(path);
                        if n_done.fetch_add(1, Ordering::SeqCst) + 1 == kill_after {
                            child.lock().unwrap().kill().unwrap();
                            return;
                        }
                    }
                })
            })
            .collect();
        for worker in workers {
            worker.join().unwrap();
        }
        child.lock().unwrap().kill().unwrap();
        child.lock().unwrap().wait().unwrap();
    }
    let service = open();
    let (n_sheets, verdict) = runtime
        .block_on(service.store.read("count", |connection| {
            let n: i64 = connection.query_row(
                "SELECT count(*) FROM sheet JOIN answer ON sheet_id = id WHERE value = 4",
                [],
                |row| row.get(0),
            )?;
            let verdict: String = connection.pragma_query_value(None, "integrity_check", |row| row.get(0))?;
            Ok((n, verdict))
        }))
        .unwrap();
    assert_eq!(verdict, "ok");
    let acknowledged = acknowledged.lock().unwrap();
    assert!(acknowledged.len() >= N_KILLS, "some answers were acknowledged before each kill");
    for path in acknowledged.iter() {
        let token = polsslag::domain::key::Token::from_text(path.trim_start_matches("/a/"));
        let given = runtime.block_on(async {
            let invited = polsslag::app::answers::collect_answers::find_invited(&service, &token)
                .await
                .unwrap()
                .unwrap();
            polsslag::app::answers::collect_answers::read_given(&service, &invited).await.unwrap()
        });
        assert_eq!(given.revision, 1, "{path} was acknowledged");
        assert_eq!(given.answers.len(), 1, "{path} was acknowledged");
    }
    println!("{N_KILLS} kills: {n_sheets} stored, {} acknowledged, none of these lost", acknowledged.len());
    assert!(n_sheets >= acknowledged.len() as i64);
}
