//! The endpoints of records: list, read, make, change, delete.

use super::fields::{fill, renamed};
use super::listing;
use super::resource::{ApiResource, Listed};
use super::{ApiError, Call, Precondition, Reply, WireField, json, stream, write};
use crate::auth::{Actor, ApiMay, Reads, Writes};
use crate::db::Conn;
use crate::i18n::Message;
use crate::web::record::Record;
use crate::web::{AppError, FieldProblem, FormData, Problem, State, WriteError};
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Map, Value};

/// `GET /api/things`
pub async fn index<R: Listed>(
    state: Data<State>,
    who: ApiMay<Reads<R>>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let list = listing::read(&req, R::PATH, R::COLUMNS, R::SORT)?;
    let (actor, zone) = (who.actor, who.ui.zone());
    let asked = FormData::parse(req.query_string().as_bytes()).has("columns");
    let read = move |conn: &mut Conn, actor: &Actor, list: &_| {
        let mut found = R::rows(conn, actor, list, zone)?;
        let narrow = |(row, place)| (listing::narrowed(list, asked, R::parts, row), place);
        found.rows = found.rows.into_iter().map(narrow).collect();
        Ok(found)
    };
    if listing::wants_lines(&req) {
        return stream::lines(&state, actor, &list, read);
    }
    let query = list.clone();
    let found = state.db.run(move |conn| read(conn, &actor, &query)).await?;
    listing::page(&req, &list, found)
}

/// `GET /api/things/{id}`
pub async fn show<R: ApiResource>(
    state: Data<State>,
    who: ApiMay<Reads<R>>,
    id: Path<R::Id>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let (id, actor) = (*id, who.actor);
    let body = state
        .db
        .run(move |conn| {
            let record = R::seen(conn, &actor, id)?;
            R::json(conn, &actor, &record)
        })
        .await?;
    json(&req, &Reply::ok(body))
}

/// `POST /api/things`
pub async fn create<R: ApiResource>(
    state: Data<State>,
    who: ApiMay<Writes<R>>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    write(&state, call, who.actor, |conn, actor, call, now| {
        let (data, problems) = filled::<R>(conn, actor, R::blank(), call.object()?, &[])?;
        let done = checked(R::WRITTEN, R::make(conn, actor, &data, now), problems)?;
        let path = format!("{}/{}", R::PATH, R::id_of(&done.value));
        let body = R::json(conn, actor, &done.value)?;
        Ok(Reply::created(&path, body).done_by(done.operation))
    })
    .await
}

/// `PATCH /api/things/{id}`: JSON merge; names the version it started from.
pub async fn update<R: ApiResource>(
    state: Data<State>,
    who: ApiMay<Writes<R>>,
    id: Path<R::Id>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    write(&state, call, who.actor, move |conn, actor, call, now| {
        let sent = call.object()?;
        let record = R::seen(conn, actor, id)?;
        let version = started_from(call, sent, record.version())?;
        if version != record.version() {
            return Err(stale::<R>(conn, actor, call, &record));
        }
        let data = R::data(conn, &record)?;
        let (data, problems) = filled::<R>(conn, actor, data, sent, &["version"])?;
        match R::save(conn, actor, id, version, &data, now) {
            Err(WriteError::Stale(current)) => Err(stale::<R>(conn, actor, call, &current)),
            other => {
                let done = checked(R::WRITTEN, other, problems)?;
                Ok(Reply::ok(R::json(conn, actor, &done.value)?).done_by(done.operation))
            }
        }
    })
    .await
}

/// `DELETE /api/things/{id}`: softly; with `If-Match` only as it was read.
pub async fn remove<R: ApiResource>(
    state: Data<State>,
    who: ApiMay<Writes<R>>,
    id: Path<R::Id>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    write(&state, call, who.actor, move |conn, actor, call, now| {
        let record = R::seen(conn, actor, id)?;
        if is_outdated(call, record.version()) {
            return Err(stale::<R>(conn, actor, call, &record));
        }
        let done = R::delete(conn, actor, id, now)?;
        Ok(Reply::no_content().done_by(done.operation))
    })
    .await
}

