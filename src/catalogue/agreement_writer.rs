//! An agreement back as the file that it can be read from: what [`super::agreement_file`] reads, this writes.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use toml::value::{Date, Datetime};

use crate::domain::agreement::Agreement;
use crate::domain::confidentiality::{ConfidentialityOverride, Mode};
use crate::domain::language::{Language, Text};

/// An agreement could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the agreement could not be written: {0}")]
pub struct WriteError(#[from] toml::ser::Error);

#[derive(Serialize)]
struct File<'a> {
    id: &'a str,
    title: &'a Text,
    purpose: &'a Text,
    languages: &'a [Language],
    time_zone: &'a str,
    survey: &'a str,
    #[serde(skip_serializing_if = "is_plain")]
    confidentiality: ConfidentialityOverride,
    article: Vec<ArticleTable<'a>>,
    partner: Vec<PartnerTable<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    person: Vec<PersonTable<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    statement: Vec<StatementTable<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    event: Vec<EventTable<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    adjustment: Vec<AdjustmentTable<'a>>,
}

fn is_plain(confidentiality: &ConfidentialityOverride) -> bool {
    confidentiality.mode.is_none() && confidentiality.threshold.is_none()
}

#[derive(Serialize)]
struct ArticleTable<'a> {
    id: &'a str,
    kind: &'static str,
    since: Datetime,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreed_by: Option<&'a str>,
    text: &'a Text,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<EarlierTable<'a>>,
}

#[derive(Serialize)]
struct EarlierTable<'a> {
    since: Datetime,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreed_by: Option<&'a str>,
    text: &'a Text,
}

#[derive(Serialize)]
struct PartnerTable<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
    joined_on: Datetime,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_on: Option<Datetime>,
    #[serde(skip_serializing_if = "Option::is_none")]
    consent_attributed_on: Option<Datetime>,
}

#[derive(Serialize)]
struct PersonTable<'a> {
    name: &'a str,
    mail: &'a str,
    language: Language,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    partner: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seat: Option<&'a str>,
    #[serde(skip_serializing_if = "is_not")]
    facilitator: bool,
    #[serde(skip_serializing_if = "is_not")]
    steering: bool,
    #[serde(skip_serializing_if = "is_not")]
    chair: bool,
    #[serde(skip_serializing_if = "is_not")]
    contact: bool,
}

fn is_not(flag: &bool) -> bool {
    !flag
}

#[derive(Serialize)]
struct StatementTable<'a> {
    id: &'a str,
    dimension: &'a str,
    text: &'a Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    scale: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<&'static str>,
    #[serde(skip_serializing_if = "is_not")]
    reversed: bool,
}

#[derive(Serialize)]
struct EventTable<'a> {
    on: Datetime,
    title: &'a Text,
}

#[derive(Serialize)]
struct AdjustmentTable<'a> {
    on: Datetime,
    article: &'a str,
    expected_dimension: &'a str,
    expected_direction: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected_by_round: Option<u32>,
    review_on: Datetime,
    owner: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreed_by: Option<&'a str>,
    title: &'a Text,
    old: &'a Text,
    new: &'a Text,
    why: &'a Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<ReviewTable<'a>>,
}

#[derive(Serialize)]
struct ReviewTable<'a> {
    on: Datetime,
    choice: &'static str,
    said: &'a str,
}

fn date(day: NaiveDate) -> Datetime {
    let part = |n: u32| u8::try_from(n).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(0);
    Datetime {
        date: Some(Date { year, month: part(day.month()), day: part(day.day()) }),
        time: None,
        offset: None,
    }
}

