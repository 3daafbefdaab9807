//! The page after sign-in, and the page on which it is arranged.

use super::layout::{Layout, Placed, Size};
use super::queries::Whose;
use crate::web::view::Choice;
use crate::web::{FormView, Shell};
use askama::Template;

/// A tile on the page: its name, how wide it is, its markup.
pub(super) struct TileView {
    pub code: &'static str,
    pub size: &'static str,
    pub markup: String,
}

#[derive(Template)]
#[template(path = "dashboard/index.html")]
pub(super) struct HomePage {
    pub ui: Shell,
    pub name: String,
    pub tiles: Vec<TileView>,
    pub filter: FormView,
    pub periods: Vec<Choice>,
    pub people: Vec<Choice>,
    pub is_narrowed: bool,
    /// People who wait for approval, for who may give it.
    pub waiting: i64,
    pub has_demo_data: bool,
}

/// One tile alone: the part of the page that is asked for later, or a page of its own.
#[derive(Template)]
#[template(path = "dashboard/tile.html", blocks = ["tile"])]
pub(super) struct TilePage {
    pub ui: Shell,
    pub title: &'static str,
    pub markup: String,
}

// Commands are the same in every language.
const IMPORT_ACCOUNTS: &str = "./scripts/run import accounts FILE.csv";
const IMPORT_CONTACTS: &str = "./scripts/run import contacts FILE.csv";

/// What to do first, where there is nothing yet.
#[derive(Template)]
#[template(path = "dashboard/start.html")]
pub(super) struct StartPage {
    pub ui: Shell,
    pub name: String,
    pub waiting: i64,
}

/// Where tiles are ordered, hidden and sized: one form, a button each for up and down.
#[derive(Template)]
#[template(path = "dashboard/arrange.html")]
pub(super) struct ArrangePage {
    pub ui: Shell,
    pub whose: Whose,
    pub layout: Layout,
    pub version: i32,
    /// Somebody else was first: saving again replaces theirs.
    pub is_stale: bool,
    /// Whether there is anything to put back.
    pub is_own: bool,
}

impl ArrangePage {
    fn path(&self) -> String {
        match self.whose {
            Whose::Person(_) => "/dashboards/mine".to_owned(),
            Whose::Role(role) => format!("/dashboards/{}", role.code()),
        }
    }

    fn title(&self) -> String {
        match self.whose {
            Whose::Person(_) => self.ui.t("dashboard-arrange").to_string(),
            Whose::Role(role) => self
                .ui
                .t("dashboard-arrange-role")
                .arg("role", self.ui.t(role.label()).to_string())
                .to_string(),
        }
    }

    fn name(&self, placed: &Placed) -> String {
        self.ui.t(placed.tile.label()).to_string()
    }

    fn sizes(&self) -> &'static [Size] {
        Size::ALL
    }

    /// The roles whose beginnings an admin may set.
    fn roles(&self) -> Vec<(String, String)> {
        let all = crate::auth::Role::ALL.iter();
        all.map(|role| {
            let href = format!("/dashboards/{}", role.code());
            (href, self.ui.t(role.label()).to_string())
        })
        .collect()
    }
}
