//! What a person asks for in their own name, apart from any answer: a conversation, a visit, a proposal.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::code::coded;
use super::ids::PartnerId;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum RequestKind {
    /// To talk: with a facilitator, or with a partner.
    Talk,
    /// "Come and look in our kitchen."
    VisitUs,
    /// "We would like to visit you."
    VisitThem,
    /// A new initiative, seen from the resident.
    Proposal,
}

coded!(RequestKind);

impl RequestKind {
    /// Whether people go to each other's place.
    pub fn is_visit(self) -> bool {
        match self {
            RequestKind::VisitUs | RequestKind::VisitThem => true,
            RequestKind::Talk | RequestKind::Proposal => false,
        }
    }
}

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum RequestState {
    /// Somebody is to do something with it.
    Open,
    /// A visit that found its other side.
    Matched,
    /// A facilitator is done with it.
    Done,
}

coded!(RequestState);

/// A wish to visit, as far as matching goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VisitWish {
    /// Which way.
    pub kind: RequestKind,
    /// Whose wish.
    pub from: PartnerId,
    /// With whom; an invitation may be to anyone.
    pub with: Option<PartnerId>,
}

impl VisitWish {
    fn reaches(&self, other: &VisitWish) -> bool {
        match self.with {
            Some(partner) => partner == other.from,
            None => self.kind == RequestKind::VisitUs,
        }
    }

    /// Whether two wishes find each other: each is about the other's partner, and at least one of them by name.
    /// Source: product decision; two open doors and nobody who wants to come through is no visit.
    pub fn finds(&self, other: &VisitWish) -> bool {
        self.kind.is_visit()
            && other.kind.is_visit()
            && self.from != other.from
            && self.reaches(other)
            && other.reaches(self)
            && (self.with.is_some() || other.with.is_some())
    }
}

/// Longest text of a request. Source: as for the open answer (experience rule A9), with room for a proposal.
pub const MAX_REQUEST_CHARACTERS: usize = 1000;
/// Requests that one person may make in a day; more is no longer a request but a nuisance. Source: product decision.
pub const MAX_REQUESTS_A_DAY: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;

    const P: PartnerId = PartnerId(1);
    const Q: PartnerId = PartnerId(2);
    const R: PartnerId = PartnerId(3);

    fn visit(kind: RequestKind, from: PartnerId, with: Option<PartnerId>) -> VisitWish {
        VisitWish { kind, from, with }
    }

    fn check(a: VisitWish, b: VisitWish, expected: bool) {
        assert_eq!(a.finds(&b), expected, "{a:?} {b:?}");
        assert_eq!(b.finds(&a), expected, "{b:?} {a:?}");
    }

    #[test]
    fn wishes_find_each_other_when_each_is_about_the_other() {
        use RequestKind::{Talk, VisitThem, VisitUs};
        check(visit(VisitThem, P, Some(Q)), visit(VisitUs, Q, None), true);
        check(visit(VisitThem, P, Some(Q)), visit(VisitUs, Q, Some(P)), true);
        check(visit(VisitThem, P, Some(Q)), visit(VisitUs, Q, Some(R)), false);
        check(visit(VisitThem, P, Some(Q)), visit(VisitThem, Q, Some(P)), true);
        check(visit(VisitUs, P, Some(Q)), visit(VisitUs, Q, Some(P)), true);
        check(visit(VisitUs, P, None), visit(VisitUs, Q, None), false);
        check(visit(VisitThem, P, Some(R)), visit(VisitUs, Q, None), false);
        check(visit(VisitThem, P, Some(P)), visit(VisitUs, P, None), false);
        check(visit(VisitThem, P, None), visit(VisitUs, Q, None), false);
        check(visit(Talk, P, Some(Q)), visit(VisitUs, Q, None), false);
    }
}
