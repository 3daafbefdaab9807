//! The page of the organisation's settings.

use super::zones;
use crate::drafts::Draft;
use crate::i18n::Lang;
use crate::web::view::{Choice, Conflicts};
use crate::web::{FormView, Shell};
use askama::Template;

/// `GET /organisation`, and the same again when something is wrong.
#[derive(Template)]
#[template(path = "settings/organisation.html")]
pub(super) struct OrganisationPage {
    pub ui: Shell,
    pub form: FormView,
    pub conflicts: Conflicts,
    pub draft: Option<Draft>,
}

impl OrganisationPage {
    fn languages(&self) -> Vec<Choice> {
        Lang::ALL
            .iter()
            .map(|lang| Choice::new(lang.code(), lang.endonym()))
            .collect()
    }

    fn zones(&self) -> Vec<Choice> {
        zones::choices(self.form.value("time_zone"))
    }
}
