//! The page on which a period is locked or unlocked.

use crate::kpis::Period;
use crate::web::{FormView, Shell};
use askama::Template;

#[derive(Template)]
#[template(path = "kpis/lock.html")]
pub(in crate::kpis) struct LockPage {
    pub ui: Shell,
    pub period: Period,
    pub is_locked: bool,
    pub form: FormView,
}

impl LockPage {
    fn path(&self) -> String {
        format!("/kpis/locks/{}", self.period)
    }

    fn grid(&self) -> String {
        format!(
            "/kpis/values?cadence={}&to={}",
            self.period.cadence().code(),
            self.period
        )
    }

    fn title(&self) -> String {
        let key = match self.is_locked {
            true => "kpis-unlock-named",
            false => "kpis-lock-named",
        };
        self.ui
            .t(key)
            .arg("period", self.period.words(self.ui.lang))
            .to_string()
    }
}
