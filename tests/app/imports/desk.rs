//! Somebody at the command line with a database of their own and a directory of files.
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

use minimata::auth::{Actor, Channel};
use minimata::db::{DatabaseOptions, Db};
use minimata::i18n::Lang;
use minimata::imports::{Done, ImportError, Order, What, import};

use crate::support::{TestClock, TestDatabase};

/// Database and directory go with this value.
pub struct Desk {
    pub db: Db,
    database: TestDatabase,
    directory: PathBuf,
}

impl Desk {
    pub fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(1);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("minimata-desk-{}-{number}", std::process::id());
        let directory = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&directory).unwrap();
        let database = TestDatabase::own();
        let options = DatabaseOptions::parse(database.url(), None, None).unwrap();
        Self {
            db: Db::open(&options.unlimited(), 1).unwrap(),
            database,
            directory,
        }
    }

    /// Writes a file.
    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.directory.join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// A copy of a file of tests/fixtures.
    pub fn fixture(&self, name: &str) -> PathBuf {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
        self.file(name, std::fs::read(fixtures.join(name)).unwrap())
    }

    /// Imports as the operator, with the report in English.
    pub fn try_import(&self, what: What, file: &Path, dry_run: bool) -> Result<Done, ImportError> {
        let order = Order {
            what,
            file,
            dry_run,
            lang: Lang::En,
            now: TestClock::new().now(),
        };
        let operator = Actor::operator(Channel::Import);
        import(&self.db, &operator, &order, &mut |_| true)
    }

    /// The same, for good.
    pub fn import(&self, what: What, file: &Path) -> Done {
        let done = self.try_import(what, file, false);
        done.unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    }

    /// Imports a text that is a file.
    pub fn take(&self, what: What, text: &str) -> Done {
        self.import(what, &self.file("rows.csv", text))
    }

    /// The report's text, without its mark.
    pub fn report(&self, done: &Done) -> String {
        let path = done.report.as_ref().expect("a report");
        let text = std::fs::read_to_string(path).unwrap();
        text.trim_start_matches('\u{FEFF}').to_owned()
    }

    /// Asks the database.
    pub fn column(&self, query: &str) -> Vec<String> {
        self.database.column(query)
    }

    /// Tells the database.
    pub fn execute(&self, statement: &str) {
        self.database.execute(statement);
    }

    /// Every record with its version, as text.
    pub fn everything(&self) -> Vec<String> {
        let tables = [
            "SELECT CONCAT_WS('|', id, name, version, updated_at, IFNULL(parent_id, ''), other_facts) FROM accounts ORDER BY id",
            "SELECT CONCAT_WS('|', id, sort_name, version, updated_at, other_facts) FROM contacts ORDER BY id",
            "SELECT CONCAT_WS('|', id, contact_id, account_id, role, is_primary, version) FROM affiliations ORDER BY id",
            "SELECT CONCAT_WS('|', id, name) FROM tags ORDER BY id",
            "SELECT CONCAT_WS('|', account_id, tag_id) FROM account_tags ORDER BY account_id, tag_id",
            "SELECT CONCAT_WS('|', contact_id, tag_id) FROM contact_tags ORDER BY contact_id, tag_id",
        ];
        tables
            .into_iter()
            .flat_map(|query| self.column(query))
            .collect()
    }

    /// Runs the program on this database.
    pub fn program(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_minimata"))
            .args(arguments)
            .current_dir(&self.directory)
            .env_clear()
            .env("DATABASE_URL", self.database.url())
            .output()
            .unwrap()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}
