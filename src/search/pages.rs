//! `GET /search?q=…`: the page, and the part of it that appears under the box while somebody types.

use super::hits::Group;
use super::recent::{self, Recent};
use super::views::{Palette, SearchPage};
use super::{few, records};
use crate::auth::permissions::ReadRecords;
use crate::auth::{Actor, May};
use crate::db::Conn;
use crate::search_index::Query;
use crate::web::routes::route;
use crate::web::{AppError, FormData, Shell, State, Wants, page};
use crate::{accounts, contacts};
use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use diesel::QueryResult;

/// Things of each kind on the page, and under the box.
const ON_PAGE: usize = 20;
const UNDER_BOX: usize = 5;
/// Characters that are looked for; nobody types more.
const TYPED_MAX: usize = 200;

/// Its address.
pub fn routes(config: &mut ServiceConfig) {
    route("/search").get(search).on(config);
}

async fn search(
    state: Data<State>,
    who: May<ReadRecords>,
    req: HttpRequest,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let asked = FormData::parse(req.query_string().as_bytes());
    let typed: String = asked.get("q").trim().chars().take(TYPED_MAX).collect();
    let most = if wants.fragment() { UNDER_BOX } else { ON_PAGE };
    let (ui, typed, groups) = state
        .db
        .run(move |conn| {
            let recent = recent::of(conn, &who.actor)?;
            let groups = match typed.is_empty() {
                true => vec![lately(conn, &who.actor, &recent, most)?],
                false => found(conn, &who.actor, &who.ui, &typed, &recent, most)?,
            };
            let some = |group: &Group| !group.hits.is_empty();
            let groups: Vec<Group> = groups.into_iter().filter(some).collect();
            QueryResult::Ok((who.ui, typed, groups))
        })
        .await?;
    match wants.fragment() {
        true => page(&Palette { ui, typed, groups }),
        false => page(&SearchPage { ui, typed, groups }),
    }
}

/// Everything that fits, the kind with the best of it first.
fn found(
    conn: &mut Conn,
    actor: &Actor,
    ui: &Shell,
    typed: &str,
    recent: &Recent,
    most: usize,
) -> QueryResult<Vec<Group>> {
    let readings = Query::readings(typed);
    let mut groups = vec![
        records::accounts(conn, actor, typed, recent, most)?,
        records::contacts(conn, actor, typed, recent, most)?,
        few::kpis(conn, actor, &readings, most)?,
        few::tags(conn, &readings, most)?,
        few::places(ui, &readings, most),
    ];
    groups.sort_by_key(|group| group.best().map_or(usize::MAX, |rank| rank.level as usize));
    Ok(groups)
}

/// What the person worked with lately, before anything is typed.
fn lately(conn: &mut Conn, actor: &Actor, recent: &Recent, most: usize) -> QueryResult<Group> {
    let nothing = Query::default();
    let accounts = accounts::queries::rows(conn, actor, &recent.accounts)?;
    let contacts = contacts::queries::rows(conn, actor, &recent.contacts)?;
    let details = records::contact_details(conn, actor, &contacts)?;
    let people = contacts.iter().zip(&details);
    let people = people.map(|(row, beside)| records::contact(row, beside, &nothing));
    let organisations = accounts.iter().map(|row| records::account(row, &nothing));
    Ok(Group {
        code: "recent",
        title: "search-recent",
        hits: organisations.take(most).chain(people.take(most)).collect(),
        more: String::new(),
    })
}
