//! Doing it: one operation, at once or begun.

use super::order::Order;
use super::{BATCH, IN_REQUEST, job};
use crate::audit::{self, Facts, Kind, OperationId};
use crate::auth::Actor;
use crate::db::{AsDatabaseError, Conn, is_duplicate_of, transaction};
use crate::jobs;
use crate::web::record::{Edit, Many};
use chrono::NaiveDateTime;
use chrono_tz::Tz;
use diesel::result::Error;
use serde_json::Value;

/// What came of a confirmation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// So many records were changed, by this operation.
    Done(OperationId, i64),
    /// It goes on in the background.
    Begun(OperationId),
    /// Everything was so already.
    Nothing,
    /// There are so many by now: confirm anew.
    Changed,
}

enum Stop {
    Changed,
    Nothing,
    Db(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Db(error)
    }
}

impl AsDatabaseError for Stop {
    fn database_error(&self) -> Option<&Error> {
        match self {
            Self::Db(error) => Some(error),
            _ => None,
        }
    }
}

/// Who confirms what, and when.
pub(super) struct Confirmed<'a> {
    pub actor: &'a Actor,
    pub order: &'a Order,
    pub edit: &'a Edit,
    /// What the sentence of history names: the owner's name, the tag's.
    pub named: &'a str,
    /// How many records the preview said.
    pub expected: usize,
    /// The same form posted twice is done once.
    pub key: &'a str,
    pub zone: Tz,
    pub now: NaiveDateTime,
}

/// Does what was confirmed, once.
pub(super) fn confirm<M: Many>(conn: &mut Conn, it: &Confirmed<'_>) -> Result<Outcome, Error> {
    if let Some(before) = before(conn, it.key)? {
        return Ok(before);
    }
    match transaction(conn, |conn| once::<M>(conn, it)) {
        Ok(outcome) => Ok(outcome),
        Err(Stop::Changed) => Ok(Outcome::Changed),
        Err(Stop::Nothing) => Ok(Outcome::Nothing),
        Err(Stop::Db(error)) => {
            // Two posts raced: the other one was first, and ours has been rolled back.
            let raced = is_duplicate_of(&error, "operations_idempotency_key");
            match if raced { before(conn, it.key)? } else { None } {
                Some(before) => Ok(before),
                None => Err(error),
            }
        }
    }
}

fn once<M: Many>(conn: &mut Conn, it: &Confirmed<'_>) -> Result<Outcome, Stop> {
    let ids = M::ids(conn, it.actor, &it.order.target, it.zone)?;
    if ids.len() != it.expected {
        return Err(Stop::Changed);
    }
    let mut data = said(it.edit, it.named);
    data.insert("total".to_owned(), ids.len().into());
    let kind = kind(M::LIST.code, it.edit);
    let op = audit::begin_once(conn, it.actor, kind, it.key, it.now, data.clone())?;
    if ids.len() > IN_REQUEST {
        job::enqueue(conn, it.actor, M::LIST.code, ids, it.edit, op, it.now)?;
        return Ok(Outcome::Begun(op));
    }
    let mut changed = 0;
    for some in ids.chunks(BATCH) {
        changed += audit::resume(conn, it.actor, op, it.now, |conn, operation| {
            M::apply(conn, operation, some, it.edit)
        })?;
    }
    if changed == 0 {
        return Err(Stop::Nothing);
    }
    let changed = i64::try_from(changed).unwrap_or(i64::MAX);
    data.insert("count".to_owned(), changed.into());
    audit::finish(conn, op, &data)?;
    Ok(Outcome::Done(op, changed))
}

/// What the same form did before.
fn before(conn: &mut Conn, key: &str) -> Result<Option<Outcome>, Error> {
    let Some((op, data)) = audit::begun_before(conn, key)? else {
        return Ok(None);
    };
    let number = |name: &str| data.get(name).and_then(Value::as_i64).unwrap_or_default();
    let in_request = i64::try_from(IN_REQUEST).unwrap_or(i64::MAX);
    Ok(Some(if number("total") > in_request {
        Outcome::Begun(op)
    } else {
        Outcome::Done(op, number("count"))
    }))
}

/// What is done to which list.
fn kind(list: &str, edit: &Edit) -> Kind {
    match (list, edit) {
        ("contacts", Edit::Delete) => Kind::ContactsDelete,
        ("contacts", _) => Kind::ContactsUpdate,
        (_, Edit::Delete) => Kind::AccountsDelete,
        _ => Kind::AccountsUpdate,
    }
}

/// What the sentence names.
fn said(edit: &Edit, named: &str) -> Facts {
    let what = match edit {
        Edit::Owner(None) => "no_owner",
        Edit::Owner(Some(_)) => "owner",
        Edit::Status(_) => "status",
        Edit::AddTag(_) => "add_tag",
        Edit::RemoveTag(_) => "remove_tag",
        Edit::Delete => "delete",
    };
    let value = match edit {
        Edit::Status(code) => code.as_str(),
        _ => named,
    };
    Facts::from_iter([
        ("what".to_owned(), what.into()),
        ("value".to_owned(), value.into()),
    ])
}

/// Wakes the worker where something was begun.
pub(super) fn ring(jobs: &jobs::Jobs, outcome: Outcome) {
    if matches!(outcome, Outcome::Begun(_)) {
        jobs.ring();
    }
}
