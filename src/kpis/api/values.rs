//! The values of a KPI in JSON: per period, the organisation's or an account's.

use super::Kpis;
use super::entry::{add, entry};
use super::wire::{NEW_VALUE, VALUE, ValueBody};
use crate::auth::{Actor, ApiMay, Reads, Resource, Role, Scoped, Writes};
use crate::db::Conn;
use crate::fields::{KPI_NOTE_MAX, text};
use crate::i18n::Lang;
use crate::kpis::actions::{self, Entry, ValueError};
use crate::kpis::model::{Definition, DefinitionId, Value, ValueId};
use crate::kpis::{number, queries};
use crate::web::api::endpoints::{is_outdated, second, started_from};
use crate::web::api::fields::fill;
use crate::web::api::{ApiError, Call, Precondition, Reply, json, write};
use crate::web::routes::route;
use crate::web::{AppError, FieldProblem, FormData, Problem, Reader, State};
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

/// Their addresses.
pub(super) fn api_routes(config: &mut ServiceConfig) {
    route("/api/kpis/{id}/values")
        .get(super::series::index)
        .post(create)
        .on(config);
    route("/api/kpi-values/{id}")
        .get(show)
        .patch(update)
        .delete(remove)
        .on(config);
}

/// Values as a resource: whoever a KPI lets may enter them, its owner whatever their role.
pub(super) struct Values;

impl Scoped for Values {
    const RESOURCE: Resource = Resource::Kpis;
    const WRITERS: Role = Role::Viewer;
}

fn body(definition: &Definition, value: &Value) -> serde_json::Value {
    serde_json::json!(ValueBody::new(definition.cadence, value))
}

/// A value with its KPI, where this person may see that.
fn find(conn: &mut Conn, actor: &Actor, id: ValueId) -> Result<(Definition, Value), ApiError> {
    let value = queries::value(conn, id)?;
    let definition = queries::find(conn, actor, value.definition_id)?;
    Ok((definition, value))
}

/// `GET /api/kpi-values/{id}`
async fn show(
    state: Data<State>,
    who: ApiMay<Reads<Kpis>>,
    id: Path<ValueId>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    let body = state.db.run(move |conn| {
        let (definition, value) = find(conn, &who.actor, id)?;
        Ok::<_, AppError>(body(&definition, &value))
    });
    json(&req, &Reply::ok(body.await?))
}

/// `POST /api/kpis/{id}/values`: 409 where there is one already.
async fn create(
    state: Data<State>,
    who: ApiMay<Writes<Values>>,
    id: Path<DefinitionId>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    write(&state, call, who.actor, move |conn, actor, call, now| {
        let definition = queries::find(conn, actor, id)?;
        let mut data = FormData::default();
        let mut problems = fill(NEW_VALUE, call.object()?, &[], &mut data);
        let entry = entry(conn, actor, &definition, &data, &mut problems)?;
        let entry = right(entry, problems)?;
        if let Some(there) = queries::value_at(conn, id, entry.account, entry.period.start())?
            && there.value.is_some()
        {
            return Err(second(call, body(&definition, &there)));
        }
        let done = actions::enter(conn, actor, &definition, &entry, "", now);
        let done = done.map_err(|error| refused(call, &definition, error))?;
        let value = done.value.ok_or(AppError::NotFound)?;
        let path = format!("/api/kpi-values/{}", value.id);
        Ok(Reply::created(&path, body(&definition, &value)).done_by(done.operation))
    })
    .await
}

/// `PATCH /api/kpi-values/{id}`: a correction, with `"value": null` taking it out; names the version it started from.
async fn update(
    state: Data<State>,
    who: ApiMay<Writes<Values>>,
    id: Path<ValueId>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    write(&state, call, who.actor, move |conn, actor, call, now| {
        let sent = call.object()?;
        let (definition, before) = find(conn, actor, id)?;
        let version = started_from(call, sent, before.version)?;
        if version != before.version {
            return Err(second(call, body(&definition, &before)));
        }
        let exact = before.value.map(|value| value.to_string());
        let mut data = FormData::from_pairs([
            ("value", exact.unwrap_or_default()),
            ("note", before.note.clone()),
        ]);
        let mut problems = fill(VALUE, sent, &["version"], &mut data);
        let mut read = Reader::new(&data);
        let value = read.field("value", |raw| number::parse(raw, "", Lang::En));
        let note = read.line("note", KPI_NOTE_MAX);
        let reason = read.field("reason", |raw| text::line(raw, KPI_NOTE_MAX));
        add(
            &mut problems,
            VALUE,
            read.finish(()).err().unwrap_or_default(),
        );
        let entry = Entry {
            value,
            note: Some(note),
            ..over(&definition, &before, version)
        };
        let entry = right(Some(entry), problems)?;
        let reason = reason.unwrap_or_default();
        let done = actions::enter(conn, actor, &definition, &entry, &reason, now);
        let done = done.map_err(|error| refused(call, &definition, error))?;
        let value = done.value.unwrap_or(before);
        Ok(Reply::ok(body(&definition, &value)).done_by(done.operation))
    })
    .await
}

/// `DELETE /api/kpi-values/{id}`: takes the value out; history keeps it.
async fn remove(
    state: Data<State>,
    who: ApiMay<Writes<Values>>,
    id: Path<ValueId>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    write(&state, call, who.actor, move |conn, actor, call, now| {
        let (definition, before) = find(conn, actor, id)?;
        if is_outdated(call, before.version) {
            return Err(second(call, body(&definition, &before)));
        }
        let version = match call.precondition {
            Some(Precondition::Version(version)) => version,
            _ => before.version,
        };
        let entry = over(&definition, &before, version);
        let done = actions::enter(conn, actor, &definition, &entry, "", now);
        let done = done.map_err(|error| refused(call, &definition, error))?;
        Ok(Reply::no_content().done_by(done.operation))
    })
    .await
}

/// Nothing, over what is there.
fn over(definition: &Definition, before: &Value, version: i32) -> Entry {
    Entry {
        account: before.account_id,
        period: definition.period_of(before.period),
        value: None,
        note: None,
        version: Some(version),
    }
}

fn right(entry: Option<Entry>, problems: Vec<FieldProblem>) -> Result<Entry, ApiError> {
    match entry {
        Some(entry) if problems.is_empty() => Ok(entry),
        _ => Err(AppError::from(Problem::fields(problems)).into()),
    }
}

fn refused(call: &Call, definition: &Definition, error: ValueError) -> ApiError {
    match error {
        ValueError::Stale(there) => {
            let now = (*there).as_ref().map(|there| body(definition, there));
            second(call, now.unwrap_or_default())
        }
        ValueError::NotTaken(message) => {
            let problem = FieldProblem::new("period", message);
            AppError::from(Problem::fields(vec![problem])).into()
        }
        ValueError::Db(error) => error.into(),
        other => AppError::from(other).into(),
    }
}
