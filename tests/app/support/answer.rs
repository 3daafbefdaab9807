//! What the server said, and questions about it. Every failure shows the request, the status and some of the body.
use scraper::Html;

use super::browser::Browser;
use super::html;

/// One HTTP answer. Assertions give the answer back, so that they chain.
#[derive(Clone)]
pub struct Answer {
    pub(super) browser: Browser,
    pub(super) request: String,
    pub(super) url: url::Url,
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// The status code.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The first header of that name, in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// All headers of that name.
    pub fn headers(&self, name: &str) -> Vec<&str> {
        self.headers
            .iter()
            .filter(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
            .collect()
    }

    /// The body as bytes, decompressed.
    pub fn bytes(&self) -> &[u8] {
        &self.body
    }

    /// The body as text.
    pub fn body(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as a document; see `html::parse` for fragments.
    pub fn html(&self) -> Html {
        html::parse(&self.body())
    }

    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| self.fail(&format!("is not JSON: {error}")))
    }

    /// Where it leads: `Location`, or htmx's `HX-Location` and `HX-Redirect`.
    pub fn location(&self) -> String {
        let found = ["location", "hx-location", "hx-redirect"]
            .iter()
            .find_map(|name| self.header(name));
        found
            .map(str::to_owned)
            .unwrap_or_else(|| self.fail("leads nowhere"))
    }

    /// Goes where it leads, as a full page.
    pub fn follow(&self) -> Answer {
        let to = self
            .url
            .join(&self.location())
            .unwrap_or_else(|_| self.fail("leads to no address"));
        assert_eq!(
            to.origin(),
            self.url.origin(),
            "{} leads to another site",
            self.request
        );
        let browser = if self.browser.is_htmx() {
            self.browser.boosted()
        } else {
            self.browser.clone()
        };
        browser.get(&to[url::Position::BeforePath..])
    }

    /// The text of the one element that matches.
    pub fn text(&self, css: &str) -> String {
        let found = self.all(css);
        if found.len() != 1 {
            self.fail(&format!(
                "has {} elements {css:?}, not one: {found:?}",
                found.len()
            ));
        }
        found.concat()
    }

    /// The text of each element that matches.
    pub fn all(&self, css: &str) -> Vec<String> {
        html::all(&self.html(), css)
            .into_iter()
            .map(html::text)
            .collect()
    }

    /// An attribute of each element that matches and has it.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        html::all(&self.html(), css)
            .into_iter()
            .filter_map(|element| element.attr(name))
            .map(str::to_owned)
            .collect()
    }

    /// What `assert_has` looks through.
    pub(super) fn readable(&self) -> String {
        match self.header("content-type") {
            Some(kind) if kind.starts_with("text/html") => html::visible_text(&self.html()),
            _ => html::squeeze(&self.body()),
        }
    }

    #[track_caller]
    pub(super) fn fail(&self, what: &str) -> ! {
        let excerpt: String = self.readable().chars().take(600).collect();
        let led = self
            .header("location")
            .map(|to| format!(" to {to}"))
            .unwrap_or_default();
        panic!(
            "{} answered {}{led}; {what}\n  it reads: {excerpt}",
            self.request, self.status
        )
    }
}
