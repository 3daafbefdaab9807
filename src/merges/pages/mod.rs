//! HTML handlers: choose the other one, compare, merge, or find that they are two.

mod distinction;
mod merge;

use super::mergeable::Mergeable;
use super::views::{ComparePage, PickPage};
use super::worklist;
use crate::accounts::Accounts;
use crate::audit::SubjectType;
use crate::auth::permissions::EditRecords;
use crate::auth::{Actor, May};
use crate::contacts::Contacts;
use crate::db::Conn;
use crate::i18n::Message;
use crate::web::record::{Field, FormField, Record};
use crate::web::routes::route;
use crate::web::{AppError, FieldErrors, FormData, Shell, State, page};
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use distinction::distinguish;
use merge::{compare_page, merge};

/// Their addresses.
pub(crate) fn routes(config: &mut ServiceConfig) {
    route("/duplicates").get(worklist::index).on(config);
    route("/duplicates/searches")
        .post(worklist::search)
        .on(config);
    route("/accounts/{id}/merge")
        .get(show::<Accounts>)
        .post(merge::<Accounts>)
        .on(config);
    route("/accounts/{id}/distinctions")
        .post(distinguish::<Accounts>)
        .on(config);
    route("/contacts/{id}/merge")
        .get(show::<Contacts>)
        .post(merge::<Contacts>)
        .on(config);
    route("/contacts/{id}/distinctions")
        .post(distinguish::<Contacts>)
        .on(config);
}

/// What the address of a comparison came to.
enum Shown {
    Compare(Box<ComparePage>),
    Pick(Box<PickPage>),
}

/// `GET …/{id}/merge?with=…`
async fn show<R: Mergeable>(
    state: Data<State>,
    who: May<EditRecords>,
    id: Path<i64>,
    req: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let query = FormData::parse(req.query_string().as_bytes());
    let (id, movings) = (*id, state.movings);
    let shown = state.db.run(move |conn| {
        let left = R::seen(conn, &who.actor, R::id(id))?;
        let error = match other::<R>(conn, &who.actor, id, query.get("with"))? {
            Some(Ok(right)) => {
                let sides = [&left, &right];
                let page = compare_page::<R>(conn, &who.actor, who.ui, sides, &movings, &query)?;
                return Ok(Shown::Compare(Box::new(page)));
            }
            Some(Err(message)) => Some(message),
            None => None,
        };
        let page = pick_page::<R>(conn, &who.actor, who.ui, &left, &query, error)?;
        Ok::<_, AppError>(Shown::Pick(Box::new(page)))
    });
    match shown.await? {
        Shown::Compare(compare) => page(&*compare),
        Shown::Pick(pick) => page(&*pick),
    }
}

/// The other record that an address names: nothing, one, or what to write instead.
fn other<R: Mergeable>(
    conn: &mut Conn,
    actor: &Actor,
    id: i64,
    text: &str,
) -> Result<Option<Result<R::Record, Message>>, AppError> {
    let text: String = text.trim().chars().take(230).collect();
    if text.is_empty() {
        return Ok(None);
    }
    let found = match text.parse() {
        Ok(number) => Ok(number),
        Err(_) => R::meant(conn, actor, &text)?,
    };
    Ok(Some(match found {
        Ok(found) if found == id => Err(Message::new("merges-itself")),
        Ok(found) => Ok(R::seen(conn, actor, R::id(found))?),
        Err(message) => Err(message),
    }))
}

fn pick_page<R: Mergeable>(
    conn: &mut Conn,
    actor: &Actor,
    ui: Shell,
    left: &R::Record,
    query: &FormData,
    error: Option<Message>,
) -> Result<PickPage, AppError> {
    let errors = error.map(|message| FieldErrors::from([("with", vec![message])]));
    Ok(PickPage {
        title: ui.t("merges-pick").arg("name", left.name()).to_string(),
        name: left.name(),
        path: left.path(),
        field: FormField {
            field: Field::new("with", R::PICK, R::INPUT).required(),
            options: Vec::new(),
        },
        form: query.view().with_errors(errors.unwrap_or_default()),
        matches: R::alike(conn, actor, left)?,
        ui,
    })
}

/// Where somebody goes on who works the list of likely duplicates off.
fn list_of<R: Mergeable>() -> &'static str {
    match R::SUBJECT {
        SubjectType::Contact => "/duplicates?of=contacts",
        _ => "/duplicates",
    }
}
