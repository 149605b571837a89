//! What a person may ask about their own data: to have it, and to have it gone. Their data goes to nobody but them: an
//! operator sends them the way to it, and never sees an answer.

use chrono::{DateTime, Duration, Utc};
use rusqlite::Connection;
use serde::Serialize;

use crate::app::messages::queue_message::queue_about;
use crate::app::{AppError, Service};
use crate::domain::answer::Answer;
use crate::domain::audit::Act;
use crate::domain::ids::{AgreementId, PersonId};
use crate::domain::key::{Key, Token};
use crate::domain::message::{About, MessageKind};
use crate::store::audit::{self, Who};
use crate::store::sheet::{Sheet, SheetKey};
use crate::store::{account, agreement, data_link, erase, erased, invitation, outbox, request, round, sheet};

/// Everything that is kept of one person in one agreement.
#[derive(Debug, Clone, Serialize)]
pub struct OwnData {
    /// Short name of the agreement.
    pub agreement: String,
    /// Name.
    pub name: String,
    /// Address.
    pub mail: String,
    /// Language.
    pub language: &'static str,
    /// Phone number.
    pub phone: Option<String>,
    /// Short name of the organisation.
    pub partner: Option<String>,
    /// Parts played.
    pub parts: Vec<&'static str>,
    /// Which mail is wanted.
    pub mail_choice: &'static str,
    /// Rounds that asked, with the answers that are still kept.
    pub rounds: Vec<OwnRound>,
    /// What was asked for in their own name.
    pub requests: Vec<OwnRequest>,
}

/// One round.
#[derive(Debug, Clone, Serialize)]
pub struct OwnRound {
    /// Its number.
    pub round: u32,
    /// The day of the answer, if any.
    pub answered_on: Option<String>,
    /// Answers: a number of the scale, or `cannot_judge`.
    pub answers: Vec<OwnAnswer>,
    /// Open answers.
    pub remarks: Vec<OwnRemark>,
}

/// One open answer.
#[derive(Debug, Clone, Serialize)]
pub struct OwnRemark {
    /// Name of what it answers: a question of the survey, or `example:` and a statement's id.
    pub question: String,
    /// What was written.
    pub text: String,
}

/// One answer.
#[derive(Debug, Clone, Serialize)]
pub struct OwnAnswer {
    /// Id of the statement.
    pub statement: String,
    /// What was answered.
    pub answer: String,
}

/// One request.
#[derive(Debug, Clone, Serialize)]
pub struct OwnRequest {
    /// What for.
    pub kind: &'static str,
    /// In their words.
    pub text: String,
    /// When.
    pub asked_at: String,
}

impl OwnData {
    /// The same as a table: one row a fact.
    ///
    /// Errors: those of writing CSV, which memory does not give.
    pub fn csv(&self) -> csv::Result<Vec<u8>> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["what", "round", "which", "value"])?;
        let safe = crate::report::forms::table::safe;
        for (what, value) in [
            ("agreement", self.agreement.as_str()),
            ("name", &self.name),
            ("mail", &self.mail),
            ("language", self.language),
            ("phone", self.phone.as_deref().unwrap_or_default()),
            ("partner", self.partner.as_deref().unwrap_or_default()),
            ("parts", &self.parts.join(" ")),
            ("mail_choice", self.mail_choice),
        ] {
            writer.write_record([what, "", "", &safe(value)])?;
        }
        for round in &self.rounds {
            let number = round.round.to_string();
            writer.write_record([
                "answered_on",
                &number,
                "",
                round.answered_on.as_deref().unwrap_or_default(),
            ])?;
            for answer in &round.answers {
                writer.write_record(["answer", &number, &answer.statement, &answer.answer])?;
            }
            for remark in &round.remarks {
                writer.write_record(["remark", &number, &remark.question, &safe(&remark.text)])?;
            }
        }
        for request in &self.requests {
            writer.write_record(["request", "", request.kind, &safe(&request.text)])?;
        }
        writer.into_inner().map_err(|error| error.into_error().into())
    }
}

