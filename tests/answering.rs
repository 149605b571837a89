//! The personal link over HTTP: outsiders refused first, then the respondent's minute, then what is on disk.

use crate::support::visitor::{count, get};
use crate::support::{
    Cast, FORM, agreement_of, answer_path, at, browser, core_pulse, fill, form_mark, header, quarterly_pulse,
    radio_names,
};
use polsslag::app::round::share_round;
use polsslag::domain::language::Text;
use polsslag::domain::round::Outcome;
use polsslag::store::audit::Who;

/// A cast whose first round is open, with the links of partner 1's three people.
async fn open_round() -> (Cast, Vec<String>) {
    let cast = Cast::start(agreement_of(4, 3), quarterly_pulse(), at("2026-01-01T00:00:00Z"), |_| {}).await;
    cast.advance_to(at("2026-01-06T08:30:00Z")).await;
    cast.send_all().await;
    let links = cast.mails().values().map(|mail| answer_path(mail)).collect();
    (cast, links)
}

async fn post(cast: &Cast, path: &str, body: &str) -> (u16, String) {
    let request = browser().post(format!("{}{path}", cast.base)).header(FORM.0, FORM.1).body(body.to_owned());
    let reply = request.send().await.unwrap();
    let place = reply.headers().get("location").map(|value| value.to_str().unwrap().to_owned());
    (
        reply.status().as_u16(),
        match place {
            Some(place) => place,
            None => reply.text().await.unwrap(),
        },
    )
}

/// A page without the personal links on it.
fn without_links(page: &str) -> String {
    let mut bare = String::new();
    let mut rest = page;
    while let Some(at) = rest.find("\"/a/").into_iter().chain(rest.find("\"/u/")).min() {
        bare.push_str(&rest[..at]);
        rest = rest.get(at + 4 + 27..).unwrap_or_default();
    }
    bare + rest
}

#[tokio::test]
async fn unknown_links_of_any_shape_get_one_identical_page() {
    let (cast, _) = open_round().await;
    let (status, first) = get(&cast, "/a/AAAAAAAAAAAAAAAAAAAAAAAAAAA").await;
    assert_eq!(status, 404);
    for path in [
        "/a/x",
        "/a/%00",
        "/a/AAAAAAAAAAAAAAAAAAAAAAAAAAB",
        "/nothing",
        "/r/test/2026-Q1",
        "/r/test/2026-Q1?key=x",
        "/r/none/2026-Q1?key=x",
    ] {
        assert_eq!(get(&cast, path).await, (404, first.clone()), "{path}");
    }
}

#[tokio::test]
async fn wrong_links_are_braked_while_good_ones_go_on_from_the_same_address() {
    let (cast, links) = open_round().await;
    let mut last = 0;
    for n in 0..25 {
        last = get(&cast, &format!("/a/wrong{n}")).await.0;
    }
    assert_eq!(last, 429);
    assert_eq!(get(&cast, &links[0]).await.0, 200);
}

#[tokio::test]
async fn what_a_form_cannot_have_made_is_refused_and_changes_nothing() {
    let (cast, links) = open_round().await;
    let (_, page) = get(&cast, &links[0]).await;
    let (mark, name) = (form_mark(&page), radio_names(&page)[0].clone());
    let long = "x".repeat(1_000_000);
    let cases: Vec<(u16, String)> = vec![
        (422, format!("form={mark}&{name}=6")),
        (422, format!("form={mark}&{name}=0")),
        (422, format!("form={mark}&{name}=drie")),
        (422, format!("form={mark}&{name}=4&NOPE-1=4")),
        (422, format!("form={mark}&{name}=4&{name}=5")),
        (400, format!("{name}=4")),
        (400, format!("form=&{name}=4")),
        (400, format!("form=1.1.0..99.0&{name}=4")),
        (409, format!("form=999.1.0..0.0&{name}=4")),
        (413, format!("form={mark}&{name}=4&helped={long}")),
        (422, format!("form={mark}")),
    ];
    for (expected, body) in cases {
        let (status, text) = post(&cast, &links[0], &body).await;
        assert_eq!(status, expected, "{}: {text}", &body[..body.len().min(60)]);
    }
    let json = browser()
        .post(format!("{}{}", cast.base, links[0]))
        .header("accept", "application/json")
        .json(&[1])
        .send()
        .await
        .unwrap();
    assert_eq!(json.status(), 415);
    assert_eq!(json.headers()["content-type"], "application/problem+json");
    assert_eq!(count(&cast, "SELECT count(*) FROM sheet").await, 0);
    assert_eq!(count(&cast, "SELECT count(answered_on) FROM invitation").await, 0);
}

