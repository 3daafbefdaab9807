//! Counting the rows of a dump while it passes by.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What a dump holds of one table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Rows {
    /// How many.
    pub count: u64,
    /// The sum of the hashes of their texts: the same in whatever order, and however they are split over statements.
    pub checksum: u128,
}

const INSERT: &[u8] = b"INSERT INTO `";
const TABLE: &[u8] = b"CREATE TABLE `";
const VALUES: &[u8] = b" VALUES";
const COMPLETED: &[u8] = b"-- Dump completed";

enum State {
    /// In a line that begins no rows; what it holds so far.
    Line(Vec<u8>),
    /// Between the rows of a statement.
    Between(String),
    /// In a row.
    Row(String, Row),
}

/// What of a row has come so far: how deep in brackets it is, whether in a text, and whether just behind a backslash.
#[derive(Default)]
struct Row {
    text: Vec<u8>,
    depth: u32,
    in_text: bool,
    escaped: bool,
}

/// Reads the statements of mariadb-dump or mysqldump, in pieces of any size.
pub(super) struct Tally {
    tables: BTreeMap<String, Rows>,
    state: State,
    completed: bool,
}

impl Tally {
    pub fn new() -> Self {
        Self {
            tables: BTreeMap::new(),
            state: State::Line(Vec::new()),
            completed: false,
        }
    }

    /// Takes the next piece.
    pub fn feed(&mut self, piece: &[u8]) {
        for byte in piece {
            let state = std::mem::replace(&mut self.state, State::Line(Vec::new()));
            self.state = self.step(state, *byte);
        }
    }

    /// The tables with their rows, or nothing if the dump's last line is not that of a complete one.
    pub fn end(mut self) -> Option<BTreeMap<String, Rows>> {
        if let State::Line(line) = &self.state {
            self.completed = line.starts_with(COMPLETED) || (line.is_empty() && self.completed);
        }
        self.completed.then_some(self.tables)
    }

    fn step(&mut self, state: State, byte: u8) -> State {
        match state {
            State::Line(line) => self.line(line, byte),
            State::Between(table) => match byte {
                b'(' => {
                    let mut row = Row::default();
                    row.take(byte);
                    State::Row(table, row)
                }
                b';' => State::Line(Vec::new()),
                _ => State::Between(table),
            },
            State::Row(table, mut row) => {
                row.take(byte);
                if row.depth > 0 {
                    return State::Row(table, row);
                }
                let rows = self.tables.entry(table.clone()).or_default();
                rows.count += 1;
                rows.checksum = rows.checksum.wrapping_add(row.sum());
                State::Between(table)
            }
        }
    }

    fn line(&mut self, mut line: Vec<u8>, byte: u8) -> State {
        if byte == b'\n' && !line.starts_with(INSERT) {
            if let Some(table) = named(&line, TABLE) {
                self.tables.entry(table).or_default();
            }
            self.completed = line.starts_with(COMPLETED);
            return State::Line(Vec::new());
        }
        line.push(byte);
        if line.ends_with(VALUES)
            && let Some(table) = named(&line, INSERT)
        {
            return State::Between(table);
        }
        State::Line(line)
    }
}

impl Row {
    fn take(&mut self, byte: u8) {
        self.text.push(byte);
        match (self.in_text, self.escaped, byte) {
            (true, true, _) => self.escaped = false,
            (true, false, b'\\') => self.escaped = true,
            // A doubled quote ends the text and begins it again: the same in the end.
            (_, false, b'\'') => self.in_text = !self.in_text,
            (false, _, b'(') => self.depth += 1,
            (false, _, b')') => self.depth -= 1,
            _ => {}
        }
    }

    fn sum(&self) -> u128 {
        let mut first = [0; 16];
        first.copy_from_slice(&Sha256::digest(&self.text)[..16]);
        u128::from_be_bytes(first)
    }
}

/// The name between backticks after `prefix`.
fn named(line: &[u8], prefix: &[u8]) -> Option<String> {
    let rest = line.strip_prefix(prefix)?;
    let end = rest.iter().position(|byte| *byte == b'`')?;
    Some(String::from_utf8_lossy(&rest[..end]).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(dump: &str, piece: usize) -> Option<BTreeMap<String, Rows>> {
        let mut tally = Tally::new();
        dump.as_bytes().chunks(piece).for_each(|p| tally.feed(p));
        tally.end()
    }

    const DUMP: &str = "-- head\nCREATE TABLE `empty` (\n  `a` int\n);\nCREATE TABLE `t` (\n);\n\
        INSERT INTO `t` VALUES\n(1,'a);('),\n(2,'it\\'s \\\\'),\n(3,'o''clock (');\n\
        INSERT INTO `t` (`id`, `b`) VALUES (4,NULL);\n-- Dump completed on 2026-11-24  3:00:00\n";

    #[test]
    fn rows_are_counted_whatever_their_texts_hold_and_however_they_come() {
        let whole = tally(DUMP, 10_000).expect("complete");
        assert_eq!(whole["t"].count, 4);
        assert_eq!(whole["empty"], Rows::default());
        for piece in [1, 2, 7] {
            assert_eq!(tally(DUMP, piece).as_ref(), Some(&whole), "{piece}");
        }
    }

    #[test]
    fn order_and_statements_do_not_matter_but_every_sign_does() {
        let whole = tally(DUMP, 99).expect("complete");
        let joined = DUMP.replace(";\nINSERT INTO `t` (`id`, `b`) VALUES ", ",\n");
        assert_eq!(tally(&joined, 99).as_ref(), Some(&whole));
        let turned = DUMP.replace(
            "(1,'a);('),\n(2,'it\\'s \\\\')",
            "(2,'it\\'s \\\\'),\n(1,'a);(')",
        );
        assert_eq!(tally(&turned, 99).as_ref(), Some(&whole));
        let other = tally(&DUMP.replace("o''clock", "o''Clock"), 99).expect("complete");
        assert_ne!(other["t"].checksum, whole["t"].checksum);
    }

    #[test]
    fn a_dump_without_its_last_line_is_none() {
        let cut = DUMP.split("-- Dump").next().expect("a beginning");
        assert_eq!(tally(cut, 99), None);
        assert_eq!(tally(&DUMP[..DUMP.len() / 2], 99), None);
        assert_eq!(tally(&format!("{DUMP}SELECT 1;\n"), 99), None);
        assert!(tally(DUMP.trim_end(), 99).is_some(), "no last line break");
    }
}
