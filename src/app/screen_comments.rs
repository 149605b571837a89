//! A facilitator reads a round's comments before they are shared, and masks what must not be seen. Never rewrites.

use chrono::{DateTime, Utc};

use super::{AppError, Service};
use crate::domain::ids::AgreementId;
use crate::domain::round::RoundState;
use crate::store::comment::{self, Comment, Masking};
use crate::store::round::{self, Round};

async fn find(service: &Service, agreement: AgreementId, number: u32) -> Result<Round, AppError> {
    let found = service
        .store
        .read("find the round", move |connection| round::find_by_number(connection, agreement, number))
        .await?;
    match found {
        Some(round) if matches!(round.state, RoundState::Closed | RoundState::Shared) => Ok(round),
        Some(round) => Err(AppError::Refused(format!(
            "round {number} is {}: comments are read after closing",
            round.state.code()
        ))),
        None => Err(AppError::Refused(format!("there is no round {number}: see polsslag round list"))),
    }
}

/// The comments of a closed round, for whoever screens them. Nothing says whose they are.
pub async fn list(
    service: &Service,
    agreement: AgreementId,
    number: u32,
) -> Result<Vec<(String, String, bool)>, AppError> {
    let round = find(service, agreement, number).await?.id;
    let comments =
        service.store.read("list comments", move |connection| comment::list(connection, round)).await?;
    let bare = |comment: Comment| (comment.code, comment.text, comment.is_masked);
    Ok(comments.into_iter().map(bare).collect())
}

/// Masks a comment, or takes the mask off; logged with who and why.
pub async fn mask(
    service: &Service,
    agreement: AgreementId,
    number: u32,
    code: String,
    (is_masked, who, reason): (bool, String, String),
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let round = find(service, agreement, number).await?.id;
    let wanted = code.clone();
    let done = service
        .store
        .write("mask a comment", move |connection| {
            comment::mask(connection, round, &wanted, &Masking { is_masked, who: &who, reason: &reason }, now)
        })
        .await?;
    if done {
        return Ok(());
    }
    let state = if is_masked { "unmasked" } else { "masked" };
    Err(AppError::Refused(format!("round {number} has no {state} comment {code}: see polsslag comment list")))
}
