//! What somebody typed, as terms that a record must have, each anywhere.

use super::document::address_words;
use super::plain::plain;
use super::term::{NUMBER_MIN, Term};
use super::vocabulary::DIGITS_MIN;
use crate::fields::fold::fold;

/// Terms that are looked for; more are not typed by anybody who is still looking.
const TERMS_MAX: usize = 8;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Everything that a record must have.
    pub terms: Vec<Term>,
    /// All of it, folded.
    pub typed: String,
}

impl Query {
    /// What `raw` may mean, the likelier first: "070 123 45" is one number, or three.
    pub fn readings(raw: &str) -> Vec<Self> {
        let (together, apart) = (Self::read(raw, true), Self::read(raw, false));
        let mut readings = vec![together];
        if readings[0] != apart {
            readings.push(apart);
        }
        readings.retain(|query| !query.terms.is_empty());
        readings
    }

    /// The words that a text of a record must have to contain `raw` literally.
    pub fn within_text(raw: &str) -> Self {
        let parts: Vec<&str> = raw.split(|c: char| c.is_whitespace()).collect();
        let mut query = Self::default();
        for part in parts {
            query.add_words(part);
        }
        // The vocabulary has no endings of numbers as short as these.
        let is_short = |term: &Term| {
            term.typed.len() < DIGITS_MIN && term.typed.bytes().all(|b| b.is_ascii_digit())
        };
        query.terms.retain(|term| !is_short(term));
        query.finish(raw)
    }

    /// The same for an address.
    pub fn within_address(raw: &str) -> Self {
        let mut query = Self::default();
        for word in address_words(raw) {
            query
                .terms
                .push(Term::new(word.clone(), vec![plain(&word)]));
        }
        query.finish(raw)
    }

    /// The same for a number.
    pub fn within_number(raw: &str) -> Self {
        let mut query = Self::default();
        let number = Term::of_number(raw);
        if number.typed.len() >= DIGITS_MIN {
            query.terms.push(number);
        }
        query.finish(raw)
    }

    fn read(raw: &str, together: bool) -> Self {
        let mut query = Self::default();
        let mut number: Vec<&str> = Vec::new();
        let parts: Vec<&str> = raw.split_whitespace().collect();
        for (n, part) in parts.iter().enumerate() {
            if !is_number(part) {
                query.add_part(part);
                continue;
            }
            number.push(part);
            let goes_on = together && parts.get(n + 1).is_some_and(|next| is_number(next));
            if goes_on {
                continue;
            }
            let digits = number
                .iter()
                .flat_map(|p| p.bytes())
                .filter(u8::is_ascii_digit);
            if digits.count() >= NUMBER_MIN || number.len() == 1 {
                query.terms.push(Term::of_number(&number.join(" ")));
            } else {
                let each = number.iter().map(|part| Term::of_number(part));
                query.terms.extend(each);
            }
            number.clear();
        }
        query.finish(raw)
    }

    fn add_part(&mut self, part: &str) {
        let dotted = part.split('.').any(|piece| piece.chars().count() >= 3);
        if part.contains('@') || part.contains("://") || (part.contains('.') && dotted) {
            let words = address_words(part);
            let terms = words
                .iter()
                .map(|word| Term::new(word.clone(), vec![plain(word)]));
            self.terms.extend(terms);
        } else {
            self.add_words(part);
        }
    }

    fn add_words(&mut self, part: &str) {
        let folded = fold(part);
        let words = folded.split(' ').filter(|word| !word.is_empty());
        self.terms
            .extend(words.map(|word| Term::of_word(part, word)));
    }

    /// Without signs beside words, and no longer than anybody needs.
    fn finish(mut self, raw: &str) -> Self {
        let says = |term: &Term| term.typed.chars().any(char::is_alphanumeric);
        if self.terms.iter().any(says) {
            self.terms.retain(says);
        }
        self.terms.retain(|term| !term.forms.is_empty());
        self.terms.truncate(TERMS_MAX);
        self.typed = fold(raw);
        self
    }
}

/// Digits and what stands between them in a number.
fn is_number(part: &str) -> bool {
    let fits = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '(' | ')' | '/');
    part.chars().all(fits) && part.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(raw: &str) -> Vec<Vec<String>> {
        let first = Query::readings(raw).into_iter().next().unwrap_or_default();
        first.terms.into_iter().map(|term| term.forms).collect()
    }

    #[test]
    fn words_in_any_form() {
        assert_eq!(forms("HÄUSLER"), [vec!["hausler", "haeusler"]]);
        assert_eq!(forms("ab norr"), [["ab"], ["norr"]]);
        assert_eq!(forms("I.K. Ö"), [vec!["ik"], vec!["o", "oe"]]);
        assert_eq!(forms("Karl-Erik"), [["karl"], ["erik"]]);
        assert_eq!(
            forms("anna.berg@ab-norr.se"),
            [["anna"], ["berg"], ["ab"], ["norr"], ["se"]]
        );
        assert_eq!(forms("https://www.norr.se"), [["norr"], ["se"]]);
        assert_eq!(forms("Ström & Son"), [vec!["strom", "stroem"], vec!["son"]]);
        assert!(Query::readings("  ").is_empty());
        assert_eq!(forms("&"), [["&"]]);
    }

    #[test]
    fn numbers_in_any_form() {
        assert_eq!(forms("070 123"), [["070123", "70123"]]);
        assert_eq!(
            forms("070-123 45 67"),
            [["0701234567", "46701234567", "701234567"]]
        );
        assert_eq!(forms("+46 (0)70 123"), [["4670123"]]);
        assert_eq!(forms("802481-1234"), [["8024811234"]]);
        assert_eq!(forms("16802481-1234"), [["168024811234", "8024811234"]]);
        assert_eq!(forms("SE802481123401"), [["se802481123401", "8024811234"]]);
        assert_eq!(forms("IF 1909"), [["if"], ["1909"]]);
        assert_eq!(forms("lag 2 70"), [["lag"], ["2"], ["70"]]);
        assert_eq!(Query::readings("114 55").len(), 2);
    }
}
