//! A page in a real, headless Chromium. Every call waits until it can be done, ten seconds at most.
//!
//! A target that starts with a capital is the text that a reader sees (`"Save"`, a label for `fill`), else CSS.
use std::cell::RefCell;
use std::sync::Arc;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, Locator};
use serde_json::Value;
use tokio::runtime::Runtime;

use super::webdriver::{Driver, Extension};
use super::{html, keys};

const PATIENCE: Duration = Duration::from_secs(10);

/// One browser with a fresh profile. It closes with this value, also when the test panics.
pub struct Page {
    runtime: Runtime,
    pub(super) client: Client,
    base: String,
    pub(super) console: RefCell<Vec<Value>>,
    // Last: chromedriver goes after the session has.
    _driver: Arc<Driver>,
}

impl Page {
    /// A browser on a site.
    pub fn open(base: &str) -> Page {
        Page::with(base, true)
    }

    /// A browser that runs no script of the page (the test's own scripts run).
    pub fn open_without_javascript(base: &str) -> Page {
        Page::with(base, false)
    }

    fn with(base: &str, javascript: bool) -> Page {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("runtime");
        let driver = Driver::get();
        let client = runtime.block_on(driver.open(javascript));
        let page = Page {
            runtime,
            client,
            base: base.to_owned(),
            console: RefCell::default(),
            _driver: driver,
        };
        page.set_size(1280, 800);
        page
    }

    /// Types an address into the address bar.
    pub fn goto(&self, path: &str) -> &Self {
        self.run("goto", self.client.goto(&format!("{}{path}", self.base)));
        self
    }

    /// Clicks a link, button, summary, label or any element.
    #[track_caller]
    pub fn click(&self, target: &str) -> &Self {
        self.on(
            target,
            html::is_text(target).then(|| clickable(target)),
            async |element| element.click().await,
        );
        self
    }

    /// Types into a field, or chooses from a list by what it shows.
    #[track_caller]
    pub fn fill(&self, field: &str, text: &str) -> &Self {
        self.on(
            field,
            html::is_text(field).then(|| labelled(field)),
            async |element| {
                if element.tag_name().await? == "select" {
                    return element.select_by_label(text).await;
                }
                element.clear().await?;
                element.send_keys(text).await
            },
        );
        self
    }

    /// Presses keys where the focus is: `"Escape"`, `"Control+k"`, or a text to type.
    pub fn press(&self, keys: &str) -> &Self {
        self.run("press", self.client.perform_actions(keys::strokes(keys)));
        self
    }

