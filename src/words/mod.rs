//! Every word on screen and in mail, from one Fluent file per language.
//!
//! A language is a folder here; adding one is adding a folder. `build.rs` makes the types [`Word`] and [`Phrase`] of
//! its keys, so that a key that a language lacks, a parameter that is missing, and a key that nothing uses do not build.
//! Deliberately not here: which word goes where (views and `report::wording`).

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::domain::adjustment::{AdjustmentState, ReviewChoice};
use crate::domain::agreement::{Change, Direction, KeptBecause, Thing};
use crate::domain::article::ArticleKind;
use crate::domain::audit::Act;
use crate::domain::confidentiality::{Confidentiality, Mode};
use crate::domain::conversation::{ConversationKind, ConversationState};
use crate::domain::language::{Language, Text};
use crate::domain::message::{MessageKind, MessageState, OptOut};
use crate::domain::request::RequestKind;
use crate::domain::round::RoundState;

include!(concat!(env!("OUT_DIR"), "/words.rs"));
include!(concat!(env!("OUT_DIR"), "/sources.rs"));

static BUNDLES: LazyLock<HashMap<Language, FluentBundle<FluentResource>>> = LazyLock::new(|| {
    Language::ALL
        .into_iter()
        .map(|language| {
            let locale: unic_langid::LanguageIdentifier = language.code().parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![locale]);
            bundle.set_use_isolating(false);
            for source in sources(language) {
                // What cannot be parsed did not build.
                let resource =
                    FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
                bundle.add_resource_overriding(resource);
            }
            (language, bundle)
        })
        .collect()
});

/// What fills a parameter of a [`Phrase`]: a text, a number (which may choose a plural form), or something that is itself
/// said in the reader's language.
#[derive(Debug, Clone)]
pub(crate) enum Value<'a> {
    /// A text or a number.
    Plain(FluentValue<'a>),
    /// A day: *3 november 2026*.
    Day(NaiveDate),
    /// Another phrase.
    Phrase(Box<Phrase<'a>>),
}

impl<'a> Value<'a> {
    fn into_text(self, language: Language) -> FluentValue<'a> {
        match self {
            Value::Plain(value) => value,
            Value::Day(date) => day(language, date).into(),
            Value::Phrase(phrase) => tr(language, *phrase).into(),
        }
    }
}

/// Everything that Fluent takes, as it takes it.
macro_rules! plain {
    ($($kind:ty),+) => {
        $(impl<'a> From<$kind> for Value<'a> {
            fn from(value: $kind) -> Self {
                Value::Plain(value.into())
            }
        })+
    };
}
plain!(&'a str, String, i64, u64, i32, u32, u16, u8, usize, f64);

impl From<NaiveDate> for Value<'_> {
    fn from(date: NaiveDate) -> Self {
        Value::Day(date)
    }
}

impl From<Word> for Value<'_> {
    fn from(word: Word) -> Self {
        Value::Phrase(Box::new(word.into()))
    }
}

impl<'a> From<Phrase<'a>> for Value<'a> {
    fn from(phrase: Phrase<'a>) -> Self {
        Value::Phrase(Box::new(phrase))
    }
}

