//! What somebody wants exported, as it stands in an address.

use super::{Field, Format, Source};
use crate::web::list::ListQuery;
use crate::web::{AppError, FieldErrors, FormData};
use url::form_urlencoded::Serializer;

/// Which rows, which columns, and as what.
#[derive(Clone)]
pub struct Request {
    /// The list.
    pub source: &'static Source,
    /// Its filters and its order.
    pub list: ListQuery,
    /// The columns, in order; at least one.
    pub fields: Vec<&'static Field>,
    /// The kind of file.
    pub format: Format,
}

impl Request {
    /// Reads a query string: the list's own, with `fields` in the order wanted and `format`. Without `fields`, they are
    /// those of the columns that the list shows.
    pub fn parse(source: &'static Source, query: &str) -> Result<(Self, FieldErrors), AppError> {
        let (list, mut errors) = ListQuery::parse(source.base, source.columns, source.sort, query)?;
        let data = FormData::parse(query.as_bytes());
        let mut request = Self {
            fields: shown(source, &list),
            source,
            list,
            format: Format::parse(data.get("format")).unwrap_or(Format::CsvSemicolon),
        };
        if data.has("format") && Format::parse(data.get("format")).is_none() {
            let wrong = crate::i18n::Message::new("common-choose-one");
            errors.entry("format").or_default().push(wrong);
        }
        let mut chosen: Vec<&'static Field> = Vec::new();
        for key in data.all("fields") {
            let known = source.fields.iter().find(|field| field.key == key);
            chosen.extend(known.filter(|field| !chosen.contains(field)));
        }
        if !chosen.is_empty() {
            request.fields = chosen;
        }
        request.shift(data.get("move"));
        Ok((request, errors))
    }

    /// `up.city` or `down.city`: one place earlier or later.
    fn shift(&mut self, step: &str) {
        let Some((way, key)) = step.split_once('.') else {
            return;
        };
        let Some(at) = self.fields.iter().position(|field| field.key == key) else {
            return;
        };
        let to = match way {
            "up" => at.checked_sub(1),
            _ => Some(at + 1).filter(|to| *to < self.fields.len()),
        };
        if let Some(to) = to {
            self.fields.swap(at, to);
        }
    }

    /// The same with the columns that the list shows.
    pub fn with_shown(&self) -> Self {
        Self {
            fields: shown(self.source, &self.list),
            ..self.clone()
        }
    }

    /// The same with every column there is.
    pub fn with_all(&self) -> Self {
        Self {
            fields: self.source.fields.iter().collect(),
            ..self.clone()
        }
    }

    /// The page on which it is chosen.
    pub fn path(&self) -> String {
        format!("/exports{}?{}", self.source.base, self.query())
    }

    /// The file.
    pub fn file_path(&self) -> String {
        format!("/exports{}/file?{}", self.source.base, self.query())
    }

    /// Filters, order and shown columns, without the number of rows a page.
    pub fn list_pairs(&self) -> Vec<(String, String)> {
        let pairs = self.list.pairs_but_position().into_iter();
        pairs.filter(|(name, _)| name != "size").collect()
    }

    fn query(&self) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(self.list_pairs());
        query.append_pair("format", self.format.code());
        for field in &self.fields {
            query.append_pair("fields", field.key);
        }
        query.finish()
    }
}

fn shown(source: &'static Source, list: &ListQuery) -> Vec<&'static Field> {
    let fields = source.fields.iter();
    fields
        .filter(|field| list.shown.contains(&field.shown_with))
        .collect()
}
