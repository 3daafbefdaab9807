//! KPIs: what an organisation measures, a value per period, a target per period, and how the two compare.
//!
//! Invariants: numbers are exact decimals; a definition, an account or none, and a period have at most one value; a
//! period that is over keeps the target it was judged against; in a locked period nothing is written; a correction keeps
//! the old value, who and when.

pub mod actions;
pub(crate) mod api;
mod chart;
pub mod counting;
pub mod decimal;
pub mod forms;
pub mod grid;
pub mod merging;
pub mod model;
pub mod number;
mod pages;
pub mod period;
mod purge;
pub mod queries;
pub mod report;
pub mod reversers;
#[cfg(test)]
mod sample;
pub mod standing;
pub mod targets;
mod views;

use actix_web::web::ServiceConfig;

pub use decimal::Decimal;
pub use period::{Cadence, Period};
pub use purge::purge_at;
pub use views::{GLANCE, Glance, missing_tile, tiles};

/// Their addresses.
pub fn routes(config: &mut ServiceConfig) {
    pages::routes(config);
}
