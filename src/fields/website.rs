//! Addresses of websites: only what is safe to make a link of.

use url::Url;

use super::{WEBSITE_MAX, text};
use crate::i18n::Message;

const SCHEMES: [&str; 2] = ["https", "http"];

/// The address in `raw`, beginning with `https://` or `http://`; otherwise as typed.
pub fn parse(raw: &str) -> Result<Option<String>, Message> {
    let Some(typed) = text::line(raw, WEBSITE_MAX)? else {
        return Ok(None);
    };
    let address = with_scheme(&typed)?;
    check(&address)?;
    match address.chars().count() {
        count if count > WEBSITE_MAX => Err(text::too_long(WEBSITE_MAX, count)),
        _ => Ok(Some(address)),
    }
}

/// What a list shows of a stored address: its host, without `www.`.
pub fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => authority,
    };
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

fn with_scheme(typed: &str) -> Result<String, Message> {
    let Some((front, rest)) = typed.split_once(':') else {
        return Ok(format!("https://{}", typed.trim_start_matches('/')));
    };
    let scheme = front.to_ascii_lowercase();
    if SCHEMES.contains(&scheme.as_str()) && rest.starts_with("//") {
        return Ok(format!("{scheme}:{rest}"));
    }
    // `example.se:8080/path` has a port, `example.se/a:b` a colon in its path, `javascript:…` neither.
    let has_port = front.contains('.') && rest.starts_with(|c: char| c.is_ascii_digit());
    if has_port || front.contains(['/', '?', '#']) {
        return Ok(format!("https://{typed}"));
    }
    Err(Message::new("fields-website-scheme"))
}

fn check(address: &str) -> Result<(), Message> {
    if address.contains(|c: char| c.is_whitespace() || "<>\"\\^`{|}".contains(c)) {
        return Err(Message::new("fields-website-character"));
    }
    let wrong = || Message::new("fields-website-address");
    let url = Url::parse(address).map_err(|_| wrong())?;
    if !url.username().is_empty() || url.password().is_some() || has_user_part(address) {
        return Err(Message::new("fields-website-credentials"));
    }
    if !SCHEMES.contains(&url.scheme()) {
        return Err(Message::new("fields-website-scheme"));
    }
    // The parser makes an address of the number 10 and forgives dots too many: look at what was typed.
    let typed = host(address).ok_or_else(wrong)?;
    let is_name = typed.contains('.') && !typed.starts_with('.') && !typed.contains("..");
    let is_reachable = url.host_str().is_some_and(|host| host.contains(['.', ':']));
    if !is_name && !typed.starts_with('[') || !is_reachable {
        return Err(wrong());
    }
    Ok(())
}

/// `https://@example.se` has an empty user name, which the parser forgets.
fn has_user_part(address: &str) -> bool {
    address
        .split("//")
        .nth(1)
        .and_then(|rest| rest.split(['/', '?', '#']).next())
        .is_some_and(|authority| authority.contains('@'))
}
