//! The cookie: the only code that knows what is in it. It holds an opaque session id and the messages for the next
//! page; everything else is in the database.

use super::Flash;
use actix_session::{Session, SessionExt};
use actix_web::HttpRequest;

const TOKEN: &str = "t";
const FLASH: &str = "f";
/// A cookie is at most 4096 bytes, and the encryption adds a third.
const FLASH_LIMIT: usize = 1_500;

/// The session id that the request's cookie holds.
pub fn session_token(req: &HttpRequest) -> Option<String> {
    req.get_session().get::<String>(TOKEN).ok().flatten()
}

/// Puts a new session id into the cookie; whatever was there is dropped (no session fixation).
pub fn start(session: &Session, token: &str) -> Result<(), super::AppError> {
    let flash = session.get::<Vec<Flash>>(FLASH).ok().flatten();
    session.clear();
    session.renew();
    if let Some(flash) = flash {
        session
            .insert(FLASH, flash)
            .map_err(super::AppError::internal)?;
    }
    session
        .insert(TOKEN, token)
        .map_err(super::AppError::internal)
}

/// Empties the cookie.
pub fn end(session: &Session) {
    session.purge();
}

/// Keeps a message for the next page.
pub fn flash(session: &Session, level: &'static str, text: String) {
    let mut waiting = session
        .get::<Vec<Flash>>(FLASH)
        .ok()
        .flatten()
        .unwrap_or_default();
    waiting.push(Flash {
        level: level.to_owned(),
        text,
    });
    while waiting.iter().map(|f| f.text.len()).sum::<usize>() > FLASH_LIMIT {
        waiting.remove(0);
    }
    if let Err(error) = session.insert(FLASH, waiting) {
        log::warn!("a message for the next page was lost: {error}");
    }
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
