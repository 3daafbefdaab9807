//! Values that go along when their account is merged into another.

use super::model::{Value, ValueId};
use crate::accounts::model::AccountId;
use crate::audit::{Audited, Moving, Operation};
use crate::auth::Actor;
use crate::db::Conn;
use crate::schema::kpi_values;
use diesel::prelude::*;
use std::collections::BTreeSet;

/// The values of an account. Where both have one of the same KPI and period, each keeps its own: two sums of one thing
/// are not to be added up, and an undo finds both.
pub const OF_ACCOUNT: Moving = Moving {
    label: "merges-moves-values",
    count,
    move_all,
};

fn count(conn: &mut Conn, _: &Actor, id: i64) -> QueryResult<i64> {
    kpi_values::table
        .filter(kpi_values::account_id.eq(AccountId(id)))
        .filter(kpi_values::value.is_not_null())
        .count()
        .get_result(conn)
}

fn move_all(conn: &mut Conn, op: &mut Operation<'_>, from: i64, to: i64) -> QueryResult<()> {
    let both = [AccountId(from), AccountId(to)];
    let all: Vec<Value> = kpi_values::table
        .filter(kpi_values::account_id.eq_any(both))
        .order(kpi_values::id)
        .for_update()
        .select(Value::as_select())
        .load(conn)?;
    let cell = |value: &Value| (value.definition_id.0, value.period);
    let (theirs, own): (Vec<Value>, Vec<Value>) = all
        .into_iter()
        .partition(|value| value.account_id == Some(both[0]));
    let taken: BTreeSet<_> = own.iter().map(cell).collect();
    let moved: Vec<Value> = theirs
        .into_iter()
        .filter(|value| !taken.contains(&cell(value)))
        .collect();
    let ids: Vec<ValueId> = moved.iter().map(|value| value.id).collect();
    diesel::update(kpi_values::table.filter(kpi_values::id.eq_any(ids)))
        .set((
            kpi_values::account_id.eq(both[1]),
            kpi_values::version.eq(kpi_values::version + 1),
        ))
        .execute(conn)?;
    for before in &moved {
        let (was, is) = (both[0].0.into(), both[1].0.into());
        op.changed(before.subject(), "account_id", was, is);
    }
    Ok(())
}