/// The file of an agreement.
pub fn write(agreement: &Agreement) -> Result<String, WriteError> {
    let confidentiality = ConfidentialityOverride {
        // What the survey says by itself is not repeated.
        mode: agreement
            .confidentiality
            .mode
            .filter(|mode| matches!(mode, Mode::Confidential | Mode::Attributed)),
        threshold: agreement.confidentiality.threshold,
    };
    let file = File {
        id: &agreement.id,
        title: &agreement.title,
        purpose: &agreement.purpose,
        languages: &agreement.languages,
        time_zone: &agreement.time_zone,
        survey: &agreement.survey,
        confidentiality,
        article: agreement
            .articles
            .iter()
            .map(|article| ArticleTable {
                id: &article.id,
                kind: article.kind.code(),
                since: date(article.since),
                agreed_by: article.agreed_by.as_deref(),
                text: &article.text,
                earlier: article
                    .earlier
                    .iter()
                    .map(|version| EarlierTable {
                        since: date(version.since),
                        agreed_by: version.agreed_by.as_deref(),
                        text: &version.text,
                    })
                    .collect(),
            })
            .collect(),
        partner: agreement
            .partners
            .iter()
            .map(|partner| PartnerTable {
                id: &partner.id,
                name: &partner.name,
                kind: partner.kind.code(),
                joined_on: date(partner.joined_on),
                left_on: partner.left_on.map(date),
                consent_attributed_on: partner.consent_attributed_on.map(date),
            })
            .collect(),
        person: agreement
            .people
            .iter()
            .map(|person| PersonTable {
                name: &person.name,
                mail: &person.mail,
                language: person.language,
                phone: person.phone.as_deref(),
                partner: person.partner.as_deref(),
                role: person.role.map(crate::domain::role::Role::code),
                seat: person.seat.as_deref(),
                facilitator: person.facilitator,
                steering: person.steering,
                chair: person.chair,
                contact: person.contact,
            })
            .collect(),
        statement: agreement
            .statements
            .iter()
            .map(|statement| StatementTable {
                id: &statement.id,
                dimension: &statement.dimension,
                text: &statement.text,
                scale: statement.scale.as_deref(),
                article: statement.article.map(crate::domain::article::ArticleKind::code),
                reversed: statement.reversed,
            })
            .collect(),
        event: agreement
            .events
            .iter()
            .map(|event| EventTable { on: date(event.on), title: &event.title })
            .collect(),
        adjustment: agreement
            .adjustments
            .iter()
            .map(|one| AdjustmentTable {
                on: date(one.on),
                article: &one.article,
                expected_dimension: &one.expected_dimension,
                expected_direction: one.expected_direction.code(),
                expected_by_round: one.expected_by_round,
                review_on: date(one.review_on),
                owner: &one.owner,
                agreed_by: one.agreed_by.as_deref(),
                title: &one.title,
                old: &one.old,
                new: &one.new,
                why: &one.why,
                review: one.review.as_ref().map(|review| ReviewTable {
                    on: date(review.on),
                    choice: review.choice.code(),
                    said: &review.said,
                }),
            })
            .collect(),
    };
    Ok(toml::to_string(&file)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{CORE_PULSE, agreement_file, survey_file};
    use crate::domain::adjustment::{Review, ReviewChoice};

    #[test]
    fn what_is_written_reads_back_as_it_was() {
        let survey = survey_file::parse("s", CORE_PULSE).0;
        for text in [
            include_str!("../../surveys/samples/city.toml"),
            include_str!("../../surveys/samples/coast.toml"),
        ] {
            let mut agreement = agreement_file::parse("f", text, &|_| survey.clone()).0.expect("good");
            agreement.adjustments[0].review = Some(Review {
                on: NaiveDate::from_ymd_opt(2026, 9, 1).expect("a day"),
                choice: ReviewChoice::Keep,
                said: "\"Het\" helpt\nsamen".into(),
            });
            agreement.adjustments[0].agreed_by = Some("stuurgroep".into());
            agreement.people[0].phone = Some("0612345678".into());
            let written = write(&agreement).expect("written");
            let (read, problems) = agreement_file::parse("again", &written, &|_| survey.clone());
            assert_eq!(read.as_ref(), Some(&agreement), "{problems:?}\n{written}");
        }
    }
}