/// One round that asked a person, with the sheet that they gave.
struct AskedIn {
    round: round::Round,
    answered_on: Option<String>,
    given: Option<Sheet>,
}

/// Every round that asked a person.
fn list_asked(
    connection: &Connection,
    key: &Key,
    id: AgreementId,
    person: PersonId,
) -> rusqlite::Result<Vec<AskedIn>> {
    let generation = agreement::pseudonym_generation(connection, id)?;
    let with_sheet = |asked: erase::Asked| {
        let pseudonym = key.pseudonym(id, generation, asked.seat, asked.occupant_version);
        Ok(AskedIn {
            round: round::get(connection, asked.round)?,
            answered_on: asked.answered_on,
            given: sheet::find(connection, asked.round, &pseudonym)?,
        })
    };
    erase::list_places(connection, person)?.into_iter().map(with_sheet).collect()
}

/// How long the way to one's own data works. Source: product decision; a working day and the next morning.
const LINK_HOURS: i64 = 48;

/// What is kept of whom a mailed link leads to, for them alone. `None` for an unknown link, or one that ended.
pub async fn own_data(
    service: &Service,
    token: &Token,
    now: DateTime<Utc>,
) -> Result<Option<OwnData>, AppError> {
    let (digest, key) = (token.digest(), service.key.clone());
    let found = service
        .store
        .read("gather one's own data", move |connection| {
            let Some(own) = data_link::find_holder_digest(connection, &digest, now)? else { return Ok(None) };
            let Some(holder) = invitation::find_holder(connection, &own)? else { return Ok(None) };
            gather(connection, &key, &holder).map(Some)
        })
        .await?;
    Ok(found)
}

fn gather(connection: &Connection, key: &Key, holder: &invitation::Holder) -> rusqlite::Result<OwnData> {
    let cast = agreement::get(connection, holder.agreement)?;
    let own = cast.people.iter().find(|person| person.mail == holder.mail);
    let mut rounds = Vec::new();
    for AskedIn { round: asked, answered_on, given } in
        list_asked(connection, key, holder.agreement, holder.person)?
    {
        let answers = match &given {
            None => Vec::new(),
            Some(sheet) => sheet::list_answers(connection, &sheet.key)?,
        };
        let remarks = match &given {
            None => Vec::new(),
            Some(sheet) => sheet::list_remarks(connection, &sheet.key)?,
        };
        let written = |(statement, answer)| {
            let answer = match answer {
                Answer::Value(value) => value.to_string(),
                Answer::CannotJudge => "cannot_judge".to_owned(),
            };
            OwnAnswer { statement, answer }
        };
        rounds.push(OwnRound {
            round: asked.number.unwrap_or(0),
            answered_on,
            answers: answers.into_iter().map(written).collect(),
            remarks: remarks.into_iter().map(|(question, text)| OwnRemark { question, text }).collect(),
        });
    }
    let own_requests = request::list(connection, holder.agreement)?;
    let own_requests = own_requests.into_iter().filter(|request| request.person == holder.person);
    let mut parts = Vec::new();
    if let Some(own) = own {
        let all = [
            (own.seat.is_some(), "respondent"),
            (own.facilitator, "facilitator"),
            (own.steering, "steering"),
            (own.contact, "contact"),
        ];
        parts.extend(all.into_iter().filter(|(is, _)| *is).map(|(_, part)| part));
    }
    Ok(OwnData {
        agreement: cast.id.clone(),
        name: outbox::address(connection, holder.person)?.0,
        mail: holder.mail.clone(),
        language: holder.language.code(),
        phone: own.and_then(|own| own.phone.clone()),
        partner: own.and_then(|own| own.partner.clone()),
        parts,
        mail_choice: holder.choice.code(),
        rounds,
        requests: own_requests
            .map(|request| OwnRequest {
                kind: request.kind.code(),
                text: request.text,
                asked_at: request.asked_at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            })
            .collect(),
    })
}

