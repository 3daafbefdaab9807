//! The organisation's own settings: one row, versioned, every change an operation.

pub mod actions;
mod forms;
pub mod model;
mod pages;
pub mod queries;
mod views;
pub mod zones;

pub use model::Settings;

use crate::web::routes::route;
use actix_web::web::ServiceConfig;

/// Its addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/organisation")
        .get(pages::edit)
        .post(pages::update)
        .on(config);
}
