//! Taking back what was done to an affiliation. The contact is locked first, as everywhere.

use super::model::{Affiliation, AffiliationId};
use super::{primary, queries};
use crate::accounts::model::AccountId;
use crate::audit::{
    Audited, Facts, Obstacle, Operation, Present, Reason, Reverser, Subject, SubjectType,
};
use crate::contacts::model::ContactId;
use crate::contacts::queries::lock;
use crate::db::Conn;
use crate::schema::{accounts, affiliations};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::BTreeSet;

/// Takes back changes of affiliations.
pub struct Reversal;

type Obstacles = QueryResult<Vec<Obstacle>>;

impl Reverser for Reversal {
    fn subject(&self) -> SubjectType {
        SubjectType::Affiliation
    }

    fn read(&self, conn: &mut Conn, id: i64) -> QueryResult<Option<Present>> {
        let Some((affiliation, deleted_at)) = locked(conn, AffiliationId(id))? else {
            return Ok(None);
        };
        Ok(Some(Present {
            facts: affiliation.facts(),
            is_living: deleted_at.is_none(),
        }))
    }

    fn set(&self, conn: &mut Conn, op: &mut Operation<'_>, id: i64, values: &Facts) -> Obstacles {
        let Some((before, _)) = locked(conn, AffiliationId(id))? else {
            return Ok(vec![obstacle(id, "", Reason::Gone)]);
        };
        let wanted = before.clone().with_facts(values);
        let missing = missing(conn, &before, &wanted)?;
        if !missing.is_empty() {
            return Ok(missing);
        }
        diesel::update(affiliations::table.find(before.id))
            .set((
                affiliations::contact_id.eq(wanted.contact_id),
                affiliations::account_id.eq(wanted.account_id),
                affiliations::role.eq(&wanted.role),
                affiliations::from_date.eq(wanted.from_date),
                affiliations::to_date.eq(wanted.to_date),
                affiliations::is_primary.eq(wanted.is_primary),
                affiliations::version.eq(before.version + 1),
                affiliations::updated_at.eq(op.now),
            ))
            .execute(conn)?;
        op.updated(&before, &wanted);
        Ok(Vec::new())
    }

    fn remove(&self, conn: &mut Conn, op: &mut Operation<'_>, id: i64) -> Obstacles {
        let Some((affiliation, _)) = locked(conn, AffiliationId(id))? else {
            return Ok(vec![obstacle(id, "", Reason::Gone)]);
        };
        diesel::update(affiliations::table.find(affiliation.id))
            .set((
                affiliations::deleted_at.eq(op.now),
                affiliations::version.eq(affiliation.version + 1),
            ))
            .execute(conn)?;
        op.deleted(&affiliation);
        Ok(Vec::new())
    }

    /// It comes back without the primary mark where another role has it meanwhile.
    fn bring_back(&self, conn: &mut Conn, op: &mut Operation<'_>, id: i64) -> Obstacles {
        let Some((was, _)) = locked(conn, AffiliationId(id))? else {
            return Ok(vec![obstacle(id, "", Reason::Gone)]);
        };
        let back = Affiliation {
            is_primary: was.is_primary && marked(conn, was.contact_id)?.is_none(),
            ..was
        };
        diesel::update(affiliations::table.find(back.id))
            .set((
                affiliations::deleted_at.eq(None::<NaiveDateTime>),
                affiliations::is_primary.eq(back.is_primary),
                affiliations::version.eq(back.version + 1),
            ))
            .execute(conn)?;
        op.restored(&back);
        Ok(Vec::new())
    }

    fn hanging_on(&self, conn: &mut Conn, record: Subject) -> QueryResult<Option<Subject>> {
        let living = affiliations::table
            .filter(affiliations::deleted_at.is_null())
            .select(affiliations::id);
        let role: Option<AffiliationId> = match record.kind {
            SubjectType::Account => living
                .filter(affiliations::account_id.eq(AccountId(record.id)))
                .first(conn)
                .optional()?,
            SubjectType::Contact => living
                .filter(affiliations::contact_id.eq(ContactId(record.id)))
                .first(conn)
                .optional()?,
            _ => None,
        };
        Ok(role.map(|role| Subject::new(SubjectType::Affiliation, role.0)))
    }