/// Queues the mail with the way to somebody's data.
fn queue_way(
    connection: &Connection,
    key: &Key,
    id: AgreementId,
    person: PersonId,
    who: Who,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let link = data_link::insert(connection, key, person, now + Duration::hours(LINK_HOURS))?;
    let event = format!("d{link}");
    queue_about(connection, MessageKind::DataReady, id, person, &event, Some(About::Data(link)), now)?;
    audit::note(connection, id, who, Act::PersonDataSent, &format!("person {person}"), now)
}

/// Somebody asked for their data: they get a mail with the way to it. `false` when the agreement has no such address.
pub async fn send_data(
    service: &Service,
    id: AgreementId,
    mail: &str,
    who: Who,
    now: DateTime<Utc>,
) -> Result<bool, AppError> {
    let (mail, key) = (mail.trim().to_lowercase(), service.key.clone());
    let done = service
        .store
        .write("send somebody their data", move |connection| {
            let Some(person) = agreement::find_person(connection, id, &mail)? else { return Ok(false) };
            queue_way(connection, &key, id, person, who, now)?;
            Ok(true)
        })
        .await?;
    service.outbox_bell.notify_waiters();
    Ok(done)
}

/// The holder of a personal link asks for their own data: the way goes to their own address, since the personal link may
/// have been passed on. Once a day at most. `false` for an unknown link.
pub async fn ask_own_data(service: &Service, token: &Token, now: DateTime<Utc>) -> Result<bool, AppError> {
    let (digest, key) = (token.digest(), service.key.clone());
    let done = service
        .store
        .write("ask for one's own data", move |connection| {
            let Some(holder) = invitation::find_holder(connection, &digest)? else { return Ok(false) };
            if !data_link::has_since(connection, holder.person, now + Duration::hours(LINK_HOURS - 24))? {
                queue_way(connection, &key, holder.agreement, holder.person, Who::Link, now)?;
            }
            Ok(true)
        })
        .await?;
    service.outbox_bell.notify_waiters();
    Ok(done)
}

/// Notes that somebody took their own data along.
pub async fn note_taken(service: &Service, token: &Token, now: DateTime<Utc>) -> Result<(), AppError> {
    let digest = token.digest();
    service
        .store
        .write("note that data was taken", move |connection| {
            let Some(own) = data_link::find_holder_digest(connection, &digest, now)? else { return Ok(()) };
            let Some(holder) = invitation::find_holder(connection, &own)? else { return Ok(()) };
            audit::note(
                connection,
                holder.agreement,
                Who::Link,
                Act::PersonDataTaken,
                &format!("person {}", holder.person),
                now,
            )
        })
        .await?;
    Ok(())
}

/// Takes somebody out: their answers, their name, their wishes. Frozen figures stay. `None` when the agreement has no such
/// address; else how many sheets went.
pub async fn erase(
    service: &Service,
    id: AgreementId,
    mail: &str,
    who: Who,
    now: DateTime<Utc>,
) -> Result<Option<usize>, AppError> {
    let (mail, key) = (mail.trim().to_lowercase(), service.key.clone());
    let done = service
        .store
        .write("erase a person", move |connection| {
            let Some(person) = agreement::find_person(connection, id, &mail)? else { return Ok(None) };
            let asked = list_asked(connection, &key, id, person)?;
            let sheets: Vec<SheetKey> =
                asked.into_iter().filter_map(|asked| Some(asked.given?.key)).collect();
            erase::person(connection, person, &sheets)?;
            erased::insert(connection, id, &key.address_digest(&mail))?;
            account::delete_without_part(connection)?;
            audit::note(connection, id, who, Act::PersonErased, &format!("person {person}"), now)?;
            Ok(Some(sheets.len()))
        })
        .await?;
    Ok(done)
}
