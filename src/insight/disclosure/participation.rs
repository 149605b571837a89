//! Rule R7: how many of a partner's people answered, for facilitators and the partner's own contact: a number only where
//! it says of nobody whether they did.

use std::collections::BTreeMap;

use super::complement::hidden_partners;

/// Fewest invited people behind a partner's participation. Source: privacy rule R7.
pub const MIN_INVITED: usize = 4;
/// Fewest people that answered, and that did not, behind a number. Source: the same.
const MIN_EACH: usize = 2;

/// What may be told of one partner's participation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// So many answered, of so many invited.
    Count(usize, usize),
    /// At most one answered, of so many invited.
    AtMostOne(usize),
    /// All answered, or all but one, of so many invited.
    AllButOne(usize),
    /// Too few people were invited.
    TooFew,
}

impl Told {
    fn of(answered: usize, invited: usize) -> Told {
        if answered < MIN_EACH {
            Told::AtMostOne(invited)
        } else if answered + MIN_EACH > invited {
            Told::AllButOne(invited)
        } else {
            Told::Count(answered, invited)
        }
    }
}

/// Participation per partner. The total is public, so small partners are hidden together with others, as means are.
///
/// Shape: (answered, invited) by partner, and what may be told by partner. Empty: empty.
pub fn guard_participation(partners: &BTreeMap<String, (usize, usize)>) -> BTreeMap<String, Told> {
    let invited: Vec<usize> = partners.values().map(|(_, invited)| *invited).collect();
    let hidden = hidden_partners(&invited, MIN_INVITED);
    let told = partners.iter().zip(hidden).map(|((partner, (answered, invited)), is_hidden)| {
        (partner.clone(), if is_hidden { Told::TooFew } else { Told::of(*answered, *invited) })
    });
    told.collect()
}

/// Of the partners that are too small to be told of by name: how many were silent in two rounds on end. A partner may be
/// one person, so the same holds for partners here as for people there.
///
/// Shape: (answered, invited) by partner in one round; (partner, invited, answered) in the one before.
/// Empty: [`Told::TooFew`], as below [`MIN_INVITED`] such partners.
pub fn guard_silence(now: &BTreeMap<String, (usize, usize)>, before: &[(String, usize, usize)]) -> Told {
    let (mut n_small, mut n_silent) = (0, 0);
    for (partner, invited, answered) in before {
        let Some((answered_now, invited_now)) = now.get(partner) else { continue };
        if (*invited).max(*invited_now) < MIN_INVITED {
            n_small += 1;
            n_silent += usize::from(*answered == 0 && *answered_now == 0);
        }
    }
    if n_small < MIN_INVITED { Told::TooFew } else { Told::of(n_silent, n_small) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_partner_is_hidden_together_with_others() {
        let partners = [("A", (1, 2)), ("B", (2, 4)), ("C", (5, 6)), ("D", (3, 8))];
        let partners = partners.map(|(name, counts)| (name.to_owned(), counts)).into();
        let told: Vec<Told> = guard_participation(&partners).into_values().collect();
        assert_eq!(told, [Told::TooFew, Told::TooFew, Told::TooFew, Told::Count(3, 8)]);
    }

    #[test]
    fn silent_small_partners_are_counted_where_that_names_none_of_them() {
        let now = |answered: [usize; 5]| {
            answered
                .into_iter()
                .enumerate()
                .map(|(at, n)| (format!("P{at}"), (n, 2)))
                .collect::<BTreeMap<_, _>>()
        };
        let before: Vec<(String, usize, usize)> = (0..5).map(|at| (format!("P{at}"), 2, 0)).collect();
        assert_eq!(guard_silence(&now([0, 0, 1, 2, 0]), &before), Told::Count(3, 5));
        assert_eq!(guard_silence(&now([0, 1, 1, 2, 1]), &before), Told::AtMostOne(5));
        assert_eq!(guard_silence(&now([0; 5]), &before), Told::AllButOne(5));
        assert_eq!(guard_silence(&now([0; 5]), &before[..3]), Told::TooFew, "three small partners");
    }

    #[test]
    fn no_number_says_that_somebody_did_or_did_not_answer() {
        for invited in MIN_INVITED..12 {
            for answered in 0..=invited {
                let expected = match (answered, invited - answered) {
                    (0 | 1, _) => Told::AtMostOne(invited),
                    (_, 0 | 1) => Told::AllButOne(invited),
                    _ => Told::Count(answered, invited),
                };
                assert_eq!(Told::of(answered, invited), expected);
            }
        }
    }
}
