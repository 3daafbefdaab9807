//! Finding ids: the rarest term is a range of the vocabulary's endings, the others are conditions on the entries it leads to.

use super::IndexKind;
use super::query::Query;
use super::term::{FORMS, Term};
use super::vocabulary::SUFFIX_MAX;
use crate::db::Conn;
use crate::db::counting::CountUpTo;
use crate::db::keyset::contains;
use crate::schema::{
    search_entries as entries, search_postings as postings, search_suffixes as suffixes,
};
use diesel::dsl::{IntoBoxed, auto_type};
use diesel::mysql::Mysql;
use diesel::prelude::*;

/// Ids that a list is narrowed to; where there are more, its rows are read in their order and each is looked at.
pub const MOST: usize = 1_001;
/// Postings that are counted to find the rarest term.
const COUNTED: i64 = 2_000;

/// The records that have every term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matches {
    /// These and no others.
    Ids(Vec<i64>),
    /// These and many more.
    Many(Vec<i64>, Query),
}

impl Matches {
    /// Those that were read.
    pub fn ids(&self) -> &[i64] {
        match self {
            Self::Ids(ids) | Self::Many(ids, _) => ids,
        }
    }
}

/// The records of a kind that have what `readings` say, by the first reading that finds any.
pub fn matching(conn: &mut Conn, kind: IndexKind, readings: &[Query]) -> QueryResult<Matches> {
    for query in readings {
        let ids = some_matching(conn, kind, query, MOST)?;
        if ids.len() >= MOST {
            return Ok(Matches::Many(ids, query.clone()));
        }
        if !ids.is_empty() {
            return Ok(Matches::Ids(ids));
        }
    }
    Ok(Matches::Ids(Vec::new()))
}

fn some_matching(
    conn: &mut Conn,
    kind: IndexKind,
    query: &Query,
    limit: usize,
) -> QueryResult<Vec<i64>> {
    let Some(driver) = rarest(conn, kind, query)? else {
        return Ok(Vec::new());
    };
    let [one, two, three] = patterns(driver, starts);
    having(joined(kind.code()).into_boxed(), query)
        .filter(ending(one, two, three))
        .select(postings::record_id)
        .distinct()
        .limit(i64::try_from(limit).unwrap_or(1_000))
        .load(conn)
}

/// The term with the fewest postings; none where one has none at all.
pub(super) fn rarest<'q>(
    conn: &mut Conn,
    kind: IndexKind,
    query: &'q Query,
) -> QueryResult<Option<&'q Term>> {
    if let [only] = query.terms.as_slice() {
        return Ok(Some(only));
    }
    let mut best: Option<(i64, &Term)> = None;
    for term in &query.terms {
        let [one, two, three] = patterns(term, starts);
        let inner = posted(kind.code())
            .filter(ending(one, two, three))
            .select(postings::record_id)
            .limit(COUNTED);
        let count: i64 = CountUpTo::new(inner).get_result(conn)?;
        if count == 0 {
            return Ok(None);
        }
        if best.is_none_or(|(least, _)| count < least) {
            best = Some((count, term));
        }
    }
    Ok(best.map(|(_, term)| term))
}

/// Words that end somehow, and where they stand.
#[auto_type]
fn posted(kind: i8) -> _ {
    suffixes::table
        .inner_join(postings::table.on(postings::word_id.eq(suffixes::word_id)))
        .filter(postings::kind.eq(kind))
}

/// The same with the entries.
#[auto_type]
pub(super) fn joined(kind: i8) -> _ {
    suffixes::table
        .inner_join(postings::table.on(postings::word_id.eq(suffixes::word_id)))
        .inner_join(
            entries::table.on(entries::kind
                .eq(postings::kind)
                .and(entries::record_id.eq(postings::record_id))),
        )
        .filter(postings::kind.eq(kind))
}

/// Such a query under construction.
pub(super) type Found = IntoBoxed<'static, joined, Mysql>;

/// A term's endings, in each of its forms.
#[auto_type]
pub(super) fn ending(one: String, two: String, three: String) -> _ {
    suffixes::suffix
        .like(one)
        .or(suffixes::suffix.like(two))
        .or(suffixes::suffix.like(three))
}

/// Entries with a term, in any of its forms.
#[auto_type]
pub(super) fn text(one: String, two: String, three: String) -> _ {
    entries::plain_text
        .like(one)
        .or(entries::plain_text.like(two))
        .or(entries::plain_text.like(three))
}

/// Only entries that have every term.
pub(super) fn having(found: Found, query: &Query) -> Found {
    query.terms.iter().fold(found, |found, term| {
        let [one, two, three] = patterns(term, contains);
        found.filter(text(one, two, three))
    })
}

pub(super) fn patterns(term: &Term, pattern: fn(&str) -> String) -> [String; FORMS] {
    term.three().map(pattern)
}

/// A pattern for the endings that begin with this.
pub(super) fn starts(text: &str) -> String {
    let kept: String = text.chars().take(SUFFIX_MAX).collect();
    contains(&kept).split_off(1)
}
