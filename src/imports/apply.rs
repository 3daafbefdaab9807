//! An import from the first row to the report: batches of rows, each one transaction, all of them one operation.

use super::accounts::Accounts;
use super::batches::Run;
use super::contacts::Contacts;
use super::counts::{Counts, Taken};
use super::rejects::Rejects;
use super::{Row, Table, TableError};
use crate::audit::{Kind, Operation};
use crate::auth::Actor;
use crate::db::{Conn, Db};
use crate::i18n::{Lang, Message};
use crate::web::AppError;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What the rows of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Organisations.
    Accounts,
    /// People and their roles.
    Contacts,
}

/// What is to be imported, and how.
#[derive(Clone, Debug)]
pub struct Order<'a> {
    /// What the rows are.
    pub what: What,
    /// The file.
    pub file: &'a Path,
    /// Whether to check everything and write nothing but the report.
    pub dry_run: bool,
    /// The language of the report.
    pub lang: Lang,
    /// The time.
    pub now: NaiveDateTime,
}

/// What became of it.
#[derive(Clone, Debug)]
pub struct Done {
    /// In numbers.
    pub counts: Counts,
    /// Where the rows that were not wholly taken are listed, if there are any.
    pub report: Option<PathBuf>,
}

/// Why an import ended early. Batches before that stay; the same file can be run again.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file is refused as a whole.
    #[error(transparent)]
    Table(#[from] TableError),
    /// Its columns are not those of such a file.
    #[error("the columns do not fit")]
    Columns(Message),
    /// The report cannot be written.
    #[error("the report cannot be written: {0}")]
    Report(#[from] std::io::Error),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] diesel::result::Error),
    /// It was told to end; whole batches stay.
    #[error("interrupted")]
    Interrupted,
    /// The database does not answer.
    #[error("the database does not answer: {0}")]
    Unavailable(AppError),
}

impl ImportError {
    /// What to tell the person who imports.
    pub fn message(&self) -> Message {
        match self {
            Self::Table(error) => error.message(),
            Self::Columns(message) => message.clone(),
            Self::Report(error) => {
                Message::new("imports-report-unwritable").arg("reason", error.to_string())
            }
            Self::Db(error) => Message::new("imports-database").arg("reason", error.to_string()),
            Self::Interrupted => Message::new("imports-interrupted"),
            Self::Unavailable(error) => {
                Message::new("imports-database").arg("reason", error.to_string())
            }
        }
    }
}

/// Turns rows of one kind into records.
pub(super) trait Importer {
    /// What the operation is called.
    const KIND: Kind;

    /// Takes some rows within a transaction; called again with the same rows if that is tried again.
    fn batch(
        &mut self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        rows: &[Row],
    ) -> QueryResult<Vec<Taken>>;

    /// The transaction of the last batch is committed.
    fn keep(&mut self);

    /// The file has ended: rows to be taken once more, for what they name may have come after them.
    fn once_more(&mut self) -> Vec<Row> {
        Vec::new()
    }
}

/// Imports a file. `progress` is told how many of its bytes have been done, and says whether to go on. The pool should be one without limits on a
/// statement's time.
pub fn import(
    db: &Db,
    actor: &Actor,
    order: &Order<'_>,
    progress: &mut dyn FnMut(u64) -> bool,
) -> Result<Done, ImportError> {
    let table = Table::open(order.file)?;
    let mut rejects = Rejects::new(order.file, &table, order.lang);
    let outcome = db.run_blocking(|conn| {
        Ok::<_, AppError>(match order.what {
            What::Accounts => Accounts::new(conn, table.headers())
                .map_err(ImportError::from)
                .and_then(|ready| ready.map_err(ImportError::Columns))
                .and_then(|it| run(conn, actor, order, table, it, &mut rejects, progress)),
            What::Contacts => Contacts::new(conn, table.headers())
                .map_err(ImportError::from)
                .and_then(|ready| ready.map_err(ImportError::Columns))
                .and_then(|it| run(conn, actor, order, table, it, &mut rejects, progress)),
        })
    });
    // What was reported before a failure is worth reading too.
    let report = rejects.finish();
    Ok(Done {
        counts: outcome.map_err(ImportError::Unavailable)??,
        report: report?,
    })
}

/// What a dry run ends its transaction with, so that it is rolled back.
enum RollBack {
    Done(Result<Counts, ImportError>),
    Failed(diesel::result::Error),
}

impl From<diesel::result::Error> for RollBack {
    fn from(error: diesel::result::Error) -> Self {
        Self::Failed(error)
    }
}

fn run<I: Importer>(
    conn: &mut Conn,
    actor: &Actor,
    order: &Order<'_>,
    table: Table,
    importer: I,
    rejects: &mut Rejects,
    progress: &mut dyn FnMut(u64) -> bool,
) -> Result<Counts, ImportError> {
    let file = order.file.file_name().unwrap_or_default();
    let mut run = Run {
        actor,
        now: order.now,
        begun: Instant::now(),
        file: file.to_string_lossy().into_owned(),
        importer,
        counts: Counts::default(),
        rejects,
    };
    if !order.dry_run {
        return run.all(conn, table, progress);
    }
    let outcome =
        conn.transaction(|conn| Err::<(), _>(RollBack::Done(run.all(conn, table, progress))));
    match outcome {
        Err(RollBack::Done(counts)) => counts,
        Err(RollBack::Failed(error)) => Err(error.into()),
        Ok(()) => Ok(run.counts),
    }
}
