//! `minimata serve`.

use super::{Failure, interrupt};
use crate::app::{Opened, open_database, server, state};
use crate::config::Config;
use crate::web::Clock;
use actix_web::dev::ServerHandle;
use listenfd::ListenFd;
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

/// Serves until SIGINT or SIGTERM, then stops cleanly: requests first, then the private database.
pub(super) fn run(config: Config) -> Result<(), Failure> {
    let address = SocketAddr::new(config.bind, config.port);
    let listener = listen(address)?;
    let Opened { db, embedded, .. } = open_database(&config)?;
    let state = state(config, db, Clock::system())?;
    greet(&state.config, listener.local_addr()?);
    if let Some(link) = crate::users::setup_link(&state)? {
        println!(
            "\n  This is a new installation. Open this link once to become its first admin (24 hours):\n\n    {link}\n"
        );
    }
    let outcome = actix_web::rt::System::new().block_on(async {
        let worker = crate::jobs::start(state.clone());
        let server = server(state, listener)?;
        actix_web::rt::spawn(stop_on_signal(server.handle()));
        let outcome = server.await;
        worker.stop().await;
        outcome
    });
    if let Some(embedded) = embedded {
        embedded.stop()?;
    }
    Ok(outcome?)
}

/// The socket that systemd holds for us (`LISTEN_FDS`), so that nobody is refused during a restart; else one of our own.
fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    let handed = ListenFd::from_env()
        .take_tcp_listener(0)
        .map_err(|e| format!("cannot listen on the socket that was handed over: {e}"))?;
    if let Some(listener) = handed {
        return Ok(listener);
    }
    let listener = TcpListener::bind(address)
        .map_err(|e| format!("cannot listen on {address}: {e}. Set PORT or BIND"))?;
    Ok(listener)
}

/// How long accepted connections have to reach a worker. The server drops those that have not when it stops.
const HAND_OVER: Duration = Duration::from_millis(200);

/// Accepts no more connections, finishes the requests that have begun, then lets the server end.
async fn stop_on_signal(server: ServerHandle) {
    interrupt::heard().await;
    log::info!("stopping");
    server.pause().await;
    actix_web::rt::time::sleep(HAND_OVER).await;
    server.stop(true).await;
}

fn greet(config: &Config, address: SocketAddr) {
    println!(
        "Minimata {} serves at {}",
        env!("CARGO_PKG_VERSION"),
        config.public_url
    );
    if !address.ip().is_loopback() {
        println!("  listening on {address}");
    }
    if !config.has_secure_cookies() {
        println!(
            "  Warning: PUBLIC_URL is plain http on a name that is not this machine's own. Passwords and cookies travel \
             unencrypted; put a proxy with TLS in front and set PUBLIC_URL to its https address."
        );
    }
}
