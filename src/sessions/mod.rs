//! Signing in and out, and "My sessions".
//!
//! Invariants: a session is a row, and ends with it; every sign-in makes a new one; whoever fails waits longer and
//! longer; an unknown e-mail address, a wrong password and a person who may not sign in look the same, unless the
//! password is right.

pub mod actions;
pub(crate) mod api;
mod browser;
mod confirm;
pub mod ending;
mod model;
mod next;
mod pages;
mod queries;
mod views;

pub use confirm::{Confirmed, confirm_password};
pub use model::Visit;

use crate::web::routes::route;
use actix_web::web::ServiceConfig;

/// Its addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/login")
        .get(pages::sign_in::form)
        .post(pages::sign_in::create)
        .on(config);
    route("/session/removal")
        .post(pages::sign_out::remove)
        .on(config);
    route("/settings/sessions")
        .get(pages::mine::index)
        .on(config);
    route("/settings/sessions/others/removal")
        .post(pages::mine::remove_others)
        .on(config);
    route("/settings/sessions/removal")
        .post(pages::mine::remove_all)
        .on(config);
    route("/settings/sessions/{id}/removal")
        .post(pages::mine::remove)
        .on(config);
}
