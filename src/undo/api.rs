//! Undo in JSON.

use super::Chosen;
use super::actions::{Order, UndoError, Undone, undo};
use crate::audit::{Obstacle, OperationId};
use crate::auth::{ApiMay, Writes};
use crate::i18n::Message;
use crate::settings;
use crate::trail::api::Changes;
use crate::web::api::fields::fill;
use crate::web::api::{ApiError, Call, Reply, Wire, WireField, write};
use crate::web::routes::route;
use crate::web::{AppError, FormData, Problem, State};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, ServiceConfig};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

/// Their addresses.
pub(crate) fn api_routes(config: &mut ServiceConfig) {
    route("/api/changes/{id}/undo").post(take_back).on(config);
}

/// How to undo.
#[derive(ToSchema)]
#[schema(as = Undo)]
#[expect(
    dead_code,
    reason = "for the document; `WRITTEN` reads what comes, a test compares"
)]
pub(crate) struct UndoOrder {
    /// Takes back what is not in the way, and leaves what is.
    rest: Option<bool>,
}

/// The fields of an order.
const WRITTEN: &[WireField] = &[WireField::new("rest", "rest", Wire::Boolean)];

/// What came of it.
#[derive(Serialize, ToSchema)]
#[schema(as = Undone)]
pub(crate) struct UndoneBody {
    /// The operation that took it back; undoing that is redoing.
    operation_id: i64,
    /// How many changes were left, because something was in the way.
    left: usize,
    /// Whether it goes on in the background, as it does beyond 1,000 changes.
    in_background: bool,
}

/// `POST /api/changes/{id}/undo`
async fn take_back(
    state: Data<State>,
    who: ApiMay<Writes<Changes>>,
    id: Path<OperationId>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let (operation, reversers) = (*id, state.reversers);
    write(&state, call, who.actor, move |conn, actor, call, now| {
        let mut data = FormData::default();
        if !call.body.is_null() {
            let problems = fill(WRITTEN, call.object()?, &[], &mut data);
            if !problems.is_empty() {
                return Err(AppError::from(Problem::fields(problems)).into());
            }
        }
        let order = Order {
            operation,
            rest: data.get("rest") == "true",
            chosen: Chosen::default(),
            days: settings::queries::load(conn)?.trash_days,
        };
        let (undo, left, in_background) = match undo(conn, actor, reversers, &order, now) {
            Ok(Undone::Now(undo, left)) => (undo, left, false),
            Ok(Undone::Begun(undo)) => (undo, 0, true),
            Err(error) => return Err(refused(error)),
        };
        let body = UndoneBody {
            operation_id: undo.0,
            left,
            in_background,
        };
        Ok(Reply::ok(json!(body)).done_by(Some(undo)))
    })
    .await
}

fn refused(error: UndoError) -> ApiError {
    let conflict = |message| {
        let title = "errors-conflict-title";
        Problem::new(
            "conflict",
            StatusCode::CONFLICT,
            title,
            Message::new(message),
        )
    };
    let problem = match error {
        UndoError::Already(by) => conflict("api-undone-already").with("undone_by", by.0),
        UndoError::Blocked(all, has_rest) => conflict("api-undo-blocked")
            .with("obstacles", obstacles(&all))
            .with("has_rest", has_rest),
        UndoError::Db(error) => return error.into(),
        other => return AppError::from(other).into(),
    };
    AppError::from(problem).into()
}

/// What is in the way, the first hundred.
pub(crate) fn obstacles(all: &[Obstacle]) -> Vec<Value> {
    let one = |o: &Obstacle| {
        json!({
            "subject_type": o.subject.kind, "subject_id": o.subject.id, "field": o.field,
            "reason": o.reason, "was": o.was, "made": o.made, "now": o.now, "by": o.by,
        })
    };
    all.iter().take(100).map(one).collect()
}
