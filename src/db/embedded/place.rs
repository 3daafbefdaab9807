//! Where the private server keeps its things, and that nobody else can reach them: the socket has no password,
//! the directory around it is the guard.

use std::fs::{self, DirBuilder, Metadata, Permissions};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::error::EmbeddedError;

/// A unix socket's address holds 107 bytes; MariaDB wants some of them for itself.
const LONGEST_SOCKET: usize = 100;

/// The server's files. All paths are absolute and the same for every process of ours.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// The private directory around everything else.
    pub(super) home: PathBuf,
    /// The data directory proper; exists only once it is complete.
    pub(super) data: PathBuf,
    /// For sorting and temporary tables, which hold personal data too.
    pub(super) temporary: PathBuf,
    /// The only way in.
    pub(super) socket: PathBuf,
    /// What the server says.
    pub(super) log: PathBuf,
    /// Whether the server must be told that it may run as root.
    pub(super) as_root: bool,
}

impl Place {
    /// Makes the directories, and makes sure that they are ours alone.
    pub(super) fn open(data_dir: &Path) -> Result<Self, EmbeddedError> {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(data_dir)
            .map_err(EmbeddedError::file("create", data_dir))?;
        let home = fs::canonicalize(data_dir)
            .map_err(EmbeddedError::file("find", data_dir))?
            .join("mariadb");
        let us = own_user_id()?;
        make_private(&home, us)?;
        let temporary = home.join("tmp");
        make_private(&temporary, us)?;
        Ok(Self {
            data: home.join("data"),
            socket: socket_of(&home, us)?,
            log: home.join("server.log"),
            as_root: us == 0,
            temporary,
            home,
        })
    }
}

/// Beside the data where that is short enough, else in a private directory whose name follows from the data's.
/// `/tmp` is said outright: `TMPDIR` may differ between two processes that must meet here.
fn socket_of(home: &Path, us: u32) -> Result<PathBuf, EmbeddedError> {
    let beside = home.join("socket");
    if beside.as_os_str().len() <= LONGEST_SOCKET {
        return Ok(beside);
    }
    let hash = Sha256::digest(home.as_os_str().as_bytes());
    let name: String = hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    let directory = Path::new("/tmp").join(format!("minimata-{us}-{name}"));
    make_private(&directory, us)?;
    Ok(directory.join("socket"))
}

/// Creates the directory, or accepts the one that is there if it is a real one of ours, closed to others.
fn make_private(path: &Path, us: u32) -> Result<(), EmbeddedError> {
    match DirBuilder::new().mode(0o700).create(path) {
        Ok(()) => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(EmbeddedError::file("create", path)(error)),
    }
    let found = fs::symlink_metadata(path).map_err(EmbeddedError::file("look at", path))?;
    check_ours(path, &found, us)?;
    if found.mode() & 0o077 != 0 {
        fs::set_permissions(path, Permissions::from_mode(0o700))
            .map_err(EmbeddedError::file("close to others", path))?;
    }
    Ok(())
}

fn check_ours(path: &Path, found: &Metadata, us: u32) -> Result<(), EmbeddedError> {
    if !found.is_dir() {
        return Err(EmbeddedError::NotADirectory(path.to_path_buf()));
    }
    if found.uid() != us {
        return Err(EmbeddedError::Owner {
            path: path.to_path_buf(),
            owner: found.uid(),
            us,
        });
    }
    Ok(())
}

/// The kernel's own word, without `unsafe`.
fn own_user_id() -> Result<u32, EmbeddedError> {
    let path = Path::new("/proc/self");
    let metadata = fs::metadata(path).map_err(EmbeddedError::file("look at", path))?;
    Ok(metadata.uid())
}
