//! The product under test: a real server on a free port, its database and its clock.
use super::browser::Browser;
use super::clock::TestClock;
use super::database::TestDatabase;
use super::page::Page;
use super::server::{Mode, Running};
use super::wire;

/// A running product. Fields end in this order: server, then database.
pub struct TestApp {
    server: Running,
    clock: TestClock,
    database: Option<TestDatabase>,
}

impl TestApp {
    /// The usual one: fast, on the shared database, everything rolled back. One request at a time touches the
    /// database; number what must be unique, or two tests wait for each other's lock.
    pub fn start() -> TestApp {
        let clock = TestClock::new();
        let server = Running::start(TestDatabase::shared().url(), Mode::RolledBack, &clock);
        TestApp {
            server,
            clock,
            database: None,
        }
    }

    /// On a database of its own with real commits: for races, jobs, the browser.
    pub fn start_committed() -> TestApp {
        let clock = TestClock::new();
        let database = TestDatabase::own();
        let server = Running::start(database.url(), Mode::Committed, &clock);
        TestApp {
            server,
            clock,
            database: Some(database),
        }
    }

    /// On somebody's server, which may fail: for what happens without a database.
    pub fn start_at(database_url: &str) -> TestApp {
        let clock = TestClock::new();
        super::server::migrate(database_url);
        TestApp {
            server: Running::start(database_url, Mode::Committed, &clock),
            clock,
            database: None,
        }
    }

    /// Like [`TestApp::start_committed`], with settings that tests usually do without.
    pub fn start_with(settings: &[(&str, &str)]) -> TestApp {
        let clock = TestClock::new();
        let database = TestDatabase::own();
        let server = Running::start_with(database.url(), Mode::Committed, &clock, settings);
        TestApp {
            server,
            clock,
            database: Some(database),
        }
    }

    /// The product itself, for builders that insert rows.
    pub fn server(&self) -> &Running {
        &self.server
    }

    /// The clock that the product reads.
    pub fn clock(&self) -> &TestClock {
        &self.clock
    }

    /// Its own database, where it has one.
    pub fn database(&self) -> &TestDatabase {
        self.database
            .as_ref()
            .expect("only TestApp::start_committed() has a database of its own")
    }

    /// `http://127.0.0.1:PORT`
    pub fn base(&self) -> &str {
        self.server.base()
    }

    /// A new visitor without cookies, over plain HTTP.
    pub fn browser(&self) -> Browser {
        Browser::new(self.base())
    }

    /// A new visitor in a real Chromium.
    pub fn page(&self) -> Page {
        self.database();
        Page::open(self.base())
    }

    /// A new visitor in a real Chromium that runs no script.
    pub fn page_without_javascript(&self) -> Page {
        self.database();
        Page::open_without_javascript(self.base())
    }

    /// Sends bytes as they are and gives all that comes back.
    pub fn wire(&self, bytes: &[u8]) -> String {
        wire::exchange(self.base(), bytes)
    }
}
