//! An HTTP client that behaves like a browser without JavaScript, or, with `htmx()`, like htmx in one.
use std::sync::{Arc, Mutex};
use std::time::Duration;

use url::Url;

use super::answer::Answer;
use super::form::Form;
use super::jar::Jar;
use super::{html, wire};

/// How requests are made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Plain,
    Htmx,
    Boosted,
}

/// What one visitor's windows share: cookies, and what is on the screen.
#[derive(Clone, Default)]
pub(super) struct Window {
    pub(super) jar: Jar,
    /// The address in the address bar.
    pub(super) address: Option<Url>,
    /// The newest HTML, page or fragment: where links and forms are looked for.
    pub(super) shown: Option<(Url, String)>,
}

/// A visitor. Clones, `htmx()` and `boosted()` are the same visitor; `fork()` is another with copied cookies.
#[derive(Clone)]
pub struct Browser {
    pub(super) base: Url,
    pub(super) agent: ureq::Agent,
    pub(super) window: Arc<Mutex<Window>>,
    pub(super) mode: Mode,
    pub(super) extra: Vec<(String, String)>,
}

/// An address of its own for each app: open tests on one database would wait for each other's counter of attempts.
fn address_of(base: &str) -> String {
    let port = base.rsplit(':').next().and_then(|p| p.parse::<u16>().ok());
    let [high, low] = port.unwrap_or_default().to_be_bytes();
    format!("10.9.{high}.{low}")
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
            extra: vec![
                ("Accept-Language".to_owned(), "en".to_owned()),
                ("X-Forwarded-For".to_owned(), address_of(base)),
            ],
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
        let by_text = html::is_text(target);
        let links = html::all(&page, if by_text { "a[href]" } else { target }).into_iter();
        let links = links.filter(|link| {
            !by_text || html::text(*link) == target || link.attr("aria-label") == Some(target)
        });
        let mut found: Vec<&str> = links.filter_map(|link| link.attr("href")).collect();
        found.dedup();
        assert_eq!(found.len(), 1, "links {target:?} on {url}: {found:?}");
        let to = url.join(found[0]).expect("a link to an address");
        assert_eq!(
            to.origin(),
            self.base.origin(),
            "{target:?} leads to another site"
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
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        self.send(method, self.resolve(path), headers.collect(), body.to_vec())
    }

    /// How many bytes the body has on the wire, compressed.
    pub fn compressed_size(&self, path: &str) -> usize {
        let url = self.resolve(path);
        let mut headers = self.usual_headers("GET");
        headers.extend(self.cookies(&url));
        wire::compressed_size(&self.base.origin().ascii_serialization(), path, &headers)
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
}
