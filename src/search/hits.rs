//! What was found, as pages show it.

use crate::search_index::{Level, Part, Query, Rank, marks};

/// One thing that was found.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The element's id, without what tells palette and page apart.
    pub id: String,
    /// Its page.
    pub href: String,
    /// Its icon in the sprite.
    pub icon: &'static str,
    /// Its name.
    pub name: Vec<Part>,
    /// What tells it from others.
    pub detail: Vec<Part>,
    /// How well it fits.
    pub rank: Option<Rank>,
}

impl Hit {
    /// A hit with what was typed marked.
    pub fn new(id: String, href: String, icon: &'static str, name: &str, query: &Query) -> Self {
        Self {
            id,
            href,
            icon,
            name: marks(query, name),
            detail: Vec::new(),
            rank: None,
        }
    }

    /// With details, those that are known.
    pub fn detailed(mut self, details: &[String], query: &Query) -> Self {
        let known: Vec<&str> = details
            .iter()
            .map(String::as_str)
            .filter(|d| !d.is_empty())
            .collect();
        self.detail = marks(query, &known.join(" · "));
        self
    }

    /// With its rank.
    pub fn ranked(mut self, rank: Rank) -> Self {
        self.rank = Some(rank);
        self
    }

    /// Whether only something like what was typed stands there.
    pub fn is_similar(&self) -> bool {
        self.rank.is_some_and(|rank| rank.level == Level::Similar)
    }
}

/// Things of one kind.
#[derive(Clone, Debug)]
pub struct Group {
    /// The kind, for ids.
    pub code: &'static str,
    /// The catalogue's key of its heading.
    pub title: &'static str,
    /// The best of them.
    pub hits: Vec<Hit>,
    /// The list of all of them, where there are more.
    pub more: String,
}

impl Group {
    /// The best rank in it.
    pub fn best(&self) -> Option<Rank> {
        self.hits.iter().filter_map(|hit| hit.rank).min()
    }
}
