//! Being built.
use crate::web::{AppError, State};
use actix_web::web::ServiceConfig;

/// Its addresses.
pub fn routes(_: &mut ServiceConfig) {}

/// The link of the setup page.
pub fn setup_link(_: &State) -> Result<Option<String>, AppError> {
    Ok(None)
}
