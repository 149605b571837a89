//! People as a spreadsheet has them: CSV in UTF-8 or Windows-1252, with commas or semicolons. Every problem in words, by
//! line; a file with a problem gives nobody.

use crate::domain::agreement::{Agreement, Partner, Person};
use crate::domain::language::Language;
use crate::domain::role::Role;

use super::agreement_file::is_mail_address;
use super::reader::Message;
use crate::words::{Phrase, Word};

/// Columns that a file may have; the first two it must. Yes is `1`, `x`, `ja`, `yes` or `true`.
pub const COLUMNS: [&str; 11] = [
    "name",
    "mail",
    "language",
    "partner",
    "role",
    "seat",
    "facilitator",
    "steering",
    "chair",
    "contact",
    "phone",
];
/// Problems listed at most.
const MAX_PROBLEMS: usize = 50;

/// What is wrong in a line.
#[derive(Debug, Clone)]
pub struct LineProblem {
    /// The line, from 1.
    pub line: usize,
    /// What was expected.
    pub message: Message,
}

/// Reads people for an agreement.
///
/// Errors: every problem, up to a limit.
pub fn parse(bytes: &[u8], agreement: &Agreement) -> Result<Vec<Person>, Vec<LineProblem>> {
    let text = decode(bytes);
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let problem = |line: usize, message: Message| LineProblem { line, message };
    let header: Vec<String> = match reader.headers() {
        Ok(header) => header.iter().map(|name| name.to_lowercase()).collect(),
        Err(_) => {
            return Err(vec![problem(1, Word::CsvBroken.into())]);
        }
    };
    let mut problems = Vec::new();
    for name in &COLUMNS[..2] {
        if !header.iter().any(|column| column == name) {
            let columns = COLUMNS.join(", ").into();
            problems.push(problem(1, Phrase::CsvColumnMissing { column: (*name).into(), columns }.into()));
        }
    }
    for column in header.iter().filter(|column| !COLUMNS.contains(&column.as_str())) {
        let (column, columns) = (column.clone().into(), COLUMNS.join(", ").into());
        problems.push(problem(1, Phrase::CsvColumnUnknown { column, columns }.into()));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut people: Vec<Person> = Vec::new();
    for record in reader.records() {
        if problems.len() >= MAX_PROBLEMS {
            break;
        }
        match record {
            Err(error) => {
                let line = error.position().map_or(1, |position| position.line() as usize);
                problems.push(problem(line, Word::CsvLineBroken.into()));
            }
            Ok(record) => {
                let line = record.position().map_or(1, |position| position.line() as usize);
                // A column that the file does not have says nothing; an empty cell says "none".
                let get = |name: &str| {
                    let at = header.iter().position(|column| column == name)?;
                    Some(record.get(at).unwrap_or_default().trim())
                };
                match read_person(&get, agreement, &people) {
                    Ok(person) => people.push(person),
                    Err(message) => problems.push(problem(line, message)),
                }
            }
        }
    }
    if problems.is_empty() && people.is_empty() {
        problems.push(problem(2, Word::CsvNobody.into()));
    }
    if problems.is_empty() { Ok(people) } else { Err(problems) }
}

/// UTF-8 where it is; else what Windows writes.
fn decode(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

fn flag(name: &'static str, text: &str) -> Result<bool, Message> {
    match text.to_lowercase().as_str() {
        "" | "0" | "nee" | "no" | "false" => Ok(false),
        "1" | "x" | "ja" | "yes" | "true" => Ok(true),
        _ => Err(Phrase::CsvFlag { column: name.into(), found: text.to_owned().into() }.into()),
    }
}

fn read_person<'r>(
    get: &dyn Fn(&str) -> Option<&'r str>,
    agreement: &Agreement,
    before: &[Person],
) -> Result<Person, Message> {
    let (name, mail) = (get("name").unwrap_or_default(), get("mail").unwrap_or_default().to_lowercase());
    if name.is_empty() || name.chars().any(char::is_control) {
        return Err(Word::CsvNoName.into());
    }
    if !is_mail_address(&mail) {
        return Err(Phrase::CsvMail { mail: mail.into() }.into());
    }
    if before.iter().any(|person| person.mail == mail) {
        return Err(Phrase::CsvMailTwice { mail: mail.into() }.into());
    }
    let known = agreement.people.iter().find(|person| person.mail == mail);
    let kept = |flag: fn(&Person) -> bool| known.is_some_and(flag);
    let language = match get("language") {
        None | Some("") => known.map_or_else(Language::default, |known| known.language),
        Some(code) => Language::find(&code.to_lowercase())
            .ok_or_else(|| Phrase::CsvLanguage { code: code.to_owned().into() })?,
    };
    let partner = match get("partner") {
        None => known.and_then(|known| known.partner.clone()),
        Some("") => None,
        Some(wanted) => Some(find_partner(agreement, wanted)?),
    };
    let role = match get("role") {
        None => known.and_then(|known| known.role),
        Some("") => None,
        Some(code) => Some(
            Role::find(&code.to_lowercase())
                .ok_or_else(|| Phrase::CsvRole { code: code.to_owned().into() })?,
        ),
    };
    let text = |name: &str, before: Option<String>| match get(name) {
        None => before,
        Some(text) => Some(text.to_owned()).filter(|text| !text.is_empty()),
    };
    let seat = text("seat", known.and_then(|known| known.seat.clone()));
    let phone = text("phone", known.and_then(|known| known.phone.clone()));
    let part = |name: &'static str, before: bool| get(name).map_or(Ok(before), |text| flag(name, text));
    let facilitator = part("facilitator", kept(|known| known.facilitator))?;
    let sits = part("steering", kept(|known| known.steering))?;
    // Who leaves the steering group chairs it no more; who is said to chair it, is in it.
    let chair = part("chair", sits && kept(|known| known.chair))?;
    let steering = sits || chair;
    let contact = part("contact", kept(|known| known.contact))?;
    if let Some(seat) = &seat {
        let is_plain = seat.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        if !is_plain {
            return Err(Phrase::CsvSeat { seat: seat.clone().into() }.into());
        }
        if role.is_none() || partner.is_none() {
            return Err(Word::CsvSeatNeeds.into());
        }
        if before.iter().any(|person| person.seat.as_ref() == Some(seat)) {
            return Err(Phrase::CsvSeatTwice { seat: seat.clone().into() }.into());
        }
    } else if !(facilitator || steering || contact) {
        return Err(Word::CsvIdle.into());
    }
    if contact && partner.is_none() {
        return Err(Word::CsvContactNeeds.into());
    }
    Ok(Person {
        name: name.to_owned(),
        mail,
        phone,
        language,
        partner,
        role,
        seat,
        facilitator,
        steering,
        chair,
        contact,
    })
}

/// The partner of a short name or a name.
fn find_partner(agreement: &Agreement, wanted: &str) -> Result<String, Message> {
    let is_it = |partner: &&Partner| {
        partner.id.eq_ignore_ascii_case(wanted) || partner.name.to_lowercase() == wanted.to_lowercase()
    };
    let all = || agreement.partners.iter().map(|p| p.id.as_str()).collect::<Vec<_>>().join(", ");
    let found = agreement.partners.iter().find(is_it);
    found
        .map(|found| found.id.clone())
        .ok_or_else(|| Phrase::CsvPartner { found: wanted.to_owned().into(), known: all().into() }.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::demo::seed_demo::samples;

    fn coast() -> Agreement {
        samples().expect("samples").1.remove(1)
    }

    #[test]
    fn semicolons_commas_and_what_windows_writes_are_read_alike() {
        let lines = "name;mail;partner;role;seat\nZoë Évers;ZOE@x.example;K01;executive;K01-9\n";
        let windows = encoding_rs::WINDOWS_1252.encode(lines).0.into_owned();
        let commas = lines.replace(';', ",");
        let read = parse(lines.as_bytes(), &coast()).expect("good");
        assert_eq!((read[0].name.as_str(), read[0].mail.as_str()), ("Zoë Évers", "zoe@x.example"));
        assert_eq!(parse(&windows, &coast()).expect("good"), read);
        assert_eq!(parse(commas.as_bytes(), &coast()).expect("good"), read);
    }

    #[test]
    fn every_problem_is_told_by_line_and_nobody_comes_in() {
        let text = "name,mail,partner,role,seat,steering\n\
                    A,a@x.example,K01,executive,S1,\n\
                    B,nonsense,K01,executive,S2,\n\
                    C,c@x.example,Q99,executive,S3,\n\
                    D,d@x.example,K01,boss,S4,\n\
                    E,a@x.example,,,,x\n\
                    F,f@x.example,K01,executive,S1,\n\
                    G,g@x.example,,,,\n";
        let problems = parse(text.as_bytes(), &coast()).expect_err("bad");
        let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [3, 4, 5, 6, 7, 8], "{problems:?}");
        assert!(parse(b"naam,mail\n", &coast()).is_err());
    }

    #[test]
    fn a_column_that_is_missing_changes_nothing_and_an_empty_cell_does() {
        let agreement = coast();
        let known =
            agreement.people.iter().find(|person| person.seat.is_some() && person.contact).expect("somebody");
        let line = format!("name,mail\n{},{}\n", known.name, known.mail);
        let read = parse(line.as_bytes(), &agreement).expect("good");
        assert_eq!(read.first(), Some(known));
        let line = format!("name,mail,contact\n{},{},\n", known.name, known.mail);
        let read = parse(line.as_bytes(), &agreement).expect("good");
        assert_eq!(read, [Person { contact: false, ..known.clone() }]);
    }
}
