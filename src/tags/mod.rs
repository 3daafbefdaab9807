//! Tags: labels on accounts and contacts. Managers keep them; staff put them on records and take them off.
//!
//! This slice knows which tags a record has; whether somebody may see or change that record is asked by the record's
//! own slice before it calls here.

mod actions;
mod definitions;
mod many;
pub mod merging;
mod model;
mod pages;
mod queries;
mod reversal;

use crate::fields::{TAG_MAX, text};
use crate::i18n::Message;

pub use actions::{TagError, add, purge_unused, put, remove};
pub use definitions::{Reversal, routes};
pub use many::{put_on_many, take_off_many};
pub use model::{Carriers, Colour, Tag, TagId, Tagged, subject};
pub use pages::{Taggable, on_page, put_on, take_off};
pub use queries::{all, choices, names, of, of_each};
pub use reversal::take_back;

/// A tag's name, by its rule: what separates tags in a file cannot be part of one.
pub fn name(raw: &str) -> Result<String, Message> {
    let name = text::required_line(raw, TAG_MAX)?;
    match name.contains([',', ';', '|']) {
        true => Err(Message::new("tags-name-separators")),
        false => Ok(name),
    }
}
