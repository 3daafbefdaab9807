//! Settings: read once from the environment, all mistakes reported together, secrets never printed.

use crate::auth::Limits;
use crate::auth::password::Cost;
use crate::db::{DatabaseOptions, Tls};
use chrono::TimeDelta;
use std::collections::HashMap;
use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use url::Url;

/// A value that must not be printed.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// The value.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[secret]")
    }
}

/// The settings. The README lists each variable with its default; `tests/app/settings.rs` compares.
#[derive(Clone)]
pub struct Config {
    /// `DATABASE_URL`: none means a private MariaDB under [`Config::data_dir`].
    pub database: Option<DatabaseOptions>,
    /// `DATABASE_POOL`: most connections at a time.
    pub database_pool: u32,
    /// `BIND` and `PORT`.
    pub bind: IpAddr,
    /// See [`Config::bind`].
    pub port: u16,
    /// `DATA_DIR`: the private MariaDB and the generated session key.
    pub data_dir: PathBuf,
    /// `PUBLIC_URL`: the address people open; decides cookies, links and HSTS.
    pub public_url: Url,
    /// `SESSION_KEY`: encrypts the cookie; none means one is generated under [`Config::data_dir`].
    pub session_key: Option<Secret>,
    /// `SESSION_IDLE_HOURS` and `SESSION_DAYS`.
    pub session_limits: Limits,
    /// `ARGON2_MEMORY_KIB`, `ARGON2_ITERATIONS`, `ARGON2_PARALLELISM`.
    pub argon2: Cost,
    /// `TRUSTED_PROXIES`: peers whose `X-Forwarded-For` counts.
    pub trusted_proxies: Vec<IpAddr>,
    /// `SMTP_URL`: where mail is handed in; none means links are copied by hand.
    pub smtp_url: Option<Secret>,
    /// `MAIL_FROM`: the sender of that mail.
    pub mail_from: String,
    /// `WORKERS`: server threads; as many as cores by default.
    pub workers: usize,
}

/// The variables and their defaults, as the README lists them.
pub const VARIABLES: &[(&str, &str)] = &[
    ("DATABASE_URL", ""),
    ("DATABASE_TLS", ""),
    ("DATABASE_CA", ""),
    ("DATABASE_POOL", "10"),
    ("BIND", "127.0.0.1"),
    ("PORT", "4040"),
    ("DATA_DIR", "./data"),
    ("PUBLIC_URL", ""),
    ("SESSION_KEY", ""),
    ("SESSION_IDLE_HOURS", "12"),
    ("SESSION_DAYS", "30"),
    ("ARGON2_MEMORY_KIB", "19456"),
    ("ARGON2_ITERATIONS", "2"),
    ("ARGON2_PARALLELISM", "1"),
    ("TRUSTED_PROXIES", ""),
    ("SMTP_URL", ""),
    ("MAIL_FROM", ""),
    ("WORKERS", ""),
    ("RUST_LOG", "info"),
];

/// Every bad setting, by name.
#[derive(Debug)]
pub struct ConfigErrors(Vec<String>);

impl fmt::Display for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "These settings are wrong:")?;
        self.0.iter().try_for_each(|line| writeln!(f, "  {line}"))
    }
}

impl std::error::Error for ConfigErrors {}

impl Config {
    /// Reads the process's environment.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the environment"
    )]
    pub fn from_env() -> Result<Self, ConfigErrors> {
        let known = VARIABLES
            .iter()
            .filter_map(|(name, _)| Some(((*name).to_owned(), std::env::var(name).ok()?)));
        Self::from_values(known.collect())
    }

    /// Reads settings from a map; empty values count as not set.
    pub fn from_values(values: HashMap<String, String>) -> Result<Self, ConfigErrors> {
        let mut read = Read {
            values,
            errors: Vec::new(),
        };
        let port = read.parsed("PORT", "a port from 0 to 65535");
        let config = Self {
            database: read.database(),
            database_pool: read.within("DATABASE_POOL", 1, 1_000),
            bind: read
                .parsed("BIND", "an IP address such as 127.0.0.1 or 0.0.0.0")
                .unwrap_or([127, 0, 0, 1].into()),
            port: port.unwrap_or(4040),
            data_dir: PathBuf::from(read.text("DATA_DIR")),
            public_url: read.public_url(port.unwrap_or(4040)),
            session_key: read.session_key(),
            session_limits: Limits {
                idle: TimeDelta::hours(read.within("SESSION_IDLE_HOURS", 1, 24 * 365)),
                absolute: TimeDelta::days(read.within("SESSION_DAYS", 1, 365)),
            },
            argon2: Cost {
                memory_kib: read.within("ARGON2_MEMORY_KIB", 8, 4_194_304),
                iterations: read.within("ARGON2_ITERATIONS", 1, 100),
                parallelism: read.within("ARGON2_PARALLELISM", 1, 64),
            },
            trusted_proxies: read.proxies(),
            smtp_url: read.smtp_url(),
            mail_from: read.text("MAIL_FROM"),
            workers: read.workers(),
        };
        if config.smtp_url.is_some() && !config.mail_from.contains('@') {
            read.wrong("MAIL_FROM", "an e-mail address, because SMTP_URL is set");
        }
        if read.errors.is_empty() {
            Ok(config)
        } else {
            Err(ConfigErrors(read.errors))
        }
    }
}

