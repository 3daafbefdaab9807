//! The files of a zip archive, unpacked while they are read and never beyond a limit.

use super::broken;
use flate2::read::DeflateDecoder;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A file without a directory at its end is no archive; a comment there has at most 65,535 bytes.
const TAIL_MAX: u64 = 22 + 65_535;
const DIRECTORY_MAX: u32 = 4 * 1024 * 1024;

/// What an archive's directory says of a file.
#[derive(Clone, Copy)]
struct Entry {
    method: u16,
    compressed: u64,
    start: u64,
}

/// An archive whose directory has been read.
pub(super) struct Archive {
    path: PathBuf,
    entries: HashMap<String, Entry>,
}

impl Archive {
    pub fn open(path: &Path) -> io::Result<Self> {
        let mut file = File::open(path)?;
        let entries = directory(&mut file)?;
        Ok(Self {
            path: path.to_owned(),
            entries,
        })
    }

    pub fn has(&self, name: &str) -> bool {
        self.entries.contains_key(name)
    }

    /// A file of it, unpacked to at most `limit` bytes.
    pub fn read(&self, name: &str, limit: u64) -> io::Result<Unpacked> {
        let entry = self
            .entries
            .get(name)
            .ok_or_else(|| broken("a part is missing"))?;
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(entry.start))?;
        let mut head = [0; 30];
        file.read_exact(&mut head)?;
        if u32_at(&head, 0) != Some(0x0403_4b50) {
            return Err(broken("a part is not where it should be"));
        }
        let skip = |at| u16_at(&head, at).map(i64::from).unwrap_or_default();
        file.seek(SeekFrom::Current(skip(26) + skip(28)))?;
        let position = Arc::new(AtomicU64::new(0));
        let packed = Counted {
            source: file.take(entry.compressed),
            position: position.clone(),
        };
        let source: Box<dyn Read + Send> = match entry.method {
            0 => Box::new(BufReader::new(packed)),
            8 => Box::new(DeflateDecoder::new(BufReader::new(packed))),
            _ => return Err(broken("a part is packed in an unknown way")),
        };
        Ok(Unpacked {
            source,
            left: limit,
            position,
        })
    }
}

/// An unpacked file of an archive.
pub(super) struct Unpacked {
    source: Box<dyn Read + Send>,
    left: u64,
    position: Arc<AtomicU64>,
}

impl Unpacked {
    /// Where the packed bytes read so far are counted.
    pub fn position(&self) -> Arc<AtomicU64> {
        self.position.clone()
    }
}

impl Read for Unpacked {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(out)?;
        self.left = self
            .left
            .checked_sub(read as u64)
            .ok_or_else(|| broken("it unpacks to more than is read"))?;
        Ok(read)
    }
}

struct Counted<R> {
    source: R,
    position: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(out)?;
        self.position.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

fn directory(file: &mut File) -> io::Result<HashMap<String, Entry>> {
    let length = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL_MAX)))?;
    let mut tail = Vec::new();
    file.take(TAIL_MAX).read_to_end(&mut tail)?;
    let end = tail
        .windows(4)
        .rposition(|four| four == b"PK\x05\x06")
        .ok_or_else(|| broken("it is cut off"))?;
    let end = tail.get(end..).unwrap_or_default();
    let (Some(size), Some(start)) = (u32_at(end, 12), u32_at(end, 16)) else {
        return Err(broken("it is cut off"));
    };
    if size > DIRECTORY_MAX || start == u32::MAX {
        return Err(broken("it has more parts than a spreadsheet"));
    }
    file.seek(SeekFrom::Start(start.into()))?;
    let mut bytes = vec![0; usize::try_from(size).unwrap_or_default()];
    file.read_exact(&mut bytes)?;
    entries(&bytes).ok_or_else(|| broken("its directory is broken"))
}

fn entries(mut bytes: &[u8]) -> Option<HashMap<String, Entry>> {
    let mut found = HashMap::new();
    while u32_at(bytes, 0) == Some(0x0201_4b50) {
        let length = |at| u16_at(bytes, at).map(usize::from);
        let (name, extra, comment) = (length(28)?, length(30)?, length(32)?);
        let entry = Entry {
            method: u16_at(bytes, 10)?,
            compressed: u32_at(bytes, 20)?.into(),
            start: u32_at(bytes, 42)?.into(),
        };
        let name_bytes = bytes.get(46..46 + name)?;
        found.insert(String::from_utf8_lossy(name_bytes).into_owned(), entry);
        bytes = bytes.get(46 + name + extra + comment..)?;
    }
    Some(found)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at + 2)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}
