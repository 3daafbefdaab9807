//! Accounts: organisations.
//!
//! Invariants: an organisation number is unique among living accounts; parents form no loop; a deleted account keeps
//! its row; every change is an operation; an edit names the version it started from.

pub mod actions;
pub mod alike;
pub(crate) mod api;
mod bulk;
mod codes;
mod columns;
pub mod forms;
pub(crate) mod indexing;
mod likely;
pub mod listing;
pub mod many;
pub mod merging;
pub mod model;
mod pages;
mod parents;
mod purge;
pub mod queries;
mod reversal;
mod views;

pub(crate) use api::api_routes;
pub use bulk::ManyAccounts;
pub use likely::likely_pairs;
pub(crate) use pages::{Accounts, routes};
pub use purge::purge;
pub use reversal::Reversal;
