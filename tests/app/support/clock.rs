//! A clock that stands still until a test moves it.
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

/// Shared by the test and the server under test. Starts at 08:00 UTC on Monday, 2 March 2026.
#[derive(Clone)]
pub struct TestClock(Arc<Mutex<NaiveDateTime>>);

impl TestClock {
    /// A clock at the usual start.
    pub fn new() -> TestClock {
        let start = NaiveDate::from_ymd_opt(2026, 3, 2).and_then(|day| day.and_hms_opt(8, 0, 0));
        TestClock(Arc::new(Mutex::new(start.expect("a real moment"))))
    }

    /// The time in UTC.
    pub fn now(&self) -> NaiveDateTime {
        *self.0.lock().expect("clock")
    }

    /// Lets time pass.
    pub fn advance(&self, by: Duration) {
        *self.0.lock().expect("clock") += TimeDelta::from_std(by).expect("a sane duration");
    }

    /// Jumps to a moment, forwards or back.
    pub fn set(&self, to: NaiveDateTime) {
        *self.0.lock().expect("clock") = to;
    }
}
