//! Every word on screen and in mail, from one Fluent file per language.
//!
//! A third language is one file here and one line in `domain::language`. Deliberately not here: which word goes where (views and `report::wording`). The tests at the foot fail on a key that is missing in a
//! language, used nowhere, or given other parameters in another language.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::domain::adjustment::{AdjustmentState, ReviewChoice};
use crate::domain::agreement::Direction;
use crate::domain::article::ArticleKind;
use crate::domain::conversation::{ConversationKind, ConversationState};
use crate::domain::language::{Language, for_languages};
use crate::domain::message::{MessageKind, MessageState, OptOut};
use crate::domain::request::RequestKind;
use crate::domain::round::RoundState;
use crate::domain::survey::{Confidentiality, Mode};

macro_rules! sources {
    ($($variant:ident $code:literal,)+) => {
        fn source(language: Language) -> &'static str {
            match language {
                $(Language::$variant => include_str!(concat!($code, ".ftl")),)+
            }
        }
    };
}
for_languages!(sources);

static BUNDLES: LazyLock<HashMap<Language, FluentBundle<FluentResource>>> = LazyLock::new(|| {
    Language::ALL
        .into_iter()
        .map(|language| {
            let locale: unic_langid::LanguageIdentifier = language.code().parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![locale]);
            bundle.set_use_isolating(false);
            // What cannot be parsed is reported by the tests; at run time the rest of the file still works.
            let resource =
                FluentResource::try_new(source(language).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
            (language, bundle)
        })
        .collect()
});

/// The text of a key. `arguments` fill its parameters; numbers choose plural forms.
///
/// A key that does not exist gives itself, so that a page never breaks over a word; the tests see to it that
/// none is missing.
pub fn tr(language: Language, key: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
    let Some(bundle) = BUNDLES.get(&language) else { return key.to_owned() };
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let mut filled = FluentArgs::new();
    for (name, value) in arguments {
        filled.set(*name, value.clone());
    }
    bundle.format_pattern(pattern, Some(&filled), &mut Vec::new()).into_owned()
}

/// A day as people write it: *3 november 2026*, *3 November 2026*.
pub fn day(language: Language, date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(language, date), date.year())
}

/// A day with its weekday, without the year: *dinsdag 3 november*.
pub fn weekday(language: Language, date: NaiveDate) -> String {
    let n = date.weekday().number_from_monday();
    let name = tr(language, "weekday-name", &[("n", n.into())]);
    format!("{name} {} {}", date.day(), month(language, date))
}

/// A month as short as fits under a tick: *nov 26*.
pub fn short_month(language: Language, date: NaiveDate) -> String {
    let name = tr(language, "month-short", &[("n", date.month().into())]);
    format!("{name} {:02}", date.year().rem_euclid(100))
}

/// A day as short as fits beside a mark: *16 sep 2025*.
pub fn short_day(language: Language, date: NaiveDate) -> String {
    let name = tr(language, "month-short", &[("n", date.month().into())]);
    format!("{} {name} {}", date.day(), date.year())
}

/// The line that says who sees what, generated from the real mode and threshold.
pub fn who_sees_what(language: Language, confidentiality: Confidentiality) -> String {
    match confidentiality.mode {
        Mode::Confidential => {
            tr(language, "who-sees-confidential", &[("threshold", confidentiality.threshold.into())])
        }
        Mode::Attributed => tr(language, "who-sees-attributed", &[]),
    }
}

/// Which mail somebody gets, as a clause: *wel uitnodigingen, geen herinneringen*.
pub fn choice(language: Language, choice: OptOut) -> String {
    match choice {
        OptOut::Nothing => tr(language, "mail-choice-everything", &[]),
        OptOut::ThisRound => tr(language, "mail-choice-this-round", &[]),
        OptOut::Reminders => tr(language, "mail-choice-reminders", &[]),
        OptOut::All => tr(language, "mail-choice-all", &[]),
    }
}

