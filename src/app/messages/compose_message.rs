//! What a queued message says, put together from the store at the moment it leaves: links are never stored.

use crate::words::Word;
use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::app::local_day;
use crate::app::messages::queue_message::message_name;
use crate::app::messages::tell_digest;
use crate::config::Config;
use crate::delivery::chat_hook::Notice;
use crate::delivery::compose::account::AccountLetter;
use crate::delivery::compose::people::{self, HandedOver, Requested};
use crate::delivery::compose::{self, Addressing, Asking, Letterhead};
use crate::delivery::mail::{Mail, Party};
use crate::domain::agreement::Agreement;
use crate::domain::ids::{AccountId, AgreementId, PartnerId, PersonId};
use crate::domain::key::Key;
use crate::domain::language::{Language, Text};
use crate::domain::message::{About, MessageKind};
use crate::report::forms::Form;
use crate::report::wording;
use crate::store::outbox::{Message, Recipient};
use crate::store::request::Request;
use crate::store::{account, agreement, hand_over, invitation, outbox, report, request, round, survey};
use crate::words;

/// What every mail of an agreement shares.
fn letterhead(agreement: &Agreement, key: &Key, config: &Config) -> Letterhead {
    Letterhead {
        title: agreement.title.clone(),
        agreement: agreement.id.clone(),
        from: config.mail.from.clone(),
        reply_to: agreement
            .find_reply_to()
            .map(|person| Party { name: person.name.clone(), address: person.mail.clone() }),
        base_url: config.base_url.clone(),
        fingerprint: key.fingerprint(),
    }
}

/// Composes the mail of a message; `None` when what it is about is gone.
pub fn compose_mail(
    connection: &Connection,
    key: &Key,
    config: &Config,
    message: &Message,
    now: DateTime<Utc>,
) -> rusqlite::Result<Option<Mail>> {
    let mail = match message.recipient {
        Recipient::Person(person) => to_person(connection, key, config, message, person, now)?,
        Recipient::Account(account) => to_account(connection, key, config, message, account, now)?,
        Recipient::Hook(_) => None,
    };
    let return_path = config.mail.bounces.as_ref().map(|bounces| bounces.return_path(key, message.id));
    Ok(mail.map(|mail| Mail { return_path, ..mail }))
}

/// To somebody who signs in.
fn to_account(
    connection: &Connection,
    key: &Key,
    config: &Config,
    message: &Message,
    id: AccountId,
    now: DateTime<Utc>,
) -> rusqlite::Result<Option<Mail>> {
    let account = account::get(connection, id)?;
    let base = &config.base_url;
    let letter = AccountLetter {
        name: message.name.clone(),
        from: config.mail.from.clone(),
        to: account.mail,
        language: account.language,
        fingerprint: key.fingerprint(),
        date: now,
    };
    match (message.kind, message.about) {
        (MessageKind::SignIn, Some(About::SignIn(id))) => {
            let Some(found) = account::find_sign_in(connection, id)? else { return Ok(None) };
            let url = format!("{base}/sign-in/{}", key.sign_in_token(found.id, &found.nonce).reveal());
            let code = key.sign_in_code(found.id, &found.nonce);
            Ok(Some(compose::account::sign_in(letter, &url, &code)))
        }
        (MessageKind::TestMail, _) => Ok(Some(compose::account::test_mail(letter, base))),
        _ => Ok(None),
    }
}

