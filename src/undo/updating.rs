//! Taking back that fields of a row were changed: each field, and each member of a set, by itself.

use super::members;
use super::taking::{Taken, Taking};
use crate::audit::{Change, Facts, Obstacle, Operation, Present, Reason, Reverser, Subject};
use crate::db::Conn;
use diesel::QueryResult;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

impl Taking<'_> {
    pub(super) fn update(
        &mut self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        reverser: &dyn Reverser,
        change: &Change,
        subject: Subject,
        present: &Present,
    ) -> QueryResult<Taken> {
        let mut plan = Plan::default();
        let fields: BTreeSet<&String> = change.before.keys().chain(change.after.keys()).collect();
        for field in fields {
            match members::differences(change, field) {
                Some((added, removed)) => self.plan_set(&mut plan, subject, field, added, removed),
                None => self.plan_value(&mut plan, reverser, change, subject, field, present),
            }
        }
        self.carry_out(conn, op, reverser, subject, plan)
    }

    fn plan_value(
        &self,
        plan: &mut Plan,
        reverser: &dyn Reverser,
        change: &Change,
        subject: Subject,
        field: &str,
        present: &Present,
    ) {
        let value = |facts: &Facts| facts.get(field).cloned().unwrap_or_default();
        let (made, now) = (value(&change.after), value(&present.facts));
        let by = self.later.open(subject, field, false);
        let was = value(&change.before);
        if (by.is_none() && made == now) || self.chosen.covers(subject, field, by) {
            plan.values.insert(field.to_owned(), was);
        } else if !self.may_skip(reverser, field) {
            plan.obstacles.push(Obstacle {
                made,
                now,
                by,
                was: (!reverser.is_derived(field)).then_some(was),
                ..Obstacle::new(subject, field, Reason::Changed)
            });
        }
    }

    fn plan_set(
        &self,
        plan: &mut Plan,
        subject: Subject,
        field: &str,
        added: Vec<&Value>,
        removed: Vec<&Value>,
    ) {
        let mut free = |members: Vec<&Value>| {
            let mut free = Vec::new();
            for member in members {
                let one = members::field_of(field, member);
                match self.later.open(subject, &one, false) {
                    None => free.push(member.clone()),
                    by => plan.obstacles.push(Obstacle {
                        made: Value::Array(vec![member.clone()]),
                        by,
                        ..Obstacle::new(subject, field, Reason::Changed)
                    }),
                }
            }
            free
        };
        let both = (free(added), free(removed));
        plan.sets.insert(field.to_owned(), both);
    }

    /// Fields that stand in the way only now are left out and the others tried again. Where nothing may be left, all of it is
    /// rolled back in the end; until then it shows what would be in the way of the rest.
    fn carry_out(
        &self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        reverser: &dyn Reverser,
        subject: Subject,
        mut plan: Plan,
    ) -> QueryResult<Taken> {
        let mut taken = false;
        while !plan.values.is_empty() {
            let found = reverser.set(conn, op, subject.id, &plan.values)?;
            if found.is_empty() {
                taken = true;
                break;
            }
            let fields = plan.values.len();
            for obstacle in found {
                let left = plan.values.remove(&obstacle.field);
                if !self.may_skip(reverser, &obstacle.field) {
                    let made = left.unwrap_or_default();
                    plan.obstacles.push(Obstacle { made, ..obstacle });
                }
            }
            if plan.values.len() == fields {
                break;
            }
        }
        for (field, (added, removed)) in plan.sets {
            if added.is_empty() && removed.is_empty() {
                continue;
            }
            let found = reverser.set_members(conn, op, subject.id, &field, &added, &removed)?;
            taken |= found.is_empty();
            plan.obstacles.extend(found);
        }
        Ok((plan.obstacles, taken))
    }
}

/// What is to be done with one row.
#[derive(Default)]
struct Plan {
    values: Facts,
    sets: BTreeMap<String, (Vec<Value>, Vec<Value>)>,
    obstacles: Vec<Obstacle>,
}
