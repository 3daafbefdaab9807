//! An HTTP client that behaves like a browser without JavaScript, or, with `htmx()`, like htmx in one.
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use url::Url;

use super::answer::Answer;
use super::form::Form;
use super::jar::Jar;
use super::{html, wire};

/// How requests are made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Plain,
    Htmx,
    Boosted,
}

/// What one visitor's windows share: cookies, and what is on the screen.
#[derive(Clone, Default)]
struct Window {
    jar: Jar,
    /// The address in the address bar.
    address: Option<Url>,
    /// The newest HTML, page or fragment: where links and forms are looked for.
    shown: Option<(Url, String)>,
}

/// A visitor. Clones, `htmx()` and `boosted()` are the same visitor; `fork()` is another with copied cookies.
#[derive(Clone)]
pub struct Browser {
    base: Url,
    agent: ureq::Agent,
    window: Arc<Mutex<Window>>,
    mode: Mode,
    extra: Vec<(String, String)>,
}

impl Browser {
    /// A visitor without cookies.
    pub fn new(base: &str) -> Browser {
        let config = ureq::Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .timeout_global(Some(Duration::from_secs(30)));
        Browser {
            base: Url::parse(base).expect("a base address"),
            agent: config.build().into(),
            window: Arc::default(),
            mode: Mode::Plain,
            extra: vec![("Accept-Language".to_owned(), "en".to_owned())],
        }
    }

    /// The same visitor, asking as htmx does for a part of the page.
    pub fn htmx(&self) -> Browser {
        Browser {
            mode: Mode::Htmx,
            ..self.clone()
        }
    }

    /// The same visitor without htmx again.
    pub fn plain(&self) -> Browser {
        Browser {
            mode: Mode::Plain,
            ..self.clone()
        }
    }

    /// The same visitor, following links and forms under `hx-boost`.
    pub fn boosted(&self) -> Browser {
        Browser {
            mode: Mode::Boosted,
            ..self.clone()
        }
    }

    /// The same visitor with one header more (or another `Accept-Language`) on every request.
    pub fn with_header(&self, name: &str, value: &str) -> Browser {
        let mut extra = self.extra.clone();
        extra.retain(|(key, _)| !key.eq_ignore_ascii_case(name));
        extra.push((name.to_owned(), value.to_owned()));
        Browser {
            extra,
            ..self.clone()
        }
    }

    /// Another visitor who has stolen this one's cookies.
    pub fn fork(&self) -> Browser {
        Browser {
            window: Arc::new(Mutex::new(self.window().clone())),
            ..self.clone()
        }
    }

