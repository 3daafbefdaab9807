//! One letter.

use lettre::message::{Mailbox, Message, SinglePart};
use serde::{Deserialize, Serialize};

/// A plain-text letter to one person. Its body may hold a one-time link, so it is never logged.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The person's name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What it is about.
    pub subject: String,
    /// The text.
    pub body: String,
}

impl Letter {
    /// The letter as it goes over the wire. Neither name nor subject can add a header: line breaks become spaces.
    pub fn message(&self, from: &str) -> Result<Message, String> {
        let from: Mailbox = from.parse().map_err(|e| format!("MAIL_FROM: {e}"))?;
        let address = self
            .email
            .parse()
            .map_err(|e| format!("the address cannot be written to: {e}"))?;
        Message::builder()
            .from(from)
            .to(Mailbox::new(Some(one_line(&self.name)), address))
            .subject(one_line(&self.subject))
            .singlepart(SinglePart::plain(self.body.clone()))
            .map_err(|e| e.to_string())
    }
}

fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(name: &str, email: &str, subject: &str, body: &str) -> Letter {
        Letter {
            name: name.into(),
            email: email.into(),
            subject: subject.into(),
            body: body.into(),
        }
    }

    #[test]
    fn asvs_1_3_11_a_line_break_adds_no_header() {
        let sent = letter(
            "Eva\r\nBcc: a@evil.example",
            "eva@example.se",
            "Hej\nX-Evil: 1",
            "text",
        );
        let text = String::from_utf8(sent.message("crm@example.se").unwrap().formatted()).unwrap();
        let (head, _) = text.split_once("\r\n\r\n").unwrap();
        assert!(
            !head
                .lines()
                .any(|line| line.starts_with("Bcc") || line.starts_with("X-Evil")),
            "{head}"
        );
        assert!(
            letter("Eva", "eva@example.se\r\nBcc: x@y.se", "s", "b")
                .message("crm@example.se")
                .is_err()
        );
    }

    #[test]
    fn letters_of_every_alphabet_go_out() {
        let sent = letter(
            "Åsa Öberg",
            "asa@example.se",
            "Välkommen 🌱",
            "Hej Åsa!\nLänk: https://x.se/links?token=abc\n",
        );
        let text = String::from_utf8(
            sent.message("Föreningen <crm@example.se>")
                .unwrap()
                .formatted(),
        )
        .unwrap();
        assert!(text.contains("To: =?utf-8?"), "{text}");
        assert!(text.is_ascii());
    }
}
