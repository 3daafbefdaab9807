//! The account that a row about a person names: found, or made.

use super::account_index::{base_of, name_key};
use super::draft::Draft;
use super::kinds::Signs;
use super::matching::{By, Index, Keys, city_key};
use super::{ContactColumn, Mapping, Row};
use crate::accounts::model::{Account, AccountStatus};
use crate::accounts::{actions, forms};
use crate::audit::Operation;
use crate::db::Conn;
use crate::fields::{NAME_MAX, organisation_number, text};
use crate::i18n::Message;
use crate::web::{FormData, WriteError};
use diesel::prelude::*;

/// What a row says of the account.
#[derive(Clone, Debug, Default)]
pub(super) struct Employer {
    pub name: String,
    pub number: String,
    /// The person's city: which of two accounts of one name is meant.
    city: String,
    name_column: Option<usize>,
    number_column: Option<usize>,
    among_associations: bool,
}

impl Employer {
    /// Reads name and number; what is wrong with them is noted in the draft.
    pub fn read(
        row: &Row,
        mapping: &Mapping<ContactColumn>,
        headers: &[String],
        draft: &mut Draft,
    ) -> Self {
        let name_column = mapping.index_of(ContactColumn::AccountName);
        let number_column = mapping.index_of(ContactColumn::AccountNumber);
        let name = mapping.cell(&row.cells, ContactColumn::AccountName);
        let number = mapping.cell(&row.cells, ContactColumn::AccountNumber);
        let header = name_column.and_then(|column| headers.get(column));
        let speaks = |header: &String| crate::fields::fold::fold(header).starts_with("förening");
        Self {
            name: draft.checked(name_column, name, text::line(name, NAME_MAX)),
            number: draft.checked(number_column, number, organisation_number::parse(number)),
            city: city_key(mapping.cell(&row.cells, ContactColumn::City).trim()),
            name_column,
            number_column,
            among_associations: header.is_some_and(speaks),
        }
    }

    /// Whether the row names any.
    pub fn is_named(&self) -> bool {
        !self.name.is_empty() || !self.number.is_empty()
    }

    /// What it may be found by: the name may also be an id that another system gave it.
    pub fn keys(&self) -> Keys {
        Keys {
            external: self.name.clone(),
            number: self.number.clone(),
            email: String::new(),
            name: if self.name.is_empty() {
                String::new()
            } else {
                name_key(&self.name)
            },
            city: self.city.clone(),
        }
    }

    /// The account: by number, else by exact external id, else by name, where one in the person's city comes first. An
    /// account with another number is another one.
    pub fn find<'a>(&self, index: &'a Index<Account>, draft: &mut Draft) -> Option<&'a Account> {
        let keys = self.keys();
        let strong = [By::Number, By::External].map(|by| {
            index
                .with(by, keys.get(by))
                .first()
                .map(|(_, account)| account.id.0)
        });
        if let Some(id) = strong.into_iter().flatten().next() {
            return index.get(id);
        }
        let fitting: Vec<_> = index
            .with(By::Name, &keys.name)
            .into_iter()
            .filter(|(account, _)| !account.contradicts(&keys, &[By::Number]))
            .map(|(account, row)| (account.city == self.city, row.id.0))
            .collect();
        let in_city = fitting
            .iter()
            .find(|(same, _)| *same && !self.city.is_empty());
        let (same, id) = in_city.or(fitting.first())?;
        if fitting.len() > 1 && !same {
            let reason = Message::new("imports-account-several").arg("n", fitting.len());
            draft.complain(self.name_column, &self.name, reason);
        }
        index.get(*id)
    }

    /// The account found, with its number where it had none; or a new one. Nothing if there is no name to make one of.
    pub fn settle(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        found: Option<&Account>,
        draft: &mut Draft,
    ) -> QueryResult<Option<Account>> {
        let mut form = match found {
            Some(account) if self.number.is_empty() || !account.organisation_number.is_empty() => {
                return Ok(Some(account.clone()));
            }
            Some(account) => base_of(account),
            None if self.name.is_empty() => {
                let reason = Message::new("imports-account-unknown");
                draft.complain(self.number_column, &self.number, reason);
                return Ok(None);
            }
            None => self.blank(),
        };
        form.set("organisation_number", self.number.as_str());
        let outcome = match (forms::parse(&form), found) {
            (Err(errors), _) => Err(WriteError::Fields(errors)),
            (Ok(input), None) => actions::insert(conn, op, &input),
            (Ok(input), Some(account)) => actions::change(conn, op, account.id, None, &input),
        };
        match outcome {
            Ok(account) => Ok(Some(account)),
            Err(WriteError::Db(error)) => Err(error),
            Err(WriteError::Fields(errors)) => {
                for reason in errors.into_values().flatten() {
                    draft.complain(self.name_column, &self.name, reason);
                }
                Ok(found.cloned())
            }
            Err(WriteError::Stale(account)) => Ok(Some(*account)),
        }
    }

    fn blank(&self) -> FormData {
        let signs = Signs {
            number: &self.number,
            name: &self.name,
            has_members: false,
            among_associations: self.among_associations,
        };
        FormData::from_pairs([
            ("name", self.name.as_str()),
            ("kind", signs.guess().code()),
            ("status", AccountStatus::Active.code()),
        ])
    }
}
