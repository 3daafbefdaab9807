//! The page after sign-in.

use crate::accounts::model::AccountRow;
use crate::db::counting::Count;
use crate::trail::Touched;
use crate::web::Shell;
use crate::web::view::Entry;
use askama::Template;

#[derive(Template)]
#[template(path = "home/index.html")]
pub(super) struct HomePage {
    pub ui: Shell,
    pub name: String,
    pub accounts: Count,
    pub contacts: Count,
    /// KPIs at a glance: finished markup, empty where there are none.
    pub panels: Vec<String>,
    pub own: Vec<AccountRow>,
    /// The list of all of one's own accounts.
    pub own_href: String,
    pub touched: Vec<Touched>,
    pub recent: Vec<Entry>,
    /// People who wait for approval, for who may give it.
    pub waiting: i64,
    pub has_demo_data: bool,
}

// Commands are the same in every language. There is no page for imports yet.
const IMPORT_ACCOUNTS: &str = "./scripts/run import accounts FILE.csv";
const IMPORT_CONTACTS: &str = "./scripts/run import contacts FILE.csv";

/// What to do first, where there is nothing yet.
#[derive(Template)]
#[template(path = "home/start.html")]
pub(super) struct StartPage {
    pub ui: Shell,
    pub name: String,
    pub waiting: i64,
}

impl HomePage {
    fn accounts_text(&self) -> String {
        counted(
            &self.ui,
            self.accounts,
            "dashboard-accounts",
            "dashboard-accounts-more",
        )
    }

    fn contacts_text(&self) -> String {
        counted(
            &self.ui,
            self.contacts,
            "dashboard-contacts",
            "dashboard-contacts-more",
        )
    }
}

fn counted(ui: &Shell, count: Count, exact: &str, more: &str) -> String {
    let key = if count.more { more } else { exact };
    ui.t(key).arg("n", count.rows).to_string()
}
