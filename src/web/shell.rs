//! Stub of the page shell, to compile the templates with.
#![allow(missing_docs)]

use crate::i18n::{Lang, Message, Text, format};
use chrono::{NaiveDate, NaiveDateTime};

pub struct ShellActor {
    pub name: String,
    pub role: &'static str,
}

pub struct Flash {
    pub level: &'static str,
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
    pub fn t<'a>(&self, key: &'a str) -> Text<'a> {
        self.lang.text(key)
    }
    pub fn say(&self, message: &Message) -> String {
        self.lang.say(message)
    }
    pub fn int(&self, n: i64) -> String {
        format::int(self.lang, n)
    }
    pub fn date(&self, day: NaiveDate) -> String {
        format::date(self.lang, day)
    }
    pub fn when(&self, utc: NaiveDateTime) -> String {
        format::when(self.lang, utc, chrono_tz::Europe::Stockholm)
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
            item("/", "common-nav-home", "house", "g h"),
            item("/accounts", "common-nav-accounts", "building-2", "g a"),
            item("/contacts", "common-nav-contacts", "users", "g c"),
            item("/changes", "common-nav-changes", "history", "g r"),
            item("/people", "common-nav-people", "user-plus", "g p"),
            item("/audit", "common-nav-audit", "shield", "g l"),
        ]
    }
}
