//! A signed-in request that passed every check, as handlers get it: who asks, about which agreement, in which language.

use chrono::{DateTime, NaiveDate, Utc};
use serde::de::DeserializeOwned;

use crate::app::sign_in::SignedIn;
use crate::domain::access::{Action, Capacity, may};
use crate::domain::ids::AgreementId;
use crate::domain::language::Language;
use crate::insight::disclosure::signals::Reader;
use crate::store::audit::Who;
use crate::web::layout::in_language;
use crate::web::problem::Problem;
use crate::web::request::Request;
use crate::words::{Phrase, Word, tr};

/// A signed-in request that passed every check.
pub struct Visit {
    /// What was asked.
    pub request: Request,
    /// Who asks.
    pub own: SignedIn,
    /// In what capacities, here.
    pub capacities: Vec<Capacity>,
    /// The agreement that the address names.
    pub agreement: Option<Place>,
    /// Language of the page.
    pub language: Language,
    /// What stood in the address's open places, in order; an agreement's name left out.
    pub parts: Vec<String>,
    /// The address.
    pub path: String,
    /// Where the navigation leads from here, in order: only what the visitor may open.
    pub(super) navigation: Vec<(Word, String)>,
    /// Now.
    pub now: DateTime<Utc>,
}

/// The agreement that an address names.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its row.
    pub id: AgreementId,
    /// Its short name.
    pub slug: String,
    /// What people call it.
    pub title: String,
    /// Today, where it is.
    pub today: NaiveDate,
    /// Its zone.
    pub time_zone: String,
}

impl Visit {
    /// A word or phrase in the page's language.
    pub(crate) fn t<'p>(&self, phrase: impl Into<Phrase<'p>>) -> String {
        tr(self.language, phrase)
    }

    /// The form as a structure, without blanks around its fields.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        self.request.read().ok_or(Problem::BadForm)
    }

    /// A form's field without blanks around it; empty when it is missing.
    pub fn field(&self, name: &str) -> &str {
        self.request.field(name).unwrap_or_default().trim()
    }

    /// The agreement; routes without one never ask.
    pub fn place(&self) -> Result<&Place, Problem> {
        self.agreement.as_ref().ok_or(Problem::NotFound)
    }

    /// An address within the agreement, in the page's language.
    pub fn to(&self, rest: &str) -> String {
        let slug = self.agreement.as_ref().map_or("", |place| &place.slug);
        in_language(&format!("/app/{slug}{rest}"), self.language)
    }

    /// Whether the visitor may do something here.
    pub fn may(&self, action: Action) -> bool {
        may(&self.capacities, action)
    }

    /// As whom the visitor reads signals and what came of them.
    pub fn reader(&self) -> Reader {
        if self.may(Action::WorkSignals) { Reader::Facilitator } else { Reader::Steering }
    }

    /// What stood in an open place of the address.
    pub fn part(&self, place: usize) -> &str {
        self.parts.get(place).map_or("", String::as_str)
    }

    /// A number that stood there.
    pub fn number(&self, place: usize) -> Result<i64, Problem> {
        self.part(place).parse().map_err(|_| Problem::NotFound)
    }

    /// The visitor, as the audit log knows them.
    pub fn who(&self) -> Who {
        Who::Account(self.own.account.id)
    }
}

/// The first place of an agreement that somebody may see, by the first of their capacities.
pub fn first_place(capacities: &[Capacity]) -> &'static str {
    match Capacity::ALL.into_iter().find(|capacity| capacities.contains(capacity)) {
        Some(Capacity::Facilitator) => "/signals",
        Some(Capacity::Contact) => "/partner",
        Some(Capacity::Operator) => "/rounds",
        Some(Capacity::Chair | Capacity::Steering) | None => "",
    }
}
