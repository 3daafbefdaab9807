//! Where a request comes from. Forwarded headers count only when the peer is a configured proxy.

use crate::config::Config;
use actix_web::HttpRequest;
use actix_web::http::Method;
use std::net::IpAddr;

/// The client's address: the peer, or what a trusted proxy says of it.
pub fn client_address(req: &HttpRequest, config: &Config) -> String {
    let Some(peer) = req.peer_addr().map(|p| p.ip()) else {
        return String::new();
    };
    forwarded_for(req, config, peer).unwrap_or(peer).to_string()
}

/// The page of ours that the request was sent from, as path and query: htmx tells it, and a plain form by its referrer
/// (`Referrer-Policy: same-origin`).
pub fn came_from(req: &HttpRequest) -> Option<String> {
    let header = |name: &str| req.headers().get(name).and_then(|v| v.to_str().ok());
    let page = header("hx-current-url")
        .or_else(|| header("referer").filter(|_| req.method() != Method::GET))?;
    let url = url::Url::parse(page).ok()?;
    let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
    // Two slashes would lead to another host.
    (path.starts_with('/') && !path.starts_with("//")).then(|| path.to_owned())
}

/// Reads `X-Forwarded-For` from the right: the last address that is not a trusted proxy's is the client.
fn forwarded_for(req: &HttpRequest, config: &Config, peer: IpAddr) -> Option<IpAddr> {
    if !config.trusted_proxies.contains(&peer) {
        return None;
    }
    let header = req.headers().get("x-forwarded-for")?.to_str().ok()?;
    let mut hops = header.rsplit(',').map(|hop| hop.trim().parse::<IpAddr>());
    hops.find_map(|hop| match hop {
        Ok(ip) if config.trusted_proxies.contains(&ip) => None,
        other => Some(other.ok()),
    })
    .flatten()
}
