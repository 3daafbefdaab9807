//! A row on its way into a form: what each cell says, and what is wrong with it.

use super::counts::{Fate, Taken};
use super::{Column, Mapping, Row, Target};
use crate::auth::UserId;
use crate::db::Conn;
use crate::fields::fold::fold;
use crate::fields::{PARAGRAPH_MAX, TAG_MAX, email, text};
use crate::i18n::Message;
use crate::schema::users;
use crate::web::{FieldErrors, FormData};
use diesel::prelude::*;
use std::collections::HashMap;

/// Something of a row that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where in the row it stands; none if the row itself is the problem.
    pub column: Option<usize>,
    /// What stands there.
    pub value: String,
    /// Why it was not taken.
    pub reason: Message,
}

/// A cell that fills a field of a form.
#[derive(Clone, Debug)]
pub(super) struct Value {
    pub column: usize,
    pub field: &'static str,
    pub text: String,
}

/// A row taken apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub line: u64,
    pub values: Vec<Value>,
    /// Column, header and text of what we have no field for.
    pub facts: Vec<(usize, String, String)>,
    pub tags: Vec<String>,
    pub problems: Vec<Problem>,
}

impl Draft {
    /// Takes a row apart. `field` says into which form field a column goes, and as what; columns that it knows nothing
    /// of are read elsewhere.
    pub fn read<C: Column>(
        row: &Row,
        mapping: &Mapping<C>,
        field: impl Fn(C, &str) -> Result<Vec<(&'static str, String)>, Message>,
    ) -> Self {
        let mut draft = Self {
            line: row.line,
            ..Self::default()
        };
        for (column, (target, cell)) in mapping.columns.iter().zip(&row.cells).enumerate() {
            match target {
                _ if cell.trim().is_empty() => {}
                Target::Field(known) => match field(*known, cell) {
                    Ok(parts) => draft.put(column, parts),
                    Err(reason) => draft.complain(Some(column), cell, reason),
                },
                Target::OtherFact(header) => draft.fact(column, header, cell),
                Target::Ignored => {}
            }
        }
        draft
    }

    fn put(&mut self, column: usize, parts: Vec<(&'static str, String)>) {
        let filled = parts.into_iter().filter(|(_, text)| !text.is_empty());
        self.values.extend(filled.map(|(field, text)| Value {
            column,
            field,
            text,
        }));
    }

    fn fact(&mut self, column: usize, header: &str, cell: &str) {
        match text::paragraph(cell.trim(), PARAGRAPH_MAX) {
            Ok(Some(text)) => self.facts.push((column, header.to_owned(), text)),
            Ok(None) => {}
            Err(reason) => self.complain(Some(column), cell, reason),
        }
    }

    /// Takes the names out of a cell of tags.
    pub fn read_tags(&mut self, column: Option<usize>, cell: &str) {
        for name in cell.split([',', ';', '|', '\n']) {
            match text::line(name, TAG_MAX) {
                Ok(name) => self.tags.extend(name),
                Err(reason) => self.complain(column, name.trim(), reason),
            }
        }
    }

    /// Notes what could not be taken.
    pub fn complain(&mut self, column: Option<usize>, value: &str, reason: Message) {
        self.problems.push(Problem {
            column,
            value: value.to_owned(),
            reason,
        });
    }

    /// A cell's value by its rule; a wrong one is noted, and the default stands in for it.
    pub fn checked<T: Default>(
        &mut self,
        column: Option<usize>,
        cell: &str,
        value: Result<Option<T>, Message>,
    ) -> T {
        match value {
            Ok(value) => value.unwrap_or_default(),
            Err(reason) => {
                self.complain(column, cell, reason);
                T::default()
            }
        }
    }

    /// What the row says of a field; empty if nothing.
    pub fn text(&self, field: &str) -> &str {
        let value = self.values.iter().find(|value| value.field == field);
        value.map_or("", |value| &value.text)
    }

    /// Fills the form in with what the row says.
    pub fn set(&self, base: &mut FormData) {
        for value in &self.values {
            base.set(value.field, value.text.as_str());
        }
    }

    /// What became of the row.
    pub fn into_taken(self, fate: Fate) -> Taken {
        Taken {
            fate,
            problems: self.problems,
        }
    }

    /// Takes the values with mistakes out and notes them, at `column_of` their field. False if one of them is a field
    /// that must be right, or one that no cell of the row says.
    pub fn drop_wrong(
        &mut self,
        errors: &FieldErrors,
        required: &[&str],
        column_of: &dyn Fn(&str) -> Option<usize>,
    ) -> bool {
        let mut usable = true;
        for (field, messages) in errors {
            let place = self.values.iter().position(|value| value.field == *field);
            usable &= place.is_some() && !required.contains(field);
            let text = place.map(|at| self.values.remove(at).text);
            for reason in messages {
                let value = text.as_deref().unwrap_or_default();
                self.complain(column_of(field), value, reason.clone());
            }
        }
        usable
    }
}

/// Who may own a record, by e-mail address and by name.
pub(super) struct People(HashMap<String, UserId>);

impl People {
    pub fn load(conn: &mut Conn) -> QueryResult<Self> {
        let active = users::table.filter(users::status.eq(crate::auth::Status::Active));
        let rows: Vec<(UserId, String, String)> = active
            .order(users::id.desc())
            .select((users::id, users::email_key, users::name))
            .load(conn)?;
        let named = rows.iter().map(|(id, _, name)| (fold(name), *id));
        let addressed = rows.iter().map(|(id, email, _)| (email.clone(), *id));
        Ok(Self(named.chain(addressed).collect()))
    }

    /// The person that a cell names, as the form writes them.
    pub fn named(&self, cell: &str) -> Result<String, Message> {
        let found = self.0.get(&email::key(cell)).or(self.0.get(&fold(cell)));
        found
            .map(UserId::to_string)
            .ok_or_else(|| Message::new("common-owner-unknown"))
    }
}
