//! Answers come in: checked, stored durably, acknowledged. The last form wins; a replayed one changes nothing.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};

use crate::app::installation::random;
use crate::app::{AppError, Service, local_day};
use crate::domain::answer::{Answer, PageAnswers, cut_into_pages, open_fields};
use crate::domain::calendar::Schedule;
use crate::domain::ids::SurveyVersionId;
use crate::domain::key::{Key, Token};
use crate::domain::role::Role;
use crate::domain::round::RoundState;
use crate::domain::survey::{Statement, Survey};
use crate::domain::turn::{Quarter, Turn};
use crate::store::invitation::Invited;
use crate::store::sheet::{FormSeen, Forms, NewSheet};
use crate::store::{StoreError, invitation, sheet, survey};

/// What decides what a form asks: which survey, in which round, of whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FormKind {
    /// Survey version.
    pub survey_version: SurveyVersionId,
    /// Which round it is.
    pub turn: Turn,
    /// The respondent's role.
    pub role: Option<Role>,
}

impl FormKind {
    /// What an invitation's form asks.
    pub fn of(invited: &Invited) -> FormKind {
        FormKind { survey_version: invited.survey_version, turn: invited.turn, role: invited.role }
    }
}

/// What a form was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FormMark {
    /// What it asks.
    pub kind: FormKind,
    /// Page, from 0.
    pub page: usize,
    /// Revision of the sheet when the form was made.
    pub revision: u32,
}

impl std::fmt::Display for FormMark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let FormKind { survey_version, turn, role } = self.kind;
        let full = turn.full.map_or(0, Quarter::count);
        let role = role.map_or("", Role::code);
        write!(f, "{survey_version}.{}.{full}.{role}.{}.{}", turn.number, self.page, self.revision)
    }
}

impl FormMark {
    /// Reads the hidden field; `None` for any other text.
    pub fn parse(text: &str) -> Option<FormMark> {
        let mut parts = text.split('.');
        let survey_version = SurveyVersionId(parts.next()?.parse().ok()?);
        let number = parts.next()?.parse().ok()?;
        let full = match parts.next()?.parse().ok()? {
            0 => None,
            count => Some(Quarter::from_count(count)),
        };
        let role = match parts.next()? {
            "" => None,
            code => Some(Role::find(code)?),
        };
        let mark = FormMark {
            kind: FormKind { survey_version, turn: Turn { number, full }, role },
            page: parts.next()?.parse().ok()?,
            revision: parts.next()?.parse().ok()?,
        };
        parts.next().is_none().then_some(mark)
    }
}

/// What a round asks of people in a role, cut into pages. Shared by all their requests.
#[derive(Debug)]
pub struct RoundForm {
    /// The survey.
    pub survey: Survey,
    /// Which round.
    pub turn: Turn,
    /// Days since the round before, as it usually is; `None` where there is no rhythm.
    pub days_between: Option<i64>,
    pages: Vec<Vec<usize>>,
}

impl RoundForm {
    /// What a survey asks in a round.
    pub fn new(survey: Survey, turn: Turn, role: Option<Role>) -> RoundForm {
        let pages = cut_into_pages(&survey.statements_for(turn, role))
            .into_iter()
            .map(|page| {
                page.into_iter()
                    .filter_map(|wanted| survey.statements.iter().position(|s| s.id == wanted.id))
                    .collect()
            })
            .collect();
        let days_between = survey.schedule.as_ref().and_then(Schedule::usual_gap);
        RoundForm { survey, turn, days_between, pages }
    }

    /// How many pages.
    pub fn n_pages(&self) -> usize {
        self.pages.len()
    }

    /// How many statements on all pages.
    pub fn n_statements(&self) -> usize {
        self.pages.iter().map(Vec::len).sum()
    }

    /// The number of the page that holds everything at once, for changing what was given.
    pub fn whole_page(&self) -> usize {
        self.pages.len()
    }

    /// The statements of a page; empty for a page that does not exist.
    pub fn page(&self, page: usize) -> Vec<&Statement> {
        let indices: Vec<usize> = if page == self.whole_page() {
            self.pages.concat()
        } else {
            self.pages.get(page).cloned().unwrap_or_default()
        };
        indices.into_iter().map(|index| &self.survey.statements[index]).collect()
    }

    /// Names of the open questions that a page asks: the last one and the whole one ask those of the round.
    pub fn questions(&self, page: usize) -> Vec<&str> {
        if page + 1 < self.n_pages() {
            return Vec::new();
        }
        self.survey.open_questions_in(self.turn).into_iter().map(|(name, _)| name).collect()
    }

