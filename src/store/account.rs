//! People who may sign in, their attempts, and their sessions. Secrets are here as digests only.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::row::{instant, named, seconds};
use crate::domain::access::Capacity;
use crate::domain::ids::{AccountId, AgreementId, SessionId, SignInId};
use crate::domain::language::Language;
use crate::domain::sign_in::Method;

/// Somebody who may sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its row.
    pub id: AccountId,
    /// Address in lower case.
    pub mail: String,
    /// Language of mails and pages.
    pub language: Language,
    /// Whether they run the installation.
    pub is_operator: bool,
    /// Generation of the second factor's secret; 0 is none.
    pub totp_generation: i64,
    /// Whether a code of it was given once.
    pub totp_confirmed: bool,
}

fn read_account(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        id: AccountId(row.get("id")?),
        mail: row.get("mail")?,
        language: named(row, "language", Language::find)?,
        is_operator: row.get("is_operator")?,
        totp_generation: row.get("totp_generation")?,
        totp_confirmed: row.get("totp_confirmed")?,
    })
}

/// The account of a row.
pub fn get(connection: &Connection, id: AccountId) -> rusqlite::Result<Account> {
    connection.prepare_cached("SELECT * FROM account WHERE id = ?1")?.query_row([id.0], read_account)
}

/// Every account's row and address.
pub fn list_mails(connection: &Connection) -> rusqlite::Result<Vec<(i64, String)>> {
    connection
        .prepare_cached("SELECT id, mail FROM account ORDER BY id")?
        .query_map([], |row| Ok((row.get("id")?, row.get("mail")?)))?
        .collect()
}

/// The account of an address, made when the address has a capacity in some agreement; `None` for anybody else.
pub fn find_or_make(connection: &Connection, mail: &str) -> rusqlite::Result<Option<Account>> {
    let known = connection
        .prepare_cached("SELECT * FROM account WHERE mail = ?1")?
        .query_row([mail], read_account)
        .optional()?;
    if let Some(known) = known {
        let may = known.is_operator || !list_capacities(connection, known.id)?.is_empty();
        return Ok(may.then_some(known));
    }
    let language: Option<String> = connection
        .prepare_cached(
            "SELECT coalesce(chosen_language, language) FROM person
             WHERE mail = ?1 AND (is_facilitator OR is_steering OR is_contact) ORDER BY id LIMIT 1",
        )?
        .query_row([mail], |row| row.get(0))
        .optional()?;
    let Some(language) = language else { return Ok(None) };
    connection
        .prepare_cached("INSERT INTO account (mail, language) VALUES (?1, ?2)")?
        .execute(params![mail, language])?;
    Ok(Some(get(connection, AccountId(connection.last_insert_rowid()))?))
}

/// Makes an address an operator's; the account, and whether it was none before.
pub fn make_operator(
    connection: &Connection,
    mail: &str,
    language: Language,
) -> rusqlite::Result<(Account, bool)> {
    connection
        .prepare_cached("INSERT INTO account (mail, language) VALUES (?1, ?2) ON CONFLICT (mail) DO NOTHING")?
        .execute(params![mail, language.code()])?;
    let n = connection
        .prepare_cached("UPDATE account SET is_operator = 1 WHERE mail = ?1 AND NOT is_operator")?
        .execute([mail])?;
    let account = connection
        .prepare_cached("SELECT * FROM account WHERE mail = ?1")?
        .query_row([mail], read_account)?;
    Ok((account, n == 1))
}

/// Takes an operator's right away and ends their sessions; whether they had it.
pub fn end_operator(connection: &Connection, mail: &str, now: DateTime<Utc>) -> rusqlite::Result<bool> {
    let found = connection
        .prepare_cached("UPDATE account SET is_operator = 0 WHERE mail = ?1 AND is_operator RETURNING id")?
        .query_row([mail], |row| row.get(0).map(AccountId))
        .optional()?;
    if let Some(id) = found {
        end_all_sessions(connection, id, now)?;
    }
    Ok(found.is_some())
}

/// Every operator's address.
pub fn list_operators(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached("SELECT mail FROM account WHERE is_operator ORDER BY mail")?
        .query_map([], |row| row.get(0))?
        .collect()
}

