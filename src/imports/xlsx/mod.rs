//! Spreadsheets (`.xlsx`) as rows of text, read as a stream.
//!
//! A spreadsheet is a zip archive of XML. Nothing in it is trusted: what unpacks to more than [`UNPACKED_MAX`], declares
//! entities or has a piece longer than a row may be is refused, so that memory stays bounded whatever the file says.

mod archive;
mod cells;
mod sheet;
mod strings;
mod styles;
mod xml;

use super::{RowProblem, TableError};
use archive::Archive;
use sheet::Sheet;
use std::io;
use std::path::Path;

/// The most that a sheet may unpack to.
const UNPACKED_MAX: u64 = 1024 * 1024 * 1024;
/// The most that the other parts may: they are kept in memory.
const PART_MAX: u64 = 64 * 1024 * 1024;
/// Columns of a sheet that are read.
const COLUMNS_MAX: usize = 1_000;

/// A row: its number, and its cells as text.
pub(super) struct SheetRow {
    pub line: u64,
    pub cells: Result<Vec<String>, RowProblem>,
}

/// The first sheet of an open spreadsheet.
pub(super) struct Workbook {
    sheet: Sheet,
}

impl Workbook {
    /// Opens a file that begins like a zip archive.
    pub fn open(path: &Path) -> Result<Self, TableError> {
        let archive = Archive::open(path).map_err(refused)?;
        if !archive.has("xl/workbook.xml") {
            return Err(TableError::Excel);
        }
        let sheet = Sheet::open(&archive).map_err(refused)?;
        Ok(Self { sheet })
    }

    /// The next row that has any cell.
    pub fn next_row(&mut self) -> io::Result<Option<SheetRow>> {
        self.sheet.next_row()
    }

    /// Reads no further; the row it stopped at.
    pub fn stop(&mut self) -> u64 {
        self.sheet.stop()
    }

    /// Bytes read of the file, for progress.
    pub fn position(&self) -> u64 {
        self.sheet.position()
    }
}

/// What is broken inside is not the reader's disk.
fn refused(error: io::Error) -> TableError {
    match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => {
            TableError::Spreadsheet(error.to_string())
        }
        _ => TableError::Unreadable(error),
    }
}

/// Something is not as the format has it.
fn broken(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what.to_owned())
}
