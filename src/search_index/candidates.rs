//! The records that fit best: read in the order of how well they do, until there are enough to choose from.

use super::entry::{Place, word_id};
use super::find::{Found, ending, having, joined, patterns, rarest, starts};
use super::near::nearly;
use super::rank::{Level, Rank, rank};
use super::{IndexKind, Query};
use crate::db::Conn;
use crate::schema::{
    search_entries as entries, search_postings as postings, search_suffixes as suffixes,
};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// Records that are read at each step.
const STEP: i64 = 60;
/// Records that are enough to choose from.
const ENOUGH: usize = 60;
/// With so few that fit, those that nearly do are looked for as well.
const FEW: usize = 5;

/// A record that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its id.
    pub id: i64,
    /// How well.
    pub rank: Rank,
    /// The terms by which it was found, which may be spelled as in the vocabulary.
    pub query: Query,
}

type Row = (i64, String, String);

/// The records of a kind that fit what was typed, the best first, not all of them where they are many. Among equals those of
/// `recent` come first, in its order, then in the order of their names.
pub fn hits(conn: &mut Conn, kind: IndexKind, raw: &str, recent: &[i64]) -> QueryResult<Vec<Hit>> {
    let readings = Query::readings(raw);
    let mut all: BTreeMap<i64, (Hit, String)> = BTreeMap::new();
    for query in &readings {
        let rows = fitting(conn, kind, query, recent)?;
        if !rows.is_empty() {
            keep(&mut all, kind, query, rows, None);
            break;
        }
    }
    if let Some(query) = readings.first().filter(|_| all.len() < FEW)
        && let Some(near) = nearly(conn, query)?
    {
        let rows = fitting(conn, kind, &near, recent)?;
        keep(&mut all, kind, &near, rows, Some(Level::Similar));
    }
    let mut hits: Vec<(Hit, String)> = all.into_values().collect();
    let recency = |id: i64| recent.iter().position(|r| *r == id).unwrap_or(usize::MAX);
    hits.sort_by(|(a, a_name), (b, b_name)| {
        let key = |hit: &Hit| (hit.rank, recency(hit.id));
        key(a)
            .cmp(&key(b))
            .then_with(|| a_name.cmp(b_name))
            .then(a.id.cmp(&b.id))
    });
    Ok(hits.into_iter().map(|(hit, _)| hit).collect())
}

fn keep(
    all: &mut BTreeMap<i64, (Hit, String)>,
    kind: IndexKind,
    query: &Query,
    rows: Vec<Row>,
    level: Option<Level>,
) {
    for (id, name, words) in rows {
        let found = rank(query, &names(kind, &name), &words);
        let rank = Rank {
            level: level.unwrap_or(found.level),
            ..found
        };
        let query = query.clone();
        all.entry(id)
            .or_insert((Hit { id, rank, query }, super::plain(&name)));
    }
}

/// The names of a record: people are looked for by their last name as well.
fn names(kind: IndexKind, name: &str) -> Vec<String> {
    let mut names = vec![name.to_owned()];
    if let (IndexKind::Contact, Some((first, last))) = (kind, name.rsplit_once(' ')) {
        names.push(format!("{last} {first}"));
    }
    names
}

fn fitting(
    conn: &mut Conn,
    kind: IndexKind,
    query: &Query,
    recent: &[i64],
) -> QueryResult<Vec<Row>> {
    let mut rows = by_name(conn, kind, query)?;
    let Some(driver) = rarest(conn, kind, query)? else {
        return Ok(rows);
    };
    rows.extend(among_recent(conn, kind, query, recent)?);
    let endings = || {
        let [one, two, three] = patterns(driver, starts);
        having(joined(kind.code()).into_boxed(), query).filter(ending(one, two, three))
    };
    let name = Place::Name.code();
    let steps: [&dyn Fn() -> Found; 5] = [
        &|| {
            endings()
                .filter(suffixes::at.eq(0).and(postings::field.eq(name)))
                .filter(postings::word_id.eq(word_id(&driver.typed)))
        },
        &|| {
            endings()
                .filter(suffixes::at.eq(0).and(postings::field.eq(name)))
                .filter(suffixes::suffix.eq_any(driver.forms.clone()))
        },
        &|| endings().filter(suffixes::at.eq(0).and(postings::field.eq(name))),
        &|| endings().filter(suffixes::at.gt(0).and(postings::field.eq(name))),
        &|| endings().filter(postings::field.ne(name)),
    ];
    for step in steps {
        let found: Vec<Row> = step()
            .select((entries::record_id, entries::name, entries::words))
            .limit(STEP)
            .load(conn)?;
        rows.extend(found);
        if rows.len() >= ENOUGH {
            break;
        }
    }
    Ok(rows)
}

/// Those whose name begins with all that was typed.
fn by_name(conn: &mut Conn, kind: IndexKind, query: &Query) -> QueryResult<Vec<Row>> {
    let typed = super::plain(&query.typed);
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    entries::table
        .filter(entries::kind.eq(kind.code()))
        .filter(entries::plain_name.like(starts_whole(&typed)))
        .order((entries::plain_name, entries::record_id))
        .select((entries::record_id, entries::name, entries::words))
        .limit(STEP)
        .load(conn)
}

fn starts_whole(text: &str) -> String {
    crate::db::keyset::contains(text).split_off(1)
}

fn among_recent(
    conn: &mut Conn,
    kind: IndexKind,
    query: &Query,
    recent: &[i64],
) -> QueryResult<Vec<Row>> {
    if recent.is_empty() {
        return Ok(Vec::new());
    }
    let own = entries::table
        .filter(entries::kind.eq(kind.code()))
        .filter(entries::record_id.eq_any(recent.to_vec()))
        .into_boxed();
    let having = query.terms.iter().fold(own, |own, term| {
        let [one, two, three] = patterns(term, crate::db::keyset::contains);
        own.filter(super::find::text(one, two, three))
    });
    having
        .select((entries::record_id, entries::name, entries::words))
        .load(conn)
}
