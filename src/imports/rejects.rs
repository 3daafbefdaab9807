//! The report: each row that was not taken, or not wholly, in a file beside the input that can be corrected and run.

use super::draft::Problem;
use super::{REPORT_COLUMNS, Table};
use crate::fields::formula::neutral;
use crate::i18n::Lang;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Writes the report. It has its name once it is complete; without any row there is none, and an old one goes.
pub(crate) struct Rejects {
    beside: PathBuf,
    headers: Vec<String>,
    delimiter: u8,
    lang: Lang,
    open: Option<Open>,
}

struct Open {
    path: PathBuf,
    unfinished: PathBuf,
    out: csv::Writer<BufWriter<File>>,
}

impl Rejects {
    /// The report of importing `file`. Nothing is written yet.
    pub fn new(file: &Path, table: &Table, lang: Lang) -> Self {
        Self {
            beside: file.with_extension("rejected.csv"),
            headers: table.headers().to_vec(),
            delimiter: u8::try_from(table.delimiter()).unwrap_or(b','),
            lang,
            open: None,
        }
    }

    /// Reports a row with all that was wrong with it.
    pub fn add(
        &mut self,
        line: u64,
        cells: &[String],
        problems: &[Problem],
        is_taken: bool,
    ) -> io::Result<()> {
        let of = |part: &dyn Fn(&Problem) -> String| {
            problems.iter().map(part).collect::<Vec<_>>().join(" | ")
        };
        let header = |problem: &Problem| {
            let header = problem.column.and_then(|column| self.headers.get(column));
            header.cloned().unwrap_or_default()
        };
        let taken = if is_taken {
            "imports-taken-yes"
        } else {
            "imports-taken-no"
        };
        let own = [
            line.to_string(),
            of(&header),
            of(&|problem| problem.value.clone()),
            of(&|problem| self.lang.say(&problem.reason)),
            self.lang.text(taken).to_string(),
        ];
        let record: Vec<String> = own
            .iter()
            .chain(cells)
            .map(|cell| neutral(cell).into_owned())
            .collect();
        self.write(&record)
    }

    fn write(&mut self, record: &[String]) -> io::Result<()> {
        if self.open.is_none() {
            self.open = Some(self.start()?);
        }
        match &mut self.open {
            Some(open) => Ok(open.out.write_record(record)?),
            None => Ok(()),
        }
    }

    /// Beside the input, or where that is not possible in the current directory.
    fn start(&self) -> io::Result<Open> {
        let name = self.beside.file_name().unwrap_or_default();
        let (path, unfinished, file) = create(&self.beside).or_else(|error| {
            log::warn!("{}: {error}", self.beside.display());
            create(Path::new(name))
        })?;
        let mut file = BufWriter::new(file);
        // Without the mark, spreadsheets take the text for Windows-1252.
        file.write_all("\u{FEFF}".as_bytes())?;
        let mut out = csv::WriterBuilder::new()
            .delimiter(self.delimiter)
            .flexible(true)
            .from_writer(file);
        let own = REPORT_COLUMNS.iter().map(|name| (*name).to_owned());
        let headers: Vec<String> = own
            .chain(self.headers.iter().map(|h| neutral(h).into_owned()))
            .collect();
        out.write_record(&headers)?;
        Ok(Open {
            path,
            unfinished,
            out,
        })
    }

    /// Gives the report its name; where it is, if there is one.
    pub fn finish(self) -> io::Result<Option<PathBuf>> {
        let Some(open) = self.open else {
            match fs::remove_file(&self.beside) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    log::warn!("an old report stays: {}: {error}", self.beside.display());
                }
                _ => {}
            }
            return Ok(None);
        };
        let file = open
            .out
            .into_inner()
            .map_err(|e| io::Error::other(e.to_string()))?;
        file.into_inner()
            .map_err(io::IntoInnerError::into_error)?
            .sync_all()?;
        fs::rename(&open.unfinished, &open.path)?;
        Ok(Some(open.path))
    }
}

fn create(path: &Path) -> io::Result<(PathBuf, PathBuf, File)> {
    let unfinished = path.with_extension("csv.part");
    match fs::remove_file(&unfinished) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    // A new file only: whatever else has that name meanwhile is not written to.
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&unfinished)?;
    Ok((path.to_owned(), unfinished, file))
}
