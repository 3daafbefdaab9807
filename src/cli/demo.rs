//! `minimata demo`.

use super::{Failure, with_database};
use crate::auth::{Actor, Channel};
use crate::config::Config;
use crate::db::Db;
use crate::demo;
use crate::web::Clock;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Remove what the demo made, changed since or not
    #[arg(long)]
    remove: bool,
}

/// Fills the demo data in, or removes it. Neither is an error when it has been done before.
pub(super) fn run(config: &Config, arguments: &Arguments) -> Result<(), Failure> {
    with_database(config, |opened| {
        let db = Db::open(&opened.options.unlimited(), 1)?;
        let (actor, now) = (Actor::operator(Channel::Cli), Clock::system().now());
        let work = if arguments.remove {
            demo::remove
        } else {
            demo::fill
        };
        let done = db
            .run_blocking(|conn| work(conn, &actor, now))
            .map_err(|e| e.to_string())?;
        println!(
            "{}",
            match (arguments.remove, done) {
                (false, true) =>
                    "The demo data was filled in. Remove it with: minimata demo --remove",
                (false, false) => "The demo data is there already.",
                (true, true) => "The demo data was removed.",
                (true, false) => "There is no demo data to remove.",
            }
        );
        Ok(())
    })
}
