//! One transaction, retried as a whole when the server says so.

use super::{Conn, is_retryable};
use diesel::Connection;
use diesel::connection::TransactionManager;
use diesel::result::Error;
use std::time::Duration;

/// Attempts in all. SECURITY finding 5: retry whole transactions only, three times, with jitter.
const ATTEMPTS: u32 = 3;

/// Runs `work` in a transaction. Deadlocks and certification failures roll everything back and start over, three
/// times at most; `work` must therefore not keep anything from an attempt that failed.
///
/// Inside another transaction it is a savepoint and is never retried: the outer one decides.
pub fn transaction<T, E>(
    conn: &mut Conn,
    mut work: impl FnMut(&mut Conn) -> Result<T, E>,
) -> Result<T, E>
where
    E: From<Error> + AsDatabaseError,
{
    let nested = <Conn as Connection>::TransactionManager::transaction_manager_status_mut(conn)
        .transaction_depth()
        .is_ok_and(|depth| depth.is_some());
    let mut attempt = 1;
    loop {
        match conn.transaction(&mut work) {
            Err(error)
                if !nested
                    && attempt < ATTEMPTS
                    && error.database_error().is_some_and(is_retryable) =>
            {
                std::thread::sleep(Duration::from_millis(u64::from(
                    10 * attempt + rand::random_range(0..20),
                )));
                attempt += 1;
            }
            outcome => return outcome,
        }
    }
}

/// Errors that may hold a database error, so that a retry can recognise it.
pub trait AsDatabaseError {
    /// The database error inside, if that is what it is.
    fn database_error(&self) -> Option<&Error>;
}

impl AsDatabaseError for Error {
    fn database_error(&self) -> Option<&Error> {
        Some(self)
    }
}
