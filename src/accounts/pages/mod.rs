//! HTML and htmx handlers of accounts: extract, one `db.run`, respond.

mod edit;
mod fields;
mod index;
mod show;

use crate::web::routes::route;
use actix_web::web::ServiceConfig;

/// Their addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/accounts")
        .get(index::index)
        .post(edit::create)
        .on(config);
    route("/accounts/new").get(edit::new).on(config);
    route("/accounts/options").get(index::options).on(config);
    route("/accounts/{id}")
        .get(show::show)
        .post(edit::update)
        .on(config);
    route("/accounts/{id}/edit").get(edit::edit).on(config);
    route("/accounts/{id}/removal")
        .post(edit::remove)
        .on(config);
    route("/accounts/{id}/fields/{field}")
        .get(fields::show)
        .post(fields::update)
        .on(config);
    route("/accounts/{id}/fields/{field}/edit")
        .get(fields::edit)
        .on(config);
    route("/accounts/{id}/tags").post(show::add_tag).on(config);
    route("/accounts/{id}/tags/{tag_id}/removal")
        .post(show::remove_tag)
        .on(config);
}
