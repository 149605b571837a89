//! Survey files, `surveys/*.toml`.

use chrono::{DateTime, Datelike, Duration, TimeZone, Timelike, Utc, Weekday};

use super::advice;
use super::reader::{At, Problem, Source, Table, Translation, check_id, check_unique};
use crate::domain::answer::FORM_FIELD;
use crate::domain::article::ArticleKind;
use crate::domain::calendar::{
    CronExpression, MAX_REMINDERS, Occurrence, Schedule, ScheduleError, find_zone,
};
use crate::domain::confidentiality::{Confidentiality, Mode, THRESHOLDS};
use crate::domain::language::Text;
use crate::domain::role::Role;
use crate::domain::scale::{SCALE_POINTS, Scale};
use crate::domain::survey::{Block, COMMENT, Dimension, OpenQuestion, OtherWording, Statement, Survey};
use crate::domain::turn::{Asked, Turn};
use crate::words::{Phrase, Word};

/// Longest window that makes sense, in working days: half a year.
const MAX_WINDOW: i64 = 130;

/// Most points of a scale that is only computed with: percentages are the longest in use.
const MAX_COMPUTED: i64 = 101;

/// Reads a survey file.
///
/// Gives the survey when it can be used, and every problem: warnings may accompany a good survey.
pub fn parse(file: &str, text: &str) -> (Option<Survey>, Vec<Problem>) {
    parse_source(Source::new(file, text))
}

/// Reads a survey file that is only computed with: ids, scale, dimensions and which statements are reversed suffice.
pub fn parse_without_words(file: &str, text: &str) -> (Option<Survey>, Vec<Problem>) {
    parse_source(Source::without_words(file, text))
}

fn parse_source(source: Source<'_>) -> (Option<Survey>, Vec<Problem>) {
    let table = source.parse();
    let survey = read(Table::root(&source, &table));
    let survey = if source.has_errors() { None } else { survey };
    (survey, source.into_problems())
}

fn read(root: Table<'_, '_>) -> Option<Survey> {
    let source = root.source();
    let id = root.take_string("id", Phrase::ExpectShortName { example: "core-pulse".into() });
    if let Some(id) = &id {
        check_id(source, id);
    }
    let title = root.take_text("title", Translation::Required);
    let intro = root.take_text("intro", Translation::Required);
    let scales = read_scales(&root);
    let dimensions = read_dimensions(&root);
    let names = scales.as_ref().map_or_else(Vec::new, Scales::names);
    let statements = read_statements(&root, &dimensions, &names);
    let (single, open_questions) = read_open_questions(&root);
    if let Some(statements) = &statements {
        for (question, at) in &open_questions {
            if statements.iter().any(|statement| statement.id == question.id) {
                source.error(*at, Phrase::FileStatementTaken { id: question.id.clone().into() });
            }
        }
    }
    let example = root.find_table("example").and_then(|table| {
        let text = table.take_text("text", Translation::Required);
        table.finish();
        text
    });
    let confidentiality = root.find_table("confidentiality").map_or(
        Some(Confidentiality { mode: Mode::Confidential, threshold: 5 }),
        |table| {
            let mode = table.take_choice("mode", &MODES);
            let threshold = table
                .take_integer("threshold", Word::ExpectThreshold)
                .and_then(|n| check_threshold(source, &n));
            table.finish();
            Some(Confidentiality { mode: mode?, threshold: threshold? })
        },
    );
    let schedule_at = root.find_table("schedule").map_or(0, |table| table.at());
    let schedule = root.find_table("schedule").map(read_schedule);
    root.finish();
    let Scales { first, named } = scales?;
    let survey = Survey {
        id: id?.value,
        title: title?,
        intro: intro?,
        scale: first,
        scales: named.into_iter().map(|(name, scale)| (name.value, scale)).collect(),
        dimensions: dimensions.into_iter().map(|(dimension, _)| dimension).collect(),
        statements: statements?,
        open_question: single,
        open_questions: open_questions.into_iter().map(|(question, _)| question).collect(),
        example,
        is_for_few: false,
        confidentiality: confidentiality?,
        schedule: match schedule {
            None => None,
            Some(read) => Some(read?),
        },
    };
    if source.needs_words()
        && let Some(schedule) = &survey.schedule
    {
        for advice in advise_on_rhythm(&survey, schedule) {
            source.warn(schedule_at, advice);
        }
    }
    Some(survey)
}

