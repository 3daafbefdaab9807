//! The names behind ids: everything a page mentions is looked up at once, one statement a table.

use super::named::{Named, account_names, both_ends, contact_names};
use crate::audit::{Change, OperationRow, id_in};
use crate::audit::{Subject, SubjectType};
use crate::auth::{KeyId, UserId, keys, people};
use crate::db::Conn;
use crate::kpis;
use crate::saved_views;
use crate::tags::{self, TagId};
use diesel::prelude::*;
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};

/// What must be looked up.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    people: BTreeSet<UserId>,
    accounts: BTreeSet<i64>,
    contacts: BTreeSet<i64>,
    affiliations: BTreeSet<i64>,
    api_keys: BTreeSet<KeyId>,
    kpis: BTreeSet<(SubjectType, i64)>,
    tags: BTreeSet<i64>,
    views: BTreeSet<i64>,
}

/// What was found. A thing that is not there has no name, and the page does without.
#[derive(Debug, Default)]
pub(crate) struct Names {
    people: HashMap<UserId, String>,
    accounts: HashMap<i64, Named>,
    contacts: HashMap<i64, Named>,
    affiliations: HashMap<i64, (i64, i64)>,
    api_keys: HashMap<KeyId, String>,
    /// Title and page.
    kpis: HashMap<(SubjectType, i64), (String, String)>,
    tags: HashMap<i64, Named>,
    views: HashMap<i64, String>,
}

impl Wanted {
    pub fn subject(&mut self, subject: Subject) {
        match subject.kind {
            SubjectType::Account => self.accounts.insert(subject.id),
            SubjectType::Contact => self.contacts.insert(subject.id),
            SubjectType::Affiliation => self.affiliations.insert(subject.id),
            SubjectType::SavedView => self.views.insert(subject.id),
            SubjectType::User => self.people.insert(UserId(subject.id)),
            SubjectType::ApiKey => self.api_keys.insert(KeyId(subject.id)),
            SubjectType::KpiDefinition
            | SubjectType::KpiValue
            | SubjectType::KpiTarget
            | SubjectType::KpiLock => self.kpis.insert((subject.kind, subject.id)),
            SubjectType::Tag => self.tags.insert(subject.id),
            SubjectType::Settings | SubjectType::Dashboard => false,
        };
    }

    pub fn operation(&mut self, operation: &OperationRow) {
        self.people.extend(operation.user_id);
        self.api_keys.extend(operation.api_key_id);
        if let Some(subject) = operation.subject() {
            self.subject(subject);
        }
    }

    pub fn change(&mut self, change: &Change) {
        if let Some(subject) = change.subject() {
            self.subject(subject);
        }
        for facts in [&change.before, &change.after] {
            for (field, value) in facts {
                self.value(field, value);
            }
        }
    }

    /// What a field's value refers to.
    pub fn value(&mut self, field: &str, value: &Value) {
        let id = id_in(Some(value));
        match field {
            "owner_id" | "user_id" => self.people.extend(id.map(UserId)),
            "parent_id" | "account_id" => self.accounts.extend(id),
            "contact_id" => self.contacts.extend(id),
            _ => {}
        }
    }

    /// Leaves out a record that the page has read already.
    pub fn but(&mut self, subject: Subject) {
        match subject.kind {
            SubjectType::Account => self.accounts.remove(&subject.id),
            SubjectType::Contact => self.contacts.remove(&subject.id),
            _ => false,
        };
    }

    /// Affiliations first, because they name accounts and contacts.
    pub fn look_up(mut self, conn: &mut Conn) -> QueryResult<Names> {
        let mut names = Names::default();
        if !self.affiliations.is_empty() {
            for (id, contact, account) in both_ends(conn, &self.affiliations)? {
                names.affiliations.insert(id, (contact.0, account.0));
                names.contacts.insert(contact.0, contact.1);
                names.accounts.insert(account.0, account.1);
            }
            self.contacts.retain(|id| !names.contacts.contains_key(id));
            self.accounts.retain(|id| !names.accounts.contains_key(id));
        }
        if !self.people.is_empty() {
            let ids: Vec<UserId> = self.people.into_iter().collect();
            names.people = people::names(conn, &ids)?;
        }
        if !self.api_keys.is_empty() {
            let ids: Vec<KeyId> = self.api_keys.into_iter().collect();
            names.api_keys = keys::names(conn, &ids)?;
        }
        names.kpis = kpis::queries::titles(conn, self.kpis)?;
        if !self.tags.is_empty() {
            let ids: Vec<TagId> = self.tags.into_iter().map(TagId).collect();
            let found = tags::names(conn, &ids)?.into_iter();
            let named = |(id, name, is_living): (TagId, _, _)| (id.0, Named { name, is_living });
            names.tags = found.map(named).collect();
        }
        if !self.views.is_empty() {
            let ids: Vec<i64> = self.views.into_iter().collect();
            names.views = saved_views::names(conn, &ids)?.into_iter().collect();
        }
        names.accounts.extend(account_names(conn, &self.accounts)?);
        names.contacts.extend(contact_names(conn, &self.contacts)?);
        Ok(names)
    }
}

