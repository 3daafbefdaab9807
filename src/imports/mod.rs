//! Files into records. Reading takes any separator, any of the usual encodings, headers in Swedish or English; rows go
//! through the forms' own rules and the slices' own actions.
//!
//! Invariants: one import is one operation, whatever the number of its transactions; a row is taken whole, taken without
//! the values that the report names, or not taken and reported; the same file again changes nothing.

mod account_columns;
mod account_index;
mod accounts;
mod apply;
mod batches;
mod belonging;
mod cells;
mod contact_columns;
mod contact_index;
mod contacts;
mod counts;
mod delimiter;
mod draft;
mod employers;
mod encoding;
mod headers;
mod kinds;
pub mod kpi_values;
mod lines;
mod matching;
mod merging;
mod problems;
mod records;
mod rejects;
mod roles;
mod table;
mod waiting;
mod writing;
mod xlsx;

#[cfg(test)]
mod tests;

pub use account_columns::AccountColumn;
pub use apply::{Done, ImportError, Order, What, import};
pub use contact_columns::ContactColumn;
pub use counts::{Counts, Fate};
pub use draft::Problem;
pub use encoding::Encoding;
use headers::REPORT_COLUMNS;
pub use headers::{Column, Mapping, Synonyms, Target, split_full_name};
pub use problems::{RowError, RowProblem, TableError};
pub use records::RECORD_MAX_BYTES;
pub(crate) use rejects::Rejects;
pub use table::{Row, Table};

/// Its addresses.
pub(crate) fn routes(config: &mut actix_web::web::ServiceConfig) {
    kpi_values::routes(config);
}
