//! Taking values out of the database for good, where their account goes.

use super::model::Value;
use crate::accounts::model::AccountId;
use crate::audit::Operation;
use crate::db::Conn;
use crate::schema::kpi_values;
use diesel::prelude::*;

/// Removes the values of these accounts.
pub fn purge_at(conn: &mut Conn, op: &mut Operation<'_>, ids: &[AccountId]) -> QueryResult<()> {
    let of_them = || kpi_values::table.filter(kpi_values::account_id.eq_any(ids));
    let gone: Vec<Value> = of_them().select(Value::as_select()).load(conn)?;
    diesel::delete(of_them()).execute(conn)?;
    gone.iter().for_each(|value| op.deleted(value));
    Ok(())
}
