//! Answer and roster files (CSV): earlier measurements that come along.
//!
//! Whether a partner exists and a round number is free is the store's business (`app::import_answers`).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::reader::{Problem, Severity};
use crate::domain::answer::Answer;
use crate::domain::role::Role;
use crate::domain::survey::Survey;

/// Problems shown at most, so that one wrong column does not print a book.
const MAX_PROBLEMS: usize = 50;

/// One respondent's sheet in one round of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportedSheet {
    /// Role, where the file gives one.
    pub role: Option<Role>,
    /// Answers by statement id; a skipped statement is absent.
    pub answers: BTreeMap<String, Answer>,
}

/// One round of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportedRound {
    /// The round's date.
    pub date: NaiveDate,
    /// First line that mentions it, for messages.
    pub line: usize,
    /// Statements that the file mentions in this round.
    pub asked: BTreeSet<String>,
    /// Sheets by partner and respondent.
    pub sheets: BTreeMap<(String, String), ImportedSheet>,
    /// Invited people by partner; `None` without a roster file.
    pub invited: Option<BTreeMap<String, BTreeSet<String>>>,
}

/// Rounds by number.
pub type ImportedRounds = BTreeMap<u32, ImportedRound>;

/// Reads an answers file and, if there is one, its roster.
///
/// Errors: every problem, by line; then nothing may be stored.
pub fn parse(
    answers: (&str, &[u8]),
    roster: Option<(&str, &[u8])>,
    survey: &Survey,
) -> Result<ImportedRounds, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut rounds = ImportedRounds::new();
    read_answers(answers.0, answers.1, survey, &mut rounds, &mut problems);
    if let Some((file, bytes)) = roster {
        read_roster(file, bytes, &mut rounds, &mut problems);
    }
    if rounds.is_empty() && problems.is_empty() {
        problems.push(problem(answers.0, 1, "the file has no answers".to_owned()));
    }
    if problems.is_empty() { Ok(rounds) } else { Err(problems) }
}

fn problem(file: &str, line: usize, message: String) -> Problem {
    Problem { file: file.to_owned(), line, column: 1, severity: Severity::Error, message: message.into() }
}

/// Columns by name, in any order.
struct Columns(BTreeMap<&'static str, usize>);

impl Columns {
    fn find(file: &str, header: &csv::StringRecord, required: &[&'static str]) -> Result<Columns, Problem> {
        let mut columns = BTreeMap::new();
        for name in required {
            match header.iter().position(|column| column.trim().trim_start_matches('\u{feff}') == *name) {
                Some(index) => columns.insert(*name, index),
                None => {
                    return Err(problem(
                        file,
                        1,
                        format!(
                            "column \"{name}\" is missing: expected a header line with {}",
                            required.join(",")
                        ),
                    ));
                }
            };
        }
        Ok(Columns(columns))
    }

    fn get<'r>(&self, record: &'r csv::StringRecord, name: &str) -> &'r str {
        self.0.get(name).and_then(|index| record.get(*index)).unwrap_or_default().trim()
    }
}

