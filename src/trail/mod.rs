//! Reading what was recorded: the history of a record, recent changes for everybody, the audit list for admins.
//!
//! Invariants: only kinds about records are for everybody; sentences and values are put into words when they are read,
//! in the reader's language; what an older or newer version recorded is shown as well as it can be, and never fails a
//! page; secrets are not shown even if they were recorded.

pub(crate) mod api;
mod history;
mod listing;
mod named;
mod names;
mod operation;
mod other_side;
mod pages;
mod progress;
mod queries;
mod recent;
mod record_queries;
mod undoing;
mod values;
mod views;
mod words;

pub(crate) use names::{Names, Wanted};
pub(crate) use values::{label, shown};
pub(crate) use words::{sentence, who};

pub use history::{account_history, contact_history};
pub(crate) use pages::routes;
pub use recent::{Touched, recent_entries, touched_by};
