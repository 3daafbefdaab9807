//! The rules of every kind of field, in one place: forms, the API and imports all ask here.
//!
//! A rule takes what was typed and returns the value in the one form it is stored in, `None` when nothing was typed,
//! or a [`Message`] that says what to do. Nothing here knows the database, HTTP or a language.

pub mod date;
pub mod email;
pub mod fold;
pub mod formula;
pub mod integer;
pub mod organisation_number;
pub mod password;
pub mod phone;
mod rules;
pub mod text;
pub mod website;

#[cfg(test)]
mod tests;

pub use rules::*;

use crate::i18n::Message;

/// Turns "nothing was typed" into the message that says so, for a field that must have a value.
pub fn required<T>(value: Option<T>) -> Result<T, Message> {
    value.ok_or_else(|| Message::new("fields-required"))
}
