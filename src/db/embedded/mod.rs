//! The private MariaDB server that is used where no `DATABASE_URL` is set.
//!
//! It listens on a unix socket alone, in a directory that only its owner may enter, and runs for as long as any
//! process of ours uses it. Who uses it is told by a lock on a file, which the kernel lets go of however a process
//! ends; whether it runs is asked of the socket and of the process table. So nothing here can be stale.

mod command;
mod create;
mod error;
mod lock;
mod options;
mod place;
mod process;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::process::{Child, Command};

pub use error::EmbeddedError;
use lock::{Gate, Use};
use place::Place;

/// How much an acknowledged write may rely on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// Every commit is on disk before it is answered.
    Durable,
    /// Commits outlive a crash of the server, not one of the machine. For tests.
    Relaxed,
}

/// One process's use of the private server. Dropping it stops the server, unless another process uses it.
#[derive(Debug)]
pub struct Embedded {
    place: Place,
    /// `None` once given back.
    usage: Option<Use>,
    /// The server as a child of this process, where this process started it.
    child: Option<Child>,
    started_now: bool,
}

impl Embedded {
    /// Joins the server under `data_dir`, starting it (and creating its data) where needed. Blocks until it answers.
    pub fn start(data_dir: &Path, durability: Durability) -> Result<Self, EmbeddedError> {
        let place = Place::open(data_dir)?;
        let _gate = Gate::close(&place.home)?;
        let usage = Use::begin(&place.home)?;
        let child = if process::answers(&place) {
            None
        } else {
            create::create_data(&place)?;
            process::bring_up(&place, durability)?
        };
        Ok(Self {
            started_now: child.is_some(),
            place,
            usage: Some(usage),
            child,
        })
    }

    /// The address of the database, in the form of `DATABASE_URL`.
    pub fn url(&self) -> String {
        let socket = percent_encoded(&self.place.socket);
        format!("mysql://minimata@localhost/minimata?socket={socket}")
    }

    /// A program of MariaDB that will speak with this server as the user of [`Self::url`].
    pub fn program(&self, name: &str) -> Command {
        let mut program = command::program(name);
        program
            .args(["--no-defaults", "--user=minimata"])
            .arg(command::option("--socket=", &self.place.socket));
        program
    }

    /// Whether this process started the server; otherwise it was already running.
    pub fn started_now(&self) -> bool {
        self.started_now
    }

    /// Gives the server back: the last user stops it and waits until it is gone.
    pub fn stop(mut self) -> Result<(), EmbeddedError> {
        self.release()
    }

    fn release(&mut self) -> Result<(), EmbeddedError> {
        let Some(usage) = self.usage.take() else {
            return Ok(());
        };
        let _gate = Gate::close(&self.place.home)?;
        if usage.end_as_last(&self.place.home)? {
            process::shut_down(&self.place, self.child.take())?;
        }
        Ok(())
    }
}

impl Drop for Embedded {
    fn drop(&mut self) {
        if let Err(error) = self.release() {
            log::warn!("{error}");
        }
    }
}

/// A path as the value of a query parameter.
fn percent_encoded(path: &Path) -> String {
    use std::fmt::Write;
    use std::os::unix::ffi::OsStrExt;
    let mut encoded = String::new();
    for byte in path.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(byte) {
            encoded.push(char::from(*byte));
        } else {
            // Writing to a `String` cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