#[tokio::test]
async fn an_empty_form_comes_back_with_a_summary_that_leads_to_the_first_choice() {
    let (cast, links) = open_round().await;
    let (_, page) = get(&cast, &links[0]).await;
    let (status, back) = post(&cast, &links[0], &format!("form={}", form_mark(&page))).await;
    assert_eq!(status, 422);
    assert!(back.contains("<title>Fout: Stap 1 van 3"), "{back}");
    let target: String = back.split("href=\"#s-").nth(1).unwrap().chars().take_while(|c| *c != '"').collect();
    assert!(back.contains(&format!("id=\"s-{target}\"")));
}

#[tokio::test]
async fn three_pages_lead_to_thanks_and_each_is_on_disk_before_its_reply() {
    let (cast, links) = open_round().await;
    let mut path = links[0].clone();
    for n in 1..=3 {
        let (status, page) = get(&cast, &path).await;
        assert_eq!(status, 200);
        assert!(page.contains(&format!("Stap {n} van 3")), "{page}");
        let (status, next) = post(&cast, &links[0], &fill(&page, "5")).await;
        assert_eq!(status, 303, "{next}");
        assert_eq!(count(&cast, "SELECT revision FROM sheet").await, n);
        path = next;
    }
    assert_eq!(path, format!("{}/thanks", links[0]));
    let (status, thanks) = get(&cast, &path).await;
    assert_eq!(status, 200);
    assert!(thanks.contains("Dank u wel") && thanks.contains("dinsdag 20 januari"), "{thanks}");
    assert_eq!(count(&cast, "SELECT count(*) FROM answer WHERE value = 5").await, 14);
    assert_eq!(count(&cast, "SELECT count(*) FROM sheet").await, 1);
}

#[tokio::test]
async fn a_get_never_changes_anything_and_never_shows_what_was_given() {
    let (cast, links) = open_round().await;
    let (_, page) = get(&cast, &links[0]).await;
    let body = fill(&page, "2").replacen("=2", "=CJ", 1) + "&helped=";
    let body = body.trim_end_matches("&helped=").to_owned();
    post(&cast, &links[0], &body).await;
    let before = count(&cast, "SELECT sum(revision) FROM sheet").await;
    for path in [
        links[0].clone(),
        format!("{}?page=1", links[0]),
        format!("{}?page=3", links[0]),
        format!("{}/thanks", links[0]),
    ] {
        for _ in 0..2 {
            let (_, shown) = get(&cast, &path).await;
            assert!(!shown.contains("checked"), "{path} shows a given answer");
        }
        let head = browser().head(format!("{}{path}", cast.base)).send().await.unwrap();
        assert_eq!(head.status(), 200);
    }
    assert_eq!(count(&cast, "SELECT sum(revision) FROM sheet").await, before);
    // Behind a button, the giver sees everything again.
    let (status, shown) = post(&cast, &format!("{}/change", links[0]), "").await;
    assert_eq!(status, 200);
    assert_eq!(shown.matches(" checked").count(), radio_names(&page).len());
}

