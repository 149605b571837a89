//! Why a use case says no although nothing is broken: one enum a use case, joined here. What a refusal says stands with
//! the words, in every language; the command line speaks English.

use crate::app::agreement::{base_survey, change_agreement};
use crate::app::answers::{import_answers, screen_comments};
use crate::app::installation::{key_file, manage_programs, open, restore};
use crate::app::messages::send_messages;
use crate::app::people::ask_conversation;
use crate::app::report::{offer_link, release_report};
use crate::app::round::{share_round, start_pulse};
use crate::app::{AppError, sign_in};
use crate::domain::language::Language;
use crate::words::{Phrase, tr};

macro_rules! join {
    ($($(#[$doc:meta])* $name:ident($refusal:path),)+) => {
        /// The refusal of any use case.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Refusal {
            $($(#[$doc])* $name($refusal),)+
        }

        impl Refusal {
            /// What it says.
            pub(crate) fn phrase(&self) -> Phrase<'_> {
                match self {
                    $(Refusal::$name(one) => one.phrase(),)+
                }
            }

            /// Whether what was asked for is not there, rather than not allowed now.
            pub fn is_absence(&self) -> bool {
                match self {
                    $(Refusal::$name(one) => one.is_absence(),)+
                }
            }
        }

        $(
            impl From<$refusal> for Refusal {
                fn from(one: $refusal) -> Refusal {
                    Refusal::$name(one)
                }
            }

            impl From<$refusal> for AppError {
                fn from(one: $refusal) -> AppError {
                    AppError::Refused(one.into())
                }
            }
        )+
    };
}

join! {
    /// Opening an installation, finding an agreement.
    Opening(open::Refusal),
    /// Changing people, confidentiality, or everything.
    Change(change_agreement::Refusal),
    /// Moving to a newer edition.
    Edition(base_survey::Refusal),
    /// Moving a round.
    Round(share_round::Refusal),
    /// An extra pulse.
    Pulse(start_pulse::Refusal),
    /// Earlier measurements.
    Answers(import_answers::Refusal),
    /// Comments.
    Comments(screen_comments::Refusal),
    /// A report's life.
    Report(release_report::Refusal),
    /// Links for outsiders.
    Link(offer_link::Refusal),
    /// What people asked for.
    Request(ask_conversation::Refusal),
    /// Operators.
    SignIn(sign_in::Refusal),
    /// Messages that wait for a decision.
    Message(send_messages::Refusal),
    /// Programs and webhooks.
    Program(manage_programs::Refusal),
    /// The key file.
    KeyFile(key_file::Refusal),
    /// Backups.
    Restore(restore::Refusal),
}

impl Refusal {
    /// What it says, in a language.
    pub fn say(&self, language: Language) -> String {
        tr(language, self.phrase())
    }
}

/// In English, as the command line and the log speak.
impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.say(Language::En))
    }
}

impl std::error::Error for Refusal {}
