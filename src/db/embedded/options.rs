//! What the private server is told.

use std::ffi::OsString;
use std::path::Path;

use super::Durability;
use super::command::option;
use super::place::Place;

/// Run by the server at each start, before anybody can connect. One statement a line. The user has no password (the
/// directory around the socket is the guard) and no rights outside the databases that are ours.
pub(super) const SETUP: &str = "\
CREATE DATABASE IF NOT EXISTS `minimata` CHARACTER SET utf8mb4 COLLATE utf8mb4_swedish_ci;
CREATE USER IF NOT EXISTS 'minimata'@'localhost';
GRANT ALL ON `minimata`.* TO 'minimata'@'localhost';
GRANT ALL ON `minimata\\_%`.* TO 'minimata'@'localhost';
";

const ALWAYS: &[&str] = &[
    // The machine's option files are not for this server. It must come first.
    "--no-defaults",
    "--skip-networking",
    "--skip-name-resolve",
    "--skip-log-bin",
    "--local-infile=OFF",
    "--performance-schema=OFF",
    "--character-set-server=utf8mb4",
    "--collation-server=utf8mb4_swedish_ci",
    "--sql-mode=STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION",
    "--default-time-zone=+00:00",
];

/// Never `=0`, which loses acknowledged writes when the server is killed; `=2` loses none then, at the same speed.
const RELAXED: &[&str] = &[
    "--innodb-flush-log-at-trx-commit=2",
    "--innodb-flush-method=nosync",
    "--innodb-doublewrite=0",
    "--innodb-log-file-size=32M",
    "--sync-frm=0",
];

const DURABLE: &[&str] = &["--innodb-flush-log-at-trx-commit=1"];

/// The whole command line of the server.
pub(super) fn of(place: &Place, setup: &Path, durability: Durability) -> Vec<OsString> {
    let (durability, cache) = match durability {
        Durability::Durable => (DURABLE, cache_size(memory())),
        Durability::Relaxed => (RELAXED, SMALLEST_CACHE),
    };
    let mut all: Vec<OsString> = ALWAYS
        .iter()
        .chain(durability)
        .map(OsString::from)
        .collect();
    all.push(format!("--innodb-buffer-pool-size={cache}M").into());
    all.push(option("--datadir=", &place.data));
    all.push(option("--socket=", &place.socket));
    all.push(option("--pid-file=", &place.home.join("server.pid")));
    all.push(option("--tmpdir=", &place.temporary));
    all.push(option("--init-file=", setup));
    if place.as_root {
        all.push("--user=root".into());
    }
    all
}

const SMALLEST_CACHE: u64 = 128;
const LARGEST_CACHE: u64 = 1024;

/// The memory for pages of tables, in MiB: an eighth of the machine's, which the server takes as it fills.
fn cache_size(memory: u64) -> u64 {
    (memory / 8).clamp(SMALLEST_CACHE, LARGEST_CACHE)
}

/// The machine's memory in MiB; 0 where it cannot be told.
fn memory() -> u64 {
    let told = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("MemTotal:"));
    let kib = line.and_then(|rest| rest.trim().strip_suffix(" kB"));
    kib.and_then(|kib| kib.trim().parse::<u64>().ok())
        .unwrap_or_default()
        / 1024
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_cache_grows_with_the_machine_within_limits() {
        assert_eq!(
            [0, 512, 4096, 65536].map(super::cache_size),
            [128, 128, 512, 1024]
        );
    }
}
