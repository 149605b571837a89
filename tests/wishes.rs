//! What people ask for in their own name: less mail, another language, a conversation; and what they see of it all. Over
//! HTTP, and with the mails that come of it.

use crate::support::visitor::{
    ONE, OPENS, TWO, count, get, links, mail_to, open_full_round, open_round, open_round_with, path_in, post,
};
use crate::support::{
    Cast, agreement_of, answer_all, answer_path, at, browser, city, core_pulse, fill, form_mark, radio_names,
};
use polsslag::app::answers::screen_comments;
use polsslag::app::installation::keep_retention;
use polsslag::app::people::ask_conversation;
use polsslag::app::report::offer_link;
use polsslag::app::round::share_round;
use polsslag::config::Operator;
use polsslag::domain::language::Text;
use polsslag::domain::message::MAX_ASKING_MAILS;
use polsslag::domain::request::RequestState;
use polsslag::domain::round::Outcome;
use polsslag::store::audit::Who;
use polsslag::store::share_link::SharePage;

#[tokio::test]
async fn who_stopped_half_way_is_asked_to_finish_once_and_nobody_gets_more_than_three_mails() {
    let cast = open_full_round().await;
    let (half, _) = links(&cast, ONE);
    let (whole, _) = links(&cast, TWO);
    let (_, page) = get(&cast, &half).await;
    let name = radio_names(&page)[0].clone();
    let body = format!("form={}&{name}=4", form_mark(&page));
    assert_eq!(post(&cast, &half, &body).await.0, 303);
    answer_all(&browser(), &cast.base, &whole, "4").await;
    for instant in ["2026-01-09T08:30:00Z", "2026-01-15T08:30:00Z"] {
        cast.advance_to(at(instant)).await;
        cast.send_all().await;
    }
    let finish = mail_to(&cast, "finish", ONE).unwrap();
    assert_eq!(answer_path(&finish), half, "the same link");
    assert!(finish.contains("In-Reply-To: <invitation-"), "{finish}");
    assert!(mail_to(&cast, "reminder-1", ONE).is_none() && mail_to(&cast, "reminder-2", ONE).is_none());
    assert!(["finish", "reminder-1", "reminder-2"].iter().all(|kind| mail_to(&cast, kind, TWO).is_none()));
    let most = count(
        &cast,
        "SELECT max(n) FROM (SELECT count(*) AS n FROM message WHERE state = 'sent' GROUP BY person_id)",
    );
    assert_eq!(most.await, MAX_ASKING_MAILS as i64);
    // The link leads to the first page that is still blank.
    assert!(get(&cast, &half).await.1.contains("Stap 2 van 3"));
}

#[tokio::test]
async fn a_choice_holds_at_once_is_told_once_and_can_be_taken_back() {
    let cast = open_round().await;
    let (_, own) = links(&cast, ONE);
    let before = get(&cast, &own).await;
    for _ in 0..2 {
        assert_eq!(get(&cast, &own).await, before, "looking changes nothing");
    }
    assert_eq!(post(&cast, &own, "").await.0, 422);
    assert_eq!(post(&cast, &own, "choice=reminders").await.0, 200);
    assert!(get(&cast, &own).await.1.contains("Nu geldt: wel uitnodigingen, geen herinneringen."));
    assert_eq!(post(&cast, &own, "List-Unsubscribe=One-Click").await.0, 200);
    cast.advance_to(at("2026-01-09T08:30:00Z")).await;
    cast.send_all().await;
    assert!(mail_to(&cast, "reminder-1", ONE).is_none());
    let noted = mail_to(&cast, "choice-noted", ONE).unwrap();
    assert_eq!(path_in(&noted, "/u/"), own);
    assert_eq!(count(&cast, "SELECT count(*) FROM message WHERE kind = 'choice-noted'").await, 1);
    assert_eq!(post(&cast, &own, "choice=nothing").await.0, 200);
    assert!(get(&cast, &own).await.1.contains("Nu geldt: gewoon alle mail."));
    cast.advance_to(at("2026-01-15T08:30:00Z")).await;
    cast.send_all().await;
    assert!(mail_to(&cast, "reminder-2", ONE).is_some(), "mail comes again");
}

