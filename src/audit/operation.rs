//! Writing operations.

use super::{Kind, Subject};
use crate::auth::Actor;
use crate::db::{Conn, last_insert_id};
use crate::id_type;
use crate::schema::{changes, operations};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::{Map, Value};

id_type!(
    /// A row of `operations`.
    OperationId
);

/// The fields of a row, by name, as they are kept in history.
pub type Facts = Map<String, Value>;

/// A row whose changes are kept.
pub trait Audited {
    /// Which row it is.
    fn subject(&self) -> Subject;
    /// Its fields; what is derived (keys, times, version) is left out.
    fn facts(&self) -> Facts;
}

pub(super) struct Change {
    pub subject: Subject,
    pub action: &'static str,
    pub before: Facts,
    pub after: Facts,
}

/// An operation being recorded: actions tell it what they changed.
pub struct Operation<'a> {
    /// Who does it.
    pub actor: &'a Actor,
    /// When.
    pub now: NaiveDateTime,
    pub(super) about: Option<Subject>,
    undoes: Option<OperationId>,
    names_only: bool,
    pub(super) data: Facts,
    pub(super) changes: Vec<Change>,
}

impl<'a> Operation<'a> {
    pub(super) fn new(actor: &'a Actor, now: NaiveDateTime) -> Self {
        Self {
            actor,
            now,
            about: None,
            undoes: None,
            names_only: false,
            data: Facts::new(),
            changes: Vec::new(),
        }
    }

    /// Names the row that the sentence is about, unless one is named already; without it, the first row changed.
    pub fn about(&mut self, subject: Subject) {
        self.about.get_or_insert(subject);
    }

    /// Names the operation that this one takes back.
    pub fn undoes(&mut self, operation: OperationId) {
        self.undoes = Some(operation);
    }

    /// Adds something that the sentence names.
    pub fn say(&mut self, name: &str, value: impl Into<Value>) {
        self.data.insert(name.to_owned(), value.into());
    }

    /// What the sentence names, to be written whole: for an operation that goes on over several transactions.
    pub fn data_mut(&mut self) -> &mut Facts {
        &mut self.data
    }

    /// A row was added.
    pub fn created(&mut self, row: &impl Audited) {
        self.push(row.subject(), "create", Facts::new(), row.facts());
    }

    /// A row was changed; nothing is kept when no field differs. Returns whether one did.
    pub fn updated(&mut self, before: &impl Audited, after: &impl Audited) -> bool {
        let (mut old, mut new) = (before.facts(), after.facts());
        old.retain(|name, value| new.get(name) != Some(value));
        new.retain(|name, _| old.contains_key(name));
        if old.is_empty() {
            return false;
        }
        self.push(after.subject(), "update", old, new);
        true
    }

    /// From now on, rows leave for good, and history keeps no more than their names of it.
    pub fn keep_names_only(&mut self) {
        self.names_only = true;
    }

    /// A row was deleted.
    pub fn deleted(&mut self, row: &impl Audited) {
        let mut facts = row.facts();
        if self.names_only {
            facts.retain(|field, _| field == "name" || field.ends_with("_name"));
            self.push(row.subject(), "purge", facts, Facts::new());
        } else {
            self.push(row.subject(), "delete", facts, Facts::new());
        }
    }

    /// A deleted row came back.
    pub fn restored(&mut self, row: &impl Audited) {
        self.push(row.subject(), "restore", Facts::new(), row.facts());
    }

    /// How many rows were changed so far.
    pub fn changes(&self) -> usize {
        self.changes.len()
    }

    /// One named thing of a row changed that is not a column of it, such as its tags. An
    /// array is a set: what was added to it and taken from it can be undone each by itself.
    pub fn changed(&mut self, subject: Subject, name: &str, before: Value, after: Value) {
        let one = |value| Facts::from_iter([(name.to_owned(), value)]);
        self.push(subject, "update", one(before), one(after));
    }

    fn push(&mut self, subject: Subject, action: &'static str, before: Facts, after: Facts) {
        self.about.get_or_insert(subject);
        self.changes.push(Change {
            subject,
            action,
            before,
            after,
        });
    }

    /// Nothing changed and nothing was said: there is nothing to remember.
    pub(super) fn is_empty(&self) -> bool {
        self.about.is_none() && self.data.is_empty()
    }

    pub(super) fn insert(
        &self,
        conn: &mut Conn,
        kind: Kind,
        key: Option<&str>,
    ) -> QueryResult<OperationId> {
        diesel::insert_into(operations::table)
            .values((
                operations::kind.eq(kind),
                operations::channel.eq(self.actor.channel),
                operations::user_id.eq(self.actor.user_id),
                operations::api_key_id.eq(self.actor.api_key_id),
                operations::address.eq(&self.actor.address),
                operations::at.eq(self.now),
                operations::subject_type.eq(self.about.map(|s| s.kind)),
                operations::subject_id.eq(self.about.map(|s| s.id)),
                operations::data.eq(Value::Object(self.data.clone()).to_string()),
                operations::idempotency_key.eq(key),
                operations::undoes_id.eq(self.undoes),
            ))
            .execute(conn)?;
        diesel::select(last_insert_id()).get_result(conn)
    }

    pub(super) fn insert_changes(
        &self,
        conn: &mut Conn,
        operation: OperationId,
    ) -> QueryResult<()> {
        let rows: Vec<_> = self
            .changes
            .iter()
            .map(|change| {
                (
                    changes::operation_id.eq(operation),
                    changes::subject_type.eq(change.subject.kind),
                    changes::subject_id.eq(change.subject.id),
                    changes::action.eq(change.action),
                    changes::before_values.eq(Value::Object(change.before.clone()).to_string()),
                    changes::after_values.eq(Value::Object(change.after.clone()).to_string()),
                )
            })
            .collect();
        for some in rows.chunks(500) {
            diesel::insert_into(changes::table)
                .values(some)
                .execute(conn)?;
        }
        Ok(())
    }
}
