//! Rows as CSV: UTF-8 with a byte order mark, CRLF, quoted as RFC 4180 has it, formulas neutral.

use super::{ExportError, Format, Value};
use crate::fields::formula;
use ::csv::{Terminator, WriterBuilder};

/// Without the mark, spreadsheets take the text for Windows-1252.
const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// The beginning of a file: the mark and the headings.
pub(super) fn head(format: Format, headings: &[String]) -> Result<Vec<u8>, ExportError> {
    let mut bytes = BYTE_ORDER_MARK.to_vec();
    let cells = headings
        .iter()
        .map(|text| formula::neutral(text).into_owned());
    bytes.extend(written(format, [cells.collect()])?);
    Ok(bytes)
}

/// Some rows.
pub(super) fn rows(format: Format, rows: &[Vec<Value>]) -> Result<Vec<u8>, ExportError> {
    let cells = |row: &Vec<Value>| row.iter().map(cell).collect();
    written(format, rows.iter().map(cells))
}

fn cell(value: &Value) -> String {
    match value {
        Value::Text(text) => formula::neutral(text).into_owned(),
        other => other.text(),
    }
}

fn written(
    format: Format,
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<Vec<u8>, ExportError> {
    let delimiter = match format {
        Format::CsvSemicolon => b';',
        _ => b',',
    };
    let mut out = WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        out.write_record(&row)
            .map_err(|error| ExportError::Format(error.to_string()))?;
    }
    out.into_inner()
        .map_err(|error| ExportError::Format(error.to_string()))
}