/// A round by which nothing waits for a later one any more.
const FIRST_SETTLED_ROUND: u32 = 1000;

/// What can be said of how often a survey asks.
fn advise_on_rhythm(survey: &Survey, schedule: &Schedule) -> Vec<Phrase<'static>> {
    let occurrences = schedule.list_next(rhythm_start(), MAX_ROUNDS_A_YEAR).unwrap_or_default();
    let a_year_on = rhythm_start() + Duration::days(365);
    let this_year = occurrences.iter().take_while(|occurrence| occurrence.opens_at() < a_year_on).count();
    let turn = |(number, occurrence): (u32, &Occurrence)| Turn {
        number,
        full: schedule.full_quarter(occurrence.opens_at()).ok().flatten(),
    };
    // After the first year, when everything that waits for a later round is asked.
    let numbered = (FIRST_SETTLED_ROUND..).zip(&occurrences).take(this_year);
    let n_answers = numbered.map(|round| survey.statements_in(turn(round)).len()).sum();
    let on_span = schedule.usual_gap().and_then(|days| advice::on_span(&survey.intro, days));
    advice::on_burden(n_answers).into_iter().chain(on_span).collect()
}

/// The two modes by their names in files.
pub(super) const MODES: [(&str, Mode); 2] =
    [("confidential", Mode::Confidential), ("attributed", Mode::Attributed)];

/// A threshold within the allowed range; an error otherwise.
pub(super) fn check_threshold(source: &Source<'_>, n: &At<i64>) -> Option<u32> {
    let threshold = u32::try_from(n.value).ok().filter(|n| THRESHOLDS.contains(n));
    if threshold.is_none() {
        source.error(n.at, Phrase::FileThreshold { threshold: n.value.into() });
    }
    threshold
}

/// The scales of a survey.
struct Scales {
    /// The one of statements that name none.
    first: Scale,
    /// Those with a name, in the order of the file.
    named: Vec<(At<String>, Scale)>,
}

impl Scales {
    fn names(&self) -> Vec<&str> {
        self.named.iter().map(|(name, _)| name.value.as_str()).collect()
    }
}

/// Reads `[scale]`, or one `[scales.name]` and more. All have the same values: a figure may pool them.
fn read_scales(root: &Table<'_, '_>) -> Option<Scales> {
    let source = root.source();
    let tables = root.find_named_tables("scales");
    if tables.is_empty() {
        let first = root.take_table("scale").and_then(read_scale)?;
        return Some(Scales { first, named: Vec::new() });
    }
    if let Some(single) = root.find_table("scale") {
        source.error(single.at(), Word::FileScaleTwice);
    }
    let n = tables.len();
    let mut named = Vec::new();
    for (name, table) in tables {
        named.extend(read_scale(table).map(|scale| (name, scale)));
    }
    if named.len() < n {
        return None;
    }
    let first = named.first()?.1.clone();
    for (name, scale) in &named {
        if (scale.min, scale.max) != (first.min, first.max) {
            source.error(name.at, Phrase::FileScalesDiffer { name: name.value.clone().into() });
        }
    }
    Some(Scales { first, named })
}