fn read_rows(
    file: &str,
    bytes: &[u8],
    required: &[&'static str],
    problems: &mut Vec<Problem>,
    mut row: impl FnMut(usize, &dyn Fn(&str) -> String) -> Result<(), String>,
) {
    let mut reader = csv::ReaderBuilder::new().from_reader(bytes);
    let columns = match reader.headers() {
        Ok(header) => Columns::find(file, header, required),
        Err(error) => Err(problem(file, 1, format!("not readable as CSV in UTF-8: {error}"))),
    };
    let columns = match columns {
        Ok(columns) => columns,
        Err(found) => return problems.push(found),
    };
    let mut record = csv::StringRecord::new();
    loop {
        if problems.len() >= MAX_PROBLEMS {
            return problems.push(problem(
                file,
                1,
                format!("{MAX_PROBLEMS} problems shown; there may be more"),
            ));
        }
        let line = usize::try_from(reader.position().line()).unwrap_or(0);
        match reader.read_record(&mut record) {
            Ok(false) => return,
            Ok(true) => {
                let line = record.position().map_or(line, |p| usize::try_from(p.line()).unwrap_or(line));
                if let Err(message) = row(line, &|name| columns.get(&record, name).to_owned()) {
                    problems.push(problem(file, line, message));
                }
            }
            Err(error) => {
                return problems.push(problem(file, line, format!("not readable as CSV in UTF-8: {error}")));
            }
        }
    }
}

fn read_key(get: &dyn Fn(&str) -> String) -> Result<(u32, NaiveDate, String, String, Option<Role>), String> {
    let text = get("round");
    let round = text
        .parse()
        .ok()
        .filter(|n| *n >= 1)
        .ok_or(format!("round is \"{text}\": expected a number from 1"))?;
    let text = get("date");
    let date = text.parse().map_err(|_| format!("date is \"{text}\": expected a date such as 2026-03-01"))?;
    let (partner, respondent) = (get("partner"), get("respondent"));
    if partner.is_empty() || respondent.is_empty() {
        return Err("partner or respondent is empty: every row needs both".to_owned());
    }
    let text = get("role");
    let role = match text.as_str() {
        "" => None,
        code => Some(
            Role::find(code)
                .ok_or(format!("role is \"{code}\": expected \"executive\", \"practitioner\" or nothing"))?,
        ),
    };
    Ok((round, date, partner, respondent, role))
}

fn enter(
    rounds: &mut ImportedRounds,
    round: u32,
    date: NaiveDate,
    line: usize,
) -> Result<&mut ImportedRound, String> {
    let entry =
        rounds.entry(round).or_insert_with(|| ImportedRound { date, line, ..ImportedRound::default() });
    if entry.date != date {
        return Err(format!(
            "round {round} has date {date} here and {} on line {}: a round has one date",
            entry.date, entry.line
        ));
    }
    Ok(entry)
}

fn read_answers(
    file: &str,
    bytes: &[u8],
    survey: &Survey,
    rounds: &mut ImportedRounds,
    problems: &mut Vec<Problem>,
) {
    let columns = ["round", "date", "partner", "respondent", "role", "item", "value"];
    read_rows(file, bytes, &columns, problems, |line, get| {
        let (round, date, partner, respondent, role) = read_key(get)?;
        let item = get("item");
        if survey.find_statement(&item).is_none() {
            return Err(format!("item \"{item}\" is no statement of survey \"{}\"", survey.id));
        }
        let value = get("value");
        let answer = match value.as_str() {
            "" => None,
            text => Some(Answer::parse(text, survey).ok_or(format!(
                "value is \"{text}\": expected a whole number from {} to {}, CJ (cannot judge) or nothing",
                survey.scale.min, survey.scale.max
            ))?),
        };
        let round = enter(rounds, round, date, line)?;
        round.asked.insert(item.clone());
        let sheet = round.sheets.entry((partner, respondent)).or_default();
        sheet.role = sheet.role.or(role);
        if let Some(answer) = answer
            && sheet.answers.insert(item.clone(), answer).is_some()
        {
            return Err(format!("a second answer to \"{item}\" by the same respondent in this round"));
        }
        Ok(())
    });
}

fn read_roster(file: &str, bytes: &[u8], rounds: &mut ImportedRounds, problems: &mut Vec<Problem>) {
    for round in rounds.values_mut() {
        round.invited = Some(BTreeMap::new());
    }
    read_rows(file, bytes, &["round", "date", "partner", "respondent", "role"], problems, |line, get| {
        let (round, date, partner, respondent, _) = read_key(get)?;
        let round = enter(rounds, round, date, line)?;
        let invited = round.invited.get_or_insert_with(BTreeMap::new);
        if !invited.entry(partner).or_default().insert(respondent.clone()) {
            return Err(format!("respondent \"{respondent}\" is on the roster twice in this round"));
        }
        Ok(())
    });
    for (number, round) in rounds.iter() {
        for (partner, respondent) in round.sheets.keys() {
            let is_invited = round
                .invited
                .as_ref()
                .and_then(|all| all.get(partner))
                .is_some_and(|people| people.contains(respondent));
            if !is_invited && problems.len() < MAX_PROBLEMS {
                problems.push(problem(
                    file,
                    1,
                    format!("respondent \"{respondent}\" of \"{partner}\" answered in round {number} but is not on the roster"),
                ));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::survey::{
        Block,
        tests::{statement, survey},
    };

    fn check(rows: &str) -> Result<ImportedRounds, Vec<String>> {
        let survey = survey(vec![statement("A", "trust", Block::Core)]);
        let text = format!("value,round,date,partner,respondent,role,item\n{rows}");
        parse(("a.csv", text.as_bytes()), None, &survey)
            .map_err(|all| all.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn columns_may_come_in_any_order_and_gaps_are_no_answers() {
        let rounds = check("5,1,2026-01-05,P,x,,A\nCJ,1,2026-01-05,P,y,executive,A\n,1,2026-01-05,P,z,,A\n")
            .expect("good");
        let sheets = &rounds[&1].sheets;
        assert_eq!(sheets[&("P".into(), "x".into())].answers["A"], Answer::Value(5));
        assert_eq!(sheets[&("P".into(), "y".into())].answers["A"], Answer::CannotJudge);
        assert!(sheets[&("P".into(), "z".into())].answers.is_empty());
    }

    #[test]
    fn every_bad_row_is_named_with_its_line() {
        let problems = check("6,1,2026-01-05,P,x,,A\n1,0,2026-01-05,P,x,,A\n1,1,5 jan,P,x,,A\n1,1,2026-01-05,P,x,boss,A\n1,1,2026-01-05,P,x,,B\n1,1,2026-01-06,P,q,,A\n1,1,2026-01-05,,q,,A\n").expect_err("bad");
        let starts: Vec<String> = problems.iter().map(|p| p.chars().take(24).collect()).collect();
        assert_eq!(
            starts,
            [
                "a.csv:2:1: value is \"6\":",
                "a.csv:3:1: round is \"0\":",
                "a.csv:4:1: date is \"5 ja",
                "a.csv:5:1: role is \"boss",
                "a.csv:6:1: item \"B\" is n",
                "a.csv:8:1: partner or re"
            ]
        );
    }

    #[test]
    fn a_respondent_outside_the_roster_is_refused() {
        let survey = survey(vec![statement("A", "trust", Block::Core)]);
        let answers = "round,date,partner,respondent,role,item,value\n1,2026-01-05,P,x,,A,3\n";
        let roster = "round,date,partner,respondent,role\n1,2026-01-05,P,y,\n";
        let problems =
            parse(("a", answers.as_bytes()), Some(("r", roster.as_bytes())), &survey).expect_err("bad");
        assert!(problems[0].to_string().contains("not on the roster"), "{}", problems[0]);
    }
}
