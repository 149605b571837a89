//! The agreement and its cast: articles, partners, people and their seats, dated events and adjustments.
//!
//! Deliberately not here: row ids (the store's business) and how a file spells all this (`catalogue`).
//! The same value is read from a file, kept in the store and compared on the next import.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::adjustment::Review;
use super::article::Article;
use super::code::coded;
use super::confidentiality::ConfidentialityOverride;
use super::language::{Language, Text};
use super::role::Role;
use super::survey::Statement;

/// A collaboration and its written agreement, with everybody in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    /// Short name in addresses and commands: lower-case letters, digits, hyphens.
    pub id: String,
    /// What people call it.
    pub title: Text,
    /// Why it exists, in a sentence or two.
    pub purpose: Text,
    /// Languages spoken in it; Dutch is always possible.
    pub languages: Vec<Language>,
    /// IANA zone of its dates.
    pub time_zone: String,
    /// Id of the survey that takes its pulse.
    pub survey: String,
    /// Overrides the survey's mode and threshold; empty means the survey's own.
    #[serde(default)]
    pub confidentiality: ConfidentialityOverride,
    /// Written arrangements, in the order of the agreement.
    pub articles: Vec<Article>,
    /// Organisations that signed, in the order of the file.
    pub partners: Vec<Partner>,
    /// Everyone with a part to play.
    pub people: Vec<Person>,
    /// At most [`MAX_CUSTOM_STATEMENTS`] statements of its own.
    pub statements: Vec<Statement>,
    /// Dated happenings outside the agreement, marks on every time axis.
    pub events: Vec<Event>,
    /// Decided changes of articles, marks on every time axis.
    pub adjustments: Vec<Adjustment>,
}

/// An agreement adds at most this many statements of its own; more would lengthen the respondent's minute.
/// Source: product decision (product description, "behaviour that helps, and that does not").
pub const MAX_CUSTOM_STATEMENTS: usize = 2;

/// A partner that came or went a while ago: a reason for a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage<'a> {
    /// It joined a running agreement.
    Joined(&'a Partner),
    /// It left.
    Left(&'a Partner),
}

/// Days after which a talk about joining or leaving comes too late. Source: decision; item bank, *Once a year*, asks for
/// the talk and names no time.
pub const DAYS_FOR_TALK: i64 = 90;

impl Agreement {
    /// Partners that joined or left in the days before a day. Who was there from the start did not join.
    pub fn passages(&self, today: NaiveDate) -> Vec<Passage<'_>> {
        let is_recent = |on: NaiveDate| (0..=DAYS_FOR_TALK).contains(&(today - on).num_days());
        let start = self.partners.iter().map(|partner| partner.joined_on).min();
        let mut found = Vec::new();
        for partner in &self.partners {
            if partner.left_on.is_some_and(is_recent) {
                found.push(Passage::Left(partner));
            } else if is_recent(partner.joined_on) && Some(partner.joined_on) != start {
                found.push(Passage::Joined(partner));
            }
        }
        found
    }

    /// The agreement as it read on a day: articles in the words of then, those that came later left out.
    pub fn articles_on(&self, day: NaiveDate) -> Vec<Article> {
        let on = |article: &Article| article.on(day).map(|version| article.with_versions(vec![version]));
        self.articles.iter().filter_map(on).collect()
    }

    /// A text in which its partners have no names, for what travels; capitals do not matter.
    pub fn without_partners(&self, text: &str, instead: &str) -> String {
        let mut names: Vec<&str> = self.partners.iter().map(|partner| partner.name.as_str()).collect();
        // A longer name may hold a shorter one.
        names.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
        let same = |a: char, b: char| a == b || a.to_lowercase().eq(b.to_lowercase());
        let chars: Vec<char> = text.chars().collect();
        let (mut out, mut at) = (String::new(), 0);
        while at < chars.len() {
            let fits = |name: &&&str| {
                let n = name.chars().count();
                n > 0 && at + n <= chars.len() && name.chars().zip(&chars[at..]).all(|(a, b)| same(a, *b))
            };
            match names.iter().find(fits) {
                Some(name) => {
                    out += instead;
                    at += name.chars().count();
                }
                None => {
                    out.push(chars[at]);
                    at += 1;
                }
            }
        }
        out
    }

    /// The person to reply to: the first facilitator, else the first person of all. `None` without people.
    pub fn find_reply_to(&self) -> Option<&Person> {
        self.people.iter().find(|person| person.facilitator).or(self.people.first())
    }
}

