//! Rule R10: comments of the whole agreement only, from enough people, shuffled, without date or organisation. Masking is
//! a facilitator's, and comes before.

use std::collections::BTreeSet;

use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use super::{Disclosed, MIN_PARTNERS};

/// What somebody wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written<'a> {
    /// Who, as far as people need to be counted.
    pub person: [u8; 16],
    /// Their partner.
    pub partner: &'a str,
    /// What they wrote.
    pub text: &'a str,
}

/// The comments that may be shown; nothing when fewer than `threshold` people, or people of fewer than three partners,
/// gave one. Somebody who gave several counts once.
///
/// Order: shuffled by the generator, so that it says nothing about who.
pub fn guard_comments(
    comments: &[Written<'_>],
    threshold: u32,
    rng: &mut ChaCha8Rng,
) -> Disclosed<Vec<String>> {
    let given: Vec<&Written<'_>> = comments.iter().filter(|one| !one.text.trim().is_empty()).collect();
    let partners: BTreeSet<&str> = given.iter().map(|one| one.partner).collect();
    let people: BTreeSet<[u8; 16]> = given.iter().map(|one| one.person).collect();
    let is_enough = people.len() >= threshold as usize && partners.len() >= MIN_PARTNERS;
    Disclosed(is_enough.then(|| {
        let mut texts: Vec<String> = given.into_iter().map(|one| one.text.trim().to_owned()).collect();
        // Sorted first: the order in which they lie in the store is no part of the shuffle.
        texts.sort_unstable();
        texts.shuffle(rng);
        texts
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::rand_core::SeedableRng;

    /// What is shown of (person, partner, text).
    fn shown(comments: &[(u8, &'static str, &'static str)]) -> Option<Vec<String>> {
        let written = |(person, partner, text): &(u8, &'static str, &'static str)| Written {
            person: [*person; 16],
            partner,
            text,
        };
        let comments: Vec<Written<'_>> = comments.iter().map(written).collect();
        guard_comments(&comments, 3, &mut ChaCha8Rng::seed_from_u64(1)).get().cloned()
    }

    #[test]
    fn comments_need_enough_people_of_three_partners_and_lose_their_order() {
        assert_eq!(shown(&[(1, "P", "a"), (2, "Q", "b"), (3, "R", " ")]), None);
        assert_eq!(shown(&[(1, "P", "a"), (2, "P", "b"), (3, "Q", "c")]), None);
        let there =
            shown(&[(1, "P", "a"), (2, "Q", "b"), (3, "R", "c"), (4, "R", "d")]).expect("four of three");
        let again = shown(&[(4, "R", "d"), (3, "R", "c"), (2, "Q", "b"), (1, "P", "a")]);
        assert_eq!(Some(&there), again.as_ref());
        assert_eq!(there.len(), 4);
    }
    #[test]
    fn somebody_who_wrote_much_is_one_of_the_people_who_wrote() {
        let three = [(1, "P", "a"), (1, "P", "b"), (2, "Q", "c"), (2, "R", "d")];
        assert_eq!(shown(&three), None);
    }
}
