//! Closed lists: enums of which every value has a code, in files, forms, addresses, JSON and the database.
//!
//! The codes stand with the enum, as strum's attributes; what is stored never changes its code.

/// Gives enums that derive `VariantArray` their list.
macro_rules! listed {
    ($($name:ident),+) => {
        $(impl $name {
            /// Every one, in the order of its declaration.
            pub const ALL: [$name; <$name as strum::VariantArray>::VARIANTS.len()] =
                $crate::domain::code::array(<$name as strum::VariantArray>::VARIANTS);
        })+
    };
}
pub(crate) use listed;

/// Gives enums that derive `EnumString`, `IntoStaticStr` and `VariantArray` their list, their codes and the way back.
macro_rules! coded {
    ($($name:ident),+) => {
        $crate::domain::code::listed!($($name),+);
        $(impl $name {
            /// Its code: what stands for it outside the program.
            pub fn code(self) -> &'static str {
                self.into()
            }

            /// The one of a code, or `None`.
            pub fn find(code: &str) -> Option<$name> {
                code.parse().ok()
            }
        })+
    };
}
pub(crate) use coded;

/// A list of variants as the array that it is.
pub(crate) const fn array<T: Copy, const N: usize>(variants: &[T]) -> [T; N] {
    *variants.first_chunk().expect("as long as its own list")
}

#[cfg(test)]
mod tests {
    use crate::domain::access::Capacity;
    use crate::domain::adjustment::{AdjustmentState, ReviewChoice};
    use crate::domain::agreement::{Direction, PartnerKind};
    use crate::domain::article::ArticleKind;
    use crate::domain::confidentiality::Mode;
    use crate::domain::conversation::{ConversationKind, ConversationState, SignalWork};
    use crate::domain::language::Language;
    use crate::domain::message::MessageState;
    use crate::domain::request::{RequestKind, RequestState};
    use crate::domain::role::Role;
    use crate::domain::round::RoundState;
    use crate::domain::sign_in::Method;

    macro_rules! check {
        ($($name:ident)+) => {
            $(for one in $name::ALL {
                assert_eq!($name::find(one.code()), Some(one));
                assert_eq!(serde_json::to_value(one).expect("a name"), one.code());
            })+
        };
    }

    #[test]
    fn codes_lead_back_and_are_the_names_in_json() {
        check! {
            AdjustmentState ArticleKind Capacity ConversationKind ConversationState Direction Language MessageState
            Method Mode PartnerKind RequestKind RequestState ReviewChoice Role RoundState SignalWork
        }
    }
}
