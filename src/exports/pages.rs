//! Choosing what to export, and the file.

use super::views::ExportPage;
use super::{Request, SOURCES, Source, stream};
use crate::auth::permissions::ExportRecords;
use crate::auth::{May, people};
use crate::i18n::Message;
use crate::web::routes::route;
use crate::web::{AppError, FormData, State, Wants, redirect};
use actix_web::http::{Method, StatusCode};
use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

/// Their addresses: two for each list.
pub fn routes(config: &mut ServiceConfig) {
    route("/exports/accounts").get(choose).on(config);
    route("/exports/accounts/file").get(file).on(config);
    route("/exports/contacts").get(choose).on(config);
    route("/exports/contacts/file").get(file).on(config);
}

/// The list that the address is about.
fn source(req: &HttpRequest) -> Result<&'static Source, AppError> {
    let name = req.path().split('/').nth(2);
    let found = SOURCES.into_iter().find(|source| Some(source.name) == name);
    found.ok_or(AppError::NotFound)
}

/// `GET /exports/accounts`: the same query string as the list's, with `fields` and `format`.
async fn choose(
    state: Data<State>,
    who: May<ExportRecords>,
    req: HttpRequest,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (request, errors) = Request::parse(source(&req)?, req.query_string())?;
    if !errors.is_empty() {
        return Err(broken());
    }
    let has_moved = FormData::parse(req.query_string().as_bytes()).has("move");
    if has_moved && !wants.fragment() {
        return Ok(redirect(&request.path()));
    }
    show(&state, who, request, (StatusCode::OK, None), wants).await
}

/// `GET /exports/accounts/file`: the file, streamed. One at a time for each person.
async fn file(
    state: Data<State>,
    who: May<ExportRecords>,
    req: HttpRequest,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (request, errors) = Request::parse(source(&req)?, req.query_string())?;
    if !errors.is_empty() {
        return Err(broken());
    }
    if req.method() == Method::HEAD {
        return Ok(HttpResponse::Ok()
            .content_type(request.format.media_type())
            .finish());
    }
    let person = who.actor.user_id.map_or(0, |id| id.0);
    let Some(turn) = state.turns.take(person) else {
        let notice = Some(Message::new("exports-one-at-a-time"));
        return show(&state, who, request, (StatusCode::CONFLICT, notice), wants).await;
    };
    let reader = (who.ui.lang, who.ui.zone());
    stream::answer(&state, who.actor, request, reader, turn).await
}

async fn show(
    state: &State,
    who: May<ExportRecords>,
    request: Request,
    (status, notice): (StatusCode, Option<Message>),
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    let (actor, zone, asked) = (who.actor, who.ui.zone(), request.clone());
    let (count, people, tags) = state
        .db
        .run(move |conn| {
            let count = (asked.source.count)(conn, &actor, &asked.list, zone)?;
            let around = (people::owners(conn)?, crate::tags::all(conn)?);
            Ok::<_, diesel::result::Error>((count, around.0, around.1))
        })
        .await?;
    let page = ExportPage::new(who.ui, &request, count, notice, (&people, &tags));
    respond(&page, &request, status, wants)
}

fn respond(
    page: &ExportPage,
    request: &Request,
    status: StatusCode,
    wants: Wants,
) -> Result<HttpResponse, AppError> {
    use askama::Template;
    let mut answer = HttpResponse::build(status);
    answer.content_type("text/html; charset=utf-8");
    if !wants.fragment() {
        return Ok(answer.body(page.render()?));
    }
    answer.insert_header(("HX-Replace-Url", request.path()));
    Ok(answer.body(page.as_form().render()?))
}

fn broken() -> AppError {
    AppError::BadRequest(Message::new("errors-broken-address"))
}
