//! Starting the server, finding it and stopping it. No shell anywhere: arguments are lists.

use std::fs::{self, OpenOptions};
use std::io::{self, Read};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::command::{last_lines, not_started, option, output_of, program};
use super::error::EmbeddedError;
use super::place::Place;
use super::{Durability, options};

const SERVER: &str = "mariadbd";
const CLIENT: &str = "mariadb";
/// Crash recovery of a large database takes a while.
const START_PATIENCE: Duration = Duration::from_secs(120);
const STOP_PATIENCE: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(20);

/// Whether a server greets at the socket. A connection alone proves nothing: the kernel accepts it for a stopped one.
pub(super) fn answers(place: &Place) -> bool {
    let Ok(mut stream) = UnixStream::connect(&place.socket) else {
        return false;
    };
    let mut greeting = [0; 5];
    stream
        .set_read_timeout(Some(Duration::from_millis(500)))
        .and_then(|()| stream.read_exact(&mut greeting))
        .is_ok()
}

/// Waits until the server answers, starting it first unless it is already on its way up (or down).
pub(super) fn bring_up(
    place: &Place,
    durability: Durability,
) -> Result<Option<Child>, EmbeddedError> {
    let begun = Instant::now();
    let mut child: Option<Child> = None;
    while !answers(place) {
        let pid = match &mut child {
            Some(child) => {
                if ended(child) {
                    return Err(EmbeddedError::Ended {
                        log: place.log.clone(),
                        lines: log_end(place),
                    });
                }
                child.id()
            }
            None => match find(place) {
                Some(pid) => pid,
                None => child.insert(launch(place, durability)?).id(),
            },
        };
        if begun.elapsed() > START_PATIENCE {
            return Err(EmbeddedError::Silent {
                pid,
                seconds: START_PATIENCE.as_secs(),
                log: place.log.clone(),
                lines: log_end(place),
            });
        }
        sleep(POLL);
    }
    Ok(child)
}

fn launch(place: &Place, durability: Durability) -> Result<Child, EmbeddedError> {
    // Stopping needs it: say so before there is anything to stop.
    let mut client = program(CLIENT);
    client.arg("--version");
    output_of(client, CLIENT)?;
    let setup = place.home.join("setup.sql");
    fs::write(&setup, options::SETUP).map_err(EmbeddedError::file("write", &setup))?;
    let log = open_log(&place.log).map_err(EmbeddedError::file("open", &place.log))?;
    let also = log
        .try_clone()
        .map_err(EmbeddedError::file("open", &place.log))?;
    let mut command = program(SERVER);
    command
        .args(options::of(place, &setup, durability))
        // Ctrl+C in the terminal is meant for us; we stop the server when the last request is done.
        .process_group(0)
        .stdin(Stdio::null())
        .stdout(log)
        .stderr(also);
    command.spawn().map_err(not_started(SERVER))
}

/// Stops the server and waits until it is gone.
pub(super) fn shut_down(place: &Place, mut child: Option<Child>) -> Result<(), EmbeddedError> {
    let mut command = program(CLIENT);
    command
        .args([
            "--no-defaults",
            "--user=root",
            "--connect-timeout=3",
            "--execute=SHUTDOWN",
        ])
        .arg(option("--socket=", &place.socket));
    let told = output_of(command, CLIENT)?.status.success();
    if !told && let Some(pid) = find(place) {
        // It hangs, or refuses everybody. InnoDB recovers from this at the next start.
        log::warn!("the database server does not take the order to stop; killing process {pid}");
        let mut kill = program("kill");
        kill.args(["-KILL", &pid.to_string()]);
        // Should that fail, the wait below says so.
        let _ = output_of(kill, "kill");
    }
    let begun = Instant::now();
    loop {
        if child.as_mut().is_some_and(ended) {
            return Ok(());
        }
        let Some(pid) = find(place) else {
            return Ok(());
        };
        if begun.elapsed() > STOP_PATIENCE {
            let seconds = STOP_PATIENCE.as_secs();
            return Err(EmbeddedError::Lingers { pid, seconds });
        }
        sleep(POLL);
    }
}

/// The process that serves this data directory, by the process table: unlike a file with a number, it is never stale.
pub(super) fn find(place: &Place) -> Option<u32> {
    let data = option("--datadir=", &place.data);
    fs::read_dir("/proc").ok()?.flatten().find_map(|entry| {
        let pid = entry.file_name().to_str()?.parse().ok()?;
        let command = fs::read(entry.path().join("cmdline")).ok()?;
        let mut words = command.split(|byte| *byte == 0);
        let ours =
            words.next()?.ends_with(SERVER.as_bytes()) && words.any(|word| word == data.as_bytes());
        ours.then_some(pid)
    })
}

/// Whether the child is gone; also takes it off the process table.
fn ended(child: &mut Child) -> bool {
    !matches!(child.try_wait(), Ok(None))
}

/// Opens the log to add to it; one older log is kept.
fn open_log(path: &Path) -> io::Result<fs::File> {
    const LARGE: u64 = 1 << 20;
    if fs::metadata(path).is_ok_and(|log| log.len() > LARGE) {
        fs::rename(path, path.with_extension("log.1"))?;
    }
    let mut log = OpenOptions::new();
    log.create(true).append(true).mode(0o600).open(path)
}

fn log_end(place: &Place) -> String {
    last_lines(&fs::read(&place.log).unwrap_or_default())
}
