//! Many records changed or deleted at once, as one operation.
//!
//! What is chosen is the rows of a page by their ids, or all that a list's filter matches. A preview says what will
//! happen; the confirmation carries the number that the preview said, and is refused when it is another by then. Up to
//! [`IN_REQUEST`] rows are one transaction; more are a job in batches that goes on where it stopped.

mod actions;
mod job;
mod order;
mod pages;
mod views;

pub use job::JOB;
pub(crate) use pages::routes;

/// More rows than this are changed in the background.
pub const IN_REQUEST: usize = 1_000;
/// Rows of one batch: few enough that others are not kept waiting, many enough that committing costs little.
const BATCH: usize = 500;
