//! The static files: embedded in the program, served under an address that changes with their content.

use super::routes::route;
use actix_web::{HttpResponse, http::header, web};
use sha2::{Digest, Sha256};
use std::{fmt::Write, sync::LazyLock};

/// A file of `static/` as the program carries it.
struct Asset {
    name: &'static str,
    content_type: &'static str,
    body: &'static [u8],
}

macro_rules! asset {
    ($name:literal, $content_type:literal) => {
        Asset {
            name: $name,
            content_type: $content_type,
            body: include_bytes!(concat!("../../static/", $name)),
        }
    };
}

static ASSETS: [Asset; 6] = [
    asset!("app.css", "text/css; charset=utf-8"),
    asset!("app.js", "text/javascript; charset=utf-8"),
    asset!("htmx.min.js", "text/javascript; charset=utf-8"),
    asset!("hx-preload.min.js", "text/javascript; charset=utf-8"),
    asset!("icons.svg", "image/svg+xml; charset=utf-8"),
    asset!("favicon.svg", "image/svg+xml; charset=utf-8"),
];

static URLS: LazyLock<Vec<(&'static str, String)>> = LazyLock::new(|| {
    let url = |asset: &Asset| format!("/s/{}?v={}", asset.name, short_hash(&[asset.body]));
    ASSETS
        .iter()
        .map(|asset| (asset.name, url(asset)))
        .collect()
});

static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut parts: Vec<&[u8]> = ASSETS.iter().map(|asset| asset.body).collect();
    parts.push(env!("CARGO_PKG_VERSION").as_bytes());
    short_hash(&parts)
});

/// The address of a static file: `/s/app.css?v=HASH`. A name that does not exist gives an address that answers 404.
pub fn url(name: &str) -> String {
    let known = URLS.iter().find(|(known, _)| *known == name);
    known.map_or_else(|| format!("/s/{name}"), |(_, url)| url.clone())
}

/// What release this is, for `X-App-Version`: it changes when any static file or the package version does.
pub fn version() -> &'static str {
    &VERSION
}

/// The route of the static files.
pub fn routes(config: &mut web::ServiceConfig) {
    route("/s/{name}").get(serve).on(config);
}

/// Answers a static file for good: whoever has the address has the content.
pub async fn serve(name: web::Path<String>) -> HttpResponse {
    match ASSETS.iter().find(|asset| asset.name == name.as_str()) {
        Some(asset) => HttpResponse::Ok()
            .insert_header((header::CONTENT_TYPE, asset.content_type))
            .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
            .body(asset.body),
        None => HttpResponse::NotFound().finish(),
    }
}

fn short_hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    let mut text = String::with_capacity(10);
    for byte in hasher.finalize().iter().take(5) {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::{App, test};

    #[actix_web::test]
    async fn a_file_is_served_for_good_with_its_type() {
        let app = test::init_service(App::new().configure(routes)).await;
        for asset in &ASSETS {
            let request = test::TestRequest::get().uri(&url(asset.name)).to_request();
            let answer = test::call_service(&app, request).await;
            assert_eq!(answer.status(), 200);
            assert_eq!(
                answer.headers().get("content-type").unwrap(),
                asset.content_type
            );
            assert_eq!(
                answer.headers().get("cache-control").unwrap(),
                "public, max-age=31536000, immutable"
            );
        }
    }

    #[actix_web::test]
    async fn an_unknown_file_is_not_found() {
        let app = test::init_service(App::new().configure(routes)).await;
        let request = test::TestRequest::get().uri("/s/passwd").to_request();
        assert_eq!(test::call_service(&app, request).await.status(), 404);
    }

    #[actix_web::test]
    async fn the_vendored_scripts_are_the_pinned_ones() {
        for line in include_str!("../../static/vendor.sha256").lines() {
            let (pinned, name) = line.split_once("  ").unwrap();
            let asset = ASSETS.iter().find(|asset| asset.name == name).unwrap();
            let hash: String = Sha256::digest(asset.body)
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            assert_eq!(hash, pinned, "{name} is not the file that was reviewed");
        }
    }

    #[actix_web::test]
    async fn addresses_carry_the_hash_of_the_content() {
        assert!(url("app.css").starts_with("/s/app.css?v="));
        assert_ne!(
            url("app.css").split('=').nth(1),
            url("app.js").split('=').nth(1)
        );
        assert_eq!(version().len(), 10);
    }
}
