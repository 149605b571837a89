//! The second half of the loop: a signal is worked, people talk, an article is adjusted, and its review shows what the next
//! rounds say. And what belongs to it: the agreement's text on any day, meetings, lessons, an extra pulse.

use std::fmt::Write;

use crate::support::desk::{Desk, FACILITATOR, STEERING};
use crate::support::visitor::{count, get, mail_to};
use crate::support::{Cast, agreement_of, answer_path, at, core_pulse, read_agreement};
use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use polsslag::app::agreement::adjust_article;
use polsslag::app::answers::import_answers;
use polsslag::app::messages::tell_digest;
use polsslag::app::signals::find_signals;
use polsslag::catalogue::{agreement_file, answers_file};
use polsslag::domain::agreement::KeptBecause;
use polsslag::domain::ids::AgreementId;

const N_PARTNERS: usize = 6;
const FIRST: &str = "2025-01-07";

fn round_day(number: u32) -> NaiveDate {
    FIRST.parse::<NaiveDate>().unwrap().checked_add_days(Days::new(u64::from(number - 1) * 28)).unwrap()
}

fn after(number: u32) -> DateTime<Utc> {
    (round_day(number) + Days::new(20)).and_hms_opt(12, 0, 0).unwrap().and_utc()
}

/// Rounds in which everybody of `from` answers `level`, a little apart.
fn answers(rounds: std::ops::RangeInclusive<u32>, level: impl Fn(u32) -> i64) -> (String, String) {
    let survey = core_pulse();
    let mut rows = String::from("round,date,partner,respondent,role,item,value\n");
    let mut roster = String::from("round,date,partner,respondent,role\n");
    for round in rounds {
        for partner in 1..=N_PARTNERS {
            for person in 1..=4 {
                let head = format!("{round},{},P{partner},r{person},practitioner", round_day(round));
                writeln!(roster, "{head}").unwrap();
                for statement in
                    survey.statements.iter().filter(|s| s.block == polsslag::domain::survey::Block::Core)
                {
                    let wobble = i64::from((round as usize + partner + person).is_multiple_of(4));
                    let score = (level(round) - wobble).clamp(1, 5);
                    let value = if statement.reversed { 6 - score } else { score };
                    writeln!(rows, "{head},{},{value}", statement.id).unwrap();
                }
            }
        }
    }
    (rows, roster)
}

async fn import(
    cast: &Cast,
    rounds: std::ops::RangeInclusive<u32>,
    level: impl Fn(u32) -> i64,
    now: DateTime<Utc>,
) -> AgreementId {
    let (rows, roster) = answers(rounds, level);
    let survey = core_pulse();
    let read = answers_file::parse(("a", rows.as_bytes()), Some(("r", roster.as_bytes())), &survey).unwrap();
    let id = cast.service.find_agreement("test").await.unwrap();
    import_answers::import(&cast.service, id, survey, read, false, now).await.unwrap();
    cast.clock.set(now);
    find_signals::freeze(&cast.service, id).await.unwrap();
    id
}

fn agreement() -> polsslag::domain::agreement::Agreement {
    let mut agreement = agreement_of(N_PARTNERS, 1);
    let text = "id = \"x\"\ntitle.nl = \"x\"\npurpose.nl = \"x\"\ntime_zone = \"Europe/Amsterdam\"\nsurvey = \"core-pulse\"\n\
                [[partner]]\nid = \"P1\"\nname = \"x\"\nkind = \"provider\"\njoined_on = 2020-01-01\n\
                [[article]]\nid = \"open-1\"\nkind = \"openness\"\ntext.nl = \"Wij delen cijfers als het uitkomt.\"\nsince = 2024-01-01\n\
                [[article]]\nid = \"contact-1\"\nkind = \"contact\"\ntext.nl = \"Wij bellen voordat we mailen.\"\nsince = 2024-01-01\n";
    agreement.articles = read_agreement(text, &core_pulse()).articles;
    agreement
}

async fn cast_with_signal() -> (Cast, AgreementId) {
    let cast = Cast::start(agreement(), core_pulse(), at("2025-01-01T00:00:00Z"), |_| {}).await;
    let id = import(&cast, 1..=10, |round| if round >= 7 { 3 } else { 5 }, after(10)).await;
    (cast, id)
}

