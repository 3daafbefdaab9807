//! Accounts, contacts and their roles, made through the product's own actions.
use diesel::prelude::*;
use minimata::accounts::model::AccountId;
use minimata::accounts::{self, actions as account_actions};
use minimata::audit::{Kind, Once, record};
use minimata::auth::{Actor, Channel};
use minimata::contacts::affiliations::{AffiliationInput, actions as affiliation_actions};
use minimata::contacts::model::ContactId;
use minimata::contacts::{self, actions as contact_actions};
use minimata::db::Conn;
use minimata::schema;
use minimata::tags::{self, Tagged};
use minimata::web::{AppError, FormData};
use std::sync::atomic::{AtomicU32, Ordering};

use super::app::TestApp;

/// A valid organisation number that no other test has.
pub fn organisation_number() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(1);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let digits = format!("802{number:06}");
    let doubled = |(at, c): (usize, char)| {
        let n = c.to_digit(10).expect("a digit") * if at % 2 == 0 { 2 } else { 1 };
        n / 10 + n % 10
    };
    let sum: u32 = digits.chars().enumerate().map(doubled).sum();
    format!("{}-{}{}", &digits[..6], &digits[6..], (10 - sum % 10) % 10)
}

impl TestApp {
    /// Works on the product's database as the operator.
    pub fn write<T>(&self, work: impl FnOnce(&mut Conn, &Actor) -> Result<T, AppError>) -> T {
        let operator = Actor::operator(Channel::System);
        let state = self.server().state();
        let done = state.db.run_blocking(|conn| work(conn, &operator));
        done.expect("a write that works")
    }

    /// An account with these fields; gives its id.
    pub fn account(&self, fields: &[(&str, &str)]) -> i64 {
        self.accounts(&[fields])[0]
    }

    /// Several accounts in one operation.
    pub fn accounts(&self, all: &[&[(&str, &str)]]) -> Vec<i64> {
        let now = self.clock().now();
        self.write(|conn, actor| {
            let ids = record(conn, actor, Kind::ImportAccounts, now, |conn, op| {
                let one = |fields: &&[(&str, &str)]| {
                    let mut data = accounts::forms::blank();
                    for (name, value) in *fields {
                        data.set(name, *value);
                    }
                    let input = accounts::forms::parse(&data).expect("a valid account");
                    account_actions::insert(conn, op, &input).map(|account| account.id.0)
                };
                all.iter().map(one).collect::<Result<Vec<_>, _>>()
            });
            Ok(ids?)
        })
    }

    /// A contact with these fields; gives its id.
    pub fn contact(&self, fields: &[(&str, &str)]) -> i64 {
        let now = self.clock().now();
        let data = FormData::from_pairs(fields.iter().copied());
        let input = contacts::forms::parse(&data).expect("a valid contact");
        self.write(
            |conn, actor| match contact_actions::create(conn, actor, &input, "", now)? {
                Once::Now(done) => Ok(done.value.0),
                Once::Before(done) => Ok(done.value.id),
            },
        )
    }

    /// Puts tags on a record, making those that are new; gives their ids.
    pub fn tag(&self, on: Tagged, names: &[&str]) -> Vec<i64> {
        let now = self.clock().now();
        self.write(|conn, actor| {
            record(conn, actor, Kind::TagAdd, now, |conn, op| {
                for name in names {
                    tags::put(conn, op, on, name)?;
                }
                QueryResult::Ok(())
            })?;
            let id = |all: &[tags::Tag], name: &str| {
                let tag = all.iter().find(|tag| tag.name == name);
                tag.expect("a tag that was just made").id.0
            };
            let all = tags::all(conn)?;
            Ok(names.iter().map(|name| id(&all, name)).collect())
        })
    }

    /// Tags that nothing carries yet, for staff to choose from.
    pub fn make_tags(&self, names: &[&str]) {
        let now = self.clock().now();
        let row = |name: &&str| {
            (
                schema::tags::name.eq((*name).to_owned()),
                schema::tags::name_key.eq(minimata::fields::fold::fold(name)),
                schema::tags::colour.eq("teal"),
                schema::tags::created_at.eq(now),
            )
        };
        let rows: Vec<_> = names.iter().map(row).collect();
        self.write(|conn, _| {
            diesel::insert_into(schema::tags::table)
                .values(rows)
                .execute(conn)?;
            Ok(())
        });
    }

    /// A contact's role at an account, `from` and `to` as `2024-03-01` or empty; gives the affiliation's id.
    pub fn role(&self, contact: i64, account: i64, role: &str, (from, to): (&str, &str)) -> i64 {
        let now = self.clock().now();
        let input = AffiliationInput {
            account_id: AccountId(account),
            role: role.to_owned(),
            from_date: from.parse().ok(),
            to_date: to.parse().ok(),
            is_primary: false,
        };
        let contact = ContactId(contact);
        self.write(|conn, actor| {
            match affiliation_actions::create(conn, actor, contact, &input, "", now)? {
                Once::Now(done) => Ok(done.value.0),
                Once::Before(done) => Ok(done.value.id),
            }
        })
    }
}
