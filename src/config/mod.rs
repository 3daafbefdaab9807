//! Settings: read once from the environment, all mistakes reported together, secrets never printed.

mod read;

use crate::auth::Limits;
use crate::auth::password::Cost;
use crate::db::DatabaseOptions;
use chrono::TimeDelta;
use read::Read;
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
    /// `BACKEND_API_KEYS`: keys of programs that may do everything through the API.
    pub api_keys: Vec<Secret>,
    /// `ALLOWED_ORIGINS`: other sites whose pages may read the API's answers.
    pub allowed_origins: Vec<String>,
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
    ("BACKEND_API_KEYS", ""),
    ("ALLOWED_ORIGINS", ""),
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
            api_keys: read.api_keys(),
            allowed_origins: read.origins(),
            smtp_url: read.smtp_url(),
            mail_from: read.text("MAIL_FROM"),
            workers: read.workers(),
        };
        read.log_filter();
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
