//! Walks a TOML file and collects every problem instead of stopping at the first.
//!
//! Each `take_…` marks its key as known; [`Table::finish`] then reports the keys that nobody asked for.
//! A missing or wrong value gives `None` *and* a problem, so a caller can go on reading.

use std::cell::RefCell;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::domain::language::{Language, Text};
use crate::words::{Phrase, Value, Word, tr};

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file cannot be used.
    Error,
    /// It can, but not as the rules advise.
    Warning,
}

/// What is wrong with a file, or what was expected instead.
#[derive(Debug, Clone)]
pub enum Message {
    /// Said in the reader's language.
    #[doc(hidden)]
    Words(Box<Words>),
    /// As a library says it in English; other readers get the words.
    Library {
        /// What it said.
        said: String,
        /// What that comes down to.
        #[doc(hidden)]
        words: Box<Words>,
    },
    /// From a command that knows English only.
    English(String),
}

/// A phrase that owns what fills it.
#[derive(Debug, Clone)]
pub struct Words(Phrase<'static>);

impl Message {
    /// The message in a language.
    pub fn say(&self, language: Language) -> String {
        match self {
            Message::Words(words) => tr(language, words.0.clone()),
            Message::Library { said, .. } if language == Language::En => said.clone(),
            Message::Library { words, .. } => tr(language, words.0.clone()),
            Message::English(text) => text.clone(),
        }
    }

    fn into_value(self) -> Value<'static> {
        match self {
            Message::Words(words) | Message::Library { words, .. } => words.0.into(),
            Message::English(text) => text.into(),
        }
    }
}

impl From<Phrase<'static>> for Message {
    fn from(phrase: Phrase<'static>) -> Self {
        Message::Words(Box::new(Words(phrase)))
    }
}

impl From<Word> for Message {
    fn from(word: Word) -> Self {
        Phrase::from(word).into()
    }
}

impl From<&str> for Message {
    fn from(text: &str) -> Self {
        Message::English(text.to_owned())
    }
}

impl From<String> for Message {
    fn from(text: String) -> Self {
        Message::English(text)
    }
}

/// Commands speak English; screens use [`Message::say`].
impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.say(Language::En))
    }
}

impl Serialize for Message {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// One problem and its place. Lines and columns count from 1; columns count characters.
#[derive(Debug, Clone, Serialize)]
pub struct Problem {
    /// The file as it was named.
    pub file: String,
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
    /// How bad.
    pub severity: Severity,
    /// What is wrong, what was expected, what to do.
    pub message: Message,
}

impl Problem {
    /// The problem with its place, in a language, for a screen that shows one file.
    pub(crate) fn say(&self, language: Language) -> String {
        let problem = self.message.say(language).into();
        let phrase = Phrase::FilePlace { line: self.line.into(), column: self.column.into(), problem };
        tr(language, phrase)
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = match self.severity {
            Severity::Error => "",
            Severity::Warning => "warning: ",
        };
        write!(f, "{}:{}:{}: {kind}{}", self.file, self.line, self.column, self.message)
    }
}

/// One file under reading.
pub struct Source<'a> {
    file: &'a str,
    text: &'a str,
    needs_words: bool,
    problems: RefCell<Vec<(usize, Severity, Message)>>,
}

impl<'a> Source<'a> {
    /// A file's name and text.
    pub fn new(file: &'a str, text: &'a str) -> Source<'a> {
        Source { file, text, needs_words: true, problems: RefCell::new(Vec::new()) }
    }

    /// The same, for a file that is only computed with: texts for people may be missing, and are empty then.
    pub fn without_words(file: &'a str, text: &'a str) -> Source<'a> {
        Source { needs_words: false, ..Source::new(file, text) }
    }

    /// Whether texts for people must be there.
    pub fn needs_words(&self) -> bool {
        self.needs_words
    }

    /// Parses the text; syntax errors become problems and what could be read is still there.
    pub fn parse(&self) -> Spanned<DeTable<'a>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            let words = Box::new(Words(Word::FileSyntax.into()));
            self.error(at, Message::Library { said: error.message().to_owned(), words });
        }
        table
    }

    /// Records an error at a byte offset.
    pub fn error(&self, at: usize, message: impl Into<Message>) {
        self.problems.borrow_mut().push((at, Severity::Error, message.into()));
    }

    /// Records a warning at a byte offset.
    pub fn warn(&self, at: usize, message: impl Into<Message>) {
        self.problems.borrow_mut().push((at, Severity::Warning, message.into()));
    }

    /// Whether an error (not a warning) was recorded.
    pub fn has_errors(&self) -> bool {
        self.problems.borrow().iter().any(|(_, severity, _)| *severity == Severity::Error)
    }

    /// Everything recorded, in the order of the file.
    pub fn into_problems(self) -> Vec<Problem> {
        let mut raw = self.problems.into_inner();
        raw.sort_by_key(|(at, ..)| *at);
        raw.into_iter()
            .map(|(at, severity, message)| {
                let before = &self.text[..floor_char_boundary(self.text, at)];
                let line_start = before.rfind('\n').map_or(0, |index| index + 1);
                Problem {
                    file: self.file.to_owned(),
                    line: before.matches('\n').count() + 1,
                    column: before[line_start..].chars().count() + 1,
                    severity,
                    message,
                }
            })
            .collect()
    }
}

fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A value with the byte offset where it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At<T> {
    /// Byte offset in the file.
    pub at: usize,
    /// The value.
    pub value: T,
}

/// One table of the file.
pub struct Table<'s, 'a> {
    source: &'s Source<'a>,
    at: usize,
    entries: &'s DeTable<'a>,
    known: RefCell<BTreeSet<&'static str>>,
}

impl<'s, 'a> Table<'s, 'a> {
    /// The file's top level.
    pub fn root(source: &'s Source<'a>, table: &'s Spanned<DeTable<'a>>) -> Table<'s, 'a> {
        Table { source, at: 0, entries: table.get_ref(), known: RefCell::default() }
    }

    /// Where the table starts.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The file it is part of.
    pub fn source(&self) -> &'s Source<'a> {
        self.source
    }

    fn find(&self, key: &'static str) -> Option<&'s Spanned<DeValue<'a>>> {
        self.known.borrow_mut().insert(key);
        self.entries.get(key)
    }

    fn require(&self, key: &'static str, expected: &Message) -> Option<&'s Spanned<DeValue<'a>>> {
        let found = self.find(key);
        if found.is_none() {
            let expected = expected.clone().into_value();
            self.source.error(self.at, Phrase::FileMissing { key: key.into(), expected });
        }
        found
    }

    fn wrong(&self, value: &Spanned<DeValue<'a>>, key: &'static str, expected: &Message) {
        let span = value.span();
        let raw = self.source.text.get(span.clone()).unwrap_or_default();
        let shown: String = raw.chars().take(40).collect();
        let expected = expected.clone().into_value();
        self.source.error(span.start, Phrase::FileWrong { key: key.into(), found: shown.into(), expected });
    }

    /// A text that must be there and not be blank.
    pub fn take_string(&self, key: &'static str, expected: impl Into<Message>) -> Option<At<String>> {
        let expected = expected.into();
        self.require(key, &expected)?;
        self.find_string(key, expected)
    }

    /// A text that may be missing.
    pub fn find_string(&self, key: &'static str, expected: impl Into<Message>) -> Option<At<String>> {
        let expected = expected.into();
        let value = self.find(key)?;
        match value.get_ref() {
            DeValue::String(text)
                if !text.trim().is_empty() && !text.chars().any(|c| c.is_control() && c != '\n') =>
            {
                Some(At { at: value.span().start, value: text.trim().to_owned() })
            }
            DeValue::String(text) if text.trim().is_empty() => {
                let expected = expected.into_value();
                self.source.error(value.span().start, Phrase::FileEmpty { key: key.into(), expected });
                None
            }
            _ => {
                self.wrong(value, key, &expected);
                None
            }
        }
    }

    /// A whole number that must be there.
    pub fn take_integer(&self, key: &'static str, expected: impl Into<Message>) -> Option<At<i64>> {
        let expected = expected.into();
        self.require(key, &expected)?;
        self.find_integer(key, expected)
    }

    /// A whole number that may be missing.
    pub fn find_integer(&self, key: &'static str, expected: impl Into<Message>) -> Option<At<i64>> {
        let expected = expected.into();
        let value = self.find(key)?;
        let parsed = integer(value.get_ref());
        if parsed.is_none() {
            self.wrong(value, key, &expected);
        }
        Some(At { at: value.span().start, value: parsed? })
    }

    /// A list of whole numbers; empty when missing.
    pub fn find_integers(&self, key: &'static str, expected: impl Into<Message>) -> Vec<At<i64>> {
        let expected = expected.into();
        self.find_items(key, &expected, |value| integer(value.get_ref()))
    }

