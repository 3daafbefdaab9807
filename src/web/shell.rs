//! Stub of the page shell, to compile the templates with.
#![allow(missing_docs)]

use crate::i18n::{Lang, Message, Text, format};
use chrono::{NaiveDate, NaiveDateTime};

pub struct ShellActor {
    pub name: String,
    pub role: crate::auth::Role,
}

pub struct Flash {
    pub level: String,
    pub text: String,
}

pub struct NavItem {
    pub href: &'static str,
    pub label: String,
    pub icon: &'static str,
    pub hotkey: &'static str,
    pub current: bool,
}

#[derive(Default)]
pub struct Can {
    pub edit_records: bool,
}

#[derive(Default)]
pub struct Shell {
    pub lang: Lang,
    pub can: Can,
    pub actor: Option<ShellActor>,
    pub path: String,
    pub theme: &'static str,
    pub density: &'static str,
    pub hotkeys: bool,
    pub flash: Vec<Flash>,
    pub org_name: String,
}

impl Shell {
    pub fn bare(lang: Lang) -> Self {
        Self {
            lang,
            ..Self::default()
        }
    }
    pub fn t(&self, key: &str) -> Text {
        self.lang.text(key)
    }
    pub fn say(&self, message: &Message) -> String {
        self.lang.say(message)
    }
    pub fn int(&self, n: impl Into<i64>) -> String {
        format::int(self.lang, n.into())
    }
    pub fn date(&self, day: &NaiveDate) -> String {
        format::date(self.lang, *day)
    }
    pub fn when(&self, utc: &NaiveDateTime) -> String {
        format::when(self.lang, *utc, chrono_tz::Europe::Stockholm)
    }
    pub fn asset(&self, name: &str) -> String {
        super::assets::url(name)
    }
    pub fn version(&self) -> &'static str {
        super::assets::version()
    }
    pub fn nav(&self) -> Vec<NavItem> {
        let item = |href: &'static str, key: &str, icon, hotkey| NavItem {
            href,
            label: self.t(key).to_string(),
            icon,
            hotkey,
            current: self.path.starts_with(href) && (href != "/" || self.path == "/"),
        };
        vec![
            item("/", "nav-home", "house", "g h"),
            item("/accounts", "nav-accounts", "building-2", "g a"),
            item("/contacts", "nav-contacts", "users", "g c"),
            item("/changes", "nav-changes", "history", "g r"),
            item("/people", "nav-people", "user-plus", "g p"),
            item("/audit", "nav-audit", "shield", "g l"),
        ]
    }
}
