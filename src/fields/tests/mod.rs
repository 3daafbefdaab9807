//! The rules at their limits and with what people and attackers type.

mod catalogue;
mod dates_and_numbers;
mod email;
mod fold;
mod limits;
mod organisation_number;
mod password;
mod phone;
mod text;
mod website;

use crate::i18n::Message;

/// The key of the message that `result` refuses with.
fn refusal<T: std::fmt::Debug>(result: Result<T, Message>) -> &'static str {
    result.expect_err("should be refused").key
}
