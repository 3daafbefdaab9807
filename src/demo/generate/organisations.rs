//! The accounts of a generated data set.

use super::dice::{About, Dice};
use super::words::{
    ASSOCIATIONS, CAUSES, CITIES, COMPANIES, OTHERS, PLACE_ENDS, PLACE_STARTS, PUBLIC_BODIES,
    REMARKS, STREETS, TRADES,
};
use super::world::{World, imported};
use super::written::{email, number, phone, slug};
use crate::accounts::forms::AccountInput;
use crate::accounts::many::Finished;
use crate::accounts::model::{AccountId, AccountKind, AccountStatus};
use serde_json::json;

/// One in so many changes of the first account is shown on its page: it has the longest history.
const LONG_HISTORY: usize = 200;

impl World {
    pub fn account_id(&self, row: usize) -> AccountId {
        AccountId(self.first.account + row as i64)
    }

    /// When it was made.
    pub fn account_made(&self, row: usize) -> i64 {
        let rows = self.size.accounts;
        match self.import_of(row, rows) {
            Some(import) => self.import_time(import, rows, 0),
            None => {
                let (from, to) = self.one_by_one();
                self.between(&mut self.dice(About::AccountTimes, row), from, to)
            }
        }
    }

    pub fn account_trashed(&self, row: usize) -> Option<i64> {
        self.trashed(About::AccountTrash, row, 12)
    }

    /// When it was changed.
    pub fn account_updates(&self, row: usize) -> Vec<i64> {
        let mut dice = self.dice(About::AccountTimes, row);
        let (made, _) = (self.account_made(row), dice.below(2));
        let end = self
            .account_trashed(row)
            .unwrap_or(self.days() * super::world::DAY);
        let each = self.updates_each().0 + if row == 0 { LONG_HISTORY * 1000 } else { 0 };
        self.update_times(&mut dice, each, made, end)
    }

    /// As it was after its first `steps` changes; with all of them, as it is.
    pub fn account(&self, row: usize, steps: usize) -> Finished {
        let mut dice = self.dice(About::Account, row);
        let mut input = self.first_account(&mut dice, row);
        for _ in 0..steps {
            self.change_account(&mut dice, &mut input);
        }
        let updates = self.account_updates(row);
        let made = self.account_made(row);
        let latest = steps.checked_sub(1).and_then(|n| updates.get(n)).copied();
        let trashed = self.account_trashed(row).filter(|_| steps == updates.len());
        Finished {
            id: self.account_id(row),
            parent_id: self.parent(row),
            input,
            version: i32::try_from(1 + steps + usize::from(trashed.is_some())).unwrap_or(1),
            created_at: self.at(made),
            updated_at: self.at(latest.unwrap_or(made)),
            deleted_at: trashed.map(|at| self.at(at)),
        }
    }

    /// The name and kind that a row has, before anything else is thrown.
    pub fn account_name(&self, row: usize) -> (AccountKind, String) {
        name(&mut self.dice(About::Account, row))
    }

    fn first_account(&self, dice: &mut Dice, row: usize) -> AccountInput {
        let (kind, name) = name(dice);
        let domain = format!("{}.example", slug(&name));
        let is_association = kind == AccountKind::Association;
        let count = i32::try_from(dice.skewed(900) + 3).ok();
        let industry = match kind {
            AccountKind::Association => dice.one_of(CAUSES),
            AccountKind::PublicBody => "Offentlig förvaltning",
            _ => dice.one_of(TRADES),
        };
        let index = self.first.account - 1 + row as i64;
        let is_imported = row < imported(self.size.accounts);
        AccountInput {
            kind,
            status: *dice_status(dice),
            organisation_number: if dice.in_thousand(850) {
                number(kind, index)
            } else {
                String::new()
            },
            email: dice
                .in_thousand(800)
                .then(|| email(&format!("info@{domain}")))
                .flatten(),
            phone: dice.in_thousand(500).then(|| phone(dice)).flatten(),
            website: if dice.in_thousand(600) {
                format!("https://www.{domain}")
            } else {
                String::new()
            },
            street: format!("{} {}", dice.one_of(STREETS), dice.below(80) + 1),
            postal_code: format!("{:03} {:02}", 100 + dice.below(880), dice.below(100)),
            city: CITIES[dice.skewed(CITIES.len())].to_owned(),
            country: if dice.in_thousand(970) {
                "Sverige"
            } else {
                "Norge"
            }
            .to_owned(),
            industry: industry.to_owned(),
            employees: count.filter(|_| !is_association && dice.in_thousand(700)),
            members: count.filter(|_| is_association && dice.in_thousand(800)),
            owner_id: self.owner(dice),
            parent: String::new(),
            external_id: if is_imported {
                format!("K-{:07}", index + 1)
            } else {
                String::new()
            },
            description: if dice.in_thousand(300) {
                dice.one_of(REMARKS).to_owned()
            } else {
                String::new()
            },
            other_facts: dice.in_thousand(60).then(|| {
                json!({ "Kundnummer": (10_000 + row).to_string(), "Nivå": "Guld" }).to_string()
            }),
            name,
        }
    }

    fn change_account(&self, dice: &mut Dice, input: &mut AccountInput) {
        let before = input.clone();
        match dice.below(6) {
            0 => input.status = *dice_status(dice),
            1 => input.phone = phone(dice),
            2 => input.owner_id = self.owner(dice),
            3 => input.street = format!("{} {}", dice.one_of(STREETS), dice.below(80) + 1),
            4 => input.description = dice.one_of(REMARKS).to_owned(),
            _ => {}
        }
        if *input == before {
            input.members = Some(input.members.unwrap_or(20) + 1);
        }
    }

    /// The organisation that this one belongs to: an earlier one that is not trashed.
    fn parent(&self, row: usize) -> Option<AccountId> {
        let mut dice = self.dice(About::AccountTrash, row);
        let has_one = dice.below(1000) >= 920;
        let parent = dice.below(row);
        (has_one && row > 0 && self.account_trashed(parent).is_none())
            .then(|| self.account_id(parent))
    }
}

fn dice_status(dice: &mut Dice) -> &'static AccountStatus {
    match dice.below(10) {
        0..2 => &AccountStatus::Prospect,
        2..9 => &AccountStatus::Active,
        _ => &AccountStatus::Former,
    }
}

fn name(dice: &mut Dice) -> (AccountKind, String) {
    let (kind, patterns) = match dice.below(20) {
        0..10 => (AccountKind::Association, ASSOCIATIONS),
        10..17 => (AccountKind::Company, COMPANIES),
        17..19 => (AccountKind::PublicBody, PUBLIC_BODIES),
        _ => (AccountKind::Other, OTHERS),
    };
    let part = [
        "", "", "Norra ", "Södra ", "Västra ", "Östra ", "Nya ", "Gamla ",
    ];
    let place = format!("{}{}", dice.one_of(PLACE_STARTS), dice.one_of(PLACE_ENDS));
    let pattern = dice.one_of(patterns);
    (
        kind,
        pattern.replace("{}", &format!("{}{place}", dice.one_of(&part))),
    )
}
