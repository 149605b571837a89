//! Rule R6: comments of the whole agreement only, from enough people, shuffled, without date or organisation. Masking is
//! a facilitator's, and comes before.

use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use super::{Disclosed, MIN_PARTNERS};

/// The comments that may be shown; nothing when fewer than `threshold` people, or people of fewer than three partners,
/// gave one.
///
/// Shape: (partner, comment) per person. Order: shuffled by the generator, so that it says nothing about who.
pub fn guard_comments(
    comments: &[(String, String)],
    threshold: u32,
    rng: &mut ChaCha8Rng,
) -> Disclosed<Vec<String>> {
    let given: Vec<&(String, String)> = comments.iter().filter(|(_, text)| !text.trim().is_empty()).collect();
    let mut partners: Vec<&str> = given.iter().map(|(partner, _)| partner.as_str()).collect();
    partners.sort_unstable();
    partners.dedup();
    let is_enough = given.len() >= threshold as usize && partners.len() >= MIN_PARTNERS;
    Disclosed(is_enough.then(|| {
        let mut texts: Vec<String> = given.into_iter().map(|(_, text)| text.trim().to_owned()).collect();
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

    fn shown(comments: &[(&str, &str)]) -> Option<Vec<String>> {
        let comments: Vec<(String, String)> =
            comments.iter().map(|(p, c)| ((*p).to_owned(), (*c).to_owned())).collect();
        guard_comments(&comments, 3, &mut ChaCha8Rng::seed_from_u64(1)).get().cloned()
    }

    #[test]
    fn comments_need_enough_people_of_three_partners_and_lose_their_order() {
        assert_eq!(shown(&[("P", "a"), ("Q", "b"), ("R", " ")]), None);
        assert_eq!(shown(&[("P", "a"), ("P", "b"), ("Q", "c")]), None);
        let there = shown(&[("P", "a"), ("Q", "b"), ("R", "c"), ("R", "d")]).expect("four of three");
        assert_eq!(Some(&there), shown(&[("R", "d"), ("R", "c"), ("Q", "b"), ("P", "a")]).as_ref());
        assert_eq!(there.len(), 4);
    }
}
