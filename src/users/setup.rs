//! The setup link: the only way in while there is no admin.

use super::queries;
use crate::auth::links::{self, Purpose};
use crate::auth::token;
use crate::db::transaction;
use crate::web::{AppError, State};

/// A new setup link while nobody can sign in as admin; earlier ones are void.
pub fn setup_link(state: &State) -> Result<Option<String>, AppError> {
    let (token, now) = (token::random()?, state.clock.now());
    let made = state.db.run_blocking(|conn| {
        transaction(conn, |conn| {
            if queries::has_admin(conn)? {
                return Ok(false);
            }
            links::create(conn, Purpose::Setup, None, None, &token, now)?;
            Ok::<_, diesel::result::Error>(true)
        })
    })?;
    Ok(made.then(|| link_address(state, "setup", &token)))
}

/// The address that a person opens: `PUBLIC_URL/page?token=…`.
pub(super) fn link_address(state: &State, page: &str, token: &str) -> String {
    format!("{}{page}?token={token}", state.config.public_url)
}