    /// All open fields of a page, in their order.
    pub fn open_fields(&self, page: usize) -> Vec<String> {
        open_fields(&self.survey, &self.page(page), &self.questions(page))
    }
}

type RoundForms = HashMap<FormKind, Arc<RoundForm>>;

/// Forms of the rounds in use, so that a busy round reads its survey once.
#[derive(Clone, Default)]
pub struct FormCache(Arc<Mutex<RoundForms>>);

/// Forms kept at most; rounds in use are far fewer.
const MAX_FORMS: usize = 256;

impl FormCache {
    /// A form that was used before.
    pub fn find(&self, kind: FormKind) -> Option<Arc<RoundForm>> {
        self.0.lock().ok()?.get(&kind).cloned()
    }

    /// The form of an invitation's round.
    pub async fn get(&self, service: &Service, invited: &Invited) -> Result<Arc<RoundForm>, AppError> {
        let kind = FormKind::of(invited);
        if let Some(form) = self.find(kind) {
            return Ok(form);
        }
        let id = kind.survey_version;
        let version =
            service.store.read("read the survey", move |connection| survey::get(connection, id)).await?;
        let form = Arc::new(RoundForm::new(version.survey, kind.turn, kind.role));
        if let Ok(mut forms) = self.0.lock() {
            if forms.len() >= MAX_FORMS {
                forms.clear();
            }
            forms.insert(kind, Arc::clone(&form));
        }
        Ok(form)
    }
}

/// One checked page of a form.
#[derive(Debug, Clone)]
pub struct Submission {
    /// Digest of the link.
    pub token_digest: [u8; 32],
    /// What the form was made for.
    pub mark: FormMark,
    /// What it says.
    pub answers: PageAnswers,
    /// Whether it holds all that was given: only then does an open field take an answer away.
    pub is_whole: bool,
    /// Whether no page comes after it.
    pub is_last: bool,
    /// The form as it came, to know a replay by.
    pub body: Vec<u8>,
}

/// What became of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Collected {
    /// It is on disk.
    Saved,
    /// It was on disk already: a double click or a retry.
    SavedBefore,
    /// It was taken before, and a later form after it; that one stands.
    Superseded,
    /// Nothing was filled in, on this page or an earlier one.
    Empty,
    /// No such link, or it passed to somebody else.
    NotFound,
    /// The round is no longer open.
    Closed,
    /// The form was made for another survey version or round.
    Outdated,
}

/// Stores a page of answers durably.
///
/// The link is looked up beside the write thread; that thread then only makes sure that nothing changed since.
pub async fn collect(
    service: &Service,
    submission: Submission,
    now: DateTime<Utc>,
) -> Result<Collected, AppError> {
    let digest = submission.token_digest;
    let found = service.store.look_up("find the invitation", |c| invitation::find(c, &digest)).await?;
    let Some(invited) = found.filter(|invited| !invited.is_withdrawn) else { return Ok(Collected::NotFound) };
    let mark = submission.mark;
    if invited.round_state != RoundState::Open || now > invited.closes_at {
        return Ok(Collected::Closed);
    }
    if mark.kind != FormKind::of(&invited) {
        return Ok(Collected::Outdated);
    }
    let mut sheet_key = [0; 16];
    random::fill(&mut sheet_key)?;
    let pseudonym = pseudonym(&service.key, &invited);
    let save = Save {
        form_digest: service.key.form_digest(&pseudonym, &submission.body),
        day: local_day(now, &invited.time_zone),
        sheet_key,
        pseudonym,
        invited,
        submission,
    };
    let collected =
        service.store.write("store answers", move |connection| store(connection, &save, now)).await?;
    Ok(collected)
}

/// A page that is ready to be written.
struct Save {
    invited: Invited,
    submission: Submission,
    pseudonym: [u8; 16],
    sheet_key: [u8; 16],
    form_digest: [u8; 16],
    day: chrono::NaiveDate,
}

