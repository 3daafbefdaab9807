//! Where a request comes from. Forwarded headers count only when the peer is a configured proxy.

use crate::config::Config;
use actix_web::HttpRequest;
use std::net::IpAddr;

/// The client's address: the peer, or what a trusted proxy says of it.
pub fn client_address(req: &HttpRequest, config: &Config) -> String {
    let Some(peer) = req.peer_addr().map(|p| p.ip()) else {
        return String::new();
    };
    forwarded_for(req, config, peer).unwrap_or(peer).to_string()
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
