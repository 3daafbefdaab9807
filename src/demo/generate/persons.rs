//! The contacts of a generated data set, and their affiliations.

use super::dice::{About, Dice};
use super::words::{BOARD, CITIES, FIRST, LAST, OFFICE, REMARKS, STAFF};
use super::world::{DAY, World, imported};
use super::written::{email, mobile, phone, slug};
use crate::accounts::model::AccountKind;
use crate::contacts::affiliations::model::{Affiliation, AffiliationId};
use crate::contacts::forms::ContactInput;
use crate::contacts::many::Finished;
use crate::contacts::model::ContactId;
use chrono::{NaiveDate, TimeDelta};
use serde_json::json;

/// More changes of the first contact than of any other.
const LONG_HISTORY: usize = 100;

impl World {
    pub fn contact_id(&self, row: usize) -> ContactId {
        ContactId(self.first.contact + row as i64)
    }

    /// The account that the person is at now: imported ones are at imported ones, and a few accounts have many people.
    pub fn home(&self, row: usize) -> usize {
        let mut dice = self.dice(About::ContactHome, row);
        let all = self.size.accounts;
        let among = if row < imported(self.size.contacts) {
            imported(all).max(1)
        } else {
            all
        };
        let home = if dice.in_thousand(60) {
            dice.skewed(among.min(200))
        } else {
            dice.below(among)
        };
        self.not_trashed(home)
    }

    fn not_trashed(&self, account: usize) -> usize {
        let near = |step: usize| account.saturating_sub(step);
        (0..50)
            .map(near)
            .find(|a| self.account_trashed(*a).is_none())
            .unwrap_or(0)
    }

    /// When it was made.
    pub fn contact_made(&self, row: usize) -> i64 {
        let rows = self.size.contacts;
        match self.import_of(row, rows) {
            Some(import) => self.import_time(import, rows, 1),
            None => {
                let (from, to) = self.one_by_one();
                let from = from.max(self.account_made(self.home(row)));
                self.between(
                    &mut self.dice(About::ContactTimes, row),
                    from,
                    to + 10 * DAY,
                )
            }
        }
    }

    pub fn contact_trashed(&self, row: usize) -> Option<i64> {
        self.trashed(About::ContactTrash, row, 10)
    }

    /// When it was changed.
    pub fn contact_updates(&self, row: usize) -> Vec<i64> {
        let mut dice = self.dice(About::ContactTimes, row);
        let (made, _) = (self.contact_made(row), dice.below(2));
        let end = self.contact_trashed(row).unwrap_or(self.days() * DAY);
        let each = self.updates_each().1 + if row == 0 { LONG_HISTORY * 1000 } else { 0 };
        self.update_times(&mut dice, each, made, end)
    }

    /// As it was after its first `steps` changes; with all of them, as it is.
    pub fn contact(&self, row: usize, steps: usize) -> Finished {
        let mut dice = self.dice(About::Contact, row);
        let mut input = self.first_contact(&mut dice, row);
        for _ in 0..steps {
            self.change_contact(&mut dice, &mut input);
        }
        let updates = self.contact_updates(row);
        let made = self.contact_made(row);
        let latest = steps.checked_sub(1).and_then(|n| updates.get(n)).copied();
        let trashed = self.contact_trashed(row).filter(|_| steps == updates.len());
        Finished {
            id: self.contact_id(row),
            account_name: self.account_name(self.home(row)).1,
            input,
            version: i32::try_from(1 + steps + usize::from(trashed.is_some())).unwrap_or(1),
            created_at: self.at(made),
            updated_at: self.at(latest.unwrap_or(made)),
            deleted_at: trashed.map(|at| self.at(at)),
        }
    }

