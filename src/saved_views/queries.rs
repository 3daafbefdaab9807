//! Reading saved views. Every read starts at [`visible_to`].

use super::model::{SavedView, SavedViewId, href};
use crate::auth::{Actor, Role};
use crate::db::Conn;
use crate::schema::{saved_view_pins, saved_views};
use crate::web::MenuView;
use crate::web::list::ListKind;
use diesel::mysql::Mysql;
use diesel::prelude::*;
use std::collections::HashSet;

/// A query on saved views under construction.
pub type Visible = saved_views::BoxedQuery<'static, Mysql>;

/// More views than anybody reads in a menu.
const MENU_LIMIT: i64 = 200;

/// The views that this person may open: their own, and those shared with their role.
pub fn visible_to(actor: &Actor) -> Visible {
    let roles: Vec<Role> = Role::ALL
        .iter()
        .copied()
        .filter(|role| *role <= actor.role)
        .collect();
    let shared = saved_views::shared_with.eq_any(roles).assume_not_null();
    let query = saved_views::table.filter(saved_views::deleted_at.is_null());
    match actor.user_id {
        Some(me) => query
            .filter(saved_views::owner_id.eq(me).or(shared))
            .into_boxed(),
        None => query.filter(shared).into_boxed(),
    }
}

/// A view that this person may open, for use wherever a filter is: its list's slice reads
/// [`SavedView::query`] with [`ListKind::read`] and asks for the rows as the reader.
pub fn find(conn: &mut Conn, actor: &Actor, id: SavedViewId) -> QueryResult<SavedView> {
    visible_to(actor)
        .filter(saved_views::id.eq(id))
        .select(SavedView::as_select())
        .first(conn)
}

/// Whether there was a view with this id that has been deleted.
pub(super) fn was_deleted(conn: &mut Conn, id: SavedViewId) -> QueryResult<bool> {
    let gone = saved_views::table
        .find(id)
        .filter(saved_views::deleted_at.is_not_null());
    diesel::select(diesel::dsl::exists(gone)).get_result(conn)
}

/// Waits for its turn to change a view.
pub(super) fn lock(conn: &mut Conn, id: SavedViewId) -> QueryResult<()> {
    saved_views::table
        .find(id)
        .select(saved_views::id)
        .for_update()
        .first::<SavedViewId>(conn)
        .map(drop)
}

/// The views that this person may open, by list and name.
pub(super) fn all(conn: &mut Conn, actor: &Actor) -> QueryResult<Vec<SavedView>> {
    visible_to(actor)
        .order((saved_views::list, saved_views::name, saved_views::id))
        .limit(MENU_LIMIT)
        .select(SavedView::as_select())
        .load(conn)
}

/// Which of the views are in this person's menu.
pub(super) fn pinned(conn: &mut Conn, actor: &Actor) -> QueryResult<HashSet<SavedViewId>> {
    let Some(me) = actor.user_id else {
        return Ok(HashSet::new());
    };
    let ids: Vec<SavedViewId> = saved_view_pins::table
        .filter(saved_view_pins::user_id.eq(me))
        .select(saved_view_pins::view_id)
        .load(conn)?;
    Ok(ids.into_iter().collect())
}

/// The views that the frame of a page offers, with their addresses: one statement.
pub fn menu(
    conn: &mut Conn,
    actor: &Actor,
    lists: &[&'static ListKind],
) -> QueryResult<Vec<MenuView>> {
    let Some(me) = actor.user_id else {
        return Ok(Vec::new());
    };
    let pins = saved_view_pins::table.filter(saved_view_pins::user_id.eq(me));
    let rows: Vec<(SavedViewId, String, String, String, bool)> = visible_to(actor)
        .order((saved_views::name, saved_views::id))
        .limit(MENU_LIMIT)
        .select((
            saved_views::id,
            saved_views::list,
            saved_views::name,
            saved_views::query,
            saved_views::id.eq_any(pins.select(saved_view_pins::view_id)),
        ))
        .load(conn)?;
    let shown = |(id, list, name, query, pinned): (SavedViewId, String, String, String, bool)| {
        let base = lists.iter().find(|kind| kind.code == list)?.base;
        Some(MenuView {
            id: id.0,
            list: base,
            name,
            href: href(lists, &list, &query, id)?,
            pinned,
        })
    };
    Ok(rows.into_iter().filter_map(shown).collect())
}

/// Id and name of views, deleted ones too: for history.
pub fn names(conn: &mut Conn, ids: &[i64]) -> QueryResult<Vec<(i64, String)>> {
    saved_views::table
        .filter(saved_views::id.eq_any(ids))
        .select((saved_views::id, saved_views::name))
        .load::<(i64, String)>(conn)
}

/// Whether a view is in this person's menu.
pub(super) fn is_pinned(conn: &mut Conn, actor: &Actor, id: SavedViewId) -> QueryResult<bool> {
    let Some(me) = actor.user_id else {
        return Ok(false);
    };
    let pin = saved_view_pins::table.find((me, id));
    diesel::select(diesel::dsl::exists(pin)).get_result(conn)
}
