//! What a slice gives to be searched of a record.

use crate::fields::fold::fold;
use serde_json::Value;
use std::collections::BTreeSet;

/// Words kept of one record: more than anybody types into a form, and few enough for one statement.
const WORDS_MAX: usize = 400;
/// A word's characters that count; the rest tells nothing.
pub(super) const WORD_MAX: usize = 64;

/// The texts of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub(super) name: String,
    words: BTreeSet<String>,
}

impl Document {
    /// Of a record with this name.
    pub fn named(name: &str) -> Self {
        let mut document = Self {
            name: fold(name).chars().take(250).collect(),
            ..Self::default()
        };
        document.add(joined(name));
        document
    }

    /// With the words of this text.
    pub fn text(mut self, text: &str) -> Self {
        self.add(words(text));
        self.add(joined(text));
        self
    }

    /// With the parts of an e-mail or web address.
    pub fn address(mut self, text: &str) -> Self {
        let parts = address_words(text);
        self.add(parts);
        self
    }

    /// With a number, whatever stands between its digits.
    pub fn number(mut self, text: &str) -> Self {
        self.add([text.chars().filter(char::is_ascii_digit).collect()]);
        self
    }

    /// With a phone number: as it is compared, or as typed where that cannot be told.
    pub fn phone(self, typed: &str, key: &str) -> Self {
        self.number(if key.is_empty() { typed } else { key })
    }

    /// With the values of further facts, a JSON object.
    pub fn facts(mut self, json: &str) -> Self {
        let facts: serde_json::Map<String, Value> = serde_json::from_str(json).unwrap_or_default();
        for value in facts.values() {
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            self = self.text(&text);
        }
        self
    }

    fn add(&mut self, words: impl IntoIterator<Item = String>) {
        for word in words {
            if self.words.len() < WORDS_MAX && !word.is_empty() {
                self.words.insert(word.chars().take(WORD_MAX).collect());
            }
        }
    }

    /// The words that do not stand in the name.
    pub(super) fn other_words(&self) -> Vec<&str> {
        let name: BTreeSet<&str> = self.name.split(' ').collect();
        let words = self.words.iter().map(String::as_str);
        words.filter(|word| !name.contains(word)).collect()
    }
}

/// The folded words of a text.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded.split(' ').map(str::to_owned).collect()
}

/// Words of several parts as one: "Karl-Erik" is found by "karlerik".
fn joined(text: &str) -> Vec<String> {
    // A sign that stands alone parts nothing.
    let parted = |word: &&str| {
        word.contains(['-', '/', '&', '+', '_']) && word.contains(char::is_alphanumeric)
    };
    let one = |word: &str| fold(word).replace(' ', "");
    text.split_whitespace().filter(parted).map(one).collect()
}

/// The parts of an e-mail address or of a web address, without what all of them have.
pub(super) fn address_words(text: &str) -> Vec<String> {
    let parts = words(&text.replace(['.', '\''], " "));
    let tells = |part: &String| !matches!(part.as_str(), "http" | "https" | "www");
    parts.into_iter().filter(tells).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other(document: &Document) -> Vec<&str> {
        document.other_words()
    }

    #[test]
    fn every_word_stands_once() {
        let document = Document::named("Åkes Bygg & Son AB")
            .text("Umeå")
            .address("info@akes-bygg.example")
            .address("https://www.akes-bygg.example/om")
            .number("+46701234567")
            .number("");
        assert_eq!(document.name, "åkes bygg son ab");
        assert_eq!(
            other(&document),
            ["46701234567", "akes", "example", "info", "om", "umeå"]
        );
    }

    #[test]
    fn a_word_of_two_parts_is_three() {
        let document = Document::named("Karl-Erik O'Neill");
        assert_eq!(document.name, "karl erik oneill");
        assert_eq!(other(&document), ["karlerik"]);
    }

    #[test]
    fn a_name_of_signs_only_keeps_them() {
        assert_eq!(Document::named("!!!").name, "!!!");
    }
}
