//! Kinds of files.

use crate::code_type;

code_type! {
    /// What kind of file an export is.
    Format {
        /// Text with `;` between cells, as Excel expects in Sweden.
        CsvSemicolon = "csv-semicolon",
        /// Text with `,` between cells, as most programs expect.
        CsvComma = "csv-comma",
        /// A spreadsheet.
        Xlsx = "xlsx",
    }
}

impl Format {
    /// The catalogue's key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::CsvSemicolon => "exports-format-csv-semicolon",
            Self::CsvComma => "exports-format-csv-comma",
            Self::Xlsx => "exports-format-xlsx",
        }
    }

    /// The end of its files' names.
    pub fn extension(self) -> &'static str {
        match self {
            Self::CsvSemicolon | Self::CsvComma => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::CsvSemicolon | Self::CsvComma => "text/csv; charset=utf-8; header=present",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}
