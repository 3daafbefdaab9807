//! Finding the record that a row is about: the records of a batch by their keys, loaded with a handful of queries.

use crate::fields::fold::fold;
use std::collections::HashMap;

/// What a record, or a row, is known by. A key that is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Keys {
    /// The id that another system has given it.
    pub external: String,
    /// The organisation number (accounts only).
    pub number: String,
    /// The e-mail address, in the form that is compared.
    pub email: String,
    /// The folded name.
    pub name: String,
    /// The folded city.
    pub city: String,
}

/// One of the keys that a record can be looked up by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum By {
    External,
    Number,
    Email,
    Name,
}

impl Keys {
    pub fn get(&self, by: By) -> &str {
        match by {
            By::External => &self.external,
            By::Number => &self.number,
            By::Email => &self.email,
            By::Name => &self.name,
        }
    }

    /// Whether both know one of `stronger` and it differs: then they are two records, whatever else is alike.
    pub fn contradicts(&self, other: &Self, stronger: &[By]) -> bool {
        stronger.iter().any(|by| {
            let (one, two) = (self.get(*by), other.get(*by));
            !one.is_empty() && !two.is_empty() && one != two
        })
    }
}

/// The folded form of a city.
pub(super) fn city_key(city: &str) -> String {
    if city.is_empty() {
        String::new()
    } else {
        fold(city)
    }
}

/// A record that rows can be about.
pub(super) trait Keyed {
    fn id(&self) -> i64;
    fn keys(&self) -> Keys;
}

/// Records by their keys.
pub(super) struct Index<T> {
    rows: HashMap<i64, (Keys, T)>,
    by: HashMap<(By, String), Vec<i64>>,
}

impl<T: Keyed> Index<T> {
    pub fn new(rows: impl IntoIterator<Item = T>) -> Self {
        let mut index = Self {
            rows: HashMap::new(),
            by: HashMap::new(),
        };
        rows.into_iter().for_each(|row| index.put(row));
        index
    }

    /// Adds a record, or what became of it.
    pub fn put(&mut self, row: T) {
        let (id, keys) = (row.id(), row.keys());
        for by in [By::External, By::Number, By::Email, By::Name] {
            let value = keys.get(by);
            if value.is_empty() {
                continue;
            }
            let ids = self.by.entry((by, value.to_owned())).or_default();
            if !ids.contains(&id) {
                ids.push(id);
                ids.sort_unstable();
            }
        }
        self.rows.insert(id, (keys, row));
    }

    pub fn get(&self, id: i64) -> Option<&T> {
        self.rows.get(&id).map(|(_, row)| row)
    }

    pub fn ids(&self) -> Vec<i64> {
        self.rows.keys().copied().collect()
    }

    /// The records with this key, the oldest first.
    pub fn with(&self, by: By, value: &str) -> Vec<(&Keys, &T)> {
        if value.is_empty() {
            return Vec::new();
        }
        let ids = self.by.get(&(by, value.to_owned()));
        let found = ids.into_iter().flatten().filter_map(|id| self.rows.get(id));
        // A record may have got another key since it was put here.
        found
            .filter(|(keys, _)| keys.get(by) == value)
            .map(|(keys, row)| (keys, row))
            .collect()
    }

    /// The record that has this name and fits the city: the one in the same city, else the only one that does not say
    /// another city.
    pub fn named(&self, row: &Keys, stronger: &[By]) -> Option<&T> {
        let fitting: Vec<_> = self
            .with(By::Name, &row.name)
            .into_iter()
            .filter(|(keys, _)| !keys.contradicts(row, stronger))
            .collect();
        if let Some((_, same)) = fitting.iter().find(|(keys, _)| keys.city == row.city) {
            return Some(same);
        }
        let mut open = fitting
            .iter()
            .filter(|(keys, _)| keys.city.is_empty() || row.city.is_empty());
        match (open.next(), open.next()) {
            (Some((_, only)), None) => Some(only),
            _ => None,
        }
    }
}
