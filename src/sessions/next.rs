//! Where to go on after signing in: a path of ours, whatever the address says.

use url::{Position, Url};

/// Longer addresses are not worth the trouble.
const NEXT_MAX: usize = 2_000;

/// The local path that `next` names, in ASCII; `/` for everything else.
///
/// Browsers read `\` as `/`, drop tabs and line breaks, and take `//host` for another site. What any of that could
/// turn into another site is refused, also in its encoded forms.
pub(super) fn local(next: &str) -> String {
    safe(next).unwrap_or_else(|| "/".to_owned())
}

fn safe(next: &str) -> Option<String> {
    let decoded = percent_decoded(next);
    let strange = |text: &str| text.contains('\\') || text.chars().any(char::is_control);
    let foreign = |text: &str| !text.starts_with('/') || text.starts_with("//");
    if next.len() > NEXT_MAX
        || strange(next)
        || strange(&decoded)
        || foreign(next)
        || foreign(&decoded)
    {
        return None;
    }
    let base = Url::parse("http://local.invalid").ok()?;
    let url = base.join(next).ok()?;
    let back = url.path() == "/login" || url.path().starts_with("/session/");
    (url.origin() == base.origin() && !back).then(|| url[Position::BeforePath..].to_owned())
}

/// Decoded again and again, as a chain of careless programs would.
fn percent_decoded(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..3 {
        let with_plus_kept = text.replace('+', "%2B");
        let pair = url::form_urlencoded::parse(with_plus_kept.as_bytes()).next();
        // `&` and `=` end a value there; the start is what matters here.
        text = pair.map_or_else(String::new, |(name, _)| name.into_owned());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn asvs_3_7_2_only_local_paths_are_followed() {
        for bad in [
            "",
            "//evil",
            "/\\evil",
            "\\\\evil",
            "https:evil",
            "https://evil",
            "javascript:alert(1)",
            "%2f%2fevil",
            "/%2f%2fevil",
            "/%2fevil",
            "/%5cevil",
            "/%255cevil",
            "/\t/evil",
            "/\n/evil",
            "/%09/evil",
            "/%0d%0aX: y",
            "accounts",
            " //evil",
            "///evil",
            "/\u{0}",
            "/login",
            "/login?next=/x",
            "/session/removal",
        ] {
            assert_eq!(local(bad), "/", "{bad:?}");
        }
        for (good, path) in [
            ("/accounts?q=a&sort=name", "/accounts?q=a&sort=name"),
            ("/accounts/7", "/accounts/7"),
            ("/accounts?q=å+b", "/accounts?q=%C3%A5+b"),
            ("/accounts?q=50%25", "/accounts?q=50%25"),
            ("/a?x=http://y", "/a?x=http://y"),
        ] {
            assert_eq!(local(good), path);
        }
        assert_eq!(local(&format!("/{}", "x".repeat(3_000))), "/");
    }
}
