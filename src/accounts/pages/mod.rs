//! HTML and htmx handlers of accounts: extract, one `db.run`, respond.

mod alike;
mod edit;
mod index;
mod records;
mod show;

use crate::tags;
use crate::web::record::{edit_fact, remove, show_fact, update, update_fact};
use crate::web::routes::route;
use actix_web::web::ServiceConfig;
pub(crate) use records::Accounts;

/// Their addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/accounts")
        .get(index::index)
        .post(edit::create)
        .on(config);
    route("/accounts/new").get(edit::new).on(config);
    route("/accounts/options").get(index::options).on(config);
    route("/accounts/duplicates")
        .get(alike::duplicates)
        .on(config);
    route("/accounts/{id}")
        .get(show::show)
        .post(update::<Accounts>)
        .on(config);
    route("/accounts/{id}/edit")
        .get(crate::web::record::edit::<Accounts>)
        .on(config);
    route("/accounts/{id}/duplicates")
        .get(alike::of_record)
        .on(config);
    route("/accounts/{id}/removal")
        .post(remove::<Accounts>)
        .on(config);
    route("/accounts/{id}/fields/{field}")
        .get(show_fact::<Accounts>)
        .post(update_fact::<Accounts>)
        .on(config);
    route("/accounts/{id}/fields/{field}/edit")
        .get(edit_fact::<Accounts>)
        .on(config);
    route("/accounts/{id}/tags")
        .post(tags::put_on::<Accounts>)
        .on(config);
    route("/accounts/{id}/tags/{tag_id}/removal")
        .post(tags::take_off::<Accounts>)
        .on(config);
}
