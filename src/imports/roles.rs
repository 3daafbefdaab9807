//! The role that a row gives a person at an account. The same person, account, role and first day are the same
//! affiliation, however often the file is run.

use super::draft::Draft;
use super::{ContactColumn, Mapping, Row};
use crate::accounts::model::AccountId;
use crate::audit::Operation;
use crate::contacts::affiliations::actions::{self, AffiliationError};
use crate::contacts::affiliations::{Affiliation, AffiliationInput, insert_first};
use crate::contacts::model::{Contact, ContactId};
use crate::db::Conn;
use crate::fields::fold::fold;
use crate::fields::{ROLE_MAX, date, text};
use crate::i18n::Message;
use crate::web::{FieldErrors, WriteError};
use chrono::NaiveDate;
use diesel::prelude::*;

/// What a row says of the role.
#[derive(Clone, Debug, Default)]
pub(super) struct Role {
    name: String,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    to_column: Option<usize>,
}

impl Role {
    /// Reads role and days; what is wrong with them is noted in the draft. A role that would end before it began keeps
    /// its end, so that a past role does not become a present one.
    pub fn read(
        row: &Row,
        mapping: &Mapping<ContactColumn>,
        has_account: bool,
        draft: &mut Draft,
    ) -> Self {
        let part = |column| (mapping.index_of(column), mapping.cell(&row.cells, column));
        let (name_column, name) = part(ContactColumn::Role);
        let (from_column, from) = part(ContactColumn::From);
        let (to_column, to) = part(ContactColumn::To);
        if !has_account {
            for (column, cell) in [(name_column, name), (from_column, from), (to_column, to)] {
                if !cell.trim().is_empty() {
                    draft.complain(column, cell, Message::new("imports-role-nowhere"));
                }
            }
            return Self::default();
        }
        let mut role = Self {
            name: draft.checked(name_column, name, text::line(name, ROLE_MAX)),
            from: draft.checked(from_column, from, date::parse(from).map(Some)),
            to: draft.checked(to_column, to, date::parse(to).map(Some)),
            to_column,
        };
        if let (Some(first), Some(last)) = (role.from, role.to)
            && last < first
        {
            draft.complain(
                from_column,
                from,
                Message::new("affiliations-dates-reversed"),
            );
            role.from = None;
        }
        role
    }

    /// Gives the person this role, or the role they have what the row knows more. Whether anything changed.
    pub fn settle(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        (contact, account): (ContactId, AccountId),
        roles: &mut Vec<Affiliation>,
        draft: &mut Draft,
    ) -> QueryResult<bool> {
        let place = self.place(roles, account);
        let mut input = self.input(account);
        input.is_primary = self.deserves_mark(roles, op.now.date());
        let outcome = match place.and_then(|at| roles.get(at)) {
            None => actions::insert(conn, op, contact, &input),
            Some(known) => {
                input = AffiliationInput::from(known);
                input.to_date = self.to.or(known.to_date);
                if input == AffiliationInput::from(known) {
                    return Ok(false);
                }
                actions::change(conn, op, known.id, None, &input)
            }
        };
        self.keep(outcome, roles, draft)
    }

    /// The same for a person who was just made.
    pub fn first(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        (person, account): (&Contact, AccountId),
        roles: &mut Vec<Affiliation>,
        draft: &mut Draft,
    ) -> QueryResult<bool> {
        let outcome = insert_first(conn, op, person, &self.input(account));
        self.keep(outcome, roles, draft)
    }

    fn input(&self, account: AccountId) -> AffiliationInput {
        AffiliationInput {
            account_id: account,
            role: self.name.clone(),
            from_date: self.from,
            to_date: self.to,
            is_primary: false,
        }
    }

    /// Notes what came of it for the rows to come; whether anything did.
    fn keep(
        &self,
        outcome: Result<Affiliation, AffiliationError>,
        roles: &mut Vec<Affiliation>,
        draft: &mut Draft,
    ) -> QueryResult<bool> {
        let role = match outcome {
            Ok(role) => role,
            Err(WriteError::Db(error)) => return Err(error),
            Err(WriteError::Stale(_)) => return Ok(false),
            Err(WriteError::Fields(errors)) => {
                self.refuse(errors, draft);
                return Ok(false);
            }
        };
        // The mark is at one role only.
        for other in roles.iter_mut() {
            other.is_primary &= !role.is_primary;
        }
        roles.retain(|other| other.id != role.id);
        roles.push(role);
        Ok(true)
    }

    fn refuse(&self, errors: FieldErrors, draft: &mut Draft) {
        for reason in errors.into_values().flatten() {
            let to = self.to.map(|day| day.to_string()).unwrap_or_default();
            draft.complain(self.to_column, &to, reason);
        }
    }

    /// The role that this is: alike in all that the row says.
    fn place(&self, roles: &[Affiliation], account: AccountId) -> Option<usize> {
        let name = fold(&self.name);
        let same_name = |role: &Affiliation| self.name.is_empty() || fold(&role.role) == name;
        let fits = |role: &Affiliation| role.account_id == account && same_name(role);
        let exact = roles
            .iter()
            .position(|role| fits(role) && role.from_date == self.from && fold(&role.role) == name);
        let known: Vec<usize> = (0..roles.len())
            .filter(|&at| roles.get(at).is_some_and(fits))
            .collect();
        match (exact, known.as_slice()) {
            (Some(at), _) => Some(at),
            (None, [at]) if self.from.is_none() => Some(*at),
            // A row that says nothing of the role is content with any.
            (None, [at, ..]) if self.from.is_none() && self.name.is_empty() => Some(*at),
            _ => None,
        }
    }

    /// A present role takes the primary mark from one that has ended.
    fn deserves_mark(&self, roles: &[Affiliation], today: NaiveDate) -> bool {
        let primary = roles.iter().find(|role| role.is_primary);
        let is_past = self.to.is_some_and(|to| to < today);
        primary.is_some_and(|role| role.is_past(today)) && !is_past
    }
}
