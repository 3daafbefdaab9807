//! Taking back what was done to an account.

use super::columns::columns;
use super::model::{Account, AccountId, AccountKind, AccountStatus};
use super::{forms, parents, queries};
use crate::audit::{
    Audited, Facts, Obstacle, Operation, Present, Reason, Reverser, Subject, SubjectType,
};
use crate::auth::{UserId, people};
use crate::db::{Conn, is_duplicate_of};
use crate::duplicates::{self, DISTINCT_FROM};
use crate::schema::accounts;
use crate::tags::{self, Tagged};
use crate::web::FieldErrors;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::Value;

/// Takes back changes of accounts.
pub struct Reversal;

type Obstacles = QueryResult<Vec<Obstacle>>;

impl Reverser for Reversal {
    fn subject(&self) -> SubjectType {
        SubjectType::Account
    }

    fn read(&self, conn: &mut Conn, id: i64) -> QueryResult<Option<Present>> {
        let Some((account, deleted_at)) = locked(conn, AccountId(id))? else {
            return Ok(None);
        };
        Ok(Some(Present {
            facts: account.facts(),
            is_living: deleted_at.is_none(),
        }))
    }

    fn set(&self, conn: &mut Conn, op: &mut Operation<'_>, id: i64, values: &Facts) -> Obstacles {
        let Some((before, _)) = locked(conn, AccountId(id))? else {
            return Ok(vec![obstacle(id, "", Reason::Gone)]);
        };
        let wanted = before.clone().with(values);
        let missing = missing(conn, &before, &wanted)?;
        if !missing.is_empty() {
            return Ok(missing);
        }
        let input = match forms::parse(&forms::of(&wanted, "")) {
            Ok(input) => input,
            Err(errors) => return Ok(wrong(id, &errors)),
        };
        let written = diesel::update(accounts::table.find(before.id))
            .set((
                columns(&input, wanted.parent_id),
                accounts::other_facts.eq(&wanted.other_facts),
                accounts::version.eq(before.version + 1),
                accounts::updated_at.eq(op.now),
            ))
            .execute(conn);
        if let Some(taken) = taken(conn, &wanted, written)? {
            return Ok(vec![taken]);
        }
        op.updated(&before, &wanted);
        Ok(Vec::new())
    }

    fn remove(&self, conn: &mut Conn, op: &mut Operation<'_>, id: i64) -> Obstacles {
        let Some((account, _)) = locked(conn, AccountId(id))? else {
            return Ok(vec![obstacle(id, "", Reason::Gone)]);
        };
        bury(conn, op, &account)?;
        Ok(Vec::new())
    }

    fn bring_back(&self, conn: &mut Conn, op: &mut Operation<'_>, id: i64) -> Obstacles {
        let Some((account, _)) = locked(conn, AccountId(id))? else {
            return Ok(vec![obstacle(id, "", Reason::Gone)]);
        };
        let written = diesel::update(accounts::table.find(account.id))
            .set((
                accounts::deleted_at.eq(None::<NaiveDateTime>),
                accounts::version.eq(account.version + 1),
            ))
            .execute(conn);
        if let Some(taken) = taken(conn, &account, written)? {
            return Ok(vec![taken]);
        }
        op.restored(&account);
        op.say("name", account.name.as_str());
        Ok(Vec::new())
    }

    fn hanging_on(&self, conn: &mut Conn, record: Subject) -> QueryResult<Option<Subject>> {
        if record.kind != SubjectType::Account {
            return Ok(None);
        }
        let child: Option<AccountId> = accounts::table
            .filter(accounts::parent_id.eq(AccountId(record.id)))
            .filter(accounts::deleted_at.is_null())
            .select(accounts::id)
            .first(conn)
            .optional()?;
        Ok(child.map(|child| Subject::new(SubjectType::Account, child.0)))
    }

    fn set_members(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        id: i64,
        field: &str,
        added: &[Value],
        removed: &[Value],
    ) -> Obstacles {
        match field {
            DISTINCT_FROM => duplicates::take_back(
                conn,
                op,
                Subject::new(SubjectType::Account, id),
                added,
                removed,
            ),
            "tags" => tags::take_back(conn, op, Tagged::Account(id), added, removed),
            _ => Ok(vec![obstacle(id, field, Reason::Unknown)]),
        }
    }
}

