//! Stub of the form view, to compile the templates with.
#![allow(missing_docs)]

use crate::i18n::Message;
use std::collections::BTreeMap;

pub type FieldErrors = BTreeMap<&'static str, Vec<Message>>;

#[derive(Default)]
pub struct FormView {
    values: BTreeMap<String, Vec<String>>,
    errors: FieldErrors,
}

impl FormView {
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
    pub fn with_errors(mut self, errors: FieldErrors) -> Self {
        self.errors = errors;
        self
    }
    pub fn value(&self, name: &str) -> &str {
        self.values(name).first().map_or("", String::as_str)
    }
    pub fn values(&self, name: &str) -> &[String] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }
    pub fn has_error(&self, name: &str) -> bool {
        self.errors.contains_key(name)
    }
    pub fn errors_on(&self, name: &str) -> &[Message] {
        self.errors.get(name).map_or(&[], Vec::as_slice)
    }
    pub fn any_error(&self) -> bool {
        !self.errors.is_empty()
    }
    pub fn all_errors(&self) -> Vec<(&str, &Message)> {
        self.errors
            .iter()
            .flat_map(|(name, all)| all.iter().map(move |m| (*name, m)))
            .collect()
    }
}
