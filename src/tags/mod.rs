//! Tags: labels on accounts and contacts. A tag is made the first time somebody uses its name.
//!
//! This slice knows which tags a record has; whether somebody may see or change that record is asked by the record's
//! own slice before it calls here.

mod actions;
pub mod merging;
mod model;
mod pages;
mod queries;
mod reversal;

use actix_web::web::ServiceConfig;

pub use actions::{TagError, add, purge_unused, put, remove};
pub use model::{Carriers, Colour, Tag, TagId, Tagged};
pub use pages::{Taggable, on_page, put_on, take_off};
pub use queries::{all, choices, of, of_each};
pub use reversal::take_back;

/// Its addresses: none of its own yet, tags are put on and taken off at their record.
pub fn routes(_: &mut ServiceConfig) {}
