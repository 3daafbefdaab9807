//! Reading files that people have: any separator, any of the usual encodings, headers in Swedish or English.

mod account_columns;
mod cells;
mod contact_columns;
mod delimiter;
mod encoding;
mod headers;
mod problems;
mod records;
mod table;

#[cfg(test)]
mod tests;

pub use account_columns::AccountColumn;
pub use contact_columns::ContactColumn;
pub use encoding::Encoding;
pub use headers::{Column, Mapping, Synonyms, Target, split_full_name};
pub use problems::{RowError, RowProblem, TableError};
pub use records::RECORD_MAX_BYTES;
pub use table::{Row, Table};