fn store(connection: &rusqlite::Connection, save: &Save, now: DateTime<Utc>) -> rusqlite::Result<Collected> {
    let Save { invited, submission, day, .. } = save;
    // Pages are few; a number past the last byte could only come from a made-up form, which was refused before.
    let page = u8::try_from(submission.mark.page).unwrap_or(u8::MAX);
    let found = match invited.answered_on {
        None if !submission.answers.is_empty() => None,
        _ => sheet::find(connection, invited.round, &save.pseudonym)?,
    };
    if submission.answers.is_empty() && (found.is_none() || submission.is_whole) {
        return Ok(Collected::Empty);
    }
    let is_noted = invited.answered_on == Some(*day) && (invited.is_finished || !submission.is_last);
    let is_open = if is_noted {
        invitation::takes_answers(connection, invited.invitation, now)?
    } else {
        invitation::mark_answered(connection, invited.invitation, *day, submission.is_last, now)?
    };
    if !is_open {
        return Ok(Collected::Closed);
    }
    // A page that was opened again is blank: what it leaves open stays as it was.
    let remarks: Vec<(&str, Option<&str>)> = submission
        .answers
        .remarks
        .iter()
        .filter(|(_, text)| submission.is_whole || text.is_some())
        .map(|(name, text)| (name.as_str(), text.as_deref()))
        .chain(submission.answers.withdrawn.iter().map(|name| (name.as_str(), None)))
        .collect();
    let answers = submission
        .answers
        .answers
        .iter()
        .filter(|(_, answer)| submission.is_whole || answer.is_some())
        .map(|(id, answer)| (id.as_str(), *answer));
    let found = match found {
        Some(sheet) => sheet,
        None => {
            let new = NewSheet {
                key: save.sheet_key,
                round: invited.round,
                pseudonym: &save.pseudonym,
                partner: invited.partner,
                role: invited.role,
                answered_on: *day,
            };
            let mut forms = Forms::default();
            forms.push(&save.form_digest, page);
            if sheet::insert(connection, &new, &forms)? {
                let answers = answers.filter(|(_, answer)| answer.is_some());
                sheet::put_answers(connection, &save.sheet_key, answers)?;
                let remarks = remarks.into_iter().filter(|(_, text)| text.is_some());
                sheet::put_remarks(connection, &save.sheet_key, remarks)?;
                return Ok(Collected::Saved);
            }
            // Another tab was first, between the look-up and now.
            sheet::find(connection, invited.round, &save.pseudonym)?
                .ok_or(rusqlite::Error::QueryReturnedNoRows)?
        }
    };
    let mut forms = found.forms;
    match forms.find(&save.form_digest, page) {
        FormSeen::Last => return Ok(Collected::SavedBefore),
        FormSeen::Older => return Ok(Collected::Superseded),
        FormSeen::New => forms.push(&save.form_digest, page),
    }
    sheet::put_answers(connection, &found.key, answers)?;
    sheet::put_remarks(connection, &found.key, remarks)?;
    sheet::mark_saved(connection, &found.key, *day, &forms)?;
    Ok(Collected::Saved)
}

fn pseudonym(key: &Key, invited: &Invited) -> [u8; 16] {
    key.pseudonym(invited.agreement, invited.pseudonym_generation, invited.seat, invited.occupant_version)
}

/// The invitation behind a link; `None` for unknown and withdrawn ones alike.
pub async fn find_invited(service: &Service, token: &Token) -> Result<Option<Invited>, AppError> {
    let digest = token.digest();
    let found = service
        .store
        .look_up("find the invitation", |connection| invitation::find(connection, &digest))
        .await?;
    Ok(found.filter(|invited| !invited.is_withdrawn))
}

/// What a respondent gave so far, for themselves only.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// Revision of the sheet; 0 before the first save.
    pub revision: u32,
    /// Answers by statement id.
    pub answers: HashMap<String, Answer>,
    /// Open answers by the name of what they answer.
    pub remarks: HashMap<String, String>,
}

/// Reads back what an invitation's seat gave in its round.
pub async fn read_given(service: &Service, invited: &Invited) -> Result<Given, StoreError> {
    let pseudonym = pseudonym(&service.key, invited);
    let round = invited.round;
    service
        .store
        .read("read the sheet", move |connection| {
            let Some(found) = sheet::find(connection, round, &pseudonym)? else {
                return Ok(Given::default());
            };
            Ok(Given {
                revision: found.revision,
                answers: sheet::list_answers(connection, &found.key)?.into_iter().collect(),
                remarks: sheet::list_remarks(connection, &found.key)?.into_iter().collect(),
            })
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_mark_survives_its_field_and_nothing_else_is_one() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 3).unwrap_or_default();
        for (turn, role) in [(Turn::short(12), None), (Turn::full(12, day), Some(Role::Executive))] {
            let kind = FormKind { survey_version: SurveyVersionId(3), turn, role };
            let mark = FormMark { kind, page: 1, revision: 4 };
            assert_eq!(FormMark::parse(&mark.to_string()), Some(mark));
        }
        for text in
            ["", "3.12.1.4", "3.12.0..1", "3.12.0..1.4.5", "3.12.0..-1.4", "3.12.0.boss.1.4", "a.b.c.d.e.f"]
        {
            assert_eq!(FormMark::parse(text), None, "{text}");
        }
    }
}
