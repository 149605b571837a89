//! Signing in: how long links, codes and sessions live, and how often somebody may try. Rules only; secrets derive
//! from the key in `invitation`, and who may sign in is the store's to say.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::code::coded;

/// How long a sign-in link or code works. Source: ASVS 5.0, 6.5.5 (at most ten minutes).
pub const LINK_MINUTES: i64 = 10;
/// Sign-ins that may be asked for one address within [`ASK_WINDOW_MINUTES`]. Source: experience rule S6.
pub const MAX_ASKED: usize = 3;
/// The window of [`MAX_ASKED`]. Source: experience rule S6.
pub const ASK_WINDOW_MINUTES: i64 = 15;
/// Wrong codes for one sign-in. Source: ASVS 5.0, 6.6.3; eight digits and five tries leave one chance in twenty million.
pub const MAX_CODE_TRIES: u32 = 5;
/// Wrong second factors before a session ends. Source: as for codes.
pub const MAX_FACTOR_TRIES: u32 = 5;
/// A session that is not used ends after this. Source: experience rule S4.
pub const IDLE_MINUTES: i64 = 30;
/// A session ends after this, however busy. Source: experience rule S4.
pub const ABSOLUTE_HOURS: i64 = 12;
/// How stale "last used" may be before it is written again: reading a page should not cost a write.
pub const TOUCH_SECONDS: i64 = 60;

/// How somebody proved who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Method {
    /// A link in a mail.
    Link,
    /// A code from a mail.
    Code,
    /// The organisation's own sign-in (OpenID Connect).
    Oidc,
    /// The demo's button.
    Demo,
}

coded!(Method);

/// Whether a session still holds at an instant.
pub fn is_session_alive(started_at: DateTime<Utc>, last_used_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now < started_at + Duration::hours(ABSOLUTE_HOURS) && now < last_used_at + Duration::minutes(IDLE_MINUTES)
}

/// Whether a sign-in that was asked for at an instant can still be used.
pub fn is_sign_in_alive(asked_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now < asked_at + Duration::minutes(LINK_MINUTES)
}

/// A code as people typed it: digits only, whatever stood between them.
pub fn digits(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(started: i64, used: i64, now: i64, expected: bool) {
        let at = |minutes| DateTime::UNIX_EPOCH + Duration::minutes(minutes);
        assert_eq!(is_session_alive(at(started), at(used), at(now)), expected, "{started} {used} {now}");
    }

    #[test]
    fn a_session_ends_when_it_rests_and_at_the_end_of_the_day() {
        check(0, 0, 29, true);
        check(0, 0, 30, false);
        check(0, 719, 719, true);
        check(0, 719, 720, false);
    }

    #[test]
    fn a_code_may_be_typed_with_spaces() {
        assert_eq!(digits(" 1234 56-78"), "12345678");
    }
}
