//! KPIs in JSON: the queries, rules and actions of the pages.

mod entry;
mod listing;
pub(crate) mod series;
pub(crate) mod values;
pub(crate) mod wire;

use super::actions::{self, DefinitionError};
use super::model::{Definition, DefinitionId};
use super::{forms, queries};
use crate::audit::{Done, Once};
use crate::auth::{Actor, ApiMay, Reads, Resource, Role, Scoped, Writes, people};
use crate::db::Conn;
use crate::i18n::Lang;
use crate::settings;
use crate::web::api::endpoints::{checked, index, is_outdated, second, started_from};
use crate::web::api::fields::fill;
use crate::web::api::{ApiError, Call, Reply, json, write};
use crate::web::routes::route;
use crate::web::{AppError, FormData, State};
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDateTime;
use serde_json::Value;
use wire::{KpiBody, WRITTEN};

pub(crate) use listing::COLUMNS;

/// Their addresses.
pub(crate) fn api_routes(config: &mut ServiceConfig) {
    route("/api/kpis")
        .get(index::<Kpis>)
        .post(create)
        .on(config);
    route("/api/kpis/{id}")
        .get(show)
        .patch(update)
        .delete(archive)
        .on(config);
    route("/api/kpis/{id}/restore").post(restore).on(config);
    values::api_routes(config);
}

/// Definitions as a resource.
pub(crate) struct Kpis;

impl Scoped for Kpis {
    const RESOURCE: Resource = Resource::Kpis;
    const WRITERS: Role = Role::Manager;
}

fn body(conn: &mut Conn, definition: &Definition) -> Result<Value, ApiError> {
    let owner = people::named(conn, definition.owner_id)?;
    let owner = owner.into_iter().next().map(|(_, name)| name);
    Ok(serde_json::json!(KpiBody::new(definition, owner)))
}

/// `GET /api/kpis/{id}`, put away or not.
async fn show(
    state: Data<State>,
    who: ApiMay<Reads<Kpis>>,
    id: Path<DefinitionId>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    let body = state.db.run(move |conn| {
        let definition = queries::find(conn, &who.actor, id)?;
        body(conn, &definition).map_err(AppError::from)
    });
    json(&req, &Reply::ok(body.await?))
}

/// `POST /api/kpis`
async fn create(
    state: Data<State>,
    who: ApiMay<Writes<Kpis>>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    write(&state, call, who.actor, |conn, actor, call, now| {
        let mut data = forms::blank();
        let problems = fill(WRITTEN, call.object()?, &[], &mut data);
        let done = checked(WRITTEN, make(conn, actor, &data, now), problems)?;
        let definition = queries::find(conn, actor, done.value)?;
        let path = format!("/api/kpis/{}", definition.id);
        Ok(Reply::created(&path, body(conn, &definition)?).done_by(done.operation))
    })
    .await
}

fn make(
    conn: &mut Conn,
    actor: &Actor,
    data: &FormData,
    now: NaiveDateTime,
) -> Result<Done<DefinitionId>, DefinitionError> {
    let today = settings::queries::load(conn)?.today(now);
    let input = forms::parse(data, Lang::En, today).map_err(DefinitionError::Fields)?;
    let outcome = actions::create(conn, actor, &input, "", now)?;
    let operation = outcome.operation();
    let value = match outcome {
        Once::Now(done) => done.value,
        Once::Before(done) => DefinitionId(done.value.id),
    };
    Ok(Done { value, operation })
}

/// `PATCH /api/kpis/{id}`: JSON merge; names the version it started from.
async fn update(
    state: Data<State>,
    who: ApiMay<Writes<Kpis>>,
    id: Path<DefinitionId>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    write(&state, call, who.actor, move |conn, actor, call, now| {
        let sent = call.object()?;
        let before = queries::find(conn, actor, id)?;
        let version = started_from(call, sent, before.version)?;
        if version != before.version {
            return Err(second(call, body(conn, &before)?));
        }
        let mut data = forms::of(&before, Lang::En);
        let problems = fill(WRITTEN, sent, &["version"], &mut data);
        match save(conn, actor, (id, version), &data, now) {
            Err(DefinitionError::Stale(current)) => Err(second(call, body(conn, &current)?)),
            other => {
                let done = checked(WRITTEN, other, problems)?;
                let after = queries::find(conn, actor, id)?;
                Ok(Reply::ok(body(conn, &after)?).done_by(done.operation))
            }
        }
    })
    .await
}

fn save(
    conn: &mut Conn,
    actor: &Actor,
    (id, version): (DefinitionId, i32),
    data: &FormData,
    now: NaiveDateTime,
) -> Result<Done<Definition>, DefinitionError> {
    let today = settings::queries::load(conn)?.today(now);
    let input = forms::parse(data, Lang::En, today).map_err(DefinitionError::Fields)?;
    actions::update(conn, actor, id, version, &input, now)
}

/// `DELETE /api/kpis/{id}`: puts it away; its values stay and take no more.
async fn archive(
    state: Data<State>,
    who: ApiMay<Writes<Kpis>>,
    id: Path<DefinitionId>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    write(&state, call, who.actor, move |conn, actor, call, now| {
        let before = queries::find(conn, actor, id)?;
        if is_outdated(call, before.version) {
            return Err(second(call, body(conn, &before)?));
        }
        let done = actions::archive(conn, actor, id, now)?;
        Ok(Reply::no_content().done_by(done.operation))
    })
    .await
}

/// `POST /api/kpis/{id}/restore`: takes it out again.
async fn restore(
    state: Data<State>,
    who: ApiMay<Writes<Kpis>>,
    id: Path<DefinitionId>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    write(&state, call, who.actor, move |conn, actor, call, now| {
        call.takes_nothing()?;
        let before = queries::find(conn, actor, id)?;
        if is_outdated(call, before.version) {
            return Err(second(call, body(conn, &before)?));
        }
        let done = actions::unarchive(conn, actor, id, now)?;
        Ok(Reply::ok(body(conn, &done.value)?).done_by(done.operation))
    })
    .await
}
