//! A CSV file as a header and rows, read as a stream.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;

use super::cells::Cells;
use super::encoding::{self, Decoder, HEAD_BYTES};
use super::records::{Record, Records};
use super::{Encoding, RowError, RowProblem, TableError, delimiter};

type Source = Box<dyn Read + Send>;

/// A row that has as many cells as the header has columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file where the row starts, counted from 1.
    pub line: u64,
    /// One text a column.
    pub cells: Vec<String>,
}

/// An open file: its header, and its rows by iterating. Rows without any content are passed over.
pub struct Table {
    headers: Vec<String>,
    delimiter: u8,
    total_bytes: u64,
    records: Records<Source>,
    cells: Cells,
    first: Option<Result<Row, RowError>>,
}

impl Table {
    /// Opens a file and reads its header.
    pub fn open(path: &Path) -> Result<Self, TableError> {
        let file = File::open(path)?;
        let total_bytes = file.metadata()?.len();
        Self::read(file, total_bytes)
    }

    /// Reads the header of what `source` gives; `total_bytes` is what progress counts towards.
    pub fn read(source: impl Read + Send + 'static, total_bytes: u64) -> Result<Self, TableError> {
        let mut source = source;
        let mut head = Vec::new();
        source
            .by_ref()
            .take(HEAD_BYTES as u64)
            .read_to_end(&mut head)?;
        let (encoding, bom) = encoding::sniff(&head)?;
        let text = head.split_off(bom);
        let delimiter = delimiter::detect(&text);
        let is_named = delimiter::named(&text).is_some();
        let whole: Source = Box::new(Cursor::new(text).chain(source));
        let mut table = Self {
            headers: Vec::new(),
            delimiter,
            total_bytes,
            records: Records::new(Decoder::new(whole, encoding, bom as u64), delimiter),
            cells: Cells::new(delimiter),
            first: None,
        };
        if is_named {
            table.records.next_record()?;
        }
        table.read_headers()?;
        table.first = Some(table.next_row().ok_or(TableError::NoRows)?);
        Ok(table)
    }

    /// The names of the columns, with single spaces. A column without a name has a number: `#3`.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// How the text is coded, as far as it has been read.
    pub fn encoding(&self) -> Encoding {
        self.records.source.encoding
    }

    /// What separates the cells.
    pub fn delimiter(&self) -> char {
        char::from(self.delimiter)
    }

    /// The size of the file.
    pub fn total_bytes(&self) -> u64 {
        self.total_bytes
    }

    /// How far the file has been read.
    pub fn position(&self) -> u64 {
        self.records.source.position.min(self.total_bytes)
    }

    fn read_headers(&mut self) -> Result<(), TableError> {
        let record = self.records.next_record()?.ok_or(TableError::Empty)?;
        if record.problem.is_some() {
            return Err(TableError::HeaderUnreadable);
        }
        let mut cells = self.cells.split(&record.text)?;
        // Separators at the end of each line make no columns.
        while cells.last().is_some_and(|last| last.trim().is_empty()) {
            cells.pop();
        }
        if cells.is_empty() {
            return Err(TableError::Empty);
        }
        let mut seen = HashMap::new();
        for (index, cell) in cells.iter().enumerate() {
            let number = index + 1;
            let mut header = cell.split_whitespace().collect::<Vec<_>>().join(" ");
            if header.is_empty() {
                header = format!("#{number}");
            }
            if let Some(first) = seen.insert(header.to_lowercase(), number) {
                return Err(TableError::DuplicateHeader {
                    header,
                    first,
                    second: number,
                });
            }
            self.headers.push(header);
        }
        Ok(())
    }

    fn next_row(&mut self) -> Option<Result<Row, RowError>> {
        loop {
            let record = match self.records.next_record() {
                Ok(record) => record?,
                Err(error) => return Some(Err(self.give_up(&error))),
            };
            match self.row(&record) {
                Ok(row) if row.cells.iter().all(|cell| cell.trim().is_empty()) => {}
                Ok(row) => return Some(Ok(row)),
                Err(problem) => {
                    return Some(Err(RowError {
                        line: record.line,
                        problem,
                        excerpt: record.excerpt(),
                    }));
                }
            }
        }
    }

    fn row(&mut self, record: &Record) -> Result<Row, RowProblem> {
        if let Some(problem) = &record.problem {
            return Err(problem.clone());
        }
        let unreadable = |error: io::Error| RowProblem::Unreadable(error.to_string());
        let mut cells = self.cells.split(&record.text).map_err(unreadable)?;
        let expected = self.headers.len();
        let is_surplus = |cell: &String| cell.trim().is_empty();
        let surplus = cells.get(expected..).unwrap_or_default();
        if surplus.iter().all(is_surplus) {
            cells.truncate(expected);
        }
        if cells.len() != expected && !cells.iter().all(is_surplus) {
            let found = cells.len();
            return Err(RowProblem::Cells { found, expected });
        }
        Ok(Row {
            line: record.line,
            cells,
        })
    }

    fn give_up(&mut self, error: &io::Error) -> RowError {
        RowError {
            line: self.records.stop(),
            problem: RowProblem::Unreadable(error.to_string()),
            excerpt: String::new(),
        }
    }
}

impl Iterator for Table {
    type Item = Result<Row, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.first.take().or_else(|| self.next_row())
    }
}
