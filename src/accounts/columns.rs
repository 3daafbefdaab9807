//! An account's columns as they are written: what was typed, and the keys it is found again by.

use super::forms::AccountInput;
use super::model::{AccountId, AccountKind, AccountStatus};
use crate::auth::UserId;
use crate::fields::{NAME_MAX, fold};
use crate::schema::accounts;
use diesel::prelude::*;

#[derive(Insertable, AsChangeset)]
#[diesel(table_name = accounts, treat_none_as_null = true)]
pub(super) struct ColumnValues {
    name: String,
    name_key: String,
    bare_name_key: String,
    kind: AccountKind,
    status: AccountStatus,
    organisation_number: String,
    email: String,
    email_key: String,
    phone: String,
    phone_key: String,
    website: String,
    street: String,
    postal_code: String,
    city: String,
    country: String,
    industry: String,
    employees: Option<i32>,
    members: Option<i32>,
    owner_id: Option<UserId>,
    parent_id: Option<AccountId>,
    external_id: String,
    description: String,
}

/// The columns of this input.
pub(super) fn columns(input: &AccountInput, parent: Option<AccountId>) -> ColumnValues {
    let input = input.clone();
    let (email, email_key) = input.email.map(|e| (e.typed, e.key)).unwrap_or_default();
    let (phone, phone_key) = input
        .phone
        .map(|p| (p.typed, p.key.unwrap_or_default()))
        .unwrap_or_default();
    let name_key = fold::fold_to(&input.name, NAME_MAX);
    ColumnValues {
        bare_name_key: fold::bare(&name_key),
        name_key,
        name: input.name,
        kind: input.kind,
        status: input.status,
        organisation_number: input.organisation_number,
        email,
        email_key,
        phone,
        phone_key,
        website: input.website,
        street: input.street,
        postal_code: input.postal_code,
        city: input.city,
        country: input.country,
        industry: input.industry,
        employees: input.employees,
        members: input.members,
        owner_id: input.owner_id,
        parent_id: parent,
        external_id: input.external_id,
        description: input.description,
    }
}
