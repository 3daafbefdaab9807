//! A bulk change in the background: batches of rows, each one transaction with its record, all of them one operation.
//! A batch that is done twice, because the worker died between it and its report, changes nothing the second time.

use super::BATCH;
use crate::accounts::ManyAccounts;
use crate::audit::{self, OperationId};
use crate::auth::{Actor, UserId, people};
use crate::contacts::ManyContacts;
use crate::db::Conn;
use crate::jobs::{self, Job, JobError};
use crate::web::record::{Edit, Many};
use crate::web::{AppError, State};
use chrono::NaiveDateTime;
use diesel::QueryResult;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The kind of job.
pub const JOB: jobs::Kind = jobs::Kind {
    name: "bulk",
    every: None,
    run,
};

/// What the job needs to know: the records as they were when the change was confirmed.
#[derive(Serialize, Deserialize)]
struct Payload {
    list: String,
    user: Option<i64>,
    edit: Edit,
    ids: Vec<i64>,
}

/// Puts the job in, for an operation that was begun in the same transaction.
pub(super) fn enqueue(
    conn: &mut Conn,
    actor: &Actor,
    list: &str,
    ids: Vec<i64>,
    edit: &Edit,
    operation: OperationId,
    now: NaiveDateTime,
) -> QueryResult<()> {
    let payload = Payload {
        list: list.to_owned(),
        user: actor.user_id.map(|id| id.0),
        edit: edit.clone(),
        ids,
    };
    let text = serde_json::to_string(&payload)
        .map_err(|e| diesel::result::Error::SerializationError(Box::new(e)))?;
    jobs::enqueue_for(conn, &JOB, &text, operation, now).map(drop)
}

fn run(state: &State, job: &mut Job) -> Result<(), JobError> {
    let payload: Payload =
        serde_json::from_str(&job.payload).map_err(|e| JobError::GiveUp(e.to_string()))?;
    match payload.list.as_str() {
        "contacts" => all::<ManyContacts>(state, job, &payload),
        _ => all::<ManyAccounts>(state, job, &payload),
    }
}

fn all<M: Many>(state: &State, job: &mut Job, payload: &Payload) -> Result<(), JobError> {
    let operation = job
        .operation_id
        .ok_or_else(|| JobError::GiveUp("a bulk change without its operation".to_owned()))?;
    let total = i64::try_from(payload.ids.len()).unwrap_or(i64::MAX);
    let done = usize::try_from(job.progress).unwrap_or_default();
    for some in payload.ids.get(done..).unwrap_or_default().chunks(BATCH) {
        let now = state.clock.now();
        let who = payload.user.map(UserId);
        state.db.run_blocking(|conn| {
            let actor = people::still_editing(conn, who)?
                .ok_or(AppError::Forbidden(crate::auth::Role::Staff))?;
            Ok::<_, AppError>(batch::<M>(
                conn,
                &actor,
                operation,
                some,
                &payload.edit,
                now,
            )?)
        })?;
        let so_far = job.progress + i64::try_from(some.len()).unwrap_or_default();
        job.report(state, so_far, total)?;
    }
    Ok(())
}

/// One batch, with the number so far: a change that is interrupted has a true one.
fn batch<M: Many>(
    conn: &mut Conn,
    actor: &Actor,
    operation: OperationId,
    ids: &[i64],
    edit: &Edit,
    now: NaiveDateTime,
) -> QueryResult<()> {
    audit::resume(conn, actor, operation, now, |conn, op| {
        let changed = M::apply(conn, op, ids, edit)?;
        let mut data = audit::data_of(conn, operation)?;
        let before = data
            .get("count")
            .and_then(Value::as_u64)
            .unwrap_or_default();
        let changed = u64::try_from(changed).unwrap_or_default();
        data.insert("count".to_owned(), (before + changed).into());
        audit::finish(conn, operation, &data)
    })
}
