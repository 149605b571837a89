//! What a report says, in order, and the forms it takes. Pure: no clock, no database.
//!
//! [`facts`] gathers guarded figures and dated marks → [`wording`] turns a figure into the sentence that page, table and
//! alt text share → [`figures`] describes the plots → [`document`] puts both in order → [`forms`] are made of it.
//! Each imports only what stands before it. [`look`] is the house style.

pub mod document;
pub mod facts;
pub mod figures;
pub mod forms;
pub mod look;
pub mod wording;
