//! Affiliations: a contact's dated roles at accounts.
//!
//! Invariants: a role does not end before it began; of a contact's living roles exactly one is the primary one, whose
//! account stands beside the name in lists; every change is an operation.

pub mod actions;
pub(crate) mod api;
mod first;
pub mod forms;
pub mod joining;
pub mod many;
pub mod merging;
pub mod model;
mod pages;
mod primary;
mod purge;
pub mod queries;
mod reversal;
pub(super) mod roles;
mod shown;
mod views;

pub use first::insert_first;
pub use model::{Affiliation, AffiliationId, AffiliationInput};
pub use pages::account_panel;
pub(super) use pages::{contact_panel, routes};
pub use purge::purge_at;
pub use reversal::Reversal;
