//! Rows as a spreadsheet (Office Open XML), written as it goes: the sheet is deflated row by row, and the archive's
//! directory, without which no program opens it, comes last.

mod archive;
mod cells;
mod parts;

use super::{ExportError, Value};
use archive::Archive;

/// Rows of a sheet, headings included.
const ROWS_MAX: u64 = 1_048_576;

/// A spreadsheet on its way.
pub(super) struct Workbook {
    archive: Archive,
    row: u64,
}

impl Workbook {
    /// Begins one whose columns have these headings and widths.
    pub fn begin(headings: &[(String, u8)]) -> Result<Self, ExportError> {
        let mut archive = Archive::default();
        for (name, text) in parts::FIXED {
            archive.begin(name)?;
            archive.write(text.as_bytes())?;
            archive.end()?;
        }
        archive.begin("xl/worksheets/sheet1.xml")?;
        archive.write(parts::sheet_head(headings).as_bytes())?;
        let mut workbook = Self { archive, row: 0 };
        let titles: Vec<Value> = headings
            .iter()
            .map(|(text, _)| Value::Text(text.clone()))
            .collect();
        workbook.line(&titles, true)?;
        Ok(workbook)
    }

    /// Adds rows.
    pub fn rows(&mut self, rows: &[Vec<Value>]) -> Result<(), ExportError> {
        rows.iter().try_for_each(|row| self.line(row, false))
    }

    fn line(&mut self, row: &[Value], is_heading: bool) -> Result<(), ExportError> {
        self.row += 1;
        if self.row > ROWS_MAX {
            return Err(ExportError::Format("a sheet holds no more rows".to_owned()));
        }
        let text = cells::row(self.row, row, is_heading);
        self.archive.write(text.as_bytes())
    }

    /// Ends the sheet and the archive.
    pub fn end(&mut self) -> Result<(), ExportError> {
        self.archive.write(parts::SHEET_END.as_bytes())?;
        self.archive.end()?;
        self.archive.finish()
    }

    /// What has been written since the last time.
    pub fn take(&mut self) -> Vec<u8> {
        self.archive.take()
    }
}
