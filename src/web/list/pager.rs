//! The foot of a list.

use super::view::Found;
use super::{Cursor, Position, SIZES};
use crate::web::Shell;
use crate::web::view::{PageSize, Pager};

pub(super) fn pager<T>(ui: &Shell, found: &Found<'_, T>, cursor: impl Fn(&T) -> Cursor) -> Pager {
    let Found {
        list,
        words,
        selected,
        count,
        ..
    } = found;
    let step = |there: bool, position: Position| there.then(|| list.at(position).path());
    let first = selected.rows.first().map(&cursor);
    let last = selected.rows.last().map(&cursor);
    let key = if count.more {
        words.count_more
    } else {
        words.count
    };
    Pager {
        count: ui.t(key).arg("n", count.rows).to_string(),
        first: step(selected.before, Position::First),
        previous: first.and_then(|c| step(selected.before, Position::Before(c))),
        next: last.and_then(|c| step(selected.after, Position::After(c))),
        last: step(selected.after, Position::Last),
        sizes: SIZES
            .iter()
            .map(|size| PageSize {
                rows: u32::try_from(*size).unwrap_or_default(),
                href: list.sized(*size).path(),
                current: *size == list.size,
            })
            .collect(),
    }
}
