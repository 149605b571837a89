//! Somebody signs in: by a link or a code from a mail ([`mail`]) or by another server ([`elsewhere`]), with a second
//! [`factor`] where it is asked for; and out again ([`session`]). Operators are made at the command line ([`operator`]).
//!
//! Deliberately not here: cookies (`web::session`).

pub mod elsewhere;
pub mod factor;
pub mod mail;
pub mod operator;
pub mod session;

pub use operator::Refusal;
pub use session::SignedIn;
