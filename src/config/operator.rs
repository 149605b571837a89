//! Who runs the installation, and how long what is kept: what public pages say of both.

use chrono::NaiveDate;

use crate::catalogue::agreement_file::is_mail_address;
use crate::catalogue::reader::Table;

/// Who runs the installation.
#[derive(Debug, Clone, Default)]
pub struct Operator {
    /// The organisation that processes the data.
    pub name: Option<String>,
    /// Where people ask about privacy and accessibility.
    pub mail: Option<String>,
    /// Where to report a weakness, and until when that holds: what `security.txt` says.
    pub security: Option<(String, NaiveDate)>,
    /// When somebody last tried the pages with people and tools, for the accessibility statement.
    pub accessibility_checked_on: Option<NaiveDate>,
}

/// How long things are kept; a job removes what is older.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// Open answers. Units: months.
    pub comments_months: u32,
    /// What was mailed to whom. Units: days.
    pub mail_log_days: u32,
    /// Name and address of somebody without a part any more. Units: days.
    pub former_people_days: u32,
}

impl Default for Retention {
    /// Source: privacy rules, storage.
    fn default() -> Retention {
        Retention { comments_months: 24, mail_log_days: 90, former_people_days: 30 }
    }
}

/// Reads `[operator]`.
pub(super) fn read_operator(table: Table<'_, '_>) -> Option<Operator> {
    let source = table.source();
    let name = table.find_string("name", "the organisation that runs this installation");
    let mail = table.find_string("mail", "an address for questions");
    let contact =
        table.find_string("security", "where to report a weakness, such as \"mailto:cert@polsslag.example\"");
    let expires = table.find_date("security_expires");
    let checked = table.find_date("accessibility_checked");
    let at = table.at();
    table.finish();
    if let Some(mail) = &mail
        && !is_mail_address(&mail.value)
    {
        source.error(mail.at, format!("\"{}\" is no mail address: expected name@domain", mail.value));
        return None;
    }
    if let Some(contact) = &contact
        && !["mailto:", "https://", "tel:"].iter().any(|start| contact.value.starts_with(start))
    {
        source.error(contact.at, "security: expected an address that starts with mailto:, https:// or tel:");
        return None;
    }
    let security = match (contact, expires) {
        (Some(contact), Some(expires)) => Some((contact.value, expires.value)),
        (None, None) => None,
        _ => {
            source.error(at, "security and security_expires go together: give both or neither (RFC 9116)");
            return None;
        }
    };
    Some(Operator {
        name: name.map(|name| name.value),
        mail: mail.map(|mail| mail.value),
        security,
        accessibility_checked_on: checked.map(|day| day.value),
    })
}

/// Reads `[retention]`.
pub(super) fn read_retention(table: Table<'_, '_>) -> Option<Retention> {
    let source = table.source();
    let default = Retention::default();
    let number = |key: &'static str, most: u32, default: u32| -> Option<u32> {
        let Some(given) = table.find_integer(key, "a whole number from 1") else { return Some(default) };
        let read = u32::try_from(given.value).ok().filter(|n| (1..=most).contains(n));
        if read.is_none() {
            source.error(given.at, format!("{key}: expected 1 to {most}"));
        }
        read
    };
    let comments_months = number("comments_months", 120, default.comments_months);
    let mail_log_days = number("mail_log_days", 3650, default.mail_log_days);
    let former_people_days = number("former_people_days", 3650, default.former_people_days);
    table.finish();
    Some(Retention {
        comments_months: comments_months?,
        mail_log_days: mail_log_days?,
        former_people_days: former_people_days?,
    })
}
