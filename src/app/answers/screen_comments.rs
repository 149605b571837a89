//! A facilitator reads a round's comments before they are shared, and masks what must not be seen. Never rewrites.

use chrono::{DateTime, Utc};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use serde::Serialize;

use crate::app::{AppError, Service};
use crate::domain::audit::Act;
use crate::domain::ids::AgreementId;
use crate::domain::language::Text;
use crate::domain::round::RoundState;
use crate::domain::survey::{COMMENT, EXAMPLE, Survey};
use crate::insight::disclosure::comments::{Written, guard_comments};
use crate::store::audit::{self, Who};
pub use crate::store::comment::Masking;
use crate::store::comment::{self, Comment};
use crate::store::round::{self, Round};
use crate::store::survey;
use crate::words::{self, Phrase};

/// Why comments are not shown or masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such round.
    NoRound {
        /// The round.
        number: u32,
    },
    /// Comments are read after closing.
    NotClosed {
        /// The round.
        number: u32,
        /// Where it stands.
        state: RoundState,
    },
    /// Too few people wrote one to show any (rule R10).
    TooFew {
        /// The round.
        number: u32,
    },
    /// The round has no such comment, or none in that state.
    NoComment {
        /// The round.
        number: u32,
        /// The comment.
        code: String,
        /// Whether it was to be masked.
        is_masked: bool,
    },
}

impl Refusal {
    /// What it says.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        match self {
            Refusal::NoRound { number } => Phrase::RefusalNoRound { number: (*number).into() },
            Refusal::NotClosed { number, state } => Phrase::RefusalCommentsNotClosed {
                number: (*number).into(),
                state: words::round_state_word(*state).into(),
            },
            Refusal::TooFew { number } => Phrase::RefusalCommentsTooFew { number: (*number).into() },
            Refusal::NoComment { number, code, is_masked } => {
                let (number, code) = ((*number).into(), code.as_str().into());
                if *is_masked {
                    Phrase::RefusalNoUnmaskedComment { number, code }
                } else {
                    Phrase::RefusalNoMaskedComment { number, code }
                }
            }
        }
    }

    /// Whether what was asked for is not there.
    pub(crate) fn is_absence(&self) -> bool {
        matches!(self, Refusal::NoRound { .. } | Refusal::NoComment { .. })
    }
}

async fn find(service: &Service, agreement: AgreementId, number: u32) -> Result<Round, AppError> {
    let found = service
        .store
        .read("find the round", move |connection| round::find_by_number(connection, agreement, number))
        .await?;
    match found {
        Some(round) if round.state.has_figures() => Ok(round),
        Some(round) => Err(Refusal::NotClosed { number, state: round.state }.into()),
        None => Err(Refusal::NoRound { number }.into()),
    }
}

/// An open answer as whoever screens it reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToScreen {
    /// What commands call it.
    pub code: String,
    /// What it answers.
    pub question: Option<Text>,
    /// What was written.
    pub text: String,
    /// Whether it is taken off every page.
    pub is_masked: bool,
}

/// An open answer as the guard sees it.
pub fn written(comment: &Comment) -> Written<'_> {
    Written { person: comment.sheet, partner: &comment.partner, text: &comment.text }
}

/// What each of a round's open answers belongs to, in the order of the survey: examples are pooled, whatever statement
/// they were given under (rule R11).
pub fn by_question(survey: &Survey, comments: Vec<Comment>) -> Vec<(Text, Vec<Comment>)> {
    let names = std::iter::once(COMMENT)
        .chain(survey.open_questions.iter().map(|question| question.id.as_str()))
        .chain([EXAMPLE]);
    let mut rest = comments;
    let mut sorted = Vec::new();
    for name in names {
        let is_of = |comment: &Comment| match name {
            EXAMPLE => comment.question.starts_with(EXAMPLE),
            name => comment.question == name,
        };
        let (own, others): (Vec<Comment>, Vec<Comment>) = rest.into_iter().partition(is_of);
        rest = others;
        if let (false, Some(text)) = (own.is_empty(), survey.find_question(name)) {
            sorted.push((text.clone(), own));
        }
    }
    sorted
}

/// The open answers of a closed round that may be shown, for whoever screens them. Nothing says whose they are.
///
/// Errors: a refusal where too few people wrote one to show any (rule R10): then nobody needs to read them.
pub async fn list(service: &Service, agreement: AgreementId, number: u32) -> Result<Vec<ToScreen>, AppError> {
    let found = find(service, agreement, number).await?;
    let (round, version, threshold) = (found.id, found.survey_version, found.confidentiality.threshold);
    let (comments, asked) = service
        .store
        .read("list comments", move |connection| {
            Ok((comment::list(connection, round)?, survey::get(connection, version)?.survey))
        })
        .await?;
    let mut shown = Vec::new();
    for (question, comments) in by_question(&asked, comments) {
        let given: Vec<Written<'_>> = comments.iter().map(written).collect();
        let mut rng = ChaCha8Rng::seed_from_u64(0);
        if guard_comments(&given, threshold, &mut rng).get().is_some() {
            shown.extend(comments.into_iter().map(|comment| ToScreen {
                code: comment.code,
                question: Some(question.clone()),
                text: comment.text,
                is_masked: comment.is_masked,
            }));
        }
    }
    if shown.is_empty() {
        return Err(Refusal::TooFew { number }.into());
    }
    Ok(shown)
}

/// Masks a comment, or takes the mask off; logged with who and why.
pub async fn mask(
    service: &Service,
    agreement: AgreementId,
    number: u32,
    code: String,
    masking: Masking,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let round = find(service, agreement, number).await?.id;
    let (wanted, is_masked) = (code.clone(), masking.is_masked);
    let done = service
        .store
        .write("mask a comment", move |connection| {
            let done = comment::mask(connection, round, &wanted, &masking, now)?;
            if done {
                let what = if is_masked { Act::CommentMasked } else { Act::CommentUnmasked };
                audit::note(connection, agreement, Who::Command, what, &format!("round {number}"), now)?;
            }
            Ok(done)
        })
        .await?;
    if done {
        return Ok(());
    }
    Err(Refusal::NoComment { number, code, is_masked }.into())
}
