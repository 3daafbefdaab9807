//! Many accounts at once: which, and what is done to them in one statement each.

use super::codes::AccountStatus;
use super::listing::{LIST, matching};
use super::model::{Account, AccountId, path};
use super::queries::{Visible, visible_to};
use crate::audit::{Operation, SubjectType};
use crate::auth::Actor;
use crate::db::Conn;
use crate::many_rows;
use crate::schema::{account_tags, accounts};
use crate::tags::{self, Carriers, TagId};
use crate::web::Shell;
use crate::web::list::ListKind;
use crate::web::record::{Edit, Many, Target};
use crate::web::view::Choice;
use chrono_tz::Tz;
use diesel::prelude::*;

many_rows!(accounts, AccountId, Account, SubjectType::Account);

/// Accounts, many of them.
pub struct ManyAccounts;

impl Many for ManyAccounts {
    const LIST: &'static ListKind = &LIST;
    const COUNT: &'static str = "accounts-count";
    const ACTIONS: &'static [&'static str] =
        &["owner", "status", "add_tag", "remove_tag", "delete"];

    fn count(
        conn: &mut Conn,
        actor: &Actor,
        target: &Target,
        already: Option<&Edit>,
        zone: Tz,
    ) -> QueryResult<i64> {
        let query = of(conn, actor, target, zone)?;
        let query = match already {
            None => query,
            Some(Edit::Owner(None)) => query.filter(accounts::owner_id.is_null()),
            Some(Edit::Owner(Some(owner))) => query.filter(accounts::owner_id.eq(*owner)),
            Some(Edit::Status(code)) => query.filter(accounts::status.eq(status(code)?)),
            Some(Edit::AddTag(tag)) => query.filter(accounts::id.eq_any(tagged(*tag))),
            Some(Edit::RemoveTag(tag)) => query.filter(accounts::id.ne_all(tagged(*tag))),
            Some(Edit::Delete) => return Ok(0),
        };
        query.count().get_result(conn)
    }

    fn first(
        conn: &mut Conn,
        actor: &Actor,
        target: &Target,
        zone: Tz,
    ) -> QueryResult<Vec<(String, String)>> {
        let rows: Vec<(AccountId, String)> = of(conn, actor, target, zone)?
            .order((accounts::name, accounts::id))
            .limit(10)
            .select((accounts::id, accounts::name))
            .load(conn)?;
        Ok(rows
            .into_iter()
            .map(|(id, name)| (name, path(id)))
            .collect())
    }

    fn ids(conn: &mut Conn, actor: &Actor, target: &Target, zone: Tz) -> QueryResult<Vec<i64>> {
        of(conn, actor, target, zone)?
            .order(accounts::id)
            .select(accounts::id)
            .load(conn)
    }

    fn statuses(ui: &Shell) -> Vec<Choice> {
        let all = AccountStatus::ALL.iter();
        all.map(|s| Choice::new(s.code(), ui.t(s.label())))
            .collect()
    }

    fn apply(
        conn: &mut Conn,
        op: &mut Operation<'_>,
        ids: &[i64],
        edit: &Edit,
    ) -> QueryResult<usize> {
        let living = lock(conn, ids)?;
        match edit {
            Edit::Owner(owner) => set_owner(conn, op, living, *owner),
            Edit::Status(code) => set_status(conn, op, living, status(code)?),
            Edit::AddTag(tag) => {
                tags::put_on_many(conn, op, Carriers::Accounts, &living, TagId(*tag))
            }
            Edit::RemoveTag(tag) => {
                tags::take_off_many(conn, op, Carriers::Accounts, &living, TagId(*tag))
            }
            Edit::Delete => delete(conn, op, living),
        }
    }
}

fn status(code: &str) -> QueryResult<AccountStatus> {
    AccountStatus::parse(code).ok_or(diesel::result::Error::NotFound)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn tagged(tag: i64) -> _ {
    account_tags::table
        .filter(account_tags::tag_id.eq(tag))
        .select(account_tags::account_id)
}

fn set_status(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    ids: Vec<i64>,
    status: AccountStatus,
) -> QueryResult<usize> {
    let mut rows: Vec<(AccountId, AccountStatus)> = visible_to(op.actor)
        .filter(accounts::id.eq_any(ids))
        .select((accounts::id, accounts::status))
        .load(conn)?;
    rows.retain(|(_, before)| *before != status);
    for (id, before) in &rows {
        let (before, after) = (before.code().into(), status.code().into());
        op.changed(subject(*id), "status", before, after);
    }
    let ids = rows.iter().map(|(id, _)| *id);
    diesel::update(accounts::table.filter(accounts::id.eq_any(ids)))
        .set((
            accounts::status.eq(status),
            accounts::version.eq(accounts::version + 1),
            accounts::updated_at.eq(op.now),
        ))
        .execute(conn)?;
    Ok(rows.len())
}
