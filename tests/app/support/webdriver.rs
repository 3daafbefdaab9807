//! chromedriver: one per process while anybody has a session, on a port of its own choice.
use std::io::{BufRead, BufReader};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::ChildStdout;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, Weak, mpsc};
use std::time::Duration;

use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::watchdog::Watchdog;

/// How long programs may take to start on a busy machine.
const START: Duration = Duration::from_secs(60);

/// A running chromedriver. The last one to let go ends it and every browser that it started.
pub struct Driver {
    port: u16,
    root: PathBuf,
    sessions: AtomicU32,
    _watchdog: Watchdog,
}

impl Driver {
    /// The running one, or a new one.
    pub fn get() -> Arc<Driver> {
        static CURRENT: Mutex<Weak<Driver>> = Mutex::new(Weak::new());
        let mut current = CURRENT
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        current.upgrade().unwrap_or_else(|| {
            let driver = Arc::new(Driver::start());
            *current = Arc::downgrade(&driver);
            driver
        })
    }

    /// A port that it chose may be taken by the time it listens; then it gives up, and we try again.
    fn start() -> Driver {
        let tried = (0..5).find_map(|_| Driver::try_start());
        tried.expect("chromedriver starts: run it by hand to see why not")
    }

    fn try_start() -> Option<Driver> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let root = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let root = root.join(format!("chrome-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&root).expect("a directory for profiles");
        let program = find("CHROMEDRIVER", &["chromedriver", "chromium.chromedriver"]);
        let (watchdog, output) = Watchdog::run(&program, &["--port=0".to_owned()], &root);
        let port = announced_port(output)?;
        let sessions = AtomicU32::new(0);
        Some(Driver {
            port,
            root,
            sessions,
            _watchdog: watchdog,
        })
    }

    /// Opens a browser with a fresh profile.
    pub async fn open(&self, javascript: bool) -> Client {
        let number = self.sessions.fetch_add(1, Ordering::Relaxed);
        let profile = self.root.join(format!("profile-{number}"));
        let capabilities = capabilities(&profile, javascript);
        let capabilities = capabilities.as_object().expect("an object").clone();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let address = format!("http://127.0.0.1:{}", self.port);
        let opened = tokio::time::timeout(START, builder.connect(&address)).await;
        let client = opened.expect("Chromium starts within a minute");
        client.unwrap_or_else(|error| panic!("Chromium does not start: {error}"))
    }
}

/// Reads what chromedriver says, for as long as it lives, so that it is never held up by a full pipe.
fn announced_port(output: ChildStdout) -> Option<u16> {
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some((_, port)) = line.rsplit_once("successfully on port ") {
                let _ = send.send(port.trim_end_matches('.').parse().ok());
            }
        }
    });
    receive.recv_timeout(START).ok().flatten()
}

fn capabilities(profile: &Path, javascript: bool) -> Value {
    let mut flags: Vec<String> = [
        "headless",
        "disable-gpu",
        "disable-quic",
        "no-first-run",
        "disable-background-networking",
    ]
    .iter()
    .chain(&[
        "disable-component-update",
        "disable-sync",
        "disable-dev-shm-usage",
        "disable-breakpad",
        "lang=en",
    ])
    .map(|flag| format!("--{flag}"))
    .collect();
    flags.push(format!("--user-data-dir={}", profile.display()));
    // Chromium's sandbox refuses to work for root.
    if std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0) {
        flags.push("--no-sandbox".to_owned());
    }
    let content = "profile.managed_default_content_settings.javascript";
    let prefs = if javascript {
        json!({ "intl.accept_languages": "en" })
    } else {
        json!({ "intl.accept_languages": "en", content: 2 })
    };
    json!({
        "goog:chromeOptions": { "binary": find("CHROME", &["chromium", "chromium-browser", "google-chrome"]), "args": flags, "prefs": prefs },
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

/// A program named by a variable, or found in PATH under one of its names.
fn find(variable: &str, names: &[&str]) -> PathBuf {
    if let Some(named) = std::env::var_os(variable) {
        return named.into();
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let places: Vec<PathBuf> = std::env::split_paths(&path)
        .chain(["/usr/bin".into(), "/usr/lib/chromium".into()])
        .collect();
    let found = names
        .iter()
        .flat_map(|name| places.iter().map(move |place| place.join(name)))
        .find(|file| file.is_file());
    found.unwrap_or_else(|| {
        panic!("no {names:?} in PATH; install Chromium and its driver, or set {variable}")
    })
}

/// A command of chromedriver's own, beside the standard ones.
#[derive(Debug)]
pub struct Extension {
    /// Below the session's address.
    pub path: &'static str,
    /// What to send.
    pub body: Value,
}

impl Extension {
    /// A command of the Chrome DevTools Protocol.
    pub fn devtools(command: &str, parameters: Value) -> Extension {
        Extension {
            path: "goog/cdp/execute",
            body: json!({ "cmd": command, "params": parameters }),
        }
    }
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (ureq::http::Method, Option<String>) {
        (ureq::http::Method::POST, Some(self.body.to_string()))
    }
}
