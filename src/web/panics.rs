//! A handler that panics answers 500 with a page and is logged; actix alone would close the connection.

use super::AppError;
use actix_web::Error;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;

/// Turns a panic inside into [`AppError::Internal`]. Wrapped around each resource, after routing: only there may the
/// request be held across the call.
pub(super) async fn catch(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let request = req.request().clone();
    match AssertUnwindSafe(next.call(req)).catch_unwind().await {
        Ok(outcome) => outcome.map(ServiceResponse::map_into_boxed_body),
        Err(cause) => {
            let text = cause
                .downcast_ref::<&str>()
                .map(|s| (*s).to_owned())
                .or_else(|| cause.downcast_ref::<String>().cloned())
                .unwrap_or_else(|| "no message".to_owned());
            Ok(ServiceResponse::from_err(
                AppError::internal(format!("panic: {text}")),
                request,
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::routes::route;
    use actix_web::{App, HttpResponse, test};

    async fn stumble() -> HttpResponse {
        panic!("a handler stumbles")
    }

    async fn walk() -> HttpResponse {
        HttpResponse::Ok().finish()
    }

    #[actix_web::test]
    async fn asvs_16_5_4_a_panic_is_answered_and_the_server_goes_on() {
        let app = test::init_service(App::new().configure(|config| {
            route("/stumble").get(stumble).on(config);
            route("/walk").get(walk).on(config);
        }))
        .await;
        for (path, status) in [("/stumble", 500), ("/walk", 200), ("/stumble", 500)] {
            let request = test::TestRequest::get().uri(path).to_request();
            assert_eq!(test::call_service(&app, request).await.status(), status);
        }
    }
}
