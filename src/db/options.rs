//! Where the database is and how strictly it is spoken to.

use mysql_async::{Opts, OptsBuilder, SslOpts};
use std::path::PathBuf;
use std::time::Duration;

/// Whether the connection must be encrypted and the server's certificate checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tls {
    /// Encrypted, certificate and host name checked. The default for every address that leaves this machine.
    Strict,
    /// Plain text. The default for loopback addresses and sockets; elsewhere only when the configuration says so.
    Off,
}

/// A database address, checked.
#[derive(Clone)]
pub struct DatabaseOptions {
    driver: Opts,
    statement_limit: Option<Duration>,
}

/// What is wrong with a database address.
#[derive(Debug, thiserror::Error)]
pub enum OptionsError {
    /// Not of the form `mysql://user:password@host:port/name`.
    #[error("is not a database address ({0}); write mysql://USER:PASSWORD@HOST:3306/NAME")]
    Address(String),
    /// The address names no database.
    #[error("names no database; write mysql://USER:PASSWORD@HOST:3306/NAME")]
    NoDatabase,
}

/// A request is answered within five seconds, so a statement gets a little less.
const STATEMENT_LIMIT: Duration = Duration::from_secs(4);
const CONNECT_LIMIT: Duration = Duration::from_secs(3);

impl DatabaseOptions {
    /// Reads `url`; `tls` and `ca` are `DATABASE_TLS` and `DATABASE_CA`. Nothing is ever weaker than they say.
    pub fn parse(url: &str, tls: Option<Tls>, ca: Option<PathBuf>) -> Result<Self, OptionsError> {
        let parsed = Opts::from_url(url).map_err(|e| OptionsError::Address(e.to_string()))?;
        if parsed.db_name().is_none_or(str::is_empty) {
            return Err(OptionsError::NoDatabase);
        }
        let local = parsed.socket().is_some() || is_loopback(parsed.ip_or_hostname());
        let tls = tls.unwrap_or(if local { Tls::Off } else { Tls::Strict });
        let ssl = (tls == Tls::Strict).then(|| match ca {
            Some(file) => SslOpts::default()
                .with_root_certs(vec![file.into()])
                .with_disable_built_in_roots(true),
            None => SslOpts::default(),
        });
        // The driver would otherwise reconnect over `@@socket`, past TLS and past any proxy.
        let socket = parsed.socket().map(str::to_owned);
        let driver = OptsBuilder::from_opts(parsed)
            .ssl_opts(ssl)
            .prefer_socket(socket.is_some())
            .socket(socket)
            .client_found_rows(true)
            // diesel-async keeps statements itself; a second cache would close them behind its back.
            .stmt_cache_size(0)
            .tcp_keepalive(Some(60_000_u32))
            .init(session_settings(true));
        Ok(Self {
            driver: driver.into(),
            statement_limit: Some(STATEMENT_LIMIT),
        })
    }

    /// The same address without limits on a statement's time: for migrations, the generator and exports.
    pub fn unlimited(&self) -> Self {
        let driver = OptsBuilder::from_opts(self.driver.clone()).init(session_settings(false));
        Self {
            driver: driver.into(),
            statement_limit: None,
        }
    }

    pub(super) fn driver(&self) -> &Opts {
        &self.driver
    }

    pub(super) fn statement_limit(&self) -> Option<Duration> {
        self.statement_limit
    }

    pub(super) fn connect_limit(&self) -> Duration {
        CONNECT_LIMIT
    }

    /// The database's name.
    pub fn database(&self) -> &str {
        self.driver.db_name().unwrap_or_default()
    }

    /// The address for people: no password in it.
    pub fn display(&self) -> String {
        match self.driver.socket() {
            Some(socket) => format!("{} at {socket}", self.database()),
            None => format!(
                "{} at {}:{}",
                self.database(),
                self.driver.ip_or_hostname(),
                self.driver.tcp_port()
            ),
        }
    }

    /// The driver's error with a hint where the server's own words mislead.
    pub(super) fn explain(&self, error: &mysql_async::Error) -> String {
        let plain = self.driver.ssl_opts().is_none();
        match error {
            mysql_async::Error::Server(e) if e.code == 1045 && plain => {
                format!("{e} (a server that demands TLS says this too: check DATABASE_TLS)")
            }
            other => other.to_string(),
        }
    }
}

fn is_loopback(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || host
            .parse::<std::net::IpAddr>()
            .is_ok_and(|ip| ip.is_loopback())
}

/// What each session sets. Messages are English because errors are told apart by their text; the client's own
/// deadline does not stop a statement on the server, so MariaDB gets a limit as well.
fn session_settings(limited: bool) -> Vec<String> {
    let limit = if limited { 5 } else { 0 };
    vec![
        // Fewer gap locks, fewer deadlocks. Actions lock a row first and read it then, so they lose nothing.
        "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED".to_owned(),
        // Filters on tags are subqueries that thousands of rows answer: asked row by row in the list's order, a page costs
        // a millisecond; gathered into a table first, some forty.
        "SET optimizer_switch = 'materialization=off'".to_owned(),
        format!(
            "SET time_zone = '+00:00', lc_messages = 'en_US', innodb_lock_wait_timeout = 4, \
         sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION' \
         /*M!100101 , max_statement_time = {limit} */"
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_on_this_machine_may_be_plain_by_default() {
        let tls = |url: &str| {
            let options = DatabaseOptions::parse(url, None, None).unwrap();
            options.driver.ssl_opts().is_some()
        };
        assert!(tls("mysql://u:p@db.example/crm"));
        assert!(tls("mysql://u:p@10.0.0.5:3306/crm"));
        assert!(!tls("mysql://u:p@127.0.0.1:3306/crm"));
        assert!(!tls("mysql://u:p@localhost/crm?socket=%2Ftmp%2Fs"));
    }

    #[test]
    fn a_password_is_never_shown() {
        let options =
            DatabaseOptions::parse("mysql://u:hemligt@db.example/crm", None, None).unwrap();
        assert_eq!(options.display(), "crm at db.example:3306");
    }

    #[test]
    fn an_address_without_a_database_is_refused() {
        assert!(matches!(
            DatabaseOptions::parse("mysql://u:p@db.example", None, None),
            Err(OptionsError::NoDatabase)
        ));
    }
}
