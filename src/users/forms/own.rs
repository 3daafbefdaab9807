//! One's own settings, as a form.

use crate::auth::{Density, Theme};
use crate::fields::{USER_NAME_MAX, text};
use crate::i18n::{Lang, Message};
use crate::settings::zones;
use crate::users::User;
use crate::users::actions::OwnInput;
use crate::web::view::{Conflict, Conflicts};
use crate::web::{FieldErrors, FormData, Reader, Shell};

/// One's own settings.
pub fn own(form: &FormData) -> Result<OwnInput, FieldErrors> {
    let mut read = Reader::new(form);
    let unknown = || Message::new("users-choice-unknown");
    let name = read.field("name", |raw| text::required_line(raw, USER_NAME_MAX));
    let locale = read.field("locale", |raw| {
        Lang::parse(raw)
            .map(Lang::code)
            .ok_or_else(|| Message::new("settings-language-unknown"))
    });
    let time_zone = read.field("time_zone", zones::parse);
    let theme = read.field("theme", |raw| {
        Theme::parse(raw).map(Some).ok_or_else(unknown)
    });
    let density = read.field("density", |raw| {
        Density::parse(raw).map(Some).ok_or_else(unknown)
    });
    read.finish(OwnInput {
        name,
        locale,
        time_zone,
        theme: theme.unwrap_or(Theme::Auto),
        density: density.unwrap_or(Density::Normal),
        hotkeys: form.get("hotkeys") == "true",
    })
}

/// The fields of one's own settings and the keys of their labels.
const OWN: [(&str, &str); 6] = [
    ("name", "users-name"),
    ("locale", "common-language"),
    ("time_zone", "common-time-zone"),
    ("theme", "common-theme"),
    ("density", "common-density"),
    ("hotkeys", "common-hotkeys"),
];

/// The names of the fields.
pub fn own_names() -> impl Iterator<Item = &'static str> {
    OWN.iter().map(|(name, _)| *name)
}

/// The form as the person's settings are.
pub fn own_data(user: &User) -> FormData {
    FormData::from_pairs(OWN.map(|(name, _)| (name, own_value(user, name))))
}

fn own_value(user: &User, field: &str) -> String {
    match field {
        "name" => user.name.clone(),
        "locale" => user.locale.clone(),
        "time_zone" => user.time_zone.clone(),
        "theme" => user.theme.code().to_owned(),
        "density" => user.density.code().to_owned(),
        _ => if user.hotkeys { "true" } else { "" }.to_owned(),
    }
}

/// What has to be chosen: fields that were saved elsewhere meanwhile.
pub fn own_conflicts(ui: &Shell, clashes: &[&'static str], saved: &User) -> Conflicts {
    let both = OWN.iter().filter(|(name, _)| clashes.contains(name));
    let rows = both.map(|(name, label)| {
        let theirs = own_words(ui, name, &own_value(saved, name));
        elsewhere(ui, name, label, theirs)
    });
    Conflicts(rows.collect())
}

/// The same for the e-mail address; empty where only other settings were saved meanwhile.
pub fn email_conflicts(ui: &Shell, typed: &FormData, saved: &User) -> Conflicts {
    let row = elsewhere(ui, "email", "users-email", saved.email.clone());
    let differs = typed.get("email").trim() != saved.email;
    Conflicts([row].into_iter().filter(|_| differs).collect())
}

fn elsewhere(ui: &Shell, name: &'static str, label: &str, theirs: String) -> Conflict {
    Conflict {
        name,
        label: ui.t(label).to_string(),
        theirs,
        note: ui.t("users-own-changed-meanwhile").to_string(),
    }
}

/// A value as people read it.
fn own_words(ui: &Shell, field: &str, value: &str) -> String {
    match (field, value) {
        ("locale", code) => {
            Lang::parse(code).map_or_else(|| code.to_owned(), |lang| lang.endonym().to_owned())
        }
        ("theme" | "density", code) => ui.t(&format!("common-{field}-{code}")).to_string(),
        ("hotkeys", "true") => ui.t("common-yes").to_string(),
        ("hotkeys", _) => ui.t("common-no").to_string(),
        (_, value) => value.to_owned(),
    }
}
