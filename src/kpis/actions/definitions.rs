//! Definitions: added, changed, put away and taken out again.

use crate::audit::{Done, Kind, Once, Operation, record_once, record_undoable};
use crate::auth::{Actor, UserId, people};
use crate::db::{Conn, is_duplicate_of, last_insert_id};
use crate::fields::{NAME_MAX, fold};
use crate::i18n::Message;
use crate::jobs;
use crate::kpis::counting::COUNT_NOW;
use crate::kpis::forms::DefinitionInput;
use crate::kpis::model::{Definition, DefinitionId, Direction, Scope, Source, Totalling};
use crate::kpis::{Cadence, Decimal, queries};
use crate::schema::kpi_definitions;
use crate::web::WriteError;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

/// Why a KPI could not be written.
pub type DefinitionError = WriteError<Definition>;
type Written = Result<Done<Definition>, DefinitionError>;

#[derive(Insertable, AsChangeset)]
#[diesel(table_name = kpi_definitions, treat_none_as_null = true)]
struct Columns {
    name: String,
    name_key: String,
    meaning: String,
    unit: String,
    unit_before: bool,
    decimals: i32,
    cadence: Cadence,
    direction: Direction,
    amber_limit: Decimal,
    red_limit: Decimal,
    owner_id: Option<UserId>,
    totalling: Totalling,
    first_period: NaiveDate,
    staff_enters: bool,
    scope: Scope,
    source: Source,
    counted: String,
    counted_of: String,
}

fn columns(input: &DefinitionInput) -> Columns {
    let input = input.clone();
    Columns {
        name_key: name_key(&input.name),
        name: input.name,
        meaning: input.meaning,
        unit: input.unit,
        unit_before: input.unit_before,
        decimals: input.decimals,
        cadence: input.cadence,
        direction: input.direction,
        amber_limit: input.amber_limit,
        red_limit: input.red_limit,
        owner_id: input.owner_id,
        totalling: input.totalling,
        first_period: input.first_period,
        staff_enters: input.staff_enters,
        scope: input.scope,
        source: input.source,
        counted: input.counted,
        counted_of: input.counted_of,
    }
}

/// What a KPI is found again by; a name of signs only is its own key.
pub fn name_key(name: &str) -> String {
    let key = fold::fold_to(name, NAME_MAX);
    if key.is_empty() {
        name.to_lowercase()
    } else {
        key
    }
}

/// Adds a KPI. `key` is the form's: the same form posted twice makes one.
pub fn create(
    conn: &mut Conn,
    actor: &Actor,
    input: &DefinitionInput,
    key: &str,
    now: NaiveDateTime,
) -> Result<Once<DefinitionId>, DefinitionError> {
    record_once(
        conn,
        actor,
        Kind::KpiDefinitionCreate,
        key,
        now,
        |conn, op| {
            let definition = insert_in(conn, op, input)?;
            op.say("name", definition.name.as_str());
            Ok(definition.id)
        },
    )
}

/// The part of [`create`] inside an operation.
pub fn insert_in(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    input: &DefinitionInput,
) -> Result<Definition, DefinitionError> {
    check_owner(conn, None, input)?;
    diesel::insert_into(kpi_definitions::table)
        .values((
            columns(input),
            kpi_definitions::created_at.eq(op.now),
            kpi_definitions::updated_at.eq(op.now),
        ))
        .execute(conn)
        .map_err(at_name)?;
    let id: DefinitionId = diesel::select(last_insert_id()).get_result(conn)?;
    let definition = queries::find(conn, op.actor, id)?;
    op.created(&definition);
    if definition.source != Source::Entered {
        jobs::enqueue(conn, &COUNT_NOW, "", op.now)?;
    }
    Ok(definition)
}

