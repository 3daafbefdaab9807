//! Reading the settings.

use super::Settings;
use crate::db::Conn;
use crate::schema::settings;
use diesel::prelude::*;

/// The settings as they are now.
pub fn load(conn: &mut Conn) -> QueryResult<Settings> {
    settings::table
        .find(1)
        .select(Settings::as_select())
        .first(conn)
}

/// The same, held until the transaction ends.
pub(super) fn lock(conn: &mut Conn) -> QueryResult<Settings> {
    settings::table
        .find(1)
        .select(Settings::as_select())
        .for_update()
        .first(conn)
}
