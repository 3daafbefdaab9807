//! Turns at something heavy: one for each person, and few in all. A matter of this process alone, to keep it light.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

/// Turns at once, of everybody together.
const MOST: usize = 4;

/// Who has a turn now.
#[derive(Clone, Default)]
pub struct Turns(Arc<Mutex<HashSet<i64>>>);

/// A turn; it ends when this is dropped.
pub struct Turn {
    turns: Turns,
    person: i64,
}

impl Turns {
    /// A turn for this person, unless they have one or too many others do.
    pub fn take(&self, person: i64) -> Option<Turn> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_free = all.len() < MOST && all.insert(person);
        is_free.then(|| Turn {
            turns: self.clone(),
            person,
        })
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut all = self.turns.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.remove(&self.person);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_has_one_turn_at_a_time_and_few_have_one_at_once() {
        let turns = Turns::default();
        let first = turns.take(1);
        assert!(first.is_some() && turns.take(1).is_none());
        drop(first);
        let all: Vec<_> = (1..=4).map(|person| turns.take(person)).collect();
        assert!(all.iter().all(Option::is_some) && turns.take(5).is_none());
    }
}
