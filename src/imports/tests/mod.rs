//! Reading the files that people have.

mod encodings;
mod faults;
mod fixtures;
mod headers;
mod separators;

use std::io::Cursor;

use super::{Row, RowError, Table, TableError};

/// The table of `bytes`.
fn table(bytes: impl AsRef<[u8]>) -> Result<Table, TableError> {
    let bytes = bytes.as_ref().to_vec();
    let length = bytes.len() as u64;
    Table::read(Cursor::new(bytes), length)
}

/// Everything in the table of `bytes`.
fn rows(bytes: impl AsRef<[u8]>) -> Vec<Result<Row, RowError>> {
    table(bytes).expect("a table").collect()
}

/// The rows of a table without faults.
fn good_rows(bytes: impl AsRef<[u8]>) -> Vec<Row> {
    rows(bytes)
        .into_iter()
        .map(|row| row.expect("a row"))
        .collect()
}

/// The message that the file of `bytes` is refused with.
fn refusal(bytes: impl AsRef<[u8]>) -> &'static str {
    match table(bytes) {
        Ok(_) => panic!("should be refused"),
        Err(error) => error.message().key,
    }
}
