//! The settings: documented, checked all at once, never printed.

use minimata::config::{Config, VARIABLES};
use std::collections::HashMap;

fn read(pairs: &[(&str, &str)]) -> Result<Config, String> {
    let values: HashMap<String, String> = pairs
        .iter()
        .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
        .collect();
    Config::from_values(values).map_err(|e| e.to_string())
}

#[test]
fn the_readme_lists_every_setting_with_its_default() {
    let readme = include_str!("../../README.md");
    for (name, default) in VARIABLES {
        let line = readme
            .lines()
            .find(|l| l.starts_with(&format!("| `{name}` |")));
        let line = line.unwrap_or_else(|| panic!("the README lacks {name}"));
        assert!(
            default.is_empty() || line.contains(&format!("`{default}`")),
            "{line}: the default is {default}"
        );
    }
}

#[test]
fn every_bad_setting_is_named_in_one_message() {
    let error = read(&[
        ("PORT", "seven"),
        ("DATABASE_URL", "postgres://user:hemligt@db.example/crm"),
        ("DATABASE_TLS", "maybe"),
        ("SESSION_KEY", "short"),
        ("SESSION_DAYS", "0"),
        ("TRUSTED_PROXIES", "10.0.0.1, proxy"),
        ("PUBLIC_URL", "crm.example"),
        ("SMTP_URL", "https://mail.example"),
        ("RUST_LOG", "minimata=loudly"),
        (
            "DATABASE_CA",
            concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"),
        ),
    ])
    .err()
    .expect("refused");
    for name in [
        "PORT",
        "DATABASE_URL",
        "DATABASE_TLS",
        "SESSION_KEY",
        "SESSION_DAYS",
        "TRUSTED_PROXIES",
        "PUBLIC_URL",
        "SMTP_URL",
        "MAIL_FROM",
        "RUST_LOG",
        "DATABASE_CA",
    ] {
        assert!(
            error.contains(&format!("  {name}")),
            "{name} is missing in:\n{error}"
        );
    }
    assert!(error.contains("got \"seven\""));
    assert!(
        !error.contains("hemligt"),
        "a password is printed:\n{error}"
    );
}

#[test]
fn asvs_13_3_1_secrets_are_not_printed() {
    let key = "k".repeat(64);
    let config = read(&[
        ("SESSION_KEY", &key),
        ("SMTP_URL", "smtps://u:hemligt@mail.example"),
        ("MAIL_FROM", "a@b.se"),
    ]);
    let config = config.expect("good settings");
    let printed = format!("{:?} {:?}", config.session_key, config.smtp_url);
    assert_eq!(printed, "Some([secret]) Some([secret])");
}

#[test]
fn cookies_are_secure_but_where_browsers_would_drop_them() {
    let secure = |url: &str| {
        read(&[("PUBLIC_URL", url)])
            .expect("good")
            .has_secure_cookies()
    };
    assert!(secure("https://crm.example.se"));
    assert!(secure("http://localhost:4040"));
    assert!(secure("http://127.0.0.1:4040"));
    assert!(!secure("http://crm.lan:4040"));
}

#[test]
fn nothing_set_means_the_defaults() {
    let config = read(&[]).expect("the defaults are good");
    assert_eq!(
        (config.port, config.bind.to_string().as_str()),
        (4040, "127.0.0.1")
    );
    assert!(config.database.is_none());
    assert_eq!(config.public_url.as_str(), "http://localhost:4040/");
    let empty = read(&[("PORT", ""), ("DATABASE_URL", "  ")]).expect("empty is unset");
    assert_eq!(empty.port, 4040);
}
