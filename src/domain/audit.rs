//! The audit log's entries and the chain that holds them: each carries the digest of the one before, so that nothing
//! can be changed or taken out unseen. Entries hold no answers, no tokens, no addresses.

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What was done, as it is logged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Seconds since 1970 (UTC).
    pub at: i64,
    /// Who: `account 3`, `command`, `service`.
    pub who: String,
    /// Short name of the agreement; empty for the installation.
    pub agreement: String,
    /// What: `adjustment.decided`.
    pub what: String,
    /// To which: `adjustment 4`.
    pub about: String,
    /// What a reader needs besides: `in-force 2026-11-10`.
    pub detail: String,
}

/// The digest before the first entry.
pub const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

impl Entry {
    /// The digest of this entry behind another, in hexadecimal.
    ///
    /// Shape: SHA-256 over the previous digest and every field, each with its length, so that no two entries read alike.
    pub fn digest(&self, previous: &str) -> String {
        let mut hash = Sha256::new();
        let at = self.at.to_string();
        for part in [previous, &at, &self.who, &self.agreement, &self.what, &self.about, &self.detail] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        HEXLOWER.encode(&hash.finalize())
    }
}

/// The first place where a chain is broken, counted from 0; `None` when it holds.
///
/// Shape: entries in order with the digest that was stored with each; `previous` is the digest before the first.
pub fn find_break<'e>(
    previous: &str,
    entries: impl IntoIterator<Item = (&'e Entry, &'e str)>,
) -> Option<usize> {
    let mut previous = previous.to_owned();
    for (place, (entry, stored)) in entries.into_iter().enumerate() {
        previous = entry.digest(&previous);
        if previous != stored {
            return Some(place);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(n: i64) -> Vec<(Entry, String)> {
        let mut previous = START.to_owned();
        (0..n)
            .map(|at| {
                let text = |word: &str| format!("{word} {at}");
                let entry = Entry {
                    at,
                    who: text("account"),
                    agreement: "city".into(),
                    what: text("did"),
                    about: text("it"),
                    detail: String::new(),
                };
                previous = entry.digest(&previous);
                (entry, previous.clone())
            })
            .collect()
    }

    fn check(chain: &[(Entry, String)]) -> Option<usize> {
        find_break(START, chain.iter().map(|(entry, digest)| (entry, digest.as_str())))
    }

    #[test]
    fn a_chain_holds_until_something_is_changed_moved_or_taken_out() {
        let good = chain(5);
        assert_eq!(check(&good), None);
        let mut changed = good.clone();
        changed[2].0.detail = "else".into();
        assert_eq!(check(&changed), Some(2));
        let mut shorter = good.clone();
        shorter.remove(1);
        assert_eq!(check(&shorter), Some(1));
        let mut moved = good.clone();
        moved.swap(3, 4);
        assert_eq!(check(&moved), Some(3));
        let mut shifted = good;
        shifted[0].0.what = "did 0i".into();
        shifted[0].0.about = "t 0".into();
        assert_eq!(check(&shifted), Some(0), "fields do not run into each other");
    }
}