/// What somebody asks for, as a clause: *een gesprek met de begeleider, over vertrouwen*.
///
/// `theme` and `partner` are names in the same language; without a partner it is the facilitator, or for a visit anyone.
pub fn request(language: Language, kind: RequestKind, theme: Option<&str>, partner: Option<&str>) -> String {
    let with = |key: &str| {
        let partner = partner.unwrap_or_default().to_owned();
        tr(language, key, &[("partner", partner.into())])
    };
    let asked = match (kind, partner) {
        (RequestKind::Talk, None) => tr(language, "request-talk-facilitator", &[]),
        (RequestKind::Talk, Some(_)) => with("request-talk-partner"),
        (RequestKind::VisitUs, None) => tr(language, "request-visit-us-anyone", &[]),
        (RequestKind::VisitUs, Some(_)) => with("request-visit-us-partner"),
        (RequestKind::VisitThem, _) => with("request-visit-them"),
        (RequestKind::Proposal, _) => tr(language, "request-proposal", &[]),
    };
    match theme {
        Some(theme) => {
            let theme = theme.to_lowercase();
            tr(language, "request-about", &[("request", asked.into()), ("theme", theme.into())])
        }
        None => asked,
    }
}

/// What a kind of article is about.
pub fn article_kind(language: Language, kind: ArticleKind) -> String {
    let key = match kind {
        ArticleKind::Goal => "article-goal",
        ArticleKind::Behaviour => "article-behaviour",
        ArticleKind::Contact => "article-contact",
        ArticleKind::Decisions => "article-decisions",
        ArticleKind::Openness => "article-openness",
        ArticleKind::SteppingIn => "article-stepping-in",
        ArticleKind::DailyPractice => "article-daily-practice",
        ArticleKind::ChangingCircumstances => "article-changing-circumstances",
        ArticleKind::ResidentsVoice => "article-residents-voice",
        ArticleKind::Learning => "article-learning",
        ArticleKind::Accountability => "article-accountability",
    };
    tr(language, key, &[])
}

/// How people meet.
pub fn conversation_kind(language: Language, kind: ConversationKind) -> String {
    let key = match kind {
        ConversationKind::Phone => "conversation-phone",
        ConversationKind::Table => "conversation-table",
        ConversationKind::KitchenVisit => "conversation-kitchen-visit",
        ConversationKind::Mediation => "conversation-mediation",
    };
    tr(language, key, &[])
}

/// Where a conversation stands.
pub fn conversation_state(language: Language, state: ConversationState) -> String {
    let key = match state {
        ConversationState::Planned => "conversation-is-planned",
        ConversationState::Held => "conversation-is-held",
        ConversationState::Cancelled => "conversation-is-cancelled",
    };
    tr(language, key, &[])
}

/// Where an adjustment stands.
pub fn adjustment_state(language: Language, state: AdjustmentState) -> String {
    let key = match state {
        AdjustmentState::Proposed => "adjustment-is-proposed",
        AdjustmentState::Decided => "adjustment-is-decided",
        AdjustmentState::InForce => "adjustment-is-in-force",
        AdjustmentState::Reviewed => "adjustment-is-reviewed",
        AdjustmentState::Withdrawn => "adjustment-is-withdrawn",
    };
    tr(language, key, &[])
}

/// What is expected of a dimension.
pub fn direction(language: Language, direction: Direction) -> String {
    let key = match direction {
        Direction::Up => "direction-up",
        Direction::Same => "direction-same",
        Direction::Down => "direction-down",
    };
    tr(language, key, &[])
}

/// What is done after looking back.
pub fn review_choice(language: Language, choice: ReviewChoice) -> String {
    let key = match choice {
        ReviewChoice::Keep => "review-keep",
        ReviewChoice::AdjustAgain => "review-adjust-again",
        ReviewChoice::TakeBack => "review-take-back",
    };
    tr(language, key, &[])
}

