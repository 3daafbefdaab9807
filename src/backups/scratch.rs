//! A private server of its own, into which a backup is restored. It and its files go with this value.

use super::ProofError;
use super::tally::Tally;
use crate::db::embedded::{Durability, Embedded};
use std::fs::{self, DirBuilder};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const CLIENT: &str = "mariadb";
const DUMPER: &str = "mariadb-dump";
const DATABASE: &str = "minimata";

pub(super) struct Scratch {
    directory: PathBuf,
    server: Option<Embedded>,
}

impl Scratch {
    /// Starts an empty server below `parent`, closed to others.
    pub fn start(parent: &Path) -> Result<Self, ProofError> {
        let name = format!("minimata-check-{:016x}", rand::random::<u64>());
        let directory = parent.join(name);
        DirBuilder::new()
            .mode(0o700)
            .create(&directory)
            .map_err(ProofError::file(&directory))?;
        let mut scratch = Self {
            directory,
            server: None,
        };
        scratch.server = Some(Embedded::start(&scratch.directory, Durability::Relaxed)?);
        Ok(scratch)
    }

    /// Its address, as `DATABASE_URL` has it.
    pub fn url(&self) -> String {
        self.server.as_ref().map(Embedded::url).unwrap_or_default()
    }

    /// Runs the statements, and counts the rows in them.
    pub fn fill(
        &self,
        mut statements: impl Read,
        is_stopped: &dyn Fn() -> bool,
    ) -> Result<Tally, ProofError> {
        let mut client = self.program(CLIENT)?;
        client
            .args(["--batch", "--default-character-set=utf8mb4", DATABASE])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut running = client.spawn().map_err(ProofError::program(CLIENT))?;
        let mut tally = Tally::new();
        let mut piece = vec![0; 64 * 1024];
        let mut input = running.stdin.take();
        let mut broken = None;
        while let Some(pipe) = &mut input {
            match statements.read(&mut piece) {
                Ok(0) => input = None,
                Ok(_) if is_stopped() => {
                    broken = Some(ProofError::Interrupted);
                    input = None;
                }
                Ok(n) => {
                    tally.feed(&piece[..n]);
                    // It has ended: what it said tells why.
                    if pipe.write_all(&piece[..n]).is_err() {
                        input = None;
                    }
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => {
                    broken = Some(ProofError::Unpacked(error));
                    input = None;
                }
            }
        }
        let output = running
            .wait_with_output()
            .map_err(ProofError::program(CLIENT))?;
        match broken {
            Some(error) => Err(error),
            None if output.status.success() => Ok(tally),
            None => Err(ProofError::refused(&output.stderr)),
        }
    }

    /// Dumps everything that is there now, and counts the rows in it.
    pub fn dump(&self) -> Result<Tally, ProofError> {
        let mut dumper = self.program(DUMPER)?;
        dumper
            .args([
                "--single-transaction",
                "--quick",
                "--hex-blob",
                "--no-tablespaces",
            ])
            .args([
                "--skip-triggers",
                "--default-character-set=utf8mb4",
                DATABASE,
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut running = dumper.spawn().map_err(ProofError::program(DUMPER))?;
        let mut tally = Tally::new();
        let mut piece = vec![0; 64 * 1024];
        if let Some(mut pipe) = running.stdout.take() {
            loop {
                match pipe.read(&mut piece) {
                    Ok(0) => break,
                    Ok(n) => tally.feed(&piece[..n]),
                    Err(error) if error.kind() == ErrorKind::Interrupted => {}
                    Err(error) => return Err(ProofError::program(DUMPER)(error)),
                }
            }
        }
        let output = running
            .wait_with_output()
            .map_err(ProofError::program(DUMPER))?;
        if output.status.success() {
            Ok(tally)
        } else {
            Err(ProofError::refused(&output.stderr))
        }
    }

    fn program(&self, name: &str) -> Result<Command, ProofError> {
        let server = self.server.as_ref().ok_or(ProofError::Interrupted)?;
        Ok(server.program(name))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Dropping it stops it.
        self.server = None;
        if let Err(error) = fs::remove_dir_all(&self.directory) {
            log::warn!("cannot remove {}: {error}", self.directory.display());
        }
    }
}