impl Config {
    /// Whether cookies are `Secure` and `__Host-`: always, but where browsers would drop such cookies.
    pub fn has_secure_cookies(&self) -> bool {
        self.public_url.scheme() == "https" || self.is_public_url_loopback()
    }

    /// Whether people open the product on this machine only.
    pub fn is_public_url_loopback(&self) -> bool {
        match self.public_url.host() {
            Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
            Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
            None => false,
        }
    }
}

/// The values and what was wrong with them so far.
struct Read {
    values: HashMap<String, String>,
    errors: Vec<String>,
}

impl Read {
    fn given(&self, name: &str) -> Option<&str> {
        self.values
            .get(name)
            .map(|v| v.trim())
            .filter(|v| !v.is_empty())
    }

    fn text(&self, name: &str) -> String {
        let default = VARIABLES
            .iter()
            .find(|(n, _)| *n == name)
            .map_or("", |(_, d)| d);
        self.given(name).unwrap_or(default).to_owned()
    }

    fn wrong(&mut self, name: &str, expected: &str) {
        let line = match self.given(name) {
            // An address may hold a password, a key is one.
            Some(_) if name.ends_with("_URL") || name.ends_with("_KEY") => {
                format!("{name}: needs {expected}")
            }
            Some(value) => format!("{name}: needs {expected}, got \"{value}\""),
            None => format!("{name}: needs {expected}"),
        };
        self.errors.push(line);
    }

    fn parsed<T: std::str::FromStr>(&mut self, name: &str, expected: &str) -> Option<T> {
        let value = self.text(name).parse().ok();
        if value.is_none() {
            self.wrong(name, expected);
        }
        value
    }

    fn within<T>(&mut self, name: &str, least: T, most: T) -> T
    where
        T: std::str::FromStr + PartialOrd + fmt::Display + Copy,
    {
        match self.text(name).parse() {
            Ok(n) if n >= least && n <= most => n,
            _ => {
                self.wrong(name, &format!("a whole number from {least} to {most}"));
                least
            }
        }
    }

    fn database(&mut self) -> Option<DatabaseOptions> {
        let tls = match self.text("DATABASE_TLS").as_str() {
            "" => None,
            "strict" => Some(Tls::Strict),
            "off" => Some(Tls::Off),
            _ => {
                self.wrong("DATABASE_TLS", "strict or off");
                None
            }
        };
        let ca = self.given("DATABASE_CA").map(PathBuf::from);
        if ca.as_ref().is_some_and(|file| !file.is_file()) {
            self.wrong(
                "DATABASE_CA",
                "a readable file with certificates in PEM form",
            );
        }
        let url = self.given("DATABASE_URL")?.to_owned();
        match DatabaseOptions::parse(&url, tls, ca) {
            Ok(options) => Some(options),
            Err(error) => {
                self.errors.push(format!("DATABASE_URL: {error}"));
                None
            }
        }
    }

    fn public_url(&mut self, port: u16) -> Url {
        let text = self
            .given("PUBLIC_URL")
            .map_or_else(|| format!("http://localhost:{port}"), str::to_owned);
        let usable = |url: &Url| {
            matches!(url.scheme(), "http" | "https") && url.has_host() && url.path() == "/"
        };
        match Url::parse(&text) {
            Ok(url) if usable(&url) => url,
            _ => {
                self.wrong(
                    "PUBLIC_URL",
                    "an address such as https://crm.example.se, without a path",
                );
                unused_url()
            }
        }
    }

    fn session_key(&mut self) -> Option<Secret> {
        let key = self.given("SESSION_KEY")?.to_owned();
        if key.len() < 64 {
            self.wrong(
                "SESSION_KEY",
                "64 characters or more: make one with `openssl rand -hex 32`",
            );
        }
        Some(Secret(key))
    }

    fn proxies(&mut self) -> Vec<IpAddr> {
        let text = self.text("TRUSTED_PROXIES");
        let parts = text.split(',').map(str::trim).filter(|p| !p.is_empty());
        let parsed: Result<Vec<IpAddr>, _> = parts.map(str::parse).collect();
        parsed.unwrap_or_else(|_| {
            self.wrong("TRUSTED_PROXIES", "IP addresses with commas between");
            Vec::new()
        })
    }

    fn smtp_url(&mut self) -> Option<Secret> {
        let text = self.given("SMTP_URL")?.to_owned();
        if !Url::parse(&text).is_ok_and(|u| matches!(u.scheme(), "smtp" | "smtps") && u.has_host())
        {
            self.wrong(
                "SMTP_URL",
                "an address such as smtps://USER:PASSWORD@HOST or smtp://HOST:587?tls=required",
            );
        }
        Some(Secret(text))
    }

    fn workers(&mut self) -> usize {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        if self.given("WORKERS").is_none() {
            cores
        } else {
            self.within("WORKERS", 1, 1_024)
        }
    }
}

/// Stands beside an error, so nothing ever uses it.
#[expect(clippy::expect_used, reason = "a constant that is an address")]
fn unused_url() -> Url {
    Url::parse("http://localhost").expect("a constant that is an address")
}