/// In what capacities an account acts, by agreement: those of the person with its address. An operator's, which holds
/// for every agreement, is not among them.
pub fn list_capacities(
    connection: &Connection,
    id: AccountId,
) -> rusqlite::Result<Vec<(AgreementId, Vec<Capacity>)>> {
    let rows: Vec<(i64, [bool; 4])> = connection
        .prepare_cached(
            "SELECT p.agreement_id, p.is_facilitator, p.is_chair, p.is_steering, p.is_contact FROM person p
             JOIN account a ON a.mail = p.mail
             WHERE a.id = ?1 AND (p.is_facilitator OR p.is_steering OR p.is_contact) ORDER BY p.agreement_id",
        )?
        .query_map([id.0], |row| Ok((row.get(0)?, [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?])))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows
        .into_iter()
        .map(|(agreement, parts)| {
            let all = [Capacity::Facilitator, Capacity::Chair, Capacity::Steering, Capacity::Contact];
            let held =
                parts.into_iter().zip(all).filter(|(is, _)| *is).map(|(_, capacity)| capacity).collect();
            (AgreementId(agreement), held)
        })
        .collect())
}

/// Begins another secret for a second factor, not yet confirmed; its generation.
pub fn renew_factor(connection: &Connection, id: AccountId) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(
            "UPDATE account SET totp_generation = totp_generation + 1, totp_confirmed = 0, totp_last_step = 0
             WHERE id = ?1 RETURNING totp_generation",
        )?
        .query_row([id.0], |row| row.get(0))
}

/// Makes a secret that nobody confirmed another one.
pub fn renew_unconfirmed_factor(connection: &Connection, id: AccountId) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE account SET totp_generation = totp_generation + 1 WHERE id = ?1 AND totp_generation > 0 AND NOT totp_confirmed",
        )?
        .execute([id.0])
        .map(|_| ())
}

/// Takes the second factor away.
pub fn drop_factor(connection: &Connection, id: AccountId) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE account SET totp_confirmed = 0, totp_generation = totp_generation + 1 WHERE id = ?1",
        )?
        .execute([id.0])
        .map(|_| ())
}

/// Uses a step of the second factor, which is confirmed by it; whether the step is later than the last one used.
pub fn use_factor(connection: &Connection, id: AccountId, step: i64) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE account SET totp_last_step = ?2, totp_confirmed = 1 WHERE id = ?1 AND totp_last_step < ?2",
        )?
        .execute(params![id.0, step])?;
    Ok(n == 1)
}

/// The account that another server's word leads to, or `None`.
pub fn find_by_identity(
    connection: &Connection,
    issuer: &str,
    subject: &str,
) -> rusqlite::Result<Option<AccountId>> {
    connection
        .prepare_cached("SELECT account_id FROM account_identity WHERE issuer = ?1 AND subject = ?2")?
        .query_row([issuer, subject], |row| row.get(0).map(AccountId))
        .optional()
}

/// Ties another server's word to an account; whether it was tied to none.
pub fn put_identity(
    connection: &Connection,
    issuer: &str,
    subject: &str,
    id: AccountId,
) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "INSERT INTO account_identity (issuer, subject, account_id) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
        )?
        .execute(params![issuer, subject, id.0])?;
    Ok(n == 1)
}

/// Issuers that an account is tied to.
pub fn list_identities(connection: &Connection, id: AccountId) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached("SELECT issuer FROM account_identity WHERE account_id = ?1 ORDER BY issuer")?
        .query_map([id.0], |row| row.get(0))?
        .collect()
}

/// Unties an account from an issuer.
pub fn delete_identities(connection: &Connection, id: AccountId, issuer: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM account_identity WHERE account_id = ?1 AND issuer = ?2")?
        .execute(params![id.0, issuer])
        .map(|_| ())
}

/// An attempt to sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Its row.
    pub id: SignInId,
    /// Who would be signed in; `None` for an address that nobody has, and before another server spoke.
    pub account: Option<AccountId>,
    /// Makes its link and code unpredictable.
    pub nonce: [u8; 16],
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
    /// Wrong codes so far.
    pub n_tries: u32,
    /// Whether it was used.
    pub is_used: bool,
    /// The other server, for one that goes there.
    pub provider: Option<String>,
    /// What the other server must be shown.
    pub pkce_verifier: Option<String>,
    /// Who the other server said it is: tied to the account once the mail proves the address.
    pub identity: Option<(String, String)>,
}

