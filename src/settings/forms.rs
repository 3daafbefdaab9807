//! From what was typed to settings, and back.

use super::Settings;
use super::actions::SettingsInput;
use super::zones;
use crate::fields::{self, ORGANISATION_NAME_MAX, text};
use crate::i18n::{Lang, Message};
use crate::web::record::Others;
use crate::web::view::Conflicts;
use crate::web::{FieldErrors, FormData, Reader, Shell};

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

/// The names of the fields.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    LABELS.iter().map(|(name, _)| *name)
}

/// The form as the settings are.
pub(super) fn data(settings: &Settings) -> FormData {
    FormData::from_pairs(LABELS.map(|(name, _)| (name, value(settings, name))))
}

fn value(settings: &Settings, field: &str) -> String {
    match field {
        "organisation_name" => settings.organisation_name.clone(),
        "locale" => settings.locale.clone(),
        "time_zone" => settings.time_zone.clone(),
        _ => settings.trash_days.to_string(),
    }
}

/// What has to be chosen: fields that another admin saved meanwhile.
pub(super) fn conflicts(
    ui: &Shell,
    clashes: &[&'static str],
    saved: &Settings,
    others: &Others,
) -> Conflicts {
    let both = LABELS.iter().filter(|(name, _)| clashes.contains(name));
    let rows = both.map(|(name, label)| {
        let label = ui.t(label).to_string();
        others.conflict(ui, (name, label), value(saved, name))
    });
    Conflicts(rows.collect())
}
