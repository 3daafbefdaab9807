//! Contacts: people, and their roles at accounts.
//!
//! Invariants: a contact has a first or a last name; a contact with roles has exactly one primary one; a deleted contact
//! keeps its row and its roles; every change is an operation; an edit names the version it started from.

pub(crate) mod account_names;
pub mod actions;
pub mod affiliations;
pub mod alike;
pub(crate) mod api;
mod bulk;
mod columns;
pub mod forms;
pub(crate) mod indexing;
mod likely;
pub mod listing;
pub mod many;
pub mod merging;
pub mod model;
mod pages;
mod purge;
pub mod queries;
mod reversal;
mod views;

pub use affiliations::account_panel;
pub(crate) use api::api_routes;
pub use bulk::ManyContacts;
pub use likely::likely_pairs;
pub(crate) use pages::{Contacts, routes};
pub use purge::purge;
pub use reversal::Reversal;
