//! Removing the demo data: rows and all, because nobody needs a bin full of it. What they were stays in history.

use super::is_filled;
use crate::accounts::{self, model::AccountId};
use crate::audit::{Kind, Operation, SubjectType, record};
use crate::auth::Actor;
use crate::contacts::{self, affiliations, model::ContactId};
use crate::db::Conn;
use crate::kpis;
use crate::schema::{changes, operations};
use crate::tags::{self, TagId};
use crate::web::AppError;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::Value;

/// Removes every account and contact that the demo made, changed since or not, with the roles and tags on them, as one
/// operation. False if there is nothing to remove.
pub fn remove(conn: &mut Conn, actor: &Actor, now: NaiveDateTime) -> Result<bool, AppError> {
    if !is_filled(conn)? {
        return Ok(false);
    }
    record(conn, actor, Kind::DemoRemove, now, |conn, op| {
        let made: Vec<ContactId> = made(conn, SubjectType::Contact)?
            .into_iter()
            .map(ContactId)
            .collect();
        let people = contacts::purge(conn, op, &made)?;
        let made: Vec<AccountId> = self::made(conn, SubjectType::Account)?
            .into_iter()
            .map(AccountId)
            .collect();
        affiliations::purge_at(conn, op, &made)?;
        kpis::purge_at(conn, op, &made)?;
        let organisations = accounts::purge(conn, op, &made)?;
        let labels = made_tags(conn)?;
        tags::purge_unused(conn, &labels)?;
        say(op, organisations, people);
        Ok::<_, AppError>(())
    })?;
    Ok(true)
}

fn say(op: &mut Operation<'_>, accounts: usize, contacts: usize) {
    op.say("accounts", accounts);
    op.say("contacts", contacts);
}

/// The ids that fillings have given rows of this kind. Those of earlier fillings are gone already.
fn made(conn: &mut Conn, kind: SubjectType) -> QueryResult<Vec<i64>> {
    changes::table
        .inner_join(operations::table)
        .filter(operations::kind.eq(Kind::DemoFill))
        .filter(changes::action.eq("create"))
        .filter(changes::subject_type.eq(kind))
        .select(changes::subject_id)
        .load(conn)
}

/// The tags that fillings have made.
fn made_tags(conn: &mut Conn) -> QueryResult<Vec<TagId>> {
    let data: Vec<String> = operations::table
        .filter(operations::kind.eq(Kind::DemoFill))
        .select(operations::data)
        .load(conn)?;
    let ids = data.iter().flat_map(|data| {
        let data: Value = serde_json::from_str(data).unwrap_or_default();
        let ids = data.get("tags").and_then(Value::as_array).cloned();
        ids.unwrap_or_default()
    });
    Ok(ids.filter_map(|id| id.as_i64().map(TagId)).collect())
}
