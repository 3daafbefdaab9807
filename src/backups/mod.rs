//! Backups: which there are, and the proof that one can be restored. `scripts/backup` makes them and `scripts/restore` puts
//! them back; they need neither Rust nor this program, so they also work where it does not.
//!
//! A backup is proven by restoring it into a private server, dumping that again, and comparing both dumps row by row.

pub mod actions;
mod dump;
mod proof;
pub mod queries;
mod scratch;
mod tally;

pub use proof::{Found, ProofError, Report, prove};
pub use queries::Standing;