impl Names {
    /// Names a record that the page has read already.
    pub fn know(&mut self, subject: Subject, name: &str, is_living: bool) {
        let name = name.to_owned();
        let named = Named { name, is_living };
        match subject.kind {
            SubjectType::Account => self.accounts.insert(subject.id, named),
            SubjectType::Contact => self.contacts.insert(subject.id, named),
            _ => None,
        };
    }

    pub fn person(&self, id: UserId) -> Option<&str> {
        self.people.get(&id).map(String::as_str)
    }

    pub fn api_key(&self, id: KeyId) -> Option<&str> {
        self.api_keys.get(&id).map(String::as_str)
    }

    pub fn account(&self, id: i64) -> Option<&str> {
        self.accounts.get(&id).map(|a| a.name.as_str())
    }

    pub fn contact(&self, id: i64) -> Option<&str> {
        self.contacts.get(&id).map(|c| c.name.as_str())
    }

    /// The contact and the account of an affiliation.
    pub fn affiliation(&self, id: i64) -> Option<(i64, i64)> {
        self.affiliations.get(&id).copied()
    }

    /// What a row is called and where its page is; a deleted one has no page.
    pub fn title(&self, subject: Subject) -> (String, String) {
        match subject.kind {
            SubjectType::Account => linked(self.accounts.get(&subject.id), "accounts", subject.id),
            SubjectType::Contact => linked(self.contacts.get(&subject.id), "contacts", subject.id),
            SubjectType::Affiliation => self.affiliation_title(subject.id),
            SubjectType::Dashboard => (String::new(), String::new()),
            SubjectType::SavedView => {
                let name = self.views.get(&subject.id).cloned();
                (name.unwrap_or_default(), String::new())
            }
            SubjectType::User => {
                let name = self.person(UserId(subject.id)).unwrap_or_default();
                (name.to_owned(), format!("/people/{}", subject.id))
            }
            SubjectType::ApiKey => {
                let name = self.api_key(KeyId(subject.id)).unwrap_or_default();
                (name.to_owned(), format!("/api-keys/{}", subject.id))
            }
            SubjectType::KpiDefinition
            | SubjectType::KpiValue
            | SubjectType::KpiTarget
            | SubjectType::KpiLock => {
                let known = self.kpis.get(&(subject.kind, subject.id));
                known.cloned().unwrap_or_default()
            }
            SubjectType::Tag => linked(self.tags.get(&subject.id), "tags", subject.id),
            SubjectType::Settings => (String::new(), "/organisation".to_owned()),
        }
    }

    /// The record that a row belongs to: an affiliation is shown on its contact's page.
    pub fn page(&self, subject: Subject) -> (String, String) {
        match (subject.kind, self.affiliation(subject.id)) {
            (SubjectType::Affiliation, Some((contact, _))) => {
                self.title(Subject::new(SubjectType::Contact, contact))
            }
            _ => self.title(subject),
        }
    }

    fn affiliation_title(&self, id: i64) -> (String, String) {
        let Some((contact, account)) = self.affiliation(id) else {
            return Default::default();
        };
        let (person, href) = linked(self.contacts.get(&contact), "contacts", contact);
        let organisation = self.account(account).unwrap_or_default();
        (format!("{person} – {organisation}"), href)
    }
}

fn linked(found: Option<&Named>, list: &str, id: i64) -> (String, String) {
    match found {
        Some(named) if named.is_living => (named.name.clone(), format!("/{list}/{id}")),
        Some(named) => (named.name.clone(), String::new()),
        None => Default::default(),
    }
}
