//! A seat passes on by its occupant's own word: to a colleague at once, to anybody else after a facilitator's. Over HTTP,
//! and with the mails that come of it.

use crate::support::visitor::{ONE, OPENS, TWO, count, get, links, mail_to, open_round, path_in, post};
use crate::support::{Cast, agreement_of, answer_all, answer_path, at, browser};
use polsslag::app::installation::keep_retention;
use polsslag::domain::agreement::KeptBecause;

/// Passes the seat of an address on to somebody at the same partner.
async fn pass_on(cast: &Cast, from: &str, to: &str) {
    let (_, own) = links(cast, from);
    let form = format!("name=Nieuw&mail={}&sheet=discard", to.replace('@', "%40"));
    assert_eq!(post(cast, &format!("{own}/hand-over"), &form).await.0, 200);
    cast.send_all().await;
}

async fn import_again(cast: &Cast, change: impl FnOnce(&mut polsslag::domain::agreement::Agreement)) {
    let mut file = agreement_of(4, 3);
    change(&mut file);
    cast.import(file, cast.clock.now()).await;
}

/// The facilitator's mails that ask for a word, in the order in which they were asked for.
fn asks(cast: &Cast) -> Vec<String> {
    let mails = cast.mails().into_iter().filter(|(name, _)| name.starts_with("seat-to-confirm"));
    mails.map(|(_, mail)| mail).collect()
}

#[tokio::test]
async fn a_seat_passes_to_a_colleague_of_the_same_organisation_at_once() {
    let cast = open_round().await;
    let (answer, own) = links(&cast, ONE);
    let form = format!("{own}/hand-over");
    assert_eq!(get(&cast, &form).await.0, 200);
    assert_eq!(get(&cast, "/u/AAAAAAAAAAAAAAAAAAAAAAAAAAA/hand-over").await.0, 404);
    for wrong in [
        "name=&mail=nieuw%40p1.example",
        "name=N&mail=nieuw",
        "name=N&mail=persoon1%40p1.example",
        "name=N&mail=persoon2%40p1.example",
        "name=N%0AX&mail=nieuw%40p1.example",
    ] {
        assert_eq!(post(&cast, &form, wrong).await.0, 422, "{wrong}");
    }
    // Answers given are discarded only after saying so.
    answer_all(&browser(), &cast.base, &answer, "4").await;
    let colleague = "name=Nieuwe+Collega&mail=Nieuw%40P1.example&language=en";
    let (status, told) = post(&cast, &form, colleague).await;
    assert_eq!(status, 422);
    assert!(told.contains("worden die antwoorden gewist") && told.contains("value=\"discard\""), "{told}");
    assert_eq!(count(&cast, "SELECT count(*) FROM sheet").await, 1);
    assert_eq!(post(&cast, &form, &format!("{colleague}&sheet=discard")).await.0, 200);
    assert_eq!(count(&cast, "SELECT count(*) FROM sheet").await, 0);
    cast.send_all().await;

    assert_eq!(get(&cast, &answer).await.0, 404, "the old link is dead");
    assert_eq!(get(&cast, &form).await.0, 404, "and has no seat to pass on");
    let invitation = mail_to(&cast, "invitation", "nieuw@p1.example").unwrap();
    assert!(invitation.contains("Persoon 1 1 gave us your name"), "{invitation}");
    let fresh = answer_path(&invitation);
    assert!(get(&cast, &fresh).await.1.contains("The other partners do what they promise."));
    assert!(mail_to(&cast, "seat-passed-on", ONE).is_some());
    assert!(mail_to(&cast, "seat-told", "fenna@begeleiding.example").is_some());

    // A file that is older than the hand-over does not undo it.
    let again = cast.import(agreement_of(4, 3), at(OPENS)).await;
    assert!(!again.is_change(), "{:?}", again.changes);
    assert!(
        again.changes.iter().any(|change| change.is_kept_because(KeptBecause::PassedOn)),
        "{:?}",
        again.changes
    );
    assert_eq!(get(&cast, &fresh).await.0, 200);
}

