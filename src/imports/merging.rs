//! What a row changes of a record that exists. Only cells that say something change anything, and of several rows of
//! one file that meet in a record, the first that says something of a field decides: so a file that is run again
//! changes nothing.

use super::draft::{Draft, Problem};
use crate::i18n::Message;
use crate::web::{FieldErrors, FormData};
use serde_json::{Map, Value as Json};
use std::collections::HashMap;

/// Bytes of the column for other facts.
const FACTS_MAX_BYTES: usize = 60_000;

/// Which columns of which line have spoken of a record.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Touch {
    pub line: u64,
    columns: u128,
}

impl Touch {
    /// Columns beyond the 127th share one place: they are as good as spoken of together.
    fn bit(column: usize) -> u128 {
        1 << column.min(127)
    }

    pub fn has(&self, column: usize) -> bool {
        self.columns & Self::bit(column) != 0
    }
}

/// The records that rows of this file have met. Those of a batch count once it is committed.
#[derive(Default)]
pub(super) struct Touched {
    done: HashMap<i64, Touch>,
    pending: HashMap<i64, Touch>,
}

impl Touched {
    pub fn get(&self, id: i64) -> Option<&Touch> {
        self.pending.get(&id).or_else(|| self.done.get(&id))
    }

    pub fn mark(&mut self, id: i64, draft: &Draft) {
        let earlier = self.get(id).copied();
        let mut touch = earlier.unwrap_or(Touch {
            line: draft.line,
            columns: 0,
        });
        let facts = draft.facts.iter().map(|(column, ..)| *column);
        let columns = draft.values.iter().map(|value| value.column).chain(facts);
        touch.columns |= columns.fold(0, |all, column| all | Touch::bit(column));
        self.pending.insert(id, touch);
    }

    /// A batch begins, perhaps again.
    pub fn begin(&mut self) {
        self.pending.clear();
    }

    /// The batch is committed.
    pub fn keep(&mut self) {
        self.done.extend(self.pending.drain());
    }
}

/// Takes out of `draft` what an earlier row has said otherwise, and notes it.
pub(super) fn yield_to_earlier<I: PartialEq>(
    draft: &mut Draft,
    touch: Option<&Touch>,
    base: &FormData,
    facts: &str,
    parse: impl Fn(&FormData) -> Result<I, FieldErrors>,
) {
    let Some(touch) = touch else { return };
    let stays = parse(base).ok();
    let known = parsed(facts);
    let mut problems = Vec::new();
    let differs = |column: usize, value: &str| Problem {
        column: Some(column),
        value: value.to_owned(),
        reason: Message::new("imports-said-otherwise").arg("line", touch.line.to_string()),
    };
    draft.values.retain(|value| {
        let mut changed = base.clone();
        changed.set(value.field, value.text.as_str());
        let is_new = !touch.has(value.column) || parse(&changed).ok() == stays;
        if !is_new {
            problems.push(differs(value.column, &value.text));
        }
        is_new
    });
    draft.facts.retain(|(column, header, text)| {
        let same = known.get(header).and_then(Json::as_str) == Some(text);
        let is_new = !touch.has(*column) || same;
        if !is_new {
            problems.push(differs(*column, text));
        }
        is_new
    });
    draft.problems.append(&mut problems);
}

/// The record's other facts with those of the row; nothing if they say nothing new. What there is no room for is
/// noted.
pub(super) fn merge_facts(draft: &mut Draft, existing: &str) -> Option<String> {
    let before = parsed(existing);
    let mut after = before.clone();
    let mut room = FACTS_MAX_BYTES.saturating_sub(existing.len());
    for (column, header, text) in std::mem::take(&mut draft.facts) {
        let needs = in_json(&header) + in_json(&text) + 2;
        let is_known = before.get(&header).and_then(Json::as_str) == Some(&text);
        if !is_known && needs > room {
            let reason = Message::new("imports-facts-full").arg("max", FACTS_MAX_BYTES);
            draft.complain(Some(column), &text, reason);
            continue;
        }
        if !is_known {
            room -= needs;
        }
        after.insert(header.clone(), text.as_str().into());
        draft.facts.push((column, header, text));
    }
    (after != before).then(|| Json::Object(after).to_string())
}

fn in_json(text: &str) -> usize {
    Json::from(text).to_string().len()
}

fn parsed(facts: &str) -> Map<String, Json> {
    serde_json::from_str(facts).unwrap_or_default()
}