fn obstacle(id: i64, field: &str, reason: Reason) -> Obstacle {
    Obstacle::new(Subject::new(SubjectType::Account, id), field, reason)
}

/// Locks the row, and reads it whatever became of it.
fn locked(conn: &mut Conn, id: AccountId) -> QueryResult<Option<(Account, Option<NaiveDateTime>)>> {
    accounts::table
        .find(id)
        .select((Account::as_select(), accounts::deleted_at))
        .for_update()
        .first(conn)
        .optional()
}

/// Puts a living account into the trash, inside an operation, with its row locked.
pub(super) fn bury(conn: &mut Conn, op: &mut Operation<'_>, account: &Account) -> QueryResult<()> {
    diesel::update(accounts::table.find(account.id))
        .set((
            accounts::deleted_at.eq(op.now),
            accounts::version.eq(account.version + 1),
        ))
        .execute(conn)?;
    op.deleted(account);
    op.say("name", account.name.as_str());
    Ok(())
}

/// The owner or parent that the values name and that cannot be chosen any more. A parent in the trash can: an account
/// keeps its parent when that is deleted.
fn missing(conn: &mut Conn, before: &Account, wanted: &Account) -> Obstacles {
    let mut obstacles = Vec::new();
    let mut add = |field, reason, other: Subject| {
        obstacles.push(obstacle(before.id.0, field, reason).because_of(other));
    };
    if let Some(owner) = wanted
        .owner_id
        .filter(|_| wanted.owner_id != before.owner_id)
        && people::cannot_own(conn, Some(owner))?.is_some()
    {
        add(
            "owner_id",
            Reason::Missing,
            Subject::new(SubjectType::User, owner.0),
        );
    }
    if let Some(parent) = wanted
        .parent_id
        .filter(|_| wanted.parent_id != before.parent_id)
    {
        let other = Subject::new(SubjectType::Account, parent.0);
        if queries::names(conn, &[parent])?.is_empty() {
            add("parent_id", Reason::Missing, other);
        } else if parents::is_below(conn, parent, before.id)? {
            add("parent_id", Reason::Loop, other);
        }
    }
    Ok(obstacles)
}

/// The living account that has the number meanwhile.
fn taken(
    conn: &mut Conn,
    wanted: &Account,
    written: QueryResult<usize>,
) -> QueryResult<Option<Obstacle>> {
    match written {
        Err(error) if is_duplicate_of(&error, "accounts_living_number") => {
            let other: Option<AccountId> = accounts::table
                .filter(accounts::living_number.eq(&wanted.organisation_number))
                .select(accounts::id)
                .first(conn)
                .optional()?;
            let obstacle = obstacle(wanted.id.0, "organisation_number", Reason::Taken);
            Ok(Some(match other {
                Some(other) => obstacle.because_of(Subject::new(SubjectType::Account, other.0)),
                None => obstacle,
            }))
        }
        other => other.map(|_| None),
    }
}

/// Values that the rules of today do not take any more.
fn wrong(id: i64, errors: &FieldErrors) -> Vec<Obstacle> {
    let fields = errors.keys();
    fields
        .map(|field| obstacle(id, field, Reason::Unknown))
        .collect()
}

impl Account {
    /// As it would be with these fields of its history.
    fn with(mut self, values: &Facts) -> Self {
        for (name, value) in values {
            let text = || value.as_str().unwrap_or_default().to_owned();
            let number = || value.as_i64().and_then(|n| i32::try_from(n).ok());
            match name.as_str() {
                "name" => self.name = text(),
                "kind" => self.kind = AccountKind::parse(&text()).unwrap_or(self.kind),
                "status" => self.status = AccountStatus::parse(&text()).unwrap_or(self.status),
                "organisation_number" => self.organisation_number = text(),
                "email" => self.email = text(),
                "phone" => self.phone = text(),
                "website" => self.website = text(),
                "street" => self.street = text(),
                "postal_code" => self.postal_code = text(),
                "city" => self.city = text(),
                "country" => self.country = text(),
                "industry" => self.industry = text(),
                "employees" => self.employees = number(),
                "members" => self.members = number(),
                "owner_id" => self.owner_id = value.as_i64().map(UserId),
                "parent_id" => self.parent_id = value.as_i64().map(AccountId),
                "description" => self.description = text(),
                "external_id" => self.external_id = text(),
                "other_facts" => self.other_facts = text(),
                _ => {}
            }
        }
        self
    }
}
