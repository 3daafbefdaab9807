//! What an undo left, on the page of its operation.

use super::blocked::{Row, rows};
use super::remainders;
use crate::audit::OperationId;
use crate::auth::Actor;
use crate::db::Conn;
use crate::web::panels::On;
use crate::web::{AppError, Shell};
use askama::Template;

/// Rows shown.
const SHOWN: i64 = 200;

#[derive(Template)]
#[template(path = "undo/remainders.html")]
struct Remainders<'a> {
    ui: &'a Shell,
    rows: Vec<Row>,
    n: i64,
}

impl Remainders<'_> {
    fn count(&self) -> String {
        self.ui.int(self.n)
    }
}

/// The panel on the page of an operation, for `PANELS.operation`; empty where nothing was left.
pub fn operation_panel(
    conn: &mut Conn,
    _: &Actor,
    ui: &Shell,
    operation: On<'_>,
) -> Result<String, AppError> {
    let (obstacles, n) = remainders::of(conn, OperationId(operation.id), SHOWN)?;
    if obstacles.is_empty() {
        return Ok(String::new());
    }
    let rows = rows(conn, ui, &obstacles)?;
    Ok(Remainders { ui, rows, n }.render()?)
}
