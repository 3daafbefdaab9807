//! Two authorities, and what a server shows: made anew for each run with the openssl program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Certificates in a directory.
pub struct Certificates(PathBuf);

impl Certificates {
    /// The authorities `own` and `other`; signed by `own`: `good`, `wrongname` (for another host) and `expired`.
    pub fn make(directory: &Path) -> Self {
        let this = Self(directory.join("tls"));
        fs::create_dir(&this.0).expect("a directory");
        this.make_authority("own");
        this.make_authority("other");
        let here = "DNS:localhost,IP:127.0.0.1";
        this.sign("good", here, ["20200101000000Z", "20991231000000Z"]);
        this.sign(
            "wrongname",
            "DNS:db.elsewhere.test",
            ["20200101000000Z", "20991231000000Z"],
        );
        this.sign("expired", here, ["20200101000000Z", "20210101000000Z"]);
        this
    }

    /// The file of an authority, as `DATABASE_CA` names it.
    pub fn authority(&self, name: &str) -> PathBuf {
        self.0.join(format!("{name}.pem"))
    }

    /// What the server is told to show: certificate and key.
    pub fn leaf(&self, name: &str) -> [PathBuf; 2] {
        ["pem", "key"].map(|ending| self.0.join(format!("{name}.{ending}")))
    }

    fn make_authority(&self, name: &str) {
        self.openssl(&format!(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN={name} -keyout {name}.key \
             -out {name}.pem -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign"
        ));
    }

    /// `openssl ca`, because it alone sets both dates in every version.
    fn sign(&self, name: &str, hosts: &str, [from, to]: [&str; 2]) {
        let settings = format!(
            "[c]\ndatabase=index.txt\nnew_certs_dir=.\nserial=serial\ndefault_md=sha256\npolicy=p\nx509_extensions=e\n\
             unique_subject=no\n[p]\ncommonName=supplied\n[e]\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n\
             subjectAltName={hosts}\n"
        );
        fs::write(self.0.join("ca.cnf"), settings).expect("written");
        fs::write(self.0.join("index.txt"), "").expect("written");
        self.openssl(&format!(
            "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -keyout {name}.key -out {name}.csr"
        ));
        self.openssl(&format!(
            "ca -batch -notext -config ca.cnf -name c -create_serial -cert own.pem -keyfile own.key -in {name}.csr \
             -out {name}.pem -startdate {from} -enddate {to}"
        ));
    }

    fn openssl(&self, arguments: &str) {
        let output = Command::new("openssl")
            .args(arguments.split_whitespace())
            .current_dir(&self.0)
            .output()
            .expect("openssl is installed");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "openssl {arguments}: {said}");
    }
}
