//! How a test names what is on the page: text that starts with a capital or a digit, else a CSS selector.
use std::fmt;

use fantoccini::Locator;

use super::html;

/// Fields whose keys depend on the reader's locale; `fill` takes their value as HTML writes it: `2026-03-02`.
pub const SET_WHOLE: &[&str] = &[
    "date",
    "datetime-local",
    "month",
    "week",
    "time",
    "color",
    "range",
];
/// Does that.
pub const SET: &str = "arguments[0].value = arguments[1];
    for (const kind of ['input', 'change']) arguments[0].dispatchEvent(new Event(kind, { bubbles: true }))";

/// Something to look for.
pub enum Target {
    /// By selector.
    Css(String),
    /// By text: what the test said, and what it means.
    Text(String, String),
}

impl Target {
    /// By selector, whatever it starts with.
    pub fn css(css: &str) -> Target {
        Target::Css(css.to_owned())
    }

    /// For the driver.
    pub fn locator(&self) -> Locator<'_> {
        match self {
            Target::Css(css) => Locator::Css(css),
            Target::Text(_, xpath) => Locator::XPath(xpath),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Target::Css(said) | Target::Text(said, _)) = self;
        write!(f, "{said:?}")
    }
}

/// What can be clicked: by its text, its value or its name for screen readers.
pub fn clickable(target: &str) -> Target {
    by_text(target, |text| {
        let kinds = "self::a or self::button or self::summary or self::label or self::input[@type='submit']";
        format!("//*[{kinds}][normalize-space()={text} or @aria-label={text} or @value={text}]")
    })
}

/// A field: by its label, or its name for screen readers.
pub fn labelled(target: &str) -> Target {
    by_text(target, |text| {
        let label =
            format!("//label[normalize-space()={text} or text()[normalize-space()={text}]]");
        let inside = format!("{label}//*[self::input or self::select or self::textarea]");
        format!("//*[@id={label}/@for] | {inside} | //*[@aria-label={text}]")
    })
}

fn by_text(target: &str, xpath: impl Fn(&str) -> String) -> Target {
    if !html::is_text(target) {
        return Target::css(target);
    }
    // XPath has no escapes in strings.
    let quote = if target.contains('\'') { '"' } else { '\'' };
    Target::Text(target.to_owned(), xpath(&format!("{quote}{target}{quote}")))
}
