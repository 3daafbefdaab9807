//! Rows that are contacts, with the accounts that they name and the roles there.

use super::account_index;
use super::accounts::put_tags;
use super::apply::Importer;
use super::belonging::Belonging;
use super::contact_index::{Persons, keys_of};
use super::counts::{Fate, Taken};
use super::draft::{Draft, People};
use super::matching::{Index, Keys};
use super::merging::{Touched, yield_to_earlier};
use super::writing::{Existing, Rules};
use super::{Column, ContactColumn, Mapping, Row, split_full_name};
use crate::accounts::model::Account;
use crate::audit::{Kind, Operation};
use crate::contacts::actions;
use crate::contacts::forms::{self, ContactInput};
use crate::contacts::model::Contact;
use crate::db::Conn;
use crate::i18n::Message;
use crate::tags::Tagged;
use crate::web::FormData;
use diesel::prelude::*;

/// Turns rows into contacts.
pub(super) struct Contacts {
    mapping: Mapping<ContactColumn>,
    headers: Vec<String>,
    people: People,
    touched: Touched,
}

/// A row ready to be taken. It has keys if it can be.
struct Prepared {
    draft: Draft,
    keys: Option<(Keys, String)>,
    belonging: Belonging,
}

impl Contacts {
    /// Gets ready for a file with these columns; the message says why it cannot be taken at all.
    pub fn new(conn: &mut Conn, headers: &[String]) -> QueryResult<Result<Self, Message>> {
        let mapping = Mapping::detect(headers);
        let names = [
            ContactColumn::FirstName,
            ContactColumn::LastName,
            ContactColumn::FullName,
        ];
        if names.iter().all(|name| mapping.index_of(*name).is_none()) {
            let found = headers.join(", ");
            return Ok(Err(
                Message::new("imports-no-contact-name").arg("found", found)
            ));
        }
        Ok(Ok(Self {
            mapping,
            headers: headers.to_vec(),
            people: People::load(conn)?,
            touched: Touched::default(),
        }))
    }

    fn draft(&self, row: &Row) -> Draft {
        let mut draft = Draft::read(row, &self.mapping, |column, cell| {
            Ok(match column {
                ContactColumn::FullName => {
                    let (first, last) = split_full_name(cell);
                    vec![
                        ("first_name", first.to_owned()),
                        ("last_name", last.to_owned()),
                    ]
                }
                ContactColumn::Owner => vec![("owner_id", self.people.named(cell)?)],
                ContactColumn::Tags
                | ContactColumn::AccountName
                | ContactColumn::AccountNumber
                | ContactColumn::Role
                | ContactColumn::From
                | ContactColumn::To => Vec::new(),
                _ => vec![(column.field(), cell.trim().to_owned())],
            })
        });
        let tags = self.mapping.cell(&row.cells, ContactColumn::Tags);
        draft.read_tags(self.mapping.index_of(ContactColumn::Tags), tags);
        draft
    }

    fn prepare(&self, row: &Row) -> Prepared {
        let mut draft = self.draft(row);
        let column_of = |field: &str| self.mapping.column_of_field(field);
        let input = rules(&column_of).input(&mut draft, &FormData::default());
        let belonging = Belonging::read(row, &self.mapping, &self.headers, &mut draft);
        Prepared {
            keys: input.map(|input| (keys_of(&input), input.first_name)),
            draft,
            belonging,
        }
    }

    fn take(
        &mut self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        (persons, accounts): (&mut Persons, &mut Index<Account>),
        row: Prepared,
    ) -> QueryResult<Taken> {
        let mut draft = row.draft;
        let Some((keys, first_name)) = row.keys else {
            return Ok(draft.into_taken(Fate::Rejected));
        };
        let account = row.belonging.employer.find(accounts, &mut draft).cloned();
        let account_id = account.as_ref().map(|account| account.id.0);
        let found = persons.find(&keys, &first_name, account_id, &self.touched);
        let existing = found.cloned();
        let column_of = |field: &str| self.mapping.column_of_field(field);
        let touch = existing
            .as_ref()
            .and_then(|contact| self.touched.get(contact.id.0));
        if let Some(contact) = &existing {
            let (base, facts) = (forms::of(contact), &contact.other_facts);
            yield_to_earlier(&mut draft, touch, &base, facts, forms::parse);
        }
        let written = write(conn, op, &rules(&column_of), &mut draft, existing.as_ref())?;
        let Some((contact, mut fate)) = written else {
            return Ok(draft.into_taken(Fate::Rejected));
        };
        let mut changed = put_tags(conn, op, Tagged::Contact(contact.id.0), &draft)?;
        self.touched.mark(contact.id.0, &draft);
        let id = contact.id;
        persons.index.put(contact);
        changed |= row.belonging.settle(
            conn,
            op,
            (id, fate == Fate::Created, account.as_ref()),
            (persons, accounts),
            &mut draft,
        )?;
        if changed && fate == Fate::Unchanged {
            fate = Fate::Updated;
        }
        Ok(draft.into_taken(fate))
    }
}

impl Importer for Contacts {
    const KIND: Kind = Kind::ImportContacts;

    fn batch(
        &mut self,
        conn: &mut Conn,
        op: &mut Operation<'_>,
        rows: &[Row],
    ) -> QueryResult<Vec<Taken>> {
        self.touched.begin();
        let rows: Vec<Prepared> = rows.iter().map(|row| self.prepare(row)).collect();
        let keys = rows.iter().filter_map(|row| row.keys.as_ref());
        let keys: Vec<&Keys> = keys.map(|(keys, _)| keys).collect();
        let mut persons = Persons::load(conn, op.actor, &keys)?;
        let named = rows.iter().map(|row| row.belonging.employer.keys());
        let named: Vec<Keys> = named.collect();
        let named: Vec<&Keys> = named.iter().collect();
        let mut accounts = account_index::load(conn, op.actor, &named)?;
        rows.into_iter()
            .map(|row| self.take(conn, op, (&mut persons, &mut accounts), row))
            .collect()
    }

    fn keep(&mut self) {
        self.touched.keep();
    }
}

fn rules<'a>(column_of: &'a dyn Fn(&str) -> Option<usize>) -> Rules<'a, ContactInput> {
    Rules {
        parse: forms::parse,
        required: &[],
        column_of,
    }
}

fn write(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    rules: &Rules<'_, ContactInput>,
    draft: &mut Draft,
    existing: Option<&Contact>,
) -> QueryResult<Option<(Contact, Fate)>> {
    let base = existing.map(forms::of).unwrap_or_default();
    let known = existing.map(|contact| Existing {
        record: contact,
        facts: &contact.other_facts,
        version: |contact: &Contact| contact.version,
    });
    rules.settle(draft, &base, known, |mut input, facts| {
        input.other_facts = facts.cloned();
        match existing {
            None => actions::insert(conn, op, &input),
            Some(contact) => actions::change(conn, op, contact.id, None, &input),
        }
    })
}
