//! Which character separates the cells.

use super::records::State;

const CANDIDATES: [u8; 4] = [b';', b',', b'\t', b'|'];
const RECORDS_LOOKED_AT: usize = 50;

/// The separator that `head`, the beginning of the text, is written with.
///
/// It is the one by which the most rows have as many cells as the header, at least two where any does that.
pub(super) fn detect(head: &[u8]) -> u8 {
    if let Some(named) = named(head) {
        return named;
    }
    let mut best = (b',', (false, 0, 0));
    for candidate in CANDIDATES {
        let cells = cells_per_record(head, candidate);
        let Some(&header) = cells.first() else {
            continue;
        };
        let alike = cells.iter().filter(|&&count| count == header).count();
        let score = (header > 1, alike * 100 / cells.len(), header);
        if score > best.1 {
            best = (candidate, score);
        }
    }
    best.0
}

/// The separator that a first line such as `sep=;` names: Excel's own hint.
pub(super) fn named(head: &[u8]) -> Option<u8> {
    let line = head.split(|b| matches!(b, b'\n' | b'\r')).next()?;
    match line {
        [s, e, p, b'=', delimiter] if [*s, *e, *p].eq_ignore_ascii_case(b"sep") => {
            CANDIDATES.contains(delimiter).then_some(*delimiter)
        }
        _ => None,
    }
}

fn cells_per_record(head: &[u8], delimiter: u8) -> Vec<usize> {
    let mut counts = Vec::new();
    let (mut state, mut cells, mut is_blank) = (State::CellStart, 1, true);
    for &byte in head {
        state = state.after(byte, delimiter);
        if state == State::End {
            if !is_blank {
                counts.push(cells);
            }
            if counts.len() == RECORDS_LOOKED_AT {
                return counts;
            }
            (state, cells, is_blank) = (State::CellStart, 1, true);
            continue;
        }
        is_blank = false;
        cells += usize::from(state == State::CellStart);
    }
    // The head may end in the middle of a record, which then says nothing, unless it is all there is.
    if counts.is_empty() && !is_blank {
        counts.push(cells);
    }
    counts
}
