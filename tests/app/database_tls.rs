//! The way to a database that is elsewhere: encrypted, to the right server, or not at all.

mod certificates;
mod server;

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
