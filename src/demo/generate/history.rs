//! What happened to the records of a generated data set, in the order in which it did.

use super::dice::{About, Dice};
use super::world::World;
use crate::audit::{Kind, OperationId, Past};
use crate::auth::Actor;

/// What an operation did; rows are counted from the first of their table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    ImportAccounts(usize),
    ImportContacts(usize),
    CreateAccount(usize),
    CreateContact(usize),
    /// The row and which of its changes.
    UpdateAccount(usize, usize),
    UpdateContact(usize, usize),
    DeleteAccount(usize),
    DeleteContact(usize),
}

/// An operation to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Event {
    at: i64,
    what: What,
    /// How many changes were made before it.
    before: i64,
}

/// Everything that happened, oldest first.
pub(super) fn events(world: &World) -> Vec<Event> {
    let mut events = Vec::new();
    let mut add = |at, what| {
        events.push(Event {
            at,
            what,
            before: 0,
        })
    };
    let (accounts, contacts) = (world.size.accounts, world.size.contacts);
    for import in 0..world.imports(accounts) {
        add(
            world.import_time(import, accounts, 0),
            What::ImportAccounts(import),
        );
    }
    for import in 0..world.imports(contacts) {
        add(
            world.import_time(import, contacts, 1),
            What::ImportContacts(import),
        );
    }
    for row in 0..accounts {
        if world.import_of(row, accounts).is_none() {
            add(world.account_made(row), What::CreateAccount(row));
        }
        for (nth, at) in world.account_updates(row).into_iter().enumerate() {
            add(at, What::UpdateAccount(row, nth));
        }
        if let Some(at) = world.account_trashed(row) {
            add(at, What::DeleteAccount(row));
        }
    }
    for row in 0..contacts {
        if world.import_of(row, contacts).is_none() {
            add(world.contact_made(row), What::CreateContact(row));
        }
        for (nth, at) in world.contact_updates(row).into_iter().enumerate() {
            add(at, What::UpdateContact(row, nth));
        }
        if let Some(at) = world.contact_trashed(row) {
            add(at, What::DeleteContact(row));
        }
    }
    events.sort_unstable();
    let mut before = 0;
    for event in &mut events {
        event.before = before;
        before += event.changes(world);
    }
    events
}

impl Event {
    /// How many changes it made.
    pub fn changes(&self, world: &World) -> i64 {
        let contact = |row: usize| if row.is_multiple_of(3) { 3 } else { 2 };
        match self.what {
            What::ImportAccounts(import) => {
                let rows = world.rows_of_import(import, world.size.accounts);
                i64::try_from(rows.len()).unwrap_or_default()
            }
            What::ImportContacts(import) => {
                let rows = world.rows_of_import(import, world.size.contacts);
                rows.map(contact).sum()
            }
            What::CreateContact(row) => contact(row),
            _ => 1,
        }
    }

    /// The operation, as the actions would have written it.
    pub fn past<'w>(&self, world: &'w World, nth: usize) -> Past<'w> {
        let id = OperationId(world.first.operation + i64::try_from(nth).unwrap_or_default());
        let mut dice = Dice::new(world.size.seed, About::Imports, nth as u64);
        let is_import = matches!(self.what, What::ImportAccounts(_) | What::ImportContacts(_));
        let people = if is_import {
            &world.importers
        } else {
            &world.actors
        };
        let actor: &Actor = &people[dice.skewed(people.len())];
        let (at, first) = (world.at(self.at), world.first.change + self.before);
        let mut past = Past::new(id, self.kind(), actor, at, first);
        self.tell(world, &mut past);
        past
    }

    fn kind(&self) -> Kind {
        match self.what {
            What::ImportAccounts(_) => Kind::ImportAccounts,
            What::ImportContacts(_) => Kind::ImportContacts,
            What::CreateAccount(_) => Kind::AccountCreate,
            What::CreateContact(_) => Kind::ContactCreate,
            What::UpdateAccount(..) => Kind::AccountUpdate,
            What::UpdateContact(..) => Kind::ContactUpdate,
            What::DeleteAccount(_) => Kind::AccountDelete,
            What::DeleteContact(_) => Kind::ContactDelete,
        }
    }

    fn tell(&self, world: &World, past: &mut Past<'_>) {
        let op = &mut past.operation;
        match self.what {
            What::ImportAccounts(import) => {
                let rows = world.rows_of_import(import, world.size.accounts);
                say_import(op, "foreningar", import, rows.len());
                rows.for_each(|row| op.created(&world.account(row, 0).account()));
            }
            What::ImportContacts(import) => {
                let rows = world.rows_of_import(import, world.size.contacts);
                say_import(op, "personer", import, rows.len());
                rows.for_each(|row| create_contact(world, op, row));
            }
            What::CreateAccount(row) => {
                let account = world.account(row, 0).account();
                op.created(&account);
                op.say("name", account.name);
            }
            What::CreateContact(row) => {
                create_contact(world, op, row);
                op.say("name", world.contact(row, 0).contact().name());
            }
            What::UpdateAccount(row, nth) => {
                let [before, after] = [nth, nth + 1].map(|n| world.account(row, n).account());
                op.updated(&before, &after);
                op.say("name", after.name);
            }
            What::UpdateContact(row, nth) => {
                let [before, after] = [nth, nth + 1].map(|n| world.contact(row, n).contact());
                op.updated(&before, &after);
                op.say("name", after.name());
            }
            What::DeleteAccount(row) => {
                let account = world
                    .account(row, world.account_updates(row).len())
                    .account();
                op.deleted(&account);
                op.say("name", account.name);
            }
            What::DeleteContact(row) => {
                let contact = world
                    .contact(row, world.contact_updates(row).len())
                    .contact();
                op.deleted(&contact);
                op.say("name", contact.name());
            }
        }
    }
}

fn create_contact(world: &World, op: &mut crate::audit::Operation<'_>, row: usize) {
    op.created(&world.contact(row, 0).contact());
    for role in world.affiliations_of(row) {
        op.created(&role);
    }
}

fn say_import(op: &mut crate::audit::Operation<'_>, name: &str, import: usize, rows: usize) {
    op.say("file", format!("{name}-{}.csv", import + 1));
    op.say("rows", rows);
    op.say("created", rows);
    for nothing in ["updated", "unchanged", "rejected", "incomplete"] {
        op.say(nothing, 0);
    }
}
