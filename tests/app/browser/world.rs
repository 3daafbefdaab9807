//! Something to look at: people and records, made through the product's own forms.
use std::process::Command;

use minimata::auth::Role;

use crate::support::{Browser, Page, Person, TestApp};

/// A running product with people and records.
pub struct World {
    pub app: TestApp,
    pub admin: Person,
    pub staff: Person,
    pub viewer: Person,
    /// Signed in as staff, over plain HTTP: makes what the pages show.
    pub hands: Browser,
}

impl World {
    /// People, and nothing else.
    pub fn empty() -> World {
        let app = TestApp::start_committed();
        let [admin, staff, viewer] =
            [Role::Admin, Role::Staff, Role::Viewer].map(|role| app.person(role));
        let hands = app.sign_in_as(&staff);
        World {
            app,
            admin,
            staff,
            viewer,
            hands,
        }
    }

    /// With so many accounts: "Account 001" with 1 member, and so on; every third in Lund.
    pub fn with_accounts(accounts: usize) -> World {
        let world = World::empty();
        for n in 1..=accounts {
            let city = if n % 3 == 0 { "Lund" } else { "Malmö" };
            let (name, members) = (format!("Account {n:03}"), n.to_string());
            world.account(&[("name", &name), ("city", city), ("members", &members)]);
        }
        world
    }

    /// Adds an account and says where it is.
    #[track_caller]
    pub fn account(&self, fields: &[(&str, &str)]) -> String {
        let mut all = vec![("kind", "association"), ("status", "active")];
        all.retain(|(name, _)| fields.iter().all(|(other, _)| other != name));
        all.extend(fields);
        added(&self.hands, "/accounts", &all)
    }

    /// Adds a contact and says where it is.
    #[track_caller]
    pub fn contact(&self, fields: &[(&str, &str)]) -> String {
        added(&self.hands, "/contacts", fields)
    }

    /// Makes a key of the API and says where its page is.
    pub fn key(&self) -> String {
        let admin = self.app.sign_in_as(&self.admin);
        let name = ("name", "Webbplatsen");
        let fields = [name, ("role", "staff"), ("scope_accounts", "write")];
        admin.post("/api-keys", &fields).location()
    }

    /// A browser in which somebody is signed in.
    pub fn page_of(&self, person: &Person) -> Page {
        let page = self.app.page();
        page.sign_in_as(person);
        page
    }

    /// Runs the program itself on the same database.
    pub fn run(&self, arguments: &[&str]) -> String {
        let done = Command::new(env!("CARGO_BIN_EXE_minimata"))
            .args(arguments)
            .env("DATABASE_URL", self.app.database().url())
            .env("SESSION_KEY", "0123456789abcdef".repeat(4))
            .output()
            .expect("the program runs");
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        let error = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{arguments:?}: {said}{error}");
        said
    }

    /// Loads a file of `tests/fixtures/` with the command; a copy, because the report is written beside it.
    pub fn import(&self, kind: &str, fixture: &str) -> String {
        let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
        let directory = std::env::temp_dir().join(self.app.database().name());
        std::fs::create_dir_all(&directory).expect("a directory");
        let copy = directory.join(fixture);
        std::fs::copy(format!("{fixtures}/{fixture}"), &copy).expect("a copy");
        let said = self.run(&["import", kind, &copy.display().to_string()]);
        std::fs::remove_dir_all(&directory).expect("the copy goes");
        said
    }
}

#[track_caller]
fn added(hands: &Browser, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = hands.post(path, fields);
    answer.assert_status(303);
    answer.location().to_owned()
}

/// The selector of a fact on a record's page: `/accounts/7` and `phone` give `#account-7-phone`.
pub fn fact(path: &str, field: &str) -> String {
    let mut parts = path.trim_start_matches('/').split('/');
    let (kind, id) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    format!("#{}-{id}-{field}", kind.trim_end_matches('s'))
}