#[tokio::test]
async fn answering_again_replaces_and_a_replayed_form_does_not() {
    let (cast, links) = open_round().await;
    let (_, page) = get(&cast, &links[0]).await;
    let first = fill(&page, "2");
    assert_eq!(post(&cast, &links[0], &first).await.0, 303);
    assert_eq!(post(&cast, &links[0], &first).await.0, 303, "a double click is no mistake");
    assert_eq!(count(&cast, "SELECT revision FROM sheet").await, 1);
    // Another tab, opened at the same time, sends later: it wins.
    assert_eq!(post(&cast, &links[0], &fill(&page, "5")).await.0, 303);
    assert_eq!(count(&cast, "SELECT sum(value = 5) FROM answer").await, radio_names(&page).len() as i64);
    assert_eq!(post(&cast, &links[0], &first).await.0, 409, "an old form sent again");
    assert_eq!(count(&cast, "SELECT sum(value = 5) FROM answer").await, radio_names(&page).len() as i64);
    assert_eq!(count(&cast, "SELECT count(*) FROM sheet").await, 1);
}

#[tokio::test]
async fn a_closed_round_takes_nothing_and_a_shared_one_shows_the_same_to_everybody() {
    let (cast, links) = open_round().await;
    let (_, page) = get(&cast, &links[0]).await;
    for link in &links {
        let (_, own) = get(&cast, link).await;
        post(&cast, link, &fill(&own, "4")).await;
    }
    cast.advance_to(at("2026-01-20T23:00:00Z")).await;
    assert_eq!(get(&cast, &links[0]).await.0, 410);
    assert_eq!(post(&cast, &links[0], &fill(&page, "1")).await.0, 410);
    assert_eq!(post(&cast, &format!("{}/change", links[0]), "").await.0, 410);

    let id = cast.service.find_agreement("test").await.unwrap();
    let outcome = Outcome {
        said: Text::new("Meer tijd.", "More time."),
        did: Text::new("Wij plannen ruimer.", "We plan ahead."),
    };
    let n = share_round::share(
        &cast.service,
        id,
        1,
        Some(outcome),
        false,
        Who::Command,
        at("2026-01-25T10:00:00Z"),
    )
    .await
    .unwrap();
    assert_eq!(n, 12);
    let (status, results) = get(&cast, &format!("{}?lang=nl", links[0])).await;
    assert_eq!(status, 200);
    assert!(
        results.contains("Wij plannen ruimer.") && results.contains("4,0 (12 mensen van 4 partners)"),
        "{results}"
    );
    for link in &links[1..] {
        let (_, other) = get(&cast, &format!("{link}?lang=nl")).await;
        assert_eq!(without_links(&other), without_links(&results));
    }
    // The next round's invitation begins with what was done; the old link then ends.
    cast.advance_to(at("2026-04-07T07:30:00Z")).await;
    cast.send_all().await;
    assert_eq!(get(&cast, &links[0]).await.0, 410);
    let next = cast.mails().into_iter().find(|(name, _)| name.starts_with("invitation-r2")).unwrap().1;
    assert!(next.contains("Wij plannen ruimer."), "{next}");
}

#[tokio::test]
async fn one_click_unsubscribe_needs_a_post_and_holds_at_once() {
    let (cast, links) = open_round().await;
    let mails = cast.mails();
    let mail = mails.values().find(|mail| mail.contains(&links[0])).unwrap();
    let start = mail.find("List-Unsubscribe: <").unwrap() + 19;
    let url: String = mail[start..].chars().take_while(|c| *c != '>').collect();
    let path = url.strip_prefix(&cast.base).unwrap().to_owned();
    assert_eq!(get(&cast, &path).await.0, 200);
    assert_eq!(count(&cast, "SELECT sum(wants_no_mail) FROM person").await, 0);
    assert_eq!(post(&cast, &path, "").await.0, 422);
    assert_eq!(post(&cast, &path, "List-Unsubscribe=One-Click").await.0, 200);
    assert_eq!(count(&cast, "SELECT sum(wants_no_mail) FROM person").await, 1);
    cast.advance_to(at("2026-01-09T08:30:00Z")).await;
    cast.send_all().await;
    let n_reminders = cast.mails().keys().filter(|name| name.starts_with("reminder-1")).count();
    assert_eq!(n_reminders, 11);
    assert_eq!(get(&cast, &links[0]).await.0, 200, "the link itself stays good");
}

