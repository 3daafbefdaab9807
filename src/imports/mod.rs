//! Being built.
use actix_web::web::ServiceConfig;

/// Its addresses.
pub fn routes(_: &mut ServiceConfig) {}
