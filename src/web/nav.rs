//! The menu.

use super::{MenuView, Shell};

/// One entry of the menu.
#[derive(Clone, Debug)]
pub struct NavItem {
    /// Where it leads.
    pub href: &'static str,
    /// Its name.
    pub label: String,
    /// Its icon in the sprite.
    pub icon: &'static str,
    /// The keys that go there.
    pub hotkey: &'static str,
    /// Whether the page is below it.
    pub current: bool,
}

impl Shell {
    /// The saved views of a list that stand below it in the menu.
    pub fn pinned(&self, list: &str) -> Vec<&MenuView> {
        let of = self.views.iter().filter(|view| view.list == list);
        of.filter(|view| view.pinned).collect()
    }

    /// The saved views of a list.
    pub fn views_of(&self, list: &str) -> Vec<&MenuView> {
        self.views.iter().filter(|view| view.list == list).collect()
    }

    /// Whether the address is that of a view.
    pub fn is_view(&self, view: &MenuView) -> bool {
        self.path == view.list && self.view == Some(view.id)
    }
}

impl Shell {
    /// The menu.
    pub fn nav(&self) -> Vec<NavItem> {
        let all = [
            ("/", "nav-home", "house", "g h", true),
            ("/accounts", "nav-accounts", "building-2", "g a", true),
            ("/contacts", "nav-contacts", "users", "g c", true),
            (
                "/duplicates",
                "nav-duplicates",
                "copy",
                "",
                self.can.edit_records,
            ),
            ("/kpis", "nav-kpis", "chart-column", "g k", true),
            ("/changes", "nav-changes", "history", "g r", true),
            ("/tags", "nav-tags", "tag", "g t", self.can.manage_tags),
            (
                "/trash",
                "nav-trash",
                "trash-2",
                "g t",
                self.can.edit_records,
            ),
            (
                "/people",
                "nav-people",
                "user-plus",
                "g p",
                self.can.manage_people,
            ),
            (
                "/audit",
                "nav-audit",
                "shield",
                "g u",
                self.can.manage_people,
            ),
            (
                "/api-keys",
                "nav-api-keys",
                "key",
                "g k",
                self.can.manage_people,
            ),
            (
                "/organisation",
                "nav-organisation",
                "building",
                "g o",
                self.can.manage_people,
            ),
        ];
        let shown = all.into_iter().filter(|(.., shown)| *shown);
        shown
            .map(|(href, key, icon, hotkey, _)| NavItem {
                href,
                label: self.t(key).to_string(),
                icon,
                hotkey,
                current: (self.path == href && !self.pinned(href).iter().any(|v| self.is_view(v)))
                    || (href != "/" && self.path.starts_with(&format!("{href}/"))),
            })
            .collect()
    }
}
