//! How far the job of an operation has come: asked again every two seconds while it is at work.

use crate::audit::OperationId;
use crate::auth::May;
use crate::auth::permissions::ReadRecords;
use crate::db::Conn;
use crate::jobs::JobState;
use crate::schema::jobs;
use crate::web::{AppError, Shell, State, Wants, page, redirect};
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;
use diesel::prelude::*;

/// The job of an operation as its page shows it.
#[derive(Template)]
#[template(path = "trail/progress.html")]
pub(super) struct Progress {
    ui: Shell,
    operation: OperationId,
    state: JobState,
    done: i64,
    total: i64,
    /// What went wrong with the last attempt.
    error: String,
}

impl Progress {
    fn is_at_work(&self) -> bool {
        matches!(self.state, JobState::Waiting | JobState::Running)
    }

    fn is_failed(&self) -> bool {
        self.state == JobState::Failed
    }
}

/// The newest job of an operation; none where it had none, or it ended so long ago that it has been cleaned up.
pub(super) fn load(
    conn: &mut Conn,
    ui: &Shell,
    operation: OperationId,
) -> QueryResult<Option<Progress>> {
    let row: Option<(JobState, i64, i64, String)> = jobs::table
        .filter(jobs::operation_id.eq(operation))
        .order(jobs::id.desc())
        .select((jobs::state, jobs::progress, jobs::total, jobs::last_error))
        .first(conn)
        .optional()?;
    Ok(row.map(|(state, done, total, error)| Progress {
        ui: ui.clone(),
        operation,
        state,
        done,
        total,
        error,
    }))
}

/// `GET /changes/{id}/progress`: the part of the page.
pub(super) async fn show(
    state: Data<State>,
    who: May<ReadRecords>,
    id: Path<OperationId>,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    if !wants.fragment() {
        return Ok(redirect(&format!("/changes/{id}")));
    }
    let progress = state.db.run(move |conn| load(conn, &who.ui, id)).await?;
    let progress = progress.ok_or(AppError::NotFound)?;
    page(&progress)
}
