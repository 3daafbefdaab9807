//! What a slice says about its records, so that their JSON endpoints can be the same code.

use super::WireField;
use super::listing::Rows;
use crate::audit::{Done, Operation};
use crate::auth::{Actor, Scoped};
use crate::db::Conn;
use crate::web::list::{Column, ListQuery};
use crate::web::record::Records;
use crate::web::{AppError, FormData, WriteError};
use chrono::NaiveDateTime;
use chrono_tz::Tz;
use diesel::QueryResult;
use serde_json::Value;

/// Why a record of this kind could not be written.
pub type RecordError<R> = WriteError<<R as Records>::Record>;

/// A list that is read in JSON.
pub trait Listed: Scoped {
    /// Its address.
    const PATH: &'static str;
    /// Its columns.
    const COLUMNS: &'static [Column];
    /// Its order.
    const SORT: (&'static str, bool);

    /// One page.
    fn rows(conn: &mut Conn, actor: &Actor, list: &ListQuery, zone: Tz) -> QueryResult<Rows>;

    /// The fields of a row that show a column of another name.
    fn parts(column: &str) -> &'static [&'static str] {
        match column {
            "owner" => &["owner_id", "owner_name"],
            _ => &[],
        }
    }
}

/// Records with a list, that are read, made, changed and deleted in JSON, by the queries and actions of the pages.
pub trait ApiResource: Listed + Records {
    /// The fields that can be written.
    const WRITTEN: &'static [WireField];

    /// A whole record.
    fn json(conn: &mut Conn, actor: &Actor, record: &Self::Record) -> Result<Value, AppError>;

    /// The form of a new one.
    fn blank() -> FormData;

    /// Its id.
    fn id_of(record: &Self::Record) -> i64;

    /// Looks up the ids in the form that the pages write as names.
    fn resolve(_conn: &mut Conn, _actor: &Actor, _data: &mut FormData) -> QueryResult<()> {
        Ok(())
    }

    /// Makes one, through the action.
    fn make(
        conn: &mut Conn,
        actor: &Actor,
        data: &FormData,
        now: NaiveDateTime,
    ) -> Result<Done<Self::Record>, RecordError<Self>>;

    /// Makes one inside an operation.
    fn insert(
        conn: &mut Conn,
        op: &mut Operation<'_>,
        data: &FormData,
    ) -> Result<Self::Record, RecordError<Self>>;

    /// Changes one inside an operation.
    fn change(
        conn: &mut Conn,
        op: &mut Operation<'_>,
        id: Self::Id,
        version: i32,
        data: &FormData,
    ) -> Result<Self::Record, RecordError<Self>>;
}
