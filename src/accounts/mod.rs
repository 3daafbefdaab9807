//! Accounts: organisations.
//!
//! Invariants: an organisation number is unique among living accounts; parents form no loop; a deleted account keeps
//! its row; every change is an operation; an edit names the version it started from.

pub mod actions;
pub mod forms;
pub mod listing;
pub mod model;
mod parents;
pub mod queries;

use actix_web::web::ServiceConfig;

/// Its addresses.
pub fn routes(_: &mut ServiceConfig) {}