    fn is_derived(&self, field: &str) -> bool {
        field == "is_primary"
    }

    fn settle(&self, conn: &mut Conn, op: &mut Operation<'_>, ids: &[i64]) -> QueryResult<()> {
        let contacts: Vec<ContactId> = affiliations::table
            .filter(affiliations::id.eq_any(ids))
            .select(affiliations::contact_id)
            .load(conn)?;
        for contact in contacts.into_iter().collect::<BTreeSet<_>>() {
            lock(conn, contact)?;
            if marked(conn, contact)?.is_none() {
                primary::pass_on(conn, op, contact)?;
            }
        }
        Ok(())
    }
}

fn obstacle(id: i64, field: &str, reason: Reason) -> Obstacle {
    Obstacle::new(Subject::new(SubjectType::Affiliation, id), field, reason)
}

/// Locks the contact, and reads the affiliation whatever became of it.
fn locked(
    conn: &mut Conn,
    id: AffiliationId,
) -> QueryResult<Option<(Affiliation, Option<NaiveDateTime>)>> {
    let Some(contact) = queries::contact_of(conn, id).optional()? else {
        return Ok(None);
    };
    lock(conn, contact)?;
    affiliations::table
        .find(id)
        .select((Affiliation::as_select(), affiliations::deleted_at))
        .first(conn)
        .optional()
}

/// The living affiliation of a contact that has the primary mark.
fn marked(conn: &mut Conn, contact: ContactId) -> QueryResult<Option<AffiliationId>> {
    affiliations::table
        .filter(affiliations::primary_contact_id.eq(contact.0))
        .select(affiliations::id)
        .first(conn)
        .optional()
}

/// The account, the contact or the primary mark that cannot be had any more. An account in the trash can: roles stay
/// at one that is deleted.
fn missing(conn: &mut Conn, before: &Affiliation, wanted: &Affiliation) -> Obstacles {
    let id = before.id.0;
    let exists = accounts::table.find(wanted.account_id);
    if !diesel::select(diesel::dsl::exists(exists)).get_result::<bool>(conn)? {
        let account = Subject::new(SubjectType::Account, wanted.account_id.0);
        return Ok(vec![
            obstacle(id, "account_id", Reason::Missing).because_of(account),
        ]);
    }
    if lock(conn, wanted.contact_id).optional()?.is_none() {
        let contact = Subject::new(SubjectType::Contact, wanted.contact_id.0);
        return Ok(vec![
            obstacle(id, "contact_id", Reason::Missing).because_of(contact),
        ]);
    }
    if wanted.is_primary
        && let Some(other) = marked(conn, wanted.contact_id)?.filter(|other| *other != before.id)
    {
        let other = Subject::new(SubjectType::Affiliation, other.0);
        return Ok(vec![
            obstacle(id, "is_primary", Reason::Taken).because_of(other),
        ]);
    }
    Ok(Vec::new())
}

impl Affiliation {
    /// As it would be with these fields of its history.
    fn with_facts(mut self, values: &Facts) -> Self {
        for (name, value) in values {
            let text = value.as_str().unwrap_or_default();
            match name.as_str() {
                "contact_id" => self.contact_id = value.as_i64().map_or(self.contact_id, ContactId),
                "account_id" => self.account_id = value.as_i64().map_or(self.account_id, AccountId),
                "role" => self.role = text.to_owned(),
                "from_date" => self.from_date = text.parse().ok(),
                "to_date" => self.to_date = text.parse().ok(),
                "is_primary" => self.is_primary = value.as_bool().unwrap_or(self.is_primary),
                _ => {}
            }
        }
        self
    }
}
