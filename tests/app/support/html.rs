//! HTML as tests see it: documents and fragments, selectors, text without its layout.
use scraper::{ElementRef, Html, Selector};

/// Parses a whole page, or a fragment in the way htmx does: inside a template, so that a lone `<tr>` survives and
/// `<hx-partial>` is a `template[partial]`.
pub fn parse(body: &str) -> Html {
    let start: String = body
        .trim_start()
        .chars()
        .take(9)
        .collect::<String>()
        .to_lowercase();
    if start.starts_with("<!doctype") || start.starts_with("<html") {
        return Html::parse_document(body);
    }
    let inner = body
        .replace("<hx-partial", "<template partial")
        .replace("</hx-partial>", "</template>");
    Html::parse_document(&format!("<template>{inner}</template>"))
}

/// Reads a CSS selector; a mistake in it is a mistake in the test.
pub fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("bad selector {css:?}: {error}"))
}

/// The elements of a document that match.
pub fn all<'a>(html: &'a Html, css: &str) -> Vec<ElementRef<'a>> {
    html.select(&selector(css)).collect()
}

/// The text of an element, every run of blanks (no-break spaces too) as one space.
pub fn text(element: ElementRef<'_>) -> String {
    squeeze(&element.text().collect::<Vec<_>>().concat())
}

/// Every run of blanks as one space, none at the ends.
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a reader sees of a document: its text without scripts and styles; blocks stand apart, inline parts do not.
pub fn visible_text(html: &Html) -> String {
    let mut text = String::new();
    gather(*html.root_element(), &mut text);
    squeeze(&text)
}

/// scraper does not name the tree that it stands on.
type Branch<'a> = <ElementRef<'a> as std::ops::Deref>::Target;

const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "code", "em", "i", "kbd", "mark", "s", "small", "span", "strong",
    "time",
];

fn gather(branch: Branch<'_>, text: &mut String) {
    let name = branch.value().as_element().map(|element| element.name());
    if matches!(name, Some("head" | "script" | "style" | "noscript")) {
        return;
    }
    let apart = name.is_some_and(|name| !INLINE.contains(&name));
    text.push_str(if apart { " " } else { "" });
    if let Some(own) = branch.value().as_text() {
        text.push_str(own);
    }
    branch.children().for_each(|child| gather(child, text));
    text.push_str(if apart { " " } else { "" });
}

/// A target of a click or a field: text that a reader sees starts with a capital or a digit, else it is CSS.
pub fn is_text(target: &str) -> bool {
    target
        .chars()
        .next()
        .is_some_and(|first| first.is_uppercase() || first.is_numeric())
}
