//! The requests behind `Browser`: headers, cookies, and what is on the screen afterwards.
use std::sync::MutexGuard;

use url::Url;

use super::answer::Answer;
use super::browser::{Browser, Mode, Window};

type Headers = Vec<(String, String)>;

impl Browser {
    /// A request as this visitor makes it.
    pub(super) fn ask(&self, method: &str, path: &str, body: Option<(&str, Vec<u8>)>) -> Answer {
        let mut headers = self.usual_headers(method);
        headers.extend(
            body.iter()
                .map(|(kind, _)| ("Content-Type".to_owned(), (*kind).to_owned())),
        );
        let bytes = body.map(|(_, bytes)| bytes).unwrap_or_default();
        self.send(method, self.resolve(path), headers, bytes)
    }

    /// What Chromium, or htmx in it, sends by itself.
    pub(super) fn usual_headers(&self, method: &str) -> Vec<(String, String)> {
        let address = self.window().address.clone();
        let (plain, first) = (self.mode == Mode::Plain, address.is_none());
        let site = if first && method == "GET" {
            "none"
        } else {
            "same-origin"
        };
        let mut headers = vec![
            ("Accept", "text/html".to_owned()),
            ("Sec-Fetch-Site", site.to_owned()),
            (
                "Sec-Fetch-Mode",
                if plain { "navigate" } else { "cors" }.to_owned(),
            ),
        ];
        if method != "GET" {
            headers.push(("Origin", self.base.origin().ascii_serialization()));
        }
        headers.extend(
            address
                .as_ref()
                .map(|address| ("Referer", address.to_string())),
        );
        if !plain {
            let kind = if self.is_htmx() { "partial" } else { "full" };
            let current = address.as_ref().unwrap_or(&self.base);
            headers.push(("HX-Request", "true".to_owned()));
            headers.push(("HX-Request-Type", kind.to_owned()));
            headers.push(("HX-Current-URL", current.to_string()));
        }
        if self.mode == Mode::Boosted {
            headers.push(("HX-Boosted", "true".to_owned()));
        }
        let headers = headers
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value));
        headers.chain(self.extra.clone()).collect()
    }

    /// One request, one answer; the jar's cookies unless the headers bring their own.
    pub(super) fn send(
        &self,
        method: &str,
        url: Url,
        mut headers: Headers,
        body: Vec<u8>,
    ) -> Answer {
        if !headers
            .iter()
            .any(|(name, _)| name.eq_ignore_ascii_case("cookie"))
        {
            headers.extend(self.cookies(&url));
        }
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(url.as_str());
        for (name, value) in &headers {
            request = request.header(name, value);
        }
        let shown = format!("{method} {}", &url[url::Position::BeforePath..]);
        let request = request.body(body).expect("a request");
        let response = self.agent.run(request);
        let mut response = response.unwrap_or_else(|error| panic!("{shown}: {error}"));
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let got = response.headers().iter();
        let got = got
            .map(|(name, value)| (name.to_string(), text(value.as_bytes())))
            .collect();
        let status = response.status().as_u16();
        let body = response
            .body_mut()
            .with_config()
            .limit(64 << 20)
            .read_to_vec();
        let body = body.unwrap_or_else(|error| panic!("{shown}: the body breaks off: {error}"));
        let answer = Answer {
            browser: self.clone(),
            request: shown,
            url,
            status,
            headers: got,
            body,
        };
        self.show(&answer);
        answer
    }

    /// The `Cookie` header for an address.
    pub(super) fn cookies(&self, url: &Url) -> Option<(String, String)> {
        let cookies = self.window().jar.header(url.path());
        cookies.map(|cookies| ("Cookie".to_owned(), cookies))
    }

    /// Remembers cookies, and what is now on the screen.
    pub(super) fn show(&self, answer: &Answer) {
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
    pub(super) fn shown(&self) -> (Url, String) {
        self.window()
            .shown
            .clone()
            .expect("no page is open yet: get() one first")
    }

    pub(super) fn resolve(&self, path: &str) -> Url {
        let from = self
            .window()
            .address
            .clone()
            .unwrap_or_else(|| self.base.clone());
        from.join(path)
            .unwrap_or_else(|error| panic!("bad path {path:?}: {error}"))
    }

    pub(super) fn window(&self) -> MutexGuard<'_, Window> {
        self.window
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}