/// A word or phrase as text. Numbers among its parameters choose plural forms.
///
/// It cannot be missing: `build.rs` makes a variant of every key that stands in every language.
pub(crate) fn tr<'a>(language: Language, phrase: impl Into<Phrase<'a>>) -> String {
    let (key, parameters) = phrase.into().into_parts();
    let message = BUNDLES.get(&language).and_then(|bundle| Some((bundle, bundle.get_message(key)?.value()?)));
    let Some((bundle, pattern)) = message else { return String::new() };
    let mut filled = FluentArgs::with_capacity(parameters.len());
    for (name, value) in parameters {
        filled.set(name, value.into_text(language));
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
    let name = tr(language, Phrase::WeekdayName { n: n.into() });
    format!("{name} {} {}", date.day(), month(language, date))
}

/// A month as short as fits under a tick: *nov 26*.
pub fn short_month(language: Language, date: NaiveDate) -> String {
    let name = tr(language, Phrase::MonthShort { n: date.month().into() });
    format!("{name} {:02}", date.year().rem_euclid(100))
}

/// The line that says who sees what, generated from the real mode and threshold.
pub fn who_sees_what(language: Language, confidentiality: Confidentiality) -> String {
    match confidentiality.mode {
        Mode::Confidential => {
            tr(language, Phrase::WhoSeesConfidential { threshold: confidentiality.threshold.into() })
        }
        Mode::Attributed => tr(language, Word::WhoSeesAttributed),
    }
}

/// Which mail somebody gets, as a clause: *wel uitnodigingen, geen herinneringen*.
pub fn choice(language: Language, choice: OptOut) -> String {
    match choice {
        OptOut::Nothing => tr(language, Word::MailChoiceEverything),
        OptOut::ThisRound => tr(language, Word::MailChoiceThisRound),
        OptOut::Reminders => tr(language, Word::MailChoiceReminders),
        OptOut::All => tr(language, Word::MailChoiceAll),
    }
}

/// What somebody asks for, as a clause: *een gesprek met de begeleider, over vertrouwen*.
///
/// `theme` and `partner` are names in the same language; without a partner it is the facilitator, or for a visit anyone.
pub fn request(language: Language, kind: RequestKind, theme: Option<&str>, partner: Option<&str>) -> String {
    let name = || Value::from(partner.unwrap_or_default());
    let asked = match (kind, partner) {
        (RequestKind::Talk, None) => tr(language, Word::RequestTalkFacilitator),
        (RequestKind::Talk, Some(_)) => tr(language, Phrase::RequestTalkPartner { partner: name() }),
        (RequestKind::VisitUs, None) => tr(language, Word::RequestVisitUsAnyone),
        (RequestKind::VisitUs, Some(_)) => tr(language, Phrase::RequestVisitUsPartner { partner: name() }),
        (RequestKind::VisitThem, _) => tr(language, Phrase::RequestVisitThem { partner: name() }),
        (RequestKind::Proposal, _) => tr(language, Word::RequestProposal),
    };
    match theme {
        Some(theme) => {
            let theme = theme.to_lowercase();
            tr(language, Phrase::RequestAbout { request: asked.into(), theme: theme.into() })
        }
        None => asked,
    }
}

/// What a kind of article is about.
pub fn article_kind(language: Language, kind: ArticleKind) -> String {
    let word = match kind {
        ArticleKind::Goal => Word::ArticleGoal,
        ArticleKind::Behaviour => Word::ArticleBehaviour,
        ArticleKind::Contact => Word::ArticleContact,
        ArticleKind::Decisions => Word::ArticleDecisions,
        ArticleKind::Openness => Word::ArticleOpenness,
        ArticleKind::SteppingIn => Word::ArticleSteppingIn,
        ArticleKind::DailyPractice => Word::ArticleDailyPractice,
        ArticleKind::ChangingCircumstances => Word::ArticleChangingCircumstances,
        ArticleKind::ResidentsVoice => Word::ArticleResidentsVoice,
        ArticleKind::Learning => Word::ArticleLearning,
        ArticleKind::Accountability => Word::ArticleAccountability,
    };
    tr(language, word)
}

/// How people meet.
pub fn conversation_kind(language: Language, kind: ConversationKind) -> String {
    let word = match kind {
        ConversationKind::Phone => Word::ConversationPhone,
        ConversationKind::Table => Word::ConversationTable,
        ConversationKind::KitchenVisit => Word::ConversationKitchenVisit,
        ConversationKind::Mediation => Word::ConversationMediation,
    };
    tr(language, word)
}

/// Where a conversation stands.
pub fn conversation_state(language: Language, state: ConversationState) -> String {
    let word = match state {
        ConversationState::Planned => Word::ConversationIsPlanned,
        ConversationState::Held => Word::ConversationIsHeld,
        ConversationState::Cancelled => Word::ConversationIsCancelled,
    };
    tr(language, word)
}

/// Where an adjustment stands.
pub fn adjustment_state(language: Language, state: AdjustmentState) -> String {
    let word = match state {
        AdjustmentState::Proposed => Word::AdjustmentIsProposed,
        AdjustmentState::Decided => Word::AdjustmentIsDecided,
        AdjustmentState::InForce => Word::AdjustmentIsInForce,
        AdjustmentState::Reviewed => Word::AdjustmentIsReviewed,
        AdjustmentState::Withdrawn => Word::AdjustmentIsWithdrawn,
    };
    tr(language, word)
}

/// What is expected of a dimension.
pub fn direction(language: Language, direction: Direction) -> String {
    let word = match direction {
        Direction::Up => Word::DirectionUp,
        Direction::Same => Word::DirectionSame,
        Direction::Down => Word::DirectionDown,
    };
    tr(language, word)
}

/// What is done after looking back.
pub fn review_choice(language: Language, choice: ReviewChoice) -> String {
    let word = match choice {
        ReviewChoice::Keep => Word::ReviewKeep,
        ReviewChoice::AdjustAgain => Word::ReviewAdjustAgain,
        ReviewChoice::TakeBack => Word::ReviewTakeBack,
    };
    tr(language, word)
}

/// What a message is for, in counts.
pub fn message_kind(language: Language, kind: MessageKind) -> String {
    let word = match kind {
        MessageKind::Invitation => Word::KindInvitation,
        MessageKind::FirstReminder => Word::KindFirstReminder,
        MessageKind::SecondReminder => Word::KindSecondReminder,
        MessageKind::Finish => Word::KindFinish,
        MessageKind::Results => Word::KindResults,
        MessageKind::ChoiceNoted => Word::KindChoice,
        MessageKind::SeatPassedOn
        | MessageKind::SeatReceived
        | MessageKind::SeatTold
        | MessageKind::SeatToConfirm => Word::KindSeat,
        MessageKind::RequestNoted | MessageKind::RequestTold | MessageKind::VisitMatched => Word::KindRequest,
        MessageKind::ReportReady | MessageKind::ReportDrafted => Word::KindReport,
        MessageKind::DataReady => Word::KindData,
        MessageKind::SignIn => Word::KindSignIn,
        MessageKind::TestMail => Word::KindTest,
        MessageKind::Digest => Word::KindDigest,
        MessageKind::RoundOpened | MessageKind::RoundClosed => Word::KindChat,
    };
    tr(language, word)
}

/// One difference that an import makes, as a line.
pub fn change(language: Language, change: &Change) -> String {
    let thing = |kind: Thing| {
        Value::from(match kind {
            Thing::Agreement => Word::ThingAgreement,
            Thing::Confidentiality => Word::ThingConfidentiality,
            Thing::Article => Word::ThingArticle,
            Thing::Partner => Word::ThingPartner,
            Thing::Person => Word::ThingPerson,
            Thing::Seat => Word::ThingSeat,
            Thing::Statement => Word::ThingStatement,
            Thing::Event => Word::ThingEvent,
            Thing::Adjustment => Word::ThingAdjustment,
            Thing::Erased => Word::ThingErased,
        })
    };
    let id = |id: &str| if id.is_empty() { Value::from(Word::NoSeat) } else { id.to_owned().into() };
    match change {
        Change::Added { kind, id: of } => {
            tr(language, Phrase::ChangeAdded { thing: thing(*kind), id: id(of) })
        }
        Change::Changed { kind, id: of } => {
            tr(language, Phrase::ChangeChanged { thing: thing(*kind), id: id(of) })
        }
        Change::Kept { kind, id: of, how_to_end } => {
            let reason = match how_to_end {
                KeptBecause::Confidential => Word::KeptConfidentiality,
                KeptBecause::Partner => Word::KeptPartner,
                KeptBecause::Person => Word::KeptPerson,
                KeptBecause::Statement => Word::KeptStatement,
                KeptBecause::Event => Word::KeptEvent,
                KeptBecause::Adjustment => Word::KeptAdjustment,
                KeptBecause::Article => Word::KeptArticle,
                KeptBecause::Adjusted => Word::KeptAdjusted,
                KeptBecause::PassedOn => Word::KeptPassedOn,
                KeptBecause::Erased => Word::KeptErased,
            };
            tr(language, Phrase::ChangeKept { thing: thing(*kind), id: id(of), reason: reason.into() })
        }
    }
}

/// Stands in a survey's introduction for the time since the round before.
pub const SPAN: &str = "{span}";

/// What respondents are asked to think of: the introduction, with the time since the round before in its place.
/// `days_between` rounds; `None` where there is no rhythm.
pub fn think_of(language: Language, intro: &Text, days_between: Option<i64>) -> String {
    let span = match days_between {
        None => Word::SpanLately,
        Some(..=10) => Word::SpanWeek,
        Some(11..=45) => Word::SpanMonth,
        Some(46..=75) => Word::SpanTwoMonths,
        Some(76..=135) => Word::SpanQuarter,
        Some(136..=270) => Word::SpanHalfYear,
        Some(271..) => Word::SpanYear,
    };
    intro.get(language).replace(SPAN, &tr(language, span))
}

/// How often rounds come, by the usual days between them; `None` where there is no rhythm.
pub(crate) fn rhythm(days_between: Option<i64>) -> Word {
    match days_between {
        None => Word::RhythmNone,
        Some(..=10) => Word::RhythmWeek,
        Some(11..=45) => Word::RhythmMonth,
        Some(46..=75) => Word::RhythmTwoMonths,
        Some(76..=135) => Word::RhythmQuarter,
        Some(136..=270) => Word::RhythmHalfYear,
        Some(271..) => Word::RhythmYear,
    }
}

/// Where messages stand, in counts.
pub fn message_state(language: Language, state: MessageState) -> String {
    tr(language, message_state_word(state))
}

/// The same as a word, for a sentence.
pub(crate) fn message_state_word(state: MessageState) -> Word {
    match state {
        MessageState::Queued => Word::StateQueued,
        MessageState::Claimed => Word::StateClaimed,
        MessageState::Sent => Word::StateSent,
        MessageState::Refused => Word::StateRefused,
        MessageState::Expired => Word::StateExpired,
        MessageState::Dropped => Word::StateDropped,
        MessageState::Ambiguous => Word::StateAmbiguous,
    }
}

/// Where a round stands.
pub fn round_state(language: Language, state: RoundState) -> String {
    tr(language, round_state_word(state))
}

/// The same as a word, for a sentence.
pub(crate) fn round_state_word(state: RoundState) -> Word {
    match state {
        RoundState::Planned => Word::RoundIsPlanned,
        RoundState::Open => Word::RoundIsOpen,
        RoundState::Closed => Word::RoundIsClosed,
        RoundState::Shared => Word::RoundIsShared,
        RoundState::Cancelled => Word::RoundIsCancelled,
        RoundState::Skipped => Word::RoundIsSkipped,
    }
}

/// What somebody did, as the log tells it.
pub(crate) fn act(act: Act) -> Word {
    match act {
        Act::AgreementImported => Word::ActAgreementImported,
        Act::EditionMoved => Word::ActEditionMoved,
        Act::PeopleChanged => Word::ActPeopleChanged,
        Act::PersonParts => Word::ActPersonParts,
        Act::PersonDataSent => Word::ActPersonDataSent,
        Act::PersonDataTaken => Word::ActPersonDataTaken,
        Act::PersonErased => Word::ActPersonErased,
        Act::SeatPassed => Word::ActSeatPassed,
        Act::SeatRefused => Word::ActSeatRefused,
        Act::ConsentGiven => Word::ActConsentGiven,
        Act::ConsentTakenBack => Word::ActConsentTakenBack,
        Act::ApprovalAsked => Word::ActApprovalAsked,
        Act::ApprovalApproved => Word::ActApprovalApproved,
        Act::ApprovalRefused => Word::ActApprovalRefused,
        Act::AdjustmentProposed => Word::ActAdjustmentProposed,
        Act::AdjustmentDecided => Word::ActAdjustmentDecided,
        Act::AdjustmentInForce => Word::ActAdjustmentInForce,
        Act::AdjustmentReviewed => Word::ActAdjustmentReviewed,
        Act::AdjustmentWithdrawn => Word::ActAdjustmentWithdrawn,
        Act::EventNoted => Word::ActEventNoted,
        Act::LessonNoted => Word::ActLessonNoted,
        Act::QuestionNoted => Word::ActQuestionNoted,
        Act::LearningStruck => Word::ActLearningStruck,
        Act::LearningRestored => Word::ActLearningRestored,
        Act::MeetingBegun => Word::ActMeetingBegun,
        Act::MeetingDecided => Word::ActMeetingDecided,
        Act::MeetingPointAdded => Word::ActMeetingPointAdded,
        Act::MeetingPresentNoted => Word::ActMeetingPresentNoted,
        Act::MeetingClosed => Word::ActMeetingClosed,
        Act::MeetingReopened => Word::ActMeetingReopened,
        Act::RoundOpened => Word::ActRoundOpened,
        Act::RoundClosed => Word::ActRoundClosed,
        Act::RoundShared => Word::ActRoundShared,
        Act::RoundExtended => Word::ActRoundExtended,
        Act::RoundCancelled => Word::ActRoundCancelled,
        Act::RoundSkipped => Word::ActRoundSkipped,
        Act::RoundsPaused => Word::ActRoundsPaused,
        Act::RoundsResumed => Word::ActRoundsResumed,
        Act::PulseStarted => Word::ActPulseStarted,
        Act::CommentMasked => Word::ActCommentMasked,
        Act::CommentUnmasked => Word::ActCommentUnmasked,
        Act::SignalNoted => Word::ActSignalNoted,
        Act::SignalDismissed => Word::ActSignalDismissed,
        Act::SignalReopened => Word::ActSignalReopened,
        Act::ConversationPlanned => Word::ActConversationPlanned,
        Act::ConversationHeld => Word::ActConversationHeld,
        Act::ConversationCancelled => Word::ActConversationCancelled,
        Act::ConversationReopened => Word::ActConversationReopened,
        Act::RequestFinished => Word::ActRequestFinished,
        Act::ReportDrafted => Word::ActReportDrafted,
        Act::ReportReleased => Word::ActReportReleased,
        Act::ReportPublished => Word::ActReportPublished,
        Act::ReportLinksRevoked => Word::ActReportLinksRevoked,
        Act::LinkMade => Word::ActLinkMade,
        Act::LinkRevoked => Word::ActLinkRevoked,
        Act::ProgramAdmitted => Word::ActProgramAdmitted,
        Act::ProgramRevoked => Word::ActProgramRevoked,
        Act::WebhookSetUp => Word::ActWebhookSetUp,
        Act::WebhookEnded => Word::ActWebhookEnded,
        Act::BounceNoted => Word::ActBounceNoted,
        Act::BounceCleared => Word::ActBounceCleared,
        Act::MessageRepeated => Word::ActMessageRepeated,
        Act::MessageDropped => Word::ActMessageDropped,
        Act::SendingPaused => Word::ActSendingPaused,
        Act::SendingResumed => Word::ActSendingResumed,
        Act::SessionStarted => Word::ActSessionStarted,
        Act::SessionStrengthened => Word::ActSessionStrengthened,
        Act::SessionEnded => Word::ActSessionEnded,
        Act::IdentityTied => Word::ActIdentityTied,
        Act::FactorDropped => Word::ActFactorDropped,
        Act::FactorReset => Word::ActFactorReset,
        Act::OperatorInvited => Word::ActOperatorInvited,
        Act::OperatorEnded => Word::ActOperatorEnded,
        Act::DatabaseRestored => Word::ActDatabaseRestored,
        Act::DemoSeeded => Word::ActDemoSeeded,
    }
}

fn month(language: Language, date: NaiveDate) -> String {
    tr(language, Phrase::MonthName { n: date.month().into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_as_people_write_them() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 3).expect("a date");
        assert_eq!(day(Language::Nl, date), "3 november 2026");
        assert_eq!(weekday(Language::Nl, date), "dinsdag 3 november");
        assert_eq!(weekday(Language::En, date), "Tuesday 3 November");
        assert_eq!(short_month(Language::En, date), "Nov 26");
    }
}
