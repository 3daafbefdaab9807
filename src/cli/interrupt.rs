//! SIGINT and SIGTERM, caught from the start on: a command that is stopped while the private database is starting, or
//! in the middle of its work, still gives the database back.

use std::sync::atomic::{AtomicBool, Ordering};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::Notify;

static ASKED: AtomicBool = AtomicBool::new(false);
static BELL: Notify = Notify::const_new();

/// Starts listening. The first signal asks the command to come to an end; a second one ends the program at once.
pub(super) fn listen() -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    std::thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || runtime.block_on(wait()))?;
    Ok(())
}

async fn wait() -> std::io::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    loop {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        if ASKED.swap(true, Ordering::SeqCst) {
            std::process::exit(130);
        }
        BELL.notify_one();
    }
}

/// Whether the command has been asked to end.
pub(super) fn asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}

/// Waits until the command is asked to end.
pub(super) async fn heard() {
    if !asked() {
        BELL.notified().await;
    }
}
