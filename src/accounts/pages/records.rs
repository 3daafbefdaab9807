//! What the pages of records need to know of accounts.

use super::alike;
use crate::accounts::actions::{self, AccountError};
use crate::accounts::model::{Account, AccountId, path};
use crate::accounts::{forms, parents, queries, views};
use crate::audit::{Done, Subject, SubjectType, merged_into};
use crate::auth::{Actor, people};
use crate::db::Conn;
use crate::tags::{Taggable, Tagged};
use crate::web::record::{Buried, Fact, Field, FormField, Records};
use crate::web::{AppError, FormData, Shell};
use chrono::NaiveDateTime;
use diesel::QueryResult;

/// Accounts as records.
pub(crate) struct Accounts;

impl Records for Accounts {
    type Id = AccountId;
    type Record = Account;
    const FIELDS: &'static [Field] = forms::FIELDS;
    const LIST: &'static str = "/accounts";

    fn find(conn: &mut Conn, actor: &Actor, id: AccountId) -> QueryResult<Account> {
        queries::find(conn, actor, id)
    }

    fn was_deleted(conn: &mut Conn, id: AccountId) -> QueryResult<bool> {
        queries::was_deleted(conn, id)
    }

    fn merged_into(conn: &mut Conn, id: AccountId) -> QueryResult<Option<String>> {
        let into = merged_into(conn, Subject::new(SubjectType::Account, id.0))?;
        Ok(into.map(|into| path(AccountId(into.id))))
    }

    fn buried(conn: &mut Conn, id: AccountId) -> QueryResult<Option<Buried>> {
        let found = queries::buried(conn, id)?;
        Ok(found.map(|(name, deleted_at)| Buried {
            subject: Subject::new(SubjectType::Account, id.0),
            name,
            deleted_at,
        }))
    }

    fn data(conn: &mut Conn, account: &Account) -> QueryResult<FormData> {
        Ok(forms::of(account, &parents::text(conn, account)?))
    }

    fn save(
        conn: &mut Conn,
        actor: &Actor,
        id: AccountId,
        version: i32,
        data: &FormData,
        now: NaiveDateTime,
    ) -> Result<Done<Account>, AccountError> {
        let input = forms::parse(data).map_err(AccountError::Fields)?;
        actions::update(conn, actor, id, version, &input, now)
    }

    fn delete(
        conn: &mut Conn,
        actor: &Actor,
        id: AccountId,
        now: NaiveDateTime,
    ) -> Result<Done<String>, AccountError> {
        actions::delete(conn, actor, id, now)
    }

    fn fact(
        conn: &mut Conn,
        ui: &Shell,
        account: &Account,
        field: &'static Field,
    ) -> QueryResult<Fact> {
        let people = people::named(conn, account.owner_id)?;
        let parent = parents::of(conn, account)?;
        Ok(views::fact(ui, account, field, &people, parent.as_ref()))
    }

    fn duplicates(
        conn: &mut Conn,
        actor: &Actor,
        ui: &Shell,
        account: &Account,
        data: &FormData,
    ) -> Result<String, AppError> {
        let at = Some(account.id);
        alike::markup(ui, &alike::found(conn, actor, data, at)?, at)
    }

    fn form_fields(conn: &mut Conn, ui: &Shell) -> QueryResult<Vec<FormField>> {
        Ok(views::form_fields(ui, &people::assignable(conn)?))
    }
}

impl Taggable for Accounts {
    fn tagged(id: AccountId) -> Tagged {
        Tagged::Account(id.0)
    }
}