    fn first_contact(&self, dice: &mut Dice, row: usize) -> ContactInput {
        let mut first = dice.one_of(FIRST).to_owned();
        if dice.in_thousand(350) {
            first = format!("{first}-{}", dice.one_of(FIRST));
        }
        let mut last = LAST[dice.skewed(LAST.len())].to_owned();
        if dice.in_thousand(150) {
            last = format!("{last} {}", dice.one_of(LAST));
        }
        let (kind, account) = self.account_name(self.home(row));
        let domain = if dice.in_thousand(600) {
            slug(&account)
        } else {
            "post".to_owned()
        };
        let address = format!("{}.{}@{domain}.example", slug(&first), slug(&last));
        let is_imported = row < imported(self.size.contacts);
        ContactInput {
            first_name: first,
            last_name: last,
            email: dice.in_thousand(850).then(|| email(&address)).flatten(),
            phone: dice.in_thousand(150).then(|| phone(dice)).flatten(),
            mobile: dice.in_thousand(400).then(|| mobile(dice)).flatten(),
            title: if dice.in_thousand(600) {
                role(dice, kind).to_owned()
            } else {
                String::new()
            },
            city: CITIES[dice.skewed(CITIES.len())].to_owned(),
            country: if dice.in_thousand(900) {
                "Sverige".to_owned()
            } else {
                String::new()
            },
            owner_id: self.owner(dice),
            external_id: if is_imported {
                format!("P-{:07}", row + 1)
            } else {
                String::new()
            },
            notes: if dice.in_thousand(150) {
                dice.one_of(REMARKS).to_owned()
            } else {
                String::new()
            },
            other_facts: dice
                .in_thousand(40)
                .then(|| json!({ "Kön": "Okänt" }).to_string()),
        }
    }

    fn change_contact(&self, dice: &mut Dice, input: &mut ContactInput) {
        let before = input.clone();
        match dice.below(5) {
            0 => input.mobile = mobile(dice),
            1 => input.owner_id = self.owner(dice),
            2 => input.city = CITIES[dice.skewed(CITIES.len())].to_owned(),
            3 => input.notes = dice.one_of(REMARKS).to_owned(),
            _ => input.title = dice.one_of(BOARD).to_owned(),
        }
        if *input == before {
            input.notes.push_str(" Uppdaterat.");
        }
    }

    /// The place of a contact's first affiliation among all: every third contact has two.
    fn first_affiliation(&self, row: usize) -> i64 {
        self.first.affiliation + (row + row.div_ceil(3)) as i64
    }

    /// The roles of a contact; the first one is the primary one and lasts.
    pub fn affiliations_of(&self, row: usize) -> Vec<Affiliation> {
        let made = self.at(self.contact_made(row));
        let mut dice = self.dice(About::ContactHome, row.wrapping_mul(2) + 1);
        let home = self.home(row);
        let since = (!dice.in_thousand(300)).then(|| made.date() - days(dice.below(2000)));
        let mut all = vec![self.affiliation(row, 0, home, &mut dice, (since, None))];
        if row.is_multiple_of(3) {
            let began = made.date() - days(2000 + dice.below(1500));
            let ended = dice
                .in_thousand(600)
                .then(|| began + days(30 + dice.below(1900)));
            let elsewhere = self.not_trashed(dice.below(self.size.accounts));
            all.push(self.affiliation(row, 1, elsewhere, &mut dice, (Some(began), ended)));
        }
        all
    }

    fn affiliation(
        &self,
        row: usize,
        nth: i64,
        account: usize,
        dice: &mut Dice,
        (from_date, to_date): (Option<NaiveDate>, Option<NaiveDate>),
    ) -> Affiliation {
        Affiliation {
            id: AffiliationId(self.first_affiliation(row) + nth),
            contact_id: self.contact_id(row),
            account_id: self.account_id(account),
            role: role(dice, self.account_name(account).0).to_owned(),
            from_date,
            to_date,
            is_primary: nth == 0,
            version: 1,
            updated_at: self.at(self.contact_made(row)),
        }
    }
}

fn role(dice: &mut Dice, kind: AccountKind) -> &'static str {
    dice.one_of(match kind {
        AccountKind::Association => BOARD,
        AccountKind::PublicBody => OFFICE,
        AccountKind::Company | AccountKind::Other => STAFF,
    })
}

fn days(count: usize) -> TimeDelta {
    TimeDelta::days(i64::try_from(count).unwrap_or_default())
}
