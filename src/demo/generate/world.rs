//! What a generated data set looks like as a whole: how many of everything, when it happened, and under which ids.

use super::dice::{About, Dice};
use crate::auth::{Actor, Channel, Role, UserId};
use chrono::{NaiveDateTime, TimeDelta};

pub(super) const DAY: i64 = 86_400;
/// From the first record to the last.
const YEARS: i64 = 6;
/// Trashed records have been so for less than this, so that no purge has taken them yet.
const TRASH_DAYS: i64 = 25;
/// Rows of one import.
const IMPORT_ROWS: usize = 2_000;
/// The first months, in which most records were imported: accounts in the one, contacts in the other.
const IMPORT_DAYS: i64 = 30;

/// How much to generate, and from what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Accounts, at most a million: the made-up organisation numbers end there.
    pub accounts: usize,
    /// Contacts; there are four affiliations for three of them.
    pub contacts: usize,
    /// About how many changes their history has, at least one for each record and affiliation.
    pub changes: usize,
    /// The same seed makes the same rows.
    pub seed: u64,
    /// When history ends. Everything else follows from the seed.
    pub until: NaiveDateTime,
}

/// The first id of each table's rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct First {
    pub account: i64,
    pub contact: i64,
    pub affiliation: i64,
    pub operation: i64,
    pub change: i64,
}

/// A data set that can be asked for any of its rows, in any order.
pub(super) struct World {
    pub size: Size,
    pub first: First,
    pub owners: Vec<UserId>,
    /// Who acts on pages, and who imports.
    pub actors: Vec<Actor>,
    pub importers: Vec<Actor>,
}

impl World {
    pub fn new(size: Size, first: First, people: &[(UserId, Role)]) -> Self {
        let people: Vec<_> = people.iter().filter(|p| p.1 > Role::Viewer).collect();
        let actor = |(id, role): &&(UserId, Role)| Actor::signed_in(*id, *role, String::new());
        let mut actors: Vec<Actor> = people.iter().map(actor).collect();
        if actors.is_empty() {
            actors.push(Actor::operator(Channel::Cli));
        }
        let may_import = actors.iter().filter(|a| a.role >= Role::Manager).cloned();
        let mut importers: Vec<Actor> = may_import.map(|a| a.through(Channel::Import)).collect();
        if importers.is_empty() {
            importers.push(Actor::operator(Channel::Import));
        }
        Self {
            size,
            first,
            owners: people.iter().map(|p| p.0).collect(),
            actors,
            importers,
        }
    }

    /// A die for one row of a table.
    pub fn dice(&self, about: About, row: usize) -> Dice {
        Dice::new(self.size.seed, about, row as u64)
    }

    /// How many affiliations there are.
    pub fn affiliations(&self) -> usize {
        self.size.contacts + self.size.contacts.div_ceil(3)
    }

    /// The changes that are neither creations nor deletions, in thousandths for each account and each contact.
    pub fn updates_each(&self) -> (usize, usize) {
        let rows = self.size.accounts + self.size.contacts + self.affiliations();
        let updates = self.size.changes.saturating_sub(rows);
        let each = |share: usize, rows: usize| updates * share * 10 / rows.max(1);
        (each(60, self.size.accounts), each(40, self.size.contacts))
    }

    /// The number of days from the beginning to the end.
    pub fn days(&self) -> i64 {
        YEARS * 365
    }

    /// A moment as seconds since the beginning of it all.
    pub fn at(&self, seconds: i64) -> NaiveDateTime {
        self.size.until - TimeDelta::days(self.days()) + TimeDelta::seconds(seconds)
    }

    /// A working hour of a day between two moments, never before the first.
    pub fn between(&self, dice: &mut Dice, from: i64, to: i64) -> i64 {
        let span = usize::try_from(to - from).unwrap_or_default();
        let any = from + i64::try_from(dice.below(span)).unwrap_or_default();
        let within_office_hours = any / DAY * DAY + 8 * 3600 + any % DAY * 3 / 8;
        within_office_hours.max(from + 60)
    }

    /// When a record was trashed, for so many of a thousand.
    pub fn trashed(&self, about: About, row: usize, of_thousand: usize) -> Option<i64> {
        let mut dice = self.dice(about, row);
        let is_trashed = row > 0 && dice.in_thousand(of_thousand);
        let from = (self.days() - TRASH_DAYS) * DAY;
        is_trashed.then(|| self.between(&mut dice, from, self.days() * DAY))
    }

    /// The moments between creation and end at which a record was changed; `each` is the mean in thousandths.
    pub fn update_times(&self, dice: &mut Dice, each: usize, from: i64, to: i64) -> Vec<i64> {
        // Half of all records never change, a few often.
        let often = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 3, 3, 3, 5];
        let mean = each * often[dice.below(often.len())];
        let times = mean / 1000 + usize::from(dice.in_thousand(mean % 1000));
        let mut at: Vec<i64> = (0..times).map(|_| self.between(dice, from, to)).collect();
        at.sort_unstable();
        at
    }

    /// The import that made this row of a table with so many, if one did.
    pub fn import_of(&self, row: usize, rows: usize) -> Option<usize> {
        (row < imported(rows)).then_some(row / IMPORT_ROWS)
    }

    /// How many imports filled a table with so many rows.
    pub fn imports(&self, rows: usize) -> usize {
        imported(rows).div_ceil(IMPORT_ROWS)
    }

    /// The rows that an import made in a table with so many.
    pub fn rows_of_import(&self, import: usize, rows: usize) -> std::ops::Range<usize> {
        let from = import * IMPORT_ROWS;
        from..(from + IMPORT_ROWS).min(imported(rows))
    }

    /// When an import of accounts (month 0) or contacts (month 1) was.
    pub fn import_time(&self, import: usize, rows: usize, month: i64) -> i64 {
        let share = |n: usize| i64::try_from(n).unwrap_or_default();
        let days = IMPORT_DAYS * share(import) / share(self.imports(rows)).max(1);
        (month * IMPORT_DAYS + days) * DAY + 9 * 3600 + share(import) % 60 * 60
    }

    /// Since when records are made one by one, and until when, with time left for their trash.
    pub fn one_by_one(&self) -> (i64, i64) {
        (2 * IMPORT_DAYS * DAY, (self.days() - 2 * TRASH_DAYS) * DAY)
    }

    /// Somebody to look after a record; nobody for some.
    pub fn owner(&self, dice: &mut Dice) -> Option<UserId> {
        let owner = self.owners.get(dice.skewed(self.owners.len())).copied();
        owner.filter(|_| !dice.in_thousand(80))
    }
}

/// Three in five rows were imported.
pub(super) fn imported(rows: usize) -> usize {
    rows * 3 / 5
}
