//! The page of a list.

use super::ListView;
use crate::web::Shell;
use askama::Template;

/// A list on its page.
#[derive(Template)]
#[template(path = "records/index.html", blocks = ["list"])]
pub struct ListPage {
    /// The frame.
    pub ui: Shell,
    /// The list.
    pub list: ListView,
    /// The catalogue's key of the way to a new record.
    pub new: &'static str,
}

impl ListPage {
    fn new_href(&self) -> String {
        format!("{}/new", self.list.base)
    }

    /// The empty list's way on, for who may take it.
    fn new_label(&self) -> &'static str {
        if self.ui.can.edit_records {
            self.new
        } else {
            ""
        }
    }
}
