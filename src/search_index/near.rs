//! One wrong letter: words of the vocabulary that differ from a term by one letter added, left out, changed, or by two that
//! changed places. One of the halves of such a word is right, so its beginning or its end leads there.

use super::query::Query;
use super::term::{FORMS, Term};
use crate::db::Conn;
use crate::db::keyset::contains;
use crate::schema::search_suffixes as suffixes;
use diesel::prelude::*;
use std::collections::BTreeSet;

/// A word with fewer letters is too easily another one.
const LETTERS_MIN: usize = 5;
/// Words that are compared for each half.
const COMPARED: i64 = 4_000;

/// The query with its terms in spellings of the vocabulary that are nearly theirs; none where there is none.
pub(super) fn nearly(conn: &mut Conn, query: &Query) -> QueryResult<Option<Query>> {
    let mut near = query.clone();
    let (mut is_new, is_alone) = (false, query.terms.len() == 1);
    for term in &mut near.terms {
        let words = near_words(conn, term)?;
        is_new |= !words.is_empty();
        // Beside others, any of them may be the one that is wrong.
        let kept = if is_alone && !words.is_empty() { 0 } else { 1 };
        term.forms.truncate(kept);
        term.forms.extend(words);
        term.forms.truncate(FORMS);
    }
    Ok(is_new.then_some(near))
}

fn near_words(conn: &mut Conn, term: &Term) -> QueryResult<Vec<String>> {
    let Some(form) = term.forms.first() else {
        return Ok(Vec::new());
    };
    let letters: Vec<char> = form.chars().collect();
    if letters.len() < LETTERS_MIN || !letters.iter().all(|c| c.is_alphabetic()) {
        return Ok(Vec::new());
    }
    let half = letters.len() / 2;
    let (head, tail) = letters.split_at(half);
    let mut swapped = letters.clone();
    swapped.swap(half - 1, half);
    let begins = |letters: &[char]| contains(&letters.iter().collect::<String>()).split_off(1);
    let mut words: BTreeSet<String> = BTreeSet::new();
    for start in [begins(head), begins(&swapped)] {
        let found: Vec<String> = suffixes::table
            .filter(suffixes::suffix.like(start))
            .filter(suffixes::at.eq(0))
            .select(suffixes::suffix)
            .limit(COMPARED)
            .load(conn)?;
        words.extend(found);
    }
    words.extend(ending_with(conn, &tail.iter().collect::<String>())?);
    let mut near: Vec<String> = words
        .into_iter()
        .filter(|word| is_near(&letters, word))
        .collect();
    // Words of the same length first: a changed letter is likelier than one too many.
    near.sort_by_key(|word| word.chars().count().abs_diff(letters.len()));
    near.truncate(FORMS);
    Ok(near)
}

/// The words that end so.
fn ending_with(conn: &mut Conn, tail: &str) -> QueryResult<Vec<String>> {
    use crate::schema::search_words as words;
    let found: Vec<String> = suffixes::table
        .inner_join(words::table.on(words::id.eq(suffixes::word_id)))
        .filter(suffixes::suffix.eq(tail))
        .select(words::word)
        .limit(COMPARED)
        .load(conn)?;
    Ok(found.iter().map(|word| super::plain(word)).collect())
}

/// Whether the word, or its beginning, differs from what was typed by one letter. The same is not near.
fn is_near(typed: &[char], word: &str) -> bool {
    let word: Vec<char> = word.chars().collect();
    let n = typed.len();
    if word.starts_with(typed) {
        return false;
    }
    [word.len(), n, n + 1]
        .iter()
        .filter(|end| **end <= word.len() && **end + 1 >= n)
        .any(|end| differs_by_one(typed, &word[..*end]))
}

fn differs_by_one(one: &[char], other: &[char]) -> bool {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same..], &other[same..]);
    match (one, other) {
        ([_, rest @ ..], [_, others @ ..]) if rest == others => true,
        ([_, rest @ ..], others) if rest == others => true,
        (rest, [_, others @ ..]) if rest == others => true,
        ([a, b, rest @ ..], [c, d, others @ ..]) => a == d && b == c && rest == others,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(typed: &str, word: &str) -> bool {
        is_near(&typed.chars().collect::<Vec<_>>(), word)
    }

    #[test]
    fn one_letter_may_be_wrong() {
        for word in [
            "andersson",
            "anderssen",
            "anderson",
            "aandersson",
            "nadersson",
            "anderssno",
        ] {
            assert_eq!(near("andersson", word), word != "andersson", "{word}");
        }
        assert!(near("hausker", "hauslers"));
        assert!(!near("andersson", "pettersson"));
        assert!(
            !near("anders", "andersson"),
            "its beginning is what was typed"
        );
    }
}
