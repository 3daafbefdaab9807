//! What is asked for: which records, and what is to be done to them.

use crate::auth::UserId;
use crate::i18n::Message;
use crate::web::list::ListQuery;
use crate::web::record::{Edit, Many, Target};
use crate::web::{AppError, FormData};

/// A bulk change as it was asked for, maybe not wholly yet.
#[derive(Clone, Debug)]
pub(super) struct Order {
    pub target: Target,
    /// One of [`Many::ACTIONS`], or nothing.
    pub action: &'static str,
    /// What was chosen for it.
    pub value: String,
    /// What that comes to; none while something must be chosen.
    pub edit: Option<Edit>,
    /// The list's address, to go back to.
    pub back: String,
    /// The part of the form that names the records.
    pub chosen: Vec<(String, String)>,
}

impl Order {
    /// Reads a form: `id=…` for each record or `all=true`, `query` of the list, `action`, `value`.
    pub fn read<M: Many>(form: &FormData) -> Result<Self, AppError> {
        let kind = M::LIST;
        let query = form.get("query");
        let read = ListQuery::parse(kind.base, kind.columns, kind.default_sort, query);
        let action = M::ACTIONS.iter().find(|a| **a == form.get("action"));
        let is_all = form.get("all") == "true";
        let mut chosen = vec![("query".to_owned(), query.to_owned())];
        let (target, back) = if is_all {
            let (list, errors) = read?;
            // A filter that is not understood would match more than was seen.
            if !errors.is_empty() {
                return Err(AppError::BadRequest(Message::new("errors-broken-address")));
            }
            chosen.push(("all".to_owned(), "true".to_owned()));
            let back = list.path();
            (Target::All(Box::new(list)), back)
        } else {
            let ids = ids(form);
            chosen.extend(ids.iter().map(|id| ("id".to_owned(), id.to_string())));
            let back = read.map_or_else(|_| kind.base.to_owned(), |(list, _)| list.path());
            (Target::Ids(ids), back)
        };
        let (action, value) = (action.copied().unwrap_or_default(), form.get("value"));
        Ok(Self {
            target,
            action,
            value: value.to_owned(),
            edit: edit(action, value),
            back,
            chosen,
        })
    }
}

fn ids(form: &FormData) -> Vec<i64> {
    let mut ids: Vec<i64> = form.all("id").filter_map(|id| id.parse().ok()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn edit(action: &str, value: &str) -> Option<Edit> {
    match (action, value) {
        ("delete", _) => Some(Edit::Delete),
        (_, "") => None,
        ("owner", "none") => Some(Edit::Owner(None)),
        ("owner", id) => Some(Edit::Owner(Some(UserId(id.parse().ok()?)))),
        ("status", code) => Some(Edit::Status(code.to_owned())),
        ("add_tag", id) => Some(Edit::AddTag(id.parse().ok()?)),
        ("remove_tag", id) => Some(Edit::RemoveTag(id.parse().ok()?)),
        _ => None,
    }
}
