//! Somebody is not the right person and passes the seat on. To a colleague at the partner's own mail domain at once; to
//! anybody else after a facilitator's word.

use chrono::{DateTime, Duration, Utc};
use rusqlite::Connection;

use crate::app::messages::queue_message::{queue_about, queue_to_facilitators};
use crate::app::people::pass_seat::pass_on;
use crate::app::{AppError, Service};
use crate::domain::agreement::{Agreement, Person};
use crate::domain::audit::Act;
use crate::domain::hand_over::{HandOverState, MAX_HAND_OVERS_A_DAY, is_own_address};
use crate::domain::ids::SeatId;
use crate::domain::key::{Key, Token};
use crate::domain::language::Language;
use crate::domain::message::{About, MessageKind};
use crate::store::audit::{self, Who};
use crate::store::hand_over::{HandOver, NewHandOver};
use crate::store::invitation::Holder;
use crate::store::{agreement, hand_over, invitation, outbox, request};

/// To whom a seat is to pass.
#[derive(Debug, Clone)]
pub struct Colleague {
    /// The colleague's name.
    pub name: String,
    /// The colleague's address, in lower case.
    pub mail: String,
    /// The colleague's language.
    pub language: Language,
    /// Whoever passes the seat on was told that answers already given are discarded.
    pub knows_of_sheet: bool,
}

/// What became of the wish to pass a seat on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The seat passed on.
    Done,
    /// A facilitator is asked first.
    Waiting,
    /// No such link, or its holder has no seat.
    NotFound,
    /// It is the holder's own address.
    OwnAddress,
    /// The colleague has a seat already.
    AlreadyThere,
    /// Answers were given that would be discarded, and nobody said so yet.
    SheetGiven,
    /// Too often in a day.
    TooMany,
}

