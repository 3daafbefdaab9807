//! The frame of a page: language, person, menu, waiting messages, and the questions that every template asks.

use super::{MenuView, State, assets, session};
use crate::audit::OperationId;
use crate::auth::{Density, Identity, Role, Theme, UserId};
use crate::i18n::{Arg, Lang, Message, Text, format};
use actix_web::HttpRequest;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// A message for the next page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Flash {
    /// `success`, `error` or `info`.
    pub level: String,
    /// What happened, in the person's language.
    pub text: String,
    /// The operation that can be taken back from here.
    #[serde(default)]
    pub undo: Option<OperationId>,
    /// Whether that operation is an undo itself, so that taking it back does the thing again.
    #[serde(default)]
    pub is_redo: bool,
}

impl Flash {
    /// A message.
    pub fn new(level: &str, text: impl ToString) -> Self {
        Self {
            level: level.to_owned(),
            text: text.to_string(),
            undo: None,
            is_redo: false,
        }
    }

    /// Something was done, and this operation can be taken back.
    pub fn done(text: impl ToString, operation: Option<OperationId>) -> Self {
        Self {
            undo: operation,
            ..Self::new("success", text)
        }
    }

    /// Where its button posts to; empty if it has none.
    pub fn undo_path(&self) -> String {
        let path = |id| format!("/changes/{id}/undo");
        self.undo.map(path).unwrap_or_default()
    }

    /// The catalogue's key of its button.
    pub fn undo_label(&self) -> &'static str {
        if self.is_redo {
            "common-redo"
        } else {
            "common-undo"
        }
    }
}

/// What the person may do, for showing only that. The server refuses by itself (`auth::May`).
#[derive(Clone, Copy, Debug, Default)]
pub struct Can {
    /// Create, edit, delete and tag records.
    pub edit_records: bool,
    /// Import, and fill in the demo data.
    pub import_records: bool,
    /// Define KPIs, set their targets, lock their periods.
    pub manage_kpis: bool,
    /// Export lists.
    pub export_records: bool,
    /// Make, rename, merge and delete tags.
    pub manage_tags: bool,
    /// People, settings, audit list.
    pub manage_people: bool,
}

impl Can {
    fn of(role: Role) -> Self {
        Self {
            edit_records: role >= Role::Staff,
            import_records: role >= Role::Manager,
            manage_kpis: role >= Role::Manager,
            export_records: role >= Role::Manager,
            manage_tags: role >= Role::Manager,
            manage_people: role >= Role::Admin,
        }
    }
}

/// Who is signed in, as the top bar shows it.
#[derive(Clone, Debug)]
pub struct ShellActor {
    /// Their row.
    pub id: UserId,
    /// The person's name.
    pub name: String,
    /// Their role.
    pub role: Role,
    undo_days: i32,
}

/// The frame of a page; the field `ui` of every page struct.
#[derive(Clone, Debug)]
pub struct Shell {
    /// The language.
    pub lang: Lang,
    /// Who is signed in.
    pub actor: Option<ShellActor>,
    /// What they may do.
    pub can: Can,
    /// The path of the page.
    pub path: String,
    /// `auto`, `light` or `dark`.
    pub theme: &'static str,
    /// `compact`, `normal` or `roomy`.
    pub density: &'static str,
    /// Whether single keys act.
    pub hotkeys: bool,
    /// Messages from the page before.
    pub flash: Vec<Flash>,
    /// The saved views that the person may open.
    pub views: Vec<MenuView>,
    /// The view that the address names.
    pub view: Option<i64>,
    /// The organisation's name.
    pub org_name: String,
    zone: chrono_tz::Tz,
    today: NaiveDate,
    now: NaiveDateTime,
}

impl Shell {
    /// The frame for this request. Takes the waiting messages out of the session.
    pub fn for_request(req: &HttpRequest, state: &State, identity: Option<&Identity>) -> Self {
        let mut shell =
            Self::bare(identity.map_or_else(|| super::wants::accepted_language(req), |i| i.lang));
        shell.path = req.path().to_owned();
        shell.view = view_of(req);
        if let Some(identity) = identity {
            shell.flash = session::take_flash(req);
            shell.can = Can::of(identity.role);
            shell.actor = Some(ShellActor {
                id: identity.user_id,
                name: identity.name.clone(),
                role: identity.role,
                undo_days: identity.undo_days,
            });
            shell.theme = identity.theme.code();
            shell.density = identity.density.code();
            shell.hotkeys = identity.hotkeys;
            shell.org_name.clone_from(&identity.organisation_name);
            shell.zone = identity.time_zone;
        }
        shell.now = state.clock.now();
        shell.today = shell.now.and_utc().with_timezone(&shell.zone).date_naive();
        shell
    }

    /// A frame without a request.
    pub fn bare(lang: Lang) -> Self {
        Self {
            lang,
            actor: None,
            can: Can::default(),
            path: String::new(),
            theme: Theme::Auto.code(),
            density: Density::Normal.code(),
            hotkeys: true,
            flash: Vec::new(),
            views: Vec::new(),
            view: None,
            org_name: String::new(),
            zone: chrono_tz::Europe::Stockholm,
            today: NaiveDate::default(),
            now: NaiveDateTime::default(),
        }
    }

    /// Takes the messages that wait for a visitor's next page (signed-in pages have them already).
    pub fn with_flash(mut self, req: &HttpRequest) -> Self {
        self.flash.extend(session::take_flash(req));
        self
    }

    /// A text of the catalogue.
    pub fn t(&self, key: &str) -> Text {
        self.lang.text(key)
    }

    /// A message made elsewhere.
    pub fn say(&self, message: &Message) -> String {
        self.lang.say(message)
    }

    /// A whole number, grouped.
    pub fn int(&self, n: impl Into<Arg>) -> String {
        match n.into() {
            Arg::Int(n) => format::int(self.lang, n),
            Arg::Text(text) => text,
        }
    }

    /// A day.
    pub fn date(&self, day: &NaiveDate) -> String {
        format::date(self.lang, *day)
    }

    /// A moment, in the person's time zone.
    pub fn when(&self, at: &NaiveDateTime) -> String {
        format::when(self.lang, *at, self.zone)
    }

    /// The day it is for the person.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// The person's time zone.
    pub fn zone(&self) -> chrono_tz::Tz {
        self.zone
    }

    /// Whether the person may take back what `by` did `at` that time: staff their own, managers anybody's, for as long
    /// as the organisation says.
    pub fn may_undo(&self, by: Option<UserId>, at: &NaiveDateTime) -> bool {
        let Some(actor) = &self.actor else {
            return false;
        };
        let days = chrono::TimeDelta::days(i64::from(actor.undo_days));
        let own = actor.role >= Role::Staff && by == Some(actor.id);
        (own || actor.role >= Role::Manager) && *at + days > self.now
    }

    /// The address of a static file.
    pub fn asset(&self, name: &str) -> String {
        assets::url(name)
    }

    /// The version of the assets; when it changes, the browser loads a page anew.
    pub fn version(&self) -> &'static str {
        assets::version()
    }
}

/// `view=7` of the address.
fn view_of(req: &HttpRequest) -> Option<i64> {
    url::form_urlencoded::parse(req.query_string().as_bytes())
        .find(|(name, _)| name == "view")
        .and_then(|(_, id)| id.parse().ok())
}
