//! The people of the demo, with roles at the organisations of their town.

use super::organisations::{PER_TOWN, TOWNS, slug, town_of, type_of};
use crate::accounts::model::AccountKind;
use crate::web::FormData;
use chrono::NaiveDate;

/// How many there are.
pub(super) const COUNT: usize = 150;

// Thirty-one and twenty-nine have no common divisor: no two people have the same two names.
const FIRST: [&str; 31] = [
    "Anna", "Erik", "Fatima", "Lars", "Zoë", "Johan", "Maria", "Łukasz", "Karin", "Nils", "Eva",
    "Omar", "Birgitta", "Anders", "Sofia", "Per", "Elin", "Mohamed", "Ingrid", "Gustav", "Linnéa",
    "Dragan", "Åsa", "Olle", "Märta", "Håkan", "Sara", "Björn", "Hanna", "Arvid", "Örjan",
];
const LAST: [&str; 29] = [
    "Andersson",
    "Häggström",
    "Lindqvist",
    "Åkesson",
    "Nyström",
    "Berg",
    "Al-Rashid",
    "Sjögren",
    "Holm",
    "Öberg",
    "Wikström",
    "Kowalska",
    "Strömberg",
    "Ek",
    "Dahlbäck",
    "O'Neill",
    "Lund",
    "Hjälmarsson",
    "Fransson",
    "Ahmadi",
    "Norén",
    "von Essen",
    "Palm",
    "Sundin",
    "Bäckman",
    "Petrović",
    "Westerlund",
    "Grahn",
    "Ström",
];

const BOARD: [&str; 5] = [
    "Ordförande",
    "Kassör",
    "Sekreterare",
    "Ledamot",
    "Suppleant",
];
const STAFF: [&str; 4] = ["VD", "Ekonomiansvarig", "Projektledare", "Kundansvarig"];
const OFFICE: [&str; 3] = ["Handläggare", "Fritidskonsulent", "Förvaltningschef"];

/// A role at the account with this place in the demo.
pub(super) struct Role {
    pub account: usize,
    pub name: &'static str,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

/// The form of a person.
pub(super) fn form(place: usize) -> FormData {
    let (first, last) = (FIRST[place % FIRST.len()], LAST[place % LAST.len()]);
    let role = role(place, home_of(place));
    let mut form = FormData::from_pairs([
        ("first_name", first.to_owned()),
        ("last_name", last.to_owned()),
        ("title", role.to_owned()),
        (
            "email",
            format!("{}.{}@post.example", slug(first), slug(last)),
        ),
        ("mobile", format!("070-174 06 {:02}", 5 + place % 95)),
        ("city", town_of(home_of(place)).to_owned()),
        ("country", "Sverige".to_owned()),
    ]);
    if place.is_multiple_of(6) {
        form.set("notes", "Nås bäst på kvällar. Vill ha kallelser i god tid.");
    }
    form
}

/// A tag, for some.
pub(super) fn tag(place: usize) -> Option<&'static str> {
    match place % 10 {
        0 => Some("Nyckelperson"),
        3 | 6 => Some("Nyhetsbrev"),
        _ => None,
    }
}

/// The role that somebody has now, and for every third one that is over.
pub(super) fn roles(place: usize, this_year: i32) -> Vec<Role> {
    let home = home_of(place);
    let since = this_year - 1 - i32::try_from(place % 5).unwrap_or_default();
    let mut roles = vec![Role {
        account: home,
        name: role(place, home),
        from: day(since, place),
        to: None,
    }];
    if place.is_multiple_of(3) {
        let town = home / PER_TOWN * PER_TOWN;
        let account = town + (home + 3) % PER_TOWN;
        roles.push(Role {
            account,
            name: role(place + 1, account),
            from: day(since - 4, place),
            to: day(since - 1, place),
        });
    }
    roles
}

/// Where the person is now.
fn home_of(place: usize) -> usize {
    place % (PER_TOWN * TOWNS.len())
}

fn role(place: usize, account: usize) -> &'static str {
    let turn = place / (PER_TOWN * TOWNS.len()) + place % 2 * 2;
    match type_of(account).kind {
        AccountKind::Association => BOARD[turn % BOARD.len()],
        AccountKind::PublicBody => OFFICE[turn % OFFICE.len()],
        AccountKind::Company | AccountKind::Other => STAFF[turn % STAFF.len()],
    }
}

fn day(year: i32, place: usize) -> Option<NaiveDate> {
    let day = u32::try_from(10 + place % 18).unwrap_or(10);
    NaiveDate::from_ymd_opt(year, 3, day)
}