#[tokio::test]
async fn replacing_a_person_kills_the_old_link_and_gives_the_newcomer_one() {
    let (cast, links) = open_round().await;
    let (_, page) = get(&cast, &links[0]).await;
    post(&cast, &links[0], &fill(&page, "3")).await;
    let mut later = agreement_of(4, 3);
    let old = cast.mails().into_iter().find(|(_, mail)| mail.contains(&links[0])).unwrap().1;
    let address: String = header(&old, "To").split('<').next_back().unwrap().trim_end_matches('>').to_owned();
    let person = later.people.iter_mut().find(|person| person.mail == address).unwrap();
    person.mail = "opvolger@p1.example".into();
    person.name = "Opvolger".into();
    let now = at("2026-01-07T10:00:00Z");
    let imported = cast.import(later, now).await;
    assert_eq!(imported.n_withdrawn, 1);
    assert_eq!(get(&cast, &links[0]).await.0, 404);
    assert_eq!(count(&cast, "SELECT count(*) FROM sheet").await, 0, "the predecessor's sheet is discarded");
    cast.clock.set(now);
    cast.send_all().await;
    let newcomer = cast.mails().into_values().find(|mail| mail.contains("opvolger@")).unwrap();
    assert_eq!(get(&cast, &answer_path(&newcomer)).await.0, 200);
}

#[tokio::test]
async fn a_blank_page_takes_nothing_away_but_a_blank_whole_form_is_refused() {
    let (cast, links) = open_round().await;
    let (_, page) = get(&cast, &links[0]).await;
    post(&cast, &links[0], &fill(&page, "4")).await;
    let n = radio_names(&page).len() as i64;
    let (_, again) = get(&cast, &format!("{}?page=1", links[0])).await;
    assert_eq!(post(&cast, &links[0], &format!("form={}", form_mark(&again))).await.0, 303);
    assert_eq!(count(&cast, "SELECT count(*) FROM answer").await, n);
    let (_, whole) = post(&cast, &format!("{}/change", links[0]), "").await;
    assert_eq!(post(&cast, &links[0], &format!("form={}", form_mark(&whole))).await.0, 422);
    // On the whole form an open field does take an answer away.
    let one = format!("form={}&{}=1", form_mark(&whole), radio_names(&page)[0]);
    assert_eq!(post(&cast, &links[0], &one).await.0, 303);
    assert_eq!(count(&cast, "SELECT count(*) FROM answer").await, 1);
}

#[tokio::test]
async fn a_seat_that_the_file_takes_away_falls_empty_and_a_dry_run_says_what_would_be_lost() {
    use polsslag::app::agreement::import_agreement::import;
    let (cast, links) = open_round().await;
    let (_, page) = get(&cast, &links[0]).await;
    post(&cast, &links[0], &fill(&page, "3")).await;
    let mut later = agreement_of(4, 3);
    let old = cast.mails().into_iter().find(|(_, mail)| mail.contains(&links[0])).unwrap().1;
    let address = header(&old, "To").split('<').next_back().unwrap().trim_end_matches('>').to_owned();
    let person = later.people.iter_mut().find(|person| person.mail == address).unwrap();
    (person.seat, person.steering) = (None, true);
    let now = at("2026-01-07T10:00:00Z");
    for dry_run in [true, false] {
        let imported =
            import(&cast.service, later.clone(), core_pulse(), dry_run, Who::Command, now).await.unwrap();
        assert_eq!((imported.n_withdrawn, imported.n_sheets_discarded), (1, 1), "dry run: {dry_run}");
        assert_eq!(get(&cast, &links[0]).await.0, if dry_run { 200 } else { 404 });
    }
    let again = import(&cast.service, later, core_pulse(), false, Who::Command, now).await.unwrap();
    assert!(!again.is_change(), "{:?}", again.changes);
    assert_eq!(count(&cast, "SELECT count(*) FROM seat WHERE person_id IS NULL").await, 1);
}

