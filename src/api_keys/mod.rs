//! Keys with which programs use the API.
//!
//! Invariants: a key is shown once and stored hashed; it may never do more than its maker; a revoked key stays revoked;
//! making and revoking are operations. How a key becomes an actor is `auth::keys`.

pub mod actions;
pub mod forms;
mod model;
mod pages;
mod queries;
mod views;

pub use model::ApiKey;

use crate::web::routes::route;
use actix_web::web::ServiceConfig;

/// Their addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/api-keys")
        .get(pages::index)
        .post(pages::create)
        .on(config);
    route("/api-keys/new").get(pages::new).on(config);
    route("/api-keys/{id}").get(pages::show).on(config);
    route("/api-keys/{id}/revocation")
        .post(pages::revoke)
        .on(config);
}
