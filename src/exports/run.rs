//! An export on its way: read a batch, write it, go on from its last row.
//!
//! Batches follow each other by the list's own order and the row's id, so whoever is added, changed or deleted meanwhile,
//! a row that stands still is in the file exactly once.

use super::field::OTHER_FACTS;
use super::source::Plan;
use super::writer::Writer;
use super::{Format, Request};
use crate::audit::{self, Facts, OperationId};
use crate::auth::Actor;
use crate::db::{AsDatabaseError, Conn};
use crate::i18n::Lang;
use crate::web::AppError;
use crate::web::list::Position;
use chrono::NaiveDateTime;
use chrono_tz::Tz;
use diesel::QueryResult;

/// Rows read at a time: few enough that their longest texts fit into memory, many enough that asking costs little.
const BATCH: usize = 250;

/// Why an export ended early.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The file's format cannot say it.
    #[error("the file cannot be written: {0}")]
    Format(String),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] diesel::result::Error),
}

impl AsDatabaseError for ExportError {
    fn database_error(&self) -> Option<&diesel::result::Error> {
        match self {
            Self::Db(error) => Some(error),
            Self::Format(_) => None,
        }
    }
}

impl From<ExportError> for AppError {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Db(error) => error.into(),
            ExportError::Format(cause) => Self::internal(cause),
        }
    }
}

/// An export on its way.
pub struct Run {
    request: Request,
    actor: Actor,
    plan: Plan,
    writer: Writer,
    operation: OperationId,
    record: Facts,
    /// Rows written so far.
    pub rows: u64,
    /// Whether every row has been written.
    pub is_done: bool,
}

impl Run {
    /// Begins the operation and gives the beginning of the file.
    pub fn begin(
        conn: &mut Conn,
        actor: &Actor,
        mut request: Request,
        (lang, zone, now): (Lang, Tz, NaiveDateTime),
    ) -> Result<(Self, Vec<u8>), ExportError> {
        request.list.size = BATCH;
        request.list.position = Position::First;
        let source = request.source;
        let wants_facts = request.fields.iter().any(|field| field.key == OTHER_FACTS);
        let facts = match wants_facts {
            true => (source.facts)(conn, actor, &request.list, zone)?,
            false => Vec::new(),
        };
        let plan = Plan::new(conn, request.fields.clone(), facts, (lang, zone, now))?;
        let headings = headings(&request, &plan);
        let (writer, head) = Writer::begin(request.format, &headings)?;
        let record = describe(&request, &headings);
        let operation = audit::begin(conn, actor, source.kind, now, record.clone())?;
        let run = Self {
            request,
            actor: actor.clone(),
            plan,
            writer,
            operation,
            record,
            rows: 0,
            is_done: false,
        };
        Ok((run, head))
    }

    /// The next piece of the file.
    pub fn step(&mut self, conn: &mut Conn) -> Result<Vec<u8>, ExportError> {
        let batch = (self.request.source.read)(conn, &self.actor, &self.request.list, &self.plan)?;
        let bytes = self.writer.rows(&batch.rows, batch.next.is_none())?;
        self.rows += batch.rows.len() as u64;
        match batch.next {
            Some(cursor) => self.request.list.position = Position::After(cursor),
            None => self.is_done = true,
        }
        Ok(bytes)
    }

    /// What to write down when it ends.
    pub fn ending(&self) -> Ending {
        Ending {
            operation: self.operation,
            record: self.record.clone(),
        }
    }
}

/// Writes down how an export ended.
#[derive(Clone)]
pub struct Ending {
    operation: OperationId,
    record: Facts,
}

impl Ending {
    /// So many rows, and whether they were all.
    pub fn write(mut self, conn: &mut Conn, rows: u64, whole: bool) -> QueryResult<()> {
        let outcome = if whole { "whole" } else { "cut" };
        self.record.insert("rows".to_owned(), rows.into());
        self.record.insert("outcome".to_owned(), outcome.into());
        audit::finish(conn, self.operation, &self.record)
    }
}

/// The first line: every column by the name that our import knows. A fact that would be taken for a field says that it
/// is none.
fn headings(request: &Request, plan: &Plan) -> Vec<(String, u8)> {
    let word = |key: &str| plan.lang.text(key).to_string();
    let fields = || {
        request
            .fields
            .iter()
            .filter(|field| field.key != OTHER_FACTS)
    };
    let own: Vec<String> = fields().map(|field| word(field.label)).collect();
    let mut facts: Vec<String> = Vec::new();
    for name in &plan.facts {
        let same = |other: &String| other.to_lowercase() == name.to_lowercase();
        let is_plain =
            (request.source.keeps)(&own, name) && !own.iter().any(same) && !facts.iter().any(same);
        facts.push(match is_plain {
            true => name.clone(),
            false => format!("{}: {name}", word("exports-other-fact")),
        });
    }
    let mut headings = Vec::new();
    for field in &request.fields {
        match field.key {
            OTHER_FACTS => headings.extend(facts.drain(..).map(|name| (name, field.width))),
            _ => headings.push((word(field.label), field.width)),
        }
    }
    headings
}

/// What the operation says of itself: the list with its filters, the columns and the format.
fn describe(request: &Request, headings: &[(String, u8)]) -> Facts {
    let list = request.list_pairs().into_iter();
    let filters: Vec<String> = list
        .filter(|(name, _)| name != "columns")
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let texts: Vec<&str> = headings.iter().map(|(text, _)| text.as_str()).collect();
    let columns: String = texts.join(", ").chars().take(2_000).collect();
    let format = match request.format {
        Format::CsvSemicolon => "CSV ;",
        Format::CsvComma => "CSV ,",
        Format::Xlsx => "Excel",
    };
    Facts::from_iter(
        [
            ("rows", 0.into()),
            ("outcome", "running".into()),
            ("format", format.into()),
            ("columns", columns.into()),
            ("filter", filters.join(" & ").into()),
        ]
        .map(|(name, value)| (name.to_owned(), value)),
    )
}