fn read_sign_in(row: &Row<'_>) -> rusqlite::Result<SignIn> {
    let issuer: Option<String> = row.get("issuer")?;
    let subject: Option<String> = row.get("subject")?;
    Ok(SignIn {
        id: SignInId(row.get("id")?),
        account: row.get::<_, Option<i64>>("account_id")?.map(AccountId),
        nonce: row.get("nonce")?,
        asked_at: instant(row, "asked_at")?,
        n_tries: row.get("n_tries")?,
        is_used: row.get::<_, Option<i64>>("used_at")?.is_some(),
        provider: row.get("provider")?,
        pkce_verifier: row.get("pkce_verifier")?,
        identity: issuer.zip(subject),
    })
}

/// What a new attempt needs.
#[derive(Debug, Clone)]
pub struct NewSignIn {
    /// Who would be signed in, if anybody.
    pub account: Option<AccountId>,
    /// Knows the address again; zeros for another server.
    pub address_digest: [u8; 16],
    /// The browser that asks.
    pub browser_digest: [u8; 32],
    /// Random.
    pub nonce: [u8; 16],
    /// The other server and what it must be shown.
    pub provider: Option<(String, String)>,
    /// Who the other server said it is.
    pub identity: Option<(String, String)>,
}

/// Stores an attempt.
pub fn insert_sign_in(
    connection: &Connection,
    new: &NewSignIn,
    now: DateTime<Utc>,
) -> rusqlite::Result<SignInId> {
    let (provider, verifier) = new.provider.clone().unzip();
    let (issuer, subject) = new.identity.clone().unzip();
    connection
        .prepare_cached(
            "INSERT INTO sign_in (account_id, address_digest, browser_digest, nonce, asked_at, provider, pkce_verifier, issuer, subject)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            new.account.map(|id| id.0),
            new.address_digest,
            new.browser_digest,
            new.nonce,
            seconds(now),
            provider,
            verifier,
            issuer,
            subject
        ])?;
    Ok(SignInId(connection.last_insert_rowid()))
}

/// Keeps the digest of an attempt's link.
pub fn put_token(connection: &Connection, id: SignInId, digest: &[u8; 32]) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE sign_in SET token_digest = ?2 WHERE id = ?1")?
        .execute(params![id.0, digest])
        .map(|_| ())
}

/// The attempt of a row, or `None`.
pub fn find_sign_in(connection: &Connection, id: SignInId) -> rusqlite::Result<Option<SignIn>> {
    connection
        .prepare_cached("SELECT * FROM sign_in WHERE id = ?1")?
        .query_row([id.0], read_sign_in)
        .optional()
}

/// The attempt of a link, and whether it was this browser's.
pub fn find_by_token(
    connection: &Connection,
    digest: &[u8; 32],
    browser: &[u8; 32],
) -> rusqlite::Result<Option<(SignIn, bool)>> {
    connection
        .prepare_cached("SELECT *, browser_digest = ?2 AS is_own FROM sign_in WHERE token_digest = ?1")?
        .query_row(params![digest, browser], |row| Ok((read_sign_in(row)?, row.get("is_own")?)))
        .optional()
}

/// The newest attempt of a browser, or `None`. `by_mail` tells attempts by mail from those at another server.
pub fn find_by_browser(
    connection: &Connection,
    browser: &[u8; 32],
    by_mail: bool,
) -> rusqlite::Result<Option<SignIn>> {
    connection
        .prepare_cached(
            "SELECT * FROM sign_in WHERE browser_digest = ?1 AND (provider IS NULL) = ?2 ORDER BY id DESC LIMIT 1",
        )?
        .query_row(params![browser, by_mail], read_sign_in)
        .optional()
}

/// Attempts for an address since an instant.
pub fn count_sign_ins(
    connection: &Connection,
    address: &[u8; 16],
    since: DateTime<Utc>,
) -> rusqlite::Result<usize> {
    connection
        .prepare_cached("SELECT count(*) FROM sign_in WHERE address_digest = ?1 AND asked_at > ?2")?
        .query_row(params![address, seconds(since)], |row| row.get::<_, i64>(0))
        .map(|n| n.unsigned_abs() as usize)
}

