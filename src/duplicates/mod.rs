//! Likely duplicates: how records that look like one and the same are shown, under a form that is being filled in and on
//! the page of a record, and which pairs somebody has found to be two.
//!
//! What looks alike is asked by each kind of record itself (`accounts::alike`, `contacts::alike`), by its own indexes.
//! Invariants: showing a match never refuses a save for good; a form is stopped once for each record it has not shown.

mod found;
mod likely;
mod matches;
mod pairs;
mod views;

pub use found::Found;
pub use likely::{LARGEST, LikelyPair, Pairs, Place as ListPlace, likely, replace};
pub use matches::{MOST, Match, Reason, best};
pub use pairs::{DISTINCT_FROM, distinct_from, purge, remember, take_back};
pub use views::{OnRecord, Place, UnderForm};
