//! What a slice says about its records, so that their pages can be the same code.

use super::{Buried, Fact, Field, FormField};
use crate::audit::{Audited, Done};
use crate::auth::Actor;
use crate::db::Conn;
use crate::web::{AppError, FormData, Shell, WriteError};
use chrono::NaiveDateTime;
use diesel::QueryResult;
use serde::de::DeserializeOwned;

/// A row that has a page and an edit form.
pub trait Record: Send + 'static {
    /// What people call it.
    fn name(&self) -> String;
    /// Its page.
    fn path(&self) -> String;
    /// What its elements' ids begin with: `account-7`.
    fn dom_id(&self) -> String;
    /// The version that an edit starts from.
    fn version(&self) -> i32;
    /// What imports found beyond its fields: a JSON object of texts.
    fn other_facts(&self) -> &str;
    /// When it was added.
    fn created_at(&self) -> NaiveDateTime;
    /// When it was last changed.
    fn updated_at(&self) -> NaiveDateTime;
}

/// One slice's records: how they are found, shown field by field, and saved.
pub trait Records: Sized + 'static {
    /// Their id.
    type Id: DeserializeOwned + Copy + Send + 'static;
    /// One of them.
    type Record: Record + Audited;
    /// The fields of the form, in its order.
    const FIELDS: &'static [Field];
    /// Their list: where one goes after a deletion.
    const LIST: &'static str;

    /// One that this person may see.
    fn find(conn: &mut Conn, actor: &Actor, id: Self::Id) -> QueryResult<Self::Record>;

    /// Whether there was one with this id.
    fn was_deleted(conn: &mut Conn, id: Self::Id) -> QueryResult<bool>;

    /// The page of the record that this one was merged into, if it was.
    fn merged_into(conn: &mut Conn, id: Self::Id) -> QueryResult<Option<String>>;
    /// One in the trash.
    fn buried(conn: &mut Conn, id: Self::Id) -> QueryResult<Option<Buried>>;

    /// The form that would leave this one as it is.
    fn data(conn: &mut Conn, record: &Self::Record) -> QueryResult<FormData>;

    /// Saves a whole form, through the action.
    fn save(
        conn: &mut Conn,
        actor: &Actor,
        id: Self::Id,
        version: i32,
        data: &FormData,
        now: NaiveDateTime,
    ) -> Result<Done<Self::Record>, WriteError<Self::Record>>;

    /// Deletes one, through the action; returns its name.
    fn delete(
        conn: &mut Conn,
        actor: &Actor,
        id: Self::Id,
        now: NaiveDateTime,
    ) -> Result<Done<String>, WriteError<Self::Record>>;

    /// One fact of one record.
    fn fact(
        conn: &mut Conn,
        ui: &Shell,
        record: &Self::Record,
        field: &'static Field,
    ) -> QueryResult<Fact>;

    /// The fields with what can be chosen in them.
    fn form_fields(conn: &mut Conn, ui: &Shell) -> QueryResult<Vec<FormField>>;

    /// Where likely duplicates of a record appear while it is edited, as markup of ours.
    fn duplicates(
        conn: &mut Conn,
        actor: &Actor,
        ui: &Shell,
        record: &Self::Record,
        data: &FormData,
    ) -> Result<String, AppError>;

    /// The record, or what became of it.
    fn seen(conn: &mut Conn, actor: &Actor, id: Self::Id) -> Result<Self::Record, AppError> {
        match Self::find(conn, actor, id) {
            Err(diesel::result::Error::NotFound) => Err(match Self::merged_into(conn, id)? {
                Some(path) => AppError::Merged(path),
                None if Self::was_deleted(conn, id)? => AppError::Gone,
                None => AppError::NotFound,
            }),
            other => Ok(other?),
        }
    }
}