#[tokio::test]
async fn an_older_file_never_undoes_a_hand_over_and_a_newer_one_decides_again() {
    let cast = open_round().await;
    pass_on(&cast, TWO, "b@p1.example").await;
    pass_on(&cast, "b@p1.example", "c@p1.example").await;
    let (answer, _) = links(&cast, "c@p1.example");
    import_again(&cast, |_| {}).await;
    assert_eq!(get(&cast, &answer).await.0, 200, "passed on twice");
    // The predecessors' addresses are forgotten, and still known again.
    for month in ["2026-02-01T00:00:00Z", "2026-06-01T00:00:00Z"] {
        keep_retention::keep(&cast.service, at(month)).await.unwrap();
    }
    assert_eq!(count(&cast, "SELECT count(*) FROM person WHERE name = ''").await, 2);
    import_again(&cast, |_| {}).await;
    assert_eq!(get(&cast, &answer).await.0, 200);
    // Once a file knows the newcomer, putting the predecessor back is meant.
    let names_newcomer = |file: &mut polsslag::domain::agreement::Agreement| {
        let person = file.people.iter_mut().find(|person| person.mail == TWO).unwrap();
        person.mail = "c@p1.example".into();
        person.name = "Nieuw".into();
    };
    import_again(&cast, names_newcomer).await;
    assert_eq!(get(&cast, &answer).await.0, 200);
    import_again(&cast, |_| {}).await;
    assert_eq!(get(&cast, &answer).await.0, 404);
}

#[tokio::test]
async fn a_colleague_who_got_a_seat_in_the_meantime_gets_no_second_one() {
    let cast = open_round().await;
    for address in [ONE, "persoon1@p2.example"] {
        let (_, own) = links(&cast, address);
        assert_eq!(post(&cast, &format!("{own}/hand-over"), "name=X&mail=x%40elders.example").await.0, 200);
    }
    cast.send_all().await;
    let asks = asks(&cast);
    assert!(post(&cast, &path_in(&asks[0], "/h/"), "answer=yes").await.1.contains("is doorgegeven aan X"));
    let (_, page) = post(&cast, &path_in(&asks[1], "/h/"), "answer=yes").await;
    assert!(page.contains("is niet doorgegeven aan X"), "{page}");
    let seats =
        "SELECT count(*) FROM seat JOIN person ON person.id = person_id WHERE mail = 'x@elders.example'";
    assert_eq!(
        cast.service
            .store
            .read("count", move |c| c.query_row(seats, [], |r| r.get::<_, i64>(0)))
            .await
            .unwrap(),
        1
    );
}

#[tokio::test]
async fn who_passed_the_seat_on_asks_for_nothing_any_more_and_a_public_mail_domain_proves_nothing() {
    let cast = open_round().await;
    let (_, own) = links(&cast, TWO);
    assert_eq!(post(&cast, &format!("{own}/request"), "kind=visit-us").await.0, 200);
    pass_on(&cast, TWO, "b@p1.example").await;
    assert_eq!(get(&cast, &format!("{own}/request")).await.0, 404);
    assert_eq!(get(&cast, &own).await.0, 200, "which mail to get stays theirs to say");
    let (_, guest) = links(&cast, "persoon1@p2.example");
    let (_, page) = post(&cast, &format!("{guest}/request"), "kind=visit-them&with=P1").await;
    assert!(page.contains("neemt contact met u op"), "{page}");

    import_again(&cast, |file| {
        file.people.iter_mut().find(|person| person.mail == "persoon1@p3.example").unwrap().mail =
            "p3@gmail.com".into();
    })
    .await;
    cast.send_all().await;
    let (_, own) = links(&cast, "p3@gmail.com");
    let (_, page) = post(&cast, &format!("{own}/hand-over"), "name=X&mail=x%40gmail.com").await;
    assert!(page.contains("Wij vragen eerst de begeleider"), "{page}");
}

