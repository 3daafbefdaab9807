//! Lists in JSON: the same addresses as the pages', `limit` instead of `size`, and links to the pages around.

use super::address;
use crate::db::counting::Count;
use crate::i18n::Message;
use crate::web::list::{Column, Cursor, ListQuery, Position};
use crate::web::{AppError, FieldProblem, FormData, Problem};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Map, Value, json};
use url::form_urlencoded::Serializer;

/// Rows of a page without `limit`, and the most.
pub const LIMITS: (usize, usize) = (25, 200);
/// Reads a list's address. Unknown parameters are refused by name.
pub fn read(
    req: &HttpRequest,
    base: &'static str,
    columns: &'static [Column],
    default_sort: (&'static str, bool),
) -> Result<ListQuery, AppError> {
    let data = FormData::parse(req.query_string().as_bytes());
    let mut problems = address::problems(columns, &data);
    let limit = match data.get("limit") {
        "" if !data.has("limit") => Some(LIMITS.0),
        text => text.parse().ok().filter(|n| (1..=LIMITS.1).contains(n)),
    };
    if limit.is_none() {
        problems.push(FieldProblem::new(
            "limit",
            Message::new("api-limit-wrong").arg("most", LIMITS.1),
        ));
    }
    if !problems.is_empty() {
        return Err(Problem::fields(problems).into());
    }
    let (mut list, errors) = ListQuery::parse(base, columns, default_sort, req.query_string())?;
    problems.extend(super::fields::renamed(&[], errors));
    if !problems.is_empty() {
        return Err(Problem::fields(problems).into());
    }
    list.size = limit.unwrap_or(LIMITS.0);
    Ok(list)
}

/// The list with a column that its rows always have in JSON.
pub fn with_column(list: &ListQuery, key: &'static str) -> ListQuery {
    let mut list = list.clone();
    if !list.shown.contains(&key) {
        list.shown.push(key);
    }
    list
}

/// Whether the caller asks for all rows, one a line.
pub fn wants_lines(req: &HttpRequest) -> bool {
    let accepted = req.headers().get_all(header::ACCEPT);
    let mut accepted = accepted.filter_map(|v| v.to_str().ok());
    accepted.any(|v| v.contains("application/x-ndjson"))
}

/// A page of rows in JSON, each with its place.
pub struct Rows {
    /// In the order asked for.
    pub rows: Vec<(Value, Cursor)>,
    /// Whether there are rows before.
    pub before: bool,
    /// Whether there are rows after.
    pub after: bool,
    /// How many there are.
    pub count: Count,
}

/// The answer: rows, count, and links to the pages around in body and `Link`.
pub fn page(req: &HttpRequest, list: &ListQuery, found: Rows) -> Result<HttpResponse, AppError> {
    let place = |row: Option<&(Value, Cursor)>| row.map(|(_, cursor)| cursor.clone());
    let first = place(found.rows.first()).filter(|_| found.before);
    let last = place(found.rows.last()).filter(|_| found.after);
    let prev = first.map(|cursor| path(&list.at(Position::Before(cursor))));
    let next = last.map(|cursor| path(&list.at(Position::After(cursor))));
    let links = [("prev", &prev), ("next", &next)];
    let links = links.into_iter().filter_map(|(rel, path)| {
        let path = path.as_ref()?;
        Some(format!("<{path}>; rel=\"{rel}\""))
    });
    let links: Vec<String> = links.collect();
    let rows: Vec<Value> = found.rows.into_iter().map(|(row, _)| row).collect();
    let body = json!({
        "data": rows,
        "count": found.count.rows,
        "count_is_exact": !found.count.more,
        "next": next,
        "prev": prev,
    });
    let mut reply = super::Reply::ok(body);
    if !links.is_empty() {
        reply = reply.with("link", links.join(", "));
    }
    super::json(req, &reply)
}

/// The address of exactly this page.
fn path(list: &ListQuery) -> String {
    let mut pairs = list.pairs_but_position();
    pairs.retain(|(name, _)| name != "size");
    if list.size != LIMITS.0 {
        pairs.push(("limit".to_owned(), list.size.to_string()));
    }
    match &list.position {
        Position::After(cursor) => pairs.push(("after".to_owned(), cursor.encode())),
        Position::Before(cursor) => pairs.push(("before".to_owned(), cursor.encode())),
        Position::First | Position::Last => {}
    }
    let query = Serializer::new(String::new()).extend_pairs(pairs).finish();
    format!("{}?{query}", list.base)
}

/// Only the columns that were asked for by name, and the id; all where none was. A column shows what it is made of.
pub fn narrowed(
    list: &ListQuery,
    asked: bool,
    parts: fn(&str) -> &'static [&'static str],
    row: Value,
) -> Value {
    let Value::Object(all) = row else { return row };
    if !asked {
        return Value::Object(all);
    }
    let keep = |name: &str| {
        name == "id"
            || list
                .shown
                .iter()
                .any(|column| *column == name || parts(column).contains(&name))
    };
    let kept: Map<String, Value> = all.into_iter().filter(|(name, _)| keep(name)).collect();
    Value::Object(kept)
}
