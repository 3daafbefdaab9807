//! A text on its way to the page.

use super::{Arg, Lang, catalogue};
use std::fmt;

/// A text of the catalogue in one language; printing it looks it up.
#[derive(Clone, Debug)]
pub struct Text<'a> {
    lang: Lang,
    key: &'a str,
    args: Vec<(&'static str, Arg)>,
}

impl<'a> Text<'a> {
    /// The text `key`, without arguments yet.
    pub const fn new(lang: Lang, key: &'a str) -> Self {
        Self {
            lang,
            key,
            args: Vec::new(),
        }
    }

    /// Adds what the variable `name` stands for.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match catalogue::plain(self.lang, self.key) {
            Some(text) => f.write_str(text),
            None => f.write_str(&catalogue::format(self.lang, self.key, &self.args)),
        }
    }
}