#[tokio::test]
async fn not_this_round_says_nothing_about_the_next() {
    let cast = open_round().await;
    let (_, own) = links(&cast, ONE);
    post(&cast, &own, "choice=this-round").await;
    cast.advance_to(at("2026-01-09T08:30:00Z")).await;
    cast.send_all().await;
    assert!(mail_to(&cast, "reminder-1", ONE).is_none());
    cast.advance_to(at("2026-01-20T23:00:00Z")).await;
    cast.advance_to(at("2026-02-03T08:30:00Z")).await;
    cast.send_all().await;
    let next =
        cast.mails().into_iter().find(|(name, mail)| name.starts_with("invitation-r2") && mail.contains(ONE));
    assert!(next.is_some());
}

#[tokio::test]
async fn a_chosen_language_outlives_the_next_import() {
    let cast = open_round().await;
    let (answer, own) = links(&cast, ONE);
    assert!(get(&cast, &answer).await.1.contains("<html lang=\"nl\">"));
    let (_, page) = post(&cast, &own, "language=en").await;
    assert!(page.contains("in English"), "{page}");
    assert_eq!(post(&cast, &own, "language=xx").await.0, 422);
    let again = cast.import(agreement_of(4, 3), at(OPENS)).await;
    assert!(!again.is_change(), "{:?}", again.changes);
    assert!(get(&cast, &answer).await.1.contains("<html lang=\"en\">"));
    cast.advance_to(at("2026-01-09T08:30:00Z")).await;
    cast.send_all().await;
    assert!(mail_to(&cast, "reminder-1", ONE).unwrap().contains("Content-Language: en"));
}

#[tokio::test]
async fn a_mail_program_may_unsubscribe_in_parts_and_nothing_else_comes_that_way() {
    let cast = open_round().await;
    let (answer, own) = links(&cast, ONE);
    let send = async |path: &str, field: &str, value: &str| {
        let body =
            format!("--x\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n--x--\r\n");
        let request = browser()
            .post(format!("{}{path}", cast.base))
            .header("content-type", "multipart/form-data; boundary=x");
        request.body(body).send().await.unwrap().status().as_u16()
    };
    assert_eq!(send(&own, "choice", "all").await, 415);
    assert_eq!(send(&answer, "TRU-1", "4").await, 415);
    assert_eq!(send(&own, "List-Unsubscribe", "One-Click").await, 200);
    assert!(get(&cast, &own).await.1.contains("Nu geldt: helemaal geen mail meer."));
}

#[tokio::test]
async fn nobody_reads_comments_of_too_few_and_no_mail_tells_of_a_round_whose_links_ended() {
    let cast = open_full_round().await;
    let (answer, _) = links(&cast, ONE);
    let (_, whole) = post(&cast, &format!("{answer}/change"), "").await;
    assert_eq!(post(&cast, &answer, &format!("{}&helped=Alleen+ik.", fill(&whole, "4"))).await.0, 303);
    cast.advance_to(at("2026-01-20T23:00:00Z")).await;
    let id = cast.service.find_agreement("test").await.unwrap();
    assert!(screen_comments::list(&cast.service, id, 1).await.is_err());
    cast.advance_to(at("2026-04-07T07:30:00Z")).await;
    let outcome = Outcome { said: Text::new("Ja.", "Yes."), did: Text::new("Zo.", "So.") };
    let n = share_round::share(&cast.service, id, 1, Some(outcome), false, Who::Command, cast.clock.now())
        .await
        .unwrap();
    assert_eq!(n, 0, "the next round is open: its invitation says what was done");
}

