//! Whether the program lives, and whether it can serve.

use crate::db::migrations;
use crate::i18n::Message;
use crate::web::routes::route;
use crate::web::{AppError, Problem, State};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, ServiceConfig};
use serde_json::{Value, json};

/// Its addresses.
pub fn api_routes(config: &mut ServiceConfig) {
    route("/api/health").get(show).on(config);
    route("/api/ready").get(ready).on(config);
}

/// `GET /api/health`: it lives. Touches nothing.
async fn show(state: Data<State>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/json; charset=utf-8")
        .body(about(&state).to_string())
}

fn about(state: &State) -> Value {
    json!({
        "ok": true,
        "service": "minimata",
        "version": env!("CARGO_PKG_VERSION"),
        "ts": state.clock.now().and_utc().to_rfc3339(),
    })
}

/// `GET /api/ready`: database, schema and disk are as they should be, or 503 that says which is not.
async fn ready(state: Data<State>) -> Result<HttpResponse, AppError> {
    let database = state.db.run(migrations::is_current).await;
    let schema = match &database {
        Ok(current) => *current,
        // Nobody can tell.
        Err(_) => true,
    };
    let checks = json!({
        "database": database.is_ok(),
        "migrations": database.is_ok() && schema,
        "disk": disk(&state),
    });
    if checks
        .as_object()
        .is_some_and(|all| all.values().all(|ok| *ok == true))
    {
        let mut body = about(&state);
        body["checks"] = checks;
        return Ok(HttpResponse::Ok()
            .content_type("application/json; charset=utf-8")
            .body(body.to_string()));
    }
    let detail = match (&database, schema) {
        (Err(_), _) => "api-not-ready-database",
        (_, false) => "api-not-ready-migrations",
        _ => "api-not-ready-disk",
    };
    let status = StatusCode::SERVICE_UNAVAILABLE;
    let detail = Message::new(detail);
    Err(
        Problem::new("not-ready", status, "errors-busy-title", detail)
            .with("checks", checks)
            .into(),
    )
}

/// Whether something can be written where the private database and the session key are. A program that keeps nothing on
/// this machine needs no disk.
fn disk(state: &State) -> bool {
    let config = &state.config;
    if config.database.is_some() && config.session_key.is_some() {
        return true;
    }
    let probe = config
        .data_dir
        .join(format!(".ready-{:016x}", rand::random::<u64>()));
    let written = std::fs::write(&probe, [0_u8; 4096]);
    let removed = std::fs::remove_file(&probe);
    if let Err(error) = written.and(removed) {
        log::error!("{} cannot be written: {error}", config.data_dir.display());
        return false;
    }
    true
}
