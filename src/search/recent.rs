//! What somebody worked with lately: the records of their own latest operations.

use crate::audit::SubjectType;
use crate::auth::Actor;
use crate::db::Conn;
use crate::schema::operations;
use diesel::prelude::*;

/// Operations that are looked at.
const OPERATIONS: i64 = 100;

/// The ids of accounts and of contacts, the latest first.
#[derive(Clone, Debug, Default)]
pub struct Recent {
    /// Accounts.
    pub accounts: Vec<i64>,
    /// Contacts.
    pub contacts: Vec<i64>,
}

/// What this person worked with lately.
pub fn of(conn: &mut Conn, actor: &Actor) -> QueryResult<Recent> {
    let Some(person) = actor.user_id else {
        return Ok(Recent::default());
    };
    let subjects: Vec<(Option<SubjectType>, Option<i64>)> = operations::table
        .filter(operations::user_id.eq(person))
        .order((operations::at.desc(), operations::id.desc()))
        .limit(OPERATIONS)
        .select((operations::subject_type, operations::subject_id))
        .load(conn)?;
    let mut recent = Recent::default();
    for subject in subjects {
        let (ids, id) = match subject {
            (Some(SubjectType::Account), Some(id)) => (&mut recent.accounts, id),
            (Some(SubjectType::Contact), Some(id)) => (&mut recent.contacts, id),
            _ => continue,
        };
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(recent)
}
