//! A program that uses the API with a key: no cookies, no headers of a browser.
use serde_json::Value;

use super::answer::Answer;
use super::app::TestApp;
use super::browser::Browser;
use super::server::configured_key;

/// One program with its headers.
#[derive(Clone)]
pub struct Program {
    browser: Browser,
    headers: Vec<(String, String)>,
}

impl TestApp {
    /// A program with the key of the configuration, which may do everything.
    pub fn program(&self) -> Program {
        self.program_with(&configured_key(self.base()))
    }

    /// A program with this key.
    pub fn program_with(&self, key: &str) -> Program {
        self.stranger().with("x-api-key", key)
    }

    /// A program without a key.
    pub fn stranger(&self) -> Program {
        // Rolled-back apps trust the address that is named: open tests would wait for each other's counter.
        let port = self
            .base()
            .rsplit(':')
            .next()
            .and_then(|p| p.parse::<u16>().ok());
        let [high, low] = port.unwrap_or_default().to_be_bytes();
        let address = ("x-forwarded-for".to_owned(), format!("10.8.{high}.{low}"));
        Program {
            browser: self.browser(),
            headers: vec![address],
        }
    }
}

impl Program {
    /// The same with another header.
    pub fn with(&self, name: &str, value: &str) -> Program {
        let mut headers = self.headers.clone();
        headers.retain(|(known, _)| known != name);
        headers.push((name.to_owned(), value.to_owned()));
        Program {
            headers,
            ..self.clone()
        }
    }

    /// Reads.
    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], b"")
    }

    /// Posts JSON.
    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.json("POST", path, body)
    }

    /// Changes by JSON merge.
    pub fn patch(&self, path: &str, body: &Value) -> Answer {
        self.json("PATCH", path, body)
    }

    /// Deletes.
    pub fn delete(&self, path: &str) -> Answer {
        self.send("DELETE", path, &[], b"")
    }

    /// Sends JSON.
    pub fn json(&self, method: &str, path: &str, body: &Value) -> Answer {
        let kind = ("content-type", "application/json");
        self.send(method, path, &[kind], body.to_string().as_bytes())
    }

    /// Sends bytes as they are.
    pub fn send(&self, method: &str, path: &str, more: &[(&str, &str)], body: &[u8]) -> Answer {
        let own = self
            .headers
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        let headers: Vec<(&str, &str)> = own.chain(more.iter().copied()).collect();
        self.browser.raw(method, path, &headers, body)
    }
}