    /// A list of texts; empty when missing.
    pub fn find_strings(&self, key: &'static str, expected: impl Into<Message>) -> Vec<At<String>> {
        let expected = expected.into();
        self.find_items(key, &expected, |value| match value.get_ref() {
            DeValue::String(text) => Some(text.trim().to_owned()),
            _ => None,
        })
    }

    fn find_items<T>(
        &self,
        key: &'static str,
        expected: &Message,
        read: impl Fn(&Spanned<DeValue<'a>>) -> Option<T>,
    ) -> Vec<At<T>> {
        let Some(value) = self.find(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(value, key, expected);
            return Vec::new();
        };
        let mut out = Vec::new();
        for item in items.iter() {
            match read(item) {
                Some(read) => out.push(At { at: item.span().start, value: read }),
                None => self.wrong(item, key, expected),
            }
        }
        out
    }

    /// Yes or no; `false` when missing.
    pub fn find_flag(&self, key: &'static str) -> bool {
        match self.find(key) {
            None => false,
            Some(value) => match value.get_ref() {
                DeValue::Boolean(flag) => *flag,
                _ => {
                    self.wrong(value, key, &Word::ExpectFlag.into());
                    false
                }
            },
        }
    }

    /// A calendar date that must be there.
    pub fn take_date(&self, key: &'static str) -> Option<At<NaiveDate>> {
        self.require(key, &Word::ExpectDate.into())?;
        self.find_date(key)
    }

    /// A calendar date that may be missing.
    pub fn find_date(&self, key: &'static str) -> Option<At<NaiveDate>> {
        let value = self.find(key)?;
        let read = match value.get_ref() {
            DeValue::Datetime(datetime) if datetime.time.is_none() => datetime.date.and_then(|date| {
                NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
            }),
            DeValue::String(text) => text.parse().ok(),
            _ => None,
        };
        if read.is_none() {
            self.wrong(value, key, &Word::ExpectDate.into());
        }
        Some(At { at: value.span().start, value: read? })
    }

    /// A text per language, `{ nl = "…", en = "…" }`. Dutch is required; English if `needs_english`.
    pub fn take_text(&self, key: &'static str, translation: Translation) -> Option<Text> {
        if !self.source.needs_words && !self.entries.contains_key(key) {
            return Some(Text::default());
        }
        self.require(key, &Word::ExpectText.into())?;
        self.find_text(key, translation)
    }

    /// As [`Table::take_text`], for a text that may be missing as a whole.
    pub fn find_text(&self, key: &'static str, translation: Translation) -> Option<Text> {
        self.find_table(key)?.read_text(key, translation)
    }

    /// A list of texts in both languages; empty when missing.
    pub fn find_texts(&self, key: &'static str, translation: Translation) -> Vec<Text> {
        self.find_tables(key).into_iter().filter_map(|table| table.read_text(key, translation)).collect()
    }

    fn read_text(self, key: &'static str, translation: Translation) -> Option<Text> {
        let table = self;
        let text = match translation {
            Translation::Required => {
                let nl = table.take_string("nl", Phrase::ExpectDutch { key: key.into() });
                let en = table.take_string("en", Phrase::ExpectEnglish { key: key.into() });
                nl.zip(en).map(|(nl, en)| Text { nl: nl.value, en: Some(en.value) })
            }
            Translation::Optional => {
                let en = table.find_string("en", Phrase::ExpectEnglish { key: key.into() });
                table
                    .take_string("nl", Phrase::ExpectDutch { key: key.into() })
                    .map(|nl| Text { nl: nl.value, en: en.map(|en| en.value) })
            }
        };
        table.finish();
        text
    }

    /// A table that must be there.
    pub fn take_table(&self, key: &'static str) -> Option<Table<'s, 'a>> {
        self.require(key, &Phrase::ExpectTableNamed { key: key.into() }.into())?;
        self.find_table(key)
    }

    /// A table that may be missing.
    pub fn find_table(&self, key: &'static str) -> Option<Table<'s, 'a>> {
        let value = self.find(key)?;
        match value.get_ref() {
            DeValue::Table(entries) => Some(Table {
                source: self.source,
                at: value.span().start,
                entries,
                known: RefCell::default(),
            }),
            _ => {
                self.wrong(value, key, &Word::ExpectTable.into());
                None
            }
        }
    }

    /// A table that may be missing, or be a list of tables, which is none.
    pub fn find_single_table(&self, key: &'static str) -> Option<Table<'s, 'a>> {
        let value = self.find(key)?;
        matches!(value.get_ref(), DeValue::Table(_)).then(|| self.find_table(key)).flatten()
    }

    /// The tables of `[key.name]` with their names, in the order of the file; empty when missing.
    pub fn find_named_tables(&self, key: &'static str) -> Vec<(At<String>, Table<'s, 'a>)> {
        let Some(all) = self.find_table(key) else { return Vec::new() };
        let mut tables = Vec::new();
        for (name, value) in all.entries.iter() {
            match value.get_ref() {
                DeValue::Table(entries) => tables.push((
                    At { at: name.span().start, value: name.get_ref().to_string() },
                    Table { source: self.source, at: value.span().start, entries, known: RefCell::default() },
                )),
                _ => self.wrong(value, key, &Word::ExpectTable.into()),
            }
        }
        tables.sort_by_key(|(name, _)| name.at);
        tables
    }

    /// The entries of `[[key]]`; empty when missing.
    pub fn find_tables(&self, key: &'static str) -> Vec<Table<'s, 'a>> {
        let Some(value) = self.find(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(value, key, &Phrase::ExpectTables { key: key.into() }.into());
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::Table(entries) => tables.push(Table {
                    source: self.source,
                    at: item.span().start,
                    entries,
                    known: RefCell::default(),
                }),
                _ => self.wrong(item, key, &Word::ExpectTable.into()),
            }
        }
        tables
    }

