//! Randomness from the system: the one place that has any.

use crate::app::AppError;
use crate::delivery::SetupError;

/// Random bytes.
///
/// Errors: a system without randomness cannot make secrets, and says so.
pub fn random<const N: usize>() -> Result<[u8; N], AppError> {
    let mut bytes = [0; N];
    fill(&mut bytes)?;
    Ok(bytes)
}

/// Fills bytes.
///
/// Errors: as [`random`].
#[expect(clippy::disallowed_methods, reason = "randomness comes in here and nowhere else")]
pub fn fill(bytes: &mut [u8]) -> Result<(), AppError> {
    getrandom::fill(bytes).map_err(|error| AppError::Setup(SetupError(format!("no randomness: {error}"))))
}
