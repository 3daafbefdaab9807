//! A saved view.

use crate::audit::{Audited, Facts, Subject, SubjectType};
use crate::auth::{Actor, Role, UserId};
use crate::id_type;
use crate::schema::saved_views;
use crate::web::list::ListKind;
use chrono::NaiveDateTime;
use diesel::mysql::Mysql;
use diesel::prelude::*;
use serde_json::Value;

id_type!(
    /// A row of `saved_views`.
    SavedViewId
);

/// A list's address under a name.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = saved_views, check_for_backend(Mysql))]
pub struct SavedView {
    /// Its id.
    pub id: SavedViewId,
    /// Whose it is.
    pub owner_id: UserId,
    /// The code of its list: `accounts`.
    pub list: String,
    /// What people call it.
    pub name: String,
    /// The list's query string: filters, order and columns, as [`crate::web::list::ListQuery::saved`] writes it.
    pub query: String,
    /// The least role that sees it; none for its owner alone.
    pub shared_with: Option<Role>,
    /// The version that an edit starts from.
    pub version: i32,
    /// When it was last changed.
    pub updated_at: NaiveDateTime,
}

impl SavedView {
    /// Whether this person may rename it, share it and save another question under it: its owner; what is shared is
    /// the managers'.
    pub fn may_be_changed_by(&self, actor: &Actor) -> bool {
        match self.shared_with {
            Some(_) => actor.role >= Role::Manager,
            None => Some(self.owner_id) == actor.user_id,
        }
    }

    /// Whether this person may delete it or take it back: its owner always, and managers what is shared.
    pub fn may_be_withdrawn_by(&self, actor: &Actor) -> bool {
        Some(self.owner_id) == actor.user_id || self.may_be_changed_by(actor)
    }

    /// The address of its list as it was saved.
    pub fn href(&self, lists: &[&'static ListKind]) -> Option<String> {
        href(lists, &self.list, &self.query, self.id)
    }
}

/// The address of a view's list, leaving out what is no more.
pub(super) fn href(
    lists: &[&'static ListKind],
    code: &str,
    query: &str,
    id: SavedViewId,
) -> Option<String> {
    let kind = lists.iter().find(|kind| kind.code == code)?;
    let mut list = kind.read(query).list;
    list.view = Some(id.0);
    Some(list.path())
}

impl Audited for SavedView {
    fn subject(&self) -> Subject {
        Subject::new(SubjectType::SavedView, self.id.0)
    }

    fn facts(&self) -> Facts {
        Facts::from_iter(
            [
                ("owner_id", Value::from(self.owner_id.0)),
                ("list", Value::from(self.list.as_str())),
                ("name", Value::from(self.name.as_str())),
                ("query", Value::from(self.query.as_str())),
                ("shared_with", self.shared_with.map(Role::code).into()),
            ]
            .map(|(name, value)| (name.to_owned(), value)),
        )
    }
}
