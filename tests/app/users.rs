//! People: setup, registering, approval, links, rights, own settings.

mod links;
mod own;
mod registering;
mod rights;
mod setup;

use crate::support::{Browser, TestApp};

/// A password that everybody may have.
pub const GOOD: &str = "tre glada grodor";

/// The registration form, filled in.
pub fn register<'a>(name: &'a str, email: &'a str, password: &'a str) -> [(&'a str, &'a str); 4] {
    [
        ("name", name),
        ("email", email),
        ("password", password),
        ("password_again", password),
    ]
}

/// The link that the page shows once, as a path.
pub fn shown_link(app: &TestApp, browser: &Browser, path: &str) -> String {
    let page = browser.open(path);
    let link = page.attributes("#link", "value");
    assert_eq!(link.len(), 1, "{path} shows {link:?}");
    link[0].strip_prefix(app.base()).unwrap().to_owned()
}