/// Keeps who another server said it is, at an attempt that was used for it.
pub fn put_claim(connection: &Connection, id: SignInId, issuer: &str, subject: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE sign_in SET issuer = ?2, subject = ?3 WHERE id = ?1")?
        .execute(params![id.0, issuer, subject])
        .map(|_| ())
}

/// What another server said in a browser since an instant, once.
pub fn take_claim(
    connection: &Connection,
    browser: &[u8; 32],
    since: DateTime<Utc>,
) -> rusqlite::Result<Option<(String, String)>> {
    let found: Option<(i64, String, String)> = connection
        .prepare_cached(
            "SELECT id, issuer, subject FROM sign_in
             WHERE browser_digest = ?1 AND provider IS NOT NULL AND issuer IS NOT NULL AND asked_at > ?2
             ORDER BY id DESC LIMIT 1",
        )?
        .query_row(params![browser, seconds(since)], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((id, issuer, subject)) = found else { return Ok(None) };
    connection
        .prepare_cached("UPDATE sign_in SET issuer = NULL, subject = NULL WHERE id = ?1")?
        .execute([id])?;
    Ok(Some((issuer, subject)))
}

/// Forgets accounts of people who have no part anywhere and run nothing; how many.
pub fn delete_without_part(connection: &Connection) -> rusqlite::Result<usize> {
    const GONE: &str = "(SELECT id FROM account WHERE NOT is_operator AND NOT EXISTS
        (SELECT 1 FROM person WHERE person.mail = account.mail AND (is_facilitator OR is_steering OR is_contact)))";
    for sql in [
        format!("DELETE FROM session WHERE account_id IN {GONE}"),
        format!("DELETE FROM account_identity WHERE account_id IN {GONE}"),
        format!("DELETE FROM message WHERE account_id IN {GONE}"),
        format!("DELETE FROM sign_in WHERE account_id IN {GONE}"),
        format!("UPDATE signal_work SET account_id = NULL WHERE account_id IN {GONE}"),
        format!("UPDATE approval SET asked_by = NULL WHERE asked_by IN {GONE}"),
        format!("UPDATE approval SET settled_by = NULL WHERE settled_by IN {GONE}"),
    ] {
        connection.prepare_cached(&sql)?.execute([])?;
    }
    connection.prepare_cached(&format!("DELETE FROM account WHERE id IN {GONE}"))?.execute([])
}

/// Ends every session and every attempt, as after a restore: what was ended since the copy stays ended.
pub fn end_everything(connection: &Connection, now: DateTime<Utc>) -> rusqlite::Result<()> {
    connection.execute("UPDATE session SET ended_at = ?1 WHERE ended_at IS NULL", [seconds(now)])?;
    connection.execute("UPDATE sign_in SET used_at = ?1 WHERE used_at IS NULL", [seconds(now)])?;
    Ok(())
}

/// Counts a wrong code.
pub fn count_try(connection: &Connection, id: SignInId) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE sign_in SET n_tries = n_tries + 1 WHERE id = ?1")?
        .execute([id.0])
        .map(|_| ())
}

/// Uses an attempt up; whether it was unused.
pub fn use_sign_in(connection: &Connection, id: SignInId, now: DateTime<Utc>) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached("UPDATE sign_in SET used_at = ?2 WHERE id = ?1 AND used_at IS NULL")?
        .execute(params![id.0, seconds(now)])?;
    Ok(n == 1)
}

/// Forgets attempts from before an instant, and the mails about them.
pub fn delete_sign_ins(connection: &Connection, before: DateTime<Utc>) -> rusqlite::Result<usize> {
    connection.prepare_cached("DELETE FROM sign_in WHERE asked_at < ?1")?.execute([seconds(before)])
}

/// A signed-in browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its row.
    pub id: SessionId,
    /// Whose.
    pub account: AccountId,
    /// How it began.
    pub method: Method,
    /// Whether a second factor was given, or the other server answers for it.
    pub has_factor: bool,
    /// Wrong second factors so far.
    pub n_tries: u32,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it was used last, to the minute.
    pub last_used_at: DateTime<Utc>,
    /// Whether somebody ended it.
    pub is_ended: bool,
}

