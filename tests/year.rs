//! A full virtual year of the city agreement: monthly rounds over both clock changes, a real SMTP sink, answers
//! over HTTP. The dates below were worked out with a calendar, not with this program.

use std::collections::{BTreeMap, HashMap};

use crate::support::{
    Cast, SmtpSink, answer_all, answer_path, at, browser, city, core_pulse, header, unfold,
};
use polsslag::domain::message::MessageKind;
use polsslag::store::{outbox, round};

/// Third Tuesdays of 2026 at 09:30 in Amsterdam, their reminders three and seven working days later (Good Friday to
/// New Year's Day free), and their last day, ten working days later. The rounds of March and October are open while
/// the clock changes.
const ROUNDS: [[&str; 4]; 12] = [
    ["2026-01-20T08:30:00Z", "2026-01-23T08:30:00Z", "2026-01-29T08:30:00Z", "2026-02-03T22:59:59Z"],
    ["2026-02-17T08:30:00Z", "2026-02-20T08:30:00Z", "2026-02-26T08:30:00Z", "2026-03-03T22:59:59Z"],
    ["2026-03-17T08:30:00Z", "2026-03-20T08:30:00Z", "2026-03-26T08:30:00Z", "2026-03-31T21:59:59Z"],
    ["2026-04-21T07:30:00Z", "2026-04-24T07:30:00Z", "2026-05-01T07:30:00Z", "2026-05-06T21:59:59Z"],
    ["2026-05-19T07:30:00Z", "2026-05-22T07:30:00Z", "2026-05-29T07:30:00Z", "2026-06-03T21:59:59Z"],
    ["2026-06-16T07:30:00Z", "2026-06-19T07:30:00Z", "2026-06-25T07:30:00Z", "2026-06-30T21:59:59Z"],
    ["2026-07-21T07:30:00Z", "2026-07-24T07:30:00Z", "2026-07-30T07:30:00Z", "2026-08-04T21:59:59Z"],
    ["2026-08-18T07:30:00Z", "2026-08-21T07:30:00Z", "2026-08-27T07:30:00Z", "2026-09-01T21:59:59Z"],
    ["2026-09-15T07:30:00Z", "2026-09-18T07:30:00Z", "2026-09-24T07:30:00Z", "2026-09-29T21:59:59Z"],
    ["2026-10-20T07:30:00Z", "2026-10-23T07:30:00Z", "2026-10-29T08:30:00Z", "2026-11-03T22:59:59Z"],
    ["2026-11-17T08:30:00Z", "2026-11-20T08:30:00Z", "2026-11-26T08:30:00Z", "2026-12-01T22:59:59Z"],
    ["2026-12-15T08:30:00Z", "2026-12-18T08:30:00Z", "2027-01-04T08:30:00Z", "2027-01-07T22:59:59Z"],
];

/// Seats of the sample city: 60 people. A third answers the invitation, a third the first reminder, a third never.
const N_SEATS: usize = 60;

