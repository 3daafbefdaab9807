//! Where the person of a row belongs: an account and a role there.

use super::contact_index::Persons;
use super::draft::Draft;
use super::employers::Employer;
use super::matching::Index;
use super::roles::Role;
use super::{ContactColumn, Mapping, Row};
use crate::accounts::model::Account;
use crate::audit::Operation;
use crate::contacts::model::ContactId;
use crate::db::Conn;
use diesel::prelude::*;

/// What a row says of it.
pub(super) struct Belonging {
    pub employer: Employer,
    role: Role,
}

impl Belonging {
    /// Reads it; what is wrong is noted in the draft.
    pub fn read(
        row: &Row,
        mapping: &Mapping<ContactColumn>,
        headers: &[String],
        draft: &mut Draft,
    ) -> Self {
        let employer = Employer::read(row, mapping, headers, draft);
        let role = Role::read(row, mapping, employer.is_named(), draft);
        Self { employer, role }
    }

    /// Gives the person, who may have been made for this row, the role at the account, which was found or is made. Whether
    /// anything changed.
    pub fn settle(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        (contact, is_new, account): (ContactId, bool, Option<&Account>),
        (persons, accounts): (&mut Persons, &mut Index<Account>),
        draft: &mut Draft,
    ) -> QueryResult<bool> {
        if !self.employer.is_named() {
            return Ok(false);
        }
        let Some(account) = self.employer.settle(conn, op, account, draft)? else {
            return Ok(false);
        };
        let roles = persons.roles.entry(contact).or_default();
        let id = account.id;
        accounts.put(account);
        match persons.index.get(contact.0) {
            Some(person) if is_new => self.role.first(conn, op, (person, id), roles, draft),
            _ => self.role.settle(conn, op, (contact, id), roles, draft),
        }
    }
}
