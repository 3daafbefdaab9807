//! Accounts by what rows know them by.

use super::matching::{By, Index, Keyed, Keys, city_key};
use super::merging::Touched;
use crate::accounts::forms::{self, AccountInput};
use crate::accounts::model::Account;
use crate::accounts::queries::{self, Visible};
use crate::auth::Actor;
use crate::db::Conn;
use crate::fields::{NAME_MAX, email, fold};
use crate::schema::accounts;
use crate::web::FormData;
use diesel::prelude::*;

impl Keyed for Account {
    fn id(&self) -> i64 {
        self.id.0
    }

    fn keys(&self) -> Keys {
        Keys {
            external: self.external_id.clone(),
            number: self.organisation_number.clone(),
            email: email::key(&self.email),
            name: name_key(&self.name),
            city: city_key(&self.city),
        }
    }
}

/// What a row knows its account by.
pub(super) fn keys_of(input: &AccountInput) -> Keys {
    Keys {
        external: input.external_id.clone(),
        number: input.organisation_number.clone(),
        email: input
            .email
            .as_ref()
            .map_or_else(String::new, |e| e.key.clone()),
        name: name_key(&input.name),
        city: city_key(&input.city),
    }
}

/// The folded form of an account's name.
pub(super) fn name_key(name: &str) -> String {
    fold::fold_to(name, NAME_MAX)
}

/// The form that leaves the account as it is.
pub(super) fn base_of(account: &Account) -> FormData {
    let parent = account
        .parent_id
        .map(|id| crate::web::record::picked("", id));
    forms::of(account, &parent.unwrap_or_default())
}

/// The accounts that rows with these keys may be about.
pub(super) fn load(conn: &mut Conn, actor: &Actor, keys: &[&Keys]) -> QueryResult<Index<Account>> {
    let known = |by: By| -> Vec<String> {
        let values = keys.iter().map(|keys| keys.get(by).to_owned());
        values.filter(|value| !value.is_empty()).collect()
    };
    let mut found = Vec::new();
    let mut add = |values: Vec<String>, query: fn(Visible, Vec<String>) -> Visible| {
        if !values.is_empty() {
            let query = query(queries::visible_to(actor), values);
            found.extend(query.select(Account::as_select()).load(conn)?);
        }
        QueryResult::Ok(())
    };
    add(known(By::External), |query, values| {
        query.filter(accounts::external_id.eq_any(values))
    })?;
    add(known(By::Number), |query, values| {
        query.filter(accounts::living_number.eq_any(values))
    })?;
    add(known(By::Email), |query, values| {
        query.filter(accounts::email_key.eq_any(values))
    })?;
    add(known(By::Name), |query, values| {
        query.filter(accounts::name_key.eq_any(values))
    })?;
    Ok(Index::new(found))
}

/// The account that a row is about: by external id, else by number, else by e-mail address, else by name and city. A
/// record that is known by another value of a stronger key is another record.
pub(super) fn find<'a>(
    index: &'a Index<Account>,
    row: &Keys,
    touched: &Touched,
) -> Option<&'a Account> {
    if let Some((_, account)) = index.with(By::External, &row.external).first() {
        return Some(account);
    }
    let by_number = index.with(By::Number, &row.number).into_iter();
    let mut fitting = by_number.filter(|(keys, _)| !keys.contradicts(row, &[By::External]));
    if let Some((_, account)) = fitting.next() {
        return Some(account);
    }
    let stronger = [By::External, By::Number];
    let mut renamed = None;
    for (keys, account) in index.with(By::Email, &row.email) {
        if keys.contradicts(row, &stronger) {
            continue;
        }
        if keys.name == row.name {
            return Some(account);
        }
        // Two names at one address in one file are two organisations; a name that changed since is one.
        if renamed.is_none() && touched.get(account.id.0).is_none() {
            renamed = Some(account);
        }
    }
    renamed.or_else(|| index.named(row, &[By::External, By::Number, By::Email]))
}
