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
    "--innodb-buffer-pool-size=128M",
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
    let durability = match durability {
        Durability::Durable => DURABLE,
        Durability::Relaxed => RELAXED,
    };
    let mut all: Vec<OsString> = ALWAYS
        .iter()
        .chain(durability)
        .map(OsString::from)
        .collect();
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
