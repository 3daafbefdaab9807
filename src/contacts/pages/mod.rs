//! HTML and htmx handlers of contacts: extract, one `db.run`, respond.

pub(super) mod alike;
mod index;
mod new;
mod records;
mod show;

use super::affiliations;
use crate::tags;
use crate::web::record::{edit, edit_fact, remove, show_fact, update, update_fact};
use crate::web::routes::route;
use actix_web::web::ServiceConfig;

pub(crate) use records::Contacts;

/// Their addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/contacts")
        .get(index::index)
        .post(new::create)
        .on(config);
    route("/contacts/new").get(new::new).on(config);
    route("/contacts/options").get(index::options).on(config);
    route("/contacts/duplicates")
        .get(alike::duplicates)
        .on(config);
    route("/contacts/{id}")
        .get(show::show)
        .post(update::<Contacts>)
        .on(config);
    route("/contacts/{id}/edit")
        .get(edit::<Contacts>)
        .on(config);
    route("/contacts/{id}/duplicates")
        .get(alike::of_record)
        .on(config);
    route("/contacts/{id}/removal")
        .post(remove::<Contacts>)
        .on(config);
    route("/contacts/{id}/fields/{field}")
        .get(show_fact::<Contacts>)
        .post(update_fact::<Contacts>)
        .on(config);
    route("/contacts/{id}/fields/{field}/edit")
        .get(edit_fact::<Contacts>)
        .on(config);
    route("/contacts/{id}/tags")
        .post(tags::put_on::<Contacts>)
        .on(config);
    route("/contacts/{id}/tags/{tag_id}/removal")
        .post(tags::take_off::<Contacts>)
        .on(config);
    affiliations::routes(config);
}
