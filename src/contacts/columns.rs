//! A contact's columns as they are written: what was typed, and the keys it is found again by.

use super::forms::ContactInput;
use super::model::{full_name, sort_name};
use crate::auth::UserId;
use crate::fields::phone::Phone;
use crate::fields::{PERSON_NAME_MAX, fold};
use crate::schema::contacts;
use diesel::prelude::*;

/// The key under which a name is found again, however it is spaced or accented.
pub fn name_key(name: &str) -> String {
    fold::fold_to(name, 2 * PERSON_NAME_MAX + 1)
}

#[derive(Insertable, AsChangeset)]
#[diesel(table_name = contacts, treat_none_as_null = true)]
pub(super) struct ColumnValues {
    first_name: String,
    last_name: String,
    sort_name: String,
    name_key: String,
    email: String,
    email_key: String,
    phone: String,
    phone_key: String,
    mobile: String,
    mobile_key: String,
    title: String,
    city: String,
    country: String,
    owner_id: Option<UserId>,
    notes: String,
    external_id: String,
}

/// The columns of this input.
pub(super) fn columns(input: &ContactInput) -> ColumnValues {
    let input = input.clone();
    let both = |phone: Option<Phone>| phone.map(|p| (p.typed, p.key.unwrap_or_default()));
    let (email, email_key) = input.email.map(|e| (e.typed, e.key)).unwrap_or_default();
    let (phone, phone_key) = both(input.phone).unwrap_or_default();
    let (mobile, mobile_key) = both(input.mobile).unwrap_or_default();
    ColumnValues {
        sort_name: sort_name(&input.first_name, &input.last_name),
        name_key: name_key(&full_name(&input.first_name, &input.last_name)),
        first_name: input.first_name,
        last_name: input.last_name,
        email,
        email_key,
        phone,
        phone_key,
        mobile,
        mobile_key,
        title: input.title,
        city: input.city,
        country: input.country,
        owner_id: input.owner_id,
        notes: input.notes,
        external_id: input.external_id,
    }
}
