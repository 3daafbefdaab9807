//! Asking a signed-in person for their password again, before something that a borrowed browser must not do.

use super::actions::{self, Begun};
use super::model::{Attempt, Visit};
use crate::auth::UserId;
use crate::auth::password::Verdict;
use crate::auth::throttle;
use crate::fields::PASSWORD_MAX_BYTES;
use crate::schema::users;
use crate::web::{AppError, State};
use diesel::prelude::*;

/// What came of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// It is the right password.
    Yes,
    /// It is not.
    No,
}

/// Checks the person's own password, slowed after failures as signing in is.
pub async fn confirm_password(
    state: &State,
    user: UserId,
    visit: &Visit,
    password: &str,
) -> Result<Confirmed, AppError> {
    let (now, visit) = (state.clock.now(), visit.clone());
    let (attempt, begun) = state
        .db
        .run(move |conn| {
            let email: String = users::table.find(user).select(users::email).first(conn)?;
            let attempt = Attempt::new(&email, visit);
            let begun = actions::begin(conn, &attempt, now)?;
            Ok::<_, diesel::result::Error>((attempt, begun))
        })
        .await?;
    let candidate = match begun {
        Begun::Wait(seconds) => return Err(AppError::TooMany(seconds)),
        Begun::Try(candidate) => candidate,
    };
    let stored = candidate.as_ref().and_then(|c| c.password_hash.clone());
    let right = password.len() <= PASSWORD_MAX_BYTES
        && state.passwords.verify(password.to_owned(), stored).await? != Verdict::Wrong;
    state
        .db
        .run(move |conn| {
            if !right {
                return actions::fail(conn, &attempt, candidate.as_ref(), now);
            }
            let [account, _] = attempt.near();
            throttle::succeeded(conn, &[account])
        })
        .await?;
    Ok(if right { Confirmed::Yes } else { Confirmed::No })
}
