//! From bytes to text: UTF-8 or Windows-1252, decided from the file's head and kept honest while streaming.

use std::io::{self, Read};

use encoding_rs::WINDOWS_1252;

use super::TableError;

/// How much of a file decides its encoding and separator.
pub(super) const HEAD_BYTES: usize = 64 * 1024;
const CHUNK_BYTES: usize = 64 * 1024;
const UTF_8_BOM: &[u8] = b"\xEF\xBB\xBF";
const EXCEL: [&[u8]; 4] = [
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"PK\x07\x08",
    b"\xD0\xCF\x11\xE0",
];
const OTHER_BINARY: [&[u8]; 6] = [
    b"\x89PNG",
    b"%PDF",
    b"\x1F\x8B",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"{\\rtf",
];

/// How the file's letters are coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, which plain ASCII is too. Single bytes that are not are read as Windows-1252.
    Utf8,
    /// Windows-1252, which Latin-1 files nearly always are.
    Windows1252,
}

impl Encoding {
    /// Its usual name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// The encoding that a file's first bytes show and the length of its byte order mark, or why it is no text.
pub(super) fn sniff(head: &[u8]) -> Result<(Encoding, usize), TableError> {
    if head.starts_with(UTF_8_BOM) {
        refuse_nul(head)?;
        return Ok((Encoding::Utf8, UTF_8_BOM.len()));
    }
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        return Err(TableError::Utf16);
    }
    if EXCEL.iter().any(|mark| head.starts_with(mark)) {
        return Err(TableError::Excel);
    }
    if OTHER_BINARY.iter().any(|mark| head.starts_with(mark)) {
        return Err(TableError::Binary);
    }
    let start = head.trim_ascii_start().get(..5).unwrap_or_default();
    if [&b"<!doc"[..], b"<html", b"<?xml"].contains(&start.to_ascii_lowercase().as_slice()) {
        return Err(TableError::Markup);
    }
    refuse_nul(head)?;
    Ok((guess(head), 0))
}

/// NUL in every other byte of Western text is UTF-16 without its mark.
fn refuse_nul(head: &[u8]) -> Result<(), TableError> {
    let nul_at = |parity: usize| {
        let bytes = head.iter().skip(parity).step_by(2);
        (bytes.clone().filter(|b| **b == 0).count(), bytes.count())
    };
    let (even, odd) = (nul_at(0), nul_at(1));
    if even.0 + odd.0 == 0 {
        return Ok(());
    }
    let mostly = |(nuls, of): (usize, usize)| of > 1 && nuls * 10 > of * 8;
    if mostly(even) != mostly(odd) {
        return Err(TableError::Utf16);
    }
    Err(TableError::Binary)
}

/// UTF-8, unless more of the letters beyond ASCII are broken in it than whole.
fn guess(head: &[u8]) -> Encoding {
    let (mut whole, mut broken) = (0, 0);
    let mut chunks = head.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        let is_cut_off = chunks.peek().is_none() && head.len() == HEAD_BYTES;
        broken += usize::from(!chunk.invalid().is_empty() && !is_cut_off);
    }
    if broken > whole {
        Encoding::Windows1252
    } else {
        Encoding::Utf8
    }
}

/// Decodes a file chunk by chunk.
pub(super) struct Decoder<R> {
    source: R,
    pub(super) encoding: Encoding,
    /// Bytes read of the file.
    pub(super) position: u64,
    chunk: Vec<u8>,
    /// Bytes at the front of `chunk` that the next read may complete to a letter.
    waiting: usize,
    seen_letters_of_utf_8: bool,
}

impl<R: Read> Decoder<R> {
    pub(super) fn new(source: R, encoding: Encoding, position: u64) -> Self {
        Self {
            source,
            encoding,
            position,
            chunk: vec![0; CHUNK_BYTES],
            waiting: 0,
            seen_letters_of_utf_8: false,
        }
    }

    /// Appends the next piece of text to `out`; false at the end of the file.
    pub(super) fn read_into(&mut self, out: &mut Vec<u8>) -> io::Result<bool> {
        let space = self.chunk.get_mut(self.waiting..).unwrap_or_default();
        let read = loop {
            match self.source.read(space) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        self.position += read as u64;
        let filled = self.waiting + read;
        if filled == 0 {
            return Ok(false);
        }
        let chunk = std::mem::take(&mut self.chunk);
        let bytes = chunk.get(..filled).unwrap_or_default();
        let used = self.decode(bytes, read == 0, out);
        self.chunk = chunk;
        self.chunk.copy_within(used..filled, 0);
        self.waiting = filled - used;
        Ok(true)
    }

    /// Decodes `bytes` but for an unfinished letter at their end; returns how many were used.
    fn decode(&mut self, bytes: &[u8], is_last: bool, out: &mut Vec<u8>) -> usize {
        let mut used = 0;
        while let Some(rest) = bytes.get(used..).filter(|rest| !rest.is_empty()) {
            if self.encoding == Encoding::Windows1252 {
                push_windows_1252(rest, out);
                return bytes.len();
            }
            let Err(error) = std::str::from_utf8(rest) else {
                self.push_utf_8(rest, out);
                return bytes.len();
            };
            let (valid, broken) = rest.split_at(error.valid_up_to());
            self.push_utf_8(valid, out);
            used += valid.len();
            if error.error_len().is_none() && !is_last {
                return used;
            }
            if !self.seen_letters_of_utf_8 {
                // Only ASCII so far, and now a byte that no UTF-8 has here: the sniffed head was too plain to tell.
                self.encoding = Encoding::Windows1252;
                continue;
            }
            let length = error.error_len().unwrap_or(broken.len());
            push_windows_1252(broken.get(..length).unwrap_or(broken), out);
            used += length;
        }
        used
    }

    fn push_utf_8(&mut self, valid: &[u8], out: &mut Vec<u8>) {
        self.seen_letters_of_utf_8 |= !valid.is_ascii();
        out.extend_from_slice(valid);
    }
}

fn push_windows_1252(bytes: &[u8], out: &mut Vec<u8>) {
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    out.extend_from_slice(text.as_bytes());
}
