//! Words of files for the kind and the status of an organisation, and what its number and name tell of its kind.

use crate::accounts::model::{AccountKind, AccountStatus};
use crate::fields::fold::fold;
use crate::fields::organisation_number;
use crate::i18n::Message;

/// The code of the kind that a cell means.
pub(super) fn kind(cell: &str) -> Result<String, Message> {
    let kind = match fold(cell).as_str() {
        "association"
        | "förening"
        | "ideell förening"
        | "ekonomisk förening"
        | "stiftelse"
        | "nonprofit"
        | "non profit"
        | "klubb"
        | "club" => AccountKind::Association,
        "company" | "företag" | "bolag" | "aktiebolag" | "ab" | "handelsbolag"
        | "enskild firma" => AccountKind::Company,
        "public body"
        | "public_body"
        | "offentlig"
        | "offentlig organisation"
        | "offentlig verksamhet"
        | "myndighet"
        | "kommun"
        | "region"
        | "municipality"
        | "authority" => AccountKind::PublicBody,
        "other" | "annat" | "annan" | "övrigt" | "övrig" => AccountKind::Other,
        _ => return Err(Message::new("common-choose-one")),
    };
    Ok(kind.code().to_owned())
}

/// The code of the status that a cell means.
pub(super) fn status(cell: &str) -> Result<String, Message> {
    let status = match fold(cell).as_str() {
        "prospect" | "lead" | "prospekt" | "möjlig" | "presumtiv" => AccountStatus::Prospect,
        "active" | "aktiv" | "medlem" | "kund" | "customer" | "member" | "current" => {
            AccountStatus::Active
        }
        "former" | "tidigare" | "inaktiv" | "inactive" | "avslutad" | "utträdd" | "ended" => {
            AccountStatus::Former
        }
        _ => return Err(Message::new("common-choose-one")),
    };
    Ok(status.code().to_owned())
}

/// What is known of an organisation whose kind is not said.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signs<'a> {
    /// Its number, as typed.
    pub number: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Whether it counts members.
    pub has_members: bool,
    /// Whether the file's own headers speak of associations.
    pub among_associations: bool,
}

impl Signs<'_> {
    /// The likeliest kind: the number's group decides, then members, the name, the file.
    pub fn guess(self) -> AccountKind {
        let number = organisation_number::parse(self.number).ok().flatten();
        if let Some(kind) = number.as_deref().and_then(kind_of_number) {
            return kind;
        }
        match kind_of_name(self.name) {
            _ if self.has_members => AccountKind::Association,
            Some(kind) => kind,
            None if self.among_associations => AccountKind::Association,
            None => AccountKind::Company,
        }
    }
}

/// The first digit is the group of the legal form: 2 state, regions, municipalities (25 congregations), 5 limited
/// companies, 7 economic and housing associations, 8 non-profit associations and foundations, 9 partnerships.
fn kind_of_number(digits: &str) -> Option<AccountKind> {
    // A third digit below 2 is a person's: a sole trader.
    if digits.as_bytes().get(2).is_some_and(|&b| b < b'2') {
        return Some(AccountKind::Company);
    }
    match digits.as_bytes() {
        [b'2', b'5', ..] | [b'7' | b'8', ..] => Some(AccountKind::Association),
        [b'2', ..] => Some(AccountKind::PublicBody),
        [b'5' | b'9', ..] => Some(AccountKind::Company),
        _ => None,
    }
}

fn kind_of_name(name: &str) -> Option<AccountKind> {
    let key = fold(name);
    let words: Vec<&str> = key.split(' ').collect();
    let ends = |endings: &[&str]| words.iter().any(|w| endings.iter().any(|e| w.ends_with(e)));
    let has = |wanted: &[&str]| words.iter().any(|w| wanted.contains(w));
    if ends(&["kommun", "länsstyrelsen", "myndigheten", "kommunen"]) || has(&["region"]) {
        return Some(AccountKind::PublicBody);
    }
    if has(&["ab", "hb", "kb", "aktiebolag", "handelsbolag"]) {
        return Some(AccountKind::Company);
    }
    let associations = [
        "förening",
        "föreningen",
        "förbund",
        "förbundet",
        "klubb",
        "klubben",
        "sällskap",
        "sällskapet",
        "kör",
        "scoutkår",
        "stiftelsen",
        "samfund",
    ];
    let short = [
        "if", "ik", "bk", "fk", "sk", "fc", "brf", "gif", "aik", "ff",
    ];
    (ends(&associations) || has(&short)).then_some(AccountKind::Association)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(number: &str, name: &str) -> AccountKind {
        let signs = Signs {
            number,
            name,
            has_members: false,
            among_associations: false,
        };
        signs.guess()
    }

    #[test]
    fn the_number_decides_before_the_name() {
        assert_eq!(
            guess("802481-1230", "Kören AB"),
            kind_of_name("Kören AB").unwrap()
        );
        assert_eq!(guess("803169-8338", "Bolaget AB"), AccountKind::Association);
        assert_eq!(guess("212000-0142", "Staden"), AccountKind::PublicBody);
        assert_eq!(guess("556036-0793", "Föreningen"), AccountKind::Company);
        assert_eq!(guess("", "Umeå kommun"), AccountKind::PublicBody);
        assert_eq!(guess("", "Ås IF"), AccountKind::Association);
        assert_eq!(guess("", "Liu-Hoover"), AccountKind::Company);
    }

    #[test]
    fn words_of_both_languages_are_understood() {
        assert_eq!(kind("Ideell förening").as_deref(), Ok("association"));
        assert_eq!(kind("Public body").as_deref(), Ok("public_body"));
        assert_eq!(status("Aktiv").as_deref(), Ok("active"));
        assert!(status("blå").is_err());
    }
}
