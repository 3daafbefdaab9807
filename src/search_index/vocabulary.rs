//! The vocabulary: each word once, with all its endings.

use super::entry::word_id;
use super::plain::plain;
use crate::db::Conn;
use crate::schema::{search_suffixes, search_words};
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, RandomState};

/// Characters of an ending that are kept: what is typed beyond is compared with the text.
pub(super) const SUFFIX_MAX: usize = 32;
/// Endings of a number that are kept have at least so many digits.
pub(super) const DIGITS_MIN: usize = 3;
/// Rows of one statement.
const ROWS: usize = 2_000;

/// A number that nobody else who writes now has. It is part of the keys: were a word's row the same for all, everybody
/// with a new word would wait for an import that has it to end.
fn writer() -> i32 {
    let random = RandomState::new().hash_one(0_u8);
    i32::try_from(random >> 33).unwrap_or_default()
}

/// Sees to it that these words are known. Two who bring the same word at once both write it, and neither waits; what is
/// read from the vocabulary is told apart by the word.
pub(super) fn know(conn: &mut Conn, words: &BTreeSet<&str>) -> QueryResult<()> {
    let mut new: BTreeMap<i64, &str> = words.iter().map(|word| (word_id(word), *word)).collect();
    let ids: Vec<i64> = new.keys().copied().collect();
    for some in ids.chunks(ROWS) {
        let known: Vec<i64> = search_words::table
            .filter(search_words::id.eq_any(some))
            .select(search_words::id)
            .load(conn)?;
        for id in known {
            new.remove(&id);
        }
    }
    let writer = writer();
    let rows: Vec<_> = new
        .iter()
        .map(|(id, word)| {
            (
                search_words::id.eq(id),
                search_words::writer.eq(writer),
                search_words::word.eq(*word),
            )
        })
        .collect();
    for some in rows.chunks(ROWS) {
        diesel::insert_or_ignore_into(search_words::table)
            .values(some)
            .execute(conn)?;
    }
    let mut endings: Vec<(String, i64, i8)> = new
        .iter()
        .flat_map(|(id, word)| endings(word, *id))
        .collect();
    endings.sort_unstable();
    for some in endings.chunks(ROWS) {
        let rows: Vec<_> = some
            .iter()
            .map(|(suffix, id, at)| {
                (
                    search_suffixes::suffix.eq(suffix),
                    search_suffixes::word_id.eq(id),
                    search_suffixes::writer.eq(writer),
                    search_suffixes::at.eq(at),
                )
            })
            .collect();
        diesel::insert_or_ignore_into(search_suffixes::table)
            .values(rows)
            .execute(conn)?;
    }
    Ok(())
}

/// The word from each of its letters on, plainly.
fn endings(word: &str, id: i64) -> Vec<(String, i64, i8)> {
    let letters: Vec<char> = plain(word).chars().collect();
    let is_number = letters.iter().all(char::is_ascii_digit);
    let least = if is_number { DIGITS_MIN } else { 1 };
    (0..letters.len())
        .filter(|at| *at == 0 || letters.len() - at >= least)
        .map(|at| {
            let ending = letters[at..].iter().take(SUFFIX_MAX).collect();
            (ending, id, i8::try_from(at).unwrap_or(i8::MAX))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_from_each_of_its_letters_on() {
        let of = |word| -> Vec<String> { endings(word, 1).into_iter().map(|e| e.0).collect() };
        assert_eq!(of("häus"), ["haus", "aus", "us", "s"]);
        assert_eq!(of("12345"), ["12345", "2345", "345"]);
        assert_eq!(of("7"), ["7"]);
    }
}
