//! Reading keys: admins see all of them, others none.

use super::ApiKey;
use crate::auth::{Actor, KeyId, Role};
use crate::db::Conn;
use crate::schema::api_keys;
use diesel::mysql::Mysql;
use diesel::prelude::*;

/// The keys that this person may see.
pub(super) fn visible_to(actor: &Actor) -> api_keys::BoxedQuery<'static, Mysql> {
    let all = api_keys::table.into_boxed();
    match actor.role {
        Role::Admin => all,
        _ => all.filter(api_keys::id.eq(-1_i64)),
    }
}

/// The newest keys, those that open something first; more than any installation has.
pub(super) fn newest(conn: &mut Conn, actor: &Actor) -> QueryResult<Vec<ApiKey>> {
    visible_to(actor)
        .order((api_keys::revoked_at.is_null().desc(), api_keys::id.desc()))
        .limit(500)
        .select(ApiKey::as_select())
        .load(conn)
}

/// One key.
pub(super) fn find(conn: &mut Conn, actor: &Actor, id: KeyId) -> QueryResult<ApiKey> {
    visible_to(actor)
        .filter(api_keys::id.eq(id))
        .select(ApiKey::as_select())
        .first(conn)
}