/// What sort of organisation a partner is. A kind with one member is never a group in a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum PartnerKind {
    /// A care or welfare organisation.
    Provider,
    /// A municipality.
    Municipality,
    /// A health insurer.
    Insurer,
    /// Any other organisation.
    Other,
}

coded!(PartnerKind);

/// An organisation that signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    /// Unique in the agreement.
    pub id: String,
    /// The organisation's name.
    pub name: String,
    /// What sort of organisation it is.
    pub kind: PartnerKind,
    /// First day of membership.
    pub joined_on: NaiveDate,
    /// Last day of membership; missing while it takes part. History stays.
    pub left_on: Option<NaiveDate>,
    /// When it agreed to answers shown under its name; missing means it did not.
    pub consent_attributed_on: Option<NaiveDate>,
}

impl Partner {
    /// Whether it takes part on a day, both ends included.
    pub fn is_member_on(&self, day: NaiveDate) -> bool {
        is_member(self.joined_on, self.left_on, day)
    }

    /// Whether its last day is before a day.
    pub fn has_left_before(&self, day: NaiveDate) -> bool {
        self.left_on.is_some_and(|left| left < day)
    }
}

/// Whether who joined and perhaps left on these days takes part on a day, both ends included.
pub fn is_member(joined_on: NaiveDate, left_on: Option<NaiveDate>, day: NaiveDate) -> bool {
    joined_on <= day && left_on.is_none_or(|left| day <= left)
}

/// Someone with a name and a mail address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// How they are addressed.
    pub name: String,
    /// Mail address in lower case; the person's identity within an agreement.
    pub mail: String,
    /// Where a facilitator phones them, as people write numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Language of their mails and pages.
    pub language: Language,
    /// Organisation they belong to; a facilitator may belong to none.
    pub partner: Option<String>,
    /// Executive or practitioner; only respondents have one.
    pub role: Option<Role>,
    /// The seat they hold, if they are a respondent. One person a seat at a time.
    pub seat: Option<String>,
    /// Plans conversations and reads signals.
    #[serde(default)]
    pub facilitator: bool,
    /// Reads reports and decides on adjustments.
    #[serde(default)]
    pub steering: bool,
    /// Chairs the steering group, of which they are a member.
    #[serde(default)]
    pub chair: bool,
    /// The partner's contact.
    #[serde(default)]
    pub contact: bool,
}

/// Something that happened outside the agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The day it happened.
    pub on: NaiveDate,
    /// What happened, in a few words.
    pub title: Text,
}

/// Which way a reading is expected to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Direction {
    /// Higher than before.
    Up,
    /// Stays as it is.
    Same,
    /// Lower than before.
    Down,
}

coded!(Direction);

/// A decided change of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjustment {
    /// The day it came into force.
    pub on: NaiveDate,
    /// A few words for the mark on a time axis.
    pub title: Text,
    /// Id of the changed article.
    pub article: String,
    /// What the article said.
    pub old: Text,
    /// What it says since.
    pub new: Text,
    /// Why it was changed.
    pub why: Text,
    /// Dimension that is expected to move.
    pub expected_dimension: String,
    /// Which way.
    pub expected_direction: Direction,
    /// When the expectation is held against the readings.
    pub review_on: NaiveDate,
    /// Who looks after it.
    pub owner: String,
    /// The round by which it is expected to show; missing: by the review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_by_round: Option<u32>,
    /// Who agreed; missing when nobody wrote it down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_by: Option<String>,
    /// What came of looking back; missing before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
}

