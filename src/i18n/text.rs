//! A text on its way to the page.

use super::{Arg, Lang, catalogue};
use std::fmt;

/// A text of the catalogue in one language: print it as it is, or give it arguments first.
#[derive(Clone, Debug)]
pub struct Text(Source);

#[derive(Clone, Debug)]
enum Source {
    /// Needs no arguments: found already, nothing to allocate.
    Plain(&'static str),
    /// Is put together when printed.
    Filled {
        lang: Lang,
        key: String,
        args: Vec<(&'static str, Arg)>,
    },
}

impl Text {
    pub(super) fn new(lang: Lang, key: &str) -> Self {
        Self(match catalogue::plain(lang, key) {
            Some(text) => Source::Plain(text),
            None => Source::Filled {
                lang,
                key: key.to_owned(),
                args: Vec::new(),
            },
        })
    }

    /// Adds what the variable `name` stands for.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        if let Source::Filled { args, .. } = &mut self.0 {
            args.push((name, value.into()));
        }
        self
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Source::Plain(text) => f.write_str(text),
            Source::Filled { lang, key, args } => f.write_str(&catalogue::format(*lang, key, args)),
        }
    }
}
