//! Reading KPIs. Every read of definitions starts at [`visible_to`]; what is written about them is read for definitions
//! that were read so.

mod entries;
mod history;
mod latest;
mod names;

pub use entries::{
    Targets, Values, cell, has_entries, is_locked, lock_of, locked, targets, targets_of, value,
    value_at, values, values_of,
};
pub use history::{Correction, corrections};
pub use latest::{expected, lacking, missing, on_days};
pub use names::titles;

use super::Cadence;
use super::model::{Definition, DefinitionId, Source};
use crate::auth::Actor;
use crate::db::Conn;
use crate::schema::kpi_definitions;
use diesel::mysql::Mysql;
use diesel::prelude::*;

/// A query on definitions under construction.
pub type Visible = kpi_definitions::BoxedQuery<'static, Mysql>;

/// The KPIs that this person may see: everybody reads all of them. A scope would be added here and nowhere else.
pub fn visible_to(_actor: &Actor) -> Visible {
    kpi_definitions::table.into_boxed()
}

/// A KPI by its id, archived or not.
pub fn find(conn: &mut Conn, actor: &Actor, id: DefinitionId) -> QueryResult<Definition> {
    visible_to(actor)
        .filter(kpi_definitions::id.eq(id))
        .select(Definition::as_select())
        .first(conn)
}

/// Waits for its turn to change a KPI.
pub fn lock(conn: &mut Conn, id: DefinitionId) -> QueryResult<()> {
    kpi_definitions::table
        .find(id)
        .select(kpi_definitions::id)
        .for_update()
        .first::<DefinitionId>(conn)
        .map(|_| ())
}

/// All KPIs, or those of one cadence, by name; those put away only where they are asked for.
pub fn all(
    conn: &mut Conn,
    actor: &Actor,
    cadence: Option<Cadence>,
    archived: bool,
) -> QueryResult<Vec<Definition>> {
    let mut query = visible_to(actor);
    query = match archived {
        true => query.filter(kpi_definitions::archived_at.is_not_null()),
        false => query.filter(kpi_definitions::archived_at.is_null()),
    };
    if let Some(cadence) = cadence {
        query = query.filter(kpi_definitions::cadence.eq(cadence));
    }
    query
        .order((kpi_definitions::name, kpi_definitions::id))
        .select(Definition::as_select())
        .load(conn)
}

/// Whether any KPI is followed.
pub fn are_any(conn: &mut Conn, actor: &Actor) -> QueryResult<bool> {
    let first: Option<DefinitionId> = visible_to(actor)
        .filter(kpi_definitions::archived_at.is_null())
        .select(kpi_definitions::id)
        .first(conn)
        .optional()?;
    Ok(first.is_some())
}

/// The KPIs that are counted from records and still followed.
pub fn counted(conn: &mut Conn, actor: &Actor) -> QueryResult<Vec<Definition>> {
    visible_to(actor)
        .filter(kpi_definitions::archived_at.is_null())
        .filter(kpi_definitions::source.ne(Source::Entered))
        .order(kpi_definitions::id)
        .select(Definition::as_select())
        .load(conn)
}

/// The KPI with this folded name.
pub fn by_key(conn: &mut Conn, key: &str) -> QueryResult<Option<Definition>> {
    kpi_definitions::table
        .filter(kpi_definitions::name_key.eq(key))
        .select(Definition::as_select())
        .first(conn)
        .optional()
}
