//! Signing in: a link or a code from a mail, once, in the browser that asked; a second factor where it is asked for;
//! sessions that end.

use crate::support::desk::{Desk, FACILITATOR, Reply, send};
use crate::support::visitor::{count, mail_to};
use crate::support::{Cast, FORM, agreement_of, at, browser, core_pulse};
use chrono::Duration;
use polsslag::domain::access::Capacity;
use totp_rs::{Algorithm, Builder, Secret, Totp};

const NOW: &str = "2026-01-05T09:00:00Z";

async fn cast() -> Cast {
    Cast::start(agreement_of(4, 3), core_pulse(), at(NOW), |_| {}).await
}

async fn post(cast: &Cast, path: &str, cookie: &str, body: &str) -> Reply {
    let request =
        browser().post(format!("{}{path}", cast.base)).header(FORM.0, FORM.1).header("cookie", cookie);
    send(request.body(body.to_owned())).await
}

async fn get(cast: &Cast, path: &str, cookie: &str) -> Reply {
    send(browser().get(format!("{}{path}", cast.base)).header("cookie", cookie)).await
}

/// Asks for a mail; gives the browser's cookie.
async fn ask(cast: &Cast, mail: &str) -> String {
    let reply = post(cast, "/sign-in", "", &format!("mail={mail}")).await;
    assert_eq!(reply.status, 303, "{}", reply.text);
    format!("__Host-polsslag-sign-in={}", reply.cookie("__Host-polsslag-sign-in").unwrap())
}

/// The newest sign-in mail's link and code.
async fn read_mail(cast: &Cast) -> (String, String) {
    cast.send_all().await;
    let mails = cast.mails();
    let newest = mails
        .iter()
        .filter(|(name, _)| name.starts_with("sign-in-"))
        .max_by_key(|(name, _)| name.split('-').nth(2).unwrap().parse::<i64>().unwrap());
    let mail = newest.expect("a sign-in mail").1;
    let start = mail.find("/sign-in/").unwrap();
    let path = mail[start..].chars().take("/sign-in/".len() + 27).collect();
    let digits: Vec<&str> = mail
        .split(|c: char| !(c.is_ascii_digit() || c == ' '))
        .map(str::trim)
        .filter(|part| part.len() == 9 && part.as_bytes()[4] == b' ')
        .collect();
    (path, digits[0].to_owned())
}

