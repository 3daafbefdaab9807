//! The way to a database that is elsewhere: encrypted, to the right server, or not at all.

mod certificates;
mod server;

use crate::backup::{Said, said, script_command};
use certificates::Certificates;
use minimata::db::{DatabaseOptions, Db, Tls};
use minimata::web::AppError;
pub use server::{Server, Serves};
use std::path::Path;

/// What comes of connecting to `host` as strictly as an address elsewhere is spoken to.
fn strictly(server: &Server, host: &str, ca: &Path) -> Result<String, String> {
    let url = server.url(host);
    let options = DatabaseOptions::parse(&url, Some(Tls::Strict), Some(ca.to_owned()));
    cipher(&options.expect("an address"))
}

/// The cipher that the server says this connection has.
fn cipher(options: &DatabaseOptions) -> Result<String, String> {
    let db = Db::open(options, 1).map_err(|e| e.to_string())?;
    let asked = db.run_blocking(|conn| {
        use diesel::prelude::*;
        #[derive(QueryableByName)]
        struct Status {
            #[diesel(sql_type = diesel::sql_types::Text)]
            value: String,
        }
        let text = "SELECT VARIABLE_VALUE AS value FROM information_schema.SESSION_STATUS WHERE VARIABLE_NAME = 'Ssl_cipher'";
        let found: Status = diesel::sql_query(text).get_result(conn)?;
        Ok::<_, AppError>(found.value)
    });
    asked.map_err(|e| e.to_string())
}

fn refused(server: &Server, host: &str, ca: &Path, says: &str) {
    let error = strictly(server, host, ca).expect_err("refused");
    assert!(error.contains(says), "{says}: {error}");
}

/// What `scripts/backup` says when it is told to check with this authority.
fn backed_up(server: &Server, host: &str, ca: &Path) -> Said {
    let mut script = script_command("backup", server.directory(), &server.url(host));
    said(script.env("DATABASE_TLS", "strict").env("DATABASE_CA", ca))
}

#[test]
fn asvs_12_3_1_13_3_1_a_backup_is_as_strict_and_takes_any_password() {
    let mut server = Server::new("tls-backup");
    let certificates = Certificates::make(server.directory());
    let (own, other) = (
        certificates.authority("own"),
        certificates.authority("other"),
    );
    server.serve(Serves::Tls(certificates.leaf("good")));
    for (ca, code) in [(&own, 0), (&other, 1)] {
        let told = backed_up(&server, "localhost", ca);
        assert_eq!(told.code, Some(code), "{}", told.text);
    }
    server.serve(Serves::Tls(certificates.leaf("wrongname")));
    let told = backed_up(&server, "localhost", &own);
    assert_eq!(told.code, Some(1), "{}", told.text);
    server.serve(Serves::Plain);
    let told = backed_up(&server, "127.0.0.1", &own);
    assert_eq!(told.code, Some(1), "{}", told.text);
    let url = server.url("127.0.0.1").replace(
        "crm:hemligt",
        "odd:p%40ss%3Aw%2Fo%23r%22d%27%5C%20%25%C3%B6%3B%24%28id%29",
    );
    let told = said(&mut script_command("backup", server.directory(), &url));
    assert_eq!(told.code, Some(0), "{}", told.text);
}

#[test]
fn asvs_12_3_1_12_3_2_12_3_4_only_the_right_server_is_spoken_to_and_only_encrypted() {
    let mut server = Server::new("tls");
    let certificates = Certificates::make(server.directory());
    let (own, other) = (
        certificates.authority("own"),
        certificates.authority("other"),
    );

    server.serve(Serves::Tls(certificates.leaf("good")));
    for host in ["localhost", "127.0.0.1"] {
        let cipher = strictly(&server, host, &own).expect("the right authority and name");
        assert!(
            cipher.contains("GCM") || cipher.contains("CHACHA"),
            "{cipher}"
        );
    }
    refused(&server, "localhost", &other, "UnknownIssuer");
    // A server that demands TLS sends plain clients away with "Access denied": the message says what it may be.
    let plain = DatabaseOptions::parse(&server.url("127.0.0.1"), Some(Tls::Off), None);
    let error = cipher(&plain.expect("an address")).expect_err("refused");
    assert!(
        error.contains("secure") || error.contains("DATABASE_TLS"),
        "{error}"
    );

    server.serve(Serves::Tls(certificates.leaf("wrongname")));
    refused(&server, "localhost", &own, "not valid for name");
    server.serve(Serves::Tls(certificates.leaf("expired")));
    refused(&server, "localhost", &own, "expired");
    server.serve(Serves::Plain);
    refused(&server, "127.0.0.1", &own, "");
    let plain = DatabaseOptions::parse(&server.url("127.0.0.1"), Some(Tls::Off), None);
    assert_eq!(
        cipher(&plain.expect("an address")),
        Ok(String::new()),
        "the server was there"
    );
}
