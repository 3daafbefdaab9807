//! The only door to the database: a pool of connections, and blocking work that leaves the async threads here.

mod by_index;
mod connection;
pub mod counting;
pub mod embedded;
mod errors;
mod ids;
pub mod keyset;
pub mod migrations;
mod options;
mod transaction;
mod union;

use crate::web::AppError;
pub use by_index::by_index;
pub use connection::{Conn, Manager};
pub use counting::count_up_to;
use diesel::r2d2::{Pool, TestCustomizer};
pub use errors::{is_busy, is_duplicate_of, is_retryable};
pub use options::{DatabaseOptions, OptionsError, Tls};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
pub use transaction::{AsDatabaseError, transaction};
pub use union::UnionAll;

diesel::define_sql_function! {
    /// The id that the last insert on this connection made: diesel has no `RETURNING` for MySQL.
    fn last_insert_id() -> diesel::sql_types::BigInt;
}

/// How long a request waits for a free connection before it answers 503.
const POOL_WAIT: Duration = Duration::from_secs(2);

/// A handle on the connection pool. Cloning it is cheap.
#[derive(Clone)]
pub struct Db {
    pool: Pool<Manager>,
    statements: Arc<AtomicU64>,
}

impl Db {
    /// Opens a pool of at most `size` connections; the first one is made now, so a wrong address, password or
    /// certificate is an error here and not in the first request.
    pub fn open(options: &DatabaseOptions, size: u32) -> Result<Self, diesel::r2d2::PoolError> {
        let statements = Arc::new(AtomicU64::new(0));
        let pool = Pool::builder()
            .max_size(size)
            .min_idle(Some(1))
            .connection_timeout(POOL_WAIT.max(Duration::from_secs(3)))
            .test_on_check_out(true)
            .error_handler(Box::new(LogOpening))
            .build(Manager::new(options.clone(), statements.clone()))?;
        Ok(Self { pool, statements })
    }

    /// One connection inside a transaction that is never committed.
    pub fn for_test(options: &DatabaseOptions) -> Result<Self, diesel::r2d2::PoolError> {
        let statements = Arc::new(AtomicU64::new(0));
        let pool = Pool::builder()
            .max_size(1)
            .connection_timeout(POOL_WAIT)
            .test_on_check_out(true)
            .connection_customizer(Box::new(TestCustomizer))
            .build(Manager::new(options.clone(), statements.clone()))?;
        Ok(Self { pool, statements })
    }

    /// How many statements this pool has sent, not counting the check of a connection at check-out.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// One closure, one connection, one trip off the async threads.
    pub async fn run<T, E>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
    ) -> Result<T, AppError>
    where
        T: Send + 'static,
        E: Into<AppError> + 'static,
    {
        let db = self.clone();
        tokio::task::spawn_blocking(move || db.run_blocking(work))
            .await
            .map_err(|e| AppError::internal(format!("blocking task: {e}")))?
    }

    /// Like [`Self::run`] for reading what no page needs: a statement may take up to a minute.
    pub async fn run_longer<T, E>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
    ) -> Result<T, AppError>
    where
        T: Send + 'static,
        E: Into<AppError> + From<diesel::result::Error> + 'static,
    {
        self.run(move |conn| connection::with_long_limit(conn, work))
            .await
    }

    /// The same for callers that are on a blocking thread already (commands, jobs).
    ///
    /// A statement past its deadline unwinds out of diesel; it ends here, as "busy", and its connection is dropped.
    pub fn run_blocking<T, E>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, E>,
    ) -> Result<T, AppError>
    where
        E: Into<AppError>,
    {
        let outcome = std::panic::catch_unwind(AssertUnwindSafe(|| {
            let mut conn = self.pool.get().map_err(|e| {
                log::warn!("no database connection: {e}");
                AppError::Busy
            })?;
            work(&mut conn).map_err(Into::into)
        }));
        match outcome {
            Ok(result) => result,
            Err(cause) if cause.is::<connection::DeadlineExceeded>() => {
                log::warn!("a statement passed its deadline");
                Err(AppError::Busy)
            }
            Err(cause) => std::panic::resume_unwind(cause),
        }
    }
}

/// Says why a connection could not be opened, once per attempt.
#[derive(Debug)]
struct LogOpening;

impl diesel::r2d2::HandleError<diesel::r2d2::Error> for LogOpening {
    fn handle_error(&self, error: diesel::r2d2::Error) {
        log::warn!("database: {error}");
    }
}
