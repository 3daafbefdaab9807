//! The page of a record in the trash.

use super::Records;
use crate::audit::{OperationRow, Subject};
use crate::auth::people;
use crate::db::Conn;
use crate::schema::{changes, operations};
use crate::web::{AppError, Shell, page_with};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// A record in the trash.
#[derive(Clone, Debug)]
pub struct Buried {
    /// Which.
    pub subject: Subject,
    /// What it was called.
    pub name: String,
    /// When it was deleted.
    pub deleted_at: NaiveDateTime,
}

/// "In the trash since …, deleted by …", and Restore for those who may.
#[derive(Template)]
#[template(path = "records/gone.html")]
pub struct GonePage {
    ui: Shell,
    name: String,
    key: String,
    list: &'static str,
    list_title: &'static str,
    deleted_at: NaiveDateTime,
    who: String,
}

impl GonePage {
    /// The page of a record of `R` that was not found; it has none where the record has left for good or never was.
    pub fn of<R: Records>(
        conn: &mut Conn,
        ui: Shell,
        id: R::Id,
        list_title: &'static str,
    ) -> Result<Self, AppError> {
        let buried = R::buried(conn, id)?.ok_or(AppError::Gone)?;
        let subject = buried.subject;
        let deletion: Option<OperationRow> = operations::table
            .inner_join(changes::table)
            .filter(changes::subject_type.eq(subject.kind))
            .filter(changes::subject_id.eq(subject.id))
            .filter(changes::action.eq("delete"))
            .order(operations::id.desc())
            .select(OperationRow::as_select())
            .first(conn)
            .optional()?;
        let by = deletion.and_then(|operation| operation.user_id);
        let who = match by {
            Some(person) => people::names(conn, &[person])?.remove(&person),
            None => None,
        };
        Ok(Self {
            ui,
            name: buried.name,
            key: format!("{}-{}", subject.kind, subject.id),
            list: R::LIST,
            list_title,
            deleted_at: buried.deleted_at,
            who: who.unwrap_or_default(),
        })
    }

    /// 410 with the page.
    pub fn answer(&self) -> Result<HttpResponse, AppError> {
        page_with(StatusCode::GONE, self)
    }
}
