//! diesel over mysql_async: strict TLS, and a deadline for each statement.

use super::DatabaseOptions;
use diesel::connection::{Connection, InstrumentationEvent, SimpleConnection};
use diesel::r2d2::{Error, ManageConnection, R2D2Connection};
use diesel::result::ConnectionError;
use diesel_async::AsyncMysqlConnection;
use diesel_async::async_connection_wrapper::{AsyncConnectionWrapper, BlockOn};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::runtime::Runtime;

/// A connection as every query and action sees it: diesel's ordinary synchronous API.
pub type Conn = AsyncConnectionWrapper<AsyncMysqlConnection, Deadline>;

/// What a statement past its deadline unwinds with; [`super::Db::run_blocking`] turns it into "busy".
pub(super) struct DeadlineExceeded;

thread_local! {
    // `BlockOn::get_runtime` takes no argument: the connection being opened leaves its runtime here.
    static OPENING: RefCell<Option<Deadline>> = const { RefCell::new(None) };
    // Whether the statement on its way is the check at check-out, which is not counted.
    static CHECKING: Cell<bool> = const { Cell::new(false) };
    // Whether the statements of this thread have the long limit.
    static LONGER: Cell<bool> = const { Cell::new(false) };
}

/// What a statement of [`with_long_limit`] may take, here and on the server.
const LONG_LIMIT: Duration = Duration::from_secs(60);
const LONG_LIMIT_ON_SERVER: &str =
    "SET lc_messages = 'en_US' /*M!100101 , max_statement_time = 60 */";
const LIMIT_ON_SERVER: &str = "SET lc_messages = 'en_US' /*M!100101 , max_statement_time = 5 */";

/// Takes the long limit back, however the work ends.
struct Longer;

impl Drop for Longer {
    fn drop(&mut self) {
        LONGER.set(false);
    }
}

/// Gives each statement of `work` a minute. A connection without a limit keeps none.
pub(super) fn with_long_limit<T, E: From<diesel::result::Error>>(
    conn: &mut Conn,
    work: impl FnOnce(&mut Conn) -> Result<T, E>,
) -> Result<T, E> {
    conn.batch_execute(LONG_LIMIT_ON_SERVER)?;
    LONGER.set(true);
    let longer = Longer;
    let outcome = work(conn);
    drop(longer);
    conn.batch_execute(LIMIT_ON_SERVER)?;
    outcome
}

/// Runs a connection's futures on a runtime of its own and gives up after a while.
///
/// mysql_async has no read timeout, and a stopped server would hang the caller for ever.
pub struct Deadline {
    /// Taken by `drop` alone.
    runtime: Option<Runtime>,
    limit: Option<Duration>,
}

impl Drop for Deadline {
    /// A pool may end on one of the server's own threads, where waiting for a runtime to stop is not allowed.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl BlockOn for Deadline {
    fn block_on<F: Future>(&self, future: F) -> F::Output {
        let Some(runtime) = &self.runtime else {
            std::panic::resume_unwind(Box::new(DeadlineExceeded))
        };
        let Some(limit) = self.limit else {
            return runtime.block_on(future);
        };
        let limit = if LONGER.get() { LONG_LIMIT } else { limit };
        let bounded = async { tokio::time::timeout(limit, future).await };
        match runtime.block_on(bounded) {
            Ok(output) => output,
            Err(_) => std::panic::resume_unwind(Box::new(DeadlineExceeded)),
        }
    }

    #[expect(
        clippy::expect_used,
        reason = "only Manager::connect makes a Conn, and it sets OPENING first"
    )]
    fn get_runtime() -> Self {
        OPENING.take().expect("a connection is being opened")
    }
}

/// Opens connections for the pool.
pub struct Manager {
    options: DatabaseOptions,
    statements: Arc<AtomicU64>,
}

impl Manager {
    pub(super) fn new(options: DatabaseOptions, statements: Arc<AtomicU64>) -> Self {
        Self {
            options,
            statements,
        }
    }

    fn open(&self) -> Result<Conn, ConnectionError> {
        let bad = |cause: String| ConnectionError::BadConnection(cause);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|e| bad(format!("no runtime for the connection: {e}")))?;
        let opening = async {
            let raw = mysql_async::Conn::new(self.options.driver().clone())
                .await
                .map_err(|e| bad(self.options.explain(&e)))?;
            AsyncMysqlConnection::try_from(raw).await
        };
        let limit = self.options.connect_limit();
        let raw = runtime
            .block_on(async { tokio::time::timeout(limit, opening).await })
            .map_err(|_| bad(format!("no answer within {} s", limit.as_secs())))??;
        OPENING.set(Some(Deadline {
            runtime: Some(runtime),
            limit: self.options.statement_limit(),
        }));
        let mut conn = Conn::from(raw);
        let statements = self.statements.clone();
        conn.set_instrumentation(move |event: InstrumentationEvent<'_>| {
            if matches!(event, InstrumentationEvent::StartQuery { .. }) && !CHECKING.get() {
                statements.fetch_add(1, Ordering::Relaxed);
            }
        });
        Ok(conn)
    }
}

impl ManageConnection for Manager {
    type Connection = Conn;
    type Error = Error;

    fn connect(&self) -> Result<Conn, Error> {
        self.open().map_err(Error::ConnectionError)
    }

    fn is_valid(&self, conn: &mut Conn) -> Result<(), Error> {
        CHECKING.set(true);
        let ping = std::panic::catch_unwind(AssertUnwindSafe(|| conn.ping()));
        CHECKING.set(false);
        ping.unwrap_or(Err(diesel::result::Error::BrokenTransactionManager))
            .map_err(Error::QueryError)
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        std::thread::panicking() || conn.is_broken()
    }
}
