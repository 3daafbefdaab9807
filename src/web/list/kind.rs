//! A list as slices know it that do not stand on it: saved views, bulk changes.

use super::{Column, ListQuery};
use crate::web::FormData;
use url::form_urlencoded::Serializer;

/// A list of records. Slices declare theirs and `app.rs` lists them.
#[derive(Debug)]
pub struct ListKind {
    /// Its name in the database.
    pub code: &'static str,
    /// Its own path.
    pub base: &'static str,
    /// The catalogue's key of its name.
    pub title: &'static str,
    /// Every column.
    pub columns: &'static [Column],
    /// Its order until somebody chooses one: column and whether descending.
    pub default_sort: (&'static str, bool),
}

/// A stored query string as it can be read today.
#[derive(Clone, Debug)]
pub struct ReadAgain {
    /// The list.
    pub list: ListQuery,
    /// The names of what it asks for that is no more: columns, filters.
    pub lost: Vec<String>,
}

impl ListKind {
    /// Reads a query string that was stored earlier. What is no more (a column, a filter) is left out and named, never
    /// an error.
    pub fn read(&self, query: &str) -> ReadAgain {
        let data = FormData::parse(query.as_bytes());
        let mut lost = Vec::new();
        let mut kept = Serializer::new(String::new());
        for (name, value) in data.pairs() {
            if let Some(gone) = self.gone(name, value) {
                if !gone.is_empty() && !lost.contains(&gone) {
                    lost.push(gone);
                }
            } else if name != "dir" || self.gone("sort", data.get("sort")).is_none() {
                kept.append_pair(name, value);
            }
        }
        let read = ListQuery::parse(self.base, self.columns, self.default_sort, &kept.finish());
        match read {
            Ok((list, errors)) => {
                lost.extend(errors.keys().map(|name| (*name).to_owned()));
                ReadAgain { list, lost }
            }
            Err(_) => ReadAgain {
                list: ListQuery::new(self.base, self.columns, self.default_sort),
                lost: vec![query.to_owned()],
            },
        }
    }

    /// The name of the column that a pair of an address needs and that is no more.
    fn gone(&self, name: &str, value: &str) -> Option<String> {
        let column = |key: &str| self.columns.iter().find(|c| c.key == key);
        match name {
            "q" | "dir" => None,
            // A page, its size and the view itself belong to no stored view.
            "after" | "before" | "at" | "size" | "view" => Some(String::new()),
            "columns" => column(value).is_none().then(|| value.to_owned()),
            "sort" => column(value)
                .is_none_or(|c| !c.sortable)
                .then(|| value.to_owned()),
            _ => {
                let key = name.split('.').next().unwrap_or(name);
                column(key)
                    .is_none_or(|c| !c.filterable)
                    .then(|| key.to_owned())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::ColumnKind;
    use super::*;

    const COLUMNS: &[Column] = &[
        Column::new("name", "common-role", ColumnKind::Text).shown(),
        Column::new("city", "common-field", ColumnKind::Text),
    ];
    const LIST: ListKind = ListKind {
        code: "things",
        base: "/things",
        title: "common-filter",
        columns: COLUMNS,
        default_sort: ("name", false),
    };

    #[test]
    fn what_is_no_more_is_left_out_and_named() {
        let read = LIST.read("city=lund&colour=red&sort=size&dir=desc&columns=name&columns=age");
        assert_eq!(read.list.path(), "/things?city=lund");
        assert_eq!(read.lost, ["colour", "size", "age"]);
    }

    #[test]
    fn a_stored_query_comes_back_as_it_was_without_page_and_size() {
        let read = LIST.read("q=a%26b&city.is=empty&sort=city&dir=desc&size=50&at=last&view=3");
        assert_eq!(
            read.list.saved(),
            "q=a%26b&city.is=empty&sort=city&dir=desc"
        );
        assert!(read.lost.is_empty());
    }
}
