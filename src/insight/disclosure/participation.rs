//! Rule R7: how many of a partner's people answered, for facilitators only and never of fewer than three invited.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Disclosed;
use super::complement::hidden_partners;

/// Fewest invited people behind a partner's participation. Source: privacy rule R7.
pub const MIN_INVITED: usize = 3;

/// One partner's participation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerParticipation {
    /// Its short name.
    pub partner: String,
    /// Answered and invited; nothing below three invited, nor where the total would give such a partner away.
    pub counts: Disclosed<(usize, usize)>,
}

/// Participation per partner. The total is public, so small partners are hidden together with others, as means are.
///
/// Shape: (answered, invited) by partner. Empty: empty.
pub fn guard_participation(partners: &BTreeMap<String, (usize, usize)>) -> Vec<PartnerParticipation> {
    let invited: Vec<usize> = partners.values().map(|(_, invited)| *invited).collect();
    let hidden = hidden_partners(&invited, MIN_INVITED);
    partners
        .iter()
        .zip(hidden)
        .map(|((partner, counts), is_hidden)| PartnerParticipation {
            partner: partner.clone(),
            counts: Disclosed((!is_hidden).then_some(*counts)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_partner_is_hidden_together_with_others() {
        let partners = [("A", (1, 2)), ("B", (2, 4)), ("C", (5, 6)), ("D", (3, 8))];
        let partners = partners.map(|(name, counts)| (name.to_owned(), counts)).into();
        let shown: Vec<bool> =
            guard_participation(&partners).iter().map(|partner| partner.counts.get().is_some()).collect();
        assert_eq!(shown, [false, false, false, true]);
    }
}
