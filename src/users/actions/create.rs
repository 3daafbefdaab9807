//! How people come to be: the setup, the operator, registering.

use super::UserError;
use crate::audit::{Kind, Operation, record};
use crate::auth::{Actor, Role, Status, UserId, links};
use crate::db::{Conn, is_duplicate_of, last_insert_id};
use crate::fields::email::Email;
use crate::i18n::Message;
use crate::schema::users;
use crate::sessions::{Visit, actions as sessions};
use crate::settings;
use crate::users::model::subject;
use crate::users::{User, queries};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// More people than this do not wait at once: registering stays closed until an admin has looked.
const WAITING_MAX: i64 = 200;

/// A person to be.
#[derive(Clone, Debug)]
pub struct NewUser {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: Email,
    /// What they may do.
    pub role: Role,
    /// The hash of their password; none until an invited person chooses one.
    pub password_hash: Option<String>,
}

/// Adds the row. Language and time zone are the organisation's, or the one of the page.
pub(super) fn insert(
    conn: &mut Conn,
    op: &mut Operation<'_>,
    new: &NewUser,
    status: Status,
    locale: Option<&str>,
) -> Result<User, UserError> {
    let settings = settings::queries::load(conn)?;
    diesel::insert_into(users::table)
        .values((
            (
                users::email.eq(&new.email.typed),
                users::email_key.eq(&new.email.key),
                users::name.eq(&new.name),
            ),
            (
                users::password_hash.eq(&new.password_hash),
                users::role.eq(new.role),
                users::status.eq(status),
            ),
            users::locale.eq(locale.unwrap_or(&settings.locale)),
            users::time_zone.eq(&settings.time_zone),
            users::registered_from.eq(&op.actor.address),
            (users::created_at.eq(op.now), users::updated_at.eq(op.now)),
            users::approved_at.eq(Some(op.now).filter(|_| status == Status::Active)),
        ))
        .execute(conn)
        .map_err(email_taken)?;
    let id: UserId = diesel::select(last_insert_id()).get_result(conn)?;
    let user = users::table
        .find(id)
        .select(User::as_select())
        .first(conn)?;
    op.created(&user);
    op.say("name", user.name.as_str());
    op.say("email", user.email.as_str());
    op.say("role", user.role.code());
    Ok(user)
}

/// The unique index decides between two who take the same address at once; it is said at the field.
pub(super) fn email_taken(error: diesel::result::Error) -> UserError {
    if is_duplicate_of(&error, "users_email_key") {
        return UserError::at("email", Message::new("users-email-taken"));
    }
    error.into()
}

/// Makes an active person, for the operator at the command line.
pub fn create(
    conn: &mut Conn,
    actor: &Actor,
    new: &NewUser,
    now: NaiveDateTime,
) -> Result<User, UserError> {
    record(conn, actor, Kind::UserCreate, now, |conn, op| {
        insert(conn, op, new, Status::Active, None)
    })
}

/// Makes the first admin, names the organisation and signs the admin in. The link decides who is first.
pub fn first_admin(
    conn: &mut Conn,
    link: &str,
    new: &NewUser,
    organisation: &str,
    locale: &str,
    (visit, token): (&Visit, &str),
    now: NaiveDateTime,
) -> Result<User, UserError> {
    let actor = Actor::anonymous(visit.address.clone());
    record(conn, &actor, Kind::UserSetup, now, |conn, op| {
        let link =
            links::find(conn, link, now)?.filter(|link| link.purpose == links::Purpose::Setup);
        let link = link.ok_or(UserError::DeadLink)?;
        if !links::use_up(conn, link.id, now)? || queries::has_admin(conn)? {
            return Err(UserError::DeadLink);
        }
        let user = insert(conn, op, new, Status::Active, Some(locale))?;
        settings::actions::name_organisation(conn, op, organisation)?;
        sessions::open(conn, user.id, visit, token, now)?;
        Ok(user)
    })
}

/// Takes a registration. An address that is known already is written down and nothing else: whoever registers is told
/// the same, after the same work.
pub fn register(
    conn: &mut Conn,
    actor: &Actor,
    new: &NewUser,
    locale: &str,
    now: NaiveDateTime,
) -> Result<(), UserError> {
    let outcome = record(conn, actor, Kind::UserRegister, now, |conn, op| {
        if queries::count_waiting(conn)? >= WAITING_MAX {
            return Err(UserError::conflict("users-registration-full"));
        }
        let known: Option<(UserId, String)> = users::table
            .filter(users::email_key.eq(&new.email.key))
            .select((users::id, users::name))
            .first(conn)
            .optional()?;
        let Some((id, name)) = known else {
            insert(conn, op, new, Status::Pending, Some(locale))?;
            op.say("outcome", "new");
            return Ok(());
        };
        op.about(subject(id));
        op.say("name", name);
        op.say("email", new.email.typed.as_str());
        op.say("outcome", "known");
        Ok(())
    });
    match outcome {
        // Two registered with the same address at once; the other one was first.
        Err(UserError::Fields(_)) => Ok(()),
        other => other,
    }
}
