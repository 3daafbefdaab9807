//! The adapter: the only file of the harness that touches the product crate.
//!
//! Until the product can be started, a stand-in serves the site of the self tests.
use std::net::TcpListener;

use super::clock::TestClock;
use super::selftest_site::{self, Site};

/// Whether what a test writes stays.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// A pool of one, whose connection sits in a transaction that is never committed.
    RolledBack,
    /// An ordinary pool.
    Committed,
}

/// Brings an empty database to the newest version.
pub fn migrate(_url: &str) {}

/// Starts a private database server with relaxed durability and gives its address.
pub fn embedded() -> String {
    let directory = std::env::temp_dir().join(format!("minimata-test-{}", std::process::id()));
    let _watchdog = std::mem::ManuallyDrop::new(super::watchdog::Watchdog::over(&directory));
    panic!("set TEST_DATABASE_URL: no embedded server is wired in yet")
}

/// The product, serving.
pub struct Running {
    site: Site,
}

impl Running {
    /// Starts the product on a free port of 127.0.0.1, in threads of its own.
    pub fn start(_database_url: &str, _mode: Mode, _clock: &TestClock) -> Running {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        Running {
            site: selftest_site::serve(listener),
        }
    }

    /// `http://127.0.0.1:PORT`
    pub fn base(&self) -> &str {
        self.site.base()
    }

    /// How many statements the product has sent to its database.
    pub fn statements(&self) -> u64 {
        self.site.hits()
    }
}
