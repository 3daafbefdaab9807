//! Reading single settings, noting each that is wrong.

use super::{Secret, VARIABLES};
use crate::db::{DatabaseOptions, Tls};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use std::collections::HashMap;
use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use url::Url;

/// The values and what was wrong with them so far.
pub(super) struct Read {
    pub values: HashMap<String, String>,
    pub errors: Vec<String>,
}

impl Read {
    fn given(&self, name: &str) -> Option<&str> {
        self.values
            .get(name)
            .map(|v| v.trim())
            .filter(|v| !v.is_empty())
    }

    pub fn text(&self, name: &str) -> String {
        let default = VARIABLES
            .iter()
            .find(|(n, _)| *n == name)
            .map_or("", |(_, d)| d);
        self.given(name).unwrap_or(default).to_owned()
    }

    pub fn wrong(&mut self, name: &str, expected: &str) {
        let line = match self.given(name) {
            // An address may hold a password, a key is one.
            Some(_)
                if ["_URL", "_KEY", "_KEYS"]
                    .iter()
                    .any(|end| name.ends_with(end)) =>
            {
                format!("{name}: needs {expected}")
            }
            Some(value) => format!("{name}: needs {expected}, got \"{value}\""),
            None => format!("{name}: needs {expected}"),
        };
        self.errors.push(line);
    }

    pub fn parsed<T: std::str::FromStr>(&mut self, name: &str, expected: &str) -> Option<T> {
        let value = self.text(name).parse().ok();
        if value.is_none() {
            self.wrong(name, expected);
        }
        value
    }

    pub fn within<T>(&mut self, name: &str, least: T, most: T) -> T
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

    pub fn database(&mut self) -> Option<DatabaseOptions> {
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
        if ca.as_ref().is_some_and(|file| !holds_authorities(file)) {
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

    pub fn public_url(&mut self, port: u16) -> Url {
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

    pub fn session_key(&mut self) -> Option<Secret> {
        let key = self.given("SESSION_KEY")?.to_owned();
        if key.len() < 64 {
            self.wrong(
                "SESSION_KEY",
                "64 characters or more: make one with `openssl rand -hex 32`",
            );
        }
        Some(Secret(key))
    }

    pub fn proxies(&mut self) -> Vec<IpAddr> {
        let text = self.text("TRUSTED_PROXIES");
        let parts = text.split(',').map(str::trim).filter(|p| !p.is_empty());
        let parsed: Result<Vec<IpAddr>, _> = parts.map(str::parse).collect();
        parsed.unwrap_or_else(|_| {
            self.wrong("TRUSTED_PROXIES", "IP addresses with commas between");
            Vec::new()
        })
    }

    pub fn api_keys(&mut self) -> Vec<Secret> {
        let text = self.text("BACKEND_API_KEYS");
        let keys = text.split(',').map(str::trim).filter(|k| !k.is_empty());
        let keys: Vec<Secret> = keys.map(|key| Secret(key.to_owned())).collect();
        // What fits into a header, and cannot be guessed.
        let fits = |key: &Secret| key.0.len() >= 32 && key.0.chars().all(|c| c.is_ascii_graphic());
        if !keys.iter().all(fits) {
            self.wrong(
                "BACKEND_API_KEYS",
                "keys of 32 characters or more, without blanks, with commas between: make one with `openssl rand -hex 32`",
            );
        }
        keys
    }

    pub fn origins(&mut self) -> Vec<String> {
        let text = self.text("ALLOWED_ORIGINS");
        let parts = text.split(',').map(str::trim).filter(|p| !p.is_empty());
        let parts: Vec<String> = parts.map(str::to_owned).collect();
        let is_origin = |text: &String| {
            Url::parse(text).is_ok_and(|url| {
                matches!(url.scheme(), "http" | "https")
                    && url.origin().ascii_serialization() == *text
            })
        };
        if !parts.iter().all(is_origin) {
            self.wrong(
                "ALLOWED_ORIGINS",
                "exact origins such as https://www.example.se, without a path or *, with commas between",
            );
        }
        parts
    }

    pub fn smtp_url(&mut self) -> Option<Secret> {
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

    /// What `env_logger` has been told; it would start with less than was asked for.
    pub fn log_filter(&mut self) {
        let text = self.text("RUST_LOG");
        if env_filter::Builder::new().try_parse(&text).is_err() {
            self.wrong(
                "RUST_LOG",
                "levels such as info, or minimata=debug,warn with commas between",
            );
        }
    }

    pub fn workers(&mut self) -> usize {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        if self.given("WORKERS").is_none() {
            cores
        } else {
            self.within("WORKERS", 1, 1_024)
        }
    }
}

/// Whether a file holds certificates, and nothing in it that is broken.
fn holds_authorities(file: &Path) -> bool {
    let Ok(text) = std::fs::read(file) else {
        return false;
    };
    let mut store = RootCertStore::empty();
    let mut all = CertificateDer::pem_slice_iter(&text);
    all.all(|one| one.is_ok_and(|one| store.add(one).is_ok())) && !store.is_empty()
}

/// Stands beside an error, so nothing ever uses it.
#[expect(clippy::expect_used, reason = "a constant that is an address")]
fn unused_url() -> Url {
    Url::parse("http://localhost").expect("a constant that is an address")
}
