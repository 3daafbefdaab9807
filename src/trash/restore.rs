//! Taking records out of the trash.

use crate::audit::{Done, Kind, Obstacle, Reason, Reverser, Subject, record_undoable};
use crate::auth::Actor;
use crate::db::{AsDatabaseError, Conn};
use chrono::NaiveDateTime;

/// Why nothing was restored.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// What stands in the way.
    #[error("something is in the way")]
    Blocked(Vec<Obstacle>),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] diesel::result::Error),
}

impl AsDatabaseError for RestoreError {
    fn database_error(&self) -> Option<&diesel::result::Error> {
        match self {
            Self::Db(error) => Some(error),
            Self::Blocked(_) => None,
        }
    }
}

/// Restores records as one operation, all or none. One that is not deleted any more is left as it is. How many there
/// were.
pub fn restore(
    conn: &mut Conn,
    actor: &Actor,
    reversers: &[&dyn Reverser],
    records: &[Subject],
    now: NaiveDateTime,
) -> Result<Done<usize>, RestoreError> {
    record_undoable(conn, actor, Kind::TrashRestore, now, |conn, op| {
        let (mut obstacles, mut restored) = (Vec::new(), 0);
        for record in records {
            let Some(reverser) = reversers.iter().find(|r| r.subject() == record.kind) else {
                continue;
            };
            match reverser.read(conn, record.id)? {
                None => obstacles.push(Obstacle::new(*record, "", Reason::Gone)),
                Some(present) if present.is_living => {}
                Some(_) => {
                    let found = reverser.bring_back(conn, op, record.id)?;
                    restored += usize::from(found.is_empty());
                    obstacles.extend(found);
                }
            }
        }
        if !obstacles.is_empty() {
            return Err(RestoreError::Blocked(obstacles));
        }
        if restored > 0 {
            op.say("count", restored);
        }
        Ok(restored)
    })
}