fn read_scale(table: Table<'_, '_>) -> Option<Scale> {
    let source = table.source();
    let min = table.take_integer("min", Word::ExpectLowest);
    let max = table.take_integer("max", Word::ExpectHighest);
    let cannot_judge = table.take_text("cannot_judge", Translation::Required);
    let mut n_points = None;
    if let (Some(min), Some(max)) = (&min, &max) {
        let points = max.value.saturating_sub(min.value).saturating_add(1);
        if SCALE_POINTS.contains(&points) || (!source.needs_words() && (2..=MAX_COMPUTED).contains(&points)) {
            n_points = usize::try_from(points).ok();
        } else {
            let (min, most) = (min.value.into(), max.value.into());
            source.error(max.at, Phrase::FileScale { min, max: most, points: points.into() });
        }
    }
    let labels = |key: &'static str, labels: Option<&Table<'_, '_>>| -> Vec<String> {
        let Some(table) = labels else { return Vec::new() };
        let read = table.find_strings(key, Word::ExpectLabels);
        if let Some(expected) = n_points
            && read.len() != expected
        {
            let at = read.first().map_or(table.at(), |label| label.at);
            let (n, language, expected) = (read.len().into(), key.into(), expected.into());
            let problem = if read.is_empty() {
                Phrase::FileLabelsMissing { n, language, expected }
            } else {
                Phrase::FileLabels { n, language, expected }
            };
            source.error(at, problem);
        }
        read.into_iter().map(|label| label.value).collect()
    };
    let label_table =
        if source.needs_words() { table.take_table("labels") } else { table.find_table("labels") };
    let labels_nl = labels("nl", label_table.as_ref());
    let labels_en = labels("en", label_table.as_ref());
    if let Some(labels) = label_table {
        labels.finish();
    }
    table.finish();
    Some(Scale { min: min?.value, max: max?.value, labels_nl, labels_en, cannot_judge: cannot_judge? })
}

fn read_dimensions(root: &Table<'_, '_>) -> Vec<(Dimension, usize)> {
    let mut ids = Vec::new();
    let mut dimensions = Vec::new();
    for table in root.find_tables("dimension") {
        let id = table.take_string("id", Phrase::ExpectShortName { example: "trust".into() });
        let name = table.take_text("name", Translation::Required);
        let prompts = table.find_texts("prompts", Translation::Required);
        let at = table.at();
        table.finish();
        if let Some(id) = id {
            check_id(root.source(), &id);
            let name = name.unwrap_or_else(|| Text::new("", ""));
            dimensions.push((Dimension { id: id.value.clone(), name, prompts }, at));
            ids.push(id);
        }
    }
    check_unique(root.source(), Word::ThingDimension, &ids);
    if dimensions.is_empty() {
        root.source().error(0, Word::FileNoDimension);
    }
    dimensions
}

/// How often something is asked, by its names in files.
const ASKED: [(&str, Asked); 3] =
    [("monthly", Asked::Monthly), ("quarterly", Asked::Quarterly), ("yearly", Asked::Yearly)];

/// Roles by their names in files.
const ROLES: [(&str, Role); 2] = [("executive", Role::Executive), ("practitioner", Role::Practitioner)];

/// Reads the single `[open_question]`, or `[[open_question]]` with the place of each.
fn read_open_questions(root: &Table<'_, '_>) -> (Option<Text>, Vec<(OpenQuestion, usize)>) {
    let source = root.source();
    if let Some(table) = root.find_single_table("open_question") {
        let text = table.take_text("text", Translation::Required);
        table.finish();
        return (text, Vec::new());
    }
    let (mut ids, mut questions) = (Vec::new(), Vec::new());
    for table in root.find_tables("open_question") {
        let id = table.take_string("id", Phrase::ExpectShortName { example: "helped".into() });
        let text = table.take_text("text", Translation::Required);
        let asked = table.find_choice("asked", &ASKED).unwrap_or_default();
        let at = table.at();
        table.finish();
        if let (Some(id), Some(text)) = (id, text) {
            check_id(source, &id);
            if [COMMENT, FORM_FIELD].contains(&id.value.as_str()) {
                source.error(id.at, Phrase::FileFormWord { id: id.value.clone().into() });
            }
            questions.push((OpenQuestion { id: id.value.clone(), text, asked }, at));
            ids.push(id);
        }
    }
    check_unique(source, Word::ThingQuestion, &ids);
    (None, questions)
}

