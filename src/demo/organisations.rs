//! The organisations of the demo: ten in each of six towns that do not exist.

use crate::accounts::model::{AccountKind, AccountStatus};
use crate::web::FormData;

/// Towns, with the beginning of their postal codes.
pub(super) const TOWNS: [(&str, &str); 6] = [
    ("Granköping", "109 1"),
    ("Ekhamra", "209 2"),
    ("Sjöbacka", "309 3"),
    ("Åmyra", "409 4"),
    ("Norrvalla", "509 5"),
    ("Östanby", "609 6"),
];

/// Organisations of each town.
pub(super) const PER_TOWN: usize = TYPES.len();

/// A kind of organisation that each town has one of. `{}` is the town.
pub(super) struct Type {
    name: &'static str,
    pub kind: AccountKind,
    /// The place in this list of the organisation that it belongs to.
    pub parent: Option<usize>,
    industry: &'static str,
    street: &'static str,
    description: &'static str,
    pub tag: &'static str,
}

const TYPES: [Type; 10] = [
    Type {
        name: "{}s kommun",
        kind: AccountKind::PublicBody,
        parent: None,
        industry: "Kommun",
        street: "Stora torget 1",
        description: "Kommunen delar ut föreningsbidrag två gånger om året. Ansökan för {} stänger i mars och i september.",
        tag: "Bidragsgivare",
    },
    Type {
        name: "{}s kultur- och fritidsförvaltning",
        kind: AccountKind::PublicBody,
        parent: Some(0),
        industry: "Kommun",
        street: "Stora torget 3",
        description: "Förvaltningen bokar ut hallar och lokaler i {}. Frågor om nycklar går till fritidskonsulenten.",
        tag: "Bidragsgivare",
    },
    Type {
        name: "{} IF",
        kind: AccountKind::Association,
        parent: None,
        industry: "Idrott",
        street: "Idrottsvägen 4",
        description: "Föreningen spelar fotboll och handboll på Ekvallen i {}. Årsmötet hålls i februari.",
        tag: "Medlem",
    },
    Type {
        name: "{} IF Ungdom",
        kind: AccountKind::Association,
        parent: Some(2),
        industry: "Idrott",
        street: "Idrottsvägen 4",
        description: "Ungdomssektionen har lag från sju år och uppåt. Sommarcupen i {} lockar lag från hela länet.",
        tag: "Medlem",
    },
    Type {
        name: "{}s hembygdsförening",
        kind: AccountKind::Association,
        parent: None,
        industry: "Kultur",
        street: "Gammelgården 2",
        description: "Föreningen sköter hembygdsgården i {}. Midsommarfirandet är årets största händelse.",
        tag: "Medlem",
    },
    Type {
        name: "{} Kammarkör",
        kind: AccountKind::Association,
        parent: None,
        industry: "Musik",
        street: "Kyrkogatan 9",
        description: "Kören sjunger i {}s kyrka varje advent. Nya röster välkomnas i januari och augusti.",
        tag: "Medlem",
    },
    Type {
        name: "Scoutkåren {}",
        kind: AccountKind::Association,
        parent: None,
        industry: "Friluftsliv",
        street: "Skogsstigen 7",
        description: "Kåren har möten varje tisdag i scoutstugan. Lägret utanför {} fylls snabbt.",
        tag: "Medlem",
    },
    Type {
        name: "{} Bygg & Snickeri AB",
        kind: AccountKind::Company,
        parent: None,
        industry: "Bygg",
        street: "Hantverkargatan 12",
        description: "Företaget renoverar klubbstugor och hallar. Det har sponsrat idrotten i {} i många år.",
        tag: "Sponsor",
    },
    Type {
        name: "{} Redovisning AB",
        kind: AccountKind::Company,
        parent: None,
        industry: "Ekonomi",
        street: "Storgatan 22",
        description: "Byrån hjälper föreningar i {} med bokslut. Kassörer får en första rådgivning utan kostnad.",
        tag: "Leverantör",
    },
    Type {
        name: "Bageriet i {}",
        kind: AccountKind::Company,
        parent: None,
        industry: "Livsmedel",
        street: "Storgatan 5",
        description: "Bageriet levererar fika till möten och cuper. Beställ senast dagen före i butiken i {}.",
        tag: "Leverantör",
    },
];

/// The type of the account with this place in the demo.
pub(super) fn type_of(place: usize) -> &'static Type {
    &TYPES[place % PER_TOWN]
}

/// The town of the account with this place in the demo.
pub(super) fn town_of(place: usize) -> &'static str {
    TOWNS[(place / PER_TOWN) % TOWNS.len()].0
}

/// The form of an account; `parent` is how the form names its parent.
pub(super) fn form(place: usize, parent: String) -> FormData {
    let (kind, town) = (type_of(place), town_of(place));
    let name = kind.name.replace("{}", town);
    let domain = format!("{}.example", slug(&name));
    let count = (37 + place * 61 % 900).to_string();
    let is_association = kind.kind == AccountKind::Association;
    let postal = TOWNS[(place / PER_TOWN) % TOWNS.len()].1;
    FormData::from_pairs([
        ("name", name),
        ("kind", kind.kind.code().to_owned()),
        ("status", status(place).code().to_owned()),
        ("organisation_number", number(kind.kind, place)),
        ("email", format!("info@{domain}")),
        ("phone", format!("070-174 06 {:02}", 5 + place % 95)),
        ("website", format!("https://www.{domain}")),
        ("street", kind.street.to_owned()),
        ("postal_code", format!("{postal}{}", place % 10)),
        ("city", town.to_owned()),
        ("country", "Sverige".to_owned()),
        ("industry", kind.industry.to_owned()),
        (
            if is_association {
                "members"
            } else {
                "employees"
            },
            count,
        ),
        ("parent", parent),
        ("description", kind.description.replace("{}", town)),
    ])
}

fn status(place: usize) -> AccountStatus {
    match place % 9 {
        4 => AccountStatus::Prospect,
        7 => AccountStatus::Former,
        _ => AccountStatus::Active,
    }
}

/// A number in the right group and with the right check digit, in a series (`x0990…`) far from those in use that we know of.
fn number(kind: AccountKind, place: usize) -> String {
    let group = match kind {
        AccountKind::PublicBody => 2,
        AccountKind::Association => 8,
        AccountKind::Company | AccountKind::Other => 5,
    };
    let nine = format!("{group}0990{:04}", place + 1);
    crate::fields::organisation_number::with_check_digit(&nine)
}

/// A name as part of an address.
pub(super) fn slug(name: &str) -> String {
    let key = crate::fields::fold::fold(name);
    let plain = key.replace(['å', 'ä'], "a").replace('ö', "o");
    let ascii: String = plain
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let words = ascii.split('-').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
