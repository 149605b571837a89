//! Passing a seat on to a colleague: who may get it without a word, and what a file that is older does not undo.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::agreement::{Agreement, Change, KeptBecause, Person, Thing};
use super::code::coded;

/// Hand-overs of one seat that may be asked for in a day. Source: product decision (rate limit).
pub const MAX_HAND_OVERS_A_DAY: usize = 3;

/// Where a hand-over stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum HandOverState {
    /// For a facilitator's word.
    Waiting,
    /// The seat passed on.
    Done,
    /// And a file knows it.
    Followed,
    /// A facilitator said no.
    Refused,
    /// Another one was asked for after it.
    Replaced,
}

coded!(HandOverState);

fn domain_of(mail: &str) -> &str {
    mail.rsplit_once('@').map_or("", |(_, domain)| domain)
}

/// Mail domains of which having an address says nothing about an organisation. Source: the providers that Dutch mailing
/// lists know best; one that is missing here counts as an organisation's only while a single partner uses it.
const PUBLIC_DOMAINS: [&str; 18] = [
    "casema.nl",
    "chello.nl",
    "gmail.com",
    "hetnet.nl",
    "home.nl",
    "hotmail.com",
    "hotmail.nl",
    "icloud.com",
    "kpnmail.nl",
    "live.nl",
    "me.com",
    "msn.com",
    "outlook.com",
    "planet.nl",
    "proton.me",
    "xs4all.nl",
    "yahoo.com",
    "ziggo.nl",
];

/// Whether an address is the partner's own: its mail domain is used by people of this partner and of no other. A
/// domain that several partners use, or a public provider's, says nothing.
///
/// Shape: `mail` in lower case, as addresses of people are. A partner without people owns no domain.
pub fn is_own_address(agreement: &Agreement, partner: &str, mail: &str) -> bool {
    let uses = |of_partner: bool| {
        agreement.people.iter().any(|person| {
            domain_of(&person.mail) == domain_of(mail)
                && person.partner.as_deref().is_some_and(|id| (id == partner) == of_partner)
        })
    };
    !PUBLIC_DOMAINS.contains(&domain_of(mail)) && uses(true) && !uses(false)
}

/// A seat that passed on by its occupants' own word, since a file last knew who sits in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOn {
    /// The seat.
    pub seat: String,
    /// Keyed digest of the address of somebody who sat in it before.
    pub from: [u8; 16],
}

/// What a file says of seats that passed on by their occupants' word.
#[derive(Debug, Clone)]
pub struct Followed {
    /// The file with the people who sit in those seats now.
    pub file: Agreement,
    /// Seats where the file still has a predecessor.
    pub kept: Vec<Change>,
    /// Seats where the file knows the newcomer: from now on it decides again.
    pub known: Vec<String>,
}

/// Reads a file as people passed their seats on: whoever it still has in such a seat stays replaced by who sits there
/// now, however often the seat passed on.
///
/// Shape: `digest` is the keyed digest of an address, as in [`PassedOn`].
pub fn follow(
    file: &Agreement,
    stored: &Agreement,
    passed_on: &[PassedOn],
    digest: &dyn Fn(&str) -> [u8; 16],
) -> Followed {
    let mut followed = Followed { file: file.clone(), kept: Vec::new(), known: Vec::new() };
    let mut seats: Vec<&str> = passed_on.iter().map(|hand_over| hand_over.seat.as_str()).collect();
    seats.sort_unstable();
    seats.dedup();
    for seat in seats {
        let sits = |person: &&Person| person.seat.as_deref() == Some(seat);
        let Some(now) = stored.people.iter().find(sits) else { continue };
        let Some(place) = followed.file.people.iter().position(|person| sits(&person)) else { continue };
        if followed.file.people[place].mail == now.mail {
            followed.known.push(seat.to_owned());
            continue;
        }
        let before = digest(&followed.file.people[place].mail);
        if !passed_on.iter().any(|hand_over| hand_over.seat == seat && hand_over.from == before) {
            continue;
        }
        let leaver = &mut followed.file.people[place];
        if leaver.facilitator || leaver.steering || leaver.contact {
            // What else the file gives them, they keep.
            leaver.seat = None;
        } else {
            followed.file.people.remove(place);
        }
        match followed.file.people.iter_mut().find(|person| person.mail == now.mail) {
            Some(known) => *known = now.clone(),
            None => followed.file.people.push(now.clone()),
        }
        followed.kept.push(Change::Kept {
            kind: Thing::Seat,
            id: seat.to_owned(),
            how_to_end: KeptBecause::PassedOn,
        });
    }
    followed
}
