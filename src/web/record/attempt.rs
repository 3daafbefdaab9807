//! Saving a form on top of what is there now.

use super::{FormField, Mix, Record, Records, again, mix};
use crate::audit::{Audited, Done, Edit, Subject, latest_edits};
use crate::auth::Actor;
use crate::db::Conn;
use crate::web::view::{Conflict, Conflicts};
use crate::web::{AppError, FieldErrors, FormData, Shell, WriteError};
use chrono::NaiveDateTime;
use diesel::QueryResult;

/// How often somebody else may be faster.
const ATTEMPTS: usize = 3;

/// What came of it.
pub(super) enum Attempt<R: Records> {
    /// Saved, together with what others changed meanwhile: those fields.
    Saved(Box<Done<R::Record>>, Vec<&'static str>),
    /// Fields are wrong: the record, the form again.
    Wrong(Box<R::Record>, FormData, FieldErrors),
    /// Both changed the same: the record as it is now, its form, the form again.
    Clash(Box<R::Record>, FormData, FormData, Mix),
}

/// Saves what this person changed; what only others changed stays as they left it.
pub(super) fn attempt<R: Records>(
    conn: &mut Conn,
    actor: &Actor,
    id: R::Id,
    typed: &FormData,
    now: NaiveDateTime,
) -> Result<Attempt<R>, AppError> {
    for _ in 0..ATTEMPTS {
        let record = R::seen(conn, actor, id)?;
        let saved = R::data(conn, &record)?;
        let is_stale = typed.get("version").parse() != Ok(record.version());
        let mix = mix(R::FIELDS.iter().map(|f| f.name), typed, &saved, is_stale);
        let form = || again(&mix.data, &saved, record.version());
        if !mix.clashes.is_empty() {
            let form = form();
            return Ok(Attempt::Clash(Box::new(record), saved, form, mix));
        }
        match R::save(conn, actor, id, record.version(), &mix.data, now) {
            Ok(done) => return Ok(Attempt::Saved(Box::new(done), mix.others)),
            Err(WriteError::Fields(errors)) => {
                let form = form();
                return Ok(Attempt::Wrong(Box::new(record), form, errors));
            }
            Err(WriteError::Stale(_)) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Err(AppError::Busy)
}

/// Who changed which fields of a record lately.
pub struct Others(Vec<Edit>);

impl Others {
    /// Of this record.
    pub fn of(conn: &mut Conn, subject: Subject) -> QueryResult<Self> {
        latest_edits(conn, subject).map(Self)
    }

    fn edit(&self, name: &str) -> Option<&Edit> {
        let id = format!("{name}_id");
        let about = |edit: &&Edit| edit.fields.iter().any(|f| *f == name || *f == id);
        self.0.iter().find(about)
    }

    /// "Bo changed Phone, City meanwhile"; empty where nobody changed anything.
    pub fn sentence(&self, ui: &Shell, fields: &[(&str, String)]) -> String {
        if fields.is_empty() {
            return String::new();
        }
        let mut who: Vec<&str> = Vec::new();
        for (name, _) in fields {
            let name = self.edit(name).map_or("", |edit| edit.who.as_str());
            if !who.contains(&name) {
                who.push(name);
            }
        }
        let labels: Vec<&str> = fields.iter().map(|(_, label)| label.as_str()).collect();
        let labels = labels.join(", ");
        match who[..] {
            [name] if !name.is_empty() => ui
                .t("common-others-changed")
                .arg("who", name)
                .arg("fields", labels)
                .to_string(),
            _ => ui
                .t("common-somebody-changed")
                .arg("fields", labels)
                .to_string(),
        }
    }

    /// The two values of one field, for whoever has to choose.
    pub fn conflict(
        &self,
        ui: &Shell,
        (name, label): (&'static str, String),
        theirs: String,
    ) -> Conflict {
        let note = match self.edit(name) {
            Some(edit) if !edit.who.is_empty() => ui
                .t("common-conflict-by")
                .arg("who", &edit.who)
                .arg("when", ui.when(&edit.at))
                .to_string(),
            _ => ui.t("common-conflict-by-somebody").to_string(),
        };
        Conflict {
            name,
            label,
            theirs,
            note,
        }
    }
}

/// What has to be chosen, and what only others changed, in words.
pub(super) fn told(
    ui: &Shell,
    fields: &[FormField],
    (mix, saved): (&Mix, &FormData),
    others: &Others,
) -> (Conflicts, String) {
    let label = |f: &FormField| (f.field.name, ui.t(f.field.label).to_string());
    let shown = |f: &FormField| {
        let value = saved.get(f.field.name);
        let chosen = f.options.iter().find(|o| o.value == value);
        chosen.map_or_else(|| value.to_owned(), |o| o.label.clone())
    };
    let clashes = fields
        .iter()
        .filter(|f| mix.clashes.contains(&f.field.name));
    let conflicts = clashes.map(|f| others.conflict(ui, label(f), shown(f)));
    let taken = fields.iter().filter(|f| mix.others.contains(&f.field.name));
    let taken: Vec<_> = taken.map(label).collect();
    (Conflicts(conflicts.collect()), others.sentence(ui, &taken))
}

/// What others changed, said to whoever has just saved; nothing where they changed nothing.
pub(super) fn said<R: Records>(
    conn: &mut Conn,
    ui: &Shell,
    record: &R::Record,
    others: &[&str],
) -> QueryResult<String> {
    if others.is_empty() {
        return Ok(String::new());
    }
    let known = R::FIELDS.iter().filter(|f| others.contains(&f.name));
    let labels: Vec<_> = known.map(|f| (f.name, ui.t(f.label).to_string())).collect();
    Ok(Others::of(conn, record.subject())?.sentence(ui, &labels))
}
