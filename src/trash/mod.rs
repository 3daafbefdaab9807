//! The trash: deleted accounts and contacts, until their time is up.
//!
//! Invariants: restoring is one operation for all that were chosen, all or none, and can be undone; what is past its time
//! leaves through the slices' own `purge`, and of its last operation history keeps names only.

mod api;
mod deleters;
mod listing;
mod pages;
mod purge;
mod restore;
mod views;

pub(crate) use api::api_routes;
pub(crate) use pages::routes;
pub use purge::{PURGE, purge};
pub use restore::{RestoreError, restore};
