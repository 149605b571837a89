//! Passing a seat on to a colleague: who may get it without a word, and what a file that is older does not undo.

use super::agreement::{Agreement, Change};

/// Hand-overs of one seat that may be asked for in a day. Source: product decision (rate limit).
pub const MAX_HAND_OVERS_A_DAY: usize = 3;

/// Where a hand-over stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandOverState {
    /// For a facilitator's word.
    Waiting,
    /// The seat passed on.
    Done,
    /// A facilitator said no.
    Refused,
    /// Another one was asked for after it.
    Replaced,
}

impl HandOverState {
    /// The name in the database.
    pub fn code(self) -> &'static str {
        match self {
            HandOverState::Waiting => "waiting",
            HandOverState::Done => "done",
            HandOverState::Refused => "refused",
            HandOverState::Replaced => "replaced",
        }
    }

    /// The state of a name, or `None`.
    pub fn find(code: &str) -> Option<HandOverState> {
        [HandOverState::Waiting, HandOverState::Done, HandOverState::Refused, HandOverState::Replaced]
            .into_iter()
            .find(|state| state.code() == code)
    }
}

fn domain_of(mail: &str) -> &str {
    mail.rsplit_once('@').map_or("", |(_, domain)| domain)
}

/// Whether an address is the partner's own: its mail domain is used by people of this partner and of no other. A
/// domain that several partners use (a public provider's) says nothing.
///
/// Shape: `mail` in lower case, as addresses of people are. A partner without people owns no domain.
pub fn is_own_address(agreement: &Agreement, partner: &str, mail: &str) -> bool {
    let uses = |of_partner: bool| {
        agreement.people.iter().any(|person| {
            domain_of(&person.mail) == domain_of(mail)
                && person.partner.as_deref().is_some_and(|id| (id == partner) == of_partner)
        })
    };
    uses(true) && !uses(false)
}

/// A seat that passed on by its occupant's own word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOn {
    /// The seat.
    pub seat: String,
    /// Address of who sat in it.
    pub from: String,
    /// Address of who sits in it.
    pub to: String,
}

/// A file with the seats as people passed them on: whoever the file still has in such a seat stays replaced, and the
/// import says so. Passed on more than once gives the last.
pub fn follow(file: &Agreement, stored: &Agreement, passed_on: &[PassedOn]) -> (Agreement, Vec<Change>) {
    let (mut followed, mut said) = (file.clone(), Vec::new());
    for hand_over in passed_on {
        if followed.people.iter().any(|person| person.mail == hand_over.to) {
            continue;
        }
        let Some(now) = stored.people.iter().find(|person| person.mail == hand_over.to) else { continue };
        let holds = |person: &&mut super::agreement::Person| {
            person.mail == hand_over.from && person.seat.as_deref() == Some(&hand_over.seat)
        };
        let Some(before) = followed.people.iter_mut().find(holds) else { continue };
        if before.facilitator || before.steering || before.contact {
            // What else the file gives them, they keep.
            before.seat = None;
            followed.people.push(now.clone());
        } else {
            *before = now.clone();
        }
        said.push(Change::Kept {
            kind: "seat",
            id: hand_over.seat.clone(),
            how_to_end: "its occupant passed it on; write the colleague in the file",
        });
    }
    (followed, said)
}
