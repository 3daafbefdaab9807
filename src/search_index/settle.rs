//! Putting the index right for some records: what their entries say is compared with what the records say now, and only the
//! difference is written.

use super::entry::{Entry, word_id};
use super::{Document, Indexed, vocabulary};
use crate::db::Conn;
use crate::schema::{search_entries, search_postings};
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Records of one round.
const RECORDS: usize = 500;
/// Rows of one statement.
const ROWS: usize = 5_000;

/// What is believed of the entries that are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// They are right: write what has changed.
    Follow,
    /// Nothing: write everything that is missing (`minimata reindex`).
    Repair,
}

type Posting = (i64, i8, i64);

/// Puts the index right for these records, in the transaction at hand. Their entries are locked first, in the order
/// of their ids: who comes second reads what the first one has written.
pub fn settle(conn: &mut Conn, of: &dyn Indexed, ids: &[i64], mode: Mode) -> QueryResult<()> {
    let ids: Vec<i64> = ids
        .iter()
        .copied()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    for some in ids.chunks(RECORDS) {
        settle_some(conn, of, some, mode)?;
    }
    Ok(())
}

fn settle_some(conn: &mut Conn, of: &dyn Indexed, ids: &[i64], mode: Mode) -> QueryResult<()> {
    let kind = of.kind().code();
    let old: BTreeMap<i64, Entry> = locked(conn, kind, ids)?;
    let documents = of.documents(conn, ids)?;
    let entry = |(id, document): &(i64, Document)| (*id, Entry::of(kind, *id, document));
    let new: BTreeMap<i64, Entry> = documents.iter().map(entry).collect();
    let difference = Difference::between(&old, &new, mode);
    vocabulary::know(conn, &difference.words)?;
    add(conn, kind, difference.added)?;
    remove(conn, kind, difference.removed)?;
    let differs = |is: &&Entry| old.get(&is.record_id) != Some(*is);
    let changed: Vec<&Entry> = new.values().filter(differs).collect();
    if !changed.is_empty() {
        diesel::replace_into(search_entries::table)
            .values(changed)
            .execute(conn)?;
    }
    let gone = old.keys().filter(|id| !new.contains_key(id)).copied();
    let gone: Vec<i64> = gone.collect();
    if !gone.is_empty() {
        diesel::delete(search_entries::table)
            .filter(search_entries::kind.eq(kind))
            .filter(search_entries::record_id.eq_any(gone))
            .execute(conn)?;
    }
    Ok(())
}

/// What entries make of the postings that were there.
#[derive(Default)]
struct Difference<'a> {
    words: BTreeSet<&'a str>,
    added: Vec<Posting>,
    removed: Vec<Posting>,
}

impl<'a> Difference<'a> {
    fn between(old: &'a BTreeMap<i64, Entry>, new: &'a BTreeMap<i64, Entry>, mode: Mode) -> Self {
        let mut difference = Self::default();
        let ids: BTreeSet<&i64> = old.keys().chain(new.keys()).collect();
        for id in ids {
            let (was, is) = (old.get(id), new.get(id));
            if was == is && mode == Mode::Follow {
                continue;
            }
            let postings = |entry: Option<&'a Entry>| entry.map(Entry::postings);
            let was = postings(was).unwrap_or_default();
            let is = postings(is).unwrap_or_default();
            for (word, place) in &is {
                if mode == Mode::Repair || was.get(word) != Some(place) {
                    difference.words.insert(word);
                    difference.added.push((word_id(word), place.code(), *id));
                }
            }
            let gone = was
                .iter()
                .filter(|(word, place)| is.get(*word) != Some(*place));
            let gone = gone.map(|(word, place)| (word_id(word), place.code(), *id));
            difference.removed.extend(gone);
        }
        difference
    }
}

fn locked(conn: &mut Conn, kind: i8, ids: &[i64]) -> QueryResult<BTreeMap<i64, Entry>> {
    let entries: Vec<Entry> = search_entries::table
        .filter(search_entries::kind.eq(kind))
        .filter(search_entries::record_id.eq_any(ids))
        .order(search_entries::record_id)
        .select(Entry::as_select())
        .for_update()
        .load(conn)?;
    Ok(entries
        .into_iter()
        .map(|entry| (entry.record_id, entry))
        .collect())
}

fn add(conn: &mut Conn, kind: i8, mut postings: Vec<Posting>) -> QueryResult<()> {
    // In the order of the index.
    postings.sort_unstable();
    for some in postings.chunks(ROWS) {
        let row = |(word, place, id): &Posting| {
            (
                search_postings::word_id.eq(*word),
                search_postings::kind.eq(kind),
                search_postings::field.eq(*place),
                search_postings::record_id.eq(*id),
            )
        };
        diesel::insert_or_ignore_into(search_postings::table)
            .values(some.iter().map(row).collect::<Vec<_>>())
            .execute(conn)?;
    }
    Ok(())
}

/// By word or by record, whichever takes fewer statements.
fn remove(conn: &mut Conn, kind: i8, postings: Vec<Posting>) -> QueryResult<()> {
    let (mut by_word, mut by_record) = (BTreeMap::new(), BTreeMap::new());
    for (word, place, id) in postings {
        by_word
            .entry((word, place))
            .or_insert_with(Vec::new)
            .push(id);
        by_record
            .entry((id, place))
            .or_insert_with(Vec::new)
            .push(word);
    }
    let all = || diesel::delete(search_postings::table).filter(search_postings::kind.eq(kind));
    if by_word.len() <= by_record.len() {
        for ((word, place), ids) in by_word {
            all()
                .filter(search_postings::word_id.eq(word))
                .filter(search_postings::field.eq(place))
                .filter(search_postings::record_id.eq_any(ids))
                .execute(conn)?;
        }
    } else {
        for ((id, place), words) in by_record {
            all()
                .filter(search_postings::word_id.eq_any(words))
                .filter(search_postings::field.eq(place))
                .filter(search_postings::record_id.eq(id))
                .execute(conn)?;
        }
    }
    Ok(())
}