fn session(reply: &Reply) -> String {
    format!("__Host-polsslag={}", reply.cookie("__Host-polsslag").expect("a session"))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_nobody_has_gets_the_same_answer_and_no_mail() {
    let cast = cast().await;
    let known = post(&cast, "/sign-in", "", &format!("mail={FACILITATOR}")).await;
    let unknown = post(&cast, "/sign-in", "", "mail=nobody@x.example").await;
    assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
    assert_eq!(get(&cast, known.location(), "").await.text, get(&cast, unknown.location(), "").await.text);
    cast.send_all().await;
    assert!(mail_to(&cast, "sign-in", FACILITATOR).is_some());
    assert_eq!(cast.mails().len(), 1);
    // A respondent has no account either.
    ask(&cast, "persoon2@p1.example").await;
    cast.send_all().await;
    assert_eq!(cast.mails().len(), 1);
    assert_eq!(post(&cast, "/sign-in", "", "mail=nonsense").await.status, 422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_works_once_in_the_browser_that_asked_and_only_for_ten_minutes() {
    let cast = cast().await;
    let own = ask(&cast, FACILITATOR).await;
    let (link, _) = read_mail(&cast).await;
    // Whoever opens it, a scanner too, uses nothing up.
    for cookie in ["", own.as_str(), "__Host-polsslag-sign-in=another"] {
        let looked = get(&cast, &link, cookie).await;
        assert_eq!((looked.status, looked.cookie("__Host-polsslag")), (200, None));
    }
    for cookie in ["", "__Host-polsslag-sign-in=another"] {
        assert_eq!(post(&cast, &link, cookie, "").await.status, 410, "another browser");
    }
    cast.clock.set(at(NOW) + Duration::minutes(10));
    assert_eq!(post(&cast, &link, &own, "").await.status, 410, "too late");
    cast.clock.set(at(NOW) + Duration::minutes(9));
    let signed_in = post(&cast, &link, &own, "").await;
    assert_eq!(signed_in.status, 303);
    let session = session(&signed_in);
    assert_eq!(get(&cast, "/app/test/signals", &session).await.status, 200);
    let again = post(&cast, &link, &own, "").await;
    assert_eq!((again.status, again.cookie("__Host-polsslag")), (410, None), "a replayed link");
    for line in signed_in.headers.get_all("set-cookie") {
        let line = line.to_str().unwrap();
        assert!(line.starts_with("__Host-") && line.contains("; Path=/;"), "{line}");
        assert!(line.contains("Secure; HttpOnly; SameSite=Lax") && !line.contains("Domain"), "{line}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_signs_the_asking_browser_in_and_five_wrong_ones_end_it() {
    let cast = cast().await;
    let own = ask(&cast, FACILITATOR).await;
    let (_, code) = read_mail(&cast).await;
    assert_eq!(
        post(&cast, "/sign-in/code", "", &format!("code={code}")).await.status,
        422,
        "another browser"
    );
    assert_eq!(post(&cast, "/sign-in/code", &own, "code=00000000").await.status, 422);
    let good = post(&cast, "/sign-in/code", &own, &format!("code={}", code.replace(' ', "+"))).await;
    assert_eq!(get(&cast, "/app/test/signals", &session(&good)).await.status, 200);

    let own = ask(&cast, FACILITATOR).await;
    let (_, code) = read_mail(&cast).await;
    for _ in 0..5 {
        assert_eq!(post(&cast, "/sign-in/code", &own, "code=1").await.status, 422);
    }
    assert_eq!(
        post(&cast, "/sign-in/code", &own, &format!("code={code}")).await.status,
        422,
        "tried too often"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_gets_three_mails_in_a_quarter_of_an_hour() {
    let cast = cast().await;
    for _ in 0..5 {
        ask(&cast, FACILITATOR).await;
    }
    assert_eq!(count(&cast, "SELECT count(*) FROM message WHERE kind = 'sign-in'").await, 3);
    cast.clock.set(at(NOW) + Duration::minutes(16));
    ask(&cast, FACILITATOR).await;
    assert_eq!(count(&cast, "SELECT count(*) FROM message WHERE kind = 'sign-in'").await, 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_has_a_secret_of_its_own_and_ends_by_rest_by_day_and_by_hand() {
    let cast = cast().await;
    // A secret that somebody planted beforehand is not the session's.
    let own = ask(&cast, FACILITATOR).await;
    let (link, _) = read_mail(&cast).await;
    let planted = "__Host-polsslag=planted";
    let signed_in = post(&cast, &link, &format!("{own}; {planted}"), "").await;
    assert_eq!(get(&cast, "/account", planted).await.status, 303);
    let first = session(&signed_in);
    assert!(first != planted && get(&cast, "/account", &first).await.status == 200);

    cast.clock.set(at(NOW) + Duration::minutes(29));
    assert_eq!(get(&cast, "/account", &first).await.status, 200);
    cast.clock.set(at(NOW) + Duration::minutes(60));
    assert_eq!(get(&cast, "/account", &first).await.status, 303, "it rested too long");

    let start = cast.clock.now();
    let busy = Desk::of(&cast, FACILITATOR).await;
    for minutes in (0..720).step_by(20) {
        cast.clock.set(start + Duration::minutes(minutes));
        assert_eq!(busy.get("/account").await.status, 200, "{minutes}");
    }
    cast.clock.set(start + Duration::hours(12));
    assert_eq!(busy.get("/account").await.status, 303, "twelve hours");

    let (one, two) = (Desk::of(&cast, FACILITATOR).await, Desk::of(&cast, FACILITATOR).await);
    let page = one.page("/account").await;
    let end = page
        .find("/account/session/")
        .map(|start| page[start..].split('"').next().unwrap().to_owned())
        .unwrap();
    one.done(end.split('?').next().unwrap(), &[("end", "yes")]).await;
    assert_eq!((one.get("/account").await.status, two.get("/account").await.status), (200, 303));
    one.done("/sign-out", &[]).await;
    assert_eq!(one.get("/account").await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_loses_the_last_part_is_signed_out_by_it() {
    let cast = cast().await;
    let desk = Desk::of(&cast, FACILITATOR).await;
    assert_eq!(desk.get("/account").await.status, 200);
    cast.service
        .store
        .write("take the part away", |c| c.execute("UPDATE person SET is_facilitator = 0", []))
        .await
        .unwrap();
    assert_eq!(desk.get("/account").await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_on_after_signing_in_stays_with_us() {
    let cast = cast().await;
    for (next, expected) in [
        ("/app/test/signals", "/app/test/signals?lang=nl"),
        ("https://evil.example/", "/app?lang=nl"),
        ("//evil.example/app", "/app?lang=nl"),
        ("/app//evil.example", "/app?lang=nl"),
        ("/app/\\evil", "/app?lang=nl"),
        ("/apparently", "/app?lang=nl"),
    ] {
        let own = ask(&cast, FACILITATOR).await;
        let (_, code) = read_mail(&cast).await;
        let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
        let reply = post(&cast, &format!("/sign-in/code?next={next}"), &own, &format!("code={code}")).await;
        assert_eq!(reply.location(), expected, "{next}");
        cast.clock.set(cast.clock.now() + Duration::minutes(20));
    }
}

fn authenticator(page: &str) -> Totp {
    let start = page.find("<code>").unwrap() + 6;
    let typed: String = page[start..].chars().take_while(|c| *c != '<').filter(|c| *c != ' ').collect();
    let secret = data_encoding::BASE32_NOPAD.decode(typed.as_bytes()).unwrap();
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(30)
        .with_secret(Secret::new_stack(<[u8; 20]>::try_from(secret).unwrap()))
        .with_account_name("x")
        .build()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_second_factor_is_required_nothing_opens_before_it_and_no_code_works_twice() {
    let change =
        |config: &mut polsslag::config::Config| config.sign_in.second_factor = vec![Capacity::Facilitator];
    let cast = Cast::start(agreement_of(4, 3), core_pulse(), at(NOW), change).await;
    let sign_in = async || {
        let own = ask(&cast, FACILITATOR).await;
        let (link, _) = read_mail(&cast).await;
        session(&post(&cast, &link, &own, "").await)
    };
    let weak = sign_in().await;
    for path in ["/app/test/signals", "/account", "/app"] {
        let reply = get(&cast, path, &weak).await;
        assert_eq!((reply.status, reply.location()), (303, "/account/factor?lang=nl"), "{path}");
    }
    assert_eq!(
        get(&cast, "/r/test/2026-Q1", &weak).await.status,
        404,
        "half a session opens no report either"
    );
    let page = get(&cast, "/account/factor", &weak).await.text;
    assert!(page.contains("<svg") && !page.contains("style="), "a code to scan, and no inline style");
    let app = authenticator(&page);
    let token = |page: &str| -> String {
        let start = page.find("name=\"token\" value=\"").unwrap() + 20;
        page[start..].chars().take_while(|c| *c != '"').collect()
    };
    let give = async |session: &str, code: &str| {
        let page = get(&cast, "/account/factor", session).await.text;
        post(&cast, "/account/factor", session, &format!("token={}&code={code}", token(&page))).await
    };
    assert_eq!(give(&weak, "000000").await.status, 422);
    let code = app.generate(cast.clock.now().timestamp().unsigned_abs()).to_string();
    let strong = session(&give(&weak, &code).await);
    assert_eq!(get(&cast, "/app/test/signals", &strong).await.status, 200);
    assert_eq!(
        get(&cast, "/account", &weak).await.status,
        303,
        "the secret from before opens nothing any more"
    );

    let next = sign_in().await;
    let page = get(&cast, "/account/factor", &next).await.text;
    assert!(!page.contains("<svg"), "the secret is shown before it was confirmed, and never again");
    assert_eq!(give(&next, &code).await.status, 422, "a code works once");
    cast.clock.set(cast.clock.now() + Duration::seconds(60));
    let later = app.generate(cast.clock.now().timestamp().unsigned_abs()).to_string();
    assert_eq!(give(&next, &later).await.status, 303);

    let guessed = sign_in().await;
    for _ in 0..4 {
        assert_eq!(give(&guessed, "000000").await.status, 422);
    }
    assert_eq!(
        give(&guessed, "000000").await.location(),
        "/sign-in?lang=nl",
        "five wrong codes end the session"
    );
    assert_eq!(get(&cast, "/account/factor", &guessed).await.location().split('?').next(), Some("/sign-in"));
}
