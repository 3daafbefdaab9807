//! A file as a header and rows, read as a stream.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek};
use std::path::Path;

use super::cells::Cells;
use super::encoding::{self, Decoder, HEAD_BYTES};
use super::lines::{Lines, Source};
use super::records::Records;
use super::xlsx::Workbook;
use super::{Encoding, RowError, RowProblem, TableError, delimiter};

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
    lines: Lines,
    first: Option<Result<Row, RowError>>,
}

impl Table {
    /// Opens a file and reads its header.
    pub fn open(path: &Path) -> Result<Self, TableError> {
        let mut file = File::open(path)?;
        let total_bytes = file.metadata()?.len();
        let mut mark = Vec::new();
        file.by_ref().take(4).read_to_end(&mut mark)?;
        if mark == b"PK\x03\x04" {
            let lines = Lines::Sheet(Box::new(Workbook::open(path)?));
            // The report is text, for the same Excel.
            return Self::begin(lines, b';', total_bytes);
        }
        file.rewind()?;
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
        let mut records = Records::new(Decoder::new(whole, encoding, bom as u64), delimiter);
        if is_named {
            records.next_record()?;
        }
        let lines = Lines::Text(Box::new(records), Cells::new(delimiter));
        Self::begin(lines, delimiter, total_bytes)
    }

    fn begin(lines: Lines, delimiter: u8, total_bytes: u64) -> Result<Self, TableError> {
        let mut table = Self {
            headers: Vec::new(),
            delimiter,
            total_bytes,
            lines,
            first: None,
        };
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
        match &self.lines {
            Lines::Text(records, _) => records.source.encoding,
            Lines::Sheet(_) => Encoding::Utf8,
        }
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
        let position = match &self.lines {
            Lines::Text(records, _) => records.source.position,
            Lines::Sheet(workbook) => workbook.position(),
        };
        position.min(self.total_bytes)
    }

    fn read_headers(&mut self) -> Result<(), TableError> {
        let line = self.lines.next_line()?.ok_or(TableError::Empty)?;
        let Ok(mut cells) = line.cells else {
            return Err(TableError::HeaderUnreadable);
        };
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
            let line = match self.lines.next_line() {
                Ok(line) => line?,
                Err(error) => return Some(Err(self.give_up(&error))),
            };
            let fitted = line.cells.and_then(|cells| self.fit(cells));
            match fitted {
                Ok(cells) if cells.iter().all(|cell| cell.trim().is_empty()) => {}
                Ok(cells) => {
                    let line = line.number;
                    return Some(Ok(Row { line, cells }));
                }
                Err(problem) => {
                    return Some(Err(RowError {
                        line: line.number,
                        problem,
                        excerpt: line.excerpt,
                    }));
                }
            }
        }
    }

    /// As many cells as there are columns.
    fn fit(&self, mut cells: Vec<String>) -> Result<Vec<String>, RowProblem> {
        let expected = self.headers.len();
        let is_surplus = |cell: &String| cell.trim().is_empty();
        if let Lines::Sheet(_) = self.lines {
            // A sheet leaves empty cells out.
            cells.resize(cells.len().max(expected), String::new());
        }
        let surplus = cells.get(expected..).unwrap_or_default();
        if surplus.iter().all(is_surplus) {
            cells.truncate(expected);
        }
        if cells.len() != expected && !cells.iter().all(is_surplus) {
            let found = cells.len();
            return Err(RowProblem::Cells { found, expected });
        }
        Ok(cells)
    }

    fn give_up(&mut self, error: &io::Error) -> RowError {
        RowError {
            line: self.lines.stop(),
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
