//! What became of a file, in numbers.

use super::draft::Problem;
use crate::audit::Facts;
use crate::i18n::Message;
use serde_json::Value;

/// What became of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It made a new record.
    Created,
    /// It changed a record.
    Updated,
    /// It said nothing new.
    Unchanged,
    /// It was not taken.
    Rejected,
}

/// A row and what was not taken of it.
pub(super) struct Taken {
    pub fate: Fate,
    pub problems: Vec<Problem>,
}

impl Taken {
    /// Adds the row to the numbers.
    pub fn count(&self, counts: &mut Counts) {
        counts.add(self.fate, self.problems.is_empty());
    }
}

/// How many rows met which fate. `rows` is the sum of the other four.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows read.
    pub rows: usize,
    /// Rows that made a new record.
    pub created: usize,
    /// Rows that changed a record.
    pub updated: usize,
    /// Rows that said nothing new.
    pub unchanged: usize,
    /// Rows that were not taken.
    pub rejected: usize,
    /// Rows among the first three that were taken without some of their values.
    pub incomplete: usize,
}

impl Counts {
    /// Counts one row; `whole` says whether all its values were taken.
    pub fn add(&mut self, fate: Fate, whole: bool) {
        self.rows += 1;
        match fate {
            Fate::Created => self.created += 1,
            Fate::Updated => self.updated += 1,
            Fate::Unchanged => self.unchanged += 1,
            Fate::Rejected => self.rejected += 1,
        }
        if fate != Fate::Rejected && !whole {
            self.incomplete += 1;
        }
    }

    /// The sentence that ends an import.
    pub fn summary(&self) -> Message {
        Message::new("imports-summary")
            .arg("rows", self.rows)
            .arg("created", self.created)
            .arg("updated", self.updated)
            .arg("unchanged", self.unchanged)
            .arg("rejected", self.rejected)
            .arg("incomplete", self.incomplete)
    }

    /// What the operation remembers, for its sentence.
    pub(super) fn facts(&self, file: &str) -> Facts {
        let counts = [
            ("rows", self.rows),
            ("created", self.created),
            ("updated", self.updated),
            ("unchanged", self.unchanged),
            ("rejected", self.rejected),
            ("incomplete", self.incomplete),
        ];
        let mut facts = Facts::from_iter([("file".to_owned(), Value::from(file))]);
        facts.extend(counts.map(|(name, n)| (name.to_owned(), Value::from(n))));
        facts
    }
}
