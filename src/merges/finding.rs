//! Looking for likely duplicates over the whole register, once an hour and when somebody asks.

use crate::audit::SubjectType;
use crate::auth::{Actor, Channel};
use crate::jobs::{Job, JobError, Kind};
use crate::web::{AppError, State};
use crate::{accounts, contacts, duplicates};
use chrono::TimeDelta;

/// The search that comes again by itself; a migration has put it in.
pub const FIND_DUPLICATES: Kind = Kind {
    name: "find_duplicates",
    every: Some(TimeDelta::hours(1)),
    run,
};

/// The same search, asked for.
pub const FIND_DUPLICATES_NOW: Kind = Kind {
    name: "find_duplicates_now",
    every: None,
    run,
};

fn run(state: &State, _: &mut Job) -> Result<(), JobError> {
    let system = Actor::operator(Channel::System);
    let [accounts, contacts] = state.db.run_blocking(|conn| {
        let pairs = accounts::likely_pairs(conn, &system)?;
        let accounts = duplicates::replace(conn, SubjectType::Account, pairs)?;
        let pairs = contacts::likely_pairs(conn, &system)?;
        let contacts = duplicates::replace(conn, SubjectType::Contact, pairs)?;
        Ok::<_, AppError>([accounts, contacts])
    })?;
    log::info!("likely duplicates: {accounts} pairs of accounts, {contacts} of contacts");
    Ok(())
}
