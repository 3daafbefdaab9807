//! What affiliations look like: a panel on the contact's page, and one on the account's.

use super::forms::FIELDS;
use super::queries::{self, MOST_PEOPLE, Shown};
use super::roles::form_fields;
use super::{Affiliation, AffiliationId};
use crate::accounts::model::{AccountId, path as account_path};
use crate::auth::Actor;
use crate::contacts::model::{Contact, path as contact_path};
use crate::db::Conn;
use crate::web::record::{EditPage, FormField, Input};
use crate::web::{AppError, Flash, FormView, Shell};
use askama::Template;

/// One role in a table.
pub(super) struct RoleRow {
    pub affiliation: Affiliation,
    pub name: String,
    /// The page of what is at the other end.
    pub href: String,
    pub is_past: bool,
    /// Whether it could end today.
    pub is_open: bool,
}

impl RoleRow {
    fn new(ui: &Shell, shown: Shown, href: String) -> Self {
        let affiliation = shown.affiliation;
        Self {
            is_past: affiliation.is_past(ui.today()),
            is_open: affiliation.to_date.is_none_or(|to| to > ui.today()),
            name: shown.name,
            affiliation,
            href,
        }
    }
}

/// The roles of a contact, with the form of one of them, or of a new one, in the same place.
#[derive(Template)]
#[template(path = "affiliations/of_contact.html")]
pub(super) struct OfContact<'a> {
    pub ui: &'a Shell,
    pub contact: &'a Contact,
    pub rows: Vec<RoleRow>,
    /// The row that is being edited.
    pub editing: Option<(AffiliationId, EditPage)>,
    /// The form of a new role.
    pub adding: EditPage,
    /// What has just been done, for a notice.
    pub notice: Option<Flash>,
    /// The row that it was done to, or that was left as it is: the focus returns there.
    pub done: Option<AffiliationId>,
}

impl<'a> OfContact<'a> {
    pub(super) fn load(
        conn: &mut Conn,
        actor: &Actor,
        ui: &'a Shell,
        contact: &'a Contact,
    ) -> Result<Self, AppError> {
        let found = queries::of_contact(conn, actor, contact.id, ui.today())?;
        let fields = form_fields(conn, FIELDS.iter().copied())?;
        Ok(Self {
            adding: new_page(ui.clone(), contact, fields, FormView::default()),
            rows: found
                .into_iter()
                .map(|shown| {
                    let href = account_path(shown.affiliation.account_id);
                    RoleRow::new(ui, shown, href)
                })
                .collect(),
            ui,
            contact,
            editing: None,
            notice: None,
            done: None,
        })
    }

    fn edited(&self, row: &RoleRow) -> Option<&EditPage> {
        let (id, page) = self.editing.as_ref()?;
        (*id == row.affiliation.id).then_some(page)
    }

    fn is_done(&self, row: &RoleRow) -> bool {
        self.done == Some(row.affiliation.id)
    }

    fn count(&self) -> usize {
        self.rows.iter().filter(|row| !row.is_past).count()
    }
}

/// The form of a new role of a contact.
pub(super) fn new_page(
    ui: Shell,
    contact: &Contact,
    fields: Vec<FormField>,
    form: FormView,
) -> EditPage {
    let title = ui.t("affiliations-new-of").arg("name", contact.name());
    let title = title.to_string();
    let page = EditPage::new(ui, title, &contact.path(), fields, form);
    let action = format!("{}/affiliations", contact.path());
    EditPage {
        form: page.form.clone().with("draft", format!("{action}/new")),
        action,
        ..page
    }
}

/// The form of a role that exists.
pub(super) fn edit_page(
    ui: Shell,
    contact: &Contact,
    affiliation: &Affiliation,
    fields: Vec<FormField>,
    form: FormView,
) -> EditPage {
    let title = ui.t("affiliations-edit-of").arg("name", contact.name());
    let title = title.to_string();
    // The primary mark cannot be taken off here, only be given to another role.
    let asks = |f: &FormField| f.field.input != Input::Tick || !affiliation.is_primary;
    let fields = fields.into_iter().filter(asks).collect();
    let page = EditPage::new(ui, title, &contact.path(), fields, form);
    EditPage {
        action: affiliation.path(),
        ..page
    }
}

/// The people at an account, with the form of another one.
#[derive(Template)]
#[template(path = "affiliations/of_account.html")]
pub(super) struct OfAccount<'a> {
    pub ui: &'a Shell,
    pub current: Vec<RoleRow>,
    pub past: Vec<RoleRow>,
    /// The list of contacts with all of them, if they are more than are shown.
    pub more: Option<String>,
    pub adding: EditPage,
    pub notice: Option<Flash>,
}

impl<'a> OfAccount<'a> {
    pub(super) fn load(
        conn: &mut Conn,
        actor: &Actor,
        ui: &'a Shell,
        id: AccountId,
        adding: EditPage,
    ) -> Result<Self, AppError> {
        let (mut current, mut past) = queries::of_account(conn, actor, id, ui.today())?;
        let more = current.len() > MOST_PEOPLE || past.len() > MOST_PEOPLE;
        current.truncate(MOST_PEOPLE);
        past.truncate(MOST_PEOPLE);
        let row = |shown: Shown| {
            let href = contact_path(shown.affiliation.contact_id);
            RoleRow::new(ui, shown, href)
        };
        Ok(Self {
            ui,
            current: current.into_iter().map(row).collect(),
            past: past.into_iter().map(row).collect(),
            more: more.then(|| format!("/contacts?account=%23{id}")),
            adding,
            notice: None,
        })
    }

    fn count(&self) -> String {
        match self.more {
            Some(_) => String::new(),
            None => self.current.len().to_string(),
        }
    }
}
