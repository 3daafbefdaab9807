//! Who is at the server: two files, locked rather than written, so that a killed process leaves nothing behind.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::error::EmbeddedError;

/// Longer than a first start and shorter than anybody's patience.
const PATIENCE: Duration = Duration::from_secs(150);

/// Held while one process decides whether to start or stop the server: only one at a time does.
#[derive(Debug)]
pub(super) struct Gate {
    _file: File,
}

impl Gate {
    /// Waits until nobody else is starting or stopping the server of `home`.
    pub(super) fn close(home: &Path) -> Result<Self, EmbeddedError> {
        let path = home.join("gate.lock");
        let file = open(&path)?;
        let begun = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => {
                    sleep(Duration::from_millis(10));
                }
                Err(TryLockError::WouldBlock) => {
                    return Err(EmbeddedError::Busy {
                        home: home.to_path_buf(),
                        seconds: PATIENCE.as_secs(),
                    });
                }
                Err(TryLockError::Error(source)) => {
                    return Err(EmbeddedError::file("lock", &path)(source));
                }
            }
        }
    }
}

/// Held for as long as a process uses the server.
#[derive(Debug)]
pub(super) struct Use {
    file: File,
}

impl Use {
    /// Counts this process in. Only behind the gate: there nobody can be finding out that they are the last.
    pub(super) fn begin(home: &Path) -> Result<Self, EmbeddedError> {
        let path = home.join("users.lock");
        let file = open(&path)?;
        file.lock_shared()
            .map_err(EmbeddedError::file("lock", &path))?;
        Ok(Self { file })
    }

    /// Counts this process out and tells whether nobody is left. Only behind the gate.
    pub(super) fn end_as_last(self, home: &Path) -> Result<bool, EmbeddedError> {
        drop(self.file);
        let path = home.join("users.lock");
        match open(&path)?.try_lock() {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(source)) => Err(EmbeddedError::file("lock", &path)(source)),
        }
    }
}

fn open(path: &Path) -> Result<File, EmbeddedError> {
    OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .mode(0o600)
        .open(path)
        .map_err(EmbeddedError::file("open", path))
}
