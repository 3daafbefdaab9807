//! The rows of the first sheet.

use super::archive::{Archive, Unpacked};
use super::cells::{column, number, unescaped};
use super::strings::Strings;
use super::styles::Styles;
use super::xml::{Token, Xml, attribute};
use super::{COLUMNS_MAX, PART_MAX, SheetRow, UNPACKED_MAX, broken};
use crate::fields::formula;
use crate::imports::RowProblem;
use crate::imports::records::RECORD_MAX_BYTES;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A sheet, row by row.
pub(super) struct Sheet {
    xml: Xml<Unpacked>,
    position: Arc<AtomicU64>,
    strings: Strings,
    styles: Styles,
    from_1904: bool,
    line: u64,
    is_done: bool,
}

/// A cell on its way.
#[derive(Default)]
struct Cell {
    kind: String,
    style: Option<String>,
    text: String,
}

impl Sheet {
    pub fn open(archive: &Archive) -> io::Result<Self> {
        let (path, from_1904) = first_sheet(archive)?;
        let unpacked = archive.read(&path, UNPACKED_MAX)?;
        Ok(Self {
            position: unpacked.position(),
            xml: Xml::new(unpacked),
            strings: Strings::open(archive)?,
            styles: Styles::open(archive)?,
            from_1904,
            line: 0,
            is_done: false,
        })
    }

    pub fn position(&self) -> u64 {
        self.position.load(Ordering::Relaxed)
    }

    /// Reads no further; the row it stopped at.
    pub fn stop(&mut self) -> u64 {
        self.is_done = true;
        self.line
    }

    /// The next row that has any cell.
    pub fn next_row(&mut self) -> io::Result<Option<SheetRow>> {
        while !self.is_done
            && let Some(token) = self.xml.next()?
        {
            let Token::Start(name, all) = token else {
                continue;
            };
            if name != "row" {
                continue;
            }
            let said = attribute(&all, "r").and_then(|r| r.parse().ok());
            self.line = said.unwrap_or(self.line + 1);
            let cells = self.cells()?;
            if !matches!(&cells, Ok(cells) if cells.is_empty()) {
                let line = self.line;
                return Ok(Some(SheetRow { line, cells }));
            }
        }
        Ok(None)
    }

    /// The cells up to the end of the row.
    fn cells(&mut self) -> io::Result<Result<Vec<String>, RowProblem>> {
        let (mut cells, mut bytes) = (Vec::new(), 0);
        let mut next = 0;
        loop {
            match self.token()? {
                Token::End(name) if name == "row" => break,
                Token::Start(name, all) if name == "c" => {
                    let at = attribute(&all, "r").map_or(Ok(next), column)?;
                    next = at + 1;
                    let text = self.cell(&all)?;
                    bytes += text.len();
                    if bytes <= RECORD_MAX_BYTES && at < COLUMNS_MAX && !text.is_empty() {
                        if cells.len() <= at {
                            cells.resize(at + 1, String::new());
                        }
                        if let Some(cell) = cells.get_mut(at) {
                            *cell = text;
                        }
                    } else if !text.is_empty() {
                        bytes = RECORD_MAX_BYTES + 1;
                    }
                }
                _ => {}
            }
        }
        Ok(match bytes > RECORD_MAX_BYTES {
            true => Err(RowProblem::TooLong),
            false => Ok(cells),
        })
    }

    /// What a cell says, up to its end.
    fn cell(&mut self, all: &[(String, String)]) -> io::Result<String> {
        let mut cell = Cell {
            kind: attribute(all, "t").unwrap_or("n").to_owned(),
            style: attribute(all, "s").map(str::to_owned),
            text: String::new(),
        };
        let (mut in_value, mut in_phonetic) = (false, false);
        loop {
            match self.token()? {
                Token::End(name) if name == "c" => return self.said(cell),
                Token::Start(name, _) if name == "rPh" => in_phonetic = true,
                Token::End(name) if name == "rPh" => in_phonetic = false,
                Token::Start(name, _) if name == "v" || name == "t" => in_value = !in_phonetic,
                Token::End(name) if name == "v" || name == "t" => in_value = false,
                Token::Text(text) if in_value => {
                    if cell.text.len() + text.len() > RECORD_MAX_BYTES {
                        return Err(broken("a cell is too long"));
                    }
                    cell.text.push_str(&text);
                }
                _ => {}
            }
        }
    }

    fn said(&self, cell: Cell) -> io::Result<String> {
        let plain = |text: String| match text.starts_with("''") {
            // Only what our exports mark in text cells: an apostrophe before one that was there already.
            true => formula::plain(&text).to_owned(),
            false => text,
        };
        Ok(match cell.kind.as_str() {
            "s" => plain(self.strings.get(&cell.text)?),
            "inlineStr" => plain(unescaped(&cell.text)),
            "n" => {
                let is_day = self.styles.is_day(cell.style.as_deref());
                number(&cell.text, is_day, self.from_1904)
            }
            "str" => unescaped(&cell.text),
            // Days, yes and no, and what went wrong in a formula.
            _ => cell.text,
        })
    }

    fn token(&mut self) -> io::Result<Token> {
        self.xml
            .next()?
            .ok_or_else(|| broken("it ends within a row"))
    }
}

/// The file of the first sheet, and whether days are counted from 1904.
fn first_sheet(archive: &Archive) -> io::Result<(String, bool)> {
    let mut xml = Xml::new(archive.read("xl/workbook.xml", PART_MAX)?);
    let (mut id, mut from_1904) = (None, false);
    while let Some(token) = xml.next()? {
        match token {
            Token::Start(name, all) if name == "workbookPr" => {
                from_1904 = matches!(attribute(&all, "date1904"), Some("1" | "true"));
            }
            Token::Start(name, all) if name == "sheet" && id.is_none() => {
                id = attribute(&all, "r:id").map(str::to_owned);
            }
            _ => {}
        }
    }
    let id = id.ok_or_else(|| broken("it has no sheet"))?;
    let mut xml = Xml::new(archive.read("xl/_rels/workbook.xml.rels", PART_MAX)?);
    while let Some(token) = xml.next()? {
        let Token::Start(_, all) = token else {
            continue;
        };
        if attribute(&all, "Id") != Some(id.as_str()) {
            continue;
        }
        let target = attribute(&all, "Target").unwrap_or_default();
        let path = match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("xl/{target}"),
        };
        return Ok((path, from_1904));
    }
    Err(broken("its first sheet is missing"))
}
