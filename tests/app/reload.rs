//! Restarting under load: the port is held by somebody else, as systemd does, so nobody is refused.

use std::env::var_os;
use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use crate::support::TestDatabase;

/// Hands the socket over as systemd does: as descriptor 3, which is told to the very process that gets it.
const HAND_OVER: &str =
    r#"exec env LISTEN_FDS=1 LISTEN_PID=$$ "$0" serve 3<&0 0</dev/null 2>>"$1""#;
const CLIENTS: usize = 4;

struct Socket {
    listener: TcpListener,
    database: TestDatabase,
    directory: PathBuf,
}

impl Socket {
    fn new() -> Self {
        let name = format!("minimata-reload-{}", std::process::id());
        let directory = std::env::temp_dir().join(name);
        fs::create_dir_all(&directory).unwrap();
        Self {
            listener: TcpListener::bind("127.0.0.1:0").unwrap(),
            database: TestDatabase::own(),
            directory,
        }
    }

    fn log(&self) -> PathBuf {
        self.directory.join("log")
    }

    fn start(&self) -> Child {
        let socket = OwnedFd::from(self.listener.try_clone().unwrap());
        Command::new("sh")
            .args(["-c", HAND_OVER, env!("CARGO_BIN_EXE_minimata")])
            .arg(self.log())
            .env_clear()
            .envs(var_os("PATH").map(|path| ("PATH", path)))
            .env("DATABASE_URL", self.database.url())
            .env("SESSION_KEY", "k".repeat(64))
            .env("WORKERS", "2")
            // Taken already, if it were used.
            .env(
                "PORT",
                self.listener.local_addr().unwrap().port().to_string(),
            )
            .stdin(Stdio::from(socket))
            .stdout(Stdio::null())
            .spawn()
            .unwrap()
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.directory);
    }
}

/// Asks on a connection of its own, as a proxy does; whatever is no whole 200 is told.
fn ask(address: SocketAddr, path: &str) -> Result<(), String> {
    let told = |e: std::io::Error| format!("{path}: {e}");
    let mut stream = TcpStream::connect(address).map_err(told)?;
    stream
        .set_read_timeout(Some(Duration::from_secs(60)))
        .map_err(told)?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    )
    .map_err(told)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).map_err(told)?;
    let answer = String::from_utf8_lossy(&answer);
    let whole =
        answer.ends_with("</html>") || answer.ends_with('}') || answer.ends_with("</html>\n");
    if answer.starts_with("HTTP/1.1 200") && whole {
        return Ok(());
    }
    let head: String = answer.chars().take(200).collect();
    Err(format!("{path}: {} bytes: {head}", answer.len()))
}

fn terminate(child: &mut Child, log: &Path) {
    let sent = Command::new("kill").arg(child.id().to_string()).status();
    assert!(sent.unwrap().success());
    let ended = child.wait().unwrap();
    let log = || fs::read_to_string(log).unwrap_or_default();
    assert!(ended.success(), "{ended}:\n{}", log());
}

/// Three restarts; `scripts/test-reload` says `RELOADS=10`.
#[test]
fn f36_a_restart_drops_no_request_where_the_port_is_held() {
    let reloads = var_os("RELOADS").and_then(|n| n.to_str()?.parse().ok());
    let socket = Socket::new();
    let address = socket.listener.local_addr().unwrap();
    let mut running = socket.start();
    ask(address, "/api/ready").unwrap();
    let (stop, answered) = (AtomicBool::new(false), AtomicU64::new(0));
    let failures: Vec<String> = std::thread::scope(|scope| {
        let client = || {
            let mut failures = Vec::new();
            while !stop.load(Ordering::Relaxed) {
                for path in ["/api/ready", "/login"] {
                    failures.extend(ask(address, path).err());
                    answered.fetch_add(1, Ordering::Relaxed);
                }
            }
            failures
        };
        let clients: Vec<_> = (0..CLIENTS).map(|_| scope.spawn(client)).collect();
        for _ in 0..reloads.unwrap_or(3) {
            let before = answered.load(Ordering::Relaxed);
            while answered.load(Ordering::Relaxed) < before + 50 {
                std::thread::sleep(Duration::from_millis(10));
            }
            terminate(&mut running, &socket.log());
            running = socket.start();
        }
        ask(address, "/api/ready").unwrap();
        stop.store(true, Ordering::Relaxed);
        clients
            .into_iter()
            .flat_map(|c| c.join().unwrap())
            .collect()
    });
    terminate(&mut running, &socket.log());
    let answered = answered.load(Ordering::Relaxed);
    println!("{answered} requests, {} failed", failures.len());
    assert!(failures.is_empty(), "of {answered}: {failures:#?}");
}
