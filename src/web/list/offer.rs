//! What a list offers for its rows: to be ticked, and to lead back.

use super::query::{led_from, query_of};
use super::view::FilterView;
use super::{Cell, ListQuery, ListView};
use crate::db::counting::Count;
use crate::web::Shell;
use crate::web::record::Pick;
use url::form_urlencoded::Serializer;

/// What a list offers for the rows that are ticked.
#[derive(Clone, Debug, Default)]
pub struct Offer {
    /// The list's query string, to come back to.
    pub query: String,
    /// "All 412 that match"; empty where the page shows them all.
    pub all: String,
    /// Where that leads.
    pub all_href: String,
}

impl ListView {
    /// Lets rows be ticked.
    pub fn offer(&mut self, ui: &Shell, list: &ListQuery, count: Count, picks: Vec<Pick>) {
        let query = query_of(&list.path());
        if !self.form.any_error() && usize::try_from(count.rows).unwrap_or(0) > picks.len() {
            let key = if count.more {
                "bulk-all-more"
            } else {
                "bulk-all"
            };
            self.offer.all = ui.t(key).arg("n", count.rows).to_string();
            let pairs = [("all", "true"), ("query", query.as_str())];
            let asked = Serializer::new(String::new()).extend_pairs(pairs).finish();
            self.offer.all_href = format!("{}/bulk?{asked}", self.base);
        }
        self.offer.query = query;
        self.picks = picks;
    }

    /// Lets each record know the list that it is opened from.
    pub fn lead_back(&mut self, list: &ListQuery) {
        let from = list.from();
        if from.is_empty() {
            return;
        }
        for (cell, _) in self.rows.iter_mut().flat_map(|row| &mut row.cells) {
            if let Cell::Name(_, href) = cell {
                *href = led_from(href, &from);
            }
        }
    }

    /// The record of a row.
    pub fn pick(&self, row: &usize) -> Option<&Pick> {
        self.picks.get(*row)
    }

    /// The labels of the filters that ask for a value which cannot be chosen any more: a person, a tag.
    pub fn unknown_choices(&self, ui: &Shell) -> Vec<String> {
        let unknown = |filter: &&FilterView| {
            let known = |code: &String| filter.options.iter().any(|o| o.value == *code);
            ["choice", "tags"].contains(&filter.kind)
                && !self.form.values(filter.key).iter().all(known)
        };
        let gone = self.filters.iter().filter(unknown);
        gone.map(|filter| ui.t(filter.label).to_string()).collect()
    }
}
