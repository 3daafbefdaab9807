//! People who use the product: inserted as rows, signed in through the form.
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::prelude::*;
use minimata::auth::{Role, Status};
use minimata::schema::users;
use minimata::web::AppError;

use super::app::TestApp;
use super::browser::Browser;
use super::page::Page;

/// Somebody with an account of their own. The number in name and address keeps open tests apart.
#[derive(Clone, Debug)]
pub struct Person {
    /// The row.
    pub id: i64,
    /// Their name, such as "Staff 7".
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// See `email`.
    pub password: String,
    /// What they may do.
    pub role: Role,
}

impl TestApp {
    /// An active person, who reads English and lives in Stockholm.
    pub fn person(&self, role: Role) -> Person {
        self.person_who_is(role, Status::Active)
    }

    /// A person whose registration waits, was rejected, or who was shut out.
    pub fn person_who_is(&self, role: Role, status: Status) -> Person {
        static NUMBER: AtomicU32 = AtomicU32::new(1);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let (word, code) = (format!("{role:?}"), role.code());
        let mut person = Person {
            id: 0,
            name: format!("{word} {number}"),
            email: format!("{code}-{number}@example.org"),
            password: format!("long enough for {code} {number}"),
            role,
        };
        person.id = self.insert(&person, status);
        person
    }

    fn insert(&self, person: &Person, status: Status) -> i64 {
        let state = self.server().state();
        let hash = state
            .passwords
            .hash_blocking(&person.password)
            .expect("a hash");
        let now = self.clock().now();
        let row = (
            (
                users::email.eq(&person.email),
                users::email_key.eq(&person.email),
                users::name.eq(&person.name),
            ),
            (
                users::password_hash.eq(hash),
                users::role.eq(person.role.code()),
                users::status.eq(status.code()),
            ),
            (
                users::locale.eq("en"),
                users::time_zone.eq("Europe/Stockholm"),
                users::theme.eq("auto"),
            ),
            (
                users::density.eq("normal"),
                users::hotkeys.eq(true),
                users::registered_from.eq(""),
            ),
            (
                users::version.eq(1),
                users::created_at.eq(now),
                users::updated_at.eq(now),
            ),
        );
        let inserted = state.db.run_blocking(|conn| {
            diesel::insert_into(users::table)
                .values(row)
                .execute(conn)?;
            let own = users::table
                .filter(users::email.eq(&person.email))
                .select(users::id);
            Ok::<i64, AppError>(own.first(conn)?)
        });
        inserted.expect("the row of a person")
    }

    /// A new person of that role, signed in.
    pub fn sign_in(&self, role: Role) -> Browser {
        self.sign_in_as(&self.person(role))
    }

    /// Somebody in one more browser.
    #[track_caller]
    pub fn sign_in_as(&self, person: &Person) -> Browser {
        let browser = self.browser();
        browser.open("/login");
        let fields = [
            ("email", person.email.as_str()),
            ("password", &person.password),
        ];
        browser
            .submit("form:has([name=password])", &fields)
            .assert_status(303);
        browser
    }
}

impl Page {
    /// Signs somebody in by hand and waits for the page after.
    #[track_caller]
    pub fn sign_in_as(&self, person: &Person) -> &Self {
        self.goto("/login")
            .fill("[name=email]", &person.email)
            .fill("[name=password]", &person.password);
        self.click("form:has([name=password]) [type=submit]")
            .wait_gone("[name=password]")
    }
}
