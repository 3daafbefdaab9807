//! The clock is handed in, so that a test can hold it still.

use chrono::{NaiveDateTime, SubsecRound};
use std::sync::Arc;

/// Where the time comes from. Always UTC, to the microsecond, as `DATETIME(6)` keeps it.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> NaiveDateTime + Send + Sync>);

impl Clock {
    /// The machine's clock.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the machine"
    )]
    pub fn system() -> Self {
        Self(Arc::new(|| chrono::Utc::now().naive_utc()))
    }

    /// A clock that a test moves.
    pub fn from_fn(read: impl Fn() -> NaiveDateTime + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    /// The time now.
    pub fn now(&self) -> NaiveDateTime {
        (self.0)().trunc_subsecs(6)
    }
}
