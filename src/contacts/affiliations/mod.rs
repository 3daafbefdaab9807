//! Affiliations: a contact's dated roles at accounts.
//!
//! Invariants: a role does not end before it began; of a contact's living roles exactly one is the primary one, whose
//! account stands beside the name in lists; every change is an operation.

pub mod actions;
pub mod model;
mod primary;
mod purge;
pub mod queries;

pub use model::{Affiliation, AffiliationId, AffiliationInput};
pub use purge::purge_at;
