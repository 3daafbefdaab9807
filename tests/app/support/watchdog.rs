//! Clean-up that happens however the test process ends: passed, panicked, Ctrl+C or `kill -9`.
//!
//! libtest has no hook for its end, and statics are never dropped. So whatever outlives a test is looked after by a
//! shell that reads a pipe of ours; when the pipe closes, the shell ends its charges.
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use std::os::unix::process::CommandExt;

/// Runs a program in a session of its own; that alone holds the output, so the output ends when the program does. At the
/// end kills it with all its children and removes the directory.
const OVER_PROGRAM: &str = r#"dir=$1; shift
setsid "$@" &
group=$!
exec >/dev/null
cat
kill -s KILL -- -$group 2>/dev/null
wait $group 2>/dev/null
for try in 1 2 3 4 5; do rm -rf "$dir" 2>/dev/null && break; sleep 0.1; done"#;

/// At the end kills whoever left a pid file in the directory, and removes the directory.
const OVER_DIRECTORY: &str = r#"dir=$1
cat >/dev/null
find "$dir" -name '*.pid' -type f -exec cat {} + | while read -r pid; do kill -s KILL "$pid"; done 2>/dev/null
for try in 1 2 3 4 5; do rm -rf "$dir" 2>/dev/null && break; sleep 0.1; done"#;

/// A shell that cleans up when this value is dropped or this process is gone.
pub struct Watchdog(Child);

impl Watchdog {
    /// Starts `program` and gives its standard output.
    pub fn run(program: &Path, args: &[String], dir: &Path) -> (Watchdog, ChildStdout) {
        let mut shell = shell(OVER_PROGRAM, dir);
        shell.arg(program).args(args).stdout(Stdio::piped());
        let mut child = shell.spawn().expect("sh starts");
        let stdout = child.stdout.take().expect("its output is piped");
        (Watchdog(child), stdout)
    }

    /// Looks after a directory that holds the data of a daemon, for as long as this process lives.
    pub fn over(dir: &Path) -> Watchdog {
        Watchdog(shell(OVER_DIRECTORY, dir).spawn().expect("sh starts"))
    }
}

/// Its own process group, so that Ctrl+C does not end the shell before it has done its work.
fn shell(script: &str, dir: &Path) -> Command {
    let mut command = Command::new("sh");
    command
        .args(["-c", script, "watchdog"])
        .arg(dir)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0);
    command
}

impl Drop for Watchdog {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}
