//! Keyset paging: "the rows after this one" as a condition that an index answers, at any depth.
//!
//! `a > x OR (a = x AND id > y)` rather than `(a, id) > (x, y)`: MariaDB reads a range of an index for the first only.

/// Orders a boxed query by a column that is never NULL and starts it after the list's cursor.
///
/// `keyset!(query, list, accounts::name, accounts::id, parse)`; `parse` turns the cursor's text into the column's
/// type and gives `None` for text that is no such value.
#[macro_export]
macro_rules! keyset {
    ($query:expr, $list:expr, $column:expr, $id:expr, $parse:expr) => {{
        let mut query = $query;
        let ascending = $list.reads_ascending();
        if let Some(cursor) = $list.cursor() {
            let text = cursor.value.as_deref().unwrap_or_default();
            let value = $parse(text).ok_or(diesel::result::Error::NotFound)?;
            query = if ascending {
                query.filter(
                    $column
                        .gt(value.clone())
                        .or($column.eq(value).and($id.gt(cursor.id))),
                )
            } else {
                query.filter(
                    $column
                        .lt(value.clone())
                        .or($column.eq(value).and($id.lt(cursor.id))),
                )
            };
        }
        if ascending {
            query.order(($column.asc(), $id.asc()))
        } else {
            query.order(($column.desc(), $id.desc()))
        }
    }};
}

/// The same for a column that may be NULL. NULL sorts before every value, as both servers do it.
#[macro_export]
macro_rules! keyset_nullable {
    ($query:expr, $list:expr, $column:expr, $id:expr, $parse:expr) => {{
        let mut query = $query;
        let ascending = $list.reads_ascending();
        if let Some(cursor) = $list.cursor() {
            let value = match cursor.value.as_deref() {
                None => None,
                Some(text) => Some($parse(text).ok_or(diesel::result::Error::NotFound)?),
            };
            query = match (value, ascending) {
                (None, true) => query.filter(
                    $column
                        .is_not_null()
                        .or($column.is_null().and($id.gt(cursor.id)))
                        .assume_not_null(),
                ),
                (None, false) => query.filter($column.is_null().and($id.lt(cursor.id))),
                (Some(value), true) => query.filter(
                    $column
                        .gt(value.clone())
                        .or($column.eq(value).and($id.gt(cursor.id)))
                        .assume_not_null(),
                ),
                (Some(value), false) => query.filter(
                    $column
                        .lt(value.clone())
                        .or($column.is_null())
                        .or($column.eq(value).and($id.lt(cursor.id)))
                        .assume_not_null(),
                ),
            };
        }
        if ascending {
            query.order(($column.asc(), $id.asc()))
        } else {
            query.order(($column.desc(), $id.desc()))
        }
    }};
}

/// Narrows a boxed query to one owner's rows, ordered by id from the part's beginning on.
#[macro_export]
macro_rules! keyset_owner {
    ($query:expr, $list:expr, $owner:expr, $id:expr, $part:expr) => {{
        let mut query = match $part.owner {
            Some(owner) => $query.filter($owner.eq(owner)),
            None => $query.filter($owner.is_null()),
        };
        let ascending = $list.reads_ascending();
        if let Some(id) = $part.after {
            query = if ascending {
                query.filter($id.gt(id))
            } else {
                query.filter($id.lt(id))
            };
        }
        let query = query.limit($part.limit);
        if ascending {
            query.order($id.asc())
        } else {
            query.order($id.desc())
        }
    }};
}

/// A pattern for `LIKE` that matches `text` literally anywhere.
pub fn contains(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len() + 2);
    pattern.push('%');
    for c in text.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    #[test]
    fn wildcards_are_taken_literally() {
        assert_eq!(super::contains(r"50%_\"), r"%50\%\_\\%");
    }
}
