//! Rows of a file, whatever kind of file it is.

use super::RowProblem;
use super::cells::Cells;
use super::records::{Record, Records};
use super::xlsx::Workbook;
use std::io::{self, Read};

/// What text is read from.
pub(super) type Source = Box<dyn Read + Send>;

/// Where the rows come from.
pub(super) enum Lines {
    /// Text with separators.
    Text(Box<Records<Source>>, Cells),
    /// A spreadsheet.
    Sheet(Box<Workbook>),
}

/// A row on its way: how it begins, if it cannot be taken apart.
pub(super) struct Line {
    pub number: u64,
    pub cells: Result<Vec<String>, RowProblem>,
    pub excerpt: String,
}

impl Lines {
    /// The next row that has anything in it.
    pub fn next_line(&mut self) -> io::Result<Option<Line>> {
        match self {
            Self::Text(records, cells) => {
                let Some(record) = records.next_record()? else {
                    return Ok(None);
                };
                Ok(Some(Line {
                    number: record.line,
                    cells: split(cells, &record),
                    excerpt: record.excerpt(),
                }))
            }
            Self::Sheet(workbook) => Ok(workbook.next_row()?.map(|row| Line {
                number: row.line,
                cells: row.cells,
                excerpt: String::new(),
            })),
        }
    }

    /// Reads no further; the line it stopped at.
    pub fn stop(&mut self) -> u64 {
        match self {
            Self::Text(records, _) => records.stop(),
            Self::Sheet(workbook) => workbook.stop(),
        }
    }
}

fn split(cells: &mut Cells, record: &Record) -> Result<Vec<String>, RowProblem> {
    if let Some(problem) = &record.problem {
        return Err(problem.clone());
    }
    let unreadable = |error: io::Error| RowProblem::Unreadable(error.to_string());
    cells.split(&record.text).map_err(unreadable)
}
