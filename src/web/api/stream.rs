//! All rows of a list, one a line, read page by page: memory does not grow with them.

use super::listing::Rows;
use crate::auth::{Actor, Role};
use crate::db::Conn;
use crate::web::list::{ListQuery, Position};
use crate::web::{AppError, State};
use actix_web::HttpResponse;
use actix_web::web::Bytes;
use futures_util::stream;

/// Rows read at a time.
const BATCH: usize = 500;
/// Taking everything away is what exports are for: the same least role.
pub const NEEDS: Role = Role::Manager;

/// Where the reading stands.
struct Reading<F> {
    state: State,
    actor: Actor,
    list: ListQuery,
    read: F,
    done: bool,
}

/// Streams the list from its position on. A page that cannot be read breaks the answer off, so that a part is never
/// taken for the whole.
pub(super) fn lines<F>(
    state: &State,
    actor: Actor,
    list: &ListQuery,
    read: F,
) -> Result<HttpResponse, AppError>
where
    F: Fn(&mut Conn, &Actor, &ListQuery) -> Result<Rows, AppError> + Copy + Send + 'static,
{
    if actor.role < NEEDS {
        return Err(AppError::Forbidden(NEEDS));
    }
    let mut list = list.clone();
    list.size = BATCH;
    let reading = Reading {
        state: state.clone(),
        actor,
        list,
        read,
        done: false,
    };
    let body = stream::try_unfold(reading, |mut reading| async move {
        if reading.done {
            return Ok::<_, AppError>(None);
        }
        let bytes = reading.next().await?;
        Ok(Some((bytes, reading)))
    });
    Ok(HttpResponse::Ok()
        .content_type("application/x-ndjson; charset=utf-8")
        .streaming(body))
}

impl<F> Reading<F>
where
    F: Fn(&mut Conn, &Actor, &ListQuery) -> Result<Rows, AppError> + Copy + Send + 'static,
{
    async fn next(&mut self) -> Result<Bytes, AppError> {
        let (actor, list, read) = (self.actor.clone(), self.list.clone(), self.read);
        let found = self
            .state
            .db
            .run(move |conn| read(conn, &actor, &list))
            .await?;
        let last = found.rows.last().map(|(_, cursor)| cursor.clone());
        match last.filter(|_| found.after) {
            Some(cursor) => self.list.position = Position::After(cursor),
            None => self.done = true,
        }
        let mut lines = String::new();
        for (row, _) in found.rows {
            lines.push_str(&row.to_string());
            lines.push('\n');
        }
        Ok(Bytes::from(lines))
    }
}