    /// Follows a link by its address.
    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, None)
    }

    /// `get`, which must answer 200.
    #[track_caller]
    pub fn open(&self, path: &str) -> Answer {
        let answer = self.get(path);
        answer.assert_status(200);
        answer
    }

    /// Posts fields of its own choice, as a browser posts a form.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.ask(
            "POST",
            path,
            Some(("application/x-www-form-urlencoded", body.into_bytes())),
        )
    }

    /// Follows the one link on the page with this text or selector.
    #[track_caller]
    pub fn click(&self, target: &str) -> Answer {
        let (url, body) = self.shown();
        let page = html::parse(&body);
        let links = html::all(
            &page,
            if html::is_text(target) {
                "a[href]"
            } else {
                target
            },
        );
        let fits = |link: &scraper::ElementRef<'_>| {
            !html::is_text(target)
                || html::text(*link) == target
                || link.attr("aria-label") == Some(target)
        };
        let mut found: Vec<_> = links
            .into_iter()
            .filter(fits)
            .filter_map(|link| link.attr("href"))
            .collect();
        found.dedup();
        assert_eq!(found.len(), 1, "links {target:?} on {url}: {found:?}");
        let to = url.join(found[0]).expect("a link to an address");
        assert_eq!(
            to.origin(),
            self.base.origin(),
            "{target:?} leads to another site: {to}"
        );
        self.get(&to[url::Position::BeforePath..])
    }

    /// The one form on the page that matches, with the values it shows.
    #[track_caller]
    pub fn form(&self, css: &str) -> Form {
        let (url, body) = self.shown();
        Form::read(self.clone(), &url, &body, css)
    }

    /// Fills some fields of a form and presses its first button.
    #[track_caller]
    pub fn submit(&self, css: &str, values: &[(&str, &str)]) -> Answer {
        values
            .iter()
            .fold(self.form(css), |form, (name, value)| form.fill(name, value))
            .submit()
    }

    /// A request with exactly these headers (and the visitor's cookies, unless `Cookie` is among them).
    pub fn raw(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let headers = headers
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        self.send(method, self.resolve(path), headers, Some(body.to_vec()))
    }

    /// How many bytes the body has on the wire, compressed.
    pub fn compressed_size(&self, path: &str) -> usize {
        let url = self.resolve(path);
        let mut headers = self.usual_headers("GET");
        headers.extend(
            self.window()
                .jar
                .header(url.path())
                .map(|cookies| ("Cookie".to_owned(), cookies)),
        );
        wire::compressed_size(self.base.as_str().trim_end_matches('/'), path, &headers)
    }

    /// A cookie's value.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.window().jar.get(name)
    }

    /// Puts a cookie in by hand.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.window().jar.set(name, value);
    }

    /// Closes the browser and opens it again, clean.
    pub fn clear_cookies(&self) {
        self.window().jar.clear();
    }

    /// Whether requests ask for a part of the page, so that `hx-post` beats `action`.
    pub(super) fn is_htmx(&self) -> bool {
        self.mode == Mode::Htmx
    }

    fn ask(&self, method: &str, path: &str, body: Option<(&str, Vec<u8>)>) -> Answer {
        let url = self.resolve(path);
        let mut headers = self.usual_headers(method);
        let bytes = body.map(|(kind, bytes)| {
            headers.push(("Content-Type".to_owned(), kind.to_owned()));
            bytes
        });
        self.send(method, url, headers, bytes)
    }

    fn usual_headers(&self, method: &str) -> Vec<(String, String)> {
        let address = self.window().address.clone();
        let mut headers = vec![("Accept", "text/html".to_owned())];
        let first = address.is_none() && method == "GET";
        headers.push((
            "Sec-Fetch-Site",
            if first { "none" } else { "same-origin" }.to_owned(),
        ));
        headers.push((
            "Sec-Fetch-Mode",
            if self.mode == Mode::Plain {
                "navigate"
            } else {
                "cors"
            }
            .to_owned(),
        ));
        if method != "GET" {
            headers.push(("Origin", self.base.origin().ascii_serialization()));
        }
        if let Some(address) = &address {
            headers.push(("Referer", address.to_string()));
        }
        if self.mode != Mode::Plain {
            headers.push(("HX-Request", "true".to_owned()));
            headers.push((
                "HX-Request-Type",
                if self.mode == Mode::Htmx {
                    "partial"
                } else {
                    "full"
                }
                .to_owned(),
            ));
            headers.push((
                "HX-Current-URL",
                address.unwrap_or_else(|| self.base.clone()).to_string(),
            ));
        }
        if self.mode == Mode::Boosted {
            headers.push(("HX-Boosted", "true".to_owned()));
        }
        headers
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .chain(self.extra.clone())
            .collect()
    }

    fn send(
        &self,
        method: &str,
        url: Url,
        mut headers: Vec<(String, String)>,
        body: Option<Vec<u8>>,
    ) -> Answer {
        if !headers
            .iter()
            .any(|(name, _)| name.eq_ignore_ascii_case("cookie"))
        {
            headers.extend(
                self.window()
                    .jar
                    .header(url.path())
                    .map(|cookies| ("Cookie".to_owned(), cookies)),
            );
        }
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(url.as_str());
        for (name, value) in &headers {
            request = request.header(name, value);
        }
        let shown = format!("{method} {}", &url[url::Position::BeforePath..]);
        let request = request.body(body.unwrap_or_default()).expect("a request");
        let mut response = self
            .agent
            .run(request)
            .unwrap_or_else(|error| panic!("{shown}: {error}"));
        let headers = response.headers().iter();
        let headers = headers.map(|(name, value)| {
            (
                name.to_string(),
                String::from_utf8_lossy(value.as_bytes()).into_owned(),
            )
        });
        let answer = Answer {
            browser: self.clone(),
            request: shown,
            url,
            status: response.status().as_u16(),
            headers: headers.collect(),
            body: response
                .body_mut()
                .with_config()
                .limit(64 << 20)
                .read_to_vec()
                .expect("a whole body"),
        };
        self.show(&answer);
        answer
    }

    /// Remembers cookies, and what is now on the screen.
    fn show(&self, answer: &Answer) {
        let mut window = self.window();
        answer
            .headers("set-cookie")
            .into_iter()
            .for_each(|header| window.jar.take(header));
        if answer
            .header("content-type")
            .is_some_and(|kind| kind.starts_with("text/html"))
        {
            window.shown = Some((answer.url.clone(), answer.body()));
            if self.mode != Mode::Htmx {
                window.address = Some(answer.url.clone());
            }
        }
    }

    #[track_caller]
    fn shown(&self) -> (Url, String) {
        self.window()
            .shown
            .clone()
            .expect("no page is open yet: get() one first")
    }

    fn resolve(&self, path: &str) -> Url {
        let from = self
            .window()
            .address
            .clone()
            .unwrap_or_else(|| self.base.clone());
        from.join(path)
            .unwrap_or_else(|error| panic!("bad path {path:?}: {error}"))
    }

    fn window(&self) -> MutexGuard<'_, Window> {
        self.window.lock().expect("window")
    }
}