/// What an agreement is made of, as far as a file can change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    /// Its own title, purpose, languages, time zone and survey.
    Agreement,
    /// Who sees what.
    Confidentiality,
    /// An article.
    Article,
    /// A partner.
    Partner,
    /// A person.
    Person,
    /// A seat.
    Seat,
    /// A statement of its own.
    Statement,
    /// An event.
    Event,
    /// An adjustment.
    Adjustment,
    /// A person who was erased at their wish.
    Erased,
}

/// Why something stays that a file no longer has, and so how to end it on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KeptBecause {
    /// Who sees what changes only with a second person.
    Confidential,
    /// A partner leaves by a day.
    Partner,
    /// A person leaves by a successor in the seat.
    Person,
    /// Rounds keep the statements that they asked.
    Statement,
    /// Events stay on the time axis.
    Event,
    /// What was adjusted is adjusted again, never wiped.
    Adjustment,
    /// An article changes by an adjustment.
    Article,
    /// The stored article is newer than the file's.
    Adjusted,
    /// The seat was passed on.
    PassedOn,
    /// Who was erased does not come back.
    Erased,
}

/// One difference between an agreement as stored and as a file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "change")]
pub enum Change {
    /// In the file only.
    Added {
        /// What it is: `partner`, `person` …
        kind: Thing,
        /// Which one.
        id: String,
    },
    /// In both, but different.
    Changed {
        /// What it is.
        kind: Thing,
        /// Which one.
        id: String,
    },
    /// In the store only; it stays.
    Kept {
        /// What it is.
        kind: Thing,
        /// Which one.
        id: String,
        /// How to end it on purpose.
        how_to_end: KeptBecause,
    },
}

impl Change {
    /// Whether something stays for this reason although the file no longer has it.
    pub fn is_kept_because(&self, reason: KeptBecause) -> bool {
        match self {
            Change::Kept { how_to_end, .. } => *how_to_end == reason,
            Change::Added { .. } | Change::Changed { .. } => false,
        }
    }
}

/// What an import will do, and the agreement that results. Nothing is ever dropped: what the file lacks is kept and said.
///
/// `stored = None` (a first import) gives one `Added` per thing.
pub fn plan_import(stored: Option<&Agreement>, file: &Agreement) -> (Vec<Change>, Agreement) {
    let mut changes = Vec::new();
    let mut merged = file.clone();
    let Some(stored) = stored else {
        changes.push(Change::Added { kind: Thing::Agreement, id: file.id.clone() });
        for (kind, keys) in listing(file) {
            changes.extend(keys.into_iter().map(|id| Change::Added { kind, id }));
        }
        return (changes, merged);
    };
    if stored.confidentiality != file.confidentiality {
        merged.confidentiality = stored.confidentiality;
        changes.push(Change::Kept {
            kind: Thing::Confidentiality,
            id: file.id.clone(),
            how_to_end: KeptBecause::Confidential,
        });
    }
    if header(stored) != header(&merged) {
        changes.push(Change::Changed { kind: Thing::Agreement, id: file.id.clone() });
    }
    merge_articles(&mut changes, &stored.articles, &mut merged.articles);
    // A consent that was given on a screen is not wiped by a file that does not know it.
    for partner in &mut merged.partners {
        let before = stored.partners.iter().find(|one| one.id == partner.id);
        partner.consent_attributed_on =
            partner.consent_attributed_on.or(before.and_then(|one| one.consent_attributed_on));
    }
    merge(&mut changes, Thing::Partner, KeptBecause::Partner, &stored.partners, &mut merged.partners, |p| {
        p.id.clone()
    });
    // A seat that passed to somebody else is a replacement, not a second person to keep.
    let taken: Vec<String> = file.people.iter().filter_map(|p| p.seat.clone()).collect();
    let remaining: Vec<Person> = stored
        .people
        .iter()
        .filter(|p| {
            file.people.iter().any(|q| q.mail == p.mail) || p.seat.as_ref().is_none_or(|s| !taken.contains(s))
        })
        .cloned()
        .collect();
    for replaced in stored.people.iter().filter(|p| !remaining.contains(p)) {
        changes.push(Change::Changed { kind: Thing::Seat, id: replaced.seat.clone().unwrap_or_default() });
    }
    merge(&mut changes, Thing::Person, KeptBecause::Person, &remaining, &mut merged.people, |p| {
        p.mail.clone()
    });
    merge(
        &mut changes,
        Thing::Statement,
        KeptBecause::Statement,
        &stored.statements,
        &mut merged.statements,
        |s| s.id.clone(),
    );
    merge(&mut changes, Thing::Event, KeptBecause::Event, &stored.events, &mut merged.events, event_key);
    merge(
        &mut changes,
        Thing::Adjustment,
        KeptBecause::Adjustment,
        &stored.adjustments,
        &mut merged.adjustments,
        adjustment_key,
    );
    (changes, merged)
}

