//! A respondent asks for a conversation, a visit, or makes a proposal: in their own name, apart from any answer.

use chrono::{DateTime, Duration, Months, NaiveDate, Utc};
use serde::Serialize;

use crate::app::messages::compose_message::requested;
use crate::app::messages::queue_message::{queue_about, queue_to_facilitators};
use crate::app::{AppError, Service, local_day};
use crate::domain::agreement::Agreement;
use crate::domain::article::{Article, ArticleKind};
use crate::domain::audit::Act;
use crate::domain::ids::{AgreementId, RequestId};
use crate::domain::key::Token;
use crate::domain::language::Language;
use crate::domain::message::{About, MessageKind};
use crate::domain::request::{MAX_REQUESTS_A_DAY, RequestKind, RequestState};
use crate::domain::survey::Survey;
use crate::store::audit::{self, Who};
use crate::store::request::{NewRequest, Request};
use crate::store::{agreement, invitation, outbox, request, round, survey};
use crate::words::{self, Phrase, Word};

/// Why a request is not finished or drafted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such open request.
    NoRequest {
        /// The request.
        number: i64,
    },
    /// There is no such proposal.
    NoProposal {
        /// The request.
        number: i64,
    },
    /// It is not clear which article would change.
    NameArticle {
        /// Those that the agreement has.
        articles: Vec<String>,
    },
}

impl Refusal {
    /// What it says.
    pub(crate) fn phrase(&self) -> Phrase<'_> {
        match self {
            Refusal::NoRequest { number } => Phrase::RefusalNoRequest { number: (*number).into() },
            Refusal::NoProposal { number } => Phrase::RefusalNoProposal { number: (*number).into() },
            Refusal::NameArticle { articles } => {
                Phrase::RefusalNameArticle { articles: articles.join(", ").into() }
            }
        }
    }

    /// Whether what was asked for is not there.
    pub(crate) fn is_absence(&self) -> bool {
        matches!(self, Refusal::NoRequest { .. } | Refusal::NoProposal { .. })
    }
}

/// What a page with the request form needs to know.
#[derive(Debug, Clone)]
pub struct Asker {
    /// The agreement.
    pub agreement: Agreement,
    /// Its survey in force, for the themes.
    pub survey: Option<Survey>,
    /// The person's language.
    pub language: Language,
    /// Short name of the person's organisation.
    pub partner: Option<String>,
}

/// Whoever holds a personal link, or `None`.
pub async fn find(service: &Service, token: &Token) -> Result<Option<Asker>, AppError> {
    let digest = token.digest();
    let found = service
        .store
        .read("find the person", move |connection| {
            let holder = invitation::find_holder(connection, &digest)?.filter(|holder| holder.has_part);
            let Some(holder) = holder else { return Ok(None) };
            let agreement = agreement::get(connection, holder.agreement)?;
            let own = agreement.people.iter().find(|person| person.mail == holder.mail);
            let partner = own.and_then(|person| person.partner.clone());
            let survey = survey::find_in_force(connection, holder.agreement)?.map(|version| version.survey);
            Ok(Some(Asker { agreement, survey, language: holder.language, partner }))
        })
        .await?;
    Ok(found)
}

/// What is asked for, checked by the page.
#[derive(Debug, Clone)]
pub struct Ask {
    /// What for.
    pub kind: RequestKind,
    /// Id of the dimension it is about.
    pub theme: Option<String>,
    /// Short name of the partner.
    pub with: Option<String>,
    /// In their own words.
    pub text: String,
}

/// What became of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// It is stored; the facilitator hears of it.
    Noted,
    /// It is stored, and found its other side.
    Matched,
    /// No such link.
    NotFound,
    /// Too often in a day.
    TooMany,
}

