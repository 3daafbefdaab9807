//! axe-core in the page: WCAG 2.2 AA and best practice. `vendor/axe.min.js` is axe-core 4.14.1 as published (MPL-2.0).
use std::fmt::Write;

use serde_json::{Value, json};

use super::page::Page;

const AXE: &str = include_str!("vendor/axe.min.js");
const RUN: &str = "const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'], runOnly: arguments[0] })
      .then(result => done(result.violations), error => done(String(error)));";
const ALL: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];
/// The rules that look at colours: all that another theme can break.
const COLOURS: [&str; 2] = ["color-contrast", "link-in-text-block"];

impl Page {
    /// axe finds nothing wrong with the page as it now stands.
    #[track_caller]
    pub fn assert_accessible(&self) -> &Self {
        let violations = self.accessibility_violations();
        assert!(
            violations.is_empty(),
            "{} is not accessible:{violations}",
            self.url()
        );
        self
    }

    /// Each violation: rule, selector, what to do. Empty if there is none.
    pub fn accessibility_violations(&self) -> String {
        self.violations(json!(ALL))
    }

    /// The same about colours alone, which is quicker.
    pub fn colour_violations(&self) -> String {
        self.violations(json!({ "type": "rule", "values": COLOURS }))
    }

    fn violations(&self, rules: Value) -> String {
        if self.script("return typeof axe") == "undefined" {
            // A WebDriver script is a function body: axe looks for `window` by itself.
            self.script(AXE);
        }
        let found = self.run("axe", self.client.execute_async(RUN, vec![rules]));
        let Value::Array(found) = found else {
            panic!("axe failed: {found}")
        };
        let mut report = String::new();
        for violation in &found {
            for node in violation["nodes"].as_array().into_iter().flatten() {
                let summary = node["failureSummary"].as_str().unwrap_or_default();
                let advice = summary
                    .lines()
                    .skip(1)
                    .map(str::trim)
                    .collect::<Vec<_>>()
                    .join("; ");
                let _ = write!(
                    report,
                    "\n  {} at {}: {advice}",
                    plain(&violation["id"]),
                    node["target"]
                );
            }
        }
        report
    }
}

fn plain(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