    /// One of a closed list of words that must be there.
    pub fn take_choice<T: Copy>(&self, key: &'static str, choices: &[(&str, T)]) -> Option<T> {
        self.require(key, &one_of(choices).into())?;
        self.find_choice(key, choices)
    }

    /// One of a closed list of words that may be missing.
    pub fn find_choice<T: Copy>(&self, key: &'static str, choices: &[(&str, T)]) -> Option<T> {
        let word = self.find_string(key, one_of(choices))?;
        let found = choices.iter().find(|(name, _)| *name == word.value);
        if found.is_none() {
            let hint = nearest(&word.value, choices.iter().map(|(name, _)| *name));
            let choices = one_of(choices).into();
            let found = word.value.into();
            self.source.error(word.at, Phrase::FileNotAChoice { key: key.into(), found, choices, hint });
        }
        found.map(|(_, choice)| *choice)
    }

    /// Reports every key that nobody asked for.
    pub fn finish(self) {
        let known = self.known.into_inner();
        for (key, _) in self.entries.iter() {
            let name: &str = key.get_ref();
            if !known.contains(name) {
                let hint = nearest(name, known.iter().copied());
                let known = known.iter().copied().collect::<Vec<_>>().join(", ").into();
                let key_name = name.to_owned().into();
                self.source.error(key.span().start, Phrase::FileUnknownKey { key: key_name, hint, known });
            }
        }
    }
}

/// Whether an English text must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Translation {
    /// Surveys: a missing translation blocks launch.
    Required,
    /// Agreements: English may be missing.
    Optional,
}

fn integer(value: &DeValue<'_>) -> Option<i64> {
    match value {
        DeValue::Integer(integer) => i64::from_str_radix(integer.as_str(), integer.radix()).ok(),
        _ => None,
    }
}

fn one_of<T>(choices: &[(&str, T)]) -> String {
    let names: Vec<String> = choices.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    names.join(" or ")
}

/// A hint for a mistyped word: ` (did you mean "…"?)`, or nothing when no word is near.
fn nearest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Value<'static> {
    words
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= 2)
        .min()
        .map_or_else(
            || "".into(),
            |(_, candidate)| Phrase::FileHint { word: candidate.to_owned().into() }.into(),
        )
}

/// Checks an id: letters, digits, `-`, `_` and `.`, a letter or digit first (ids become names of folders), at most 40
/// characters; records an error otherwise.
pub fn check_id(source: &Source<'_>, id: &At<String>) {
    let good = id.value.len() <= 40
        && id.value.starts_with(|c: char| c.is_ascii_alphanumeric())
        && id.value.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    if !good {
        source.error(id.at, Phrase::FileNoId { id: id.value.clone().into() });
    }
}

/// Records an error for every id that was seen before.
pub(crate) fn check_unique<'i>(
    source: &Source<'_>,
    what: Word,
    ids: impl IntoIterator<Item = &'i At<String>>,
) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id.value.as_str()) {
            source.error(id.at, Phrase::FileTwice { what: what.into(), id: id.value.clone().into() });
        }
    }
}