fn read_statements(
    root: &Table<'_, '_>,
    dimensions: &[(Dimension, usize)],
    scales: &[&str],
) -> Option<Vec<Statement>> {
    let source = root.source();
    let tables = root.find_tables("statement");
    let (mut ids, mut statements, mut complete) = (Vec::new(), Vec::new(), !tables.is_empty());
    if tables.is_empty() {
        source.error(0, Word::FileNoStatement);
    }
    let names: Vec<&str> = dimensions.iter().map(|(dimension, _)| dimension.id.as_str()).collect();
    for table in tables {
        let (id, statement) = read_statement(table, &Known { dimensions: &names, scales }, None);
        ids.extend(id);
        complete &= statement.is_some();
        statements.extend(statement);
    }
    check_unique(source, Word::ThingStatement, &ids);
    for (id, statement) in ids.iter().zip(&statements) {
        if let Some(mirror) = &statement.mirror
            && (mirror == &statement.id || !ids.iter().any(|id| &id.value == mirror))
        {
            let (about, mirror) = (statement.id.clone().into(), mirror.clone().into());
            source.error(id.at, Phrase::FileMirror { id: about, mirror });
        }
    }
    for (dimension, at) in dimensions {
        if complete && !statements.iter().any(|statement| statement.dimension == dimension.id) {
            source.error(*at, Phrase::FileDimensionEmpty { id: dimension.id.clone().into() });
        }
    }
    complete.then_some(statements)
}

/// What a statement may refer to.
#[derive(Clone, Copy)]
pub(super) struct Known<'k> {
    /// Ids of dimensions; empty when none are known, and then nothing is checked.
    pub dimensions: &'k [&'k str],
    /// Names of scales, in the order of the file; empty when the only scale has none.
    pub scales: &'k [&'k str],
}

/// Reads one `[[statement]]`. With `own`, it belongs to an agreement: always asked, never in a rotating block.
pub(super) fn read_statement(
    table: Table<'_, '_>,
    known: &Known<'_>,
    own: Option<Block>,
) -> (Option<At<String>>, Option<Statement>) {
    let source = table.source();
    let id = table.take_string("id", Phrase::ExpectShortName { example: "TRU-1".into() });
    if let Some(id) = &id {
        check_id(source, id);
        if [COMMENT, FORM_FIELD].contains(&id.value.as_str()) {
            source.error(id.at, Phrase::FileFormWord { id: id.value.clone().into() });
        }
    }
    let dimension = table.take_string("dimension", Word::ExpectDimension);
    check_dimension(source, dimension.as_ref(), known.dimensions);
    let text = table.take_text("text", Translation::Required);
    let scale = read_scale_name(&table, known.scales);
    let article = table.find_choice("article", &article_kinds());
    let reversed = table.find_flag("reversed");
    let asked = table.find_choice("asked", &ASKED).unwrap_or_default();
    let only_for = table.find_choice("for", &ROLES);
    let from_round = table.find_integer("from_round", Word::ExpectRound).and_then(|n| {
        let read = u32::try_from(n.value).ok().filter(|n| *n >= 1);
        if read.is_none() {
            source.error(n.at, Phrase::FilePin { n: n.value.into() });
        }
        read
    });
    let few_partners = table
        .find_text("few_partners", Translation::Required)
        .map(|text| OtherWording { text, scale: known.scales.first().map(|first| (*first).to_owned()) });
    let mirror = table.find_string("mirror", Word::ExpectMirror);
    let (block, pin_from_round) = match own {
        Some(block) => (block, None),
        None => {
            let block = match table.find_string("block", Word::ExpectBlock) {
                None => Block::Core,
                Some(name) if name.value == "core" => Block::Core,
                Some(name) if name.value == "beside" => Block::Beside,
                Some(name) if name.value == "importance" => Block::Importance,
                Some(name) => Block::Rotating(name.value),
            };
            let pin = table.find_integer("pin_from_round", Word::ExpectRound);
            let pin_from_round =
                pin.as_ref().and_then(|pin| u32::try_from(pin.value).ok().filter(|n| *n >= 1));
            if let Some(pin) = pin {
                if pin_from_round.is_none() {
                    source.error(pin.at, Phrase::FilePin { n: pin.value.into() });
                } else if !matches!(block, Block::Rotating(_)) {
                    source.error(pin.at, Word::FilePinCore);
                }
            }
            (block, pin_from_round)
        }
    };
    let at = table.at();
    table.finish();
    if let (true, Some(text)) = (source.needs_words(), &text) {
        for advice in advice::on_wording(text, reversed) {
            source.warn(at, advice);
        }
    }
    let statement = match (&id, dimension, text) {
        (Some(id), Some(dimension), Some(text)) => Some(Statement {
            id: id.value.clone(),
            dimension: dimension.value,
            text,
            scale,
            article,
            block,
            asked,
            from_round,
            pin_from_round,
            only_for,
            few_partners,
            reversed,
            mirror: mirror.map(|mirror| mirror.value),
        }),
        _ => None,
    };
    (id, statement)
}