#[tokio::test]
async fn while_a_round_is_open_no_figure_exists() {
    let (cast, links) = open_round().await;
    for link in &links {
        let (_, page) = get(&cast, link).await;
        post(&cast, link, &fill(&page, "4")).await;
    }
    assert_eq!(count(&cast, "SELECT count(figures) FROM round").await, 0);
    let facts = cast.gather("2026-Q1").await;
    assert!(facts.rounds.is_empty());
}

#[tokio::test]
async fn every_page_carries_the_security_headers_and_no_cookie() {
    let (cast, links) = open_round().await;
    for path in [links[0].as_str(), "/", "/methode", "/privacy/test", "/style.css", "/a/nope", "/healthz"] {
        let reply = browser().get(format!("{}{path}", cast.base)).send().await.unwrap();
        let headers = reply.headers();
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(
            policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{path}"
        );
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(headers["referrer-policy"], "same-origin", "{path}");
        assert!(headers.get("set-cookie").is_none(), "{path}");
        let cache = headers["cache-control"].to_str().unwrap();
        assert_eq!(cache.contains("no-store"), path != "/style.css", "{path}: {cache}");
    }
}

#[tokio::test]
async fn the_answer_page_and_the_mails_read_as_agreed() {
    let (cast, links) = open_round().await;
    let (_, page) = get(&cast, &links[0]).await;
    let quiet = |text: &str| {
        let mut text = text.replace(&cast.base, "http://service");
        for link in &links {
            text = text.replace(link.as_str(), "/a/TOKEN");
        }
        // The person's own link, which depends on the key of this run.
        let mut parts = text.split("/u/");
        let first = parts.next().unwrap().to_owned();
        text = parts.fold(first, |text, part| text + "/u/OWN" + part.get(27..).unwrap_or_default());
        text
    };
    insta::assert_snapshot!("answer_page_first_page_nl", quiet(&page));
    let (_, english) = get(&cast, &format!("{}?page=3&lang=en", links[0])).await;
    insta::assert_snapshot!("answer_page_last_page_en", quiet(&english));
    let mails = cast.mails();
    let body = |name: &str| {
        let mail = quiet(&mails[name]);
        // What separates the parts depends on their content, links included.
        let boundary: String =
            mail.split("boundary=\"").nth(1).unwrap().chars().take_while(|c| *c != '"').collect();
        mail.replace(&boundary, "BOUNDARY").replace(&cast.service.key.fingerprint(), "FINGERPRINT")
    };
    insta::assert_snapshot!("invitation_nl", body("invitation-r1-s1-v1"));
    insta::assert_snapshot!("invitation_en", body("invitation-r1-s2-v1"));
}

#[tokio::test]
async fn a_scale_may_start_below_zero_and_have_two_to_eleven_points() {
    for (min, max) in [(-2, 2), (0, 10), (0, 1)] {
        let mut survey = core_pulse();
        let labels: Vec<String> = (min..=max).map(|value| format!("v{value}")).collect();
        (survey.scale.min, survey.scale.max) = (min, max);
        (survey.scale.labels_nl, survey.scale.labels_en) = (labels.clone(), labels);
        let cast = Cast::start(agreement_of(5, 3), survey, at("2026-01-01T00:00:00Z"), |_| {}).await;
        cast.advance_to(at("2026-01-06T08:30:00Z")).await;
        cast.send_all().await;
        for (n, mail) in cast.mails().values().enumerate() {
            let link = answer_path(mail);
            let (_, page) = get(&cast, &link).await;
            let value = if n % 2 == 0 { min } else { max };
            assert_eq!(post(&cast, &link, &fill(&page, &value.to_string())).await.0, 303);
            assert_eq!(post(&cast, &link, &fill(&page, &(max + 1).to_string())).await.0, 422);
        }
        cast.advance_to(at("2026-01-20T23:00:00Z")).await;
        let facts = cast.gather("2026-Q1").await;
        let shown = facts.dimensions[0].points[0].figure.get().unwrap().mean().value();
        assert!((min as f64..=max as f64).contains(&shown));
        polsslag::report::figures::Figures::draw(&facts, Default::default()).unwrap();
    }
}