fn read_session(row: &Row<'_>) -> rusqlite::Result<Session> {
    Ok(Session {
        id: SessionId(row.get("id")?),
        account: AccountId(row.get("account_id")?),
        method: named(row, "method", Method::find)?,
        has_factor: row.get("has_factor")?,
        n_tries: row.get("n_tries")?,
        started_at: instant(row, "started_at")?,
        last_used_at: instant(row, "last_used_at")?,
        is_ended: row.get::<_, Option<i64>>("ended_at")?.is_some(),
    })
}

/// Begins a session under the digest of its secret.
pub fn start_session(
    connection: &Connection,
    account: AccountId,
    digest: &[u8; 32],
    method: Method,
    has_factor: bool,
    now: DateTime<Utc>,
) -> rusqlite::Result<SessionId> {
    connection
        .prepare_cached(
            "INSERT INTO session (account_id, token_digest, method, has_factor, started_at, last_used_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        )?
        .execute(params![account.0, digest, method.code(), has_factor, seconds(now)])?;
    Ok(SessionId(connection.last_insert_rowid()))
}

/// The session of a secret, or `None`.
pub fn find_session(connection: &Connection, digest: &[u8; 32]) -> rusqlite::Result<Option<Session>> {
    connection
        .prepare_cached("SELECT * FROM session WHERE token_digest = ?1")?
        .query_row([digest], read_session)
        .optional()
}

/// An account's sessions, newest first.
pub fn list_sessions(connection: &Connection, account: AccountId) -> rusqlite::Result<Vec<Session>> {
    connection
        .prepare_cached("SELECT * FROM session WHERE account_id = ?1 ORDER BY id DESC")?
        .query_map([account.0], read_session)?
        .collect()
}

/// Notes that a session is used.
pub fn touch_session(connection: &Connection, id: SessionId, now: DateTime<Utc>) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE session SET last_used_at = max(last_used_at, ?2) WHERE id = ?1")?
        .execute(params![id.0, seconds(now)])
        .map(|_| ())
}

/// Gives a session another secret: after a second factor nothing that was known before it opens anything.
pub fn strengthen_session(connection: &Connection, id: SessionId, digest: &[u8; 32]) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE session SET token_digest = ?2, has_factor = 1 WHERE id = ?1")?
        .execute(params![id.0, digest])
        .map(|_| ())
}

/// Counts a wrong second factor; how many there were.
pub fn count_factor_try(connection: &Connection, id: SessionId) -> rusqlite::Result<u32> {
    connection
        .prepare_cached("UPDATE session SET n_tries = n_tries + 1 WHERE id = ?1 RETURNING n_tries")?
        .query_row([id.0], |row| row.get(0))
}

/// Ends one of an account's sessions; whether it had it and it was not ended.
pub fn end_session(
    connection: &Connection,
    account: AccountId,
    id: SessionId,
    now: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    let n = connection
        .prepare_cached(
            "UPDATE session SET ended_at = ?3 WHERE id = ?1 AND account_id = ?2 AND ended_at IS NULL",
        )?
        .execute(params![id.0, account.0, seconds(now)])?;
    Ok(n == 1)
}

/// Ends all of an account's sessions.
pub fn end_all_sessions(
    connection: &Connection,
    account: AccountId,
    now: DateTime<Utc>,
) -> rusqlite::Result<usize> {
    connection
        .prepare_cached("UPDATE session SET ended_at = ?2 WHERE account_id = ?1 AND ended_at IS NULL")?
        .execute(params![account.0, seconds(now)])
}

/// Forgets sessions that began before an instant.
pub fn delete_sessions(connection: &Connection, before: DateTime<Utc>) -> rusqlite::Result<usize> {
    connection.prepare_cached("DELETE FROM session WHERE started_at < ?1")?.execute([seconds(before)])
}

/// Another language of mails and pages.
pub fn put_language(connection: &Connection, id: AccountId, language: Language) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE account SET language = ?2 WHERE id = ?1")?
        .execute(params![id.0, language.code()])
        .map(|_| ())
}