/// The scale that a statement names, or the first of those with a name; `None` where the only scale has none.
fn read_scale_name(table: &Table<'_, '_>, known: &[&str]) -> Option<String> {
    let Some(name) = table.find_string("scale", Word::ExpectScale) else {
        return known.first().map(|first| (*first).to_owned());
    };
    if !known.contains(&name.value.as_str()) {
        let (found, known) = (name.value.clone().into(), known.join(", ").into());
        table.source().error(name.at, Phrase::FileScaleUnknown { name: found, known });
    }
    Some(name.value)
}

/// Records an error for a dimension that is none of the known ones; without known ones nothing can be said.
pub(super) fn check_dimension(source: &Source<'_>, dimension: Option<&At<String>>, known: &[&str]) {
    if let Some(dimension) = dimension
        && !known.is_empty()
        && !known.contains(&dimension.value.as_str())
    {
        let (id, known) = (dimension.value.clone().into(), known.join(", ").into());
        source.error(dimension.at, Phrase::FileDimensionUnknown { id, known });
    }
}

/// Article kinds by their names in files.
pub(super) fn article_kinds() -> Vec<(&'static str, ArticleKind)> {
    ArticleKind::ALL.into_iter().map(|kind| (kind.code(), kind)).collect()
}

fn read_schedule(table: Table<'_, '_>) -> Option<Schedule> {
    let source = table.source();
    let cron = table.take_string("cron", Word::ExpectCron);
    let time_zone = table.take_string("time_zone", Word::ExpectZone);
    let window = table.take_integer("open_working_days", Word::ExpectWorkingDays);
    let reminders = table.find_integers("remind_after_working_days", Word::ExpectReminders);
    let not_after = table.take_integer("not_after_hours", Word::ExpectHours);
    let liberation_day_is_free = table.find_flag("liberation_day_is_free");
    let at = table.at();
    table.finish();

    let expression =
        cron.as_ref().and_then(|cron| report(source, cron, cron.value.parse::<CronExpression>()));
    let zone = time_zone.as_ref().and_then(|zone| report(source, zone, find_zone(&zone.value)));
    let open_working_days =
        window.as_ref().and_then(|n| in_range(source, n, "open_working_days", 1, MAX_WINDOW));
    let not_after_hours = not_after.as_ref().and_then(|n| in_range(source, n, "not_after_hours", 1, 24 * 31));
    if reminders.len() > MAX_REMINDERS {
        source.error(reminders[MAX_REMINDERS].at, Word::FileTooManyReminders);
    }
    let mut last = 0;
    let mut remind_after_working_days = Vec::new();
    for n in &reminders {
        if n.value <= last {
            source.error(n.at, Phrase::FileReminderOrder { n: n.value.into(), last: last.into() });
        }
        if let Some(window) = open_working_days
            && n.value > i64::from(window)
        {
            source.error(n.at, Phrase::FileReminderLate { n: n.value.into(), window: window.into() });
        }
        last = n.value;
        remind_after_working_days.extend(u32::try_from(n.value).ok());
    }
    expression?;
    zone?;
    let schedule = Schedule {
        cron: cron.as_ref()?.value.clone(),
        time_zone: time_zone?.value,
        open_working_days: open_working_days?,
        remind_after_working_days,
        not_after_hours: not_after_hours?,
        liberation_day_is_free,
    };
    check_rhythm(source, at, cron.as_ref()?.at, window?.at, &schedule);
    Some(schedule)
}