    /// The text of the first element that matches, as shown.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        html::squeeze(&self.on(css, None, async |element| element.text().await))
    }

    /// What a field holds, or another property of an element.
    #[track_caller]
    pub fn value(&self, field: &str) -> String {
        let found = self.on(
            field,
            html::is_text(field).then(|| labelled(field)),
            async |element| element.prop("value").await,
        );
        found.unwrap_or_default()
    }

    /// Waits until an element is there and shown.
    #[track_caller]
    pub fn wait_for(&self, css: &str) -> &Self {
        self.until(&format!("{css:?} to be shown"), async || {
            Ok(self
                .client
                .find(Locator::Css(css))
                .await?
                .is_displayed()
                .await?
                .then_some(()))
        });
        self
    }

    /// Waits until no such element is shown.
    #[track_caller]
    pub fn wait_gone(&self, css: &str) -> &Self {
        self.until(&format!("{css:?} to go"), async || {
            for element in self.client.find_all(Locator::Css(css)).await? {
                if element.is_displayed().await? {
                    return Ok(None);
                }
            }
            Ok(Some(()))
        });
        self
    }

    /// Waits until an element shows a text (among other text).
    #[track_caller]
    pub fn wait_text(&self, css: &str, text: &str) -> &Self {
        self.until(&format!("{css:?} to say {text:?}"), async || {
            let shown = self.client.find(Locator::Css(css)).await?.text().await?;
            Ok(html::squeeze(&shown)
                .contains(&html::squeeze(text))
                .then_some(()))
        });
        self
    }

    /// Waits until the address bar shows this path and query.
    #[track_caller]
    pub fn wait_url(&self, path: &str) -> &Self {
        self.until(&format!("the address {path:?}"), async || {
            let url = self.client.current_url().await?;
            Ok((&url[url::Position::BeforePath..] == path).then_some(()))
        });
        self
    }

    /// The path and query in the address bar.
    pub fn url(&self) -> String {
        let url = self.run("url", self.client.current_url());
        url[url::Position::BeforePath..].to_owned()
    }

    /// The Back button.
    pub fn back(&self) -> &Self {
        self.run("back", self.client.back());
        self
    }

    /// The Reload button.
    pub fn reload(&self) -> &Self {
        self.run("reload", self.client.refresh());
        self
    }

    /// How many elements match, shown or not.
    pub fn count(&self, css: &str) -> usize {
        self.run("count", self.client.find_all(Locator::Css(css)))
            .len()
    }

    /// How many windows and tabs are open.
    pub fn tabs(&self) -> usize {
        self.run("tabs", self.client.windows()).len()
    }

    /// Runs a script's `return …` in the page; the page's CSP does not bind it.
    pub fn script(&self, script: &str) -> Value {
        self.run("script", self.client.execute(script, Vec::new()))
    }

    /// The element that has the focus, as `tag#id`.
    pub fn focused(&self) -> String {
        let script =
            "const e = document.activeElement; return e.localName + (e.id ? '#' + e.id : '')";
        self.script(script).as_str().unwrap_or_default().to_owned()
    }

    pub(super) fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.run(
            command,
            self.client
                .issue_cmd(Extension::devtools(command, parameters)),
        )
    }

    #[track_caller]
    pub(super) fn run<T>(&self, what: &str, work: impl Future<Output = Result<T, CmdError>>) -> T {
        let outcome = self
            .runtime
            .block_on(async { tokio::time::timeout(3 * PATIENCE, work).await });
        match outcome {
            Ok(Ok(value)) => value,
            Ok(Err(error)) => self.give_up(&format!("{what}: {error}")),
            Err(_) => self.give_up(&format!("{what}: no answer from the browser")),
        }
    }

    /// Does something with the first element that matches, as soon as the browser lets us.
    #[track_caller]
    fn on<T>(
        &self,
        target: &str,
        xpath: Option<String>,
        work: impl AsyncFn(Element) -> Result<T, CmdError>,
    ) -> T {
        let locator = xpath
            .as_deref()
            .map_or(Locator::Css(target), Locator::XPath);
        self.until(&format!("{target:?}"), async || {
            Ok(Some(work(self.client.find(locator).await?).await?))
        })
    }

    /// Tries again while elements are missing, hidden, covered or being swapped.
    #[track_caller]
    fn until<T>(&self, what: &str, attempt: impl AsyncFn() -> Result<Option<T>, CmdError>) -> T {
        let started = Instant::now();
        loop {
            let outcome = self
                .runtime
                .block_on(async { tokio::time::timeout(PATIENCE, attempt()).await });
            let trouble = match outcome {
                Ok(Ok(Some(value))) => return value,
                Ok(Ok(None)) => "not yet".to_owned(),
                Ok(Err(error)) => error.to_string(),
                Err(_) => "no answer from the browser".to_owned(),
            };
            if started.elapsed() > PATIENCE {
                self.give_up(&format!(
                    "waited for {what}: {}",
                    trouble.lines().next().unwrap_or_default()
                ));
            }
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    #[track_caller]
    fn give_up(&self, what: &str) -> ! {
        let shown = self.runtime.block_on(async {
            let look = async {
                Ok::<_, CmdError>((
                    self.client.current_url().await?,
                    self.client.find(Locator::Css("body")).await?.text().await?,
                ))
            };
            tokio::time::timeout(PATIENCE, look).await
        });
        let test = std::thread::current()
            .name()
            .unwrap_or("main")
            .replace("::", "-");
        let picture = self.try_screenshot(&format!("FAILED-{test}"));
        match shown {
            Ok(Ok((url, text))) => {
                let excerpt: String = html::squeeze(&text).chars().take(600).collect();
                panic!("{what}\n  at {url}, picture {picture}, it reads: {excerpt}")
            }
            _ => panic!("{what}\n  and the browser shows nothing"),
        }
    }

    pub(super) fn try_screenshot(&self, name: &str) -> String {
        let picture = self
            .runtime
            .block_on(async { tokio::time::timeout(PATIENCE, self.client.screenshot()).await });
        let directory =
            std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots");
        let file = directory.join(format!("{name}.png"));
        let saved = picture.is_ok_and(|picture| {
            picture.is_ok_and(|bytes| {
                std::fs::create_dir_all(&directory)
                    .and_then(|()| std::fs::write(&file, bytes))
                    .is_ok()
            })
        });
        if saved {
            file.display().to_string()
        } else {
            "none".to_owned()
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let close = self.client.clone().close();
        let _ = self
            .runtime
            .block_on(async { tokio::time::timeout(PATIENCE, close).await });
    }
}

fn clickable(text: &str) -> String {
    let text = quoted(text);
    let named = format!("normalize-space()={text} or @aria-label={text} or @value={text}");
    format!(
        "//*[self::a or self::button or self::summary or self::label or self::input[@type='submit']][{named}]"
    )
}

fn labelled(text: &str) -> String {
    let text = quoted(text);
    let label = format!("//label[normalize-space()={text} or text()[normalize-space()={text}]]");
    format!(
        "//*[@id={label}/@for] | {label}//*[self::input or self::select or self::textarea] | //*[@aria-label={text}]"
    )
}

/// XPath has no escapes in strings.
fn quoted(text: &str) -> String {
    if text.contains('\'') {
        format!("\"{text}\"")
    } else {
        format!("'{text}'")
    }
}
