//! What was found for a form, and whether the form waits for it.

use super::{Match, Reason};
use crate::audit::made_before;
use crate::db::Conn;
use crate::web::FormData;
use diesel::QueryResult;
use std::collections::BTreeSet;

/// The hidden field in which a form says which records it has shown.
const SEEN: &str = "duplicates_seen";

/// The matches of a form.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The likeliest first.
    pub matches: Vec<Match>,
    /// Whether saving waits until somebody has looked at them.
    pub stopped: bool,
    seen: BTreeSet<i64>,
    asked: bool,
}

impl Found {
    /// What was found for this form.
    pub fn new(matches: Vec<Match>, data: &FormData) -> Self {
        let ids = data.get(SEEN).split(' ').filter_map(|id| id.parse().ok());
        Self {
            matches,
            stopped: false,
            seen: ids.collect(),
            asked: data.has(SEEN),
        }
    }

    /// Decides about saving: a form that asks for duplicates waits when it has not shown all of these. One that was
    /// saved already is not stopped by what it made.
    pub fn stop(&mut self, conn: &mut Conn, data: &FormData) -> QueryResult<bool> {
        // Where the number is taken, the action refuses by itself.
        let waits = |found: &Match| found.reasons.first() != Some(&Reason::Number);
        let is_new = |found: &Match| waits(found) && !self.seen.contains(&found.id);
        self.stopped = self.asked
            && self.matches.iter().any(is_new)
            && made_before(conn, &data.once_key())?.is_none();
        Ok(self.stopped)
    }

    /// What the hidden field says from now on.
    pub fn seen(&self) -> String {
        let found = self.matches.iter().map(|found| found.id);
        let all: BTreeSet<i64> = self.seen.iter().copied().chain(found).collect();
        let ids: Vec<String> = all.iter().map(i64::to_string).collect();
        ids.join(" ")
    }
}
