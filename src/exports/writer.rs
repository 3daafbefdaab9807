//! The file on its way, whatever its format.

use super::xlsx::Workbook;
use super::{ExportError, Format, Value, csv};

/// Writes a file piece by piece.
pub(super) enum Writer {
    /// Text, which needs no memory of what came before.
    Csv(Format),
    /// A spreadsheet.
    Xlsx(Box<Workbook>),
}

impl Writer {
    /// Begins a file whose columns have these headings and widths; gives its first bytes.
    pub fn begin(
        format: Format,
        headings: &[(String, u8)],
    ) -> Result<(Self, Vec<u8>), ExportError> {
        if format == Format::Xlsx {
            let mut workbook = Workbook::begin(headings)?;
            let bytes = workbook.take();
            return Ok((Self::Xlsx(Box::new(workbook)), bytes));
        }
        let texts: Vec<String> = headings.iter().map(|(text, _)| text.clone()).collect();
        Ok((Self::Csv(format), csv::head(format, &texts)?))
    }

    /// Adds rows, and the end of the file if they are the last.
    pub fn rows(&mut self, rows: &[Vec<Value>], last: bool) -> Result<Vec<u8>, ExportError> {
        match self {
            Self::Csv(format) => csv::rows(*format, rows),
            Self::Xlsx(workbook) => {
                workbook.rows(rows)?;
                if last {
                    workbook.end()?;
                }
                Ok(workbook.take())
            }
        }
    }
}
