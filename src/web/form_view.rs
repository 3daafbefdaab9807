//! What the person typed, plus what was wrong with it: feeds the field macros.

use super::FieldErrors;
use crate::i18n::Message;
use std::collections::BTreeMap;

/// A form as it is shown.
#[derive(Clone, Debug, Default)]
pub struct FormView {
    values: BTreeMap<String, Vec<String>>,
    errors: FieldErrors,
}

impl FormView {
    /// A form filled from pairs.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let mut view = Self::default();
        for (name, value) in pairs {
            view.values
                .entry(name.clone())
                .or_default()
                .push(value.clone());
        }
        view
    }

    /// Sets one value.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.insert(name.to_owned(), vec![value.into()]);
        self
    }

    /// Adds the mistakes.
    pub fn with_errors(mut self, errors: FieldErrors) -> Self {
        self.errors = errors;
        self
    }

    /// The first value typed into a field, or nothing.
    pub fn value(&self, name: &str) -> &str {
        self.values(name).first().map_or("", String::as_str)
    }

    /// The names of all values.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }

    /// Every value of a field.
    pub fn values(&self, name: &str) -> &[String] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a field is wrong.
    pub fn has_error(&self, name: &str) -> bool {
        self.errors.contains_key(name)
    }

    /// What is wrong with a field.
    pub fn errors_on(&self, name: &str) -> &[Message] {
        self.errors.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether anything is wrong.
    pub fn any_error(&self) -> bool {
        !self.errors.is_empty()
    }

    /// Everything that is wrong, for the summary on top.
    pub fn all_errors(&self) -> Vec<(&str, &Message)> {
        self.errors
            .iter()
            .flat_map(|(name, list)| list.iter().map(move |m| (*name, m)))
            .collect()
    }
}
