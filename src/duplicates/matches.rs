//! A record that looks like another one, and why.

use crate::code_type;

/// Matches shown at once.
pub const MOST: usize = 5;

code_type! {
    /// Why two records look like one, the strongest reason first.
    Reason {
        /// The organisation number.
        Number = "number",
        /// The e-mail address, as it is compared.
        Email = "email",
        /// A phone number, in E.164.
        Phone = "phone",
        /// A person's name and an account where both have a role.
        NameAtAccount = "name_at_account",
        /// The folded name and the city.
        NameAndCity = "name_city",
        /// The name but for its legal form, and the city.
        AlikeInCity = "alike_city",
        /// The folded name, where one of the cities is not known.
        Name = "name",
        /// The name but for its legal form, where one of the cities is not known.
        Alike = "alike",
    }
}

impl Reason {
    /// The catalogue's key of its words: "same e-mail".
    pub fn label(self) -> &'static str {
        match self {
            Self::Number => "duplicates-same-number",
            Self::Email => "duplicates-same-email",
            Self::Phone => "duplicates-same-phone",
            Self::NameAtAccount => "duplicates-same-name-account",
            Self::NameAndCity => "duplicates-same-name-city",
            Self::AlikeInCity => "duplicates-alike-city",
            Self::Name => "duplicates-same-name",
            Self::Alike => "duplicates-alike",
        }
    }
}

/// A record that may be the same as the one in hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its id.
    pub id: i64,
    /// Its page.
    pub path: String,
    /// What people call it.
    pub name: String,
    /// What tells it from others of that name: its city, its organisation.
    pub detail: String,
    /// Why, the strongest reason first; never empty.
    pub reasons: Vec<Reason>,
}

/// The likeliest first, at most [`MOST`].
pub fn best(mut matches: Vec<Match>) -> Vec<Match> {
    matches.sort_by(|a, b| {
        let key = |m: &Match| {
            (
                m.reasons.first().copied(),
                usize::MAX - m.reasons.len(),
                m.id,
            )
        };
        key(a).cmp(&key(b))
    });
    matches.truncate(MOST);
    matches
}
