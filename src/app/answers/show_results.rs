//! What came of rounds, for respondents and newcomers: the whole agreement only, and only what was shared.

use chrono::{DateTime, NaiveDate, Utc};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::app::answers::screen_comments::{by_question, written};
use crate::app::report::make_report::{PROGRAM, list_inputs};
use crate::app::signals::find_signals;
use crate::app::{AppError, Service, local_day};
use crate::domain::agreement::{Adjustment, Agreement};
use crate::domain::ids::{AgreementId, RoundId};
use crate::domain::language::Text;
use crate::domain::period::Period;
use crate::domain::round::{Outcome, RoundState};
use crate::insight::disclosure::comments::{Written, guard_comments};
use crate::insight::disclosure::signals::Reader;
use crate::insight::disclosure::{Disclosed, RoundFigures};
use crate::report::facts::follow_up::FollowUp;
use crate::report::facts::{Compared, Facts, RoundInput};
use crate::store::comment::{self, Comment};
use crate::store::{agreement, round};

/// What came of a shared round.
#[derive(Debug, Clone)]
pub struct Results {
    /// The agreement.
    pub agreement: Agreement,
    /// The day the round opened.
    pub opened_on: NaiveDate,
    /// What the steering group says; `None` until it does.
    pub outcome: Option<Outcome>,
    /// What may be shown of the round.
    pub figures: RoundFigures,
    /// The trend up to this round, with its changes; no signals, which are for facilitator and steering group.
    pub facts: Facts,
    /// Adjustments that are decided or under review.
    pub adjustments: Vec<Adjustment>,
    /// Open answers by what they answer, if whoever shared the round read them; "too few" inside.
    pub comments: Option<Vec<(Text, Disclosed<Vec<String>>)>>,
}

/// Adjustments on a respondents' page: in force for less than this, or with their review to come.
const RECENT_MONTHS: u32 = 6;

fn recent_adjustments(agreement: &Agreement, today: NaiveDate) -> Vec<Adjustment> {
    let since = today.checked_sub_months(chrono::Months::new(RECENT_MONTHS)).unwrap_or(today);
    let is_recent = |adjustment: &&Adjustment| adjustment.on >= since || adjustment.review_on >= today;
    agreement.adjustments.iter().filter(is_recent).cloned().collect()
}

/// The results of a round, if it was shared and no later round opened: until then its links lead here.
pub async fn of_round(
    service: &Service,
    id: AgreementId,
    wanted: RoundId,
    now: DateTime<Utc>,
) -> Result<Option<Results>, AppError> {
    let found = service
        .store
        .read("read the results", move |connection| {
            let newest = round::find_newest(connection, id)?;
            let Some(round) = newest.filter(|round| round.id == wanted && round.state == RoundState::Shared)
            else {
                return Ok(None);
            };
            let agreement = agreement::get(connection, id)?;
            let inputs = shared_inputs(connection, id, &agreement)?;
            let comments = round.shows_comments.then(|| comment::list(connection, round.id)).transpose()?;
            Ok(Some((agreement, round, inputs, comments)))
        })
        .await?;
    let Some((agreement, round, inputs, comments)) = found else { return Ok(None) };
    let number = round.number.unwrap_or(0);
    let Some(own) = inputs.iter().find(|input| input.number == number && input.survey.id == agreement.survey)
    else {
        return Ok(None);
    };
    let findings = find_signals::read(service, id, Some(number), Reader::Steering).await?;
    // A verdict against a round that was not shared would tell which way that one went.
    let is_shared =
        |number: u32| inputs.iter().any(|i| i.number == number && i.survey.id == agreement.survey);
    let compares = findings.round == Some(number) && number > 1 && is_shared(number - 1);
    let changes = if compares { findings.changes } else { Vec::new() };
    let found = Compared { signals: Vec::new(), changes, consistency: None };
    let opened_on = own.date;
    let facts = Facts::gather(
        &agreement,
        Period::quarter_of(opened_on),
        &inputs,
        found,
        FollowUp::default(),
        PROGRAM,
    );
    let comments = comments.map(|comments| {
        // Seeded by the round: the same page twice, and an order that says nothing.
        let mut rng = ChaCha8Rng::seed_from_u64(round.id.0.unsigned_abs());
        let mut shown = |comments: Vec<Comment>| {
            let unmasked: Vec<Written<'_>> =
                comments.iter().filter(|comment| !comment.is_masked).map(written).collect();
            guard_comments(&unmasked, round.confidentiality.threshold, &mut rng)
        };
        let sorted = by_question(&own.survey, comments).into_iter();
        sorted.map(|(question, comments)| (question, shown(comments))).collect()
    });
    Ok(Some(Results {
        opened_on,
        outcome: round.outcome,
        figures: own.figures.clone(),
        adjustments: recent_adjustments(&agreement, local_day(now, &agreement.time_zone)),
        facts,
        comments,
        agreement,
    }))
}

/// What somebody new may know: the agreement and its trend so far.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The agreement.
    pub agreement: Agreement,
    /// The trend up to the last shared round; without rounds an empty one.
    pub facts: Facts,
}

/// The agreement as a whole.
pub async fn of_agreement(
    service: &Service,
    id: AgreementId,
    now: DateTime<Utc>,
) -> Result<Overview, AppError> {
    let (agreement, inputs) = service
        .store
        .read("read the agreement", move |connection| {
            let agreement = agreement::get(connection, id)?;
            let inputs = shared_inputs(connection, id, &agreement)?;
            Ok((agreement, inputs))
        })
        .await?;
    let today = local_day(now, &agreement.time_zone);
    let last = inputs.iter().map(|input| input.date).max().unwrap_or(today);
    let facts = Facts::gather(
        &agreement,
        Period::quarter_of(last),
        &inputs,
        Compared::default(),
        FollowUp::default(),
        PROGRAM,
    );
    Ok(Overview { agreement, facts })
}

/// Rounds that were shared, and those that came from a file, with their frozen figures.
fn shared_inputs(
    connection: &rusqlite::Connection,
    id: AgreementId,
    agreement: &Agreement,
) -> rusqlite::Result<Vec<RoundInput>> {
    let is_hidden = |round: &round::Round| round.state == RoundState::Closed && !round.is_imported;
    let hidden: Vec<(Option<u32>, NaiveDate)> = round::list(connection, id)?
        .into_iter()
        .filter(is_hidden)
        .map(|round| (round.number, local_day(round.plan.opens_at, &agreement.time_zone)))
        .collect();
    let inputs = list_inputs(connection, id, agreement)?;
    Ok(inputs.into_iter().filter(|input| !hidden.contains(&(Some(input.number), input.date))).collect())
}
