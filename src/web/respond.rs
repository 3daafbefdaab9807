//! Answers: a page, its moving part, a redirect, and the small parts that ride along.

use super::{AppError, Wants};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header;
use askama::Template;

/// 200 with a whole page.
pub fn page(template: &impl Template) -> Result<HttpResponse, AppError> {
    html(StatusCode::OK, template.render()?)
}

/// A whole page with another status: 422 or 409 with the form again.
pub fn page_with(status: StatusCode, template: &impl Template) -> Result<HttpResponse, AppError> {
    html(status, template.render()?)
}

/// A read: the whole page, or only its moving part (`page.as_list()`) when htmx asks for that.
pub fn page_or_block(
    wants: Wants,
    page: &impl Template,
    block: &impl Template,
) -> Result<HttpResponse, AppError> {
    html(
        StatusCode::OK,
        if wants.fragment() {
            block.render()?
        } else {
            page.render()?
        },
    )
}

/// A form that did not pass: 422 with everything typed, as page or block.
pub fn unprocessable(
    wants: Wants,
    page: &impl Template,
    block: &impl Template,
) -> Result<HttpResponse, AppError> {
    let body = if wants.fragment() {
        block.render()?
    } else {
        page.render()?
    };
    html(StatusCode::UNPROCESSABLE_ENTITY, body)
}

/// A write that leaves the page: 303, or `HX-Location` for htmx (never a 3xx to a partial request, UI rule 13).
pub fn see_other(wants: Wants, path: &str) -> HttpResponse {
    if wants.fragment() {
        HttpResponse::Ok()
            .insert_header(("HX-Location", path))
            .finish()
    } else {
        redirect(path)
    }
}

/// 303 to a path of ours.
pub fn redirect(path: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, path))
        .finish()
}

/// A small part of the page that changes together with the main one: a counter, a toast, the live region.
#[derive(Clone, Debug)]
pub struct Partial {
    /// What it replaces.
    pub target: &'static str,
    /// How.
    pub swap: &'static str,
    /// The markup.
    pub html: String,
}

/// The main part followed by the small ones (UI rule 14).
pub fn partials(
    status: StatusCode,
    main: String,
    parts: &[Partial],
) -> Result<HttpResponse, AppError> {
    let mut body = main;
    for part in parts {
        body.push_str(&format!(
            "<hx-partial hx-target=\"{}\" hx-swap=\"{}\">{}</hx-partial>",
            part.target, part.swap, part.html
        ));
    }
    html(status, body)
}

fn html(status: StatusCode, body: String) -> Result<HttpResponse, AppError> {
    Ok(HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .body(body))
}

/// A form that somebody else was faster with: 409 with both values.
pub fn conflict(
    wants: Wants,
    page: &impl Template,
    block: &impl Template,
) -> Result<HttpResponse, AppError> {
    let body = if wants.fragment() {
        block.render()?
    } else {
        page.render()?
    };
    html(StatusCode::CONFLICT, body)
}

/// Tells the parts of the page that show a record's history that it has grown.
pub fn announce_change(answer: &mut HttpResponse) {
    answer.headers_mut().insert(
        header::HeaderName::from_static("hx-trigger"),
        header::HeaderValue::from_static("record-changed"),
    );
}
