//! What everybody did to records, in JSON.

use super::listing::{self, DEFAULT_SORT, Scope};
use super::names::{Names, Wanted};
use super::{queries, words};
use crate::audit::{Change, OperationId, OperationRow};
use crate::auth::{Actor, ApiMay, Reads, Resource, Scoped};
use crate::db::Conn;
use crate::i18n::{Lang, Message};
use crate::web::api::endpoints::index;
use crate::web::api::listing::Rows;
use crate::web::api::{Listed, Reply, json, moment};
use crate::web::list::{Column, ListQuery};
use crate::web::routes::route;
use crate::web::{AppError, FieldProblem, FormData, Problem, Shell, State};
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use chrono_tz::Tz;
use diesel::QueryResult;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

/// Rows of one operation in an answer.
const PAGE: usize = 200;

/// The columns of the list.
pub(crate) const COLUMNS: &[Column] = Scope::Shared.columns();

/// Their addresses.
pub(crate) fn api_routes(config: &mut ServiceConfig) {
    route("/api/changes").get(index::<Changes>).on(config);
    route("/api/changes/{id}").get(show).on(config);
}

/// Operations that everybody may read of.
pub(crate) struct Changes;

impl Scoped for Changes {
    const RESOURCE: Resource = Resource::Changes;
}

/// One thing that somebody did.
#[derive(Serialize, ToSchema)]
#[schema(as = Operation)]
pub(crate) struct OperationBody {
    id: i64,
    #[schema(format = DateTime)]
    at: String,
    /// Such as `account.update`.
    kind: String,
    /// In English.
    what: String,
    /// `page`, `api`, `import`, `cli` or `system`.
    channel: String,
    user_id: Option<i64>,
    user_name: Option<String>,
    api_key_name: Option<String>,
    /// The kind of record that it is about.
    subject_type: Option<String>,
    subject_id: Option<i64>,
    subject_name: Option<String>,
}

/// One row that it changed, with the values before and after.
#[derive(Serialize, ToSchema)]
#[schema(as = Change)]
pub(crate) struct ChangeBody {
    id: i64,
    subject_type: Option<String>,
    subject_id: i64,
    /// `create`, `update`, `delete` or `restore`.
    action: String,
    before: Map<String, Value>,
    after: Map<String, Value>,
}

impl Listed for Changes {
    const PATH: &'static str = "/api/changes";
    const COLUMNS: &'static [Column] = COLUMNS;
    const SORT: (&'static str, bool) = DEFAULT_SORT;

    fn rows(conn: &mut Conn, _: &Actor, list: &ListQuery, zone: Tz) -> QueryResult<Rows> {
        let (found, count) = listing::page(conn, Scope::Shared, list, zone)?;
        let mut wanted = Wanted::default();
        found.rows.iter().for_each(|row| wanted.operation(row));
        let names = wanted.look_up(conn)?;
        let ui = Shell::bare(Lang::En);
        let row = |row: &OperationRow| {
            let body = serde_json::json!(operation(&ui, &names, row));
            (body, listing::cursor(row))
        };
        Ok(Rows {
            rows: found.rows.iter().map(row).collect(),
            before: found.before,
            after: found.after,
            count,
        })
    }

    fn parts(column: &str) -> &'static [&'static str] {
        match column {
            "who" => &["user_id", "user_name", "api_key_name"],
            "subject" => &["subject_type", "subject_id", "subject_name"],
            _ => &[],
        }
    }
}

fn operation(ui: &Shell, names: &Names, row: &OperationRow) -> OperationBody {
    let person = row.user_id.and_then(|id| names.person(id));
    let key = row.api_key_id.and_then(|id| names.api_key(id));
    let (subject, _) = listing::subject(names, row);
    OperationBody {
        id: row.id.0,
        at: moment(row.at),
        kind: row.kind.clone(),
        what: words::sentence(ui, row),
        channel: row.channel.clone(),
        user_id: row.user_id.map(|id| id.0),
        user_name: person.map(str::to_owned),
        api_key_name: key.map(str::to_owned),
        subject_type: row.subject_type.clone(),
        subject_id: row.subject_id,
        subject_name: Some(subject).filter(|name| !name.is_empty()),
    }
}

/// `GET /api/changes/{id}?after=…`: the operation with its changes in the order they were made, 200 at a time.
async fn show(
    state: Data<State>,
    who: ApiMay<Reads<Changes>>,
    id: Path<OperationId>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let (id, after) = (*id, after(&req)?);
    let body = state
        .db
        .run(move |conn| load(conn, &who.actor, id, after))
        .await?;
    json(&req, &Reply::ok(body))
}

fn after(req: &HttpRequest) -> Result<i64, AppError> {
    let query = FormData::parse(req.query_string().as_bytes());
    let unknown = query.pairs().iter().find(|(name, _)| name != "after");
    let problem = match (unknown, query.get("after")) {
        (Some((name, _)), _) => FieldProblem::new(name, Message::new("api-parameter-unknown")),
        (None, "") => return Ok(0),
        (None, text) => match text.parse() {
            Ok(id) => return Ok(id),
            Err(_) => FieldProblem::new("after", Message::new("api-type-integer")),
        },
    };
    Err(Problem::fields(vec![problem]).into())
}

fn load(conn: &mut Conn, _: &Actor, id: OperationId, after: i64) -> Result<Value, AppError> {
    let row = queries::operation(conn, id)?;
    if !row.kind().is_some_and(|kind| kind.is_about_records()) {
        return Err(AppError::NotFound);
    }
    let limit = i64::try_from(PAGE + 1).unwrap_or(201);
    let mut changes = queries::changes_of(conn, id, after, limit)?;
    let more = changes.len() > PAGE;
    changes.truncate(PAGE);
    let mut wanted = Wanted::default();
    wanted.operation(&row);
    let names = wanted.look_up(conn)?;
    let mut body = serde_json::json!(operation(&Shell::bare(Lang::En), &names, &row));
    let last = changes.last().map(|change| change.id).filter(|_| more);
    body["next"] = last
        .map(|at| format!("/api/changes/{id}?after={at}"))
        .into();
    body["changes"] = changes.into_iter().map(change).collect();
    Ok(body)
}

fn change(change: Change) -> Value {
    serde_json::json!(ChangeBody {
        id: change.id,
        subject_type: change.subject_type.map(|kind| kind.code().to_owned()),
        subject_id: change.subject_id,
        action: change.action,
        before: change.before,
        after: change.after,
    })
}
