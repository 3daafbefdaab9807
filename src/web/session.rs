//! The cookie: the only code that knows what is in it. It holds an opaque session id and the messages for the next
//! page; everything else is in the database.

use super::Flash;
use crate::auth::UserId;
use actix_session::{Session, SessionExt};
use actix_web::HttpRequest;
use chrono::{NaiveDateTime, TimeDelta};

const TOKEN: &str = "t";
const FLASH: &str = "f";
const LINK: &str = "l";
const SHOWN: &str = "o";
const WHOSE: &str = "u";
const TICKET: &str = "d";
/// A cookie is at most 4096 bytes, and the encryption adds a third.
const FLASH_LIMIT: usize = 1_500;

/// The session id that the request's cookie holds.
pub fn session_token(req: &HttpRequest) -> Option<String> {
    req.get_session().get::<String>(TOKEN).ok().flatten()
}

/// Puts a new session id into the cookie; whatever was there is dropped (no session fixation).
pub fn start(
    session: &Session,
    token: &str,
    user: UserId,
    now: NaiveDateTime,
) -> Result<(), super::AppError> {
    let flash = session.get::<Vec<Flash>>(FLASH).ok().flatten();
    session.clear();
    session.renew();
    if let Some(flash) = flash {
        session
            .insert(FLASH, flash)
            .map_err(super::AppError::internal)?;
    }
    session
        .insert(WHOSE, (user.0, now.and_utc().timestamp()))
        .map_err(super::AppError::internal)?;
    session
        .insert(TOKEN, token)
        .map_err(super::AppError::internal)
}

/// Whose session the cookie held, also when it has ended: only to hand people their own text. None where it began
/// longer ago than `longest`.
pub fn whose(session: &Session, now: NaiveDateTime, longest: TimeDelta) -> Option<UserId> {
    let (user, began) = session.get::<(i64, i64)>(WHOSE).ok().flatten()?;
    let age = now.and_utc().timestamp() - began;
    (age <= longest.num_seconds()).then_some(UserId(user))
}

/// Remembers under which ticket this browser's text waits.
pub fn keep_ticket(session: &Session, ticket: &str) -> Result<(), super::AppError> {
    session
        .insert(TICKET, ticket)
        .map_err(super::AppError::internal)
}

/// The ticket of text that waits for its author to sign in.
pub fn ticket(session: &Session) -> Option<String> {
    session.get::<String>(TICKET).ok().flatten()
}

/// Empties the cookie.
pub fn end(session: &Session) {
    session.purge();
}

/// Keeps a message for the next page.
pub fn flash(session: &Session, level: &'static str, text: String) {
    keep(session, Flash::new(level, text));
}

/// Keeps a message for the next page, with the button that its [`Flash`] has.
pub fn keep(session: &Session, flash: Flash) {
    let mut waiting = session
        .get::<Vec<Flash>>(FLASH)
        .ok()
        .flatten()
        .unwrap_or_default();
    waiting.push(flash);
    while waiting.iter().map(|f| f.text.len()).sum::<usize>() > FLASH_LIMIT {
        waiting.remove(0);
    }
    if let Err(error) = session.insert(FLASH, waiting) {
        log::warn!("a message for the next page was lost: {error}");
    }
}

/// Keeps the token of a one-time link, so that it leaves the address.
pub fn keep_link(session: &Session, token: &str) -> Result<(), super::AppError> {
    session
        .insert(LINK, token)
        .map_err(super::AppError::internal)
}

/// The token of the one-time link that was opened.
pub fn kept_link(session: &Session) -> Option<String> {
    session.get::<String>(LINK).ok().flatten()
}

/// Forgets it.
pub fn drop_link(session: &Session) {
    session.remove(LINK);
}

/// Keeps a text that the page at `path` shows once and nobody stores.
pub fn show_once(session: &Session, path: &str, text: &str) -> Result<(), super::AppError> {
    session
        .insert(SHOWN, (path, text))
        .map_err(super::AppError::internal)
}

/// Takes out what the page at `path` is to show once.
pub fn take_shown(session: &Session, path: &str) -> Option<String> {
    let (at, text) = session.get::<(String, String)>(SHOWN).ok().flatten()?;
    (at == path).then(|| {
        session.remove(SHOWN);
        text
    })
}

/// Takes the waiting messages out; called by the frame of a page.
pub(super) fn take_flash(req: &HttpRequest) -> Vec<Flash> {
    let session = req.get_session();
    match session.get::<Vec<Flash>>(FLASH) {
        Ok(Some(waiting)) => {
            session.remove(FLASH);
            waiting
        }
        _ => Vec::new(),
    }
}
