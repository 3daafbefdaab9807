//! From text to records: where one row ends and the next begins.
//!
//! The `csv` crate takes a record apart, but it would read a quote that is never closed to the end of the file, into
//! memory. So the ends of records are found here first, with a limit, by the same rules as the crate's.

use std::io::{self, Read};

use super::RowProblem;
use super::encoding::Decoder;

/// The longest row, in bytes of UTF-8: no cell of a list is longer, and memory stays bounded.
pub const RECORD_MAX_BYTES: usize = 1024 * 1024;
/// So often is reading taken up again after an open quote: each time reads up to a record's length once more.
const RESTARTS_MAX: u32 = 100;
const EXCERPT_CHARS: usize = 200;

/// Where in a record a byte stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    CellStart,
    Plain,
    Quoted,
    /// After a quote inside quotes: the first of two, or the end of the quoted part.
    QuoteInQuoted,
    End,
}

impl State {
    pub(super) const fn after(self, byte: u8, delimiter: u8) -> Self {
        match (self, byte) {
            (Self::Quoted, b'"') => Self::QuoteInQuoted,
            (Self::Quoted, _) | (Self::CellStart | Self::QuoteInQuoted, b'"') => Self::Quoted,
            (_, b'\n' | b'\r') => Self::End,
            (_, byte) if byte == delimiter => Self::CellStart,
            _ => Self::Plain,
        }
    }
}

/// One record, not yet taken apart.
pub(super) struct Record {
    pub(super) line: u64,
    /// UTF-8, without the line break at its end.
    pub(super) text: Vec<u8>,
    pub(super) problem: Option<RowProblem>,
}

impl Record {
    pub(super) fn excerpt(&self) -> String {
        let start = self.text.get(..EXCERPT_CHARS * 4).unwrap_or(&self.text);
        String::from_utf8_lossy(start)
            .chars()
            .take(EXCERPT_CHARS)
            .collect()
    }
}

/// The records of a file, one after the other.
pub(super) struct Records<R> {
    pub(super) source: Decoder<R>,
    delimiter: u8,
    buffer: Vec<u8>,
    /// Where in `buffer` the next record starts.
    start: usize,
    /// The line that the next byte is on.
    line: u64,
    previous: u8,
    restarts: u32,
    is_done: bool,
}

impl<R: Read> Records<R> {
    pub(super) fn new(source: Decoder<R>, delimiter: u8) -> Self {
        Self {
            source,
            delimiter,
            buffer: Vec::new(),
            start: 0,
            line: 1,
            previous: 0,
            restarts: 0,
            is_done: false,
        }
    }

    /// The next record that has anything in it.
    pub(super) fn next_record(&mut self) -> io::Result<Option<Record>> {
        if self.is_done || !self.skip_line_breaks()? {
            return Ok(None);
        }
        let line = self.line;
        let mut state = State::CellStart;
        let mut length = 0;
        let mut is_too_long = false;
        loop {
            while let Some(&byte) = self.buffer.get(self.start + length) {
                state = state.after(byte, self.delimiter);
                if state == State::End {
                    return Ok(Some(self.take(line, length, is_too_long)));
                }
                self.count_line(byte);
                length += 1;
            }
            if length > RECORD_MAX_BYTES {
                // Read on for the end of it, but keep only how it began.
                is_too_long = true;
                self.buffer.truncate(self.start + EXCERPT_CHARS * 4);
                length = self.buffer.len() - self.start;
            }
            if !self.fill()? {
                let is_open = state == State::Quoted;
                return Ok(Some(if is_open {
                    self.open_quote(line, is_too_long)
                } else {
                    self.take(line, length, is_too_long)
                }));
            }
        }
    }

    /// Reads no further; returns the line it stopped at.
    pub(super) fn stop(&mut self) -> u64 {
        self.is_done = true;
        self.line
    }

    fn take(&mut self, line: u64, length: usize, is_too_long: bool) -> Record {
        let text = self.piece(length).to_vec();
        self.start += length;
        let problem = if is_too_long || text.len() > RECORD_MAX_BYTES {
            Some(RowProblem::TooLong)
        } else {
            text.contains(&0).then_some(RowProblem::Nul)
        };
        Record {
            line,
            text,
            problem,
        }
    }

    /// The file ended inside quotes: gives up the line that opened them and goes on with the next one.
    fn open_quote(&mut self, line: u64, is_too_long: bool) -> Record {
        self.restarts += 1;
        let rest_is_lost = is_too_long || self.restarts > RESTARTS_MAX;
        let rest = self.piece(usize::MAX);
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let length = end.filter(|_| !rest_is_lost).unwrap_or(rest.len());
        let text = rest.get(..length).unwrap_or(rest).to_vec();
        self.start += length;
        self.line = line;
        self.previous = 0;
        self.is_done = rest_is_lost;
        let problem = if rest_is_lost {
            RowProblem::RestUnread
        } else {
            RowProblem::OpenQuote
        };
        Record {
            line,
            text,
            problem: Some(problem),
        }
    }

    fn skip_line_breaks(&mut self) -> io::Result<bool> {
        loop {
            while let Some(&byte) = self.buffer.get(self.start) {
                if !matches!(byte, b'\n' | b'\r') {
                    return Ok(true);
                }
                self.count_line(byte);
                self.start += 1;
            }
            if !self.fill()? {
                return Ok(false);
            }
        }
    }

    fn count_line(&mut self, byte: u8) {
        let is_second_half = byte == b'\n' && self.previous == b'\r';
        self.line += u64::from(matches!(byte, b'\n' | b'\r') && !is_second_half);
        self.previous = byte;
    }

    fn fill(&mut self) -> io::Result<bool> {
        self.buffer.drain(..self.start);
        self.start = 0;
        self.source.read_into(&mut self.buffer)
    }

    fn piece(&self, length: usize) -> &[u8] {
        let end = self.start.saturating_add(length).min(self.buffer.len());
        self.buffer.get(self.start..end).unwrap_or_default()
    }
}
