//! Restoring in JSON.

use super::restore::{RestoreError, restore};
use crate::accounts::Accounts;
use crate::accounts::model::AccountId;
use crate::audit::{Subject, SubjectType};
use crate::auth::{ApiMay, Writes};
use crate::contacts::Contacts;
use crate::contacts::model::ContactId;
use crate::i18n::Message;
use crate::undo::api::obstacles;
use crate::web::api::{ApiError, ApiResource, Call, Reply, write};
use crate::web::record::Records;
use crate::web::routes::route;
use crate::web::{AppError, Problem, State};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, ServiceConfig};

/// Their addresses.
pub(crate) fn api_routes(config: &mut ServiceConfig) {
    route("/api/accounts/{id}/restore").post(account).on(config);
    route("/api/contacts/{id}/restore").post(contact).on(config);
}

/// `POST /api/accounts/{id}/restore`
async fn account(
    state: Data<State>,
    who: ApiMay<Writes<Accounts>>,
    id: Path<AccountId>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let record = Subject::new(SubjectType::Account, id.0);
    bring_back::<Accounts>(&state, who, *id, record, call).await
}

/// `POST /api/contacts/{id}/restore`
async fn contact(
    state: Data<State>,
    who: ApiMay<Writes<Contacts>>,
    id: Path<ContactId>,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let record = Subject::new(SubjectType::Contact, id.0);
    bring_back::<Contacts>(&state, who, *id, record, call).await
}

/// Takes the record out of the trash. One that is not deleted is answered as it is; one that was merged or has left
/// the trash is said to have.
async fn bring_back<R: ApiResource>(
    state: &Data<State>,
    who: ApiMay<Writes<R>>,
    id: <R as Records>::Id,
    record: Subject,
    call: Call,
) -> Result<HttpResponse, AppError> {
    let reversers = state.reversers;
    write(state, call, who.actor, move |conn, actor, call, now| {
        call.takes_nothing()?;
        let is_buried = match R::seen(conn, actor, id) {
            Ok(_) => false,
            Err(AppError::Gone) => R::buried(conn, id)?.is_some(),
            Err(other) => return Err(other.into()),
        };
        let mut operation = None;
        if is_buried {
            let done = restore(conn, actor, reversers, &[record], now).map_err(refused)?;
            operation = done.operation;
        }
        let found = R::seen(conn, actor, id)?;
        Ok(Reply::ok(R::json(conn, actor, &found)?).done_by(operation))
    })
    .await
}

fn refused(error: RestoreError) -> ApiError {
    match error {
        RestoreError::Db(error) => error.into(),
        RestoreError::Blocked(all) => {
            let (status, title) = (StatusCode::CONFLICT, "errors-conflict-title");
            let detail = Message::new("api-restore-blocked");
            let problem = Problem::new("conflict", status, title, detail);
            AppError::from(problem.with("obstacles", obstacles(&all))).into()
        }
    }
}
