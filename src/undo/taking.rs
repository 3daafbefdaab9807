//! Taking changes back, one by one, each wholly checked before anything is written.

use super::chosen::Chosen;
use super::later::{EXISTENCE, Later};
use crate::audit::{
    Change, Obstacle, Operation, OperationRow, Present, Reason, Reverser, Subject, SubjectType,
};
use crate::db::Conn;
use diesel::QueryResult;
use std::collections::BTreeMap;

/// The reversers of the program.
pub(super) type Reversers = &'static [&'static dyn Reverser];

/// What one change came to: the obstacles, and whether anything was taken back.
pub(super) type Taken = (Vec<Obstacle>, bool);

/// An operation on its way back.
pub(super) struct Taking<'a> {
    pub reversers: Reversers,
    pub target: &'a OperationRow,
    pub later: Later,
    /// Whether what is not in the way is taken back in spite of what is.
    pub rest: bool,
    /// What of that is put back all the same.
    pub chosen: Chosen,
    /// What was left, by change.
    pub left: Vec<(i64, Vec<Obstacle>)>,
    /// How many changes were taken back, wholly or in part.
    pub taken: usize,
    touched: BTreeMap<SubjectType, Vec<i64>>,
}

impl<'a> Taking<'a> {
    pub fn new(reversers: Reversers, target: &'a OperationRow, later: Later, rest: bool) -> Self {
        Self {
            reversers,
            target,
            later,
            rest,
            chosen: Chosen::default(),
            left: Vec::new(),
            taken: 0,
            touched: BTreeMap::new(),
        }
    }

    /// Takes these changes back: the newest first. Then what must hold among rows is put right.
    pub fn all(
        &mut self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        newest_first: &[Change],
    ) -> QueryResult<()> {
        for change in newest_first {
            let (obstacles, taken) = self.one(conn, op, change)?;
            self.taken += usize::from(taken);
            if !obstacles.is_empty() {
                self.left.push((change.id, obstacles));
            }
        }
        for reverser in self.reversers {
            if let Some(ids) = self.touched.remove(&reverser.subject()) {
                reverser.settle(conn, op, &ids)?;
            }
        }
        Ok(())
    }

    fn one(
        &mut self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        change: &Change,
    ) -> QueryResult<Taken> {
        let Some(subject) = change.subject() else {
            return Ok((Vec::new(), false));
        };
        let known = self.reversers.iter().find(|r| r.subject() == subject.kind);
        let Some(reverser) = known.copied() else {
            return Ok(blocked(Obstacle::new(subject, "", Reason::Unknown)));
        };
        let Some(present) = reverser.read(conn, subject.id)? else {
            return Ok(blocked(Obstacle::new(subject, "", Reason::Gone)));
        };
        let is_back = change.action == "delete";
        if present.is_living == is_back && !self.reaches_the_trash(change, subject) {
            if self.is_by_the_way(reverser, change) {
                return Ok((Vec::new(), false));
            }
            let reason = if is_back {
                Reason::Restored
            } else {
                Reason::Trashed
            };
            let mut obstacle = Obstacle::new(subject, "", reason);
            obstacle.by = self.later.existence(subject);
            return Ok(blocked(obstacle));
        }
        self.touched
            .entry(subject.kind)
            .or_default()
            .push(subject.id);
        match change.action.as_str() {
            "update" => self.update(conn, op, reverser, change, subject, &present),
            "create" => self.creation(conn, op, reverser, change, subject, &present),
            "restore" => whole(reverser.remove(conn, op, subject.id)?),
            "delete" => whole(reverser.bring_back(conn, op, subject.id)?),
            _ => Ok(blocked(Obstacle::new(subject, "", Reason::Unknown))),
        }
    }

    /// Whether the trash is no matter: for an operation on a tag, which reaches records in the trash too, and for a row that
    /// was in the trash already when it was changed, and is so still.
    fn reaches_the_trash(&self, change: &Change, subject: Subject) -> bool {
        let about = self.target.subject().map(|about| about.kind);
        change.is_update()
            && (about == Some(SubjectType::Tag)
                || self.later.open(subject, EXISTENCE, false).is_none())
    }

    /// Whether a change is nothing but what followed from others, such as the primary mark that passed to the next role: a
    /// row that has gone since needs it no more.
    fn is_by_the_way(&self, reverser: &dyn Reverser, change: &Change) -> bool {
        let mut fields = change.before.keys().chain(change.after.keys());
        change.is_update() && fields.all(|field| self.may_skip(reverser, field))
    }

    /// A row that was made: nothing may have changed on it since, and nothing hang on it.
    fn creation(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        reverser: &dyn Reverser,
        change: &Change,
        subject: Subject,
        present: &Present,
    ) -> QueryResult<Taken> {
        let mut obstacles = Vec::new();
        for field in self.later.fields(subject) {
            if let Some(by) = self.later.open(subject, field, true) {
                let (name, _) = field.split_once('#').unwrap_or((field, ""));
                let mut obstacle = Obstacle::new(subject, name, Reason::Changed);
                obstacle.made = change.after.get(name).cloned().unwrap_or_default();
                obstacle.now = present.facts.get(name).cloned().unwrap_or_default();
                obstacle.by = Some(by);
                obstacles.push(obstacle);
            }
        }
        for one in self.reversers {
            if let Some(other) = one.hanging_on(conn, subject)? {
                let obstacle = Obstacle::new(subject, "", Reason::Hanging);
                obstacles.push(obstacle.because_of(other));
            }
        }
        if !obstacles.is_empty() {
            return Ok((obstacles, false));
        }
        whole(reverser.remove(conn, op, subject.id)?)
    }

    /// What follows from other fields need not be in the way: it is put right at the end.
    pub(super) fn may_skip(&self, reverser: &dyn Reverser, field: &str) -> bool {
        (self.rest || self.target.undoes_id.is_some()) && reverser.is_derived(field)
    }
}

fn blocked(obstacle: Obstacle) -> Taken {
    (vec![obstacle], false)
}

fn whole(obstacles: Vec<Obstacle>) -> QueryResult<Taken> {
    let taken = obstacles.is_empty();
    Ok((obstacles, taken))
}
