//! Two records that are one: compared side by side, merged into one of them, or found to be two after all.
//!
//! Invariants: a merge is one operation that is told of every row it touches, so that history shows it and undo takes it
//! back; the record that goes lies in the trash, and its address leads to the one that stays; both are as they were shown,
//! or the comparison is shown anew; nothing that hung on the one that goes is lost (`app::MOVINGS`).

mod accounts;
mod actions;
mod choices;
mod comparison;
mod contacts;
mod finding;
mod mergeable;
mod pages;
mod views;
mod worklist;

pub use finding::{FIND_DUPLICATES, FIND_DUPLICATES_NOW};
pub(crate) use pages::routes;