/// The form with what was sent on top, and what is wrong with the types of it.
pub(super) fn filled<R: ApiResource>(
    conn: &mut Conn,
    actor: &Actor,
    mut data: FormData,
    sent: &Map<String, Value>,
    besides: &[&str],
) -> Result<(FormData, Vec<FieldProblem>), ApiError> {
    let problems = fill(R::WRITTEN, sent, besides, &mut data);
    R::resolve(conn, actor, &mut data)?;
    Ok((data, problems))
}

/// What came of a write, all mistakes at once and at the names that JSON has.
pub fn checked<T, R>(
    fields: &[WireField],
    outcome: Result<T, WriteError<R>>,
    mut problems: Vec<FieldProblem>,
) -> Result<T, ApiError> {
    match outcome {
        Ok(value) if problems.is_empty() => Ok(value),
        Ok(_) => Err(invalid(problems)),
        Err(WriteError::Fields(errors)) => {
            let more = renamed(fields, errors);
            let is_new = |p: &FieldProblem| problems.iter().all(|known| known.field != p.field);
            let more: Vec<FieldProblem> = more.into_iter().filter(is_new).collect();
            problems.extend(more);
            Err(invalid(problems))
        }
        Err(other) => Err(other.into()),
    }
}

fn invalid(problems: Vec<FieldProblem>) -> ApiError {
    AppError::from(Problem::fields(problems)).into()
}

/// The version that the change starts from: `If-Match`, or `version` in the body.
pub fn started_from(call: &Call, sent: &Map<String, Value>, current: i32) -> Result<i32, ApiError> {
    match (call.precondition, sent.get("version")) {
        (Some(Precondition::Version(version)), _) => Ok(version),
        (Some(Precondition::Any), _) => Ok(current),
        (None, Some(version)) => {
            let version = version.as_i64().and_then(|v| i32::try_from(v).ok());
            let wrong = FieldProblem::new("version", Message::new("api-type-integer"));
            version.ok_or_else(|| invalid(vec![wrong]))
        }
        (None, None) => {
            let detail = Message::new("api-version-wanted");
            let status = StatusCode::PRECONDITION_REQUIRED;
            let title = "errors-bad-request-title";
            Err(AppError::from(Problem::new("precondition-required", status, title, detail)).into())
        }
    }
}

/// Whether `If-Match` says that another version was read than the one there.
pub fn is_outdated(call: &Call, version: i32) -> bool {
    matches!(call.precondition, Some(Precondition::Version(read)) if read != version)
}

/// The record as it is, for whoever was second.
fn stale<R: ApiResource>(
    conn: &mut Conn,
    actor: &Actor,
    call: &Call,
    current: &R::Record,
) -> ApiError {
    match R::json(conn, actor, current) {
        Ok(now) => second(call, now),
        Err(error) => error.into(),
    }
}

/// Somebody else was first: 412 for `If-Match`, else 409, with the record as it is and both values of each field.
pub fn second(call: &Call, now: Value) -> ApiError {
    let (kind, status) = match call.precondition {
        Some(_) => ("precondition-failed", StatusCode::PRECONDITION_FAILED),
        None => ("conflict", StatusCode::CONFLICT),
    };
    let sent = call.body.as_object().cloned().unwrap_or_default();
    let differing = sent.iter().filter(|(name, yours)| {
        *name != "version" && now.get(*name).is_some_and(|current| current != *yours)
    });
    let both = |(name, yours): (&String, &Value)| serde_json::json!({ "field": name, "yours": yours, "current": now.get(name) });
    let conflicts: Vec<Value> = differing.map(both).collect();
    let detail = Message::new("api-stale");
    let problem = Problem::new(kind, status, "errors-conflict-title", detail)
        .with("conflicts", conflicts)
        .with("current", now);
    AppError::from(problem).into()
}
