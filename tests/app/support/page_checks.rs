//! What a page must be besides right: quiet in the console, small on the wire, fine in the dark and on a phone.
use std::time::Duration;

use fantoccini::Locator;
use serde_json::{Value, json};

use super::page::Page;
use super::webdriver::Extension;

/// What loading a page cost.
#[derive(Debug, Clone, Copy)]
pub struct Transfer {
    /// Requests that went to the network.
    pub requests: u64,
    /// Bytes on the wire, compressed, with headers.
    pub bytes: u64,
}

impl Page {
    /// The window's inner size in CSS pixels: `set_size(390, 844)` is a phone.
    pub fn set_size(&self, width: u32, height: u32) -> &Self {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size);
        self
    }

    /// Whether the system asks for dark colours.
    pub fn dark(&self, dark: bool) -> &Self {
        let value = if dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", features);
        self
    }

    /// Saves `target/screenshots/NAME.png`.
    pub fn screenshot(&self, name: &str) -> &Self {
        self.try_screenshot(name);
        self
    }

    /// Every error in the console since the browser was opened: scripts, CSP, and assets (`/s/`) that did not come.
    /// A 4xx or 5xx answer of a page is not an error here: the test that provokes it asserts it.
    pub fn console_errors(&self) -> Vec<String> {
        let log = Extension {
            path: "se/log",
            body: json!({ "type": "browser" }),
        };
        let new = self.run("console", self.client.issue_cmd(log));
        self.console
            .borrow_mut()
            .extend(new.as_array().cloned().unwrap_or_default());
        self.console
            .borrow()
            .iter()
            .filter(|line| is_error(line))
            .map(|line| message(line).to_owned())
            .collect()
    }

    /// The strict CSP held and no script failed, since the browser was opened.
    #[track_caller]
    pub fn assert_no_violations(&self) -> &Self {
        let errors = self.console_errors();
        assert!(
            errors.is_empty(),
            "the console of {} has errors:\n  {}",
            self.url(),
            errors.join("\n  ")
        );
        self
    }

    /// What the page now shown cost to load.
    pub fn transferred(&self) -> Transfer {
        let script = "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
            .filter(entry => entry.transferSize > 0).map(entry => entry.transferSize)";
        let sizes = self.script(script);
        let sizes: Vec<u64> = sizes
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_u64)
            .collect();
        Transfer {
            requests: sizes.len() as u64,
            bytes: sizes.iter().sum(),
        }
    }

    /// The first load is within the budget: requests, and kilobytes (of 1024) in all.
    #[track_caller]
    pub fn assert_first_load(&self, requests: u64, kilobytes: u64) -> &Self {
        let cost = self.transferred();
        assert!(
            cost.requests > 0,
            "a cached page says nothing about the first load"
        );
        assert!(
            cost.requests <= requests && cost.bytes <= kilobytes << 10,
            "{} cost {cost:?}",
            self.url()
        );
        self
    }

    /// How many windows and tabs are open.
    pub fn tabs(&self) -> usize {
        self.run("tabs", self.client.windows()).len()
    }

    /// The element that has the focus, as `tag#id`.
    pub fn focused(&self) -> String {
        let script =
            "const e = document.activeElement; return e.localName + (e.id ? '#' + e.id : '')";
        self.script(script).as_str().unwrap_or_default().to_owned()
    }
}

fn message(line: &Value) -> &str {
    line["message"].as_str().unwrap_or_default()
}

fn is_error(line: &Value) -> bool {
    let severe = line["level"] == "SEVERE" || message(line).contains("Content Security Policy");
    severe && (line["source"] != "network" || message(line).contains("/s/"))
}
