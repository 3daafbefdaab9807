//! People in JSON: the list, roles and shutting out, for admins.

pub(crate) mod registering;
pub(crate) mod wire;

use super::actions::{self, UserError};
use super::listing::{self, DEFAULT_SORT};
use super::{User, queries};
use crate::auth::{Actor, ApiMay, Reads, Resource, Role, Scoped, Status, UserId, Writes};
use crate::db::Conn;
use crate::i18n::Message;
use crate::web::api::endpoints::{index, second, started_from};
use crate::web::api::fields::{fill, renamed};
use crate::web::api::listing::Rows;
use crate::web::api::{ApiError, Call, Listed, Reply, WireField, json, write};
use crate::web::list::{Column, ListQuery};
use crate::web::routes::route;
use crate::web::{AppError, FieldProblem, FormData, Problem, State};
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDateTime;
use chrono_tz::Tz;
use diesel::QueryResult;
use wire::UserBody;

/// The columns of the list.
pub(crate) const COLUMNS: &[Column] = listing::COLUMNS;

/// Their addresses.
pub(crate) fn api_routes(config: &mut ServiceConfig) {
    route("/api/users").get(index::<People>).on(config);
    route("/api/users/{id}").get(show).patch(update).on(config);
    registering::api_routes(config);
}

/// People as a resource.
pub(crate) struct People;

impl Scoped for People {
    const RESOURCE: Resource = Resource::Users;
    const READERS: Role = Role::Admin;
    const WRITERS: Role = Role::Admin;
}

impl Listed for People {
    const PATH: &'static str = "/api/users";
    const COLUMNS: &'static [Column] = COLUMNS;
    const SORT: (&'static str, bool) = DEFAULT_SORT;

    fn rows(conn: &mut Conn, actor: &Actor, list: &ListQuery, _: Tz) -> QueryResult<Rows> {
        let (found, count) = listing::page(conn, actor, list)?;
        let row = |user: &User| (body(user), listing::cursor(list, user));
        Ok(Rows {
            rows: found.rows.iter().map(row).collect(),
            before: found.before,
            after: found.after,
            count,
        })
    }
}

fn body(user: &User) -> serde_json::Value {
    serde_json::json!(UserBody::from(user))
}

/// `GET /api/users/{id}`
async fn show(
    state: Data<State>,
    who: ApiMay<Reads<People>>,
    id: Path<UserId>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    let user = state
        .db
        .run(move |conn| queries::find(conn, &who.actor, id))
        .await?;
    json(&req, &Reply::ok(body(&user)))
}

/// What can be written of a person.
pub(crate) const WRITTEN: &[WireField] = &[WireField::text("role"), WireField::text("status")];

/// `PATCH /api/users/{id}`: the role, and shutting out (`disabled`) or letting in again (`active`).
async fn update(
    state: Data<State>,
    who: ApiMay<Writes<People>>,
    id: Path<UserId>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    write(&state, call, who.actor, move |conn, actor, call, now| {
        let before = queries::find(conn, actor, id)?;
        let version = started_from(call, call.object()?, before.version)?;
        let (role, status) = wanted(call, &before)?;
        let change = Change {
            id,
            version,
            role,
            status,
        };
        match change.carry_out(conn, actor, before, now) {
            Ok(user) => Ok(Reply::ok(body(&user))),
            Err(UserError::Stale(current)) => Err(second(call, body(&current))),
            Err(UserError::Db(error)) => Err(error.into()),
            Err(other) => Err(AppError::from(other).into()),
        }
    })
    .await
}

fn wanted(call: &Call, before: &User) -> Result<(Role, Status), ApiError> {
    let mut data = FormData::from_pairs([
        ("role", before.role.code()),
        ("status", before.status.code()),
    ]);
    let mut problems = fill(WRITTEN, call.object()?, &["version"], &mut data);
    let role = super::forms::role(&data).unwrap_or_else(|errors| {
        problems.extend(renamed(WRITTEN, errors));
        before.role
    });
    let possible = [Status::Active, Status::Disabled, before.status];
    let status = Status::parse(data.get("status")).filter(|s| possible.contains(s));
    let status = status.unwrap_or_else(|| {
        problems.push(FieldProblem::new(
            "status",
            Message::new("common-choose-one"),
        ));
        before.status
    });
    match problems.is_empty() {
        true => Ok((role, status)),
        false => Err(AppError::from(Problem::fields(problems)).into()),
    }
}

struct Change {
    id: UserId,
    version: i32,
    role: Role,
    status: Status,
}

impl Change {
    /// Each is an operation of its own, like on the person's page.
    fn carry_out(
        &self,
        conn: &mut Conn,
        actor: &Actor,
        before: User,
        now: NaiveDateTime,
    ) -> Result<User, UserError> {
        let mut user = before;
        if self.version != user.version {
            return Err(UserError::Stale(Box::new(user)));
        }
        if self.role != user.role {
            user = actions::change_role(conn, actor, (self.id, user.version), self.role, now)?;
        }
        let which = (self.id, user.version);
        match self.status {
            status if status == user.status => Ok(user),
            Status::Disabled => actions::disable(conn, actor, which, now),
            _ => actions::enable(conn, actor, which, now),
        }
    }
}
