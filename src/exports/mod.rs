//! Lists as files: exactly the rows that a filter matches, in the list's order, with the columns somebody chose.
//!
//! Invariants: a file is written batch by batch as it is read, so memory does not grow with rows; a file that was cut off
//! never looks whole; our own import reads every file back; every export is an operation.
//!
//! A list that can be exported is a [`Source`] in [`SOURCES`].

mod accounts;
mod contacts;
mod csv;
mod facts;
mod field;
mod format;
mod pages;
mod request;
mod run;
mod source;
mod stream;
mod views;
mod writer;
mod xlsx;

#[cfg(test)]
mod tests;

pub use field::{Field, Value};
pub use format::Format;
pub(crate) use pages::routes;
pub use request::Request;
pub use run::{ExportError, Run};
pub use source::{SOURCES, Source};