#[tokio::test]
async fn a_seat_passes_to_another_address_only_after_a_facilitator_said_so() {
    let cast = open_round().await;
    let (answer, own) = links(&cast, ONE);
    let form = format!("{own}/hand-over");
    let (status, page) = post(&cast, &form, "name=Ver+Weg&mail=ver%40elders.example").await;
    assert_eq!(status, 200);
    assert!(page.contains("Wij vragen eerst de begeleider"), "{page}");
    cast.send_all().await;
    assert_eq!(get(&cast, &answer).await.0, 200, "until then nothing changes");
    let ask = mail_to(&cast, "seat-to-confirm", "fenna@begeleiding.example").unwrap();
    let confirm = path_in(&ask, "/h/");
    for _ in 0..2 {
        assert_eq!(get(&cast, &confirm).await.0, 200);
    }
    assert_eq!(count(&cast, "SELECT count(*) FROM hand_over WHERE state = 'waiting'").await, 1);
    assert_eq!(post(&cast, &confirm, "answer=perhaps").await.0, 400);
    let (status, page) = post(&cast, &confirm, "answer=yes").await;
    assert!(status == 200 && page.contains("is doorgegeven aan Ver Weg"), "{page}");
    cast.send_all().await;
    assert_eq!(get(&cast, &answer).await.0, 404);
    assert!(mail_to(&cast, "invitation", "ver@elders.example").is_some());
    // A later "no" finds it done.
    assert!(post(&cast, &confirm, "answer=no").await.1.contains("is doorgegeven aan Ver Weg"));
}

#[tokio::test]
async fn a_refused_or_repeated_wish_to_pass_a_seat_on_changes_nothing() {
    let cast = open_round().await;
    let (answer, own) = links(&cast, ONE);
    let form = format!("{own}/hand-over");
    for n in 0..3 {
        assert_eq!(post(&cast, &form, &format!("name=Ver&mail=ver{n}%40elders.example")).await.0, 200);
    }
    assert_eq!(post(&cast, &form, "name=Ver&mail=ver9%40elders.example").await.0, 429);
    cast.send_all().await;
    let asks = asks(&cast);
    assert_eq!(asks.len(), 3);
    assert!(
        post(&cast, &path_in(&asks[0], "/h/"), "answer=yes").await.1.contains("vroeg intussen iets anders")
    );
    assert!(post(&cast, &path_in(&asks[2], "/h/"), "answer=no").await.1.contains("is niet doorgegeven"));
    assert_eq!(get(&cast, &answer).await.0, 200);
}

#[tokio::test]
async fn a_colleague_who_comes_between_rounds_is_welcomed_and_invited_to_the_next() {
    let cast = open_round().await;
    let (_, own) = links(&cast, ONE);
    cast.advance_to(at("2026-01-20T23:00:00Z")).await;
    assert_eq!(post(&cast, &format!("{own}/hand-over"), "name=Nieuw&mail=nieuw%40p1.example").await.0, 200);
    cast.send_all().await;
    assert!(
        mail_to(&cast, "seat-received", "nieuw@p1.example").unwrap().contains("Persoon 1 1 gaf ons uw naam")
    );
    cast.advance_to(at("2026-02-03T08:30:00Z")).await;
    cast.send_all().await;
    assert!(mail_to(&cast, "invitation", "nieuw@p1.example").is_some());
}

#[tokio::test]
async fn a_visit_matched_with_somebody_who_is_forgotten_is_open_again() {
    let cast = open_round().await;
    let (_, host) = links(&cast, TWO);
    let (_, guest) = links(&cast, "persoon1@p2.example");
    assert_eq!(post(&cast, &format!("{host}/request"), "kind=visit-us").await.0, 200);
    assert_eq!(post(&cast, &format!("{guest}/request"), "kind=visit-them&with=P1").await.0, 200);
    pass_on(&cast, TWO, "b@p1.example").await;
    assert_eq!(count(&cast, "SELECT count(*) FROM request WHERE state = 'matched'").await, 2);
    for month in ["2026-02-01T00:00:00Z", "2026-06-01T00:00:00Z"] {
        keep_retention::keep(&cast.service, at(month)).await.unwrap();
    }
    assert_eq!(
        count(&cast, "SELECT count(*) FROM request WHERE state = 'open' AND matched_id IS NULL").await,
        1
    );
    assert_eq!(count(&cast, "SELECT count(*) FROM request").await, 1);
}
