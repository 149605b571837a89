//! A facilitator reads a round's comments before they are shared, and masks what must not be seen. Never rewrites.

use chrono::{DateTime, Utc};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::{AppError, Service};
use crate::domain::ids::AgreementId;
use crate::domain::round::RoundState;
use crate::insight::disclosure::comments::guard_comments;
use crate::store::audit::{self, Who};
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
///
/// Errors: a refusal where too few people wrote one to show any (rule R6): then nobody needs to read them.
pub async fn list(
    service: &Service,
    agreement: AgreementId,
    number: u32,
) -> Result<Vec<(String, String, bool)>, AppError> {
    let found = find(service, agreement, number).await?;
    let (round, threshold) = (found.id, found.confidentiality.threshold);
    let comments =
        service.store.read("list comments", move |connection| comment::list(connection, round)).await?;
    let given: Vec<(String, String)> =
        comments.iter().map(|comment| (comment.partner.clone(), comment.text.clone())).collect();
    let mut rng = ChaCha8Rng::seed_from_u64(0);
    if guard_comments(&given, threshold, &mut rng).get().is_none() {
        return Err(AppError::Refused(format!(
            "too few people of round {number} wrote a comment: none will be shown, so nobody reads them"
        )));
    }
    let bare = |comment: Comment| (comment.code, comment.text, comment.is_masked);
    Ok(comments.into_iter().map(bare).collect())
}

/// Masks a comment, or takes the mask off; logged with who and why.
pub async fn mask(
    service: &Service,
    agreement: AgreementId,
    number: u32,
    code: String,
    (is_masked, named, reason): (bool, String, String),
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let round = find(service, agreement, number).await?.id;
    let wanted = code.clone();
    let done = service
        .store
        .write("mask a comment", move |connection| {
            let masking = Masking { is_masked, who: &named, reason: &reason };
            let done = comment::mask(connection, round, &wanted, &masking, now)?;
            if done {
                let what = if is_masked { "comment.masked" } else { "comment.unmasked" };
                audit::note(connection, agreement, (Who::Command, what, &format!("round {number}")), now)?;
            }
            Ok(done)
        })
        .await?;
    if done {
        return Ok(());
    }
    let state = if is_masked { "unmasked" } else { "masked" };
    Err(AppError::Refused(format!("round {number} has no {state} comment {code}: see polsslag comment list")))
}