fn to_person(
    connection: &Connection,
    key: &Key,
    config: &Config,
    message: &Message,
    person: PersonId,
    now: DateTime<Utc>,
) -> rusqlite::Result<Option<Mail>> {
    let Some(id) = message.agreement else { return Ok(None) };
    let (name, address, language) = outbox::address(connection, person)?;
    if name.is_empty() {
        return Ok(None);
    }
    let agreement = agreement::get(connection, id)?;
    let base = &config.base_url;
    let letter = Letter {
        head: letterhead(&agreement, key, config),
        envelope: Addressing {
            name: message.name.clone(),
            to: Party { name, address },
            language,
            unsubscribe_url: format!("{base}/u/{}", key.unsubscribe_token(person).reveal()),
            date: now,
        },
        agreement,
    };
    match message.kind {
        MessageKind::Invitation
        | MessageKind::FirstReminder
        | MessageKind::SecondReminder
        | MessageKind::Finish
        | MessageKind::Results => about_round(connection, key, base, message, letter),
        MessageKind::ReportReady => {
            let Some(period) = &message.period else { return Ok(None) };
            let url = report_url(connection, key, base, id, &letter.agreement.id, period)?;
            let number = if let Some(About::Report(number)) = message.about { number } else { 0 };
            let versions = report::list_of(connection, id, period)?;
            let own = versions.iter().find(|one| one.number == number);
            let correction = own.and_then(|one| one.correction.as_ref());
            let pdf = if config.reports.attach_pdf {
                let language = letter.envelope.language;
                let place = report::FilePlace { agreement: id, period, number, language };
                report::find_file(connection, place, Form::Report.code())?
            } else {
                None
            };
            Ok(url.map(|url| {
                let named = wording::named_period(letter.envelope.language, period);
                compose::report_ready(&letter.head, letter.envelope, period, &named, &url, correction, pdf)
            }))
        }
        MessageKind::ReportDrafted => {
            let Some(period) = &message.period else { return Ok(None) };
            let url = format!("{base}/app/{}/report/{period}", letter.agreement.id);
            let named = wording::named_period(letter.envelope.language, period);
            Ok(Some(compose::report_drafted(&letter.head, letter.envelope, &named, &url)))
        }
        MessageKind::ChoiceNoted => {
            let holder = invitation::find_holder(connection, &key.unsubscribe_token(person).digest())?;
            Ok(holder.map(|holder| people::choice_noted(&letter.head, letter.envelope, holder.choice)))
        }
        MessageKind::SeatPassedOn
        | MessageKind::SeatReceived
        | MessageKind::SeatTold
        | MessageKind::SeatToConfirm => about_hand_over(connection, key, base, message, letter),
        MessageKind::RequestNoted | MessageKind::RequestTold | MessageKind::VisitMatched => {
            about_request(connection, message, id, letter)
        }
        MessageKind::DataReady => {
            let Some(About::Data(link)) = message.about else { return Ok(None) };
            let url = format!("{base}/d/{}", key.data_token(link).reveal());
            Ok(Some(people::data_ready(&letter.head, letter.envelope, &url)))
        }
        MessageKind::Digest => {
            let todo = tell_digest::count_stored(connection, id, message.due_at)?;
            let url = format!("{base}/app/{}/signals", letter.agreement.id);
            Ok((!todo.is_empty())
                .then(|| compose::account::digest(&letter.head, letter.envelope, todo, &url)))
        }
        MessageKind::SignIn | MessageKind::TestMail | MessageKind::RoundOpened | MessageKind::RoundClosed => {
            Ok(None)
        }
    }
}

/// A mail's frame.
struct Letter {
    head: Letterhead,
    envelope: Addressing,
    agreement: Agreement,
}

fn about_round(
    connection: &Connection,
    key: &Key,
    base: &str,
    message: &Message,
    letter: Letter,
) -> rusqlite::Result<Option<Mail>> {
    let Letter { head, envelope, agreement } = letter;
    let (Some(round_id), Some(invitation_id)) = (message.round, message.invitation) else { return Ok(None) };
    let round = round::get(connection, round_id)?;
    let invited = invitation::get_open(connection, invitation_id)?;
    let token = key.answer_token(round_id, invited.seat, invited.occupant_version);
    let answer_url = format!("{base}/a/{}", token.reveal());
    if message.kind == MessageKind::Results {
        return Ok(Some(compose::results(&head, envelope, &answer_url, round.outcome.as_ref())));
    }
    let version = survey::get(connection, round.survey_version)?;
    let previous = if round::has_previous(connection, &round)? {
        let did = round::find_outcome_before(connection, round_id)?.map(|outcome| outcome.did);
        Some(did.unwrap_or_else(|| {
            let nothing = |language| words::tr(language, Word::NothingYet);
            Text::new(nothing(Language::Nl), nothing(Language::En))
        }))
    } else {
        None
    };
    let introduced_by = match message.kind {
        MessageKind::Invitation => find_introduction(connection, invited.person, round.plan.opens_at)?,
        _ => None,
    };
    let role = invitation::find_role(connection, invited.person)?;
    let asking = Asking {
        kind: message.kind,
        invitation_name: message_name(
            MessageKind::Invitation,
            round_id,
            invited.seat,
            invited.occupant_version,
        ),
        answer_url,
        n_statements: version.survey.statements_for(round.turn(), role).len(),
        closes_on: local_day(round.plan.closes_at, &agreement.time_zone),
        confidentiality: round.confidentiality,
        previous,
        introduced_by,
    };
    Ok(Some(compose::asking(&head, envelope, &asking)))
}

/// Who passed a seat on to somebody since a round opened: then its invitation is their first word from us.
fn find_introduction(
    connection: &Connection,
    person: PersonId,
    since: DateTime<Utc>,
) -> rusqlite::Result<Option<String>> {
    let Some(found) = hand_over::find_to(connection, person)? else { return Ok(None) };
    if found.settled_at.is_none_or(|at| at < since) {
        return Ok(None);
    }
    Ok(Some(outbox::address(connection, found.from)?.0).filter(|name| !name.is_empty()))
}

