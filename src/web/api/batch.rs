//! Many records in one request: one transaction, one operation, an outcome for each row.

use super::endpoints::{checked, filled};
use super::resource::ApiResource;
use super::{ApiError, Call, Reply, write};
use crate::audit::{Kind, Operation, record_undoable};
use crate::auth::{Actor, ApiMay, Writes};
use crate::db::{Conn, transaction};
use crate::i18n::Message;
use crate::web::problem::value as problem_value;
use crate::web::record::Records;
use crate::web::{AppError, FieldProblem, Problem, Shell, State};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde_json::{Map, Value, json};
use std::str::FromStr;

/// Rows that one request may have.
pub const MOST: usize = 1_000;

/// What was asked for.
struct Batch<'a> {
    rows: Vec<&'a Map<String, Value>>,
    all_or_nothing: bool,
}

/// How it went so far.
#[derive(Default)]
struct Tally {
    outcomes: Vec<Value>,
    created: usize,
    updated: usize,
    failed: usize,
}

/// `POST /api/things/batch`: `{"rows": [{…}, {"id": 7, "version": 2, …}], "all_or_nothing": true}`. A row with an id
/// changes that record, one without makes a new one.
pub async fn batch<R: ApiResource>(
    state: Data<State>,
    who: ApiMay<Writes<R>>,
    call: Call,
) -> Result<HttpResponse, AppError>
where
    <R as Records>::Id: FromStr,
{
    let ui = who.ui;
    write(&state, call, who.actor, move |conn, actor, call, now| {
        let batch = read(call)?;
        let done = record_undoable(conn, actor, Kind::ApiBatch, now, |conn, op| {
            let mut tally = Tally::default();
            for (at, row) in batch.rows.iter().enumerate() {
                let outcome = transaction(conn, |conn| one::<R>(conn, actor, op, row));
                tally.count(at, outcome, &ui)?;
            }
            if tally.created + tally.updated > 0 {
                op.say("path", R::LIST);
                op.say("created", tally.created);
                op.say("updated", tally.updated);
            }
            if batch.all_or_nothing && tally.failed > 0 {
                return Err(undone(tally));
            }
            Ok(tally)
        })?;
        let tally = done.value;
        let reply = Reply::ok(json!({
            "outcomes": tally.outcomes,
            "created": tally.created,
            "updated": tally.updated,
            "failed": tally.failed,
        }));
        Ok(reply.done_by(done.operation))
    })
    .await
}

fn read(call: &Call) -> Result<Batch<'_>, ApiError> {
    let body = call.object()?;
    let mut problems = Vec::new();
    for name in body
        .keys()
        .filter(|n| !["rows", "all_or_nothing"].contains(&n.as_str()))
    {
        problems.push(FieldProblem::new(name, Message::new("api-field-unknown")));
    }
    let rows = body.get("rows").and_then(Value::as_array);
    let rows: Option<Vec<_>> = rows.and_then(|rows| rows.iter().map(Value::as_object).collect());
    let rows = rows.filter(|rows| (1..=MOST).contains(&rows.len()));
    if rows.is_none() {
        problems.push(FieldProblem::new(
            "rows",
            Message::new("api-rows-wrong").arg("most", MOST),
        ));
    }
    let all_or_nothing = match body.get("all_or_nothing") {
        None => Some(false),
        Some(value) => value.as_bool(),
    };
    if all_or_nothing.is_none() {
        problems.push(FieldProblem::new(
            "all_or_nothing",
            Message::new("api-type-boolean"),
        ));
    }
    match (rows, all_or_nothing) {
        (Some(rows), Some(all_or_nothing)) if problems.is_empty() => Ok(Batch {
            rows,
            all_or_nothing,
        }),
        _ => Err(AppError::from(Problem::fields(problems)).into()),
    }
}

/// Whether it was made, and the record's id and version.
type Done = (bool, Value);

fn one<R: ApiResource>(
    conn: &mut Conn,
    actor: &Actor,
    op: &mut Operation<'_>,
    row: &Map<String, Value>,
) -> Result<Done, ApiError>
where
    <R as Records>::Id: FromStr,
{
    let Some(id) = row.get("id") else {
        let (data, problems) = filled::<R>(conn, actor, R::blank(), row, &[])?;
        refuse_types(&problems)?;
        let record = checked(R::WRITTEN, R::insert(conn, op, &data), problems)?;
        return Ok((true, summary::<R>(&record)));
    };
    let known = id.as_i64().and_then(|id| id.to_string().parse().ok());
    let id: R::Id = known.ok_or_else(|| at("id", "api-type-id"))?;
    let version = row.get("version").and_then(Value::as_i64);
    let version = version.and_then(|v| i32::try_from(v).ok());
    let version = version.ok_or_else(|| at("version", "api-version-wanted"))?;
    let record = R::seen(conn, actor, id)?;
    let data = R::data(conn, &record)?;
    let (data, problems) = filled::<R>(conn, actor, data, row, &["id", "version"])?;
    refuse_types(&problems)?;
    let record = checked(
        R::WRITTEN,
        R::change(conn, op, id, version, &data),
        problems,
    )?;
    Ok((false, summary::<R>(&record)))
}

/// A row that is wrong must not leave anything in the operation.
fn refuse_types(problems: &[FieldProblem]) -> Result<(), ApiError> {
    match problems.is_empty() {
        true => Ok(()),
        false => Err(AppError::from(Problem::fields(problems.to_vec())).into()),
    }
}

fn at(field: &str, message: &'static str) -> ApiError {
    let problem = FieldProblem::new(field, Message::new(message));
    AppError::from(Problem::fields(vec![problem])).into()
}

fn summary<R: ApiResource>(record: &R::Record) -> Value {
    use crate::web::record::Record;
    json!({ "id": R::id_of(record), "version": record.version() })
}

impl Tally {
    fn count(
        &mut self,
        at: usize,
        outcome: Result<Done, ApiError>,
        ui: &Shell,
    ) -> Result<(), ApiError> {
        let outcome = match outcome {
            Ok((true, record)) => {
                self.created += 1;
                json!({ "row": at, "status": 201, "record": record })
            }
            Ok((false, record)) => {
                self.updated += 1;
                json!({ "row": at, "status": 200, "record": record })
            }
            Err(ApiError::Db(diesel::result::Error::NotFound)) => {
                self.refused(at, AppError::NotFound, ui)
            }
            // The database failed: nothing of all this happens.
            Err(ApiError::Db(error)) => return Err(error.into()),
            Err(other) => match AppError::from(other) {
                error @ (AppError::Busy | AppError::Internal(_)) => return Err(error.into()),
                error => self.refused(at, error, ui),
            },
        };
        self.outcomes.push(outcome);
        Ok(())
    }

    fn refused(&mut self, at: usize, error: AppError, ui: &Shell) -> Value {
        use actix_web::ResponseError;
        self.failed += 1;
        json!({ "row": at, "status": error.status_code().as_u16(), "problem": problem_value(&error, ui) })
    }
}

/// One row was wrong, so nothing was done.
fn undone(tally: Tally) -> ApiError {
    let detail = Message::new("api-batch-undone").arg("failed", tally.failed);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let refused: Vec<Value> = tally
        .outcomes
        .into_iter()
        .filter(|outcome| outcome.get("problem").is_some())
        .collect();
    let problem = Problem::new("batch-refused", status, "errors-invalid-title", detail);
    AppError::from(problem.with("outcomes", refused)).into()
}
