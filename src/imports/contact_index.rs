//! Contacts by what rows know them by, with their roles.

use super::matching::{By, Index, Keyed, Keys, city_key};
use super::merging::Touched;
use crate::auth::Actor;
use crate::contacts::actions::name_key;
use crate::contacts::affiliations::Affiliation;
use crate::contacts::forms::ContactInput;
use crate::contacts::model::{Contact, ContactId, full_name};
use crate::contacts::queries::{self, Visible};
use crate::db::Conn;
use crate::fields::email;
use crate::fields::fold::fold;
use crate::schema::{affiliations, contacts};
use diesel::prelude::*;
use std::collections::HashMap;

impl Keyed for Contact {
    fn id(&self) -> i64 {
        self.id.0
    }

    fn keys(&self) -> Keys {
        Keys {
            external: self.external_id.clone(),
            number: String::new(),
            email: email::key(&self.email),
            name: name_key(&self.name()),
            city: city_key(&self.city),
        }
    }
}

/// What a row knows its person by.
pub(super) fn keys_of(input: &ContactInput) -> Keys {
    let email = input.email.as_ref();
    Keys {
        external: input.external_id.clone(),
        number: String::new(),
        email: email.map_or_else(String::new, |email| email.key.clone()),
        name: name_key(&full_name(&input.first_name, &input.last_name)),
        city: city_key(&input.city),
    }
}

/// The contacts of a batch and their living roles.
pub(super) struct Persons {
    pub index: Index<Contact>,
    pub roles: HashMap<ContactId, Vec<Affiliation>>,
}

impl Persons {
    /// The contacts that rows with these keys may be about.
    pub fn load(conn: &mut Conn, actor: &Actor, keys: &[&Keys]) -> QueryResult<Self> {
        let known = |by: By| -> Vec<String> {
            let values = keys.iter().map(|keys| keys.get(by).to_owned());
            values.filter(|value| !value.is_empty()).collect()
        };
        let mut found = Vec::new();
        let mut add = |values: Vec<String>, query: fn(Visible, Vec<String>) -> Visible| {
            if !values.is_empty() {
                let query = query(queries::visible_to(actor), values);
                found.extend(query.select(Contact::as_select()).load(conn)?);
            }
            QueryResult::Ok(())
        };
        add(known(By::External), |query, values| {
            query.filter(contacts::external_id.eq_any(values))
        })?;
        add(known(By::Email), |query, values| {
            query.filter(contacts::email_key.eq_any(values))
        })?;
        add(known(By::Name), |query, values| {
            query.filter(contacts::name_key.eq_any(values))
        })?;
        let index = Index::new(found);
        let roles = roles_of(conn, &index.ids())?;
        Ok(Self { index, roles })
    }

    /// The contact that a row is about: by external id, else by e-mail address and first name (an address may be shared
    /// by a family), else by name with the city or an account in common.
    pub fn find(
        &self,
        row: &Keys,
        first_name: &str,
        account: Option<i64>,
        touched: &Touched,
    ) -> Option<&Contact> {
        if let Some((_, contact)) = self.index.with(By::External, &row.external).first() {
            return Some(contact);
        }
        let mut renamed = None;
        for (keys, contact) in self.index.with(By::Email, &row.email) {
            if keys.contradicts(row, &[By::External]) {
                continue;
            }
            if keys.name == row.name {
                return Some(contact);
            }
            let is_new_here = touched.get(contact.id.0).is_none();
            if renamed.is_none() && is_new_here && same_first(&contact.first_name, first_name) {
                renamed = Some(contact);
            }
        }
        renamed.or_else(|| self.named(row, account))
    }

    fn named(&self, row: &Keys, account: Option<i64>) -> Option<&Contact> {
        let stronger = [By::External, By::Email];
        let mut fitting = self
            .index
            .with(By::Name, &row.name)
            .into_iter()
            .filter(|(keys, _)| !keys.contradicts(row, &stronger));
        let found = fitting.find(|(keys, contact)| {
            let is_there = account.is_some_and(|id| self.is_at(contact.id, id));
            let same_city = keys.city == row.city;
            is_there || same_city && (!row.city.is_empty() || account.is_none())
        });
        found.map(|(_, contact)| contact)
    }

    fn is_at(&self, contact: ContactId, account: i64) -> bool {
        let roles = self.roles.get(&contact);
        roles.is_some_and(|roles| roles.iter().any(|role| role.account_id.0 == account))
    }
}

/// Both names are known and fold alike, or one of them is not known.
fn same_first(one: &str, two: &str) -> bool {
    one.is_empty() || two.is_empty() || fold(one) == fold(two)
}

fn roles_of(conn: &mut Conn, ids: &[i64]) -> QueryResult<HashMap<ContactId, Vec<Affiliation>>> {
    let mut roles: HashMap<ContactId, Vec<Affiliation>> = HashMap::new();
    if ids.is_empty() {
        return Ok(roles);
    }
    let rows: Vec<Affiliation> = affiliations::table
        .filter(affiliations::contact_id.eq_any(ids))
        .filter(affiliations::deleted_at.is_null())
        .order(affiliations::id)
        .select(Affiliation::as_select())
        .load(conn)?;
    for role in rows {
        roles.entry(role.contact_id).or_default().push(role);
    }
    Ok(roles)
}
