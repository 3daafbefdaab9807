//! The primary mark: on exactly one of a contact's living affiliations. Called with the contact locked.

use super::model::Affiliation;
use super::queries;
use crate::accounts;
use crate::audit::Operation;
use crate::auth::Actor;
use crate::contacts::model::ContactId;
use crate::db::Conn;
use crate::schema::affiliations;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Whether an affiliation that can be seen has the mark; if none has, the next one takes it.
pub(super) fn is_seen(conn: &mut Conn, actor: &Actor, all: &[Affiliation]) -> QueryResult<bool> {
    let Some(primary) = all.iter().find(|a| a.is_primary) else {
        return Ok(false);
    };
    let seen = accounts::queries::find(conn, actor, primary.account_id).optional()?;
    Ok(seen.is_some())
}

/// Takes the mark off `others` if it is `wanted` elsewhere; returns those that lost it, as they were.
pub(super) fn take(
    conn: &mut Conn,
    now: NaiveDateTime,
    others: &[Affiliation],
    wanted: bool,
) -> QueryResult<Vec<Affiliation>> {
    let lost: Vec<_> = others
        .iter()
        .filter(|a| wanted && a.is_primary)
        .cloned()
        .collect();
    for before in &lost {
        set(conn, now, before, false)?;
    }
    Ok(lost)
}

/// Tells the operation who lost the mark.
pub(super) fn note(op: &mut Operation<'_>, lost: &[Affiliation]) {
    for before in lost {
        let after = Affiliation {
            is_primary: false,
            ..before.clone()
        };
        op.updated(before, &after);
    }
}

/// Gives the mark to the role that is closest to the present: one that has not ended, else the one that ended last.
pub(super) fn pass_on(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    contact: ContactId,
) -> QueryResult<()> {
    let all = queries::all_of(conn, contact)?;
    let latest = |a: &&Affiliation| (a.to_date.is_none(), a.to_date, a.from_date, a.id);
    let Some(before) = all.iter().max_by_key(latest) else {
        return Ok(());
    };
    set(conn, op.now, before, true)?;
    let after = Affiliation {
        is_primary: true,
        ..before.clone()
    };
    op.updated(before, &after);
    Ok(())
}

fn set(
    conn: &mut Conn,
    now: NaiveDateTime,
    before: &Affiliation,
    is_primary: bool,
) -> QueryResult<()> {
    diesel::update(affiliations::table.find(before.id))
        .set((
            affiliations::is_primary.eq(is_primary),
            affiliations::version.eq(before.version + 1),
            affiliations::updated_at.eq(now),
        ))
        .execute(conn)
        .map(drop)
}
