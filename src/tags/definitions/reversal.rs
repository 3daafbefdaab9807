//! Taking back what was done to tags themselves.

use super::actions::{bury, write};
use super::forms::TagInput;
use super::queries::{carrier, locked};
use crate::audit::{
    Audited, Facts, Obstacle, Operation, Present, Reason, Reverser, Subject, SubjectType,
};
use crate::db::{Conn, is_duplicate_of};
use crate::schema::tags;
use crate::tags::actions::key_of;
use crate::tags::{Colour, TagId, queries, subject};
use crate::web::WriteError;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::Value;

/// Takes back changes of tags.
pub struct Reversal;

type Obstacles = QueryResult<Vec<Obstacle>>;

impl Reverser for Reversal {
    fn subject(&self) -> SubjectType {
        SubjectType::Tag
    }

    fn read(&self, conn: &mut Conn, id: i64) -> QueryResult<Option<Present>> {
        let found = locked(conn, TagId(id))?;
        Ok(found.map(|(tag, is_deleted)| Present {
            facts: tag.facts(),
            is_living: !is_deleted,
        }))
    }

    fn set(&self, conn: &mut Conn, op: &mut Operation<'_>, id: i64, values: &Facts) -> Obstacles {
        let Some((before, false)) = locked(conn, TagId(id))? else {
            return Ok(vec![obstacle(id, "", Reason::Gone)]);
        };
        let text = |name: &str| values.get(name).and_then(Value::as_str);
        let input = TagInput {
            name: text("name").unwrap_or(&before.name).to_owned(),
            colour: text("colour")
                .and_then(Colour::parse)
                .unwrap_or(before.colour),
        };
        match write(conn, op, &before, &input) {
            Ok(()) => Ok(Vec::new()),
            Err(WriteError::Db(error)) => Err(error),
            Err(_) => Ok(vec![taken(conn, id, &input.name)?]),
        }
    }

    fn remove(&self, conn: &mut Conn, op: &mut Operation<'_>, id: i64) -> Obstacles {
        let Some((tag, false)) = locked(conn, TagId(id))? else {
            return Ok(vec![obstacle(id, "", Reason::Gone)]);
        };
        if let Some(carrier) = carrier(conn, tag.id)? {
            return Ok(vec![obstacle(id, "", Reason::Hanging).because_of(carrier)]);
        }
        bury(conn, op, &tag)?;
        Ok(Vec::new())
    }

    fn bring_back(&self, conn: &mut Conn, op: &mut Operation<'_>, id: i64) -> Obstacles {
        let Some((tag, _)) = locked(conn, TagId(id))? else {
            return Ok(vec![obstacle(id, "", Reason::Gone)]);
        };
        let written = diesel::update(tags::table.find(tag.id))
            .set((
                tags::deleted_at.eq(None::<NaiveDateTime>),
                tags::name_key.eq(key_of(&tag.name)),
                tags::version.eq(tag.version + 1),
            ))
            .execute(conn);
        match written {
            Err(error) if is_duplicate_of(&error, "tags_name_key") => {
                Ok(vec![taken(conn, id, &tag.name)?])
            }
            Err(error) => Err(error),
            Ok(_) => {
                op.restored(&tag);
                op.say("tag", tag.name.as_str());
                Ok(Vec::new())
            }
        }
    }
}

/// Another tag has the name.
fn taken(conn: &mut Conn, id: i64, name: &str) -> QueryResult<Obstacle> {
    let other = queries::by_key(conn, &key_of(name))?;
    let taken = obstacle(id, "name", Reason::Taken);
    Ok(match other {
        Some(other) => taken.because_of(subject(other.id)),
        None => taken,
    })
}

fn obstacle(id: i64, field: &str, reason: Reason) -> Obstacle {
    Obstacle::new(Subject::new(SubjectType::Tag, id), field, reason)
}
