//! Answering with a list.

use super::ListView;
use crate::web::{AppError, Shell, Wants};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

/// The page, or its moving part with the count said aloud. A filter form sends every field: its address is put right
/// for the history. A filter that makes no sense is 422, with what was typed.
pub fn respond(
    wants: Wants,
    req: &HttpRequest,
    list: &ListView,
    ui: &Shell,
    page: &impl Template,
    block: &impl Template,
) -> Result<HttpResponse, AppError> {
    let status = if list.form.any_error() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let mut answer = HttpResponse::build(status);
    answer.content_type("text/html; charset=utf-8");
    if !wants.fragment() {
        return Ok(answer.body(page.render()?));
    }
    if req
        .uri()
        .path_and_query()
        .is_some_and(|asked| asked.as_str() != list.path)
        && status.is_success()
    {
        answer.insert_header(("HX-Replace-Url", list.path.as_str()));
    }
    let mut body = block.render()?;
    let said = askama::filters::escape(&list.pager.count, askama::filters::Html)
        .map_err(AppError::internal)?;
    body.push_str(&format!(
        "<hx-partial hx-target=\"#live\" hx-swap=\"innerHTML\">{said}</hx-partial>"
    ));
    if !list.export.is_empty() {
        let href = askama::filters::escape(&list.export, askama::filters::Html)
            .map_err(AppError::internal)?;
        let label = ui.t("exports-export");
        body.push_str(&format!(
            "<hx-partial hx-target=\"#export-link\" hx-swap=\"outerHTML\"><a class=\"btn\" id=\"export-link\" href=\"{href}\">{label}</a></hx-partial>"
        ));
    }
    for (_, message) in list.form.all_errors() {
        let said = ui.say(message);
        let text =
            askama::filters::escape(&said, askama::filters::Html).map_err(AppError::internal)?;
        body.push_str(&format!(
            "<hx-partial hx-target=\"#toasts\" hx-swap=\"beforeend\"><div class=\"toast error\" role=\"alert\"><p>{text}</p></div></hx-partial>"
        ));
    }
    Ok(answer.body(body))
}
