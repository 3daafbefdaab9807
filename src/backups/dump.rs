//! The file of a backup.

use super::ProofError;
use chrono::NaiveDateTime;
use flate2::read::MultiGzDecoder;
use sha2::{Digest, Sha256};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

/// A backup that was read once, for its checksum.
pub(super) struct Dump {
    path: PathBuf,
    /// Without its directory.
    pub name: String,
    pub sha256: String,
    pub bytes: i64,
    /// Whether it is what stands in the file beside it; none where there is no such file.
    pub is_sealed: Option<bool>,
}

impl Dump {
    /// Reads the file and the checksum beside it.
    pub fn open(path: &Path) -> Result<Self, ProofError> {
        let mut hash = Sha256::new();
        let bytes = File::open(path)
            .and_then(|mut file| io::copy(&mut file, &mut hash))
            .map_err(ProofError::file(path))?;
        let digest = hash.finalize();
        let sha256: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let name = path.file_name().unwrap_or_default();
        Ok(Self {
            path: path.to_path_buf(),
            name: name.to_string_lossy().into_owned(),
            is_sealed: seal(path)?.map(|seal| seal == sha256),
            sha256,
            bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
        })
    }

    /// Its statements.
    pub fn statements(&self) -> Result<impl Read, ProofError> {
        let file = File::open(&self.path).map_err(ProofError::file(&self.path))?;
        Ok(MultiGzDecoder::new(BufReader::new(file)))
    }

    /// When it was made, as `scripts/backup` names it: `…-20261124T030000Z.sql.gz`.
    pub fn taken_at(&self) -> Option<NaiveDateTime> {
        let time = self.name.strip_suffix("Z.sql.gz")?.rsplit('-').next()?;
        NaiveDateTime::parse_from_str(time, "%Y%m%dT%H%M%S").ok()
    }
}

/// The checksum in the file beside it, if there is one.
fn seal(path: &Path) -> Result<Option<String>, ProofError> {
    let mut beside = OsString::from(path);
    beside.push(".sha256");
    match fs::read_to_string(&beside) {
        Ok(text) => Ok(text.split_whitespace().next().map(str::to_owned)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ProofError::file(Path::new(&beside))(error)),
    }
}
