//! Roles that go along when their contact or their account is merged into another. A role that is there already – the same
//! role at the same account with the same dates – is folded into that one.

use super::model::{Affiliation, AffiliationId};
use super::primary;
use crate::accounts::model::AccountId;
use crate::audit::{Moving, Operation};
use crate::contacts::model::ContactId;
use crate::db::Conn;
use crate::fields::fold::fold;
use crate::schema::{affiliations, contacts};
use diesel::prelude::*;

/// The roles of a contact.
pub const OF_CONTACT: Moving = Moving {
    label: "merges-moves-roles",
    count: |conn, _, id| {
        living()
            .filter(affiliations::contact_id.eq(id))
            .count()
            .get_result(conn)
    },
    move_all: |conn, op, from, to| move_contact(conn, op, ContactId(from), ContactId(to)),
};

/// The roles that people have at an account.
pub const OF_ACCOUNT: Moving = Moving {
    label: "merges-moves-people",
    count: |conn, _, id| {
        living()
            .filter(affiliations::account_id.eq(id))
            .count()
            .get_result(conn)
    },
    move_all: |conn, op, from, to| move_account(conn, op, AccountId(from), AccountId(to)),
};

type Living = affiliations::BoxedQuery<'static, diesel::mysql::Mysql>;

/// Rows that have not been removed, whatever became of their other end: that may come back.
fn living() -> Living {
    affiliations::table
        .filter(affiliations::deleted_at.is_null())
        .into_boxed()
}

fn load(conn: &mut Conn, query: Living) -> QueryResult<Vec<Affiliation>> {
    query
        .order(affiliations::id)
        .select(Affiliation::as_select())
        .load(conn)
}

fn is_same(one: &Affiliation, other: &Affiliation) -> bool {
    (one.contact_id, one.account_id) == (other.contact_id, other.account_id)
        && (one.from_date, one.to_date) == (other.from_date, other.to_date)
        && fold(&one.role) == fold(&other.role)
}

/// Both contacts are locked. The primary role of the one that stays, stays so.
fn move_contact(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    from: ContactId,
    to: ContactId,
) -> QueryResult<()> {
    let there = load(conn, living().filter(affiliations::contact_id.eq(to)))?;
    let coming = load(conn, living().filter(affiliations::contact_id.eq(from)))?;
    let marked = there.iter().any(|role| role.is_primary);
    let mut moved = there;
    for before in coming {
        let after = Affiliation {
            contact_id: to,
            is_primary: before.is_primary && !marked,
            ..before.clone()
        };
        if moved.iter().any(|role| is_same(role, &after)) {
            remove(conn, op, &before)?;
        } else {
            write(conn, op, &before, &after)?;
            moved.push(after);
        }
    }
    // The one that had the mark may have been folded into one that had not.
    match moved.is_empty() || moved.iter().any(|role| role.is_primary) {
        true => Ok(()),
        false => primary::pass_on(conn, op, to),
    }
}

/// Both accounts are locked; the contacts are locked here, in the order of their ids.
fn move_account(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    from: AccountId,
    to: AccountId,
) -> QueryResult<()> {
    let people = living()
        .filter(affiliations::account_id.eq(from))
        .select(affiliations::contact_id);
    let people: Vec<ContactId> = people.load(conn)?;
    contacts::table
        .filter(contacts::id.eq_any(&people))
        .order(contacts::id)
        .select(contacts::id)
        .for_update()
        .load::<ContactId>(conn)?;
    let coming = load(conn, living().filter(affiliations::account_id.eq(from)))?;
    let at_both = living()
        .filter(affiliations::account_id.eq(to))
        .filter(affiliations::contact_id.eq_any(people));
    let mut there = load(conn, at_both)?;
    let mut moving = Vec::new();
    for before in coming {
        let after = Affiliation {
            account_id: to,
            ..before.clone()
        };
        match there.iter().find(|role| is_same(role, &after)).cloned() {
            Some(same) => fold_into(conn, op, &before, &same)?,
            None => {
                op.updated(&before, &after);
                moving.push(before.id);
                there.push(after);
            }
        }
    }
    move_many(conn, op, &moving, to)
}

/// However many people there are, one statement.
fn move_many(
    conn: &mut Conn,
    op: &Operation<'_>,
    ids: &[AffiliationId],
    to: AccountId,
) -> QueryResult<()> {
    diesel::update(affiliations::table.filter(affiliations::id.eq_any(ids)))
        .set((
            affiliations::account_id.eq(to),
            affiliations::version.eq(affiliations::version + 1),
            affiliations::updated_at.eq(op.now),
        ))
        .execute(conn)
        .map(drop)
}

/// Removes a role that is there already; its mark goes to the one that stays.
fn fold_into(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    before: &Affiliation,
    same: &Affiliation,
) -> QueryResult<()> {
    remove(conn, op, before)?;
    if before.is_primary && !same.is_primary {
        let after = Affiliation {
            is_primary: true,
            ..same.clone()
        };
        write(conn, op, same, &after)?;
    }
    Ok(())
}

fn remove(conn: &mut Conn, op: &mut Operation<'_>, before: &Affiliation) -> QueryResult<()> {
    diesel::update(affiliations::table.find(before.id))
        .set((
            affiliations::deleted_at.eq(op.now),
            affiliations::version.eq(before.version + 1),
        ))
        .execute(conn)?;
    op.deleted(before);
    Ok(())
}

fn write(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    before: &Affiliation,
    after: &Affiliation,
) -> QueryResult<()> {
    diesel::update(affiliations::table.find(before.id))
        .set((
            affiliations::contact_id.eq(after.contact_id),
            affiliations::is_primary.eq(after.is_primary),
            affiliations::version.eq(before.version + 1),
            affiliations::updated_at.eq(op.now),
        ))
        .execute(conn)?;
    op.updated(before, after);
    Ok(())
}