#[tokio::test]
async fn a_request_is_acknowledged_told_to_the_facilitator_and_apart_from_answers() {
    let cast = open_round().await;
    let (_, own) = links(&cast, ONE);
    let form = format!("{own}/request");
    let (_, page) = get(&cast, &form).await;
    assert!(page.contains("niet vertrouwelijk: de begeleider ziet uw naam"), "{page}");
    for (wrong, status) in [
        ("", 422),
        ("kind=visit-them", 422),
        ("kind=proposal", 422),
        ("kind=talk&theme=weather", 422),
        ("kind=talk&with=P1", 422),
    ] {
        assert_eq!(post(&cast, &form, wrong).await.0, status, "{wrong}");
    }
    assert_eq!(post(&cast, &form, "kind=talk&theme=trust&with=P2&text=Graag+snel.").await.0, 200);
    cast.send_all().await;
    let told = mail_to(&cast, "request-told", "fenna@begeleiding.example").unwrap();
    assert!(
        told.contains("Persoon 1 1 van Partner 1")
            && told.contains("een gesprek met Partner 2, over vertrouwen"),
        "{told}"
    );
    assert!(told.contains("Graag snel."), "{told}");
    let noted = mail_to(&cast, "request-noted", ONE).unwrap();
    assert!(noted.contains("een gesprek met Partner 2, over vertrouwen"), "{noted}");
    assert_eq!(count(&cast, "SELECT count(*) FROM sheet").await, 0);
    let id = cast.service.find_agreement("test").await.unwrap();
    ask_conversation::finish(&cast.service, id, 1, Who::Command, cast.clock.now()).await.unwrap();
    assert!(ask_conversation::finish(&cast.service, id, 1, Who::Command, cast.clock.now()).await.is_err());
    for _ in 0..4 {
        assert_eq!(post(&cast, &form, "kind=talk").await.0, 200);
    }
    assert_eq!(post(&cast, &form, "kind=talk").await.0, 429);
}