/// Changes a KPI from the version that the form started from. Its cadence stays once anything has been written about it.
pub fn update(
    conn: &mut Conn,
    actor: &Actor,
    id: DefinitionId,
    version: i32,
    input: &DefinitionInput,
    now: NaiveDateTime,
) -> Written {
    record_undoable(conn, actor, Kind::KpiDefinitionUpdate, now, |conn, op| {
        queries::lock(conn, id)?;
        let before = queries::find(conn, actor, id)?;
        if before.version != version {
            return Err(DefinitionError::Stale(Box::new(before)));
        }
        check_fixed(conn, &before, input)?;
        check_owner(conn, Some(&before), input)?;
        let row = kpi_definitions::table.find(id);
        diesel::update(row)
            .set(columns(input))
            .execute(conn)
            .map_err(at_name)?;
        let after = queries::find(conn, actor, id)?;
        if op.updated(&before, &after) {
            touch(conn, op, &before)?;
            op.say("name", after.name.as_str());
        }
        Ok(after)
    })
}

/// Puts a KPI away: it leaves grids and dashboards, and takes no more values.
pub fn archive(conn: &mut Conn, actor: &Actor, id: DefinitionId, now: NaiveDateTime) -> Written {
    put(conn, actor, id, Kind::KpiDefinitionArchive, Some(now), now)
}

/// Takes it out again.
pub fn unarchive(conn: &mut Conn, actor: &Actor, id: DefinitionId, now: NaiveDateTime) -> Written {
    put(conn, actor, id, Kind::KpiDefinitionUnarchive, None, now)
}

fn put(
    conn: &mut Conn,
    actor: &Actor,
    id: DefinitionId,
    kind: Kind,
    archived_at: Option<NaiveDateTime>,
    now: NaiveDateTime,
) -> Written {
    record_undoable(conn, actor, kind, now, |conn, op| {
        queries::lock(conn, id)?;
        let before = queries::find(conn, actor, id)?;
        if before.archived_at.is_some() == archived_at.is_some() {
            return Ok(before);
        }
        let row = kpi_definitions::table.find(id);
        diesel::update(row)
            .set(kpi_definitions::archived_at.eq(archived_at))
            .execute(conn)?;
        touch(conn, op, &before)?;
        let after = queries::find(conn, actor, id)?;
        op.updated(&before, &after);
        op.say("name", after.name.as_str());
        Ok(after)
    })
}

fn touch(conn: &mut Conn, op: &Operation<'_>, before: &Definition) -> QueryResult<()> {
    diesel::update(kpi_definitions::table.find(before.id))
        .set((
            kpi_definitions::version.eq(before.version + 1),
            kpi_definitions::updated_at.eq(op.now),
        ))
        .execute(conn)
        .map(drop)
}

/// What the values that are there depend on stays: whose they are, of which periods, and where they came from.
fn check_fixed(
    conn: &mut Conn,
    before: &Definition,
    input: &DefinitionInput,
) -> Result<(), DefinitionError> {
    let changed = [
        (
            before.cadence != input.cadence,
            "cadence",
            "kpis-cadence-fixed",
        ),
        (before.source != input.source, "source", "kpis-source-fixed"),
        (before.scope != input.scope, "scope", "kpis-scope-fixed"),
    ];
    let first = changed.into_iter().find(|(is_changed, ..)| *is_changed);
    match first {
        Some((_, field, key)) if queries::has_entries(conn, before.id)? => {
            Err(DefinitionError::at(field, Message::new(key)))
        }
        _ => Ok(()),
    }
}

fn check_owner(
    conn: &mut Conn,
    before: Option<&Definition>,
    input: &DefinitionInput,
) -> Result<(), DefinitionError> {
    let kept = before.is_some_and(|before| before.owner_id == input.owner_id);
    match kept {
        false => match people::cannot_own(conn, input.owner_id)? {
            Some(message) => Err(DefinitionError::at("owner_id", message)),
            None => Ok(()),
        },
        true => Ok(()),
    }
}

/// The unique index decides between two who take a name at once; it is said at the field.
fn at_name(error: diesel::result::Error) -> DefinitionError {
    if is_duplicate_of(&error, "kpi_definitions_name_key") {
        return DefinitionError::at("name", Message::new("kpis-name-taken"));
    }
    error.into()
}
