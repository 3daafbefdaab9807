//! From what was typed to what is true.

use super::model::Contact;
use crate::auth::UserId;
use crate::fields::{self, email, phone};
use crate::i18n::Message;
use crate::web::record::{Field, Input};
use crate::web::{FieldErrors, FormData, Reader};

/// The fields of the form, in its order; what each takes is in `fields`.
pub const FIELDS: &[Field] = &[
    Field::new("first_name", "contacts-field-first_name", Input::Text),
    Field::new("last_name", "contacts-field-last_name", Input::Text).hint("contacts-hint-name"),
    Field::new("title", "contacts-field-title", Input::Text),
    Field::new("email", "contacts-field-email", Input::Email),
    Field::new("phone", "contacts-field-phone", Input::Tel),
    Field::new("mobile", "contacts-field-mobile", Input::Tel),
    Field::new("city", "contacts-field-city", Input::Text),
    Field::new("country", "contacts-field-country", Input::Text),
    Field::new("owner_id", "contacts-field-owner_id", Input::OptionalChoice),
    Field::new("external_id", "contacts-field-external_id", Input::Text)
        .hint("contacts-hint-external_id"),
    Field::new("notes", "contacts-field-notes", Input::Paragraph),
];

/// A contact's fields, each by its rule. Only this reaches an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the columns")]
pub struct ContactInput {
    pub first_name: String,
    pub last_name: String,
    pub email: Option<email::Email>,
    pub phone: Option<phone::Phone>,
    pub mobile: Option<phone::Phone>,
    pub title: String,
    pub city: String,
    pub country: String,
    pub owner_id: Option<UserId>,
    pub external_id: String,
    pub notes: String,
    /// JSON object; set by imports only.
    pub other_facts: Option<String>,
}

/// Reads the form; every mistake at once.
pub fn parse(data: &FormData) -> Result<ContactInput, FieldErrors> {
    let mut read = Reader::new(data);
    let input = ContactInput {
        first_name: read.line("first_name", fields::PERSON_NAME_MAX),
        last_name: read.line("last_name", fields::PERSON_NAME_MAX),
        email: read.field("email", email::parse),
        phone: read.field("phone", phone::parse),
        mobile: read.field("mobile", phone::parse),
        title: read.line("title", fields::TITLE_MAX),
        city: read.line("city", fields::CITY_MAX),
        country: read.line("country", fields::COUNTRY_MAX),
        owner_id: read.person("owner_id"),
        external_id: read.line("external_id", fields::EXTERNAL_ID_MAX),
        notes: read.paragraph("notes", fields::PARAGRAPH_MAX),
        other_facts: None,
    };
    if data.get("first_name").trim().is_empty() && data.get("last_name").trim().is_empty() {
        read.error("last_name", Message::new("contacts-name-required"));
    }
    read.finish(input)
}

/// The form that would leave this contact as it is.
pub fn of(contact: &Contact) -> FormData {
    let owner = contact.owner_id.map(|id| id.to_string());
    FormData::from_pairs([
        ("first_name", contact.first_name.clone()),
        ("last_name", contact.last_name.clone()),
        ("title", contact.title.clone()),
        ("email", contact.email.clone()),
        ("phone", contact.phone.clone()),
        ("mobile", contact.mobile.clone()),
        ("city", contact.city.clone()),
        ("country", contact.country.clone()),
        ("owner_id", owner.unwrap_or_default()),
        ("external_id", contact.external_id.clone()),
        ("notes", contact.notes.clone()),
    ])
}