#[tokio::test]
async fn a_proposal_becomes_the_draft_of_an_adjustment_and_nothing_else_does() {
    let cast = Cast::start(city(), core_pulse(), at("2026-01-01T00:00:00Z"), |_| {}).await;
    let id = cast.service.find_agreement("city").await.unwrap();
    let person = cast
        .service
        .store
        .read("find somebody", move |c| {
            let mail = &city().people[0].mail;
            Ok(polsslag::store::agreement::find_person(c, id, mail)?.unwrap())
        })
        .await
        .unwrap();
    let form = format!("/u/{}/request", cast.service.key.unsubscribe_token(person).reveal());
    assert_eq!(post(&cast, &form, "kind=talk").await.0, 200);
    assert_eq!(post(&cast, &form, "kind=proposal&theme=resident&text=E%C3%A9n+nummer.").await.0, 200);
    let draft = |number, article: Option<&str>| {
        ask_conversation::draft_adjustment(&cast.service, id, number, article.map(str::to_owned), at(OPENS))
    };
    assert!(draft(1, None).await.is_err(), "a conversation is no proposal");
    assert!(draft(2, Some("none")).await.is_err());
    let text = draft(2, None).await.unwrap();
    for part in [
        "[[adjustment]]",
        "on = 2026-01-06",
        "Eén nummer.",
        "expected_dimension = \"resident\"",
        "review_on = 2026-07-06",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    // The file asks for what the table has to decide.
    let city = include_str!("../surveys/samples/city.toml");
    let (_, problems) =
        polsslag::catalogue::agreement_file::parse("f", &format!("{city}\n{text}"), &|_| Some(core_pulse()));
    assert_eq!(problems.len(), 1, "{problems:?}");
}

#[tokio::test]
async fn wishes_to_visit_find_each_other_and_both_get_the_others_name() {
    let cast = open_round().await;
    let (_, host) = links(&cast, ONE);
    let (_, guest) = links(&cast, "persoon1@p2.example");
    assert_eq!(post(&cast, &format!("{host}/request"), "kind=visit-us&text=Dinsdag.").await.0, 200);
    let (_, page) = post(&cast, &format!("{guest}/request"), "kind=visit-them&with=P1").await;
    assert!(page.contains("Iemand anders wil dit ook"), "{page}");
    cast.send_all().await;
    let to_guest = mail_to(&cast, "visit-matched", "persoon1@p2.example").unwrap();
    assert!(
        to_guest.contains("Persoon 1 1 van Partner 1 (persoon1@p1.example)")
            && !to_guest.contains("Dinsdag."),
        "{to_guest}"
    );
    assert!(mail_to(&cast, "visit-matched", ONE).unwrap().contains("Persoon 2 1 van Partner 2"));
    let id = cast.service.find_agreement("test").await.unwrap();
    let all = ask_conversation::list(&cast.service, id).await.unwrap();
    assert!(all.iter().all(|named| named.request.state == RequestState::Matched));
}

#[tokio::test]
async fn results_show_comments_only_when_they_were_read_and_never_a_masked_one() {
    let cast = open_full_round().await;
    let client = browser();
    for (n, (name, mail)) in cast.mails().iter().enumerate() {
        assert!(name.starts_with("invitation"));
        let link = answer_path(mail);
        answer_all(&client, &cast.base, &link, "4").await;
        let (_, whole) = post(&cast, &format!("{link}/change"), "").await;
        let body = format!("{}&helped=Opmerking+nummer+{n}.", fill(&whole, "4"));
        assert_eq!(post(&cast, &link, &body).await.0, 303);
    }
    let (answer, _) = links(&cast, ONE);
    cast.advance_to(at("2026-01-20T23:00:00Z")).await;
    let id = cast.service.find_agreement("test").await.unwrap();
    let listed = screen_comments::list(&cast.service, id, 1).await.unwrap();
    assert_eq!(listed.len(), 12);
    let screen_comments::ToScreen { code, text, .. } = listed[0].clone();
    let masking = || screen_comments::Masking {
        is_masked: true,
        who: "Fenna".to_owned(),
        reason: "noemt een naam".to_owned(),
    };
    screen_comments::mask(&cast.service, id, 1, code.clone(), masking(), at(OPENS)).await.unwrap();
    assert!(screen_comments::mask(&cast.service, id, 1, code, masking(), at(OPENS)).await.is_err());
    assert_eq!(count(&cast, "SELECT count(*) FROM comment_masking").await, 1);
    let outcome = || Outcome {
        said: Text::new("Meer tijd.", "More time."),
        did: Text::new("Wij plannen ruimer.", "We plan ahead."),
    };
    share_round::share(&cast.service, id, 1, Some(outcome()), true, Who::Command, at("2026-01-25T10:00:00Z"))
        .await
        .unwrap();
    let (_, page) = get(&cast, &format!("{answer}?lang=nl")).await;
    assert!(!page.contains(&text), "a masked comment is nowhere");
    assert_eq!(page.matches("Opmerking nummer").count(), 11);
    assert!(
        share_round::share(&cast.service, id, 1, Some(outcome()), true, Who::Command, at(OPENS))
            .await
            .is_err()
    );
}

#[tokio::test]
async fn a_report_shares_its_rounds_with_respondents_at_the_same_moment() {
    let cast = open_round().await;
    let (answer, _) = links(&cast, ONE);
    answer_all(&browser(), &cast.base, &answer, "4").await;
    cast.advance_to(at("2026-01-20T23:00:00Z")).await;
    assert_eq!(get(&cast, &answer).await.0, 410);
    cast.release("2026-Q1").await;
    let id = cast.service.find_agreement("test").await.unwrap();
    cast.send_all().await;
    let (status, page) = get(&cast, &answer).await;
    assert_eq!(status, 200);
    assert!(page.contains("De stuurgroep bespreekt deze uitkomsten nog."), "{page}");
    assert!(page.contains("te weinig antwoorden"), "one answer shows no figure");
    assert!(mail_to(&cast, "results", ONE).is_some());
    let outcome =
        Outcome { said: Text::new("Meer tijd.", "More time."), did: Text::new("Ruimer.", "Wider.") };
    assert_eq!(
        share_round::share(&cast.service, id, 1, Some(outcome), false, Who::Command, at(OPENS))
            .await
            .unwrap(),
        0
    );
    assert!(get(&cast, &answer).await.1.contains("Ruimer."));
}

#[tokio::test]
async fn a_newcomers_link_shows_the_agreement_until_its_day_and_dies_when_revoked() {
    let cast = open_round().await;
    let id = cast.service.find_agreement("test").await.unwrap();
    let now = cast.clock.now();
    let page = SharePage::Newcomer;
    assert!(
        offer_link::make(&cast.service, id, page, now.date_naive() - chrono::Days::new(1), Who::Command, now)
            .await
            .is_err()
    );
    let until = now.date_naive() + chrono::Days::new(3);
    let (number, url) = offer_link::make(&cast.service, id, page, until, Who::Command, now).await.unwrap();
    let (other, _) = offer_link::make(&cast.service, id, page, until, Who::Command, now).await.unwrap();
    let path = url.strip_prefix(&cast.service.config.base_url).unwrap().to_owned();
    let (status, page) = get(&cast, &format!("{path}?lang=en")).await;
    assert!(status == 200 && page.contains("Welcome to Test Garden") && page.contains("Partner 4"), "{page}");
    assert!(!page.contains("persoon1@"), "nobody's address but the facilitator's");
    let (_, missing) = get(&cast, "/a/unknown").await;
    cast.clock.set(now + chrono::Duration::days(4));
    assert_eq!(get(&cast, &path).await, (404, missing.clone()), "it ended");
    cast.clock.set(now);
    offer_link::revoke(&cast.service, id, number.0, Who::Command, cast.clock.now()).await.unwrap();
    assert_eq!(get(&cast, &path).await, (404, missing), "it was revoked");
    assert!(offer_link::revoke(&cast.service, id, number.0, Who::Command, cast.clock.now()).await.is_err());
    assert!(offer_link::revoke(&cast.service, id, other.0, Who::Command, cast.clock.now()).await.is_ok());
}

#[tokio::test]
async fn what_was_kept_long_enough_goes() {
    let cast = open_full_round().await;
    let (answer, own) = links(&cast, TWO);
    answer_all(&browser(), &cast.base, &answer, "4").await;
    let (_, whole) = post(&cast, &format!("{answer}/change"), "").await;
    post(&cast, &answer, &format!("{}&helped=Tot+later.", fill(&whole, "4"))).await;
    post(&cast, &format!("{own}/hand-over"), "name=Nieuw&mail=nieuw%40p1.example&sheet=discard").await;
    let (other, _) = links(&cast, ONE);
    let (_, whole) = post(&cast, &format!("{other}/change"), "").await;
    post(&cast, &other, &format!("{}&helped=Blijf.", fill(&whole, "4"))).await;
    cast.send_all().await;
    cast.advance_to(at("2026-01-20T23:00:00Z")).await;
    let nothing = keep_retention::keep(&cast.service, at("2026-02-01T00:00:00Z")).await.unwrap();
    assert_eq!(nothing, keep_retention::Removed::default());
    let later = keep_retention::keep(&cast.service, at("2026-06-01T00:00:00Z")).await.unwrap();
    assert_eq!((later.n_comments, later.n_people), (0, 1));
    assert!(later.n_messages >= 15, "{later:?}");
    assert_eq!(count(&cast, "SELECT count(*) FROM person WHERE mail = 'persoon2@p1.example'").await, 0);
    assert_eq!(get(&cast, &own).await.0, 404);
    assert_eq!(count(&cast, "SELECT count(*) FROM remark").await, 1);
    let years = keep_retention::keep(&cast.service, at("2028-02-01T00:00:00Z")).await.unwrap();
    assert_eq!(years.n_comments, 1);
}

#[tokio::test]
async fn public_pages_say_what_the_operator_decided_and_nothing_stands_without_it() {
    let bare = open_round().await;
    assert_eq!(get(&bare, "/.well-known/security.txt").await.0, 404);
    let cast = open_round_with(|config| {
        config.operator = Operator {
            name: Some("Stichting Voorbeeld".into()),
            mail: Some("privacy@voorbeeld.example".into()),
            security: Some(("mailto:cert@voorbeeld.example".into(), at("2026-06-30T00:00:00Z").date_naive())),
            accessibility_checked_on: Some(at("2025-11-01T00:00:00Z").date_naive()),
        };
        config.retention.comments_months = 7;
    })
    .await;
    let (_, text) = get(&cast, "/.well-known/security.txt").await;
    assert!(
        text.contains("Contact: mailto:cert@voorbeeld.example\nExpires: 2026-07-01T00:00:00Z\n"),
        "{text}"
    );
    let (_, privacy) = get(&cast, "/privacy/test?lang=nl").await;
    for said in
        ["Stichting Voorbeeld", "7 maanden", "minstens 5 mensen", "Partner 3", "privacy@voorbeeld.example"]
    {
        assert!(privacy.contains(said), "{said}: {privacy}");
    }
    let (_, statement) = get(&cast, "/toegankelijkheid?lang=nl").await;
    assert!(statement.contains("1 november 2025") && statement.contains("WCAG 2.2"), "{statement}");
    cast.clock.set(at("2026-07-02T00:00:00Z"));
    assert_eq!(get(&cast, "/.well-known/security.txt").await.0, 404, "its day has passed");
}
