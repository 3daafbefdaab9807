//! The pages of keys.

use super::ApiKey;
use crate::auth::keys::{Access, Resource};
use crate::auth::{Role, people};
use crate::web::view::Choice;
use crate::web::{FormView, Shell};
use askama::Template;
use chrono::NaiveDateTime;

/// All keys.
#[derive(Template)]
#[template(path = "api_keys/index.html")]
pub(super) struct IndexPage {
    pub ui: Shell,
    pub keys: Vec<ApiKey>,
    pub people: people::Names,
    pub now: NaiveDateTime,
}

impl IndexPage {
    fn state(&self, key: &ApiKey) -> (&'static str, &'static str) {
        key.state(self.now)
    }

    fn maker(&self, key: &ApiKey) -> String {
        people::owner_name(&self.people, key.created_by)
    }
}

/// A new key.
#[derive(Template)]
#[template(path = "api_keys/new.html")]
pub(super) struct NewPage {
    pub ui: Shell,
    pub form: FormView,
}

impl NewPage {
    fn roles(&self) -> Vec<Choice> {
        let choice = |role: &Role| Choice::new(role.code(), self.ui.t(role.label()));
        Role::ALL.iter().map(choice).collect()
    }

    fn accesses(&self) -> Vec<Choice> {
        let label = |key: &str| self.ui.t(key).to_string();
        vec![
            Choice::new(Access::Read.code(), label("api-keys-access-read")),
            Choice::new(Access::Write.code(), label("api-keys-access-write")),
        ]
    }

    /// Field name and the catalogue's key of its label.
    fn scopes(&self) -> Vec<(String, String)> {
        let one = |resource: &Resource| {
            (
                super::forms::field(*resource),
                format!("api-keys-scope-{resource}"),
            )
        };
        Resource::ALL.iter().map(one).collect()
    }
}

/// One key.
#[derive(Template)]
#[template(path = "api_keys/show.html")]
pub(super) struct ShowPage {
    pub ui: Shell,
    pub key: ApiKey,
    pub maker: String,
    pub now: NaiveDateTime,
    /// The key itself, shown this once.
    pub secret: Option<String>,
}

impl ShowPage {
    fn state(&self) -> (&'static str, &'static str) {
        self.key.state(self.now)
    }

    /// Resource and how far it is open, in words.
    fn scopes(&self) -> Vec<String> {
        let say = |(resource, access): (&Resource, &Access)| {
            let resource = self.ui.t(&format!("api-keys-scope-{resource}")).to_string();
            let access = self.ui.t(&format!("api-keys-access-{access}")).to_string();
            format!("{resource}: {access}")
        };
        self.key.open_for().0.iter().map(say).collect()
    }

    fn can_be_revoked(&self) -> bool {
        self.key.revoked_at.is_none() && self.key.created_by.is_some()
    }
}
