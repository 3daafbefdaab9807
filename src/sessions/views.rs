//! The pages of signing in and of one's sessions.

use super::browser::describe;
use super::model::SessionRow;
use crate::auth::SessionId;
use crate::web::{FormView, Shell};
use askama::Template;

/// `GET /login`, and the same again when it did not work.
#[derive(Template)]
#[template(path = "sessions/sign_in.html")]
pub(super) struct SignInPage {
    pub ui: Shell,
    pub form: FormView,
    /// Text waits here for its author.
    pub kept: bool,
}

/// `GET /settings/sessions`
#[derive(Template)]
#[template(path = "sessions/index.html")]
pub(super) struct SessionsPage {
    pub ui: Shell,
    pub current: SessionId,
    pub sessions: Vec<SessionRow>,
}

impl SessionsPage {
    fn browser(&self, session: &SessionRow) -> String {
        self.ui.say(&describe(&session.user_agent))
    }

    fn is_current(&self, session: &SessionRow) -> bool {
        session.id == self.current
    }
}
