//! Remembering what was proven.

use super::Report;
use crate::audit::{Kind, record};
use crate::auth::Actor;
use crate::db::Conn;
use crate::schema::backups;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Notes that the backup of this report can be restored. One that the script could not tell of is added now.
pub fn remember(
    conn: &mut Conn,
    actor: &Actor,
    report: &Report,
    now: NaiveDateTime,
) -> QueryResult<()> {
    record(conn, actor, Kind::BackupProve, now, |conn, op| {
        let known = backups::table.filter(backups::sha256.eq(&report.sha256));
        let marked = diesel::update(known)
            .set(backups::proven_at.eq(now))
            .execute(conn)?;
        if marked == 0 {
            diesel::insert_into(backups::table)
                .values((
                    backups::name.eq(&report.name),
                    backups::sha256.eq(&report.sha256),
                    backups::bytes.eq(report.bytes),
                    backups::taken_at.eq(report.taken_at.unwrap_or(now)),
                    backups::proven_at.eq(now),
                ))
                .execute(conn)?;
        }
        op.say("name", report.name.clone());
        op.say("rows", report.rows());
        Ok::<_, diesel::result::Error>(())
    })
}
