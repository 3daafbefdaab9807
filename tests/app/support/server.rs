//! The adapter: the only file of the harness that knows how the product is started.
use std::net::TcpListener;
use std::sync::mpsc;

use actix_web::dev::ServerHandle;
use minimata::app;
use minimata::config::Config;
use minimata::db::embedded::{Durability, Embedded};
use minimata::db::{DatabaseOptions, Db, migrations};
use minimata::web::{AppError, Clock, State};

use super::clock::TestClock;
use super::watchdog::Watchdog;

/// Whether what a test writes stays.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// A pool of one, whose connection sits in a transaction that is never committed.
    RolledBack,
    /// An ordinary pool.
    Committed,
}

/// Brings an empty database to the newest version.
pub fn migrate(url: &str) {
    let options = DatabaseOptions::parse(url, None, None).expect("an address");
    let db = Db::open(&options.unlimited(), 1).expect("the test database answers");
    let steps = db.run_blocking(|conn| Ok::<_, AppError>(migrations::migrate(conn, "tests")));
    if let Err(error) = steps.expect("the test database answers") {
        panic!("{error}");
    }
}

/// Starts a private database server with relaxed durability, which ends with this process, and gives its address.
pub fn embedded() -> String {
    let directory = std::env::temp_dir().join(format!("minimata-test-{}", std::process::id()));
    let watchdog = Watchdog::over(&directory);
    let server = Embedded::start(&directory, Durability::Relaxed).expect("a private MariaDB");
    let url = server.url();
    // Nobody drops statics; the watchdog ends the server.
    std::mem::forget((watchdog, server));
    url
}

/// The product, serving.
pub struct Running {
    base: String,
    state: State,
    handle: ServerHandle,
}

impl Running {
    /// Starts the product on a free port of 127.0.0.1, in threads of its own. It stops with this value.
    pub fn start(database_url: &str, mode: Mode, clock: &TestClock) -> Running {
        Self::start_with(database_url, mode, clock, &[])
    }

    /// The same with more settings, or others.
    pub fn start_with(
        database_url: &str,
        mode: Mode,
        clock: &TestClock,
        more: &[(&str, &str)],
    ) -> Running {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let config = settings(database_url, &base, mode, more);
        let options = config.database.clone().expect("an address is set");
        let db = match mode {
            Mode::RolledBack => Db::for_test(&options),
            Mode::Committed => Db::open(&options, config.database_pool.min(5)),
        };
        let clock = clock.clone();
        let clock = Clock::from_fn(move || clock.now());
        let db = db.expect("the test database answers");
        let state = app::state(config, db, clock).expect("settings that fit");
        let handle = serve(state.clone(), listener);
        Running {
            base,
            state,
            handle,
        }
    }

    /// `http://127.0.0.1:PORT`
    pub fn base(&self) -> &str {
        &self.base
    }

    /// What the product's handlers see: the database, the clock, the settings.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// How many statements the product has sent to its database.
    pub fn statements(&self) -> u64 {
        self.state.db.statements()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Sends the message; nobody needs to wait for the end.
        drop(self.handle.stop(false));
    }
}

/// Runs the server in a thread of its own.
fn serve(state: State, listener: TcpListener) -> ServerHandle {
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let server = app::server(state, listener).expect("the server starts");
            send.send(server.handle()).expect("the test waits");
            server.await
        })
    });
    receive.recv().expect("the server starts")
}

/// A key of the settings. Each app has its own: open tests that insert the same one would wait for each other.
pub fn configured_key(base: &str) -> String {
    let port = base.rsplit(':').next().unwrap_or_default();
    format!("a-key-of-the-configuration-{port:0>8}")
}

/// The product's settings, with hashing as cheap as Argon2 goes.
/// Rolled-back apps trust the address that their browsers name: open tests on one database would wait for each
/// other's counter of attempts.
fn settings(database_url: &str, base: &str, mode: Mode, more: &[(&str, &str)]) -> Config {
    let key = "0123456789abcdef".repeat(4);
    let proxies = match mode {
        Mode::RolledBack => "127.0.0.1",
        Mode::Committed => "",
    };
    let values = [
        ("DATABASE_URL", database_url),
        ("PUBLIC_URL", base),
        ("SESSION_KEY", &key),
        ("ARGON2_MEMORY_KIB", "8"),
        ("ARGON2_ITERATIONS", "1"),
        ("WORKERS", "2"),
        ("TRUSTED_PROXIES", proxies),
        ("BACKEND_API_KEYS", &configured_key(base)),
        ("ALLOWED_ORIGINS", "https://www.example.se"),
    ];
    let values = values.iter().chain(more);
    let values = values.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Config::from_values(values.collect()).unwrap_or_else(|errors| panic!("{errors}"))
}
