//! Taking back that tags were put on a record or taken off it: each tag by itself, known by its id.

use super::actions::{attach, detach, key_of, members};
use super::{Tag, TagId, Tagged, queries};
use crate::audit::{Obstacle, Operation, Reason};
use crate::db::Conn;
use diesel::prelude::*;
use serde_json::Value;

/// Takes the `added` tags off a record and puts the `removed` ones on again, all or nothing. The record is locked.
pub fn take_back(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    record: Tagged,
    added: &[Value],
    removed: &[Value],
) -> QueryResult<Vec<Obstacle>> {
    let present: Vec<TagId> = queries::of(conn, record)?
        .iter()
        .map(|tag| tag.id)
        .collect();
    let (mut off, mut on, mut obstacles) = (Vec::new(), Vec::new(), Vec::new());
    let mut obstacle = |reason, made: &Value| {
        let mut obstacle = Obstacle::new(record.subject(), "tags", reason);
        obstacle.made = made.clone();
        obstacles.push(obstacle);
    };
    for member in added {
        match find(conn, member)? {
            Some(tag) if present.contains(&tag.id) => off.push(tag.id),
            _ => obstacle(Reason::Changed, member),
        }
    }
    for member in removed {
        match find(conn, member)? {
            Some(tag) if present.contains(&tag.id) => obstacle(Reason::Changed, member),
            Some(tag) => on.push(tag.id),
            None => obstacle(Reason::Missing, member),
        }
    }
    if !obstacles.is_empty() {
        return Ok(obstacles);
    }
    let before = members(conn, record)?;
    for tag in off {
        detach(conn, record, tag)?;
    }
    for tag in on {
        attach(conn, record, tag)?;
    }
    let after = members(conn, record)?;
    op.changed(record.subject(), "tags", before, after);
    Ok(Vec::new())
}

/// By id; by name where an older version kept only that.
fn find(conn: &mut Conn, member: &Value) -> QueryResult<Option<Tag>> {
    match (member.get("id").and_then(Value::as_i64), member.as_str()) {
        (Some(id), _) => queries::find(conn, TagId(id)).optional(),
        (None, Some(name)) => queries::by_key(conn, &key_of(name)),
        (None, None) => Ok(None),
    }
}
