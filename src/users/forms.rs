//! From what was typed to people.

mod own;

pub use own::{email_conflicts, own, own_conflicts, own_data, own_names};

use super::User;
use super::actions::{EmailInput, NewUser};
use crate::auth::Role;
use crate::fields::email::{self, Email};
use crate::fields::password::{self, Context};
use crate::fields::{self, ORGANISATION_NAME_MAX, USER_NAME_MAX, text};
use crate::i18n::Message;
use crate::web::{FieldErrors, FormData, Reader};

/// A person and the password they chose, which is hashed next.
#[derive(Debug)]
pub struct WithPassword {
    /// The person, still without a hash.
    pub user: NewUser,
    /// As typed.
    pub password: String,
}

fn email_rule(raw: &str) -> Result<Option<Email>, Message> {
    fields::required(email::parse(raw)?).map(Some)
}

fn role_rule(raw: &str) -> Result<Option<Role>, Message> {
    Role::parse(raw)
        .map(Some)
        .ok_or_else(|| Message::new("users-role-unknown"))
}

/// Who it is; what is wrong stands in for by a person that is never used.
fn person(read: &mut Reader<'_>, role: Role) -> NewUser {
    let name = read.field("name", |raw| text::required_line(raw, USER_NAME_MAX));
    let email = read.field("email", email_rule).unwrap_or(Email {
        typed: String::new(),
        key: String::new(),
    });
    NewUser {
        name,
        email,
        role,
        password_hash: None,
    }
}

/// Both passwords: allowed, and the same.
fn new_password(read: &mut Reader<'_>, form: &FormData, context: &Context<'_>) {
    read.field("password", |raw| password::check(raw, context));
    if form.get("password") != form.get("password_again") {
        read.error("password_again", Message::new("users-passwords-differ"));
    }
}

/// Registering.
pub fn registration(form: &FormData, organisation: &str) -> Result<WithPassword, FieldErrors> {
    let mut read = Reader::new(form);
    let user = person(&mut read, Role::Viewer);
    let context = Context {
        email: form.get("email"),
        name: form.get("name"),
        organisation,
    };
    new_password(&mut read, form, &context);
    read.finish(WithPassword {
        user,
        password: form.get("password").to_owned(),
    })
}

/// The setup: the first admin and the organisation's name.
pub fn setup(form: &FormData) -> Result<(WithPassword, String), FieldErrors> {
    let mut read = Reader::new(form);
    let user = person(&mut read, Role::Admin);
    let organisation = read.field("organisation_name", |raw| {
        text::required_line(raw, ORGANISATION_NAME_MAX)
    });
    let context = Context {
        email: form.get("email"),
        name: form.get("name"),
        organisation: &organisation,
    };
    new_password(&mut read, form, &context);
    let password = form.get("password").to_owned();
    read.finish((WithPassword { user, password }, organisation))
}

/// The operator's command: a role is given, the password comes once.
pub fn operator(form: &FormData, organisation: &str) -> Result<WithPassword, FieldErrors> {
    let mut read = Reader::new(form);
    let role = read.field("role", role_rule).unwrap_or(Role::Viewer);
    let user = person(&mut read, role);
    let context = Context {
        email: form.get("email"),
        name: form.get("name"),
        organisation,
    };
    read.field("password", |raw| password::check(raw, &context));
    read.finish(WithPassword {
        user,
        password: form.get("password").to_owned(),
    })
}

/// Inviting: no password, the person chooses it.
pub fn invitation(form: &FormData) -> Result<NewUser, FieldErrors> {
    let mut read = Reader::new(form);
    let role = read.field("role", role_rule).unwrap_or(Role::Viewer);
    let user = person(&mut read, role);
    read.finish(user)
}

/// A role alone.
pub fn role(form: &FormData) -> Result<Role, FieldErrors> {
    let mut read = Reader::new(form);
    let role = read.field("role", role_rule).unwrap_or(Role::Viewer);
    read.finish(role)
}

/// A new password of a known person.
pub fn chosen_password(
    form: &FormData,
    user: &User,
    organisation: &str,
) -> Result<String, FieldErrors> {
    let mut read = Reader::new(form);
    let context = Context {
        email: &user.email,
        name: &user.name,
        organisation,
    };
    new_password(&mut read, form, &context);
    read.finish(form.get("password").to_owned())
}

/// Another e-mail address.
pub fn new_email(form: &FormData) -> Result<EmailInput, FieldErrors> {
    let mut read = Reader::new(form);
    let email = read.field("email", email_rule).unwrap_or(Email {
        typed: String::new(),
        key: String::new(),
    });
    read.finish(EmailInput { email })
}
