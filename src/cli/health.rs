//! `minimata health`: the container's health check, so that its image needs no curl.

use super::Failure;
use crate::config::Config;
use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

/// Succeeds when the server on this machine answers `/api/health` with 200 within three seconds.
pub(super) fn run(config: &Config) -> Result<(), Failure> {
    let ip = if config.bind.is_unspecified() {
        IpAddr::V4(Ipv4Addr::LOCALHOST)
    } else {
        config.bind
    };
    let address = SocketAddr::new(ip, config.port);
    let limit = Duration::from_secs(3);
    let mut stream = TcpStream::connect_timeout(&address, limit)
        .map_err(|e| format!("nothing answers on {address}: {e}. Is the server running?"))?;
    stream.set_read_timeout(Some(limit))?;
    write!(
        stream,
        "GET /api/health HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )?;
    let mut head = [0_u8; 12];
    stream.read_exact(&mut head)?;
    if head.ends_with(b" 200") {
        println!("ok");
        return Ok(());
    }
    Err(format!("the server answered {}", String::from_utf8_lossy(&head)).into())
}
