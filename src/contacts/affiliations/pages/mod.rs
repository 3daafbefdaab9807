//! HTML and htmx handlers of affiliations. Both panels come back whole: a change moves rows and the primary mark.

mod answer;
mod at_account;
mod of_contact;

use crate::web::routes::route;
use actix_web::web::ServiceConfig;

pub use at_account::account_panel;
pub(in crate::contacts) use of_contact::contact_panel;

/// Their addresses.
pub(in crate::contacts) fn routes(config: &mut ServiceConfig) {
    route("/contacts/{id}/affiliations")
        .get(of_contact::show)
        .post(of_contact::create)
        .on(config);
    route("/contacts/{id}/affiliations/new")
        .get(of_contact::new)
        .on(config);
    route("/affiliations/{id}")
        .post(of_contact::update)
        .on(config);
    route("/affiliations/{id}/edit")
        .get(of_contact::edit)
        .on(config);
    route("/affiliations/{id}/removal")
        .post(of_contact::remove)
        .on(config);
    route("/accounts/{id}/contacts")
        .post(at_account::create)
        .on(config);
    route("/accounts/{id}/contacts/new")
        .get(at_account::new)
        .on(config);
}