/// Whether the holder of a seat answered in a round that is open.
fn has_given(connection: &Connection, seat: SeatId) -> rusqlite::Result<bool> {
    for open in invitation::list_open_of_seat(connection, seat)? {
        if invitation::is_answered(connection, open.invitation)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What a page about passing a seat on needs to know.
#[derive(Debug, Clone)]
pub struct Seat {
    /// The agreement.
    pub agreement: Agreement,
    /// The holder's language.
    pub language: Language,
    /// Whether answers would be discarded.
    pub has_given: bool,
}

/// The seat of a personal link; `None` for an unknown link, and for people without a seat.
pub async fn find(service: &Service, token: &Token) -> Result<Option<Seat>, AppError> {
    let digest = token.digest();
    let found = service
        .store
        .read("find the seat", move |connection| {
            let Some(holder) = invitation::find_holder(connection, &digest)? else { return Ok(None) };
            let Some(seat) = holder.seat else { return Ok(None) };
            Ok(Some(Seat {
                agreement: agreement::get(connection, holder.agreement)?,
                language: holder.language,
                has_given: has_given(connection, seat)?,
            }))
        })
        .await?;
    Ok(found)
}

/// Passes the seat of a personal link on, or asks a facilitator to.
pub async fn ask(
    service: &Service,
    token: &Token,
    colleague: Colleague,
    now: DateTime<Utc>,
) -> Result<Asked, AppError> {
    let (digest, key) = (token.digest(), service.key.clone());
    let asked = service
        .store
        .write("pass a seat on", move |connection| {
            let Some(holder) = invitation::find_holder(connection, &digest)? else {
                return Ok(Asked::NotFound);
            };
            let Some(seat) = holder.seat else { return Ok(Asked::NotFound) };
            let agreement = agreement::get(connection, holder.agreement)?;
            if let Some(refusal) = find_refusal(connection, &agreement, &holder, seat, &colleague, now)? {
                return Ok(refusal);
            }
            let new = NewHandOver {
                agreement: holder.agreement,
                seat,
                from: holder.person,
                from_mail: &holder.mail,
                name: &colleague.name,
                mail: &colleague.mail,
                language: colleague.language,
            };
            let id = hand_over::insert(connection, &key, &new, now)?;
            let holds = |person: &&Person| person.mail == holder.mail;
            let partner = agreement.people.iter().find(holds).and_then(|person| person.partner.clone());
            if partner.is_some_and(|partner| is_own_address(&agreement, &partner, &colleague.mail)) {
                let Some(waiting) = hand_over::find(connection, id)? else { return Ok(Asked::NotFound) };
                pass(connection, &key, &agreement, &waiting, now)?;
                let about = format!("hand-over {id}");
                audit::note(connection, holder.agreement, Who::Link, Act::SeatPassed, &about, now)?;
                return Ok(Asked::Done);
            }
            let (event, about) = (format!("h{id}"), Some(About::HandOver(id)));
            queue_to_facilitators(
                connection,
                MessageKind::SeatToConfirm,
                holder.agreement,
                &event,
                about,
                now,
            )?;
            Ok(Asked::Waiting)
        })
        .await?;
    service.outbox_bell.notify_waiters();
    Ok(asked)
}

fn find_refusal(
    connection: &Connection,
    agreement: &Agreement,
    holder: &Holder,
    seat: SeatId,
    colleague: &Colleague,
    now: DateTime<Utc>,
) -> rusqlite::Result<Option<Asked>> {
    let is_seated = |person: &Person| person.mail == colleague.mail && person.seat.is_some();
    Ok(if colleague.mail == holder.mail {
        Some(Asked::OwnAddress)
    } else if agreement.people.iter().any(is_seated) {
        Some(Asked::AlreadyThere)
    } else if hand_over::count_since(connection, seat, now - Duration::days(1))? >= MAX_HAND_OVERS_A_DAY {
        Some(Asked::TooMany)
    } else if !colleague.knows_of_sheet && has_given(connection, seat)? {
        Some(Asked::SheetGiven)
    } else {
        None
    })
}

/// Carries a waiting hand-over out; whether its seat was still the predecessor's.
fn pass(
    connection: &Connection,
    key: &Key,
    agreement: &Agreement,
    waiting: &HandOver,
    now: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    let (_, from_mail, _) = outbox::address(connection, waiting.from)?;
    // Much may have happened since it was asked for: the seat went elsewhere, or the colleague got one.
    let seat = agreement::seat_slug(connection, waiting.seat)?;
    let sits = |person: &&Person| person.mail == from_mail && person.seat.as_ref() == Some(&seat);
    let Some(before) = agreement.people.iter().find(sits) else { return Ok(false) };
    let known = agreement.people.iter().find(|person| person.mail == waiting.mail);
    if known.is_some_and(|known| known.seat.is_some()) {
        return Ok(false);
    }
    let after = Person {
        partner: before.partner.clone(),
        role: before.role,
        seat: before.seat.clone(),
        ..known.cloned().unwrap_or(Person {
            name: waiting.name.clone(),
            mail: waiting.mail.clone(),
            phone: None,
            language: waiting.language,
            partner: None,
            role: None,
            seat: None,
            facilitator: false,
            steering: false,
            chair: false,
            contact: false,
        })
    };
    let partners = agreement::partner_ids(connection, waiting.agreement)?;
    agreement::put_person(connection, waiting.agreement, &partners, &after, key)?;
    let to = agreement::find_person(connection, waiting.agreement, &waiting.mail)?;
    hand_over::settle(connection, waiting.id, HandOverState::Done, to, now)?;
    request::finish_without_part(connection, waiting.from)?;
    let passed = pass_on(connection, key, waiting.agreement, waiting.seat, now)?;
    let (event, about) = (format!("h{}", waiting.id), Some(About::HandOver(waiting.id)));
    queue_about(connection, MessageKind::SeatPassedOn, waiting.agreement, waiting.from, &event, about, now)?;
    if let Some(to) = to
        && passed.n_invited == 0
    {
        queue_about(connection, MessageKind::SeatReceived, waiting.agreement, to, &event, about, now)?;
    }
    queue_to_facilitators(connection, MessageKind::SeatTold, waiting.agreement, &event, about, now)?;
    Ok(true)
}

/// What a facilitator's page about a hand-over shows.
#[derive(Debug, Clone)]
pub struct ToConfirm {
    /// The agreement.
    pub agreement: Agreement,
    /// Who passes the seat on.
    pub from: String,
    /// The colleague's name.
    pub name: String,
    /// The colleague's address.
    pub mail: String,
    /// Where it stands.
    pub state: HandOverState,
}

/// The hand-over of a facilitator's link, or `None`.
pub async fn find_to_confirm(service: &Service, token: &Token) -> Result<Option<ToConfirm>, AppError> {
    let digest = token.digest();
    let found = service
        .store
        .read("find the hand-over", move |connection| {
            let Some(found) = hand_over::find_by_link(connection, &digest)? else { return Ok(None) };
            Ok(Some(ToConfirm {
                agreement: agreement::get(connection, found.agreement)?,
                from: outbox::address(connection, found.from)?.0,
                name: found.name,
                mail: found.mail,
                state: found.state,
            }))
        })
        .await?;
    Ok(found)
}

/// A facilitator's word. Gives where the hand-over stands after it; `None` for an unknown link.
pub async fn confirm(
    service: &Service,
    token: &Token,
    may_pass: bool,
    now: DateTime<Utc>,
) -> Result<Option<HandOverState>, AppError> {
    let (digest, key) = (token.digest(), service.key.clone());
    let state = service
        .store
        .write("confirm a hand-over", move |connection| {
            let Some(found) = hand_over::find_by_link(connection, &digest)? else { return Ok(None) };
            if found.state == HandOverState::Waiting {
                let agreement = agreement::get(connection, found.agreement)?;
                // A seat that went elsewhere in the meantime cannot pass on any more.
                let passed = may_pass && pass(connection, &key, &agreement, &found, now)?;
                if !passed {
                    hand_over::settle(connection, found.id, HandOverState::Refused, None, now)?;
                }
                let what = if passed { Act::SeatPassed } else { Act::SeatRefused };
                let about = format!("hand-over {}", found.id);
                audit::note(connection, found.agreement, Who::Link, what, &about, now)?;
            }
            Ok(hand_over::find(connection, found.id)?.map(|settled| settled.state))
        })
        .await?;
    service.outbox_bell.notify_waiters();
    Ok(state)
}
