//! What an operator sees: counts and states, never a name, an address or an answer.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::app::round::frozen_figures;
use crate::app::{AppError, Service, local_day};
use crate::domain::agreement::is_member;
use crate::domain::ids::AgreementId;
use crate::domain::round::RoundState;
use crate::insight::disclosure::participation::{Told, guard_participation, guard_silence};
use crate::store::agreement::OpenRound;
use crate::store::{agreement, invitation, outbox, round, setting};

/// The state of the installation.
#[derive(Debug, Clone, Serialize)]
pub struct Status {
    /// Program and version.
    pub program: &'static str,
    /// Whether sending waits for an operator.
    pub sending_paused: bool,
    /// Agreements, in order of arrival.
    pub agreements: Vec<AgreementStatus>,
    /// Messages by kind and state.
    pub messages: Vec<MessageCount>,
    /// Messages that wait for a decision: ambiguous and refused ones.
    pub undecided: Vec<Undecided>,
}

/// One agreement.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementStatus {
    /// Short name.
    pub agreement: String,
    /// Partners that take part now.
    pub n_partners: usize,
    /// People with a seat.
    pub n_seats: usize,
    /// People who want no mail at all.
    pub n_without_mail: usize,
    /// People who want no reminders.
    pub n_without_reminders: usize,
    /// The open round, if there is one.
    pub open_round: Option<OpenRound>,
    /// When the next planned round opens.
    pub next_opens_at: Option<DateTime<Utc>>,
    /// Closed rounds whose results were not shared yet.
    pub n_to_share: usize,
}

/// How many messages of a kind are in a state.
#[derive(Debug, Clone, Serialize)]
pub struct MessageCount {
    /// What they are for.
    pub kind: &'static str,
    /// Where they stand.
    pub state: &'static str,
    /// How many.
    pub n: usize,
}

/// A message that waits for a decision.
#[derive(Debug, Clone, Serialize)]
pub struct Undecided {
    /// For `polsslag outbox repeat` and `drop`.
    pub id: i64,
    /// Which way it goes.
    pub channel: &'static str,
    /// Where it stands.
    pub state: &'static str,
    /// What is known.
    pub problem: Option<String>,
}

/// Response of one partner in a round, as a facilitator sees it.
#[derive(Debug, Clone)]
pub struct PartnerResponse {
    /// Its name.
    pub name: String,
    /// How many answered, as far as it may be told.
    pub told: Told,
    /// Everybody with a seat, whether they answered or not.
    pub people: Vec<crate::domain::agreement::Person>,
}

/// The round that response comes in of: the open one, or the last.
#[derive(Debug, Clone)]
pub struct ResponseRound {
    /// Its number.
    pub number: u32,
    /// Whether it is open.
    pub is_open: bool,
    /// When it closes.
    pub closes_at: DateTime<Utc>,
    /// People invited.
    pub n_invited: usize,
    /// People who answered.
    pub n_answered: usize,
}

/// Response coming in.
#[derive(Debug, Clone)]
pub struct Response {
    /// Which round; `None` before the first.
    pub round: Option<ResponseRound>,
    /// Partners by name.
    pub partners: Vec<PartnerResponse>,
    /// Partners with too few people to be told of by name, that nobody answered from in this round nor in the one
    /// before: as far as that says nothing of any of them.
    pub silent: Told,
    /// Cells of the last closed round that had enough answers and would have said too much of somebody.
    pub n_withheld: usize,
}

/// How many answered, by partner, as far as rule R7 lets it and as of last night.
pub async fn response(service: &Service, id: AgreementId, now: DateTime<Utc>) -> Result<Response, AppError> {
    let found = service
        .store
        .read("read the response", move |connection| {
            let cast = agreement::get(connection, id)?;
            let today = local_day(now, &cast.time_zone);
            let newest = round::find_newest(connection, id)?;
            let newest_id = newest.as_ref().map(|round| round.id);
            let mut raw = std::collections::BTreeMap::new();
            let mut of_round = None;
            if let Some(newest) = newest {
                let (n_invited, n_answered) = invitation::count_answered(connection, newest.id, today)?;
                for (slug, invited, answered) in invitation::count_by_partner(connection, newest.id, today)? {
                    raw.insert(slug, (answered, invited));
                }
                of_round = Some(ResponseRound {
                    number: newest.number.unwrap_or(0),
                    is_open: newest.state == RoundState::Open,
                    closes_at: newest.plan.closes_at,
                    n_invited,
                    n_answered,
                });
            }
            let closed: Vec<round::Round> =
                round::list(connection, id)?.into_iter().filter(|one| one.state.has_figures()).collect();
            let before = newest_id.and_then(|newest| closed.iter().rev().find(|one| one.id != newest));
            let silent = match (&of_round, before) {
                (Some(round), Some(before)) if !round.is_open => {
                    guard_silence(&raw, &invitation::count_by_partner(connection, before.id, today)?)
                }
                _ => Told::TooFew,
            };
            let last =
                closed.last().map(|last| frozen_figures::read(connection, last)).transpose()?.flatten();
            let n_withheld = last.map_or(0, |(_, figures)| figures.n_withheld());
            // The total is public: a small partner is hidden together with others.
            let told = guard_participation(&raw);
            let mut partners: Vec<PartnerResponse> = cast
                .partners
                .iter()
                .filter_map(|partner| Some((partner, *told.get(&partner.id)?)))
                .map(|(partner, told)| PartnerResponse {
                    name: partner.name.clone(),
                    told,
                    people: cast
                        .people
                        .iter()
                        .filter(|person| {
                            person.seat.is_some() && person.partner.as_ref() == Some(&partner.id)
                        })
                        .cloned()
                        .collect(),
                })
                .collect();
            partners.sort_by(|a, b| a.name.cmp(&b.name));
            Ok(Response { round: of_round, partners, silent, n_withheld })
        })
        .await?;
    Ok(found)
}

/// Looks at everything.
pub async fn status(service: &Service, now: DateTime<Utc>) -> Result<Status, AppError> {
    let status = service
        .store
        .read("read the status", move |connection| {
            let mut agreements = Vec::new();
            for one in agreement::list_tallies(connection, now.date_naive())? {
                let today = local_day(now, &one.time_zone);
                agreements.push(AgreementStatus {
                    agreement: one.slug,
                    n_partners: one
                        .memberships
                        .iter()
                        .filter(|(from, to)| is_member(*from, *to, today))
                        .count(),
                    n_seats: one.n_seats,
                    n_without_mail: one.n_without_mail,
                    n_without_reminders: one.n_without_reminders,
                    open_round: one.open_round,
                    next_opens_at: one.next_opens_at,
                    n_to_share: one.n_to_share,
                });
            }
            let messages = outbox::count(connection)?
                .into_iter()
                .map(|(kind, state, n)| MessageCount { kind: kind.code(), state: state.code(), n })
                .collect();
            let undecided = outbox::list_undecided(connection)?
                .into_iter()
                .map(|message| Undecided {
                    id: message.id.0,
                    // A reminder in doubt would tell that somebody had not answered: only the way out is named.
                    channel: match message.recipient {
                        outbox::Recipient::Person(_) | outbox::Recipient::Account(_) => "mail",
                        outbox::Recipient::Hook(_) => "chat",
                    },
                    state: message.state.code(),
                    problem: message.problem,
                })
                .collect();
            Ok(Status {
                program: crate::app::report::make_report::PROGRAM,
                sending_paused: setting::is_sending_paused(connection)?,
                agreements,
                messages,
                undecided,
            })
        })
        .await?;
    Ok(status)
}
