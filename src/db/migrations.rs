//! Migrations: embedded, one DDL statement a step, applied by one process while the others wait.
//!
//! MySQL commits at each DDL statement, so a step cannot be rolled back. Before a step runs its version is written to
//! `migration_state`; a version found there at the next start is a step that was cut off (see [`MigrateError`]).

use super::Conn;
use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationVersion};
use diesel::mysql::Mysql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use std::time::{Duration, Instant};

/// All steps, oldest first.
pub const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// How long to wait for another process that migrates, and when to hold it for dead.
const WAIT: Duration = Duration::from_secs(120);
const STALE_SECONDS: i64 = 60;

/// Why the database cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// A statement failed, or the database went away.
    #[error("the database could not be migrated: {0}")]
    Database(String),
    /// A step was cut off and nobody can tell from outside whether it took effect.
    #[error(
        "migration {0} was interrupted. Look whether its statement took effect, then run `minimata migrate --resolve done` \
         if it did or `minimata migrate --resolve again` if it did not"
    )]
    Interrupted(String),
    /// The schema is newer than this program.
    #[error(
        "the database has migration {0}, which this version does not know: install the newer version"
    )]
    Newer(String),
    /// A restore was cut off: `scripts/restore` keeps this table until its last statement has run.
    #[error(
        "a restore into this database was not finished: run scripts/restore --replace --without-backup FILE again"
    )]
    Restoring,
    /// Another process has been migrating for too long.
    #[error("another process is still migrating the database; try again when it is done")]
    Waited,
}

impl From<diesel::result::Error> for MigrateError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Database(error.to_string())
    }
}

/// What the operator found out about an interrupted step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// Its statement took effect.
    Done,
    /// It did not.
    Again,
}

type Boxed = Box<dyn Migration<Mysql>>;

/// Brings the schema up to date and returns the names of the steps that ran. Safe to call from any number of
/// processes at once.
pub fn migrate(conn: &mut Conn, holder: &str) -> Result<Vec<String>, MigrateError> {
    prepare(conn)?;
    if pending(conn)?.is_empty() && interrupted(conn)?.is_none() {
        return Ok(Vec::new());
    }
    claim(conn, holder)?;
    let outcome = settle(conn, None).and_then(|()| run_pending(conn, holder));
    release(conn, holder)?;
    outcome
}

/// Records what became of an interrupted step; the next [`migrate`] goes on from there.
pub fn resolve(conn: &mut Conn, resolution: Resolution) -> Result<(), MigrateError> {
    prepare(conn)?;
    settle(conn, Some(resolution))
}

/// The names of the steps that a start would run.
pub fn plan(conn: &mut Conn) -> Result<Vec<String>, MigrateError> {
    prepare(conn)?;
    Ok(pending(conn)?
        .iter()
        .map(|step| step.name().to_string())
        .collect())
}

/// Whether every step that this program knows has been applied, asked without writing anything.
pub fn is_current(conn: &mut Conn) -> QueryResult<bool> {
    #[derive(QueryableByName)]
    struct Applied {
        #[diesel(sql_type = Text)]
        version: String,
    }
    let applied: Vec<Applied> =
        diesel::sql_query("SELECT version FROM __diesel_schema_migrations").load(conn)?;
    let known = diesel::migration::MigrationSource::<Mysql>::migrations(&MIGRATIONS);
    let known: Vec<Boxed> = known.unwrap_or_default();
    Ok(known.iter().all(|step| {
        let version = step.name().version().to_string();
        applied.iter().any(|a| a.version == version)
    }))
}

fn prepare(conn: &mut Conn) -> Result<(), MigrateError> {
    if table_exists(conn, "restore_unfinished")? {
        return Err(MigrateError::Restoring);
    }
    conn.batch_execute(
        "CREATE TABLE IF NOT EXISTS migration_state (
             id TINYINT NOT NULL PRIMARY KEY,
             holder VARCHAR(100) NULL,
             heartbeat_at DATETIME(6) NULL,
             running VARCHAR(100) NULL
         ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci",
    )?;
    conn.batch_execute("INSERT IGNORE INTO migration_state (id) VALUES (1)")?;
    Ok(())
}

fn pending(conn: &mut Conn) -> Result<Vec<Boxed>, MigrateError> {
    let failed =
        |e: Box<dyn std::error::Error + Send + Sync>| MigrateError::Database(e.to_string());
    let known: Vec<Boxed> =
        diesel::migration::MigrationSource::<Mysql>::migrations(&MIGRATIONS).map_err(failed)?;
    let applied = conn.applied_migrations().map_err(failed)?;
    if let Some(newer) = applied
        .iter()
        .find(|v| !known.iter().any(|m| m.name().version() == **v))
    {
        return Err(MigrateError::Newer(newer.to_string()));
    }
    let mut pending: Vec<Boxed> = known
        .into_iter()
        .filter(|m| !applied.contains(&m.name().version()))
        .collect();
    pending.sort_by_key(|m| m.name().version().to_string());
    Ok(pending)
}