fn about_hand_over(
    connection: &Connection,
    key: &Key,
    base: &str,
    message: &Message,
    letter: Letter,
) -> rusqlite::Result<Option<Mail>> {
    let Letter { head, envelope, .. } = letter;
    let Some(About::HandOver(id)) = message.about else { return Ok(None) };
    let Some(found) = hand_over::find(connection, id)?.filter(|found| !found.mail.is_empty()) else {
        return Ok(None);
    };
    let (name, address, _) = outbox::address(connection, found.from)?;
    let about =
        HandedOver { from: Party { name, address }, to: Party { name: found.name, address: found.mail } };
    Ok(Some(match message.kind {
        MessageKind::SeatPassedOn => people::seat_passed_on(&head, envelope, &about),
        MessageKind::SeatReceived => people::seat_received(&head, envelope, &about),
        MessageKind::SeatToConfirm => {
            let url = format!("{base}/h/{}", key.hand_over_token(id).reveal());
            people::seat_to_confirm(&head, envelope, &about, &url)
        }
        _ => people::seat_told(&head, envelope, &about),
    }))
}

fn about_request(
    connection: &Connection,
    message: &Message,
    id: AgreementId,
    letter: Letter,
) -> rusqlite::Result<Option<Mail>> {
    let Letter { head, envelope, agreement } = letter;
    let Some(About::Request(about)) = message.about else { return Ok(None) };
    let Some(own) = request::find(connection, about)? else { return Ok(None) };
    // Who found each other reads about the other.
    let shown = match message.kind {
        MessageKind::VisitMatched => {
            own.matched.map(|id| request::find(connection, id)).transpose()?.flatten()
        }
        _ => Some(own),
    };
    let Some(shown) = shown else { return Ok(None) };
    let about = requested(connection, &agreement, id, &shown, envelope.language)?;
    Ok(Some(match message.kind {
        MessageKind::RequestNoted => people::request_noted(&head, envelope, &about),
        MessageKind::VisitMatched => people::visit_matched(&head, envelope, &about),
        _ => people::request_told(&head, envelope, &about),
    }))
}

/// What a request's mails and signal say, in a language.
pub(in crate::app) fn requested(
    connection: &Connection,
    agreement: &Agreement,
    id: AgreementId,
    shown: &Request,
    language: Language,
) -> rusqlite::Result<Requested> {
    let (name, address, _) = outbox::address(connection, shown.person)?;
    let ids = agreement::partner_ids(connection, id)?;
    let partner_name = |wanted: Option<PartnerId>| {
        let partner = agreement.partners.iter().find(|partner| ids.get(&partner.id).copied() == wanted);
        partner.filter(|_| wanted.is_some()).map(|partner| partner.name.clone())
    };
    let survey = survey::find_in_force(connection, id)?.map(|version| version.survey);
    let theme = shown.theme.as_deref().and_then(|theme| survey.as_ref()?.find_dimension(theme));
    let theme = theme.map(|dimension| dimension.name.get(language));
    Ok(Requested {
        request: words::request(language, shown.kind, theme, partner_name(shown.with).as_deref()),
        text: shown.text.clone(),
        by: Party { name, address },
        partner: partner_name(shown.partner).unwrap_or_else(|| agreement.title.get(language).to_owned()),
    })
}

/// The address of a report with its key; `None` if none was made for the period.
pub fn report_url(
    connection: &rusqlite::Connection,
    key: &Key,
    base_url: &str,
    id: AgreementId,
    slug: &str,
    period: &str,
) -> rusqlite::Result<Option<String>> {
    let generation = report::find_generation(connection, id, period)?;
    Ok(generation.map(|generation| {
        format!("{base_url}/r/{slug}/{period}?key={}", key.report_token(id, period, generation).reveal())
    }))
}

/// Composes the chat notice of a message; `None` when what it is about is gone.
pub fn compose_notice(
    connection: &Connection,
    key: &Key,
    config: &Config,
    message: &Message,
) -> rusqlite::Result<Option<Notice>> {
    let Some(id) = message.agreement else { return Ok(None) };
    let agreement = agreement::get(connection, id)?;
    let head = letterhead(&agreement, key, config);
    let language = agreement.languages.first().copied().unwrap_or_default();
    if let Some(period) = &message.period {
        return Ok(Some(compose::report_notice(language, &head, period)));
    }
    if message.kind == MessageKind::Digest {
        let todo = tell_digest::count_stored(connection, id, message.due_at)?;
        return Ok((!todo.is_empty()).then(|| compose::digest_notice(language, &head, todo)));
    }
    let Some(round_id) = message.round else { return Ok(None) };
    let round = round::get(connection, round_id)?;
    let today = local_day(message.due_at, &agreement.time_zone);
    let (n_invited, n_answered) = invitation::count_answered(connection, round_id, today)?;
    let closes_on = local_day(round.plan.closes_at, &agreement.time_zone);
    let opened = message.kind == MessageKind::RoundOpened;
    let number = round.number.unwrap_or(0);
    Ok(Some(compose::round_notice(language, &head, opened, number, n_invited, n_answered, closes_on)))
}
