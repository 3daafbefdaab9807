//! `minimata demo`.

use super::generate::{self, Amount};
use super::{Failure, with_database};
use crate::auth::{Actor, Channel};
use crate::config::Config;
use crate::db::Db;
use crate::demo;
use crate::web::Clock;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Remove what the demo made, changed since or not
    #[arg(long, conflicts_with = "accounts")]
    remove: bool,
    #[command(flatten)]
    amount: Amount,
}

/// Fills the demo data in, or removes it, or generates a large data set. The first two are no error when they have been
/// done before.
pub(super) fn run(config: &Config, arguments: &Arguments) -> Result<(), Failure> {
    with_database(config, |opened| match arguments.amount.accounts {
        Some(accounts) => generate::run(opened, accounts, &arguments.amount),
        None => small(&Db::open(&opened.options.unlimited(), 1)?, arguments.remove),
    })
}

fn small(db: &Db, remove: bool) -> Result<(), Failure> {
    let (actor, now) = (Actor::operator(Channel::Cli), Clock::system().now());
    let work = if remove { demo::remove } else { demo::fill };
    let done = db
        .run_blocking(|conn| work(conn, &actor, now))
        .map_err(|e| e.to_string())?;
    let is_generated = db
        .run_blocking(demo::generate::is_generated)
        .map_err(|e| e.to_string())?;
    println!(
        "{}",
        match (remove, done) {
            (false, true) => "The demo data was filled in. Remove it with: minimata demo --remove",
            (false, false) => "The demo data is there already.",
            (true, true) => "The demo data was removed.",
            (true, false) if is_generated =>
                "A generated data set cannot be taken out again: it has a history of its own. Start with a new database.",
            (true, false) => "There is no demo data to remove.",
        }
    );
    Ok(())
}
