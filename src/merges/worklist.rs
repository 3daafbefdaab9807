//! Likely duplicates over the whole register, to be worked off one by one.

use super::finding::FIND_DUPLICATES_NOW;
use super::mergeable::Mergeable;
use crate::accounts::Accounts;
use crate::audit::SubjectType;
use crate::auth::permissions::EditRecords;
use crate::auth::{Actor, May};
use crate::contacts::Contacts;
use crate::db::Conn;
use crate::duplicates::{self, ListPlace as Place, Reason};
use crate::jobs;
use crate::web::{AppError, FormData, Shell, State, Wants, page, see_other, session};
use actix_session::Session;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use std::collections::BTreeSet;

/// Pairs on a page.
const PAGE: usize = 25;

/// One of the two of a pair.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub id: i64,
    pub name: String,
    pub path: String,
    pub detail: String,
}

/// Two that may be one.
struct Pair {
    one: Named,
    other: Named,
    reasons: String,
}

impl Pair {
    fn both(&self) -> [&Named; 2] {
        [&self.one, &self.other]
    }
}

#[derive(Template)]
#[template(path = "merges/worklist.html")]
struct Worklist {
    ui: Shell,
    of_contacts: bool,
    pairs: Vec<Pair>,
    /// This list from its beginning, where this page is not that.
    first: Option<String>,
    next: Option<String>,
}

/// `GET /duplicates?of=contacts&after=…`
pub(super) async fn index(
    state: Data<State>,
    who: May<EditRecords>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let query = FormData::parse(req.query_string().as_bytes());
    let (of_contacts, after) = (query.get("of") == "contacts", place(query.get("after")));
    let list = state.db.run(move |conn| match of_contacts {
        true => load::<Contacts>(conn, &who.actor, who.ui, after),
        false => load::<Accounts>(conn, &who.actor, who.ui, after),
    });
    page(&list.await?)
}

/// `POST /duplicates/searches`: looks again now.
pub(super) async fn search(
    state: Data<State>,
    who: May<EditRecords>,
    session: Session,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let now = state.clock.now();
    let put = state
        .db
        .run(move |conn| Ok::<_, AppError>(jobs::enqueue(conn, &FIND_DUPLICATES_NOW, "", now)?));
    put.await?;
    state.jobs.ring();
    let said = who.ui.t("merges-looking").to_string();
    session::flash(&session, "success", said);
    Ok(see_other(wants, "/duplicates"))
}

/// `3.12.40` as the place after which a page begins.
fn place(text: &str) -> Option<Place> {
    let mut parts = text.splitn(3, '.');
    let mut next = || parts.next()?.parse::<i64>().ok();
    let (weight, low, high) = (next()?, next()?, next()?);
    Some((i32::try_from(weight).ok()?, low, high))
}

fn load<R: Mergeable>(
    conn: &mut Conn,
    actor: &Actor,
    ui: Shell,
    after: Option<Place>,
) -> Result<Worklist, AppError> {
    let most = i64::try_from(PAGE + 1).unwrap_or(26);
    let mut likely = duplicates::likely(conn, R::SUBJECT, after, most)?;
    let more = likely.len() > PAGE;
    likely.truncate(PAGE);
    let ids: BTreeSet<i64> = likely
        .iter()
        .flat_map(|pair| [pair.low, pair.high])
        .collect();
    let named = R::named(conn, actor, &ids.into_iter().collect::<Vec<_>>())?;
    let find = |id: i64| named.iter().find(|named| named.id == id).cloned();
    let of_contacts = R::SUBJECT == SubjectType::Contact;
    let own = if of_contacts {
        "/duplicates?of=contacts"
    } else {
        "/duplicates?of=accounts"
    };
    let last = likely.last().filter(|_| more).map(|pair| pair.place);
    let next = last.map(|(weight, low, high)| format!("{own}&after={weight}.{low}.{high}"));
    // One of them may have been deleted or merged since.
    let living = likely.iter().filter_map(|pair| {
        Some(Pair {
            one: find(pair.low)?,
            other: find(pair.high)?,
            reasons: words(&ui, &pair.reasons),
        })
    });
    Ok(Worklist {
        pairs: living.collect(),
        first: after.map(|_| own.to_owned()),
        next,
        of_contacts,
        ui,
    })
}

fn words(ui: &Shell, reasons: &[Reason]) -> String {
    // Where the names are the same, that they are alike says nothing.
    let told = reasons.iter().filter(|reason| {
        **reason != Reason::AlikeInCity || !reasons.contains(&Reason::NameAndCity)
    });
    let words: Vec<String> = told
        .map(|reason| ui.t(reason.label()).to_string())
        .collect();
    words.join(", ")
}
