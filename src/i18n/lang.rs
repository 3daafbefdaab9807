//! The languages of the interface.

use super::{Arg, Message, Text, catalogue};
use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Swedish.
    Sv,
    /// English.
    #[default]
    En,
}

impl Lang {
    /// Every language, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Sv, Self::En];

    /// The language of a code such as `sv`, `sv-SE` or `EN_gb`.
    pub fn parse(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|lang| primary.eq_ignore_ascii_case(lang.code()))
    }

    /// The first language of an `Accept-Language` header that we speak. Weights are ignored: browsers send best first.
    pub fn accepted(header: &str) -> Option<Self> {
        header
            .split(',')
            .find_map(|part| Self::parse(part.split(';').next().unwrap_or_default().trim()))
    }

    /// The BCP 47 code, as in `<html lang>`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    /// The language's name in itself.
    pub const fn endonym(self) -> &'static str {
        match self {
            Self::Sv => "Svenska",
            Self::En => "English",
        }
    }

    /// A text of the catalogue: print it as it is, or give it arguments first.
    pub fn text(self, key: &str) -> Text {
        Text::new(self, key)
    }

    /// A text whose variables are known only when it is shown: each is asked for by its name.
    pub fn filled(self, key: &str, value: impl Fn(&str) -> Arg) -> String {
        catalogue::filled(self, key, value)
    }

    /// Whether the catalogue has a text with this key.
    pub fn has(self, key: &str) -> bool {
        catalogue::has(self, key)
    }

    /// A language-free message in this language.
    pub fn say(self, message: &Message) -> String {
        catalogue::format(self, message.key, &message.args)
    }
}
