//! From what was typed for an affiliation to what is true.

use super::actions::AffiliationError;
use super::model::{Affiliation, AffiliationInput};
use crate::accounts::model::AccountId;
use crate::accounts::queries::meant;
use crate::auth::Actor;
use crate::db::Conn;
use crate::fields::{self, NAME_MAX, ROLE_MAX, date};
use crate::i18n::Message;
use crate::web::record::{Field, Input, picked};
use crate::web::{FieldErrors, FormData, Reader};

/// Where somebody has a role.
pub const ACCOUNT: Field = Field::new("account", "affiliations-field-account_id", Input::Account)
    .hint("affiliations-hint-account");
/// What they are there.
pub const ROLE: Field = Field::new("role", "affiliations-field-role", Input::Suggested);
/// Since when.
pub const FROM: Field = Field::new("from_date", "affiliations-field-from_date", Input::Day);
const TO: Field = Field::new("to_date", "affiliations-field-to_date", Input::Day);
/// Whether it is the one that stands beside their name.
pub const PRIMARY: Field = Field::new("is_primary", "affiliations-field-is_primary", Input::Tick)
    .hint("affiliations-hint-primary");

/// The fields of the form, in its order.
pub const FIELDS: &[Field] = &[ACCOUNT.required(), ROLE, FROM, TO, PRIMARY];

/// Reads the form but for the account; every mistake at once.
pub fn parse_at(account_id: AccountId, data: &FormData) -> Result<AffiliationInput, FieldErrors> {
    let mut read = Reader::new(data);
    let input = AffiliationInput {
        account_id,
        role: read.line("role", ROLE_MAX),
        from_date: read.field("from_date", date::parse),
        to_date: read.field("to_date", date::parse),
        is_primary: data.get("is_primary") == "true",
    };
    if let (Some(from), Some(to)) = (input.from_date, input.to_date)
        && to < from
    {
        read.error("to_date", Message::new("affiliations-dates-reversed"));
    }
    read.finish(input)
}

/// Reads the form and looks the account up; every mistake at once.
pub fn parse(
    conn: &mut Conn,
    actor: &Actor,
    data: &FormData,
) -> Result<AffiliationInput, AffiliationError> {
    let mut errors = FieldErrors::new();
    let account = match fields::text::required_line(data.get("account"), NAME_MAX + 30) {
        Ok(text) => meant(conn, actor, &text)?.map(|account| account.id),
        Err(message) => Err(message),
    };
    let id = account.unwrap_or_else(|message| {
        errors.entry("account").or_default().push(message);
        AccountId(0)
    });
    match parse_at(id, data) {
        Ok(input) if errors.is_empty() => Ok(input),
        Ok(_) => Err(AffiliationError::Fields(errors)),
        Err(mut others) => {
            others.append(&mut errors);
            Err(AffiliationError::Fields(others))
        }
    }
}

/// The form that would leave this affiliation as it is; `account` is the account's name.
pub fn of(affiliation: &Affiliation, account: &str) -> FormData {
    let day = |date: Option<chrono::NaiveDate>| date.map(|d| d.to_string()).unwrap_or_default();
    let tick = if affiliation.is_primary { "true" } else { "" };
    FormData::from_pairs([
        ("account", picked(account, affiliation.account_id)),
        ("role", affiliation.role.clone()),
        ("from_date", day(affiliation.from_date)),
        ("to_date", day(affiliation.to_date)),
        ("is_primary", tick.to_owned()),
    ])
}

/// A form that names only what it changes (`to_date` alone ends a role), on top of the form as it is.
pub fn over(mut saved: FormData, typed: &FormData) -> FormData {
    for field in FIELDS {
        if typed.has(field.name) {
            saved.set(field.name, typed.get(field.name));
        }
    }
    saved
}
