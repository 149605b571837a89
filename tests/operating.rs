//! Operators: people from a file, somebody else in a seat, four eyes, one's own data and its erasure, mail that comes back,
//! and a log that cannot be changed unseen.

use crate::support::desk::{Desk, FACILITATOR, OPERATOR, STEERING};
use crate::support::visitor::{
    ONE, OPENS, TWO, count, get, links, mail_to, open_round, open_round_with, path_in, post,
};
use crate::support::{Cast, SmtpSink, agreement_of, answer_all, at, browser, core_pulse, header};
use polsslag::app::messages::take_bounces::{self, Taken};
use polsslag::config::Bounces;
use polsslag::domain::agreement::KeptBecause;
use polsslag::store::audit::Who;
use polsslag::store::share_link::SharePage;

#[tokio::test(flavor = "multi_thread")]
async fn people_come_from_a_file_all_or_nobody_and_a_replaced_persons_link_dies() {
    let cast = open_round().await;
    let (old, _) = links(&cast, TWO);
    let operator = Desk::operator(&cast).await;
    let bad = "name;mail;partner;role;seat\nAnna;anna@p1.example;P1;practitioner;P1-9\nBo;geen adres;P1;practitioner;P1-10\n";
    let refused = operator.upload("/app/test/people", &[("do", "import")], bad.as_bytes()).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.text.contains("Regel 3")
            && !operator.page("/app/test/people").await.contains("anna@p1.example")
    );

    let good = "name;mail;partner;role;seat;phone\nZoë Één;zoe@p1.example;P1;practitioner;P1-2;06 1234\n";
    let tried = operator.upload("/app/test/people", &[("do", "try")], good.as_bytes()).await;
    assert!(tried.status == 200 && tried.text.contains("Dit zou er veranderen"), "{}", tried.text);
    assert_eq!(get(&cast, &old).await.0, 200, "trying changes nothing");
    let windows = encoding_rs::WINDOWS_1252.encode(good).0.into_owned();
    let taken = operator.upload("/app/test/people", &[("do", "import")], &windows).await;
    assert!(taken.status == 200 && taken.text.contains("Dit is veranderd"), "{}", taken.text);
    assert_eq!(get(&cast, &old).await.0, 404, "the old link died");
    cast.send_all().await;
    assert!(mail_to(&cast, "invitation", "zoe@p1.example").is_some(), "the newcomer is invited");
    assert!(operator.page("/app/test/people").await.contains("Zoë Één"));

    let replace = [("seat", "P1-3"), ("name", "Piet Nieuw"), ("mail", "piet@p1.example"), ("language", "en")];
    operator.done("/app/test/people/replace", &replace).await;
    let smuggled =
        [("seat", "P1-3"), ("name", "X\r\nBcc: a@x.example"), ("mail", "x@p1.example"), ("language", "nl")];
    assert_eq!(operator.post("/app/test/people/replace", &smuggled).await.status, 422, "header injection");
    assert_eq!(operator.post("/app/test/people/replace", &replace).await.status, 422, "has a seat already");
    // An agreement file from before does not give the seats back.
    let older = agreement_of(4, 3);
    cast.import(older, at(OPENS)).await;
    let seats = "SELECT count(*) FROM seat JOIN person ON person.id = seat.person_id WHERE mail IN ('zoe@p1.example', 'piet@p1.example')";
    assert_eq!(count(&cast, seats).await, 2);
    // Nobody gives themselves a part that reads signals.
    let own = format!("name,mail,facilitator\nBeheer,{OPERATOR},x\n");
    assert_eq!(operator.upload("/app/test/people", &[("do", "import")], own.as_bytes()).await.status, 422);
    // Everybody whom the file did not name stayed.
    assert!(operator.page("/app/test/people").await.contains(FACILITATOR));
}

