//! One thing that a record must have, in each form in which it may stand in the index.

use super::document::WORD_MAX;
use super::plain::{other_spellings, plain};
use crate::fields::fold::fold;
use crate::fields::phone;

/// Forms of a term, so that each has a place in the statements.
pub(super) const FORMS: usize = 3;
/// Digits that are a number even with blanks between them.
pub(super) const NUMBER_MIN: usize = 5;

/// One thing that a record must have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// As typed, folded.
    pub typed: String,
    /// How it may stand in the index, plainly: at least one.
    pub forms: Vec<String>,
}

impl Term {
    pub(super) fn of_word(raw: &str, folded: &str) -> Self {
        let folded: String = folded.chars().take(WORD_MAX).collect();
        let mut forms = vec![plain(&folded)];
        // Another spelling is only one where the word is not one of several.
        if fold(raw) == folded {
            let spellings = other_spellings(raw);
            forms.extend(spellings.iter().map(|other| plain(&fold(other))));
        }
        // A VAT number is an organisation number between two others.
        if let Some(digits) = folded.strip_prefix("se")
            && digits.len() == 12
            && digits.bytes().all(|b| b.is_ascii_digit())
        {
            forms.push(digits[..10].to_owned());
        }
        Self::new(folded, forms)
    }

    pub(super) fn of_number(raw: &str) -> Self {
        let raw = raw.replace("(0)", "");
        let digits: String = raw.chars().filter(char::is_ascii_digit).collect();
        let mut forms = vec![digits.clone()];
        if let Some(key) = phone::key(&raw) {
            forms.push(key.trim_start_matches('+').to_owned());
        }
        match (digits.strip_prefix("00"), digits.strip_prefix('0')) {
            (Some(abroad), _) if abroad.len() >= 3 => forms.push(abroad.to_owned()),
            (None, Some(home)) if home.len() >= NUMBER_MIN => forms.push(home.to_owned()),
            (None, Some(home)) if home.len() >= 2 => forms.push(format!("46{home}")),
            _ => {}
        }
        if digits.len() == 12 && ["16", "19", "20"].iter().any(|c| digits.starts_with(c)) {
            forms.push(digits[2..].to_owned());
        }
        Self::new(digits, forms)
    }

    pub(super) fn new(typed: String, mut forms: Vec<String>) -> Self {
        forms.retain(|form| !form.is_empty());
        let mut seen = Vec::new();
        forms.retain(|form| !seen.contains(form) && (seen.push(form.clone()), true).1);
        forms.truncate(FORMS);
        Self { typed, forms }
    }

    /// Its forms for statements that have a place for each.
    pub(super) fn three(&self) -> [&str; FORMS] {
        let form = |n: usize| self.forms.get(n).or(self.forms.first());
        [0, 1, 2].map(|n| form(n).map_or("", String::as_str))
    }
}