/// Articles keep every version that anybody wrote: a file that is older than an adjustment does not undo it.
fn merge_articles(changes: &mut Vec<Change>, stored: &[Article], merged: &mut Vec<Article>) {
    for article in merged.iter_mut() {
        let Some(before) = stored.iter().find(|one| one.id == article.id) else { continue };
        if article.since < before.since {
            changes.push(Change::Kept {
                kind: Thing::Article,
                id: article.id.clone(),
                how_to_end: KeptBecause::Adjusted,
            });
        }
        let all = article.versions().into_iter().chain(before.versions()).collect();
        *article = article.with_versions(all);
    }
    merge(changes, Thing::Article, KeptBecause::Article, stored, merged, |article| article.id.clone());
}

fn event_key(event: &Event) -> String {
    format!("{} {}", event.on, event.title.nl)
}

fn adjustment_key(adjustment: &Adjustment) -> String {
    format!("{} {}", adjustment.on, adjustment.article)
}

fn header(agreement: &Agreement) -> (&Text, &Text, &[Language], &str, &str, &ConfidentialityOverride) {
    (
        &agreement.title,
        &agreement.purpose,
        &agreement.languages,
        &agreement.time_zone,
        &agreement.survey,
        &agreement.confidentiality,
    )
}

fn listing(agreement: &Agreement) -> [(Thing, Vec<String>); 6] {
    [
        (Thing::Article, agreement.articles.iter().map(|a| a.id.clone()).collect()),
        (Thing::Partner, agreement.partners.iter().map(|p| p.id.clone()).collect()),
        (Thing::Person, agreement.people.iter().map(|p| p.mail.clone()).collect()),
        (Thing::Statement, agreement.statements.iter().map(|s| s.id.clone()).collect()),
        (Thing::Event, agreement.events.iter().map(event_key).collect()),
        (Thing::Adjustment, agreement.adjustments.iter().map(adjustment_key).collect()),
    ]
}

fn merge<T: Clone + PartialEq>(
    changes: &mut Vec<Change>,
    kind: Thing,
    how_to_end: KeptBecause,
    stored: &[T],
    merged: &mut Vec<T>,
    key: impl Fn(&T) -> String,
) {
    let before: BTreeMap<String, &T> = stored.iter().map(|thing| (key(thing), thing)).collect();
    for thing in merged.iter() {
        let id = key(thing);
        match before.get(&id) {
            None => changes.push(Change::Added { kind, id }),
            Some(old) if *old != thing => changes.push(Change::Changed { kind, id }),
            Some(_) => {}
        }
    }
    for (id, thing) in before {
        if !merged.iter().any(|other| key(other) == id) {
            changes.push(Change::Kept { kind, id, how_to_end });
            merged.push(thing.clone());
        }
    }
}
