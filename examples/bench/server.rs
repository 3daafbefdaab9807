//! The product as it is delivered, serving the data set; its memory and its processor time.

use crate::http::{Client, Failure};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Who is signed in while measuring; the data set is this program's own.
const EMAIL: &str = "bench-1@example.org";
const PASSWORD: &str = "korrekt-hast-batteri-klammer";
/// People, who own the records.
const PEOPLE: usize = 12;

/// A running release server on a private database.
pub struct Server {
    child: Child,
    pub port: u16,
    /// From the start of the program to its first answer.
    pub started_in: Duration,
}

/// The program and where its data is.
pub struct Installation {
    pub program: PathBuf,
    pub data: PathBuf,
}

impl Installation {
    #[expect(
        clippy::disallowed_methods,
        reason = "the product itself must not see them"
    )]
    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("DATABASE")) {
            command.env_remove(name);
        }
        command
            .env("DATA_DIR", &self.data)
            .env("RUST_LOG", "warn")
            .env_remove("PUBLIC_URL");
        command
    }

    /// Makes the data set where it is not there yet.
    pub fn fill(&self, accounts: u32, contacts: u32) -> Result<(), Failure> {
        let whole = self.data.join("whole");
        if whole.exists() {
            return Ok(());
        }
        if self.data.exists() {
            std::fs::remove_dir_all(&self.data)?;
        }
        eprintln!("making the data set in {}", self.data.display());
        for n in 1..=PEOPLE {
            let role = if n == 1 {
                "admin"
            } else if n < 4 {
                "manager"
            } else {
                "staff"
            };
            let (email, name) = (format!("bench-{n}@example.org"), format!("Person {n}"));
            let mut command = self.command();
            command.args([
                "user", "create", "--email", &email, "--name", &name, "--role", role,
            ]);
            command.stdin(Stdio::piped()).stdout(Stdio::null());
            let mut child = command.spawn()?;
            if let Some(mut input) = child.stdin.take() {
                std::io::Write::write_all(&mut input, PASSWORD.as_bytes())?;
            }
            succeeded(child.wait()?, "user create")?;
        }
        let (accounts, contacts) = (accounts.to_string(), contacts.to_string());
        let arguments = [
            "demo",
            "--accounts",
            &accounts,
            "--contacts",
            &contacts,
            "--seed",
            "1",
        ];
        succeeded(self.command().args(arguments).status()?, "demo")?;
        std::fs::write(whole, "")?;
        Ok(())
    }

    /// Runs a command beside the server; gives how long it took.
    pub fn run(&self, arguments: &[&str]) -> Result<Duration, Failure> {
        let began = Instant::now();
        let status = self
            .command()
            .args(arguments)
            .stdout(Stdio::null())
            .status()?;
        succeeded(status, arguments.first().copied().unwrap_or_default())?;
        Ok(began.elapsed())
    }

    pub fn serve(&self) -> Result<Server, Failure> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let began = Instant::now();
        let child = self
            .command()
            .env("PORT", port.to_string())
            .stdout(Stdio::null())
            .spawn()?;
        let mut server = Server {
            child,
            port,
            started_in: Duration::ZERO,
        };
        while Client::connect(port, "")
            .and_then(|mut c| c.get("/api/health"))
            .is_err()
        {
            if began.elapsed() > Duration::from_secs(60) || server.child.try_wait()?.is_some() {
                return Err("the server does not start".into());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        server.started_in = began.elapsed();
        Ok(server)
    }
}

fn succeeded(status: std::process::ExitStatus, what: &str) -> Result<(), Failure> {
    match status.success() {
        true => Ok(()),
        false => Err(format!("{what}: {status}").into()),
    }
}

impl Server {
    /// Signs in; gives the cookie.
    pub fn sign_in(&self) -> Result<String, Failure> {
        let mut client = Client::connect(self.port, "")?;
        let answer = client.post("/login", &[("email", EMAIL), ("password", PASSWORD)])?;
        match answer.cookie {
            Some(cookie) if answer.status == 303 => Ok(cookie),
            _ => Err(format!("signing in was answered with {}", answer.status).into()),
        }
    }

    /// Resident memory in MiB: now, and the most it ever was.
    pub fn memory(&self) -> (f64, f64) {
        let status = std::fs::read_to_string(self.proc("status")).unwrap_or_default();
        let mib = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let kib = line.and_then(|l| l.split_whitespace().next()?.parse::<f64>().ok());
            kib.unwrap_or_default() / 1024.0
        };
        (mib("VmRSS:"), mib("VmHWM:"))
    }

    /// Begins to measure the most memory anew.
    pub fn forget_most_memory(&self) -> Result<(), Failure> {
        Ok(std::fs::write(self.proc("clear_refs"), "5")?)
    }

    /// Processor time spent so far, in milliseconds.
    pub fn cpu(&self) -> f64 {
        let stat = std::fs::read_to_string(self.proc("stat")).unwrap_or_default();
        // The name before the last bracket may hold blanks.
        let fields: Vec<&str> = stat
            .rsplit(')')
            .next()
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        let ticks = |at: usize| {
            fields
                .get(at)
                .and_then(|f| f.parse::<f64>().ok())
                .unwrap_or_default()
        };
        (ticks(11) + ticks(12)) * 10.0
    }

    fn proc(&self, file: &str) -> PathBuf {
        Path::new("/proc")
            .join(self.child.id().to_string())
            .join(file)
    }

    /// Asks it to end, and waits for it and its database.
    pub fn stop(mut self) -> Result<(), Failure> {
        let id = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &id]).status()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Stopped already, or something failed: nothing is left running.
        if matches!(self.child.try_wait(), Ok(None)) {
            let id = self.child.id().to_string();
            let _ = Command::new("kill").args(["-TERM", &id]).status();
            let _ = self.child.wait();
        }
    }
}
