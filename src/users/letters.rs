//! What is written to people, in their language.

use super::User;
use crate::auth::links::Purpose;
use crate::mail::Letter;

/// The letter with a one-time link.
pub(super) fn with_link(purpose: Purpose, user: &User, organisation: &str, link: &str) -> Letter {
    let lang = user.lang();
    let (subject, body) = match purpose {
        Purpose::Reset => ("mail-reset-subject", "mail-reset-body"),
        Purpose::Invitation | Purpose::Setup => ("mail-invitation-subject", "mail-invitation-body"),
    };
    let organisation = if organisation.is_empty() {
        "Minimata"
    } else {
        organisation
    };
    let say = |key: &str| {
        lang.text(key)
            .arg("name", &user.name)
            .arg("organisation", organisation)
            .arg("link", link)
            .arg("email", &user.email)
            .to_string()
    };
    Letter {
        name: user.name.clone(),
        email: user.email.clone(),
        subject: say(subject),
        body: say(body),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::{Density, Role, Status, Theme, UserId};
    use chrono::NaiveDateTime;

    fn eva(locale: &str) -> User {
        User {
            id: UserId(1),
            email: "eva@example.se".into(),
            name: "Eva".into(),
            role: Role::Staff,
            status: Status::Active,
            locale: locale.into(),
            time_zone: "Europe/Stockholm".into(),
            theme: Theme::Auto,
            density: Density::Normal,
            hotkeys: true,
            registered_from: String::new(),
            version: 1,
            created_at: NaiveDateTime::default(),
            approved_at: None,
            last_signed_in_at: None,
            has_password: false,
        }
    }

    #[test]
    fn letters_speak_the_readers_language_and_hold_the_link() {
        let swedish = with_link(
            Purpose::Invitation,
            &eva("sv"),
            "Odlarna",
            "https://x.se/links?token=abc",
        );
        assert!(swedish.body.starts_with("Hej Eva!"), "{}", swedish.body);
        assert!(
            swedish.body.contains("\nhttps://x.se/links?token=abc\n"),
            "{}",
            swedish.body
        );
        let english = with_link(
            Purpose::Reset,
            &eva("en"),
            "",
            "https://x.se/links?token=abc",
        );
        assert!(english.body.starts_with("Hello Eva,"), "{}", english.body);
        assert!(english.subject.contains("Minimata"), "{}", english.subject);
    }
}
