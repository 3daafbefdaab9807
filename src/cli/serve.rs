//! `minimata serve`.

use super::{Failure, interrupt};
use crate::app::{Opened, open_database, server, state};
use crate::config::Config;
use crate::web::Clock;
use actix_web::dev::ServerHandle;
use std::net::{SocketAddr, TcpListener};

/// Serves until SIGINT or SIGTERM, then stops cleanly: requests first, then the private database.
pub(super) fn run(config: Config) -> Result<(), Failure> {
    let address = SocketAddr::new(config.bind, config.port);
    let listener = TcpListener::bind(address)
        .map_err(|e| format!("cannot listen on {address}: {e}. Set PORT or BIND"))?;
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

/// Finishes the requests that have begun, then lets the server end.
async fn stop_on_signal(server: ServerHandle) {
    interrupt::heard().await;
    log::info!("stopping");
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