/// The address of the first link that begins so.
fn first_link(page: &str, start: &str) -> String {
    let at = page.find(&format!("href=\"{start}")).unwrap_or_else(|| panic!("no {start} in {page}"));
    page[at + 6..].split(['"', '?']).next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signal_becomes_a_conversation_an_adjustment_and_a_review_that_does_not_overclaim() {
    let (cast, id) = cast_with_signal().await;
    let (facilitator, steering) = (Desk::of(&cast, FACILITATOR).await, Desk::of(&cast, STEERING).await);

    // The alarm, with its sentence, its evidence, its questions.
    let list = facilitator.page("/app/test/signals").await;
    let signal = first_link(&list, "/app/test/signal/");
    let page = facilitator.page(&signal).await;
    assert!(
        page.contains("<svg") && page.contains("Vragen om mee te beginnen") && page.contains("Zekerheid")
    );
    // A steering member reads the page of the steering group, and no signal's.
    assert_eq!(steering.get(&signal).await.status, 403);
    assert!(steering.page("/app/test").await.contains("Waarover praten"));

    // A note, and dismissing and taking that back: all of it stays on record.
    facilitator.done(&signal, &[("do", "noted"), ("note", "Eerst bellen.")]).await;
    assert_eq!(
        facilitator.post(&signal, &[("do", "dismissed"), ("reason", "")]).await.status,
        422,
        "no reason"
    );
    facilitator.done(&signal, &[("do", "dismissed"), ("reason", "Bekend verhaal.")]).await;
    assert!(!facilitator.page("/app/test/signals").await.contains(&signal));
    assert!(facilitator.page("/app/test/signals?show=dismissed").await.contains(&signal));
    facilitator.done(&signal, &[("do", "reopened")]).await;
    let page = facilitator.page(&signal).await;
    for text in ["Eerst bellen.", "Bekend verhaal.", "Teruggezet op de lijst"] {
        assert!(page.contains(text), "{text}");
    }

    // A conversation, as the agreement's own article says.
    let form = facilitator
        .page(&format!("/app/test/conversations/new?signal={}", signal.rsplit('/').next().unwrap()))
        .await;
    assert!(form.contains("Wij bellen voordat we mailen."));
    let name = signal.rsplit('/').next().unwrap().to_owned();
    let planned = |on: &'static str| {
        vec![
            ("kind", "kitchen-visit"),
            ("with", "P1 en P2"),
            ("on", on),
            ("at", "10:30"),
            ("place", "Keuken"),
            ("purpose", "Luisteren; samen\nkijken"),
        ]
    };
    let mut fields = planned("2025-09-30");
    fields.push(("signal", &name));
    assert_eq!(facilitator.post("/app/test/conversations", &planned("gisteren")).await.status, 422);
    let conversation = facilitator.done("/app/test/conversations", &fields).await;
    let calendar = facilitator.page("/app/test/calendar.ics").await;
    assert!(
        calendar.contains("DTSTART:20250930T083000Z") && calendar.contains("STATUS:CONFIRMED"),
        "{calendar}"
    );
    assert!(calendar.contains("DESCRIPTION:Luisteren\\; samen\\nkijken"), "{calendar}");
    assert_eq!(calendar, facilitator.page("/app/test/calendar.ics").await, "the same every time");
    facilitator
        .done(&conversation, &[("state", "held"), ("outcome", "Cijfers vooraf."), ("revision", "0")])
        .await;
    let stale = [("state", "planned"), ("outcome", ""), ("revision", "0")];
    assert_eq!(
        facilitator.post(&conversation, &stale).await.status,
        409,
        "a page from before overwrites nothing"
    );
    assert!(facilitator.page(&signal).await.contains("Cijfers vooraf."));

    // A proposal with what is expected of it, decided by the steering group for a day to come.
    let propose = |review_on: &'static str| {
        vec![
            ("article", "open-1"),
            ("title", "Cijfers vooraf"),
            ("new", "Wij delen elk kwartaal onze cijfers, ook als ze tegenvallen."),
            ("why", "We schrokken van de cijfers."),
            ("dimension", "trust"),
            ("direction", "up"),
            ("by-round", ""),
            ("review-on", review_on),
            ("owner", "P1"),
        ]
    };
    assert_eq!(facilitator.post("/app/test/adjustments", &propose("2020-01-01")).await.status, 422);
    let mut fields = propose("2026-02-15");
    fields.push(("signal", &name));
    let adjustment = facilitator.done("/app/test/adjustments", &fields).await;
    let page = steering.page(&adjustment).await;
    assert!(page.contains("<del>") && page.contains("<ins>") && page.contains("voorgesteld"), "{page}");
    steering
        .done(&format!("{adjustment}/decide"), &[("on", "2025-10-10"), ("agreed-by", "Alle partners")])
        .await;
    assert!(steering.page("/app/test/agreement").await.contains("als het uitkomt"), "its day has not come");
    assert_eq!(
        steering
            .post(&format!("{adjustment}/decide"), &[("on", "2025-10-11"), ("agreed-by", "x")])
            .await
            .status,
        409,
        "decided once"
    );

    // Its day comes: the article reads so, and read otherwise the day before.
    let day = at("2025-10-10T08:00:00Z");
    cast.clock.set(day);
    adjust_article::advance(&cast.service, day).await.unwrap();
    let steering = Desk::of(&cast, STEERING).await;
    assert!(steering.page("/app/test/agreement").await.contains("ook als ze tegenvallen"));
    assert!(steering.page("/app/test/agreement?on=2025-10-09").await.contains("als het uitkomt"));
    let changes = steering.page("/app/test/agreement/changes?from=2025-10-01&to=2025-10-10").await;
    assert!(changes.contains("<del>"), "{changes}");
    assert!(steering.page("/app/test/article/open-1").await.contains("Alle partners"));
    assert!(steering.page(&adjustment).await.contains("zetten we de metingen naast de verwachting"));

    // The next rounds, and the day of looking back.
    import(&cast, 11..=15, |_| 4, after(15)).await;
    adjust_article::advance(&cast.service, after(15)).await.unwrap();
    let (facilitator, steering) = (Desk::of(&cast, FACILITATOR).await, Desk::of(&cast, STEERING).await);
    assert!(steering.page("/app/test").await.contains("Terugkijken op de bijstelling"));
    let page = steering.page(&adjustment).await;
    assert!(page.contains("aantoonbaar hoger dan in meting 10"), "{page}");
    assert!(page.contains("Verschil: +") && page.contains("24 mensen van 6 partners"), "{page}");
    assert!(
        page.contains("past bij wat we vooraf verwachtten") && page.contains("ook door iets anders"),
        "{page}"
    );

    // An event in between is named as another explanation; what was measured stays.
    steering.done("/app/test/events", &[("event", "Nieuwe wethouder"), ("event-on", "2025-11-20")]).await;
    let page = steering.page(&adjustment).await;
    assert!(page.contains("ook door wat er in dezelfde tijd gebeurde: Nieuwe wethouder"), "{page}");
    assert_eq!(
        steering.post(&format!("{adjustment}/review"), &[("choice", ""), ("said", "x")]).await.status,
        422
    );
    steering
        .done(&format!("{adjustment}/review"), &[("choice", "keep"), ("said", "Het helpt. Zo houden.")])
        .await;
    let page = facilitator.page(&adjustment).await;
    assert!(page.contains("teruggekeken") && page.contains("Het helpt. Zo houden."), "{page}");
    assert!(
        facilitator.page(&signal).await.contains("Cijfers vooraf"),
        "the signal's page tells the whole story"
    );

    // The file carries it all, and an older file undoes nothing.
    let toml = Desk::operator(&cast).await.page("/app/test/agreement.toml").await;
    let exported = agreement_file::parse("f", &toml, &|_| Some(core_pulse())).0.unwrap();
    assert_eq!(exported.adjustments[0].review.as_ref().unwrap().said, "Het helpt. Zo houden.");
    assert_eq!(exported.articles[0].earlier.len(), 1);
    assert!(
        !facilitator.page("/app/test/agreement.toml").await.contains("mail ="),
        "people are the operator's"
    );
    let older = cast.import(agreement(), after(15)).await;
    assert!(
        older.changes.iter().any(|change| change.is_kept_because(KeptBecause::Adjusted)),
        "{:?}",
        older.changes
    );
    assert!(steering.page("/app/test/agreement").await.contains("ook als ze tegenvallen"));

    // Every step is in the log, by whom, and the chain holds.
    let operator = Desk::operator(&cast).await;
    let log = operator.page("/operator/audit.csv").await;
    for what in [
        "signal.noted",
        "signal.dismissed",
        "signal.reopened",
        "conversation.planned",
        "conversation.held",
        "adjustment.proposed",
        "adjustment.decided",
        "adjustment.in-force",
        "event.noted",
        "adjustment.reviewed",
    ] {
        assert!(log.contains(what), "{what}");
    }
    assert!(!log.contains("Eerst bellen"), "no content in the log");
    let page = operator.page("/operator/audit").await;
    assert!(page.contains("klopt") && !page.contains("signal.noted"), "a page tells it in words");
    let _ = id;
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_an_adjustment_back_gives_the_article_its_old_words_from_that_day() {
    let (cast, _) = cast_with_signal().await;
    let steering = Desk::of(&cast, STEERING).await;
    let fields = [
        ("article", "contact-1"),
        ("title", "Appen mag"),
        ("new", "Wij appen."),
        ("why", "Sneller."),
        ("dimension", "commitment"),
        ("direction", "same"),
        ("review-on", "2026-03-01"),
        ("owner", "P2"),
    ];
    let rival = steering.done("/app/test/adjustments", &fields).await;
    let adjustment = steering.done("/app/test/adjustments", &fields).await;
    let today = cast.clock.now().date_naive().to_string();
    steering.done(&format!("{adjustment}/decide"), &[("on", &today), ("agreed-by", "allen")]).await;
    assert!(steering.page("/app/test/agreement").await.contains("Wij appen."), "its day is today");
    assert_eq!(steering.post(&format!("{adjustment}/withdraw"), &[]).await.status, 409, "it is in force");
    let second =
        steering.post(&format!("{rival}/decide"), &[("on", "2025-12-01"), ("agreed-by", "allen")]).await;
    assert!(
        second.status == 422 && second.text.contains("intussen veranderd"),
        "it was made from other words"
    );
    cast.clock.set(cast.clock.now() + Duration::days(2));
    let steering = Desk::of(&cast, STEERING).await;
    steering.done(&format!("{adjustment}/review"), &[("choice", "take-back"), ("said", "Toch niet.")]).await;
    let page = steering.page("/app/test/agreement").await;
    assert!(page.contains("Wij bellen voordat we mailen.") && !page.contains("Wij appen."));
    assert!(steering.page(&format!("/app/test/agreement?on={today}")).await.contains("Wij appen."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_has_an_agenda_made_from_the_state_and_keeps_what_was_decided() {
    let (cast, _) = cast_with_signal().await;
    let steering = Desk::of(&cast, STEERING).await;
    let meeting = steering.done("/app/test/meetings", &[("on", "2025-10-02")]).await;
    let page = steering.page(&meeting).await;
    assert!(page.contains("Overleg van 2 oktober 2025") && page.contains("meting"), "{page}");
    steering.done(&meeting, &[("do", "present"), ("present", "P1, P2, P3")]).await;
    steering.done(&meeting, &[("do", "decide"), ("point", "1"), ("decision-1", "We gaan langs.")]).await;
    steering.done(&meeting, &[("do", "add"), ("title", "Rondvraag")]).await;
    steering.done(&meeting, &[("do", "close")]).await;
    let page = steering.page(&meeting).await;
    assert!(page.contains("We gaan langs.") && page.contains("Rondvraag") && page.contains("gesloten"));
    let late = [("do", "decide"), ("point", "1"), ("decision-1", "Toch niet.")];
    assert_eq!(steering.post(&meeting, &late).await.status, 404, "a closed record takes nothing");
    steering.done(&meeting, &[("do", "reopen")]).await;
    steering.done(&meeting, &late).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lessons_travel_without_names() {
    let (cast, _) = cast_with_signal().await;
    let steering = Desk::of(&cast, STEERING).await;
    let named = [("kind", "lesson"), ("text", "Fenna Facilitator belde eerst."), ("article", "")];
    let refused = steering.post("/app/test/learning", &named).await;
    assert!(refused.status == 422 && refused.text.contains("Noem geen namen"), "{}", refused.text);
    steering
        .done(
            "/app/test/learning",
            &[("kind", "lesson"), ("text", "=Bij Partner 1 hielp bellen."), ("article", "contact-1")],
        )
        .await;
    steering
        .done("/app/test/learning", &[("kind", "question"), ("text", "Helpt meelopen?"), ("article", "")])
        .await;
    let csv = steering.page("/app/test/lessons.csv").await;
    assert!(csv.contains("'=Bij een partner hielp bellen.") && csv.contains("Helpt meelopen?"), "{csv}");
    steering.done("/app/test/learning/1/strike", &[("strike", "yes")]).await;
    assert!(!steering.page("/app/test/lessons.csv").await.contains("hielp bellen"));
    assert!(steering.page("/app/test/learning").await.contains("hielp bellen"), "struck, not gone");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_extra_pulse_goes_out_at_once_apart_from_the_trend_and_never_beside_another_round() {
    let cast = Cast::start(agreement_of(4, 3), core_pulse(), at("2026-01-01T00:00:00Z"), |_| {}).await;
    let early = Desk::of(&cast, STEERING).await;
    let one = [("statement", "TRU-8"), ("reason", "Nu meteen.")];
    assert_eq!(early.post("/app/test/pulse", &one).await.status, 422, "a round opens within the week");
    cast.advance_to(at("2026-01-22T09:00:00Z")).await;
    let steering = Desk::of(&cast, STEERING).await;
    let seven: Vec<(&str, &str)> = ["TRU-8", "TRU-7", "TRU-4", "TRA-1", "TRA-2", "TRA-3", "COM-8"]
        .iter()
        .map(|id| ("statement", *id))
        .collect();
    let with = |mut fields: Vec<(&'static str, &'static str)>| {
        fields.push(("reason", "De subsidie stopt. Hoe gaat het met u?"));
        fields
    };
    assert_eq!(steering.post("/app/test/pulse", &with(vec![])).await.status, 422);
    assert_eq!(steering.post("/app/test/pulse", &with(seven)).await.status, 422);
    steering.done("/app/test/pulse", &with(vec![("statement", "TRU-8"), ("statement", "COM-3")])).await;
    cast.send_all().await;
    let mail = mail_to(&cast, "invitation", "persoon1@p1.example").unwrap();
    let (status, page) = get(&cast, &answer_path(&mail)).await;
    assert_eq!(status, 200);
    assert!(page.contains("De subsidie stopt."), "{page}");
    assert_eq!(page.matches("<fieldset").count(), 2);
    assert!(steering.page("/app/test/pulse").await.contains("Er is een meting open"));
    assert_eq!(steering.post("/app/test/pulse", &with(vec![("statement", "TRU-8")])).await.status, 422);
    cast.advance_to(at("2026-01-26T08:00:00Z")).await;
    assert_eq!(count(&cast, "SELECT count(*) FROM round WHERE state = 'open'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn facilitators_hear_once_a_week_and_only_when_there_is_something() {
    let cast = Cast::start(agreement(), core_pulse(), at("2025-01-01T00:00:00Z"), |_| {}).await;
    import(&cast, 1..=8, |round| if round >= 7 { 3 } else { 5 }, after(8)).await;
    let monday = at("2025-07-28T07:00:00Z");
    assert_eq!(
        tell_digest::tell(&cast.service, at("2025-07-28T05:00:00Z")).await.unwrap(),
        0,
        "not before eight"
    );
    assert_eq!(tell_digest::tell(&cast.service, monday).await.unwrap(), 1);
    assert_eq!(tell_digest::tell(&cast.service, monday + Duration::days(3)).await.unwrap(), 0, "once a week");
    cast.clock.set(monday);
    cast.send_all().await;
    let mail = mail_to(&cast, "digest", FACILITATOR).unwrap();
    assert!(mail.contains("/app/test/signals") && mail.contains("signa"), "{mail}");
    assert!(!mail.contains("Partner 1"), "counts and a link, no names");
    // A week later nothing is new.
    assert_eq!(tell_digest::tell(&cast.service, monday + Duration::days(14)).await.unwrap(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_came_or_went_a_while_ago_gets_a_talk_with_three_questions() {
    let mut agreement = agreement_of(4, 3);
    agreement.partners[2].left_on = Some(at("2026-01-05T00:00:00Z").date_naive());
    agreement.partners[3].joined_on = at("2026-01-02T00:00:00Z").date_naive();
    let cast = Cast::start(agreement, core_pulse(), at("2026-01-06T08:00:00Z"), |_| {}).await;
    let facilitator = Desk::of(&cast, FACILITATOR).await;
    let page = facilitator.page("/app/test/learning").await;
    assert!(page.contains("Een gesprek met Partner 4, dat er net bij is"), "{page}");
    assert!(page.contains("Een gesprek met Partner 3, dat net weg is"), "{page}");
    assert!(!page.contains("Een gesprek met Partner 1"), "who was there from the start did not join");
    cast.clock.set(at("2026-05-06T08:00:00Z"));
    let later = Desk::of(&cast, FACILITATOR).await.page("/app/test/learning").await;
    assert!(!later.contains("Een gesprek met Partner"), "{later}");
}
