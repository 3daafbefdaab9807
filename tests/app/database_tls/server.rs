//! A MariaDB on loopback that shows the certificate it is told to.

use crate::support::Watchdog;
use minimata::db::embedded::{Durability, Embedded};
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How the server is reached.
pub enum Serves {
    /// Only encrypted, with this certificate and key.
    Tls([PathBuf; 2]),
    /// Without any TLS.
    Plain,
}

/// The server, stopped with this value.
pub struct Server {
    directory: PathBuf,
    port: u16,
    running: Option<Child>,
    _watchdog: Watchdog,
}

impl Server {
    /// An empty database in a directory of its own; nothing runs yet.
    pub fn new(name: &str) -> Self {
        let name = format!("minimata-{name}-{}", std::process::id());
        let directory = std::env::temp_dir().join(name);
        fs::create_dir(&directory).expect("a directory");
        let watchdog = Watchdog::over(&directory);
        let made = Embedded::start(&directory, Durability::Relaxed).expect("a private MariaDB");
        made.stop().expect("it stops");
        fs::write(
            directory.join("users.sql"),
            "CREATE USER IF NOT EXISTS crm@'%' IDENTIFIED BY 'hemligt';\nGRANT ALL ON minimata.* TO crm@'%';\n\
             CREATE USER IF NOT EXISTS odd@'%' IDENTIFIED BY 'p@ss:w/o#r\"d''\\\\ %ö;$(id)';\nGRANT SELECT ON minimata.* TO odd@'%';\n",
        )
        .expect("written");
        let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = free.local_addr().expect("an address").port();
        Self {
            directory,
            port,
            running: None,
            _watchdog: watchdog,
        }
    }

    /// Where its files are.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Its address, as `DATABASE_URL` has it.
    pub fn url(&self, host: &str) -> String {
        format!("mysql://crm:hemligt@{host}:{}/minimata", self.port)
    }

    /// Starts it, in place of the one that runs.
    pub fn serve(&mut self, how: Serves) {
        self.stop();
        let at = |name: &str| self.directory.join(name).display().to_string();
        let mut all = vec![
            "--no-defaults".to_owned(),
            "--skip-name-resolve".to_owned(),
            "--performance-schema=OFF".to_owned(),
            "--bind-address=127.0.0.1".to_owned(),
            format!("--port={}", self.port),
            format!("--datadir={}", at("mariadb/data")),
            format!("--socket={}", at("tls.sock")),
            format!("--pid-file={}", at("tls.pid")),
            format!("--init-file={}", at("users.sql")),
            "--user=root".to_owned(),
        ];
        match how {
            Serves::Plain => all.push("--skip-ssl".to_owned()),
            Serves::Tls([certificate, key]) => all.extend([
                "--require-secure-transport=ON".to_owned(),
                format!("--ssl-cert={}", certificate.display()),
                format!("--ssl-key={}", key.display()),
            ]),
        }
        let log = fs::File::create(self.directory.join("tls.log")).expect("a log");
        // Debian keeps the server where only root's PATH looks.
        let mut path = std::env::var_os("PATH").unwrap_or_default();
        path.push(":/usr/sbin:/usr/local/sbin");
        let child = Command::new("mariadbd")
            .args(all)
            .env("PATH", path)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn();
        self.running = Some(child.expect("mariadbd is installed"));
        self.wait();
    }

    fn wait(&self) {
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            let log = fs::read_to_string(self.directory.join("tls.log")).unwrap_or_default();
            assert!(begun.elapsed() < Duration::from_secs(60), "{log}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Stops it as a power cut would.
    pub fn stop(&mut self) {
        if let Some(mut child) = self.running.take() {
            child.kill().expect("it runs");
            child.wait().expect("it ends");
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}
