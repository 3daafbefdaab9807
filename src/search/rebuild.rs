//! Building the index from the records: at the start of a program whose rules are newer than the index, after a data set
//! was generated, and when an operator asks for it. Others may read and write meanwhile.

use super::KINDS;
use crate::db::{Conn, Db, transaction};
use crate::search_index::{Indexed, Mode, is_built, mark_built, settle};
use crate::web::AppError;
use chrono::NaiveDateTime;
use std::sync::Mutex;

/// Records of a transaction: few enough that nobody waits long for one of them.
const RECORDS: i64 = 500;

/// Builds the index unless it has been built by the rules of today. Whether it was needed.
pub fn build_if_needed(db: &Db, now: NaiveDateTime) -> Result<bool, AppError> {
    if db.run_blocking(is_built)? {
        return Ok(false);
    }
    let records = rebuild(db, 2, now, &|_| true)?;
    if records > 0 {
        log::info!("the search index was built: {records} records");
    }
    Ok(true)
}

/// Writes whatever the index lacks and takes away what it has too much, a few records at a time, on so many connections
/// of `db`. `progress` is told how many records are done and says whether to go on. How many there were.
pub fn rebuild(
    db: &Db,
    connections: usize,
    now: NaiveDateTime,
    progress: &(dyn Fn(usize) -> bool + Sync),
) -> Result<usize, AppError> {
    let mut all = 0;
    for kind in KINDS {
        let walk = Mutex::new(Walk::default());
        let work =
            || db.run_blocking(|conn| work(conn, *kind, &walk, &|done| progress(all + done)));
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..connections).map(|_| scope.spawn(work)).collect();
            threads.into_iter().try_for_each(|thread| {
                let died = || AppError::internal("a part of the index was not built");
                thread.join().map_err(|_| died())?
            })
        })?;
        let walk = walk.into_inner().unwrap_or_default();
        all += walk.done;
        if walk.is_stopped {
            return Ok(all);
        }
    }
    db.run_blocking(|conn| mark_built(conn, now))?;
    Ok(all)
}

/// How far the records of a kind have been read.
#[derive(Default)]
struct Walk {
    after: i64,
    done: usize,
    is_stopped: bool,
}

fn work(
    conn: &mut Conn,
    kind: &dyn Indexed,
    walk: &Mutex<Walk>,
    progress: &dyn Fn(usize) -> bool,
) -> Result<(), AppError> {
    let broken = || AppError::internal("another part of the index was not built");
    loop {
        let (ids, done) = {
            let mut walk = walk.lock().map_err(|_| broken())?;
            if walk.is_stopped {
                return Ok(());
            }
            let ids = kind.ids_after(conn, walk.after, RECORDS)?;
            let Some(last) = ids.last() else {
                return Ok(());
            };
            walk.after = *last;
            walk.done += ids.len();
            (ids, walk.done)
        };
        transaction(conn, |conn| settle(conn, kind, &ids, Mode::Repair))?;
        if !progress(done) {
            walk.lock().map_err(|_| broken())?.is_stopped = true;
        }
    }
}
