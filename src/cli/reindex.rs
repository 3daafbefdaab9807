//! `minimata reindex`.

use super::{Failure, interrupt, with_database};
use crate::config::Config;
use crate::db::Db;
use crate::search::rebuild;
use crate::web::Clock;
use indicatif::{ProgressBar, ProgressStyle};

/// Builds the search index anew while others go on working. The bar is drawn only where standard error is a terminal.
pub(super) fn run(config: &Config) -> Result<(), Failure> {
    with_database(config, |opened| {
        let db = Db::open(&opened.options.unlimited(), 2)?;
        let style = ProgressStyle::with_template("{spinner} {pos} {per_sec} {elapsed}")?;
        let bar = ProgressBar::new_spinner().with_style(style);
        let done = rebuild(&db, 2, Clock::system().now(), &|done| {
            bar.set_position(u64::try_from(done).unwrap_or_default());
            !interrupt::asked()
        });
        bar.finish_and_clear();
        let records = done.map_err(|e| e.to_string())?;
        if interrupt::asked() {
            return Err(
                "stopped; what was written so far is right, start again for the rest".into(),
            );
        }
        println!("The search index was built anew: {records} records.");
        Ok(())
    })
}
