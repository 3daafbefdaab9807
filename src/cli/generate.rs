//! `minimata demo --accounts N --contacts M`: a large data set, with a bar that says how far it is.

use super::{Failure, interrupt};
use crate::app::Opened;
use crate::auth::{Actor, Channel};
use crate::db::Db;
use crate::demo::generate::{Generated, Size, generate};
use crate::web::Clock;
use chrono::{NaiveDate, NaiveTime};
use indicatif::{ProgressBar, ProgressStyle};

#[derive(clap::Args)]
pub(super) struct Amount {
    /// Generate a large data set instead, with so many accounts (at most 1,000,000) …
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub accounts: Option<u32>,
    /// … so many contacts (three for each account) …
    #[arg(long, requires = "accounts", value_name = "M", value_parser = clap::value_parser!(u32).range(0..=10_000_000))]
    contacts: Option<u32>,
    /// … and about so many changes in their history (five for two records)
    #[arg(long, requires = "accounts", value_name = "K", value_parser = clap::value_parser!(u32).range(0..=100_000_000))]
    changes: Option<u32>,
    /// The same seed makes the same rows
    #[arg(long, requires = "accounts", value_name = "S", default_value_t = 1)]
    seed: u64,
    /// The day on which history ends (today)
    #[arg(long, requires = "accounts", value_name = "DATE")]
    until: Option<NaiveDate>,
    /// Also where the database has records already
    #[arg(long, requires = "accounts")]
    anyway: bool,
}

impl Amount {
    fn size(&self, accounts: u32) -> Result<Size, Failure> {
        let contacts = self.contacts.unwrap_or(accounts.saturating_mul(3));
        let rows = u64::from(accounts) + u64::from(contacts);
        let changes = self.changes.map_or(rows * 5 / 2, u64::from);
        let today = Clock::system().now().date();
        Ok(Size {
            accounts: usize::try_from(accounts)?,
            contacts: usize::try_from(contacts)?,
            changes: usize::try_from(changes)?,
            seed: self.seed,
            until: self.until.unwrap_or(today).and_time(NaiveTime::MIN),
        })
    }
}

/// Generates it. The bar is drawn only where standard error is a terminal.
pub(super) fn run(opened: &Opened, accounts: u32, amount: &Amount) -> Result<(), Failure> {
    // One writes while the server works for the other.
    let connections = std::thread::available_parallelism()
        .map_or(2, usize::from)
        .clamp(2, 4);
    let db = Db::open(&opened.options.unlimited(), u32::try_from(connections)?)?;
    let bar = ProgressBar::new(0).with_style(ProgressStyle::with_template(
        "{wide_bar} {pos}/{len} {eta}",
    )?);
    let actor = Actor::operator(Channel::Cli);
    let began = std::time::Instant::now();
    let done = generate(
        &db,
        connections,
        &actor,
        amount.size(accounts)?,
        amount.anyway,
        &|done, of| {
            bar.set_length(u64::try_from(of).unwrap_or_default());
            bar.set_position(u64::try_from(done).unwrap_or_default());
            !interrupt::asked()
        },
    );
    bar.finish_and_clear();
    match done.map_err(|e| e.to_string())? {
        Generated::Done => println!(
            "The data set was generated in {} s.",
            began.elapsed().as_secs()
        ),
        Generated::NotEmpty => {
            return Err(
                "this database has records; generate into a new one, or add --anyway".into(),
            );
        }
        Generated::Stopped => {
            return Err(
                "stopped; what is there is not whole: start again with a new database".into(),
            );
        }
    }
    Ok(())
}
