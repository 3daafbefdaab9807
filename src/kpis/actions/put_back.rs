//! Giving a definition the values that it had.

use crate::audit::{Facts, Obstacle, Operation, Reason, Subject, SubjectType};
use crate::auth::{UserId, people};
use crate::db::{Conn, is_duplicate_of};
use crate::kpis::actions::name_key;
use crate::kpis::model::{Definition, DefinitionId, Direction, Scope, Source, Totalling};
use crate::kpis::{Cadence, Period, queries};
use crate::schema::kpi_definitions;
use diesel::prelude::*;
use serde_json::Value;

/// Sets fields of a definition to what history kept of them.
pub(in crate::kpis) fn put_definition(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    id: DefinitionId,
    values: &Facts,
) -> QueryResult<Vec<Obstacle>> {
    queries::lock(conn, id)?;
    let before = queries::find(conn, op.actor, id)?;
    let mut after = before.clone();
    for (field, value) in values {
        put(&mut after, field, value, op);
    }
    let obstacle = |field, reason| {
        let subject = Subject::new(SubjectType::KpiDefinition, id.0);
        Ok(vec![Obstacle::new(subject, field, reason)])
    };
    let fixed = [
        (after.cadence != before.cadence, "cadence"),
        (after.source != before.source, "source"),
        (after.scope != before.scope, "scope"),
    ];
    if let Some((_, field)) = fixed.into_iter().find(|(is_changed, _)| *is_changed)
        && queries::has_entries(conn, id)?
    {
        return obstacle(field, Reason::Hanging);
    }
    let is_new_owner = after.owner_id != before.owner_id;
    if is_new_owner && people::cannot_own(conn, after.owner_id)?.is_some() {
        return obstacle("owner_id", Reason::Missing);
    }
    let written = diesel::update(kpi_definitions::table.find(id))
        .set((
            (
                kpi_definitions::name.eq(&after.name),
                kpi_definitions::name_key.eq(name_key(&after.name)),
                kpi_definitions::meaning.eq(&after.meaning),
                kpi_definitions::unit.eq(&after.unit),
                kpi_definitions::unit_before.eq(after.unit_before),
                kpi_definitions::decimals.eq(after.decimals),
                kpi_definitions::cadence.eq(after.cadence),
                kpi_definitions::direction.eq(after.direction),
            ),
            (
                kpi_definitions::amber_limit.eq(after.amber_limit),
                kpi_definitions::red_limit.eq(after.red_limit),
                kpi_definitions::owner_id.eq(after.owner_id),
                kpi_definitions::totalling.eq(after.totalling),
                kpi_definitions::first_period.eq(after.first_period),
                kpi_definitions::staff_enters.eq(after.staff_enters),
                kpi_definitions::archived_at.eq(after.archived_at),
                kpi_definitions::version.eq(before.version + 1),
            ),
            (
                kpi_definitions::scope.eq(after.scope),
                kpi_definitions::source.eq(after.source),
                kpi_definitions::counted.eq(&after.counted),
                kpi_definitions::counted_of.eq(&after.counted_of),
                kpi_definitions::updated_at.eq(op.now),
            ),
        ))
        .execute(conn);
    match written {
        Err(error) if is_duplicate_of(&error, "kpi_definitions_name_key") => {
            return obstacle("name", Reason::Taken);
        }
        other => other?,
    };
    op.updated(&before, &after);
    Ok(Vec::new())
}

fn put(definition: &mut Definition, field: &str, value: &Value, op: &Operation<'_>) {
    let text = value.as_str().unwrap_or_default();
    let number = || text.parse().unwrap_or_default();
    match field {
        "name" => definition.name = text.to_owned(),
        "meaning" => definition.meaning = text.to_owned(),
        "unit" => definition.unit = text.to_owned(),
        "unit_before" => definition.unit_before = value == true,
        "decimals" => {
            definition.decimals = value
                .as_i64()
                .and_then(|n| i32::try_from(n).ok())
                .unwrap_or_default();
        }
        "cadence" => definition.cadence = Cadence::parse(text).unwrap_or(definition.cadence),
        "direction" => {
            definition.direction = Direction::parse(text).unwrap_or(definition.direction)
        }
        "amber_limit" => definition.amber_limit = number(),
        "red_limit" => definition.red_limit = number(),
        "owner_id" => definition.owner_id = value.as_i64().map(UserId),
        "totalling" => {
            definition.totalling = Totalling::parse(text).unwrap_or(definition.totalling)
        }
        "first_period" => {
            let first = Period::parse_any(text).map(Period::start);
            definition.first_period = first.unwrap_or(definition.first_period);
        }
        "staff_enters" => definition.staff_enters = value == true,
        "scope" => definition.scope = Scope::parse(text).unwrap_or(definition.scope),
        "source" => definition.source = Source::parse(text).unwrap_or(definition.source),
        "counted" => text.clone_into(&mut definition.counted),
        "counted_of" => text.clone_into(&mut definition.counted_of),
        "archived" => definition.archived_at = (value == true).then_some(op.now),
        _ => {}
    }
}
