//! Handlers of saved views: extract, one `db.run`, respond.

mod edit;
mod index;
mod new;
mod writes;

use crate::web::list::ListKind;
use crate::web::routes::route;
use crate::web::{AppError, State};
use actix_web::web::ServiceConfig;

/// Their addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/saved-views")
        .get(index::index)
        .post(new::create)
        .on(config);
    route("/saved-views/new").get(new::new).on(config);
    route("/saved-views/{id}")
        .get(index::open)
        .post(edit::update)
        .on(config);
    route("/saved-views/{id}/edit").get(edit::edit).on(config);
    route("/saved-views/{id}/query")
        .post(writes::save_query)
        .on(config);
    route("/saved-views/{id}/removal")
        .post(writes::remove)
        .on(config);
    route("/saved-views/{id}/pin").post(writes::pin).on(config);
    route("/saved-views/{id}/pin/removal")
        .post(writes::unpin)
        .on(config);
}

/// The list with this code.
fn list(state: &State, code: &str) -> Result<&'static ListKind, AppError> {
    let found = state.panels.lists.iter().find(|kind| kind.code == code);
    found.copied().ok_or(AppError::NotFound)
}
