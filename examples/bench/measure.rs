//! Times and what is said of them.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Times of many requests, sorted.
pub struct Times(Vec<Duration>);

impl Times {
    pub fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// The time that so many of a hundred do not exceed, in milliseconds.
    pub fn percentile(&self, percent: usize) -> f64 {
        let at = (self.0.len() * percent).div_ceil(100).saturating_sub(1);
        self.0.get(at).map_or(0.0, |time| time.as_secs_f64() * 1e3)
    }
}

/// One line of the results. Times are in milliseconds; what was not measured is absent.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Line {
    pub name: String,
    pub p50: f64,
    pub p95: f64,
    pub p99: f64,
    /// Bytes of the compressed answer.
    pub bytes: usize,
    pub statements: Option<f64>,
    pub rows: Option<f64>,
    /// The page's statements alone, and an uncompressed static file of about its size.
    pub sql: Option<f64>,
    pub fixed: Option<f64>,
    /// At sixteen connections.
    pub throughput: Option<f64>,
    pub p95_of_16: Option<f64>,
    pub cpu: Option<f64>,
}

/// A whole list as a file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Export {
    pub name: String,
    pub seconds: f64,
    pub bytes: u64,
    /// How much more memory the server had at most while it wrote.
    pub more_memory_mib: f64,
}

/// Everything that a run found out.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Results {
    pub machine: String,
    pub accounts: u64,
    pub contacts: u64,
    pub changes: u64,
    pub started_in_ms: f64,
    pub memory_mib: f64,
    pub most_memory_mib: f64,
    pub import_rows_a_second: f64,
    pub lines: Vec<Line>,
    #[serde(default)]
    pub exports: Vec<Export>,
}
