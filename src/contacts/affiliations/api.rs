//! A contact's roles at accounts, in JSON.

use super::actions;
use super::forms;
use super::model::{Affiliation, AffiliationId};
use super::queries::{self, Shown};
use crate::accounts;
use crate::accounts::model::AccountId;
use crate::audit::Once;
use crate::auth::{Actor, ApiMay, Writes};
use crate::contacts::model::ContactId;
use crate::contacts::pages::Contacts;
use crate::db::Conn;
use crate::web::api::endpoints::{is_outdated, second, started_from};
use crate::web::api::fields::{fill, renamed};
use crate::web::api::{ApiError, Call, Reply, Wire, WireField, write};
use crate::web::routes::route;
use crate::web::{AppError, FieldProblem, FormData, Problem, State, WriteError};
use actix_web::HttpResponse;
use actix_web::web::{Data, Path, ServiceConfig};
use serde::Serialize;
use utoipa::ToSchema;

/// Their addresses.
pub(in crate::contacts) fn api_routes(config: &mut ServiceConfig) {
    route("/api/contacts/{id}/affiliations")
        .post(create)
        .on(config);
    route("/api/affiliations/{id}")
        .patch(update)
        .delete(remove)
        .on(config);
}

/// A contact's role at an account.
#[derive(Serialize, ToSchema)]
#[schema(as = Affiliation)]
pub(crate) struct AffiliationBody {
    id: i64,
    contact_id: i64,
    account_id: i64,
    account_name: String,
    role: String,
    #[schema(format = Date)]
    from_date: Option<String>,
    #[schema(format = Date)]
    to_date: Option<String>,
    /// Whether it is the one that stands beside the name in lists.
    is_primary: bool,
    version: i32,
}

/// What can be written of a role.
#[derive(ToSchema)]
#[schema(as = AffiliationWrite)]
#[expect(
    dead_code,
    reason = "for the document; `WRITTEN` reads what comes, a test compares"
)]
pub(crate) struct AffiliationWrite {
    /// Needed in a new one.
    account_id: Option<i64>,
    #[schema(max_length = 100, example = "Kassör")]
    role: Option<String>,
    #[schema(format = Date)]
    from_date: Option<String>,
    /// Not before `from_date`.
    #[schema(format = Date)]
    to_date: Option<String>,
    /// Asks for the primary mark, which another role of the contact loses.
    is_primary: Option<bool>,
}

/// The fields that can be written.
pub(crate) const WRITTEN: &[WireField] = &[
    WireField::new("account_id", "account", Wire::Id),
    WireField::text("role"),
    WireField::text("from_date"),
    WireField::text("to_date"),
    WireField::new("is_primary", "is_primary", Wire::Boolean),
];

impl From<Shown> for AffiliationBody {
    fn from(shown: Shown) -> Self {
        let a = shown.affiliation;
        Self {
            id: a.id.0,
            contact_id: a.contact_id.0,
            account_id: a.account_id.0,
            account_name: shown.name,
            role: a.role,
            from_date: a.from_date.map(|day| day.to_string()),
            to_date: a.to_date.map(|day| day.to_string()),
            is_primary: a.is_primary,
            version: a.version,
        }
    }
}

fn body(
    conn: &mut Conn,
    actor: &Actor,
    affiliation: Affiliation,
) -> Result<serde_json::Value, ApiError> {
    let account = accounts::queries::find(conn, actor, affiliation.account_id)?;
    let shown = Shown {
        affiliation,
        name: account.name,
    };
    Ok(serde_json::json!(AffiliationBody::from(shown)))
}

/// `POST /api/contacts/{id}/affiliations`
async fn create(
    state: Data<State>,
    who: ApiMay<Writes<Contacts>>,
    id: Path<ContactId>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let contact = *id;
    write(&state, call, who.actor, move |conn, actor, call, now| {
        let mut data = FormData::default();
        let problems = filled(conn, actor, call, &mut data)?;
        let input = match forms::parse(conn, actor, &data) {
            Ok(input) if problems.is_empty() => input,
            other => return Err(invalid(problems, other.err())),
        };
        let made = actions::create(conn, actor, contact, &input, "", now);
        let outcome = made.map_err(|e| invalid(Vec::new(), Some(e)))?;
        let operation = outcome.operation();
        let made = match outcome {
            Once::Now(done) => done.value,
            Once::Before(done) => AffiliationId(done.value.id),
        };
        let affiliation = queries::find(conn, actor, made)?;
        let path = format!("/api/affiliations/{made}");
        Ok(Reply::created(&path, body(conn, actor, affiliation)?).done_by(operation))
    })
    .await
}

/// `PATCH /api/affiliations/{id}`
async fn update(
    state: Data<State>,
    who: ApiMay<Writes<Contacts>>,
    id: Path<AffiliationId>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    write(&state, call, who.actor, move |conn, actor, call, now| {
        let before = queries::find(conn, actor, id)?;
        let version = started_from(call, call.object()?, before.version)?;
        let account = accounts::queries::find(conn, actor, before.account_id)?;
        let mut data = forms::of(&before, &account.name);
        let problems = filled(conn, actor, call, &mut data)?;
        let input = match forms::parse(conn, actor, &data) {
            Ok(input) if problems.is_empty() => input,
            other => return Err(invalid(problems, other.err())),
        };
        match actions::update(conn, actor, id, version, &input, now) {
            Ok(done) => Ok(Reply::ok(body(conn, actor, done.value)?).done_by(done.operation)),
            Err(WriteError::Stale(current)) => Err(second(call, body(conn, actor, *current)?)),
            Err(other) => Err(invalid(Vec::new(), Some(other))),
        }
    })
    .await
}

/// `DELETE /api/affiliations/{id}`: as never having been; a role that ended gets `to_date` instead.
async fn remove(
    state: Data<State>,
    who: ApiMay<Writes<Contacts>>,
    id: Path<AffiliationId>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let id = *id;
    write(&state, call, who.actor, move |conn, actor, call, now| {
        let before = queries::find(conn, actor, id)?;
        if is_outdated(call, before.version) {
            return Err(second(call, body(conn, actor, before)?));
        }
        let done = actions::delete(conn, actor, id, now)?;
        Ok(Reply::no_content().done_by(done.operation))
    })
    .await
}

/// The form with what was sent on top; the account's id as the form writes an account.
fn filled(
    conn: &mut Conn,
    actor: &Actor,
    call: &Call,
    data: &mut FormData,
) -> Result<Vec<FieldProblem>, ApiError> {
    let problems = fill(WRITTEN, call.object()?, &["version"], data);
    if let Ok(id) = data.get("account").parse::<i64>() {
        let name = accounts::queries::living_name(conn, actor, AccountId(id))?;
        let written = |name: String| crate::web::record::picked(&name, id);
        data.set("account", name.map_or_else(|| format!("#{id}"), written));
    }
    Ok(problems)
}

fn invalid(mut problems: Vec<FieldProblem>, error: Option<actions::AffiliationError>) -> ApiError {
    match error {
        None => {}
        Some(WriteError::Fields(errors)) => problems.extend(renamed(WRITTEN, errors)),
        Some(other) => return other.into(),
    }
    AppError::from(Problem::fields(problems)).into()
}
