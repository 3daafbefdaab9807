//! Why a file or a row of it cannot be read.

use std::io;

use super::records::RECORD_MAX_BYTES;
use crate::i18n::Message;

/// Why a file is refused as a whole.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The file cannot be opened or read.
    #[error("the file cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    /// Nothing is in it.
    #[error("the file is empty")]
    Empty,
    /// Only a header is in it.
    #[error("the file has a header and no rows")]
    NoRows,
    /// An old Excel file, or a ZIP archive that is no spreadsheet.
    #[error("the file is an old Excel or a ZIP file")]
    Excel,
    /// A spreadsheet that cannot be read, and why.
    #[error("the spreadsheet cannot be read: {0}")]
    Spreadsheet(String),
    /// Something other than text: a picture, a PDF, NUL bytes.
    #[error("the file is not text")]
    Binary,
    /// HTML or XML, as some programs call "Excel export".
    #[error("the file is HTML or XML")]
    Markup,
    /// UTF-16, with or without a byte order mark.
    #[error("the file is UTF-16")]
    Utf16,
    /// The header is longer than a row may be, or a quote in it is never closed.
    #[error("the header cannot be read")]
    HeaderUnreadable,
    /// Two columns have one name; their numbers count from 1.
    #[error("columns {first} and {second} are both called {header:?}")]
    DuplicateHeader {
        /// The name, as in the second column.
        header: String,
        /// The first column.
        first: usize,
        /// The second column.
        second: usize,
    },
}

impl TableError {
    /// What to tell the person who chose the file.
    pub fn message(&self) -> Message {
        match self {
            Self::Unreadable(error) => {
                Message::new("fields-file-unreadable").arg("reason", error.to_string())
            }
            Self::Empty => Message::new("fields-file-empty"),
            Self::NoRows => Message::new("fields-file-no-rows"),
            Self::Excel => Message::new("fields-file-excel"),
            Self::Spreadsheet(reason) => {
                Message::new("fields-file-spreadsheet").arg("reason", reason)
            }
            Self::Binary => Message::new("fields-file-binary"),
            Self::Markup => Message::new("fields-file-markup"),
            Self::Utf16 => Message::new("fields-file-utf-16"),
            Self::HeaderUnreadable => Message::new("fields-file-header-unreadable"),
            Self::DuplicateHeader {
                header,
                first,
                second,
            } => Message::new("fields-file-duplicate-header")
                .arg("header", header)
                .arg("first", *first)
                .arg("second", *second),
        }
    }
}

/// A row that cannot be taken apart into cells.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem:?}")]
pub struct RowError {
    /// The line of the file where the row starts, counted from 1.
    pub line: u64,
    /// Why.
    pub problem: RowProblem,
    /// How the row begins, for the report.
    pub excerpt: String,
}

/// Why a row cannot be taken apart into cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowProblem {
    /// More or fewer cells than the header has columns.
    Cells {
        /// Cells of the row.
        found: usize,
        /// Columns of the header.
        expected: usize,
    },
    /// A quote is never closed; the rows after this line are read.
    OpenQuote,
    /// A quote is never closed and nothing after it could be read.
    RestUnread,
    /// Longer than [`RECORD_MAX_BYTES`].
    TooLong,
    /// Holds NUL characters.
    Nul,
    /// The file could not be read further.
    Unreadable(String),
}

impl RowError {
    /// What to tell the person whose file it is.
    pub fn message(&self) -> Message {
        match &self.problem {
            RowProblem::Cells { found, expected } => Message::new("fields-file-row-cells")
                .arg("found", *found)
                .arg("expected", *expected),
            RowProblem::OpenQuote => Message::new("fields-file-row-open-quote"),
            RowProblem::RestUnread => Message::new("fields-file-row-rest-unread"),
            RowProblem::TooLong => {
                Message::new("fields-file-row-too-long").arg("max", RECORD_MAX_BYTES)
            }
            RowProblem::Nul => Message::new("fields-file-row-nul"),
            RowProblem::Unreadable(reason) => {
                Message::new("fields-file-row-unreadable").arg("reason", reason)
            }
        }
    }
}
