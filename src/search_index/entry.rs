//! A record's row in the index, and the postings that follow from it.

use super::document::{Document, WORD_MAX};
use super::plain::plain;
use crate::schema::search_entries;
use diesel::mysql::Mysql;
use diesel::prelude::*;
use std::collections::BTreeMap;

/// A word as others refer to it: the same in every database, so that a word's id is known without asking for it. Two
/// words with one id would only be looked at in vain: what is found is compared with the entry's text.
pub(super) fn word_id(word: &str) -> i64 {
    // FNV-1a, 64 bits.
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash.cast_signed()
}

/// Where a word stands in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Name,
    Other,
}

impl Place {
    pub fn code(self) -> i8 {
        match self {
            Self::Name => 0,
            Self::Other => 1,
        }
    }
}

/// A record's row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = search_entries, check_for_backend(Mysql))]
pub(super) struct Entry {
    pub kind: i8,
    pub record_id: i64,
    /// Folded.
    pub name: String,
    pub plain_name: String,
    /// Folded, without those of the name.
    pub words: String,
    /// All of it plainly, each word behind a blank.
    pub plain_text: String,
}

impl Entry {
    pub fn of(kind: i8, record_id: i64, document: &Document) -> Self {
        let words = document.other_words().join(" ");
        let name = document.name.clone();
        Self {
            kind,
            record_id,
            plain_name: plain(&name),
            plain_text: format!(" {} {}", plain(&name), plain(&words)),
            name,
            words,
        }
    }

    /// Its words and the place of each.
    pub fn postings(&self) -> BTreeMap<&str, Place> {
        let other = self.words.split(' ').map(|word| (word, Place::Other));
        let name = self.name.split(' ').map(|word| (word, Place::Name));
        // The name comes last: a word of both is one of the name.
        let all = other.chain(name).filter(|(word, _)| !word.is_empty());
        all.map(|(word, place)| (cut(word), place)).collect()
    }
}

/// A word as far as the vocabulary has it.
fn cut(word: &str) -> &str {
    match word.char_indices().nth(WORD_MAX) {
        Some((end, _)) => &word[..end],
        None => word,
    }
}
