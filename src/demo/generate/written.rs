//! Values as the product writes them: addresses under `.example`, numbers of the fiction series, organisation numbers of a
//! series that is not in use as far as we know.

use super::dice::Dice;
use super::words::FICTION;
use crate::accounts::model::AccountKind;
use crate::fields;
use crate::fields::email::Email;
use crate::fields::phone::Phone;

/// An e-mail address with its key.
pub(super) fn email(typed: &str) -> Option<Email> {
    fields::email::parse(typed).ok().flatten()
}

/// A phone number with its key: any of the fiction series, sometimes written abroad's way.
pub(super) fn phone(dice: &mut Dice) -> Option<Phone> {
    let (start, first, count) = FICTION[dice.below(FICTION.len())];
    fiction(start, first + dice.below(count), dice.in_thousand(150))
}

/// A mobile number of its fiction series.
pub(super) fn mobile(dice: &mut Dice) -> Option<Phone> {
    let (start, first, count) = FICTION[0];
    fiction(start, first + dice.below(count), dice.in_thousand(150))
}

fn fiction(start: &str, last: usize, is_international: bool) -> Option<Phone> {
    let home = format!("{start}{last:03}");
    let typed = match home.strip_prefix('0') {
        Some(rest) if is_international => format!("+46 {rest}"),
        _ => home,
    };
    fields::phone::parse(&typed).ok().flatten()
}

/// A number in the right group and with the right check digit, `x09…`, for each of a million accounts.
pub(super) fn number(kind: AccountKind, index: i64) -> String {
    let group = match kind {
        AccountKind::PublicBody => 2,
        AccountKind::Association => 8,
        AccountKind::Company | AccountKind::Other => 5,
    };
    let nine = format!("{group}09{:06}", index.rem_euclid(1_000_000));
    fields::organisation_number::with_check_digit(&nine)
}

/// A name as part of an address.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in fields::fold::fold(name).chars() {
        match c {
            'å' | 'ä' => slug.push('a'),
            'ö' => slug.push('o'),
            c if c.is_ascii_alphanumeric() => slug.push(c),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}