#[tokio::test(flavor = "multi_thread")]
async fn a_year_sends_and_collects_exactly_what_the_calendar_says() {
    let sink = SmtpSink::start();
    let mut survey = core_pulse();
    survey.schedule.as_mut().unwrap().cron = "30 9 15-21 * TUE".into();
    let transport = sink.transport();
    let cast =
        Cast::start(city(), survey, at("2026-01-01T00:00:00Z"), |config| config.mail.transport = transport)
            .await;
    let client = browser();
    let mut n_sent: BTreeMap<&str, usize> = BTreeMap::new();
    let mut n_posted = 0;
    // The habit of each person, by mail address, in the order in which the first round invited them.
    let mut habits: HashMap<String, usize> = HashMap::new();

    for (index, [opens, first, second, closes]) in ROUNDS.iter().enumerate() {
        let just_before = at(opens) - chrono::Duration::seconds(1);
        assert_eq!(cast.advance_to(just_before).await.n_opened, 0, "round {index} opened early");
        assert_eq!(cast.advance_to(at(opens)).await.n_opened, 1, "round {index}");
        assert_eq!(cast.advance_to(at(opens)).await.n_opened, 0, "round {index} opened twice");
        cast.send_all().await;
        let invitations = sink.take();
        *n_sent.entry("invitation").or_default() += invitations.len();
        let mut links: HashMap<String, String> = HashMap::new();
        for mail in &invitations {
            let to = header(mail, "To").to_owned();
            let n = habits.len();
            habits.entry(to.clone()).or_insert(n);
            links.insert(to, answer_path(&unfold(mail)));
        }
        assert_eq!(links.len(), N_SEATS, "every seat of round {index} has a link of its own");

        for (step, habit) in [(None, 0), (Some(first), 1), (Some(second), 9)] {
            if let Some(instant) = step {
                assert_eq!(cast.advance_to(at(instant) - chrono::Duration::seconds(1)).await.n_reminded, 0);
                assert_eq!(cast.advance_to(at(instant)).await.n_reminded, 1, "reminder of round {index}");
                cast.send_all().await;
                let reminders = sink.take();
                let kind = if habit == 1 { "reminder-1" } else { "reminder-2" };
                *n_sent.entry(kind).or_default() += reminders.len();
                for mail in &reminders {
                    let to = header(mail, "To");
                    assert_eq!(links[to], answer_path(&unfold(mail)), "a reminder carries the same link");
                    assert!(habits[to] % 3 >= habit.min(2), "who answered is not reminded");
                }
            }
            for (to, path) in links.iter().filter(|(to, _)| habits[*to] % 3 == habit) {
                // Two scales in a month, and what the quarter adds to it.
                let n_pages = if index == 11 {
                    6
                } else if index % 3 == 2 {
                    4
                } else {
                    2
                };
                assert_eq!(answer_all(&client, &cast.base, path, "4").await, n_pages, "{to}");
                n_posted += 1;
            }
        }
        assert_eq!(cast.advance_to(at(closes)).await.n_closed, 0, "round {index} closed early");
        assert_eq!(
            cast.advance_to(at(closes) + chrono::Duration::seconds(1)).await.n_closed,
            1,
            "round {index}"
        );
        let late = links.values().next().unwrap();
        assert_eq!(client.get(format!("{}{late}", cast.base)).send().await.unwrap().status(), 410);
    }

    assert_eq!(n_sent["invitation"], 12 * 60);
    assert_eq!(n_sent["reminder-1"], 12 * 40);
    assert_eq!(n_sent["reminder-2"], 12 * 20);
    assert_eq!(n_posted, 12 * 40);
    let (n_sheets, counts, n_rounds) = cast
        .service
        .store
        .read("count", |connection| {
            let n: i64 = connection.query_row("SELECT count(*) FROM sheet", [], |row| row.get(0))?;
            let id = polsslag::store::agreement::find_id(connection, "city")?.unwrap();
            let rounds = round::list(connection, id)?;
            Ok((n, outbox::count(connection)?, rounds.iter().filter(|r| r.state.has_figures()).count()))
        })
        .await
        .unwrap();
    assert_eq!((n_sheets, n_rounds), (12 * 40, 12));
    let sent: usize =
        counts.iter().filter(|(kind, ..)| *kind != MessageKind::ReportReady).map(|(_, _, n)| n).sum();
    assert_eq!(sent, 12 * (60 + 40 + 20), "nothing else was queued");
}

#[tokio::test]
async fn after_downtime_a_round_opens_if_there_is_time_and_is_skipped_with_a_word_if_not() {
    let cast = Cast::start(city(), core_pulse(), at("2026-01-01T00:00:00Z"), |_| {}).await;
    // The service slept from January; the round of 3 February may open until the 5th, 09:30.
    let advanced = cast.advance_to(at("2026-02-04T12:00:00Z")).await;
    assert_eq!((advanced.n_skipped, advanced.n_opened), (1, 1));
    let rounds = cast
        .service
        .store
        .read("list", |connection| {
            let id = polsslag::store::agreement::find_id(connection, "city")?.unwrap();
            round::list(connection, id)
        })
        .await
        .unwrap();
    let states: Vec<(&str, Option<u32>)> = rounds.iter().map(|r| (r.state.code(), r.number)).collect();
    assert_eq!(states, [("skipped", None), ("open", Some(1)), ("planned", None)]);
    assert!(rounds[0].note.as_deref().unwrap().contains("not running in time"));
}

#[tokio::test]
async fn after_a_long_night_only_the_last_missed_reminder_goes() {
    let cast = Cast::start(city(), core_pulse(), at("2026-01-01T00:00:00Z"), |_| {}).await;
    cast.advance_to(at("2026-01-06T08:30:00Z")).await;
    cast.send_all().await;
    assert_eq!(cast.advance_to(at("2026-01-16T12:00:00Z")).await.n_reminded, 1);
    cast.send_all().await;
    let names: Vec<String> = cast.mails().into_keys().filter(|name| name.starts_with("reminder")).collect();
    assert_eq!(names.len(), N_SEATS);
    assert!(names.iter().all(|name| name.starts_with("reminder-2")), "{names:?}");
}
