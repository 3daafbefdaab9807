//! From a record to its cells.

use crate::fields::formula;
use std::io::{self, Cursor, Read};

/// Takes records apart with the `csv` crate.
pub(super) struct Cells(csv::Reader<OneRecord>);

impl Cells {
    pub(super) fn new(delimiter: u8) -> Self {
        let reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(OneRecord::default());
        Self(reader)
    }

    pub(super) fn split(&mut self, record: &[u8]) -> io::Result<Vec<String>> {
        self.0.get_mut().hold(record);
        let mut cells = csv::StringRecord::new();
        self.0.read_record(&mut cells)?;
        // Our exports put `'` before what a spreadsheet would take for a formula.
        let plain = |cell: &str| formula::plain(cell).to_owned();
        Ok(cells.iter().map(plain).collect())
    }
}

/// Gives a `csv` reader one record at a time, so that it never sees more than what has been checked.
#[derive(Default)]
struct OneRecord(Cursor<Vec<u8>>);

impl OneRecord {
    fn hold(&mut self, record: &[u8]) {
        let mut text = std::mem::take(&mut self.0).into_inner();
        text.clear();
        text.extend_from_slice(record);
        text.push(b'\n');
        self.0 = Cursor::new(text);
    }
}

impl Read for OneRecord {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.0.read(out)
    }
}
