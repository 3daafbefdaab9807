//! Restoring a backup elsewhere and comparing.

use super::dump::Dump;
use super::scratch::Scratch;
use super::tally::Rows;
use crate::db::embedded::EmbeddedError;
use crate::db::{DatabaseOptions, Db, migrations};
use crate::web::AppError;
use chrono::NaiveDateTime;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// Why a backup could not be proven.
#[derive(Debug, thiserror::Error)]
pub enum ProofError {
    /// A file could not be read, or the scratch directory not be made.
    #[error("{}: {source}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The file is not what was written.
    #[error("the file is not what was written: its checksum differs from the one beside it")]
    Checksum,
    /// It is no gzip file, or a broken one.
    #[error("the file cannot be unpacked: {0}")]
    Unpacked(io::Error),
    /// The dump ends before its last line.
    #[error("the dump is cut off: its last line is not that of a complete one")]
    CutOff,
    /// The scratch server could not be had.
    #[error(transparent)]
    Server(#[from] EmbeddedError),
    /// A program of MariaDB could not be run.
    #[error("{name} could not be run: {source}. Install the package mariadb-client")]
    Program {
        /// Which.
        name: &'static str,
        /// Why.
        source: io::Error,
    },
    /// The scratch server did not take the statements.
    #[error("the backup cannot be restored: {0}")]
    Refused(String),
    /// This program cannot serve what was restored.
    #[error("the restored database cannot be served: {0}")]
    Migrations(String),
    /// The command was asked to end.
    #[error("interrupted")]
    Interrupted,
}

impl ProofError {
    pub(super) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::File { path, source }
    }

    pub(super) fn program(name: &'static str) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Program { name, source }
    }

    pub(super) fn refused(said: &[u8]) -> Self {
        let said = String::from_utf8_lossy(said);
        // The statement that failed is repeated before it, and holds what people entered.
        let errors: Vec<&str> = said
            .lines()
            .filter(|line| line.starts_with("ERROR") || line.starts_with("mariadb"))
            .collect();
        Self::Refused(errors.join(" "))
    }
}

/// A table in the file and in the database that was restored from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its name.
    pub table: String,
    /// How many rows the file has.
    pub in_file: u64,
    /// How many rows were restored.
    pub restored: u64,
    /// Whether they are the same, sign by sign.
    pub is_same: bool,
}

/// What came of restoring a backup.
#[derive(Clone, Debug)]
pub struct Report {
    /// The file's name.
    pub name: String,
    /// Its checksum, hexadecimal.
    pub sha256: String,
    /// Its size.
    pub bytes: i64,
    /// When it was made (UTC), if its name tells.
    pub taken_at: Option<NaiveDateTime>,
    /// Whether the checksum beside it was there (a wrong one is an error).
    pub is_sealed: bool,
    /// Every table.
    pub tables: Vec<Found>,
    /// The migrations that this program ran on it, because the backup is of an older version.
    pub migrated: Vec<String>,
}

impl Report {
    /// Whether every table came back as it was.
    pub fn is_proven(&self) -> bool {
        !self.tables.is_empty() && self.tables.iter().all(|table| table.is_same)
    }

    /// All rows of the file.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.in_file).sum()
    }
}

/// Restores `file` into a server of its own below `parent`, compares every table, and brings it to this program's schema.
pub fn prove(
    file: &Path,
    parent: &Path,
    is_stopped: &dyn Fn() -> bool,
) -> Result<Report, ProofError> {
    let dump = Dump::open(file)?;
    if dump.is_sealed == Some(false) {
        return Err(ProofError::Checksum);
    }
    let scratch = Scratch::start(parent)?;
    let in_file = scratch.fill(dump.statements()?, is_stopped)?;
    let in_file = in_file.end().ok_or(ProofError::CutOff)?;
    let restored = scratch.dump()?.end().ok_or(ProofError::CutOff)?;
    let migrated = migrate(&scratch.url()).map_err(ProofError::Migrations)?;
    Ok(Report {
        taken_at: dump.taken_at(),
        name: dump.name,
        sha256: dump.sha256,
        bytes: dump.bytes,
        is_sealed: dump.is_sealed.is_some(),
        tables: compare(&in_file, &restored),
        migrated,
    })
}

fn compare(in_file: &BTreeMap<String, Rows>, restored: &BTreeMap<String, Rows>) -> Vec<Found> {
    let mut names: Vec<&String> = in_file.keys().chain(restored.keys()).collect();
    names.sort();
    names.dedup();
    let found = names.into_iter().map(|name| {
        let (file, back) = (in_file.get(name), restored.get(name));
        Found {
            table: name.clone(),
            in_file: file.map_or(0, |rows| rows.count),
            restored: back.map_or(0, |rows| rows.count),
            is_same: file == back,
        }
    });
    found.collect()
}

/// Does to the restored database what a start would do.
fn migrate(url: &str) -> Result<Vec<String>, String> {
    let options = DatabaseOptions::parse(url, None, None).map_err(|e| e.to_string())?;
    let db = Db::open(&options.unlimited(), 1).map_err(|e| e.to_string())?;
    let steps = db.run_blocking(|conn| Ok::<_, AppError>(migrations::migrate(conn, "check")));
    steps.map_err(|e| e.to_string())?.map_err(|e| e.to_string())
}
