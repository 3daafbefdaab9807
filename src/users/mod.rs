//! People: setup, registration, approval, invitations, new passwords, roles, own settings.
//!
//! Invariants: there is always an active admin once there has been one; only an admin's approval or invitation lets
//! somebody in; nobody chooses another person's password; one-time links are stored hashed and work once.

pub mod actions;
pub(crate) mod api;
pub mod forms;
mod letters;
mod listing;
pub mod model;
mod pages;
pub mod queries;
mod setup;
mod views;

pub use actions::UserError;
pub use model::User;
pub use setup::setup_link;

use crate::web::routes::route;
use actix_web::web::ServiceConfig;
use pages::{
    approval, invitations, own, own_password, password, people, person, register, rights,
    setup as setup_pages,
};

/// Its addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/setup")
        .get(setup_pages::form)
        .post(setup_pages::create)
        .on(config);
    route("/register")
        .get(register::form)
        .post(register::create)
        .on(config);
    route("/register/waiting").get(register::waiting).on(config);
    route("/links").get(password::open_link).on(config);
    route("/password/new")
        .get(password::form)
        .post(password::create)
        .on(config);
    route("/people").get(people::index).on(config);
    route("/invitations/new").get(invitations::form).on(config);
    route("/invitations").post(invitations::create).on(config);
    route("/people/{id}").get(person::show).on(config);
    route("/people/{id}/approval")
        .post(approval::approve)
        .on(config);
    route("/people/{id}/rejection")
        .post(approval::reject)
        .on(config);
    route("/people/{id}/role")
        .post(rights::change_role)
        .on(config);
    route("/people/{id}/disablement")
        .post(rights::disable)
        .on(config);
    route("/people/{id}/disablement/removal")
        .post(rights::enable)
        .on(config);
    route("/people/{id}/sessions/removal")
        .post(rights::end_sessions)
        .on(config);
    route("/people/{id}/reset-link")
        .post(invitations::make_link)
        .on(config);
    route("/settings")
        .get(own::edit)
        .post(own::update)
        .on(config);
    route("/settings/email")
        .get(own::email_form)
        .post(own::change_email)
        .on(config);
    route("/settings/password")
        .get(own_password::own_form)
        .post(own_password::change)
        .on(config);
}
