//! What every handler can reach.

use super::Clock;
use crate::audit::Reverser;
use crate::auth::password::Passwords;
use crate::config::Config;
use crate::db::Db;
use crate::jobs::Jobs;
use std::sync::Arc;

/// The parts of the running program. Nothing here changes while it runs: what matters is in the database.
#[derive(Clone)]
pub struct State {
    /// The settings.
    pub config: Arc<Config>,
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// What higher slices show on lower pages.
    pub panels: super::panels::Panels,
    /// What goes along when records are merged.
    pub movings: crate::audit::Movings,
    /// Password hashing, bounded.
    pub passwords: Passwords,
    /// How slices take back changes of their rows.
    pub reversers: &'static [&'static dyn Reverser],
    /// Work for later.
    pub jobs: Jobs,
    /// Who is at something heavy now; shared by all threads.
    pub turns: super::turns::Turns,
}