/// Stores a request, acknowledges it, tells the facilitator, and lets wishes to visit find each other.
pub async fn ask(service: &Service, token: &Token, ask: Ask, now: DateTime<Utc>) -> Result<Asked, AppError> {
    let digest = token.digest();
    let asked = service
        .store
        .write("store a request", move |connection| {
            let holder = invitation::find_holder(connection, &digest)?.filter(|holder| holder.has_part);
            let Some(holder) = holder else { return Ok(Asked::NotFound) };
            if request::count_since(connection, holder.person, now - Duration::days(1))? >= MAX_REQUESTS_A_DAY
            {
                return Ok(Asked::TooMany);
            }
            let partners = agreement::partner_ids(connection, holder.agreement)?;
            let new = NewRequest {
                agreement: holder.agreement,
                person: holder.person,
                partner: holder.partner,
                kind: ask.kind,
                theme: ask.theme,
                with: ask.with.and_then(|slug| partners.get(&slug).copied()),
                text: ask.text,
            };
            let id = request::insert(connection, &new, now)?;
            let tell = |kind, person, id: RequestId| {
                let event = format!("q{id}");
                queue_about(connection, kind, holder.agreement, person, &event, Some(About::Request(id)), now)
            };
            let (event, about) = (format!("q{id}"), Some(About::Request(id)));
            queue_to_facilitators(
                connection,
                MessageKind::RequestTold,
                holder.agreement,
                &event,
                about,
                now,
            )?;
            let Some(own) = request::find(connection, id)? else { return Ok(Asked::NotFound) };
            let Some(other) = find_match(&own, &request::list(connection, holder.agreement)?) else {
                tell(MessageKind::RequestNoted, holder.person, id)?;
                return Ok(Asked::Noted);
            };
            request::join(connection, id, other.id)?;
            tell(MessageKind::VisitMatched, own.person, own.id)?;
            tell(MessageKind::VisitMatched, other.person, other.id)?;
            Ok(Asked::Matched)
        })
        .await?;
    service.outbox_bell.notify_waiters();
    Ok(asked)
}

/// The oldest open wish that a wish finds.
fn find_match(own: &Request, all: &[Request]) -> Option<Request> {
    let wish = own.visit()?;
    let is_other = |other: &&Request| {
        other.state == RequestState::Open && other.visit().is_some_and(|visit| visit.finds(&wish))
    };
    all.iter().find(is_other).cloned()
}

/// A request with the names that a facilitator sees.
#[derive(Debug, Clone)]
pub struct Named {
    /// The request.
    pub request: Request,
    /// Who asks.
    pub name: String,
    /// Their address.
    pub mail: String,
    /// Short name of their organisation.
    pub partner: Option<String>,
    /// Short name of the partner it is about.
    pub with: Option<String>,
}

/// An agreement's requests, oldest first, for its facilitators.
pub async fn list(service: &Service, agreement: AgreementId) -> Result<Vec<Named>, AppError> {
    let found = service
        .store
        .read("list requests", move |connection| {
            let partners = agreement::partner_ids(connection, agreement)?;
            let slug =
                |wanted| partners.iter().find(|(_, id)| Some(**id) == wanted).map(|(slug, _)| slug.clone());
            request::list(connection, agreement)?
                .into_iter()
                .map(|request| {
                    let (name, mail, _) = outbox::address(connection, request.person)?;
                    Ok(Named {
                        name,
                        mail,
                        partner: slug(request.partner),
                        with: slug(request.with),
                        request,
                    })
                })
                .collect()
        })
        .await?;
    Ok(found)
}

/// One of an agreement's requests; `None` when it has no such request.
pub async fn find_request(
    service: &Service,
    agreement: AgreementId,
    id: RequestId,
) -> Result<Option<request::Request>, AppError> {
    let found = service.store.read("read a request", move |c| request::find_of(c, agreement, id)).await?;
    Ok(found)
}

/// A facilitator is done with a request.
pub async fn finish(
    service: &Service,
    agreement: AgreementId,
    id: i64,
    who: Who,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let id = RequestId(id);
    let done = service
        .store
        .write("finish a request", move |connection| {
            let own = request::find_of(connection, agreement, id)?.is_some();
            let done = own && request::finish(connection, id)?;
            if done {
                audit::note(connection, agreement, who, Act::RequestFinished, &format!("request {id}"), now)?;
            }
            Ok(done)
        })
        .await?;
    if done {
        return Ok(());
    }
    Err(Refusal::NoRequest { number: id.0 }.into())
}

