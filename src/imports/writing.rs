//! From a draft to a record, by the form's own rule and the form's own action.

use super::counts::Fate;
use super::draft::Draft;
use super::merging::merge_facts;
use crate::web::{FieldErrors, FormData, WriteError};
use diesel::prelude::*;

/// What drafts of one kind of record go by.
pub(super) struct Rules<'a, I> {
    /// The form's rule.
    pub parse: fn(&FormData) -> Result<I, FieldErrors>,
    /// Fields without which there is no record.
    pub required: &'a [&'static str],
    /// In which column of the file a field stands.
    pub column_of: &'a dyn Fn(&str) -> Option<usize>,
}

impl<I> Rules<'_, I> {
    /// The input that the draft makes of `base`, without the values that are wrong; nothing if it cannot be used.
    pub fn input(&self, draft: &mut Draft, base: &FormData) -> Option<I> {
        // Once with all that the row says, once without what was wrong.
        for _ in 0..2 {
            let mut data = base.clone();
            draft.set(&mut data);
            match (self.parse)(&data) {
                Ok(input) => return Some(input),
                Err(errors) if self.drop_wrong(draft, &errors) => {}
                Err(_) => return None,
            }
        }
        None
    }

    /// Writes the draft onto `base` with an action; values that only the database knows to be wrong are left out too.
    /// Nothing if the draft cannot be used.
    pub fn write<T>(
        &self,
        draft: &mut Draft,
        base: &FormData,
        mut action: impl FnMut(I) -> Result<T, WriteError<T>>,
    ) -> QueryResult<Option<T>> {
        for _ in 0..3 {
            let Some(input) = self.input(draft, base) else {
                return Ok(None);
            };
            match action(input) {
                Ok(record) => return Ok(Some(record)),
                Err(WriteError::Db(error)) => return Err(error),
                Err(WriteError::Fields(errors)) if self.drop_wrong(draft, &errors) => {}
                Err(_) => return Ok(None),
            }
        }
        Ok(None)
    }

    /// Writes the draft with its other facts, onto the record that exists or as a new one, if that changes anything.
    /// Nothing if the draft cannot be used.
    pub fn settle<T: Clone>(
        &self,
        draft: &mut Draft,
        base: &FormData,
        existing: Option<Existing<'_, T>>,
        mut action: impl FnMut(I, Option<&String>) -> Result<T, WriteError<T>>,
    ) -> QueryResult<Option<(T, Fate)>>
    where
        I: PartialEq,
    {
        let facts = merge_facts(draft, existing.as_ref().map_or("{}", |known| known.facts));
        if let Some(known) = &existing
            && facts.is_none()
            && self.input(draft, base) == (self.parse)(base).ok()
        {
            return Ok(Some((known.record.clone(), Fate::Unchanged)));
        }
        let written = self.write(draft, base, |input| action(input, facts.as_ref()))?;
        Ok(written.map(|record| {
            let fate = match &existing {
                None => Fate::Created,
                Some(known) if (known.version)(&record) == (known.version)(known.record) => {
                    Fate::Unchanged
                }
                Some(_) => Fate::Updated,
            };
            (record, fate)
        }))
    }

    fn drop_wrong(&self, draft: &mut Draft, errors: &FieldErrors) -> bool {
        draft.drop_wrong(errors, self.required, self.column_of)
    }
}

/// A record that a row is about.
pub(super) struct Existing<'a, T> {
    pub record: &'a T,
    /// Its other facts.
    pub facts: &'a str,
    pub version: fn(&T) -> i32,
}
