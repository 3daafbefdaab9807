//! A record among the others of the list that it was opened from.

use crate::web::FormData;
use crate::web::list::{ListKind, ListQuery, led_from};
use actix_web::HttpRequest;

/// What stands beside a record in its list.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// The list's address.
    pub list: String,
    /// The list as `from=` names it; empty for the list as it is by itself.
    pub from: String,
    /// The record before: name and address.
    pub previous: Option<(String, String)>,
    /// The record after: name and address.
    pub next: Option<(String, String)>,
}

impl Around {
    /// Beside a record: names and pages of its neighbours.
    pub fn new(
        list: &ListQuery,
        previous: Option<(String, String)>,
        next: Option<(String, String)>,
    ) -> Self {
        let from = list.from();
        let led = |(name, path): (String, String)| (name, led_from(&path, &from));
        Self {
            list: list.path(),
            previous: previous.map(led),
            next: next.map(led),
            from,
        }
    }

    /// The record's own edit form, which leads back among them.
    pub fn edit(&self, path: &str) -> String {
        led_from(&format!("{path}/edit"), &self.from)
    }
}

/// The list that an address says a record was opened from; the list as it is by itself where it says none, or one that
/// cannot be read.
pub fn opened_from(kind: &ListKind, req: &HttpRequest) -> ListQuery {
    let asked = FormData::parse(req.query_string().as_bytes());
    let from = asked.get("from");
    let mut list = kind.read(from).list;
    list.view = FormData::parse(from.as_bytes()).get("view").parse().ok();
    list
}
