//! The batches of one import.

use super::apply::{ImportError, Importer};
use super::counts::{Counts, Fate, Taken};
use super::draft::Problem;
use super::rejects::Rejects;
use super::{Row, RowError, Table};
use crate::audit::{self, Facts, OperationId};
use crate::auth::Actor;
use crate::db::{Conn, is_busy};
use crate::i18n::Message;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use std::time::Instant;

/// Rows of one transaction: few enough that others are not kept waiting, many enough that committing costs little.
const BATCH: usize = 200;

/// An import on its way.
pub(super) struct Run<'a, I> {
    pub actor: &'a Actor,
    pub now: NaiveDateTime,
    /// When it began, by a clock that only goes forward.
    pub begun: Instant,
    pub file: String,
    pub importer: I,
    pub counts: Counts,
    pub rejects: &'a mut Rejects,
}

impl<I: Importer> Run<'_, I> {
    /// All rows of the file. While it goes on, its operation says so.
    pub fn all(
        &mut self,
        conn: &mut Conn,
        table: Table,
        progress: &mut dyn FnMut(u64) -> bool,
    ) -> Result<Counts, ImportError> {
        let data = self.data(self.counts);
        let op = audit::begin(conn, self.actor, I::KIND, self.now, data)?;
        let outcome = self.rows(conn, op, table, progress);
        let ended = audit::finish(conn, op, &self.counts.facts(&self.file));
        let counts = outcome?;
        ended?;
        Ok(counts)
    }

    /// The numbers so far, of an import that goes on.
    fn data(&self, counts: Counts) -> Facts {
        let mut data = counts.facts(&self.file);
        let taken = TimeDelta::from_std(self.begun.elapsed()).unwrap_or_default();
        audit::goes_on(&mut data, self.now + taken);
        data
    }

    fn rows(
        &mut self,
        conn: &mut Conn,
        op: OperationId,
        mut table: Table,
        progress: &mut dyn FnMut(u64) -> bool,
    ) -> Result<Counts, ImportError> {
        loop {
            let read: Vec<_> = table.by_ref().take(BATCH).collect();
            if read.is_empty() {
                self.take_once_more(conn, op)?;
                return Ok(self.counts);
            }
            let mut rows = Vec::with_capacity(read.len());
            for row in read {
                match row {
                    Ok(row) => rows.push(row),
                    Err(error) => self.unreadable(&error)?,
                }
            }
            self.take(conn, op, &rows)?;
            if !progress(table.position()) {
                return Err(ImportError::Interrupted);
            }
        }
    }

    /// Rows that waited for others: they have been counted, only what is wrong with them is new.
    fn take_once_more(&mut self, conn: &mut Conn, op: OperationId) -> Result<(), ImportError> {
        let rows = self.importer.once_more();
        for rows in rows.chunks(BATCH) {
            let counts = self.counts;
            self.take(conn, op, rows)?;
            let incomplete = self.counts.incomplete;
            self.counts = Counts {
                incomplete,
                ..counts
            };
        }
        Ok(())
    }

    fn unreadable(&mut self, error: &RowError) -> Result<(), ImportError> {
        self.counts.add(Fate::Rejected, false);
        let problem = Problem {
            column: None,
            value: error.excerpt.clone(),
            reason: error.message(),
        };
        Ok(self.rejects.add(error.line, &[], &[problem], false)?)
    }

    /// One batch; row by row if the database refuses it as a whole, so that one bad row costs no other.
    fn take(&mut self, conn: &mut Conn, op: OperationId, rows: &[Row]) -> Result<(), ImportError> {
        let error = match self.write(conn, op, rows) {
            Ok(taken) => return self.note(rows, &taken),
            Err(error) => error,
        };
        if is_busy(&error) {
            return Err(error.into());
        }
        log::warn!("a batch of an import failed, its rows are taken one by one: {error}");
        for row in rows {
            let one = std::slice::from_ref(row);
            let taken = match self.write(conn, op, one) {
                Ok(taken) => taken,
                Err(error) if is_busy(&error) => return Err(error.into()),
                Err(error) => vec![refused(&error)],
            };
            self.note(one, &taken)?;
        }
        Ok(())
    }

    /// One transaction, with the numbers so far: an import that is interrupted has true ones.
    fn write(&mut self, conn: &mut Conn, op: OperationId, rows: &[Row]) -> QueryResult<Vec<Taken>> {
        let taken = audit::resume(conn, self.actor, op, self.now, |conn, operation| {
            let taken = self.importer.batch(conn, operation, rows)?;
            let mut counts = self.counts;
            taken.iter().for_each(|row| row.count(&mut counts));
            audit::finish(conn, op, &self.data(counts))?;
            QueryResult::Ok(taken)
        })?;
        self.importer.keep();
        Ok(taken)
    }

    fn note(&mut self, rows: &[Row], taken: &[Taken]) -> Result<(), ImportError> {
        for (row, taken) in rows.iter().zip(taken) {
            taken.count(&mut self.counts);
            if !taken.problems.is_empty() {
                let is_taken = taken.fate != Fate::Rejected;
                self.rejects
                    .add(row.line, &row.cells, &taken.problems, is_taken)?;
            }
        }
        Ok(())
    }
}

fn refused(error: &diesel::result::Error) -> Taken {
    let reason = Message::new("imports-row-refused").arg("reason", error.to_string());
    Taken {
        fate: Fate::Rejected,
        problems: vec![Problem {
            column: None,
            value: String::new(),
            reason,
        }],
    }
}
