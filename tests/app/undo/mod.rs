//! Taking back what was done.
mod blocked;
mod buttons;
mod many;
mod running;
mod tags;

use crate::support::{Answer, Browser};

/// Where the button of the notice on this page posts to.
pub fn undo_in(page: &Answer) -> String {
    let found = page.attributes("#toasts .toast form", "action");
    assert_eq!(found.len(), 1, "one notice with a button: {found:?}");
    found[0].clone()
}

/// A new account with this name; its page.
pub fn account(who: &Browser, name: &str) -> String {
    let fields = [("name", name), ("kind", "company"), ("status", "active")];
    let made = who.post("/accounts", &fields);
    made.assert_status(303);
    made.location()
}

/// Changes one field; the page of the record after that, with the notice.
pub fn change(who: &Browser, path: &str, field: &str, value: &str) -> Answer {
    let path = path.split('?').next().unwrap();
    let form = format!("{path}/fields/{field}");
    let version = who
        .get(&format!("{form}/edit"))
        .attributes("input[name=version]", "value")[0]
        .clone();
    let saved = who.post(&form, &[(field, value), ("version", &version)]);
    saved.assert_status(303);
    who.open(path)
}
