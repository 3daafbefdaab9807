//! KPIs that are counted from records: which rows, and how many there are now.
//!
//! What a KPI counts is the address of a list, so that each number leads to exactly the rows behind it.

mod fields;
mod job;

pub use fields::fields;
pub use job::{COUNT, COUNT_NOW};

use super::model::{Definition, Source};
use super::{Decimal, Period};
use crate::auth::{Actor, Channel};
use crate::db::Conn;
use crate::i18n::Message;
use crate::web::list::{Condition, ListKind, ListQuery};
use crate::{accounts, contacts};
use chrono_tz::Tz;
use diesel::prelude::*;

/// The lists whose records can be counted.
const LISTS: [&ListKind; 2] = [&accounts::listing::LIST, &contacts::listing::LIST];

/// The longest address that is kept, in characters.
pub const ADDRESS_MAX: usize = 1000;

/// Reads the address of a list as somebody pastes it: with or without the server's name. Order, columns, page and view
/// are dropped, for they change no count.
///
/// # Errors
/// What is no list of accounts or contacts, asks for what is no more, or depends on who reads it.
pub fn read(address: &str) -> Result<ListQuery, Message> {
    let address = address.trim();
    let local = address.split_once("://").map_or(address, |(_, rest)| {
        rest.find('/').map_or("", |at| &rest[at..])
    });
    let (path, query) = local.split_once('?').unwrap_or((local, ""));
    let query = query.split('#').next().unwrap_or_default();
    let kind = LISTS
        .into_iter()
        .find(|kind| kind.base == path.trim_end_matches('/'))
        .ok_or_else(|| Message::new("kpis-counted-list"))?;
    let read = kind.read(query);
    if !read.lost.is_empty() {
        return Err(Message::new("kpis-counted-lost").arg("names", read.lost.join(", ")));
    }
    let is_personal = |condition: &Condition| matches!(condition, Condition::AnyOf(codes) if codes.iter().any(|code| code == "me"));
    if read.list.conditions.iter().any(|(_, c)| is_personal(c)) {
        return Err(Message::new("kpis-counted-me"));
    }
    let mut plain = ListQuery::new(kind.base, kind.columns, kind.default_sort);
    plain.q = read.list.q;
    plain.conditions = read.list.conditions;
    match plain.path().chars().count() > ADDRESS_MAX {
        true => Err(Message::new("kpis-counted-long").arg("max", ADDRESS_MAX)),
        false => Ok(plain),
    }
}

/// The rows that both lists have, as a list.
///
/// # Errors
/// Lists of different records, or two filters on one column.
pub fn both(part: &ListQuery, whole: &ListQuery) -> Result<ListQuery, Message> {
    if part.base != whole.base {
        return Err(Message::new("kpis-counted-other-list"));
    }
    let mut list = whole.clone();
    for (key, condition) in &part.conditions {
        match whole.condition(key) {
            None => list.conditions.push((*key, condition.clone())),
            Some(there) if there == condition => {}
            Some(_) => return Err(Message::new("kpis-counted-twice")),
        }
    }
    match (part.q.as_str(), whole.q.as_str()) {
        ("", _) => {}
        (q, "") => q.clone_into(&mut list.q),
        (q, there) if q == there => {}
        _ => return Err(Message::new("kpis-counted-twice")),
    }
    Ok(list)
}

/// The rows behind a number: those counted, and for a share those it is a share of.
#[derive(Clone, Debug)]
pub struct Behind {
    /// The rows counted.
    pub counted: ListQuery,
    /// The rows they are a share of.
    pub whole: Option<ListQuery>,
}

impl Behind {
    /// What is counted for a period; nothing where values are entered, or the list can no longer be read.
    pub fn of(definition: &Definition, period: Period) -> Option<Self> {
        let counted = || read(&definition.counted).ok();
        match definition.source {
            Source::Entered => None,
            Source::Count => Some(Self {
                counted: counted()?,
                whole: None,
            }),
            Source::New => {
                let mut list = counted()?;
                let days = Condition::Days(Some(period.start()), Some(period.end()));
                list.conditions.push(("created_at", days));
                Some(Self {
                    counted: list,
                    whole: None,
                })
            }
            Source::Share => {
                let whole = read(&definition.counted_of).ok()?;
                Some(Self {
                    counted: both(&counted()?, &whole).ok()?,
                    whole: Some(whole),
                })
            }
        }
    }

    /// What it comes to now; a share of nothing is nothing. One statement a list.
    pub fn now(&self, conn: &mut Conn, zone: Tz) -> QueryResult<Option<Decimal>> {
        let counted = Decimal::whole(count(conn, &self.counted, zone)?);
        let Some(whole) = &self.whole else {
            return Ok(Some(counted));
        };
        let whole = Decimal::whole(count(conn, whole, zone)?);
        Ok(Decimal::whole(100).scaled(counted, whole))
    }
}

/// How many living records a list has, whoever reads it; days begin and end in `zone`.
pub fn count(conn: &mut Conn, list: &ListQuery, zone: Tz) -> QueryResult<i64> {
    let everybody = Actor::operator(Channel::System);
    match list.base == contacts::listing::LIST.base {
        true => contacts::listing::matching(conn, &everybody, list, zone)?
            .count()
            .get_result(conn),
        false => accounts::listing::matching(conn, &everybody, list, zone)?
            .count()
            .get_result(conn),
    }
}

#[cfg(test)]
mod tests;
