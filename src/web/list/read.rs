//! Reading a list's address.

use super::{Column, Condition, Cursor, ListQuery, Position, SIZES};
use crate::fields;
use crate::i18n::Message;
use crate::web::{AppError, FieldErrors, FormData};

impl ListQuery {
    /// Reads a query string. Parameters of no column are ignored; a filter that makes no sense is an error at its
    /// field, and an impossible sort, size or position is a broken address.
    pub fn parse(
        base: &'static str,
        all: &'static [Column],
        default_sort: (&'static str, bool),
        query: &str,
    ) -> Result<(Self, FieldErrors), AppError> {
        let data = FormData::parse(query.as_bytes());
        let mut errors = FieldErrors::new();
        let mut list = Self::new(base, all, default_sort);
        match fields::text::line(data.get("q"), 200) {
            Ok(q) => list.q = q.unwrap_or_default(),
            Err(message) => errors.entry("q").or_default().push(message),
        }
        for column in all.iter().filter(|c| c.filterable) {
            match Condition::read(column, &data) {
                Ok(Some(condition)) => list.conditions.push((column.key, condition)),
                Ok(None) => {}
                Err(message) => {
                    list.misread.extend(typed_into(column, &data));
                    errors.entry(column.key).or_default().push(message);
                }
            }
        }
        list.read_order(&data)?;
        list.position = read_position(&data)?;
        list.view = data.get("view").parse().ok();
        let chosen: Vec<&'static str> = all
            .iter()
            .map(|c| c.key)
            .filter(|key| data.all("columns").any(|c| c == *key))
            .collect();
        if !chosen.is_empty() {
            list.shown = chosen;
        }
        Ok((list, errors))
    }

    fn read_order(&mut self, data: &FormData) -> Result<(), AppError> {
        if data.has("sort") {
            let key = data.get("sort");
            let column = self
                .all
                .iter()
                .find(|c| c.sortable && c.key == key)
                .ok_or_else(broken)?;
            self.sort = column.key;
            self.descending = false;
        }
        match data.get("dir") {
            "" => {}
            "asc" => self.descending = false,
            "desc" => self.descending = true,
            _ => return Err(broken()),
        }
        if data.has("size") {
            let size = data.get("size").parse().ok();
            self.size = size
                .filter(|size| SIZES.contains(size))
                .ok_or_else(broken)?;
        }
        Ok(())
    }
}

fn typed_into(column: &Column, data: &FormData) -> Vec<(String, String)> {
    let names = ["", ".from", ".to", ".mode"].map(|end| format!("{}{end}", column.key));
    let mine = data.pairs().iter().filter(|(name, _)| names.contains(name));
    mine.cloned().collect()
}

fn read_position(data: &FormData) -> Result<Position, AppError> {
    let cursor = |name: &str| Cursor::decode(data.get(name)).ok_or_else(broken);
    if data.has("after") {
        return cursor("after").map(Position::After);
    }
    if data.has("before") {
        return cursor("before").map(Position::Before);
    }
    Ok(if data.get("at") == "last" {
        Position::Last
    } else {
        Position::First
    })
}

fn broken() -> AppError {
    AppError::BadRequest(Message::new("errors-broken-address"))
}
