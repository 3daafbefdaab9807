//! The database's own view of a page: which statements it sends, how many rows they read, and how long they take bare.

use crate::http::Failure;
use crate::measure::Times;
use minimata::db::embedded::{Durability, Embedded};
use mysql_async::prelude::Queryable;
use mysql_async::{Conn, Opts, OptsBuilder};
use std::path::Path;
use std::time::Instant;
use tokio::runtime::Runtime;

/// Tables that writing while measuring adds to.
const ADDED_TO: [&str; 4] = ["changes", "operations", "contacts", "accounts"];

/// A connection as the private server's administrator, who can be anybody at its socket.
pub struct Database {
    runtime: Runtime,
    conn: Conn,
    // Last, so that the connection is gone before the server may be.
    _server: Embedded,
    highest: Vec<u64>,
}

impl Database {
    /// Joins the server that the product has started.
    pub fn join(data: &Path) -> Result<Self, Failure> {
        let server = Embedded::start(data, Durability::Durable)?;
        let options = OptsBuilder::from_opts(Opts::from_url(&server.url())?).user(Some("root"));
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let conn = runtime.block_on(Conn::new(options))?;
        let mut database = Self {
            runtime,
            conn,
            _server: server,
            highest: Vec::new(),
        };
        for table in ADDED_TO {
            let highest = database.number(&format!("SELECT COALESCE(MAX(id), 0) FROM {table}"))?;
            database.highest.push(highest);
        }
        Ok(database)
    }

    fn run(&mut self, statement: &str) -> Result<(), Failure> {
        Ok(self.runtime.block_on(self.conn.query_drop(statement))?)
    }

    pub fn number(&mut self, query: &str) -> Result<u64, Failure> {
        let number: Option<u64> = self.runtime.block_on(self.conn.query_first(query))?;
        Ok(number.unwrap_or_default())
    }

    /// Statements run and rows read so far, by anybody.
    fn counters(&mut self) -> Result<(u64, u64), Failure> {
        let asked = "SHOW GLOBAL STATUS WHERE Variable_name LIKE 'Handler\\_read%' OR Variable_name = 'Questions'";
        let rows: Vec<(String, u64)> = self.runtime.block_on(self.conn.query(asked))?;
        let of = |wanted: &dyn Fn(&str) -> bool| {
            rows.iter()
                .filter(|(name, _)| wanted(name))
                .map(|(_, n)| n)
                .sum()
        };
        Ok((
            of(&|name| name == "Questions"),
            of(&|name| name.starts_with("Handler_read")),
        ))
    }

    /// Statements and rows read of `work`.
    pub fn cost(
        &mut self,
        mut work: impl FnMut() -> Result<(), Failure>,
    ) -> Result<(u64, u64), Failure> {
        // Asking for the counters counts as well, each time the same.
        let (one, two) = (self.counters()?, self.counters()?);
        work()?;
        let three = self.counters()?;
        let less = |three: u64, two: u64, one: u64| (three - two).saturating_sub(two - one);
        Ok((less(three.0, two.0, one.0), less(three.1, two.1, one.1)))
    }

    /// The reading statements that `work` makes the product send, with their values.
    pub fn statements(
        &mut self,
        mut work: impl FnMut() -> Result<(), Failure>,
    ) -> Result<Vec<String>, Failure> {
        self.run("SET GLOBAL log_output = 'TABLE'")?;
        self.run("SET GLOBAL general_log = ON")?;
        // The first time, the page's statements are prepared.
        let prepared = work();
        self.run("TRUNCATE TABLE mysql.general_log")?;
        let outcome = prepared.and_then(|()| work());
        self.run("SET GLOBAL general_log = OFF")?;
        outcome?;
        let query = "SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log
            WHERE command_type IN ('Execute', 'Query') AND user_host LIKE 'minimata%' ORDER BY event_time";
        let all: Vec<String> = self.runtime.block_on(self.conn.query(query))?;
        let reads = |statement: &String| {
            statement
                .trim_start()
                .to_ascii_uppercase()
                .starts_with("SELECT")
        };
        let locks = |statement: &String| statement.contains("FOR UPDATE");
        // Asking a connection whether it lives.
        let pings = |statement: &String| !statement.contains("FROM");
        // Of the jobs, which were prepared without the log.
        let blank = |statement: &String| statement.contains(" ?");
        let wanted = |s: &String| reads(s) && !locks(s) && !pings(s) && !blank(s);
        Ok(all.into_iter().filter(wanted).collect())
    }

    /// How long these statements take one after another, without anything around them.
    pub fn bare(&mut self, statements: &[String], times: usize) -> Result<Times, Failure> {
        self.run("USE minimata")?;
        let mut taken = Vec::new();
        for _ in 0..times {
            let began = Instant::now();
            for statement in statements {
                let rows: Vec<mysql_async::Row> =
                    self.runtime.block_on(self.conn.query(statement.as_str()))?;
                std::hint::black_box(rows);
            }
            taken.push(began.elapsed());
        }
        Ok(Times::of(taken))
    }

    /// Takes out again what measuring has added, so that the next run finds the same data set.
    pub fn put_back(&mut self) -> Result<(), Failure> {
        self.run("SET foreign_key_checks = 0")?;
        for (table, highest) in ADDED_TO.iter().zip(self.highest.clone()) {
            self.run(&format!("DELETE FROM {table} WHERE id > {highest}"))?;
        }
        Ok(())
    }
}