fn run_pending(conn: &mut Conn, holder: &str) -> Result<Vec<String>, MigrateError> {
    let mut done = Vec::new();
    for step in pending(conn)? {
        let name = step.name().to_string();
        mark_running(conn, holder, Some(&name))?;
        log::info!("migrating: {name}");
        let outcome = conn.run_migration(&step);
        // A statement that the server refused had no effect, so its mark goes too. When the connection is what broke,
        // this fails as well, and the mark stays for `settle`.
        mark_running(conn, holder, None)
            .map_err(|e| MigrateError::Database(format!("{name}: {e}")))?;
        outcome.map_err(|e| MigrateError::Database(format!("{name}: {e}")))?;
        done.push(name);
    }
    Ok(done)
}

/// Waits for its turn. The row count of the UPDATE decides, because `GET_LOCK` succeeds on two Galera nodes at once.
fn claim(conn: &mut Conn, holder: &str) -> Result<(), MigrateError> {
    let started = Instant::now();
    while started.elapsed() < WAIT {
        let claimed = diesel::sql_query(
            "UPDATE migration_state SET holder = ?, heartbeat_at = UTC_TIMESTAMP(6) WHERE id = 1 AND
             (holder IS NULL OR heartbeat_at < UTC_TIMESTAMP(6) - INTERVAL ? SECOND)",
        )
        .bind::<Text, _>(holder)
        .bind::<BigInt, _>(STALE_SECONDS)
        .execute(conn)?;
        if claimed == 1 {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    Err(MigrateError::Waited)
}

fn release(conn: &mut Conn, holder: &str) -> QueryResult<()> {
    diesel::sql_query("UPDATE migration_state SET holder = NULL WHERE id = 1 AND holder = ?")
        .bind::<Text, _>(holder)
        .execute(conn)
        .map(|_| ())
}

fn mark_running(conn: &mut Conn, holder: &str, step: Option<&str>) -> QueryResult<()> {
    diesel::sql_query(
        "UPDATE migration_state SET running = ?, heartbeat_at = UTC_TIMESTAMP(6) WHERE id = 1 AND holder = ?",
    )
    .bind::<Nullable<Text>, _>(step)
    .bind::<Text, _>(holder)
    .execute(conn)
    .map(|_| ())
}

#[derive(QueryableByName)]
struct Running {
    #[diesel(sql_type = Nullable<Text>)]
    running: Option<String>,
}

fn interrupted(conn: &mut Conn) -> QueryResult<Option<String>> {
    let row: Running =
        diesel::sql_query("SELECT running FROM migration_state WHERE id = 1").get_result(conn)?;
    Ok(row.running)
}

/// Clears the mark of an interrupted step. `CREATE TABLE` is atomic, so there the table itself tells; a step that
/// inserts does nothing the second time, so it runs again; anything else needs the operator's word.
fn settle(conn: &mut Conn, told: Option<Resolution>) -> Result<(), MigrateError> {
    let Some(name) = interrupted(conn)? else {
        return Ok(());
    };
    let version = name.split('_').next().unwrap_or(&name).to_owned();
    let recorded = !pending(conn)?
        .iter()
        .any(|m| m.name().version().to_string() == version);
    let done = match (recorded, told, name.split_once("_create_")) {
        (true, _, _) => true,
        (_, Some(resolution), _) => resolution == Resolution::Done,
        (_, None, Some((_, table))) => table_exists(conn, table)?,
        (_, None, None) if name.contains("_insert_") => false,
        (_, None, None) => return Err(MigrateError::Interrupted(name)),
    };
    if done && !recorded {
        diesel::sql_query("INSERT IGNORE INTO __diesel_schema_migrations (version) VALUES (?)")
            .bind::<Text, _>(MigrationVersion::from(version).to_string())
            .execute(conn)?;
    }
    conn.batch_execute("UPDATE migration_state SET running = NULL WHERE id = 1")?;
    log::warn!("migration {name} was interrupted and has been settled");
    Ok(())
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

fn table_exists(conn: &mut Conn, table: &str) -> QueryResult<bool> {
    let found: Found = diesel::sql_query(
        "SELECT COUNT(*) AS n FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?",
    )
    .bind::<Text, _>(table)
    .get_result(conn)?;
    Ok(found.n > 0)
}
