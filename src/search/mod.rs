//! Search over everything, and the index's life: built at the first start, built anew on demand.
//!
//! A kind of records is found through `search_index`; few things (tags, KPIs, pages) are looked through as they are.

mod few;
mod hits;
mod pages;
mod rebuild;
mod recent;
mod records;
mod views;

pub use pages::routes;
pub use rebuild::{build_if_needed, rebuild};

use crate::search_index::Indexed;

/// Every kind of records in the index.
pub const KINDS: &[&dyn Indexed] = &[
    &crate::accounts::indexing::IndexedAccounts,
    &crate::contacts::indexing::IndexedContacts,
];
