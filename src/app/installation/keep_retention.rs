//! What has been kept long enough goes: comments, the mail log, names of people without a part.

use chrono::{DateTime, Duration, Months, Utc};

use crate::app::{AppError, Service};
use crate::store::{account, audit, comment, data_link, hand_over, outbox, person, program, request};

/// How long ended sessions stay listed nowhere and then go. Source: product decision.
const SESSION_DAYS: i64 = 30;
/// How long the audit log goes back. Source: privacy rules, storage (18 months).
const AUDIT_MONTHS: u32 = 18;

/// What one pass removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Removed {
    /// Open answers.
    pub n_comments: usize,
    /// Requests that were dealt with.
    pub n_requests: usize,
    /// Messages of the log.
    pub n_messages: usize,
    /// People whose name and address went.
    pub n_people: usize,
}

/// Removes what is older than the settings say. Source: privacy rules, storage.
pub async fn keep(service: &Service, now: DateTime<Utc>) -> Result<Removed, AppError> {
    let (retention, key) = (service.config.retention, service.key.clone());
    let today = now.date_naive();
    let removed = service
        .store
        .write("remove what was kept long enough", move |connection| {
            person::mark_left(connection, today)?;
            let comments_from =
                today.checked_sub_months(Months::new(retention.comments_months)).unwrap_or(today);
            let left_before = today - Duration::days(i64::from(retention.former_people_days));
            let log_from = now - Duration::days(i64::from(retention.mail_log_days));
            let texts_from = comments_from.and_time(chrono::NaiveTime::MIN).and_utc();
            hand_over::forget_unused(
                connection,
                now - Duration::days(i64::from(retention.former_people_days)),
            )?;
            account::delete_sign_ins(connection, now - Duration::days(1))?;
            account::delete_sessions(connection, now - Duration::days(SESSION_DAYS))?;
            account::delete_without_part(connection)?;
            data_link::delete_before(connection, now)?;
            program::delete_settled(connection, log_from)?;
            let audit_from = today.checked_sub_months(Months::new(AUDIT_MONTHS)).unwrap_or(today);
            audit::prune(connection, &key, audit_from.and_time(chrono::NaiveTime::MIN).and_utc())?;
            Ok(Removed {
                n_requests: request::delete_finished(connection, texts_from)?,
                n_comments: comment::delete_before(connection, comments_from)?,
                n_messages: outbox::delete_settled(connection, log_from)?,
                n_people: person::forget_left(connection, left_before)?,
            })
        })
        .await?;
    if removed != Removed::default() {
        tracing::info!(?removed, "what was kept long enough is gone");
    }
    Ok(removed)
}
