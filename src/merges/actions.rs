//! Merging, and finding that two are two.

use super::choices;
use super::comparison::kept;
use super::mergeable::{Mergeable, Merged};
use crate::audit::{
    Kind, Movings, Once, Operation, Subject, SubjectType, record_once, record_undoable,
};
use crate::auth::Actor;
use crate::db::Conn;
use crate::duplicates;
use crate::web::record::Record;
use crate::web::{FormData, WriteError};
use chrono::NaiveDateTime;
use serde_json::{Value, json};

/// A record and the version in which it was compared.
pub(super) type Seen = (i64, i32);

/// Merges two records into the one that the form keeps, with the values that it chooses. The same form posted twice
/// merges once. Either of the two in another version than it was compared in: [`WriteError::Stale`].
pub(super) fn merge<R: Mergeable>(
    conn: &mut Conn,
    actor: &Actor,
    sides: [Seen; 2],
    form: &FormData,
    movings: &Movings,
    now: NaiveDateTime,
) -> Result<Once<R::Record>, WriteError<R::Record>> {
    let key = &form.once_key();
    record_once(conn, actor, R::MERGE, key, now, |conn, op| {
        let [left, right] = locked::<R>(conn, actor, sides)?;
        let keep = kept::<R>(form, [&left, &right]);
        let data = [
            R::beside(conn, &left, &right)?,
            R::beside(conn, &right, &left)?,
        ];
        let data = choices::united(R::FIELDS, [&data[0], &data[1]], form, keep);
        let facts = [left.other_facts(), right.other_facts()];
        let facts = choices::united_facts(facts, form, keep);
        let (kept, gone) = if keep == 0 {
            (&left, &right)
        } else {
            (&right, &left)
        };
        join::<R>(conn, op, kept, gone, (&data, facts), movings)
    })
}

/// Everything that hangs on the one that goes, then its values.
fn join<R: Mergeable>(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    kept: &R::Record,
    gone: &R::Record,
    (data, facts): (&FormData, String),
    movings: &Movings,
) -> Merged<R> {
    op.about(Subject::new(R::SUBJECT, R::number(kept)));
    for moving in R::movings(movings) {
        (moving.move_all)(conn, op, R::number(gone), R::number(kept))?;
    }
    let record = R::absorb(conn, op, kept, gone, data, facts)?;
    op.say("name", record.name());
    op.say("gone", gone.name());
    op.say("gone_id", R::number(gone));
    Ok(record)
}

/// Both, locked in the order of their ids, as they were compared.
fn locked<R: Mergeable>(
    conn: &mut Conn,
    actor: &Actor,
    sides: [Seen; 2],
) -> Result<[R::Record; 2], WriteError<R::Record>> {
    let mut ids = sides.map(|(id, _)| id);
    ids.sort_unstable();
    for id in ids {
        R::lock(conn, R::id(id))?;
    }
    let mut one = |(id, version)| {
        let record = R::find(conn, actor, R::id(id))?;
        match record.version() == version {
            true => Ok(record),
            false => Err(WriteError::Stale(Box::new(record))),
        }
    };
    Ok([one(sides[0])?, one(sides[1])?])
}

/// Remembers that two records are two. The smaller id carries the note.
pub(super) fn distinguish<R: Mergeable>(
    conn: &mut Conn,
    actor: &Actor,
    one: &R::Record,
    other: &R::Record,
    now: NaiveDateTime,
) -> Result<Option<crate::audit::OperationId>, diesel::result::Error> {
    let kind = match R::SUBJECT {
        SubjectType::Contact => Kind::ContactDistinct,
        _ => Kind::AccountDistinct,
    };
    let (low, high) = if R::number(one) < R::number(other) {
        (one, other)
    } else {
        (other, one)
    };
    let subject = |record| Subject::new(R::SUBJECT, R::number(record));
    let done = record_undoable(conn, actor, kind, now, |conn, op| {
        if duplicates::remember(conn, op, subject(low), subject(high))? {
            let member = json!([{ "id": R::number(high), "name": high.name() }]);
            let none = Value::Array(Vec::new());
            op.changed(subject(low), duplicates::DISTINCT_FROM, none, member);
            op.say("name", low.name());
            op.say("other", high.name());
        }
        Ok::<_, diesel::result::Error>(())
    });
    Ok(done?.operation)
}