/// The lines of the first list in the notice of a page.
fn told_lines(page: &str) -> Vec<&str> {
    let notice = page.split("class=\"notice\" role=\"status\"").nth(1).expect("a notice");
    let list = notice.split("</ul>").next().expect("a list");
    list.split("<li>").skip(1).map(|line| line.trim_end_matches("</li>")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_file_and_what_it_changes_is_said_in_the_readers_language() {
    let cast = open_round().await;
    let operator = Desk::operator(&cast).await;
    let broken = r#"
id = "x y"
title.nl = "X"
time_zone = "Europe/Amsterdm"
survey = "elsewhere"
languages = ["fr"]
confidentiality.mode = "attribute"
confidentiality.threshold = 2
partners = 3
[[partner]]
id = "P"
name = ""
kind = "hospital"
joined_on = 2026-01-01
left_on = 2025-01-01
[[person]]
name = "A"
mail = "nowhere"
partner = "Z"
seat = "1"
[[article]]
id = "a"
[[adjustment]]
on = 2026-01-01
article = "none"
review_on = 2025-01-01
expected_by_round = 0
"#;
    let people = "name;mail;language;partner;role;seat;steering;contact\n;a@x.example;;;;;;\nB;b;;;;;;\n\
                  C;c@x.example;fr;;;;;\nD;d@x.example;;Q;;;;\nE;e@x.example;;;boss;;;\nF;f@x.example;;;;S;;\n\
                  G;g@x.example;;;;S !;;\nH;h@x.example;;;;;misschien;\nI;i@x.example;;;;;;x\nJ;j@x.example;;;;;;\n";
    let newcomer = "name;mail;partner;role;seat\nAnna;anna@p1.example;P1;practitioner;P1-2\n";
    for (page, act, file) in [
        ("/operator/agreements", "try", broken),
        ("/operator/agreements", "import", "id = \"x"),
        ("/app/test/people", "import", people),
        ("/app/test/people", "import", "naam,mail,kleur\n"),
        ("/app/test/people", "import", "name,mail\n"),
        ("/app/test/people", "try", newcomer),
    ] {
        let told = async |language: &str| {
            let path = format!("{page}?lang={language}");
            operator.upload(&path, &[("do", act)], file.as_bytes()).await.text
        };
        let (dutch, english) = (told("nl").await, told("en").await);
        let (dutch, english) = (told_lines(&dutch), told_lines(&english));
        assert!(!dutch.is_empty() && dutch.len() == english.len(), "{page}: {dutch:?} {english:?}");
        for (line, other) in dutch.iter().zip(&english) {
            assert!(line != other, "{page} says in both languages: {line}");
            for word in [" expected ", " is no ", "missing", "does not", "unknown", " needs", " before "] {
                assert!(!line.contains(word), "English in Dutch: {line}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sees_what_changes_only_when_a_second_person_says_so() {
    let cast = open_round().await;
    let (operator, facilitator) = (Desk::operator(&cast).await, Desk::of(&cast, FACILITATOR).await);
    let want = |threshold: &'static str| {
        [
            ("kind", "confidentiality"),
            ("mode", "confidential"),
            ("threshold", threshold),
            ("why", "Kleine groep."),
        ]
    };
    assert_eq!(operator.post("/app/test/approvals", &want("2")).await.status, 422, "never below three");
    operator.done("/app/test/approvals", &want("7")).await;
    assert_eq!(
        operator.post("/app/test/approval/1", &[("answer", "yes")]).await.status,
        403,
        "not one's own wish"
    );
    let threshold = "SELECT coalesce((SELECT threshold FROM agreement), 0)";
    assert_eq!(count(&cast, threshold).await, 0);
    facilitator.done("/app/test/approval/1", &[("answer", "yes")]).await;
    assert_eq!(count(&cast, threshold).await, 7);
    assert_eq!(
        count(&cast, "SELECT threshold FROM round WHERE state = 'open'").await,
        5,
        "the open round keeps its promise"
    );
    assert_eq!(
        facilitator.post("/app/test/approval/1", &[("answer", "yes")]).await.status,
        404,
        "settled once"
    );

    // A file cannot go around it.
    let mut file = agreement_of(4, 3);
    file.confidentiality.threshold = Some(3);
    let told = cast.import(file, at(OPENS)).await;
    assert!(
        told.changes.iter().any(|change| change.is_kept_because(KeptBecause::Confidential)),
        "{:?}",
        told.changes
    );
    assert_eq!(count(&cast, threshold).await, 7);
}

#[tokio::test(flavor = "multi_thread")]
async fn attributed_answers_need_every_partners_consent_and_end_when_one_takes_it_back() {
    let cast = Cast::start(agreement_of(3, 2), core_pulse(), at("2026-01-01T00:00:00Z"), |_| {}).await;
    let (operator, facilitator) = (Desk::operator(&cast).await, Desk::of(&cast, FACILITATOR).await);
    let want = [
        ("kind", "confidentiality"),
        ("mode", "attributed"),
        ("threshold", "5"),
        ("why", "Wij willen open zijn."),
    ];
    let refused = operator.post("/app/test/approvals", &want).await;
    assert!(refused.status == 422 && refused.text.contains("Partner 3"), "{}", refused.text);
    for partner in 1..=3 {
        let contact = Desk::of(&cast, &format!("persoon1@p{partner}.example")).await;
        contact.done("/app/test/partner/consent", &[("consent", "yes")]).await;
        assert!(contact.page("/app/test/partner").await.contains("Uw organisatie stemde in"));
    }
    operator.done("/app/test/approvals", &want).await;
    facilitator.done("/app/test/approval/1", &[("answer", "yes")]).await;
    let mode = "SELECT count(*) FROM agreement WHERE mode = 'attributed'";
    assert_eq!(count(&cast, mode).await, 1);
    let contact = Desk::of(&cast, STEERING).await;
    contact.done("/app/test/partner/consent", &[("consent", "no")]).await;
    assert_eq!(count(&cast, mode).await, 0, "less is shown at once, without a second person");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agreement_goes_with_everything_in_it_after_two_people_said_so_and_the_log_stays() {
    let cast = open_round().await;
    answer_all(&browser(), &cast.base, &links(&cast, ONE).0, "4").await;
    let (operator, facilitator) = (Desk::operator(&cast).await, Desk::of(&cast, FACILITATOR).await);
    operator
        .done("/app/test/approvals", &[("kind", "deletion"), ("why-gone", "De samenwerking stopt.")])
        .await;
    facilitator.post("/app/test/approval/1", &[("answer", "yes")]).await;
    for table in ["agreement", "person", "sheet", "answer", "invitation", "round", "survey_version"] {
        let sql: &'static str = Box::leak(format!("SELECT count(*) FROM {table}").into_boxed_str());
        assert_eq!(count(&cast, sql).await, 0, "{table}");
    }
    assert!(operator.page("/operator/audit.csv").await.contains("approval.approved"));
    assert_eq!(get(&cast, "/r/test/2026-Q1").await.0, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn ones_own_data_go_to_oneself_alone_and_erasing_leaves_frozen_figures() {
    let cast = open_round().await;
    for person in 1..=3 {
        for partner in 1..=4 {
            let (answer, _) = links(&cast, &format!("persoon{person}@p{partner}.example"));
            answer_all(&browser(), &cast.base, &answer, "4").await;
        }
    }
    let operator = Desk::operator(&cast).await;
    let sent = operator.post("/app/test/person/export", &[("mail", TWO)]).await;
    assert_eq!(sent.status, 200);
    assert!(
        !sent.text.contains("TRU-8") && !sent.text.contains("cannot_judge"),
        "the operator sees no answer"
    );
    cast.send_all().await;
    let way = path_in(&mail_to(&cast, "data-ready", TWO).unwrap(), "/d/");
    let (status, page) = get(&cast, &way).await;
    assert!(status == 200 && !page.contains("TRU-8"), "a GET shows no answers");
    let (status, json) = post(&cast, &way, "as=json").await;
    let data: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        (status, data["mail"].as_str(), data["rounds"][0]["round"].as_u64()),
        (200, Some(TWO), Some(1))
    );
    assert!(data["rounds"][0]["answers"].as_array().unwrap().len() > 5, "{json}");
    assert!(post(&cast, &way, "as=csv").await.1.contains("answer,1,TRU-8,4"));
    // A personal link, which may have been passed on, only has the way sent to the person's own address.
    let (_, own) = links(&cast, ONE);
    assert!(!post(&cast, &format!("{own}/data"), "").await.1.contains("TRU-8"));
    cast.send_all().await;
    assert!(mail_to(&cast, "data-ready", ONE).is_some());
    cast.clock.set(cast.clock.now() + chrono::Duration::hours(49));
    assert_eq!(post(&cast, &way, "as=json").await.0, 404, "two days");
    let (_, own) = links(&cast, TWO);

    cast.advance_to(at("2026-02-01T00:00:00Z")).await;
    let operator = Desk::operator(&cast).await;
    let figures = "SELECT length(figures) FROM round WHERE number = 1";
    let (before, sheets) = (count(&cast, figures).await, count(&cast, "SELECT count(*) FROM sheet").await);
    assert_eq!(operator.post("/app/test/person/erase", &[("mail", TWO), ("again", ONE)]).await.status, 422);
    assert_eq!(operator.post("/app/test/person/erase", &[("mail", TWO), ("again", TWO)]).await.status, 200);
    assert_eq!(count(&cast, "SELECT count(*) FROM sheet").await, sheets - 1);
    assert_eq!(count(&cast, figures).await, before, "what was frozen stays");
    assert_eq!(count(&cast, "SELECT count(*) FROM person WHERE mail = 'persoon2@p1.example'").await, 0);
    assert_eq!(get(&cast, &own).await.0, 404);
    assert_eq!(count(&cast, "SELECT count(*) FROM person WHERE name LIKE 'Persoon 1 2%'").await, 0);
    // No file brings somebody back who was erased at their wish.
    let file = agreement_of(4, 3);
    let told = cast.import(file, cast.clock.now()).await;
    assert!(
        told.changes.iter().any(|change| change.is_kept_because(KeptBecause::Erased)),
        "{:?}",
        told.changes
    );
    assert_eq!(count(&cast, "SELECT count(*) FROM person WHERE mail = 'persoon2@p1.example'").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_that_comes_back_stops_the_address_until_somebody_calls_it_good() {
    let bounces = Bounces { address: "terug@polsslag.example".to_owned(), maildir: None };
    let cast = open_round_with(|config| config.mail.bounces = Some(bounces)).await;
    let id = count(
        &cast,
        "SELECT m.id FROM message m JOIN person p ON p.id = m.person_id WHERE p.mail = 'persoon2@p1.example'",
    )
    .await;
    let message = polsslag::domain::ids::MessageId(id);
    let config = &cast.service.config;
    let address = config.mail.bounces.as_ref().unwrap().return_path(&cast.service.key, message);
    let report = |to: &str, status: &str| {
        format!(
            "From: MAILER-DAEMON@mx.example\r\nTo: <{to}>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=B\r\n\r\n\
             --B\r\nContent-Type: text/plain\r\n\r\nx\r\n--B\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
             Final-Recipient: rfc822; {TWO}\r\nAction: failed\r\nStatus: {status}\r\n\r\n--B--\r\n"
        )
    };
    let take =
        async |raw: String| take_bounces::take(&cast.service, raw.as_bytes(), at(OPENS)).await.unwrap();
    let forged = address.replace(|c: char| c.is_ascii_hexdigit(), "0");
    assert_eq!(take(report(&forged, "5.1.1")).await, Taken::NotOurs, "nobody can stop somebody else's mail");
    assert_eq!(take(report(&address, "4.2.2")).await, Taken::Passing);
    assert_eq!(take("Subject: Ik ben er niet\r\n\r\nTot maandag.\r\n".to_owned()).await, Taken::NotOurs);
    assert_eq!(take(report(&address, "5.1.1")).await, Taken::Stopped);
    let operator = Desk::operator(&cast).await;
    let page = operator.page("/app/test/people").await;
    assert!(page.contains("Mail die terugkwam") && page.contains("5.1.1"));
    // The reminder of that person is dropped, everybody else's goes.
    cast.advance_to(at("2026-01-09T08:30:00Z")).await;
    cast.send_all().await;
    assert!(mail_to(&cast, "reminder-1", TWO).is_none() && mail_to(&cast, "reminder-1", ONE).is_some());
    Desk::operator(&cast).await.done("/app/test/people/good-address", &[("mail", TWO)]).await;
    assert_eq!(count(&cast, "SELECT count(*) FROM person WHERE bounced_at IS NOT NULL").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_message_has_a_return_address_of_its_own() {
    let sink = SmtpSink::start();
    let transport = sink.transport();
    let cast = open_round_with(|config| {
        config.mail.transport = transport;
        config.mail.bounces = Some(Bounces { address: "terug@polsslag.example".to_owned(), maildir: None });
    })
    .await;
    let mails = sink.take();
    assert_eq!(mails.len(), 12);
    assert!(mails.iter().all(|mail| header(mail, "From").contains("polsslag@polsslag.example")));
    let senders = sink.senders();
    assert_eq!(senders.len(), 12);
    let unique: std::collections::BTreeSet<&String> = senders.iter().collect();
    assert!(unique.len() == 12 && senders.iter().all(|sender| sender.starts_with("terug+")), "{senders:?}");
    drop(cast);
}

#[tokio::test(flavor = "multi_thread")]
async fn rounds_are_rehearsed_as_counts_paused_and_extended() {
    let cast = Cast::start(agreement_of(4, 3), core_pulse(), at("2026-01-01T00:00:00Z"), |_| {}).await;
    let operator = Desk::operator(&cast).await;
    let page = operator.page("/app/test/rounds").await;
    assert!(
        page.contains("eerste herinnering") && page.contains("<td>12</td>") && !page.contains("persoon1"),
        "{page}"
    );
    operator.done("/app/test/rounds", &[("do", "pause")]).await;
    cast.advance_to(at(OPENS)).await;
    assert_eq!(count(&cast, "SELECT count(*) FROM round WHERE state = 'open'").await, 0);
    let operator = Desk::operator(&cast).await;
    operator.done("/app/test/rounds", &[("do", "resume")]).await;
    cast.advance_to(at("2026-02-03T08:30:00Z")).await;
    let operator = Desk::operator(&cast).await;
    let page = operator.page("/app/test/rounds").await;
    assert!(page.contains("Open meting: 1"), "{page}");
    operator.done("/app/test/rounds", &[("do", "extend"), ("round", "1"), ("until", "2026-03-20")]).await;
    assert_eq!(
        operator
            .post("/app/test/rounds", &[("do", "extend"), ("round", "1"), ("until", "2026-01-20")])
            .await
            .status,
        409
    );
    assert!(operator.page("/app/test/rounds").await.contains("20 maart 2026"));
    operator.done("/app/test/rounds", &[("do", "cancel"), ("round", "1")]).await;
    assert_eq!(count(&cast, "SELECT count(*) FROM round WHERE state = 'cancelled'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn response_is_told_as_counts_that_say_of_nobody_whether_they_answered_and_a_contact_sees_its_own_partner_only()
 {
    let cast = Cast::start(agreement_of(4, 5), core_pulse(), at("2026-01-01T00:00:00Z"), |_| {}).await;
    cast.advance_to(at(OPENS)).await;
    cast.send_all().await;
    for n in 1..=3 {
        let (answer, _) = links(&cast, &format!("persoon{n}@p1.example"));
        answer_all(&browser(), &cast.base, &answer, "4").await;
    }
    let page = Desk::of(&cast, FACILITATOR).await.page("/app/test/response").await;
    assert!(page.contains("0 van de 20 mensen") && !page.contains("3 van 5"), "as of last night: {page}");
    cast.clock.set(at(OPENS) + chrono::Duration::days(1));
    let page = Desk::of(&cast, FACILITATOR).await.page("/app/test/response").await;
    assert!(
        page.contains("3 van 5")
            && page.contains("3 van de 20 mensen")
            && page.contains("hoogstens één van 5")
            && page.contains("mailto:persoon2@p1.example"),
        "{page}"
    );
    let own = Desk::of(&cast, STEERING).await.page("/app/test/partner").await;
    assert!(
        own.contains("3 van 5") && own.contains("persoon2@p1.example") && !own.contains("p2.example"),
        "{own}"
    );
    let small = Cast::start(agreement_of(6, 2), core_pulse(), at("2026-01-01T00:00:00Z"), |_| {}).await;
    small.advance_to(at(OPENS)).await;
    let page = Desk::of(&small, FACILITATOR).await.page("/app/test/response").await;
    assert!(page.contains("te weinig mensen om te tonen") && !page.contains("van 2<"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_people_change_stands_in_the_log_and_what_changed_nothing_does_not() {
    use polsslag::app::agreement::import_agreement;
    use polsslag::app::messages::send_messages;
    use polsslag::app::report::{offer_link, open_report};
    use polsslag::app::round::share_round;
    let cast = open_round().await;
    let id = cast.service.find_agreement("test").await.unwrap();
    let (service, now) = (&cast.service, cast.clock.now());
    let until = at("2026-01-30T12:00:00Z");
    let import =
        || import_agreement::import(service, agreement_of(4, 3), core_pulse(), false, Who::Command, now);
    import().await.unwrap();
    share_round::extend(service, id, 1, until, Who::Command, now).await.unwrap();
    share_round::extend(service, id, 1, until, Who::Command, now).await.unwrap_err();
    share_round::pause(service, id, true, Who::Command, now).await.unwrap();
    share_round::cancel(service, id, 1, Who::Command, now).await.unwrap();
    share_round::cancel(service, id, 1, Who::Command, now).await.unwrap_err();
    let (link, _) = offer_link::make(service, id, SharePage::Newcomer, until.date_naive(), Who::Command, now)
        .await
        .unwrap();
    offer_link::revoke(service, id, link.0, Who::Command, now).await.unwrap();
    offer_link::revoke(service, id, link.0, Who::Command, now).await.unwrap_err();
    open_report::revoke(service, id, "2026-Q1".parse().unwrap(), Who::Command, now).await.unwrap_err();
    send_messages::pause_sending(service, true, now).await.unwrap();
    let log = service.store.read("read the log", polsslag::store::audit::list).await.unwrap();
    let whats: Vec<_> = log.iter().map(|(_, entry, _)| entry.what.as_str()).collect();
    assert_eq!(
        whats,
        [
            "agreement.imported",
            "round.extended",
            "rounds.paused",
            "round.cancelled",
            "link.made",
            "link.revoked",
            "sending.paused",
        ],
        "the second import changed nothing"
    );
}
