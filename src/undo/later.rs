//! What was done to the same rows after the operation that is to be undone.

use super::members;
use crate::audit::{Change, ChangeRow, OperationId, Subject, SubjectType};
use crate::db::Conn;
use crate::schema::{changes, operations};
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The existence of a row, as a field.
pub(super) const EXISTENCE: &str = "";

/// One later change of a row.
struct Step {
    operation: OperationId,
    undoes: Option<OperationId>,
    is_restore: bool,
    fields: BTreeSet<String>,
}

/// The later changes of some rows, in the order they were made.
pub(super) struct Later {
    since: OperationId,
    steps: HashMap<Subject, Vec<Step>>,
}

impl Later {
    /// Reads what was done to these rows after `since`, except by the operation `but` (the undo itself, where it runs in
    /// batches). One statement for each kind of row.
    pub fn load(
        conn: &mut Conn,
        since: OperationId,
        but: Option<OperationId>,
        subjects: impl Iterator<Item = Subject>,
    ) -> QueryResult<Self> {
        let mut ids: BTreeMap<SubjectType, BTreeSet<i64>> = BTreeMap::new();
        for subject in subjects {
            ids.entry(subject.kind).or_default().insert(subject.id);
        }
        let mut steps: HashMap<Subject, Vec<Step>> = HashMap::new();
        for (kind, ids) in ids {
            let rows: Vec<(ChangeRow, Option<OperationId>)> = changes::table
                .inner_join(operations::table)
                .filter(changes::subject_type.eq(kind))
                .filter(changes::subject_id.eq_any(ids))
                .filter(changes::operation_id.gt(since))
                .filter(changes::operation_id.ne(but.unwrap_or(since)))
                .order((changes::operation_id, changes::id))
                .select((ChangeRow::as_select(), operations::undoes_id))
                .load(conn)?;
            for (row, undoes) in rows {
                let change = Change::from(row);
                let step = Step {
                    operation: change.operation_id,
                    undoes,
                    is_restore: change.action == "restore",
                    fields: fields(&change),
                };
                let subject = Subject::new(kind, change.subject_id);
                steps.entry(subject).or_default().push(step);
            }
        }
        Ok(Self { since, steps })
    }

    /// The newest later operation on this field that has not been taken back. `created` where the operation to be
    /// undone made the row: what undoing another operation did to it on the side does not count then.
    pub fn open(&self, subject: Subject, field: &str, created: bool) -> Option<OperationId> {
        let mut open: Vec<OperationId> = Vec::new();
        let mut last = None;
        let steps = self.steps.get(&subject)?;
        for step in steps.iter().filter(|step| step.fields.contains(field)) {
            // An operation that changed it several times, and its undo, count once.
            if last.replace(step.operation) == Some(step.operation) {
                continue;
            }
            let undone = step.undoes.filter(|target| *target > self.since);
            let place = undone.and_then(|target| open.iter().rposition(|one| *one == target));
            match place {
                Some(place) => {
                    open.remove(place);
                }
                None if field == EXISTENCE && step.is_restore && !open.is_empty() => {
                    open.pop();
                }
                None if created && step.undoes.is_some() => {}
                None => open.push(step.operation),
            }
        }
        open.pop()
    }

    /// The newest later operation on the existence of the row.
    pub fn existence(&self, subject: Subject) -> Option<OperationId> {
        let steps = self.steps.get(&subject)?;
        let step = steps.iter().rev().find(|s| s.fields.contains(EXISTENCE));
        step.map(|step| step.operation)
    }

    /// Every field of a row that a later operation touched.
    pub fn fields(&self, subject: Subject) -> BTreeSet<&str> {
        let steps = self.steps.get(&subject).into_iter().flatten();
        let fields = steps.flat_map(|step| step.fields.iter());
        fields
            .map(String::as_str)
            .filter(|f| *f != EXISTENCE)
            .collect()
    }
}

/// The fields that a change touched; each member of a set is one.
fn fields(change: &Change) -> BTreeSet<String> {
    if !change.is_update() {
        return BTreeSet::from([EXISTENCE.to_owned()]);
    }
    let names: BTreeSet<&String> = change.before.keys().chain(change.after.keys()).collect();
    let mut fields = BTreeSet::new();
    for name in names {
        match members::differences(change, name) {
            Some((added, removed)) => {
                let all = added.into_iter().chain(removed);
                fields.extend(all.map(|member| members::field_of(name, member)));
            }
            None => {
                fields.insert(name.clone());
            }
        }
    }
    fields
}