/// A draft of an `[[adjustment]]`, with the field names of the agreement's file.
#[derive(Serialize)]
struct Draft<'a> {
    on: toml::value::Datetime,
    title: Nl<'a>,
    article: &'a str,
    old: Nl<'a>,
    new: Nl<'a>,
    why: Nl<'a>,
    expected_dimension: &'a str,
    expected_direction: &'static str,
    review_on: toml::value::Datetime,
    owner: &'a str,
}

#[derive(Serialize)]
struct Nl<'a> {
    nl: &'a str,
}

/// Turns a proposal into the draft of an adjustment of an article, as the agreement's file spells it: in force today and
/// looked back at in half a year unless the table decides otherwise; what the article says from then on is left empty.
///
/// Errors: a refusal for a request that is no proposal, or an article that is not there.
pub async fn draft_adjustment(
    service: &Service,
    id: AgreementId,
    number: i64,
    article: Option<String>,
    now: DateTime<Utc>,
) -> Result<String, AppError> {
    let all = list(service, id).await?;
    let is_it = |named: &&Named| named.request.id.0 == number && named.request.kind == RequestKind::Proposal;
    let proposal = all.iter().find(is_it).ok_or(Refusal::NoProposal { number })?;
    let agreement =
        service.store.read("read the agreement", move |connection| agreement::get(connection, id)).await?;
    let fits = |one: &&Article| match &article {
        Some(wanted) => one.id == *wanted,
        None => one.kind == ArticleKind::ResidentsVoice,
    };
    let changed = agreement.articles.iter().find(fits).ok_or_else(|| {
        let articles = agreement.articles.iter().map(|article| article.id.clone()).collect();
        Refusal::NameArticle { articles }
    })?;
    let today = local_day(now, &agreement.time_zone);
    let written = |day: NaiveDate| {
        day.to_string()
            .parse()
            .map_err(|_| AppError::Unwritable(format!("{day} is no day that a file knows")))
    };
    let draft = Draft {
        on: written(today)?,
        title: Nl { nl: &words::tr(Language::Nl, Word::RequestKindProposal) },
        article: &changed.id,
        old: Nl { nl: &changed.text.nl },
        new: Nl { nl: "" },
        why: Nl { nl: &proposal.request.text },
        expected_dimension: proposal.request.theme.as_deref().unwrap_or_default(),
        expected_direction: "up",
        review_on: written(today.checked_add_months(Months::new(6)).unwrap_or(today))?,
        owner: &proposal.name,
    };
    #[derive(Serialize)]
    struct File<'a> {
        adjustment: [Draft<'a>; 1],
    }
    toml::to_string(&File { adjustment: [draft] }).map_err(|error| AppError::Unwritable(error.to_string()))
}

/// An open request as a signal to a facilitator: somebody asked, in their own name.
#[derive(Debug, Clone)]
pub struct OpenRequest {
    /// Short name of the asker's organisation.
    pub partner: Option<String>,
    /// Id of the dimension it is about.
    pub theme: Option<String>,
    /// The last round that had opened when it was asked; 0 before the first.
    pub since_round: u32,
    /// Who asks for what.
    pub sentence: String,
}

/// An agreement's open requests, oldest first, in words.
pub async fn list_open(
    service: &Service,
    id: AgreementId,
    language: Language,
) -> Result<Vec<OpenRequest>, AppError> {
    let open = list(service, id).await?.into_iter().filter(|named| named.request.state == RequestState::Open);
    let open: Vec<Named> = open.collect();
    let found = service
        .store
        .read("put requests in words", move |connection| {
            let agreement = agreement::get(connection, id)?;
            let rounds = round::list(connection, id)?;
            open.into_iter()
                .map(|named| {
                    let before = |round: &&round::Round| round.plan.opens_at <= named.request.asked_at;
                    let since = rounds.iter().filter(before).filter_map(|round| round.number).max();
                    let about = requested(connection, &agreement, id, &named.request, language)?;
                    Ok(OpenRequest {
                        since_round: since.unwrap_or(0),
                        sentence: about.told(language),
                        partner: named.partner,
                        theme: named.request.theme,
                    })
                })
                .collect()
        })
        .await?;
    Ok(found)
}
