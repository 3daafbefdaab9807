//! Running other programs: argument lists, no shell, a bare environment.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::error::EmbeddedError;

/// A command that sees nothing of our environment (secrets, `MYSQL_PWD`, `NOTIFY_SOCKET`) but where programs are.
pub(super) fn program(name: &str) -> Command {
    let mut path = std::env::var_os("PATH").unwrap_or_default();
    // Debian keeps the server where only root's PATH looks.
    path.push(":/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/sbin:/usr/local/bin");
    let mut command = Command::new(name);
    command.env_clear().env("PATH", path).env("LC_ALL", "C");
    command
}

/// Runs a command to its end.
pub(super) fn output_of(mut command: Command, name: &'static str) -> Result<Output, EmbeddedError> {
    command
        .stdin(Stdio::null())
        .output()
        .map_err(not_started(name))
}

/// A path as the value of an option, whatever its bytes.
pub(super) fn option(name: &str, path: &Path) -> OsString {
    let mut option = OsString::from(name);
    option.push(path);
    option
}

/// Why a program could not be run, for `map_err`.
pub(super) fn not_started(name: &'static str) -> impl FnOnce(io::Error) -> EmbeddedError {
    move |error| match error.kind() {
        io::ErrorKind::NotFound => EmbeddedError::Missing(name),
        _ => EmbeddedError::file("run", Path::new(OsStr::new(name)))(error),
    }
}

/// The last lines of what a program said, for an error message.
pub(super) fn last_lines(said: &[u8]) -> String {
    let text = String::from_utf8_lossy(said);
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    lines[lines.len().saturating_sub(12)..].join("\n")
}
