//! A tiny site, good and bad on purpose, that the self tests of the harness visit.
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use actix_web::http::header;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use serde_json::json;

const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'";

const SCRIPT: &str = "setTimeout(() => { document.querySelector('#late').textContent = 'Script ran'; }, 200);
addEventListener('keydown', e => { if (e.ctrlKey && e.key === 'k') document.querySelector('#keys').textContent = 'Palette'; });";

const FORM: &str = r#"<form id="thing" method="post" action="/things" novalidate>
<input type="hidden" name="version" value="7"><p>Remember <b>this</b>.</p>
<label for="name">Name</label> <input id="name" name="name" value="Åsa &amp; Co">
<label for="kind">Kind</label> <select id="kind" name="kind"><option value="a">Association</option><option value="c" selected>Company</option></select>
<label><input type="checkbox" name="tags" value="new" checked> New</label> <label><input type="checkbox" name="tags" value="old"> Old</label>
<label><input type="radio" name="size" value="s"> Small</label> <label><input type="radio" name="size" value="l" checked> Large</label>
<label for="note">Note</label> <textarea id="note" name="note">
two
lines</textarea> <input name="gone" value="1" disabled aria-label="Gone">
<button name="then" value="close">Save</button> <button name="then" value="more">Save and add</button></form>
<label for="mail">E-mail</label> <input id="mail" name="mail" form="thing" value="a@example.org">"#;

/// A running site; it stops with this value.
pub struct Site {
    base: String,
    hits: Arc<AtomicU64>,
    handle: actix_web::dev::ServerHandle,
}

impl Site {
    /// `http://127.0.0.1:PORT`
    pub fn base(&self) -> &str {
        &self.base
    }

    /// How many requests were answered.
    pub fn hits(&self) -> u64 {
        self.hits.load(Ordering::Relaxed)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // Sends the message; nobody needs to wait for the end.
        drop(self.handle.stop(false));
    }
}

/// Serves the site from a thread of its own.
pub fn serve(listener: TcpListener) -> Site {
    let base = format!("http://{}", listener.local_addr().expect("an address"));
    let hits = Arc::new(AtomicU64::new(0));
    let (send, receive) = std::sync::mpsc::channel();
    let counter = hits.clone();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let server = HttpServer::new(move || {
                App::new()
                    .app_data(web::Data::from(counter.clone()))
                    .route("/", web::get().to(home))
                    .route("/things", web::get().to(things))
                    .route("/things", web::post().to(add))
                    .route("/broken", web::get().to(broken))
                    .route(
                        "/s/site.js",
                        web::get().to(async || {
                            HttpResponse::Ok()
                                .content_type("text/javascript")
                                .body(SCRIPT)
                        }),
                    )
                    .route("/out", web::get().to(sign_out))
                    .default_service(web::to(echo))
            });
            let server = server
                .workers(1)
                .disable_signals()
                .listen(listener)
                .expect("listens")
                .run();
            send.send(server.handle()).expect("the test waits");
            server.await
        })
    });
    Site {
        base,
        hits,
        handle: receive.recv().expect("the site starts"),
    }
}

fn page(status: u16, title: &str, main: &str) -> HttpResponse {
    let status = actix_web::http::StatusCode::from_u16(status).expect("a status");
    let body = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title><script src=/s/site.js defer></script></head>\
         <body><main><h1>{title}</h1>{main}<p id=late>No script</p><p id=keys>–</p></main></body></html>"
    );
    HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, CSP))
        .body(body)
}

async fn home(hits: web::Data<AtomicU64>) -> HttpResponse {
    hits.fetch_add(1, Ordering::Relaxed);
    let mut answer = page(
        200,
        "Home",
        &format!("{FORM}<a href='/things?page=2' id=more>Things</a>"),
    );
    let cookie =
        actix_web::cookie::Cookie::parse("__Host-id=one; Path=/; Secure; HttpOnly; SameSite=Lax")
            .expect("a cookie");
    answer.add_cookie(&cookie).expect("a cookie");
    answer
}

async fn things(request: HttpRequest) -> HttpResponse {
    let rows = "<tr id=thing-1><td class=name>Ada</td></tr><tr id=thing-2><td class=name>1\u{a0}000</td></tr>";
    if request
        .headers()
        .get("HX-Request-Type")
        .is_some_and(|kind| kind == "partial")
    {
        let body = format!("{rows}<hx-partial hx-target='#live'>2 found</hx-partial>");
        return HttpResponse::Ok()
            .content_type("text/html; charset=utf-8")
            .body(body);
    }
    page(
        200,
        "Things",
        &format!("<table><caption>Things</caption><tbody>{rows}</tbody></table>"),
    )
}

async fn add(fields: web::Form<Vec<(String, String)>>) -> HttpResponse {
    if fields
        .iter()
        .any(|(name, value)| name == "name" && value.is_empty())
    {
        return page(
            422,
            "Home",
            &format!("<p role=alert>Name is missing</p>{FORM}"),
        );
    }
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields.iter())
        .finish();
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, format!("/things?{query}")))
        .finish()
}

async fn broken() -> HttpResponse {
    page(
        200,
        "Broken",
        "<img src=/s/none.png><script>document.title = 'inline'</script>",
    )
}

async fn sign_out() -> HttpResponse {
    let mut answer = page(200, "Out", "");
    let cookie = actix_web::cookie::Cookie::parse("__Host-id=; Path=/; Secure; Max-Age=0")
        .expect("a cookie");
    answer.add_cookie(&cookie).expect("a cookie");
    answer
}

async fn echo(request: HttpRequest, body: String) -> HttpResponse {
    let headers: Vec<(String, String)> = request
        .headers()
        .iter()
        .map(|(name, value)| {
            (
                name.to_string(),
                value.to_str().unwrap_or_default().to_owned(),
            )
        })
        .collect();
    let headers: serde_json::Map<_, _> = headers
        .into_iter()
        .map(|(name, value)| (name, value.into()))
        .collect();
    HttpResponse::Ok()
        .json(json!({ "method": request.method().as_str(), "headers": headers, "body": body }))
}
