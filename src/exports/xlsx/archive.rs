//! A zip archive written from front to back: sizes and checksums follow each file, the directory comes last.

use crate::exports::ExportError;
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use std::io::Write;

/// Sizes follow the data; names are UTF-8.
const FLAGS: u16 = 0b1000_0000_1000;
const DEFLATED: u16 = 8;
const VERSION: u16 = 20;
/// 1 January 1980: files of the same content are the same.
const DAY: u16 = 0x21;

/// An archive on its way.
#[derive(Default)]
pub(super) struct Archive {
    out: Vec<u8>,
    /// Bytes given away before those in `out`.
    given: u64,
    files: Vec<Entry>,
    open: Option<Open>,
}

struct Entry {
    name: &'static str,
    checksum: u32,
    compressed: u32,
    size: u32,
    start: u32,
}

struct Open {
    name: &'static str,
    start: u64,
    encoder: DeflateEncoder<Vec<u8>>,
    checksum: Crc,
    compressed: u64,
}

impl Archive {
    /// Begins a file.
    pub fn begin(&mut self, name: &'static str) -> Result<(), ExportError> {
        let start = self.position();
        self.out.extend(0x0403_4b50_u32.to_le_bytes());
        for half in [VERSION, FLAGS, DEFLATED, 0, DAY] {
            self.out.extend(half.to_le_bytes());
        }
        // Checksum and sizes: not known yet.
        self.out.extend([0; 12]);
        self.out.extend(short(name.len())?.to_le_bytes());
        self.out.extend(0_u16.to_le_bytes());
        self.out.extend(name.as_bytes());
        self.open = Some(Open {
            name,
            start,
            encoder: DeflateEncoder::new(Vec::new(), Compression::fast()),
            checksum: Crc::new(),
            compressed: 0,
        });
        Ok(())
    }

    /// Adds to the file.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), ExportError> {
        let Some(open) = &mut self.open else {
            return Err(too_big());
        };
        open.checksum.update(bytes);
        open.encoder.write_all(bytes).map_err(|_| too_big())?;
        let deflated = open.encoder.get_mut();
        open.compressed += deflated.len() as u64;
        self.out.append(deflated);
        Ok(())
    }

    /// Ends the file.
    pub fn end(&mut self) -> Result<(), ExportError> {
        let Some(open) = self.open.take() else {
            return Err(too_big());
        };
        let size = open.encoder.total_in();
        let mut rest = open.encoder.finish().map_err(|_| too_big())?;
        let compressed = open.compressed + rest.len() as u64;
        self.out.append(&mut rest);
        let entry = Entry {
            name: open.name,
            checksum: open.checksum.sum(),
            compressed: long(compressed)?,
            size: long(size)?,
            start: long(open.start)?,
        };
        self.out.extend(0x0807_4b50_u32.to_le_bytes());
        for whole in [entry.checksum, entry.compressed, entry.size] {
            self.out.extend(whole.to_le_bytes());
        }
        self.files.push(entry);
        Ok(())
    }

    /// Writes the directory.
    pub fn finish(&mut self) -> Result<(), ExportError> {
        let start = self.position();
        for file in &self.files {
            self.out.extend(0x0201_4b50_u32.to_le_bytes());
            for half in [VERSION, VERSION, FLAGS, DEFLATED, 0, DAY] {
                self.out.extend(half.to_le_bytes());
            }
            for whole in [file.checksum, file.compressed, file.size] {
                self.out.extend(whole.to_le_bytes());
            }
            self.out.extend(short(file.name.len())?.to_le_bytes());
            // No extra field, comment, other disk or attributes.
            self.out.extend([0; 12]);
            self.out.extend(file.start.to_le_bytes());
            self.out.extend(file.name.as_bytes());
        }
        let length = long(self.position() - start)?;
        let count = short(self.files.len())?;
        self.out.extend(0x0605_4b50_u32.to_le_bytes());
        for half in [0, 0, count, count] {
            self.out.extend(half.to_le_bytes());
        }
        for whole in [length, long(start)?] {
            self.out.extend(whole.to_le_bytes());
        }
        self.out.extend(0_u16.to_le_bytes());
        Ok(())
    }

    /// What has been written since the last time.
    pub fn take(&mut self) -> Vec<u8> {
        self.given += self.out.len() as u64;
        std::mem::take(&mut self.out)
    }

    fn position(&self) -> u64 {
        self.given + self.out.len() as u64
    }
}

fn short(n: usize) -> Result<u16, ExportError> {
    u16::try_from(n).map_err(|_| too_big())
}

/// Larger archives would need a later version of the format.
fn long(n: u64) -> Result<u32, ExportError> {
    u32::try_from(n).map_err(|_| too_big())
}

fn too_big() -> ExportError {
    ExportError::Format("the archive is larger than its format allows".to_owned())
}
