//! The settings of the organisation that runs this installation.

use crate::audit::{Audited, Facts, Subject, SubjectType};
use crate::i18n::Lang;
use crate::schema::settings;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

/// The one row.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = settings)]
pub struct Settings {
    /// Its name, shown at the top; empty until the setup.
    pub organisation_name: String,
    /// The language of new people.
    pub locale: String,
    /// The time zone of new people.
    pub time_zone: String,
    /// How many days a deleted record can be restored.
    pub trash_days: i32,
    /// Counts the changes.
    pub version: i32,
}

impl Settings {
    /// The language of new people.
    pub fn lang(&self) -> Lang {
        Lang::parse(&self.locale).unwrap_or(Lang::Sv)
    }

    /// The day it is for the organisation at this moment.
    pub fn today(&self, now: NaiveDateTime) -> NaiveDate {
        now.and_utc().with_timezone(&self.zone()).date_naive()
    }

    /// Its time zone.
    pub fn zone(&self) -> chrono_tz::Tz {
        self.time_zone
            .parse()
            .unwrap_or(chrono_tz::Europe::Stockholm)
    }
}

impl Audited for Settings {
    fn subject(&self) -> Subject {
        Subject::new(SubjectType::Settings, 1)
    }

    fn facts(&self) -> Facts {
        Facts::from_iter([
            (
                "organisation_name".to_owned(),
                self.organisation_name.as_str().into(),
            ),
            ("locale".to_owned(), self.locale.as_str().into()),
            ("time_zone".to_owned(), self.time_zone.as_str().into()),
            ("trash_days".to_owned(), self.trash_days.into()),
        ])
    }
}
