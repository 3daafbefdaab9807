//! A person joins an account: somebody who is known already, or a new contact.

use super::{actions, forms};
use crate::accounts::model::AccountId;
use crate::audit::Done;
use crate::auth::Actor;
use crate::contacts;
use crate::contacts::actions::ContactError;
use crate::contacts::forms::ContactInput;
use crate::contacts::model::full_name;
use crate::contacts::queries::meant;
use crate::db::Conn;
use crate::duplicates::Found;
use crate::i18n::Message;
use crate::web::record::{Field, Input, picked};
use crate::web::{FieldErrors, FormData};
use chrono::NaiveDateTime;

/// The fields of the form, in its order: a known person, or the facts of a new one; then the role.
pub const FIELDS: &[Field] = &[
    Field::new("person", "affiliations-field-person", Input::Contact)
        .hint("affiliations-hint-person"),
    Field::new("first_name", "contacts-field-first_name", Input::Text)
        .hint("affiliations-hint-new"),
    Field::new("last_name", "contacts-field-last_name", Input::Text),
    Field::new("email", "contacts-field-email", Input::Email),
    Field::new("phone", "contacts-field-phone", Input::Tel),
    forms::ROLE,
    forms::FROM,
    forms::PRIMARY,
];

/// Reads the form and does it; returns the person's name, or nothing where somebody has to look at likely duplicates
/// first. The same form posted twice does it once.
pub fn join(
    conn: &mut Conn,
    actor: &Actor,
    account: AccountId,
    data: &FormData,
    found: &mut Found,
    now: NaiveDateTime,
) -> Result<Option<Done<String>>, ContactError> {
    let mut errors = FieldErrors::new();
    let key = &data.once_key();
    let role = forms::parse_at(account, data).map_err(|mut e| errors.append(&mut e));
    let known = data.get("person").trim();
    if !known.is_empty() {
        let person = meant(conn, actor, known)?
            .map_err(|message| errors.entry("person").or_default().push(message));
        if is_new(data) {
            let both = Message::new("affiliations-known-or-new");
            errors.entry("person").or_default().push(both);
        }
        return match (person, role) {
            (Ok(person), Ok(role)) if errors.is_empty() => {
                let done = actions::create(conn, actor, person.id, &role, key, now);
                let once = done.map_err(ContactError::from_other)?;
                Ok(Some(Done {
                    value: person.name(),
                    operation: once.operation(),
                }))
            }
            _ => Err(ContactError::Fields(errors)),
        };
    }
    let person = new_person(data, &mut errors);
    match (person, role) {
        (Some(person), Ok(role)) if errors.is_empty() => {
            if found.stop(conn, data)? {
                return Ok(None);
            }
            let name = full_name(&person.first_name, &person.last_name);
            let once = contacts::actions::create_at(conn, actor, &person, Some(&role), key, now)?;
            Ok(Some(Done {
                value: name,
                operation: once.operation(),
            }))
        }
        _ => Err(ContactError::Fields(errors)),
    }
}

/// The form of somebody who was found while a new person was typed: `known` is that person's id.
pub fn known_instead(mut data: FormData) -> FormData {
    let known = data.get("known").to_owned();
    if !known.is_empty() {
        NEW.iter().for_each(|name| data.set(name, ""));
        data.set("person", picked("", known));
    }
    data
}

/// The fields of a new person.
const NEW: [&str; 4] = ["first_name", "last_name", "email", "phone"];

fn is_new(data: &FormData) -> bool {
    NEW.iter().any(|name| !data.get(name).trim().is_empty())
}

fn new_person(data: &FormData, errors: &mut FieldErrors) -> Option<ContactInput> {
    if !is_new(data) {
        let nobody = Message::new("affiliations-nobody");
        errors.entry("person").or_default().push(nobody);
        return None;
    }
    match contacts::forms::parse(data) {
        Ok(person) => Some(person),
        Err(mut others) => {
            errors.append(&mut others);
            None
        }
    }
}
