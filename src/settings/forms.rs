//! From what was typed to settings, and back.

use super::Settings;
use super::actions::SettingsInput;
use super::zones;
use crate::fields::{self, ORGANISATION_NAME_MAX, text};
use crate::i18n::{Lang, Message};
use crate::web::view::Conflict;
use crate::web::{FieldErrors, FormData, FormView, Reader, Shell};

/// Longest time a deleted record is kept.
const TRASH_DAYS_MAX: i32 = 3_650;

/// The fields and the keys of their labels, in the form's order.
const LABELS: [(&str, &str); 4] = [
    ("organisation_name", "settings-organisation-name"),
    ("locale", "settings-default-language"),
    ("time_zone", "settings-default-time-zone"),
    ("trash_days", "settings-trash-days"),
];

/// Reads the form.
pub(super) fn parse(form: &FormData) -> Result<SettingsInput, FieldErrors> {
    let mut read = Reader::new(form);
    let organisation_name = read.field("organisation_name", |raw| {
        text::required_line(raw, ORGANISATION_NAME_MAX)
    });
    let locale = read.field("locale", |raw| {
        Lang::parse(raw)
            .map(Lang::code)
            .ok_or_else(|| Message::new("settings-language-unknown"))
    });
    let time_zone = read.field("time_zone", zones::parse);
    let trash_days = read.field("trash_days", days);
    read.finish(SettingsInput {
        organisation_name,
        locale,
        time_zone,
        trash_days,
    })
}

fn days(raw: &str) -> Result<i32, Message> {
    let days = fields::required(fields::integer::parse(raw)?)?;
    if (1..=TRASH_DAYS_MAX).contains(&days) {
        return Ok(days);
    }
    Err(Message::new("settings-trash-days-range").arg("max", TRASH_DAYS_MAX))
}

/// The form as the settings are.
pub(super) fn view(settings: &Settings) -> FormView {
    let form = FormView::default().with("version", settings.version.to_string());
    LABELS.iter().fold(form, |form, (name, _)| {
        form.with(name, value(settings, name))
    })
}

fn value(settings: &Settings, field: &str) -> String {
    match field {
        "organisation_name" => settings.organisation_name.clone(),
        "locale" => settings.locale.clone(),
        "time_zone" => settings.time_zone.clone(),
        _ => settings.trash_days.to_string(),
    }
}

/// The fields in which what was typed differs from what somebody else saved meanwhile.
pub(super) fn conflicts(ui: &Shell, typed: &FormData, saved: &Settings) -> Vec<Conflict> {
    let rows = LABELS.iter().map(|(name, label)| Conflict {
        label: ui.t(label).to_string(),
        yours: typed.get(name).to_owned(),
        theirs: value(saved, name),
    });
    rows.filter(|row| row.yours.trim() != row.theirs).collect()
}