/// Most rounds of a year that are looked at: one a week.
const MAX_ROUNDS_A_YEAR: usize = 54;

/// From when on a schedule is looked at; any year would do.
fn rhythm_start() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).single().unwrap_or_default()
}

/// Holds a schedule against itself over two years: windows may not overlap; advice of rule E11 gives warnings.
fn check_rhythm(source: &Source<'_>, at: usize, cron_at: usize, window_at: usize, schedule: &Schedule) {
    let occurrences = match schedule.list_next(rhythm_start(), 24) {
        Ok(occurrences) => occurrences,
        Err(error) => return source.error(at, schedule_problem(&error)),
    };
    // A holiday may push one round against the next; a window that usually overlaps is a mistake.
    let overlaps: Vec<_> =
        occurrences.windows(2).filter(|pair| pair[1].opens_at() <= pair[0].closes_at).collect();
    if overlaps.len() * 2 >= occurrences.len().saturating_sub(1).max(1) {
        let (first, next) = (overlaps[0][0].local.date_naive(), overlaps[0][1].local.date_naive());
        return source.error(
            window_at,
            Phrase::FileWindow { first: first.to_string().into(), next: next.to_string().into() },
        );
    }
    if occurrences.windows(2).any(|pair| pair[1].opens_at() - pair[0].opens_at() < Duration::days(25)) {
        source.warn(cron_at, Word::FileHasty);
    }
    if schedule.open_working_days < 10 {
        source.warn(window_at, Word::FileShortWindow);
    }
    let calm = occurrences.iter().all(|occurrence| {
        let minute = occurrence.local.hour() * 60 + occurrence.local.minute();
        (9 * 60 + 30..=11 * 60).contains(&minute)
    });
    let usual_days = occurrences.iter().filter(|occurrence| {
        matches!(occurrence.local.weekday(), Weekday::Tue | Weekday::Wed | Weekday::Thu)
    });
    if !calm || usual_days.count() * 2 < occurrences.len() {
        source.warn(cron_at, Word::FileCalm);
    }
}

/// Why a schedule cannot be used, in words.
pub(super) fn schedule_problem(error: &ScheduleError) -> Phrase<'static> {
    match error {
        ScheduleError::FieldCount(n) => Phrase::ScheduleFieldCount { n: (*n).into() },
        ScheduleError::NumericWeekday(weekday) => Phrase::ScheduleWeekday { weekday: weekday.clone().into() },
        ScheduleError::Syntax(said) => Phrase::ScheduleSyntax { said: said.clone().into() },
        ScheduleError::Never => Word::ScheduleNever.into(),
        ScheduleError::Zone(zone) => Phrase::ScheduleZone { zone: zone.clone().into() },
    }
}

fn report<T>(source: &Source<'_>, text: &At<String>, result: Result<T, ScheduleError>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(error) => {
            let (found, problem) = (text.value.clone().into(), schedule_problem(&error).into());
            source.error(text.at, Phrase::FileValue { found, problem });
            None
        }
    }
}

fn in_range(source: &Source<'_>, n: &At<i64>, key: &'static str, least: i64, most: i64) -> Option<u32> {
    if (least..=most).contains(&n.value) {
        return u32::try_from(n.value).ok();
    }
    let (n_given, least, most) = (n.value.into(), least.into(), most.into());
    source.error(n.at, Phrase::FileRange { key: key.into(), n: n_given, least, most });
    None
}
