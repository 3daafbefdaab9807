//! From what was typed to true values, every mistake at once.

use super::{FieldErrors, FormData};
use crate::auth::UserId;
use crate::fields::text;
use crate::i18n::Message;

/// Reads typed values out of a form and collects every mistake.
pub struct Reader<'a> {
    data: &'a FormData,
    errors: FieldErrors,
}

impl<'a> Reader<'a> {
    /// Starts reading.
    pub fn new(data: &'a FormData) -> Self {
        Self {
            data,
            errors: FieldErrors::new(),
        }
    }

    /// Applies a field rule; a mistake is noted at the field and the default stands in for the value.
    pub fn field<T: Default>(
        &mut self,
        name: &'static str,
        rule: impl FnOnce(&str) -> Result<T, Message>,
    ) -> T {
        match rule(self.data.get(name)) {
            Ok(value) => value,
            Err(message) => {
                self.error(name, message);
                T::default()
            }
        }
    }

    /// One line of text; nothing typed is empty text.
    pub fn line(&mut self, name: &'static str, max: usize) -> String {
        self.field(name, |raw| {
            text::line(raw, max).map(Option::unwrap_or_default)
        })
    }

    /// Text of several lines; nothing typed is empty text.
    pub fn paragraph(&mut self, name: &'static str, max: usize) -> String {
        self.field(name, |raw| {
            text::paragraph(raw, max).map(Option::unwrap_or_default)
        })
    }

    /// A person of ours, or nobody. Whether that person exists is asked by the action.
    pub fn person(&mut self, name: &'static str) -> Option<UserId> {
        self.field(name, |raw| match raw.trim() {
            "" => Ok(None),
            id => id
                .parse()
                .map(Some)
                .map_err(|_| Message::new("common-choose-one")),
        })
    }

    /// Notes a mistake at a field.
    pub fn error(&mut self, name: &'static str, message: Message) {
        self.errors.entry(name).or_default().push(message);
    }

    /// The value, or every mistake at once.
    pub fn finish<T>(self, value: T) -> Result<T, FieldErrors> {
        if self.errors.is_empty() {
            Ok(value)
        } else {
            Err(self.errors)
        }
    }
}
