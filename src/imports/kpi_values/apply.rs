//! Doing what a plan says, as one operation.

use super::plan::{NewKpi, Of, Plan};
use crate::audit::{Done, Kind, record_undoable};
use crate::auth::Actor;
use crate::db::{AsDatabaseError, Conn};
use crate::i18n::Message;
use crate::kpis::actions::{self, DefinitionError, Entry, ValueError};
use crate::kpis::forms::DefinitionInput;
use crate::kpis::model::{Definition, Direction, Scope, Source, Totalling};
use crate::web::AppError;
use chrono::NaiveDateTime;

/// What a manager says about a KPI that the file brings.
#[derive(Clone, Copy, Debug)]
pub struct Choices {
    /// How its periods add up.
    pub totalling: Totalling,
    /// Which way is good.
    pub direction: Direction,
}

impl Choices {
    /// What is likely: shares are averaged, and of other things the last value stands for the year, for a sum of what is
    /// no flow would be nonsense.
    pub fn likely(new: &NewKpi) -> Self {
        let totalling = if new.unit == "%" {
            Totalling::Mean
        } else {
            Totalling::Last
        };
        Self {
            totalling,
            direction: Direction::Up,
        }
    }
}

/// Why a plan could not be carried out; then nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    /// A KPI could not be defined.
    #[error(transparent)]
    Definition(#[from] DefinitionError),
    /// A value could not be written.
    #[error(transparent)]
    Value(#[from] ValueError),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] diesel::result::Error),
}

impl AsDatabaseError for ApplyError {
    fn database_error(&self) -> Option<&diesel::result::Error> {
        match self {
            Self::Db(error) => Some(error),
            Self::Definition(error) => error.database_error(),
            Self::Value(error) => error.database_error(),
        }
    }
}

impl From<ApplyError> for AppError {
    fn from(error: ApplyError) -> Self {
        match error {
            ApplyError::Db(error) => error.into(),
            // The file was checked a moment ago: somebody was faster.
            ApplyError::Definition(DefinitionError::Fields(_)) => {
                Self::Conflict(Message::new("errors-conflict"))
            }
            ApplyError::Definition(error) => error.into(),
            ApplyError::Value(error) => error.into(),
        }
    }
}

/// Writes the rows of a plan, after the KPIs that it brings; `choices` has one for each of these, or is empty: then they
/// and their values are left out. Says how many values are new and how many changed.
pub fn apply(
    conn: &mut Conn,
    actor: &Actor,
    file: &str,
    plan: &Plan,
    choices: &[Choices],
    now: NaiveDateTime,
) -> Result<Done<(usize, usize)>, ApplyError> {
    record_undoable(conn, actor, Kind::ImportKpiValues, now, |conn, op| {
        let mut made: Vec<Definition> = Vec::new();
        for (new, choice) in plan.new_kpis.iter().zip(choices) {
            made.push(actions::insert_in(conn, op, &input(new, *choice))?);
        }
        let (mut created, mut updated) = (0_usize, 0_usize);
        for row in &plan.rows {
            let definition = match row.of {
                Of::Known(at) => plan.known.get(at),
                Of::New(at) => made.get(at),
            };
            let Some(definition) = definition else {
                continue;
            };
            let entry = Entry {
                account: None,
                period: row.period,
                value: Some(row.value),
                note: row.note.clone(),
                version: None,
            };
            let (before, after) = actions::enter_in(conn, op, definition, &entry)?;
            let had = before.as_ref().is_some_and(|value| value.value.is_some());
            if before.map(|v| v.version) != after.map(|v| v.version) {
                updated += usize::from(had);
                created += usize::from(!had);
            }
        }
        if created + updated + made.len() > 0 {
            op.say("file", file);
            op.say("created", created);
            op.say("updated", updated);
        }
        Ok((created, updated))
    })
}

fn input(new: &NewKpi, choice: Choices) -> DefinitionInput {
    let (amber_limit, red_limit) = choice.direction.usual_limits();
    DefinitionInput {
        name: new.name.clone(),
        meaning: String::new(),
        unit: new.unit.clone(),
        unit_before: false,
        decimals: i32::try_from(new.decimals).unwrap_or_default(),
        cadence: new.cadence,
        direction: choice.direction,
        amber_limit,
        red_limit,
        owner_id: None,
        totalling: choice.totalling,
        first_period: new.first.start(),
        staff_enters: false,
        scope: Scope::Organisation,
        source: Source::Entered,
        counted: String::new(),
        counted_of: String::new(),
    }
}
