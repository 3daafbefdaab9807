//! Databases for tests: `minimata_*` on the server of `TEST_DATABASE_URL`.
//!
//! `scripts/test` sets the variable and owns that server. Without it, the first test starts a private server, which a
//! `Watchdog` ends with this process.
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use mysql_async::prelude::{Query, Queryable};
use url::Url;

use super::server;

/// A migrated database; dropped with this value, except the shared one.
pub struct TestDatabase {
    name: String,
    url: String,
}

impl TestDatabase {
    /// The one that tests use which never commit. Created once a process; a later run sweeps it away.
    pub fn shared() -> &'static TestDatabase {
        static SHARED: OnceLock<TestDatabase> = OnceLock::new();
        SHARED.get_or_init(|| {
            sweep();
            TestDatabase::own()
        })
    }

    /// One of its own, for tests which need real commits, several connections or the browser.
    pub fn own() -> TestDatabase {
        let database = TestDatabase::empty();
        server::migrate(database.url());
        database
    }

    /// One without tables, for tests of the migrations themselves.
    pub fn empty() -> TestDatabase {
        static NUMBER: AtomicU32 = AtomicU32::new(1);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("minimata_test_{}_{number}", std::process::id());
        run(&[
            format!("DROP DATABASE IF EXISTS {name}"),
            format!("CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_swedish_ci"),
        ]);
        let mut url = Url::parse(server_url()).expect("TEST_DATABASE_URL is an address");
        url.set_path(&name);
        TestDatabase {
            name,
            url: url.into(),
        }
    }

    /// Its name on the server.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its address, in the form of `DATABASE_URL`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Asks one question on a connection of its own; each row is one text.
    pub fn column(&self, query: &str) -> Vec<String> {
        on_server(async |connection| {
            connection.query_drop(format!("USE {}", self.name)).await?;
            query.fetch(connection).await
        })
    }

    /// Runs one statement on a connection of its own, committed: for looking past the product.
    pub fn execute(&self, statement: &str) {
        run(&[format!("USE {}", self.name), statement.to_owned()]);
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        run(&[format!("DROP DATABASE IF EXISTS {}", self.name)]);
    }
}

/// Where databases may be created.
fn server_url() -> &'static str {
    static SERVER: OnceLock<String> = OnceLock::new();
    SERVER.get_or_init(|| {
        let named = std::env::var_os("TEST_DATABASE_URL").filter(|url| !url.is_empty());
        named.map_or_else(server::embedded, |url| {
            url.into_string().expect("an address")
        })
    })
}

/// Drops what earlier processes on this machine left: the shared database, or all after `kill -9`.
fn sweep() {
    let url = Url::parse(server_url()).expect("TEST_DATABASE_URL is an address");
    if !matches!(
        url.host_str(),
        None | Some("localhost" | "127.0.0.1" | "[::1]")
    ) {
        return;
    }
    let left = on_server(async |connection| {
        let all: Vec<String> = r"SHOW DATABASES LIKE 'minimata\_test\_%'"
            .fetch(connection)
            .await?;
        Ok(all)
    });
    let dead = |name: &String| {
        let process = name.split('_').nth(2).unwrap_or_default();
        process.parse::<u32>().is_ok() && !Path::new("/proc").join(process).exists()
    };
    let drops: Vec<String> = left
        .into_iter()
        .filter(dead)
        .map(|name| format!("DROP DATABASE IF EXISTS {name}"))
        .collect();
    run(&drops);
}

fn run(statements: &[String]) {
    on_server(async |connection| {
        for statement in statements {
            connection.query_drop(statement).await?;
        }
        Ok(())
    });
}

/// One connection for one errand; a thread of its own, because the caller may sit in a runtime.
fn on_server<T: Send>(
    work: impl AsyncFnOnce(&mut mysql_async::Conn) -> mysql_async::Result<T> + Send,
) -> T {
    let options =
        mysql_async::Opts::from_url(server_url()).expect("TEST_DATABASE_URL is an address");
    // The driver would otherwise leave a TCP address for the socket that the server names.
    let socket = options.socket().is_some();
    let options = mysql_async::OptsBuilder::from_opts(options).prefer_socket(socket);
    std::thread::scope(|scope| {
        let errand = scope.spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("runtime");
            runtime.block_on(async {
                let mut connection = mysql_async::Conn::new(options)
                    .await
                    .expect("the server of TEST_DATABASE_URL answers");
                let outcome = work(&mut connection).await.expect("the statement runs");
                let _ = connection.disconnect().await;
                outcome
            })
        });
        errand.join().expect("the errand succeeds")
    })
}
