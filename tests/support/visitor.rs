//! A visitor of the pages: opens, posts, and finds the links in the mails that came.

use polsslag::config::Config;

use super::{Cast, FORM, agreement_of, answer_path, at, browser, core_pulse, quarterly_pulse};

pub const OPENS: &str = "2026-01-06T08:30:00Z";

/// A cast whose first round is open and whose invitations are sent.
pub async fn open_round() -> Cast {
    open_round_with(|_| {}).await
}

pub async fn open_round_with(change: impl FnOnce(&mut Config)) -> Cast {
    let cast = Cast::start(agreement_of(4, 3), core_pulse(), at("2026-01-01T00:00:00Z"), change).await;
    cast.advance_to(at(OPENS)).await;
    cast.send_all().await;
    cast
}

/// The same with a full pulse: three pages, and open questions on the last.
pub async fn open_full_round() -> Cast {
    let cast = Cast::start(agreement_of(4, 3), quarterly_pulse(), at("2026-01-01T00:00:00Z"), |_| {}).await;
    cast.advance_to(at(OPENS)).await;
    cast.send_all().await;
    cast
}

pub async fn get(cast: &Cast, path: &str) -> (u16, String) {
    let reply = browser().get(format!("{}{path}", cast.base)).send().await.unwrap();
    (reply.status().as_u16(), reply.text().await.unwrap())
}

pub async fn post(cast: &Cast, path: &str, body: &str) -> (u16, String) {
    let request = browser().post(format!("{}{path}", cast.base)).header(FORM.0, FORM.1).body(body.to_owned());
    let reply = request.send().await.unwrap();
    (reply.status().as_u16(), reply.text().await.unwrap())
}

/// The mail of a kind to an address, with quoted-printable undone as far as links go.
pub fn mail_to(cast: &Cast, kind: &str, address: &str) -> Option<String> {
    cast.mails()
        .into_iter()
        .find(|(name, mail)| name.starts_with(&format!("{kind}-")) && mail.contains(&format!("<{address}>")))
        .map(|(_, mail)| mail)
}

pub fn path_in(mail: &str, start: &str) -> String {
    let at = mail.find(start).unwrap_or_else(|| panic!("no {start} in {mail}"));
    mail[at..].chars().take(start.len() + 27).collect()
}

/// The answer link and the person's own link of an address.
pub fn links(cast: &Cast, address: &str) -> (String, String) {
    let mail = mail_to(cast, "invitation", address).unwrap();
    (answer_path(&mail), path_in(&mail, "/u/"))
}

pub async fn count(cast: &Cast, sql: &'static str) -> i64 {
    cast.service.store.read("count", move |c| c.query_row(sql, [], |row| row.get(0))).await.unwrap()
}

pub const ONE: &str = "persoon1@p1.example";
pub const TWO: &str = "persoon2@p1.example";
