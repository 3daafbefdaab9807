//! Whether the program serves: liveness only, without touching the database.

use crate::web::State;
use crate::web::routes::route;
use actix_web::HttpResponse;
use actix_web::web::{Data, ServiceConfig};

/// Its addresses.
pub fn routes(config: &mut ServiceConfig) {
    route("/api/health").get(show).on(config);
}

async fn show(state: Data<State>) -> HttpResponse {
    HttpResponse::Ok().json(serde_json::json!({
        "ok": true,
        "service": "minimata",
        "version": env!("CARGO_PKG_VERSION"),
        "ts": state.clock.now().and_utc().to_rfc3339(),
    }))
}
