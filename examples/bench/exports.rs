//! Whole lists as files: how long they take and how much memory the server takes for them.

use crate::http::Failure;
use crate::measure::Export;
use crate::run::Runner;

const FILES: [(&str, &str); 4] = [
    (
        "accounts, CSV",
        "/exports/accounts/file?format=csv-semicolon",
    ),
    ("accounts, XLSX", "/exports/accounts/file?format=xlsx"),
    (
        "contacts, CSV",
        "/exports/contacts/file?format=csv-semicolon",
    ),
    ("contacts, XLSX", "/exports/contacts/file?format=xlsx"),
];

impl Runner<'_> {
    /// Every account and every contact in each format, one after the other.
    pub fn exports(&mut self) -> Result<Vec<Export>, Failure> {
        let mut exports = Vec::new();
        for (name, path) in FILES {
            eprint!("\r\x1b[K{name}");
            let (before, _) = self.server.memory();
            self.server.forget_most_memory()?;
            let (status, bytes, time) = self.client.count(path)?;
            if status != 200 {
                return Err(format!("{path} was answered with {status}").into());
            }
            let (_, most) = self.server.memory();
            exports.push(Export {
                name: name.to_owned(),
                seconds: time.as_secs_f64(),
                bytes,
                more_memory_mib: most - before,
            });
        }
        eprint!("\r\x1b[K");
        Ok(exports)
    }
}
