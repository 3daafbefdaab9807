//! What a cell of a list, or a fact of a record, holds.

use crate::web::view::TagMark;
use chrono::{NaiveDate, NaiveDateTime};

/// A value that the template knows how to show.
#[derive(Clone, Debug)]
pub enum Cell {
    /// Text, maybe empty.
    Text(String),
    /// Text of several lines.
    Prose(String),
    /// The record's own name, linked to it: text and address.
    Name(String, String),
    /// Another record: text and address.
    Link(String, String),
    /// A role at another record, linked to that.
    Role {
        /// The record's name.
        at: String,
        /// Its address.
        href: String,
        /// What somebody is there.
        role: String,
    },
    /// A button that posts to an address.
    Button {
        /// What it says.
        text: String,
        /// What it is called where its row is not seen.
        name: String,
        /// Where it posts to.
        action: String,
    },
    /// One of a few values, with a tone for the eye.
    Badge(String, &'static str),
    /// A number that may not be known.
    Number(Option<i64>),
    /// A moment in UTC.
    Moment(NaiveDateTime),
    /// A day.
    Day(Option<NaiveDate>),
    /// An e-mail address.
    Email(String),
    /// A phone number.
    Phone(String),
    /// A web address.
    Website(String),
    /// Tags, each with the list of what carries it.
    Tags(Vec<TagMark>),
}

impl Cell {
    /// What the template branches on.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text(text) | Self::Email(text) | Self::Phone(text) | Self::Website(text)
                if text.is_empty() =>
            {
                "none"
            }
            Self::Prose(text) | Self::Link(text, _) if text.is_empty() => "none",
            Self::Number(None) | Self::Day(None) => "none",
            Self::Tags(tags) if tags.is_empty() => "none",
            Self::Text(_) => "text",
            Self::Prose(_) => "prose",
            Self::Name(..) => "name",
            Self::Link(..) => "link",
            Self::Role { .. } => "role",
            Self::Button { .. } => "button",
            Self::Badge(..) => "badge",
            Self::Number(_) => "number",
            Self::Moment(_) => "moment",
            Self::Day(_) => "day",
            Self::Email(_) => "email",
            Self::Phone(_) => "phone",
            Self::Website(_) => "website",
            Self::Tags(_) => "tags",
        }
    }

    /// Its text.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Prose(text) | Self::Name(text, _) | Self::Link(text, _) => {
                text
            }
            Self::Role { at, .. } => at,
            Self::Button { text, .. } => text,
            Self::Badge(text, _) | Self::Email(text) | Self::Phone(text) | Self::Website(text) => {
                text
            }
            _ => "",
        }
    }

    /// Where it leads. A phone number is dialled without its blanks.
    pub fn href(&self) -> String {
        match self {
            Self::Name(_, href) | Self::Link(_, href) | Self::Website(href) => href.clone(),
            Self::Role { href, .. } => href.clone(),
            Self::Button { action, .. } => action.clone(),
            Self::Email(email) => format!("mailto:{email}"),
            Self::Phone(phone) => {
                let dialled: String = phone
                    .chars()
                    .filter(|c| c.is_ascii_digit() || *c == '+')
                    .collect();
                format!("tel:{dialled}")
            }
            _ => String::new(),
        }
    }

    /// What somebody is there; what a button is called.
    pub fn role(&self) -> &str {
        match self {
            Self::Role { role, .. } => role,
            Self::Button { name, .. } => name,
            _ => "",
        }
    }

    /// The tags.
    pub fn tags(&self) -> &[TagMark] {
        match self {
            Self::Tags(tags) => tags,
            _ => &[],
        }
    }

    /// A website without its scheme.
    pub fn host(&self) -> &str {
        crate::fields::website::host(self.text()).unwrap_or_else(|| self.text())
    }

    /// The tone of a badge.
    pub fn tone(&self) -> &'static str {
        match self {
            Self::Badge(_, tone) => tone,
            _ => "",
        }
    }

    /// The number.
    pub fn number(&self) -> i64 {
        match self {
            Self::Number(Some(n)) => *n,
            _ => 0,
        }
    }

    /// The moment.
    pub fn moment(&self) -> NaiveDateTime {
        match self {
            Self::Moment(at) => *at,
            _ => NaiveDateTime::default(),
        }
    }

    /// The day.
    pub fn day(&self) -> NaiveDate {
        match self {
            Self::Day(Some(day)) => *day,
            _ => NaiveDate::default(),
        }
    }
}
