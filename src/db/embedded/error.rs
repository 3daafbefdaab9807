//! What can go wrong with the private server; each text says what to do next.

use std::io;
use std::path::{Path, PathBuf};

/// The private server could not be started, joined or stopped.
#[derive(Debug, thiserror::Error)]
pub enum EmbeddedError {
    /// A program of MariaDB is not on this machine.
    #[error(
        "{0} was not found: run ./scripts/run, or install the packages mariadb-server-core and mariadb-client-core, \
         or set DATABASE_URL to use another database"
    )]
    Missing(&'static str),
    /// A file or directory could not be used.
    #[error("cannot {doing} {}: {source}. DATA_DIR must be a directory that this user may write in", path.display())]
    File {
        /// What was tried, as a verb.
        doing: &'static str,
        /// On what.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },
    /// The data belongs to another user of the machine.
    #[error(
        "{} belongs to user id {owner}, and this program runs as user id {us}: run it as the owner, or set DATA_DIR to \
         a directory of its own", path.display()
    )]
    Owner {
        /// The directory in question.
        path: PathBuf,
        /// Whose it is.
        owner: u32,
        /// Who we are.
        us: u32,
    },
    /// What should be a directory is something else.
    #[error("{} is not a directory: move it away, or set DATA_DIR to another directory", .0.display())]
    NotADirectory(PathBuf),
    /// There is something in the data directory that is not a database.
    #[error("{} holds files but no database: move it away, or set DATA_DIR to another directory", .0.display())]
    Foreign(PathBuf),
    /// Another process has been starting or stopping the server for too long.
    #[error(
        "another process has been starting or stopping the database in {} for {seconds} s: end it, or wait for it, and \
         try again", home.display()
    )]
    Busy {
        /// The directory of the server.
        home: PathBuf,
        /// How long we waited.
        seconds: u64,
    },
    /// The data directory could not be created.
    #[error("the database could not be created. The end of what mariadb-install-db said:\n{0}")]
    Create(String),
    /// The server ended while starting.
    #[error("the database server ended while starting. The end of {}:\n{lines}", log.display())]
    Ended {
        /// The server's log.
        log: PathBuf,
        /// Its last lines.
        lines: String,
    },
    /// The server runs but does not answer.
    #[error(
        "the database server (process {pid}) has not answered for {seconds} s. If it is recovering, wait and try again; \
         if it hangs, end it with: kill -9 {pid}. The end of {}:\n{lines}", log.display()
    )]
    Silent {
        /// Its process.
        pid: u32,
        /// How long we waited.
        seconds: u64,
        /// The server's log.
        log: PathBuf,
        /// Its last lines.
        lines: String,
    },
    /// The server was told to stop and still runs.
    #[error(
        "the database server (process {pid}) is still running {seconds} s after it was told to stop"
    )]
    Lingers {
        /// Its process.
        pid: u32,
        /// How long we waited.
        seconds: u64,
    },
}

impl EmbeddedError {
    /// Names what was being done to which path, for `map_err`.
    pub(super) fn file(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::File {
            doing,
            path,
            source,
        }
    }
}
