//! With real servers. Skipped, and saying so, where MariaDB is not installed.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use super::*;

mod faults;
mod life;

/// A directory of the test's own, removed with what runs in it.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Option<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let found = command::program("mariadbd").arg("--version").output();
        if found.is_err() {
            eprintln!("skipped: mariadbd is not installed");
            return None;
        }
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("minimata-embedded-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir(&path).unwrap();
        Some(Self(path))
    }

    fn start(&self) -> Embedded {
        Embedded::start(&self.0, Durability::Relaxed).unwrap()
    }

    fn pid(&self) -> Option<u32> {
        process::find(&Place::open(&self.0).unwrap())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Some(pid) = self.pid() {
            kill(pid);
        }
        fs::remove_dir_all(&self.0).unwrap();
    }
}

impl Embedded {
    /// What the kernel does for a process that is killed: its locks go, nothing else happens.
    fn abandon(mut self) {
        self.usage = None;
    }
}

fn kill(pid: u32) {
    let status = command::program("kill")
        .args(["-KILL", &pid.to_string()])
        .status();
    assert!(status.unwrap().success());
}

fn ask(server: &Embedded, sql: &str) -> String {
    let output = command::program("mariadb")
        .args(["--no-defaults", "-N", "-u", "minimata", "-D", "minimata"])
        .args(["-e", sql])
        .arg(command::option("--socket=", &server.place.socket))
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8(said).unwrap();
    said.trim().replace('\t', " ")
}
