//! Migrations, each test on a database of its own because DDL commits.
use diesel::connection::SimpleConnection;
use diesel_migrations::MigrationHarness;
use minimata::db::migrations::{self, MIGRATIONS, MigrateError, Resolution};
use minimata::db::{Conn, DatabaseOptions, Db};
use minimata::web::AppError;

use super::support::TestDatabase;

/// One connection without time limits, as a starting server has.
fn with<T>(database: &TestDatabase, work: impl FnOnce(&mut Conn) -> T) -> T {
    let options = DatabaseOptions::parse(database.url(), None, None).expect("an address");
    let db = Db::open(&options.unlimited(), 1).expect("the test database answers");
    db.run_blocking(|conn| Ok::<_, AppError>(work(conn)))
        .expect("the test database answers")
}

fn migrate(database: &TestDatabase) -> Result<Vec<String>, MigrateError> {
    with(database, |conn| migrations::migrate(conn, "test"))
}

fn applied(database: &TestDatabase) -> Vec<String> {
    database.column("SELECT version FROM __diesel_schema_migrations ORDER BY version")
}

fn tables(database: &TestDatabase) -> Vec<String> {
    database.column("SHOW TABLES")
}

#[test]
fn an_empty_database_is_brought_up_to_date_once() {
    let database = TestDatabase::empty();
    let plan = with(&database, |conn| migrations::plan(conn).expect("a plan"));
    assert!(plan.len() >= 15, "{plan:?}");
    assert_eq!(migrate(&database).expect("all steps run"), plan);
    assert_eq!(applied(&database).len(), plan.len());
    assert_eq!(
        migrate(&database).expect("nothing left"),
        Vec::<String>::new()
    );
}

#[test]
fn every_step_goes_down_and_up_again_newest_first() {
    let database = TestDatabase::empty();
    let steps = migrate(&database).expect("all steps run");
    let before = tables(&database);
    let newest = with(&database, |conn| {
        conn.revert_last_migration(MIGRATIONS)
            .expect("the newest goes down")
            .to_string()
    });
    assert!(steps.last().is_some_and(|step| step.starts_with(&newest)));
    assert_eq!(migrate(&database).expect("up again").len(), 1);
    with(&database, |conn| {
        conn.revert_all_migrations(MIGRATIONS)
            .expect("all go down")
            .len()
    });
    assert_eq!(
        tables(&database),
        ["__diesel_schema_migrations", "migration_state"]
    );
    assert_eq!(migrate(&database).expect("up again"), steps);
    assert_eq!(tables(&database), before);
}

/// Leaves the mark of a process that was killed, long enough ago to be held for dead.
fn killed_in(database: &TestDatabase, step: &str) {
    database.execute(&format!(
        "UPDATE migration_state SET holder = 'dead', running = '{step}',
         heartbeat_at = UTC_TIMESTAMP(6) - INTERVAL 5 MINUTE"
    ));
}

fn running(database: &TestDatabase) -> Vec<String> {
    database.column("SELECT running FROM migration_state WHERE running IS NOT NULL")
}

#[test]
fn a_crash_before_the_statement_is_settled() {
    let database = TestDatabase::empty();
    let plan = with(&database, |conn| migrations::plan(conn).expect("a plan"));
    killed_in(&database, &plan[0]);
    assert_eq!(migrate(&database).expect("settled"), plan);
    assert_eq!(running(&database), Vec::<String>::new());
}

#[test]
fn a_crash_after_the_statement_is_settled() {
    let database = TestDatabase::own();
    let before = applied(&database);
    let step = "20261121000014_create_jobs";
    database.execute("DELETE FROM __diesel_schema_migrations WHERE version = '20261121000014'");
    killed_in(&database, step);
    assert_eq!(
        migrate(&database).expect("settled"),
        Vec::<String>::new(),
        "the table was there"
    );
    assert_eq!(applied(&database), before);
    assert_eq!(running(&database), Vec::<String>::new());
}

#[test]
fn a_crash_that_nobody_can_judge_waits_for_the_operator() {
    for (resolution, runs) in [(Resolution::Done, 0), (Resolution::Again, 1)] {
        let database = TestDatabase::own();
        let step = "20261121000015_change_settings";
        database.execute("DELETE FROM __diesel_schema_migrations WHERE version = '20261121000015'");
        if resolution == Resolution::Again {
            database.execute("DELETE FROM settings");
        }
        killed_in(&database, step);
        match migrate(&database) {
            Err(MigrateError::Interrupted(name)) => assert_eq!(name, step),
            other => panic!("{other:?}"),
        }
        with(&database, |conn| {
            migrations::resolve(conn, resolution).expect("settled")
        });
        assert_eq!(migrate(&database).expect("goes on").len(), runs);
        assert_eq!(database.column("SELECT id FROM settings"), ["1"]);
    }
}

#[test]
fn an_insert_that_was_cut_off_runs_again_and_doubles_nothing() {
    let database = TestDatabase::own();
    let rows = || {
        database.column("SELECT CONCAT(id, version) FROM settings UNION ALL SELECT kind FROM jobs")
    };
    let before = rows();
    let steps: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations"))
        .expect("the migrations")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|step| step.contains("_insert_"))
        .collect();
    assert!(steps.len() >= 2);
    for step in steps {
        let version = &step[..14];
        database.execute(&format!(
            "DELETE FROM __diesel_schema_migrations WHERE version = '{version}'"
        ));
        killed_in(&database, &step);
        assert_eq!(migrate(&database).expect("settled"), [step]);
        assert_eq!(rows(), before);
    }
}

#[test]
fn two_processes_at_once_both_succeed() {
    let database = TestDatabase::empty();
    let all = with(&database, |conn| {
        migrations::plan(conn).expect("a plan").len()
    });
    let ran: Vec<usize> = std::thread::scope(|scope| {
        let starts = ["first", "second"].map(|name| {
            let database = &database;
            scope.spawn(move || {
                with(database, |conn| migrations::migrate(conn, name))
                    .expect("both succeed")
                    .len()
            })
        });
        starts.map(|start| start.join().expect("ends")).to_vec()
    });
    assert_eq!(ran.iter().sum::<usize>(), all, "each step once: {ran:?}");
}

#[test]
fn a_newer_schema_is_refused() {
    let database = TestDatabase::own();
    database.execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('99991231000000')");
    match migrate(&database) {
        Err(MigrateError::Newer(version)) => assert_eq!(version, "99991231000000"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_failed_step_names_itself_and_the_next_start_goes_on() {
    let database = TestDatabase::empty();
    with(&database, |conn| {
        conn.batch_execute("CREATE TABLE jobs (id INT)")
            .expect("a table in the way")
    });
    for _ in 0..2 {
        match migrate(&database) {
            Err(MigrateError::Database(text)) => assert!(text.contains("create_jobs"), "{text}"),
            other => panic!("{other:?}"),
        }
    }
    database.execute("DROP TABLE jobs");
    assert!(!migrate(&database).expect("goes on").is_empty());
}
