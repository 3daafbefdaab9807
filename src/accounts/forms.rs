//! From what was typed to what is true.

use super::model::{Account, AccountKind, AccountStatus};
use crate::auth::UserId;
use crate::fields::{self, email, integer, organisation_number, phone, text, website};
use crate::i18n::Message;
use crate::web::record::{Field, Input};
use crate::web::{FieldErrors, FormData, Reader};

/// The fields of the form, in its order; what each takes is in `fields`.
pub const FIELDS: &[Field] = &[
    Field::new("name", "accounts-field-name", Input::Text).required(),
    Field::new("kind", "accounts-field-kind", Input::Choice).required(),
    Field::new("status", "accounts-field-status", Input::Choice).required(),
    Field::new(
        "organisation_number",
        "accounts-field-organisation_number",
        Input::Text,
    )
    .hint("accounts-hint-organisation_number"),
    Field::new("email", "accounts-field-email", Input::Email),
    Field::new("phone", "accounts-field-phone", Input::Tel),
    Field::new("website", "accounts-field-website", Input::Url),
    Field::new("street", "accounts-field-street", Input::Text),
    Field::new("postal_code", "accounts-field-postal_code", Input::Text),
    Field::new("city", "accounts-field-city", Input::Text),
    Field::new("country", "accounts-field-country", Input::Text),
    Field::new("industry", "accounts-field-industry", Input::Text),
    Field::new("employees", "accounts-field-employees", Input::Number),
    Field::new("members", "accounts-field-members", Input::Number),
    Field::new("owner_id", "accounts-field-owner_id", Input::OptionalChoice),
    Field::new("parent", "accounts-field-parent_id", Input::Account).hint("accounts-hint-parent"),
    Field::new("external_id", "accounts-field-external_id", Input::Text)
        .hint("accounts-hint-external_id"),
    Field::new(
        "description",
        "accounts-field-description",
        Input::Paragraph,
    ),
];

/// An account's fields, each by its rule. Only this reaches an action.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct AccountInput {
    pub name: String,
    pub kind: AccountKind,
    pub status: AccountStatus,
    pub organisation_number: String,
    pub email: Option<email::Email>,
    pub phone: Option<phone::Phone>,
    pub website: String,
    pub street: String,
    pub postal_code: String,
    pub city: String,
    pub country: String,
    pub industry: String,
    pub employees: Option<i32>,
    pub members: Option<i32>,
    pub owner_id: Option<UserId>,
    /// As typed: the action looks it up.
    pub parent: String,
    pub external_id: String,
    pub description: String,
    /// JSON object; set by imports only.
    pub other_facts: Option<String>,
}

/// Reads the form; every mistake at once.
pub fn parse(data: &FormData) -> Result<AccountInput, FieldErrors> {
    let mut read = Reader::new(data);
    let kind = read.field("kind", |raw| choice(AccountKind::parse(raw)));
    let status = read.field("status", |raw| choice(AccountStatus::parse(raw)));
    let input = AccountInput {
        name: read.field("name", |raw| text::required_line(raw, fields::NAME_MAX)),
        kind: kind.unwrap_or(AccountKind::Other),
        status: status.unwrap_or(AccountStatus::Prospect),
        organisation_number: read.field("organisation_number", |raw| {
            organisation_number::parse(raw).map(Option::unwrap_or_default)
        }),
        email: read.field("email", email::parse),
        phone: read.field("phone", phone::parse),
        website: read.field("website", |raw| {
            website::parse(raw).map(Option::unwrap_or_default)
        }),
        street: read.line("street", fields::STREET_MAX),
        postal_code: read.line("postal_code", fields::POSTAL_CODE_MAX),
        city: read.line("city", fields::CITY_MAX),
        country: read.line("country", fields::COUNTRY_MAX),
        industry: read.line("industry", fields::INDUSTRY_MAX),
        employees: read.field("employees", integer::parse),
        members: read.field("members", integer::parse),
        owner_id: read.person("owner_id"),
        parent: read.line("parent", fields::NAME_MAX + 30),
        external_id: read.line("external_id", fields::EXTERNAL_ID_MAX),
        description: read.paragraph("description", fields::PARAGRAPH_MAX),
        other_facts: None,
    };
    read.finish(input)
}

fn choice<T>(value: Option<T>) -> Result<Option<T>, Message> {
    value
        .map(Some)
        .ok_or_else(|| Message::new("common-choose-one"))
}

/// The form of a new account.
pub fn blank() -> FormData {
    FormData::from_pairs([
        ("kind", AccountKind::Association.code()),
        ("status", AccountStatus::Prospect.code()),
    ])
}

/// The form that would leave this account as it is; `parent` is the parent's name with its id.
pub fn of(account: &Account, parent: &str) -> FormData {
    let number = |n: Option<i32>| n.map(|n| n.to_string()).unwrap_or_default();
    FormData::from_pairs([
        ("name", account.name.clone()),
        ("kind", account.kind.code().to_owned()),
        ("status", account.status.code().to_owned()),
        (
            "organisation_number",
            organisation_number::display(&account.organisation_number),
        ),
        ("email", account.email.clone()),
        ("phone", account.phone.clone()),
        ("website", account.website.clone()),
        ("street", account.street.clone()),
        ("postal_code", account.postal_code.clone()),
        ("city", account.city.clone()),
        ("country", account.country.clone()),
        ("industry", account.industry.clone()),
        ("employees", number(account.employees)),
        ("members", number(account.members)),
        (
            "owner_id",
            account
                .owner_id
                .map(|id| id.to_string())
                .unwrap_or_default(),
        ),
        ("parent", parent.to_owned()),
        ("external_id", account.external_id.clone()),
        ("description", account.description.clone()),
    ])
}
