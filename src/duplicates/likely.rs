//! Likely pairs over the whole register, found by a job and kept in a table: what no query finds while somebody waits.

use super::Reason;
use crate::audit::SubjectType;
use crate::db::Conn;
use crate::schema::{distinct_pairs, duplicate_pairs};
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// More members than this share a switchboard or a common name.
pub const LARGEST: i64 = 5;
/// More pairs than anybody works off before the next search.
const MOST: usize = 20_000;

/// Pairs by their ids, the smaller first, and why.
#[derive(Clone, Debug, Default)]
pub struct Pairs(BTreeMap<(i64, i64), BTreeSet<Reason>>);

impl Pairs {
    /// Adds every pair of rows that share a key; the rows come as key and id.
    pub fn add<K: Ord>(&mut self, rows: impl IntoIterator<Item = (K, i64)>, reason: Reason) {
        let mut groups: BTreeMap<K, BTreeSet<i64>> = BTreeMap::new();
        for (key, id) in rows {
            groups.entry(key).or_default().insert(id);
        }
        for ids in groups.into_values() {
            let all: Vec<i64> = ids.into_iter().collect();
            for (at, low) in all.iter().enumerate() {
                for high in &all[at + 1..] {
                    self.0.entry((*low, *high)).or_default().insert(reason);
                }
            }
        }
    }
}

/// A pair as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LikelyPair {
    /// The smaller id.
    pub low: i64,
    /// The other.
    pub high: i64,
    /// Why, the strongest reason first.
    pub reasons: Vec<Reason>,
    /// Where it stands in the list.
    pub place: Place,
}

/// A place in the list: pairs with strong and many reasons first.
pub type Place = (i32, i64, i64);

/// Replaces the pairs of one kind of record, without those that somebody has found to be two. How many there are.
pub fn replace(conn: &mut Conn, kind: SubjectType, pairs: Pairs) -> QueryResult<usize> {
    let distinct: BTreeSet<(i64, i64)> = distinct_pairs::table
        .filter(distinct_pairs::record_type.eq(kind.code()))
        .select((distinct_pairs::low_id, distinct_pairs::high_id))
        .load::<(i64, i64)>(conn)?
        .into_iter()
        .collect();
    let mut left: Vec<_> = pairs
        .0
        .into_iter()
        .filter(|(pair, _)| !distinct.contains(pair))
        .map(|((low, high), reasons)| ((weight(&reasons), low, high), coded(&reasons)))
        .collect();
    left.sort();
    left.truncate(MOST);
    crate::db::transaction(conn, |conn| {
        diesel::delete(duplicate_pairs::table.filter(duplicate_pairs::record_type.eq(kind.code())))
            .execute(conn)?;
        for some in left.chunks(500) {
            let row = |((weight, low, high), reasons): &((i32, i64, i64), String)| {
                (
                    duplicate_pairs::record_type.eq(kind.code()),
                    duplicate_pairs::low_id.eq(*low),
                    duplicate_pairs::high_id.eq(*high),
                    duplicate_pairs::weight.eq(*weight),
                    duplicate_pairs::reasons.eq(reasons.clone()),
                )
            };
            let rows: Vec<_> = some.iter().map(row).collect();
            diesel::insert_into(duplicate_pairs::table)
                .values(rows)
                .execute(conn)?;
        }
        Ok::<_, diesel::result::Error>(())
    })?;
    Ok(left.len())
}

/// Small for many and strong reasons.
fn weight(reasons: &BTreeSet<Reason>) -> i32 {
    let strongest = reasons.first().map_or(0, |reason| *reason as i32);
    strongest * 10 - i32::try_from(reasons.len()).unwrap_or(9)
}

fn coded(reasons: &BTreeSet<Reason>) -> String {
    let codes: Vec<&str> = reasons.iter().map(|reason| reason.code()).collect();
    codes.join(" ")
}

/// Some of the pairs after a place, the likeliest first.
pub fn likely(
    conn: &mut Conn,
    kind: SubjectType,
    after: Option<Place>,
    limit: i64,
) -> QueryResult<Vec<LikelyPair>> {
    use duplicate_pairs as pairs;
    let mut query = pairs::table
        .filter(pairs::record_type.eq(kind.code()))
        .into_boxed();
    if let Some((weight, low, high)) = after {
        let same = pairs::weight.eq(weight);
        let later = pairs::low_id
            .gt(low)
            .or(pairs::low_id.eq(low).and(pairs::high_id.gt(high)));
        query = query.filter(pairs::weight.gt(weight).or(same.and(later)));
    }
    let rows: Vec<(i32, i64, i64, String)> = query
        .order((pairs::weight, pairs::low_id, pairs::high_id))
        .limit(limit)
        .select((pairs::weight, pairs::low_id, pairs::high_id, pairs::reasons))
        .load(conn)?;
    let pair = |(weight, low, high, reasons): (i32, i64, i64, String)| LikelyPair {
        low,
        high,
        reasons: reasons.split(' ').filter_map(Reason::parse).collect(),
        place: (weight, low, high),
    };
    Ok(rows.into_iter().map(pair).collect())
}

/// Takes a pair off the list.
pub(super) fn strike(conn: &mut Conn, kind: SubjectType, low: i64, high: i64) -> QueryResult<()> {
    diesel::delete(duplicate_pairs::table.find((kind.code(), low, high)))
        .execute(conn)
        .map(drop)
}