/// What a message is for, in counts.
pub fn message_kind(language: Language, kind: MessageKind) -> String {
    let key = match kind {
        MessageKind::Invitation => "kind-invitation",
        MessageKind::FirstReminder => "kind-first-reminder",
        MessageKind::SecondReminder => "kind-second-reminder",
        MessageKind::Finish => "kind-finish",
        MessageKind::Results => "kind-results",
        MessageKind::ChoiceNoted => "kind-choice",
        MessageKind::SeatPassedOn
        | MessageKind::SeatReceived
        | MessageKind::SeatTold
        | MessageKind::SeatToConfirm => "kind-seat",
        MessageKind::RequestNoted | MessageKind::RequestTold | MessageKind::VisitMatched => "kind-request",
        MessageKind::ReportReady | MessageKind::ReportDrafted => "kind-report",
        MessageKind::DataReady => "kind-data",
        MessageKind::SignIn => "kind-sign-in",
        MessageKind::TestMail => "kind-test",
        MessageKind::Digest => "kind-digest",
        MessageKind::RoundOpened | MessageKind::RoundClosed => "kind-chat",
    };
    tr(language, key, &[])
}

/// Where messages stand, in counts.
pub fn message_state(language: Language, state: MessageState) -> String {
    let key = match state {
        MessageState::Queued => "state-queued",
        MessageState::Claimed => "state-claimed",
        MessageState::Sent => "state-sent",
        MessageState::Refused => "state-refused",
        MessageState::Expired => "state-expired",
        MessageState::Dropped => "state-dropped",
        MessageState::Ambiguous => "state-ambiguous",
    };
    tr(language, key, &[])
}

/// Where a round stands.
pub fn round_state(language: Language, state: RoundState) -> String {
    let key = match state {
        RoundState::Planned => "round-is-planned",
        RoundState::Open => "round-is-open",
        RoundState::Closed => "round-is-closed",
        RoundState::Shared => "round-is-shared",
        RoundState::Cancelled => "round-is-cancelled",
        RoundState::Skipped => "round-is-skipped",
    };
    tr(language, key, &[])
}

fn month(language: Language, date: NaiveDate) -> String {
    tr(language, "month-name", &[("n", date.month().into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    /// Keys with the parameters that their patterns name.
    fn keys(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in source(language).lines() {
            if let Some((key, _)) = line.split_once(" =")
                && line.starts_with(|c: char| c.is_ascii_lowercase())
            {
                key.clone_into(&mut current);
                assert!(keys.insert(current.clone(), BTreeSet::new()).is_none(), "{key} is there twice");
            }
            for part in line.split('$').skip(1) {
                let name: String =
                    part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                keys.get_mut(&current).expect("a parameter follows its key").insert(name);
            }
        }
        keys
    }

    fn sources(folder: &Path, all: &mut String) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                sources(&path, all);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                all.push_str(&std::fs::read_to_string(&path).expect("a source file"));
            }
        }
    }

    #[test]
    fn both_files_parse_and_have_the_same_keys_with_the_same_parameters() {
        for language in Language::ALL {
            assert!(FluentResource::try_new(source(language).to_owned()).is_ok(), "{language}");
        }
        assert_eq!(keys(Language::Nl), keys(Language::En));
    }

    #[test]
    fn every_key_is_used_and_every_used_key_exists() {
        let mut code = String::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
        let keys = keys(Language::Nl);
        for key in keys.keys() {
            assert!(code.contains(&format!("\"{key}\"")), "{key} is used nowhere");
        }
        let calls = code.match_indices("tr(").filter(|(at, _)| {
            // `tr` itself, not the end of another name.
            !code[..*at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
        });
        for (at, _) in calls {
            let call = &code[at + 3..];
            let Some((_, rest)) = call.split_once('"') else { continue };
            let before = &call[..call.len() - rest.len() - 1];
            let Some((key, _)) = rest.split_once('"') else { continue };
            let is_call =
                before.trim_end().ends_with(',') && before.len() < 60 && !before.contains(['(', ';', '{']);
            if is_call {
                assert!(keys.contains_key(key), "{key} is used but not in the files");
            }
        }
    }

    #[test]
    fn days_read_as_people_write_them() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 3).expect("a date");
        assert_eq!(day(Language::Nl, date), "3 november 2026");
        assert_eq!(weekday(Language::Nl, date), "dinsdag 3 november");
        assert_eq!(weekday(Language::En, date), "Tuesday 3 November");
        assert_eq!(short_month(Language::En, date), "Nov 26");
        assert_eq!(short_day(Language::Nl, date), "3 nov 2026");
    }
}
