//! A page in a real, headless Chromium. Every call waits until it can be done, ten seconds at most.
//!
//! A target that starts with a capital is the text that a reader sees (`"Save"`, a label for `fill`), else CSS.
use std::cell::RefCell;
use std::sync::Arc;

use fantoccini::{Client, Locator};
use serde_json::Value;
use tokio::runtime::Runtime;

use super::patience::PATIENCE;
use super::target::{SET, SET_WHOLE, Target, clickable, labelled};
use super::webdriver::Driver;
use super::{html, keys};

/// One browser with a fresh profile. It closes with this value, also when the test panics.
pub struct Page {
    pub(super) runtime: Runtime,
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
        self.on(&clickable(target), async |element| element.click().await);
        self
    }

    /// Types into a field, or chooses from a list by what it shows.
    #[track_caller]
    pub fn fill(&self, field: &str, text: &str) -> &Self {
        self.on(&labelled(field), async |element| {
            if element.tag_name().await? == "select" {
                return element.select_by_label(text).await;
            }
            let kind = element.attr("type").await?.unwrap_or_default();
            if SET_WHOLE.contains(&kind.as_str()) {
                let arguments = vec![serde_json::to_value(&element)?, text.into()];
                return self.client.execute(SET, arguments).await.map(drop);
            }
            element.clear().await?;
            element.send_keys(text).await
        });
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
        html::squeeze(&self.on(&Target::css(css), async |element| element.text().await))
    }

    /// What a field holds, or another property of an element.
    #[track_caller]
    pub fn value(&self, field: &str) -> String {
        let found = self.on(&labelled(field), async |element| {
            element.prop("value").await
        });
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

    /// Runs a script's `return …` in the page; the page's CSP does not bind it.
    pub fn script(&self, script: &str) -> Value {
        self.run("script", self.client.execute(script, Vec::new()))
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
