//! The pages about people.

use super::User;
use crate::auth::{Density, Role, Theme};
use crate::drafts::Draft;
use crate::i18n::{Lang, Message};
use crate::settings::zones;
use crate::web::list::ListView;
use crate::web::view::{Choice, Conflicts};
use crate::web::{FormView, Shell};
use askama::Template;

/// The first admin.
#[derive(Template)]
#[template(path = "users/setup.html")]
pub(super) struct SetupPage {
    pub ui: Shell,
    pub form: FormView,
}

/// A link that does not work, and what to do.
#[derive(Template)]
#[template(path = "users/dead_link.html")]
pub(super) struct DeadLinkPage {
    pub ui: Shell,
    pub is_setup: bool,
}

/// Registering.
#[derive(Template)]
#[template(path = "users/register.html")]
pub(super) struct RegisterPage {
    pub ui: Shell,
    pub form: FormView,
}

/// After registering.
#[derive(Template)]
#[template(path = "users/waiting.html")]
pub(super) struct WaitingPage {
    pub ui: Shell,
}

/// Choosing a password through a link.
#[derive(Template)]
#[template(path = "users/password_new.html")]
pub(super) struct NewPasswordPage {
    pub ui: Shell,
    pub form: FormView,
    pub user: User,
}

/// The approval queue and the list.
#[derive(Template)]
#[template(path = "users/index.html", blocks = ["list"])]
pub(super) struct PeoplePage {
    pub ui: Shell,
    pub waiting: Vec<User>,
    pub list: ListView,
}

/// One person.
#[derive(Template)]
#[template(path = "users/show.html")]
pub(super) struct PersonPage {
    pub ui: Shell,
    pub user: User,
    pub sessions: i64,
    pub form: FormView,
    pub problem: Option<Message>,
    /// A one-time link, shown this once.
    pub link: Option<String>,
    pub is_mailed: bool,
    pub is_self: bool,
}

/// Inviting somebody.
#[derive(Template)]
#[template(path = "users/invitation.html")]
pub(super) struct InvitationPage {
    pub ui: Shell,
    pub form: FormView,
    pub draft: Option<Draft>,
}

/// One's own settings.
#[derive(Template)]
#[template(path = "users/own.html")]
pub(super) struct OwnPage {
    pub ui: Shell,
    pub form: FormView,
    pub conflicts: Conflicts,
    pub draft: Option<Draft>,
}

/// One's own e-mail address.
#[derive(Template)]
#[template(path = "users/own_email.html")]
pub(super) struct OwnEmailPage {
    pub ui: Shell,
    pub form: FormView,
    pub email: String,
    pub conflicts: Conflicts,
    pub draft: Option<Draft>,
}

/// One's own password.
#[derive(Template)]
#[template(path = "users/own_password.html")]
pub(super) struct OwnPasswordPage {
    pub ui: Shell,
    pub form: FormView,
    pub email: String,
}

/// The roles, to choose from.
pub(super) fn roles(ui: &Shell) -> Vec<Choice> {
    Role::ALL
        .iter()
        .map(|role| Choice::new(role.code(), ui.t(role.label())))
        .collect()
}

impl PeoplePage {
    fn roles(&self) -> Vec<Choice> {
        roles(&self.ui)
    }
}

impl PersonPage {
    fn roles(&self) -> Vec<Choice> {
        roles(&self.ui)
    }
}

impl InvitationPage {
    fn roles(&self) -> Vec<Choice> {
        roles(&self.ui)
    }
}

impl OwnPage {
    fn languages(&self) -> Vec<Choice> {
        Lang::ALL
            .iter()
            .map(|lang| Choice::new(lang.code(), lang.endonym()))
            .collect()
    }

    fn zones(&self) -> Vec<Choice> {
        zones::choices(self.form.value("time_zone"))
    }

    fn themes(&self) -> Vec<Choice> {
        let named =
            |theme: &Theme| Choice::new(theme.code(), self.ui.t(&format!("common-theme-{theme}")));
        Theme::ALL.iter().map(named).collect()
    }

    fn densities(&self) -> Vec<Choice> {
        let named = |density: &Density| {
            Choice::new(
                density.code(),
                self.ui.t(&format!("common-density-{density}")),
            )
        };
        Density::ALL.iter().map(named).collect()
    }
}
