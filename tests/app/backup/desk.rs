//! An operator with a database full of records, a directory for backups, and the scripts.

use minimata::auth::{Actor, Channel};
use minimata::db::{DatabaseOptions, Db};
use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use crate::support::{TestClock, TestDatabase};

/// What a script said, and its code.
pub struct Said {
    pub code: Option<i32>,
    pub text: String,
}

/// Databases and directory go with this value.
pub struct Desk {
    pub source: TestDatabase,
    /// Without tables.
    pub target: TestDatabase,
    directory: PathBuf,
}

impl Desk {
    pub fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(1);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("minimata-backup-{}-{number}", std::process::id());
        let directory = std::env::temp_dir().join(name);
        fs::create_dir_all(directory.join("programs")).unwrap();
        let source = TestDatabase::own();
        let options = DatabaseOptions::parse(source.url(), None, None).unwrap();
        let operator = Actor::operator(Channel::Cli);
        let filled = Db::open(&options.unlimited(), 1)
            .unwrap()
            .run_blocking(|conn| minimata::demo::fill(conn, &operator, TestClock::new().now()));
        assert!(filled.unwrap());
        Self {
            source,
            target: TestDatabase::empty(),
            directory,
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.directory.join(name)
    }

    /// Lets the scripts find a program of this text before the real one, which it calls as `$real`.
    pub fn instead_of(&self, program: &str, text: &str) {
        let real = "real=$(PATH=${PATH#*:} command -v \"${0##*/}\")\n[ \"$1\" != --version ] || exec \"$real\" \"$@\"";
        let path = self.path("programs").join(program);
        fs::write(&path, format!("#!/usr/bin/env bash\n{real}\n{text}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// The real programs again.
    pub fn real_programs(&self) {
        fs::remove_dir_all(self.path("programs")).unwrap();
        fs::create_dir(self.path("programs")).unwrap();
    }

    /// A script on a database, in a process group of its own.
    pub fn command(&self, script: &str, database: &TestDatabase) -> Command {
        script_command(script, &self.directory, database.url())
    }

    pub fn run(&self, script: &str, database: &TestDatabase, arguments: &[&str]) -> Said {
        said(self.command(script, database).args(arguments))
    }

    /// Makes a backup of the source and says where it is.
    pub fn backup(&self) -> PathBuf {
        let said = self.run("backup", &self.source, &[]);
        assert_eq!(said.code, Some(0), "{}", said.text);
        let all = self.backups();
        self.path("backups").join(all.last().unwrap())
    }

    /// Restores into the target.
    pub fn restore(&self, file: &Path, options: &[&str]) -> Said {
        let mut command = self.command("restore", &self.target);
        said(command.args(options).arg(file))
    }

    /// The program, without settings.
    pub fn program(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_minimata"));
        let path = std::env::var_os("PATH").unwrap_or_default();
        command
            .args(arguments)
            .current_dir(&self.directory)
            .env_clear()
            .env("PATH", path);
        command
    }

    /// Proves a backup, noting it in the source.
    pub fn check(&self, file: &Path) -> Said {
        fs::create_dir_all(self.path("scratch")).unwrap();
        let mut command = self.program(&["backup-check", "--scratch"]);
        command.arg(self.path("scratch")).arg(file);
        said(command.env("DATABASE_URL", self.source.url()))
    }

    /// What checks left behind.
    pub fn scratch(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.path("scratch")).unwrap();
        entries.map(|entry| entry.unwrap().path()).collect()
    }

    /// Writes a file as a dump is packed.
    pub fn pack(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        let file = fs::File::create(&path).unwrap();
        let mut packed = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
        packed.write_all(text.as_bytes()).unwrap();
        packed.finish().unwrap();
        path
    }

    /// What has the name of a backup, by age.
    pub fn backups(&self) -> Vec<String> {
        let mut all = self.files();
        all.retain(|name| name.ends_with(".sql.gz") && !name.starts_with('.'));
        all
    }

    /// Everything in the directory of backups.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path("backups")).into_iter().flatten();
        let mut all: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        all.sort();
        all
    }

    /// Waits until a backup is being written.
    pub fn wait_for_part(&self) {
        let begun = Instant::now();
        let is_part = |name: &String| name.ends_with(".part");
        while !self.files().iter().any(is_part) {
            assert!(begun.elapsed() < Duration::from_secs(60), "nothing begins");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.directory);
    }
}

/// A script with its backups in this directory.
#[expect(
    clippy::disallowed_methods,
    reason = "where the machine has its programs is no setting of ours"
)]
pub fn script_command(script: &str, directory: &Path, url: &str) -> Command {
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts");
    let path = std::env::var("PATH").unwrap_or_default();
    let programs = directory.join("programs");
    let mut command = Command::new(scripts.join(script));
    command
        .env_clear()
        .env("PATH", format!("{}:{path}", programs.display()))
        .env("TMPDIR", directory)
        .env("BACKUP_DIR", directory.join("backups"))
        .env("DATABASE_URL", url)
        .stdin(Stdio::null())
        .process_group(0);
    command
}

/// Runs it to its end.
pub fn said(command: &mut Command) -> Said {
    let output = command.output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    Said {
        code: output.status.code(),
        text: String::from_utf8(text).unwrap(),
    }
}

/// Sends a signal to the process and all that it started.
pub fn signal(child: &Child, signal: &str) {
    let group = format!("-{}", child.id());
    let sent = Command::new("kill")
        .args(["-s", signal, "--", &group])
        .status();
    assert!(sent.unwrap().success());
}

/// The statements of a backup without its comments, which tell the time.
pub fn statements(file: &Path) -> String {
    let mut text = String::new();
    let mut packed = flate2::read::GzDecoder::new(fs::File::open(file).unwrap());
    packed.read_to_string(&mut text).unwrap();
    let told = text.lines().filter(|line| !line.starts_with("--"));
    told.collect::<Vec<_>>().join("\n")
}
