//! Which tiles stand on a dashboard, in which order, how wide.

use crate::auth::Role;
use crate::code_type;
use crate::web::FormData;
use serde::{Deserialize, Serialize};

code_type! {
    /// A part of the dashboard.
    Tile {
        /// KPIs at a glance, those off target first.
        Kpis = "kpis",
        /// Values that are missing, by who is responsible.
        Missing = "missing",
        /// Accounts of one's own that lack something.
        Attention = "attention",
        /// Accounts of one's own, latest changed first.
        Own = "own",
        /// The records that one worked with last.
        Touched = "touched",
        /// What happened last.
        Recent = "recent",
        /// How much each person did.
        Team = "team",
        /// New accounts per month.
        Growth = "growth",
        /// How many accounts and contacts there are.
        Registers = "registers",
        /// Sign-ins that failed.
        SignIns = "sign_ins",
        /// Work in the background.
        Jobs = "jobs",
        /// The program and its database.
        System = "system",
    }
}

code_type! {
    /// How wide a tile is.
    Size {
        /// Half the page.
        Half = "half",
        /// The whole page.
        Whole = "whole",
    }
}

impl Size {
    /// The catalogue's key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Half => "dashboard-size-half",
            Self::Whole => "dashboard-size-whole",
        }
    }
}

impl Tile {
    /// The catalogue's key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Kpis => "dashboard-tile-kpis",
            Self::Missing => "dashboard-tile-missing",
            Self::Attention => "dashboard-tile-attention",
            Self::Own => "dashboard-own-accounts",
            Self::Touched => "dashboard-touched",
            Self::Recent => "dashboard-recent",
            Self::Team => "dashboard-tile-team",
            Self::Growth => "dashboard-tile-growth",
            Self::Registers => "dashboard-tile-registers",
            Self::SignIns => "dashboard-tile-sign-ins",
            Self::Jobs => "dashboard-tile-jobs",
            Self::System => "dashboard-tile-system",
        }
    }

    /// Whether this role may see it.
    pub fn is_for(self, role: Role) -> bool {
        match self {
            Self::SignIns | Self::Jobs | Self::System => role >= Role::Admin,
            _ => true,
        }
    }

    /// Whether it is asked for after the page, because it counts much.
    pub fn is_slow(self) -> bool {
        matches!(self, Self::Team | Self::Growth)
    }
}

/// A tile in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Which.
    pub tile: Tile,
    /// How wide.
    pub size: Size,
    /// Whether it is there.
    pub shown: bool,
}

/// Every tile that a role may see, in order, hidden ones too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout(pub Vec<Placed>);

/// As it is kept.
#[derive(Serialize, Deserialize)]
struct Kept(String, String, bool);

impl Layout {
    /// What a role begins with where no admin has said otherwise.
    pub fn usual(role: Role) -> Self {
        use Tile::{
            Attention, Growth, Jobs, Kpis, Missing, Own, Recent, Registers, SignIns, System, Team,
            Touched,
        };
        let shown: &[Tile] = match role {
            Role::Viewer => &[Kpis, Registers, Recent],
            Role::Staff => &[Attention, Missing, Own, Touched, Recent, Kpis, Registers],
            Role::Manager => &[Kpis, Missing, Team, Growth, Recent, Own, Touched, Registers],
            Role::Admin => &[
                SignIns, Jobs, System, Missing, Kpis, Recent, Own, Touched, Registers,
            ],
        };
        let placed = |tile: &Tile| Placed {
            tile: *tile,
            size: match tile {
                Kpis | Registers => Size::Whole,
                _ => Size::Half,
            },
            shown: true,
        };
        Self(shown.iter().map(placed).collect()).completed(role)
    }

    /// What was kept, for a person of this role: tiles that are no more, or not for them, are left out, and new ones are
    /// there, hidden. None where nothing was kept.
    pub fn read(kept: &str, role: Role) -> Option<Self> {
        let kept: Vec<Kept> = serde_json::from_str(kept).ok()?;
        let placed = kept.iter().filter_map(|Kept(tile, size, shown)| {
            Some(Placed {
                tile: Tile::parse(tile)?,
                size: Size::parse(size)?,
                shown: *shown,
            })
        });
        Some(Self(placed.collect()).completed(role))
    }

    /// How it is kept.
    pub fn write(&self) -> String {
        let kept: Vec<Kept> = self
            .0
            .iter()
            .map(|p| Kept(p.tile.code().to_owned(), p.size.code().to_owned(), p.shown))
            .collect();
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// Reads the form: a field `tile` for each, in order; `shown` for those ticked; `size-…`; `move` says which goes up
    /// or down.
    pub fn of_form(form: &FormData, role: Role) -> Self {
        let placed = form.all("tile").filter_map(|code| {
            Some(Placed {
                tile: Tile::parse(code)?,
                size: Size::parse(form.get(&format!("size-{code}"))).unwrap_or(Size::Half),
                shown: form.all("shown").any(|shown| shown == code),
            })
        });
        let layout = Self(placed.collect()).completed(role);
        match form.get("move").split_once(':') {
            Some(("up", code)) => layout.moved(code, true),
            Some(("down", code)) => layout.moved(code, false),
            _ => layout,
        }
    }

    fn moved(mut self, code: &str, up: bool) -> Self {
        let at = self.0.iter().position(|p| p.tile.code() == code);
        let to = match up {
            true => at.and_then(|at| at.checked_sub(1)),
            false => at.map(|at| at + 1).filter(|to| *to < self.0.len()),
        };
        if let (Some(at), Some(to)) = (at, to) {
            self.0.swap(at, to);
        }
        self
    }

    /// Each tile of the role once.
    fn completed(self, role: Role) -> Self {
        let mut all: Vec<Placed> = Vec::new();
        let rest = Tile::ALL.iter().map(|tile| Placed {
            tile: *tile,
            size: Size::Half,
            shown: false,
        });
        for placed in self.0.into_iter().chain(rest) {
            let is_new = all.iter().all(|there| there.tile != placed.tile);
            if is_new && placed.tile.is_for(role) {
                all.push(placed);
            }
        }
        Self(all)
    }

    /// What is on the page.
    pub fn shown(&self) -> impl Iterator<Item = &Placed> {
        self.0.iter().filter(|placed| placed.shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_comes_back_with_what_is_new_and_without_what_is_gone() {
        let usual = Layout::usual(Role::Staff);
        assert_eq!(Layout::read(&usual.write(), Role::Staff), Some(usual));
        let old = r#"[["recent","whole",true],["weather","half",true],["jobs","half",true]]"#;
        let read = Layout::read(old, Role::Viewer).unwrap();
        let shown: Vec<Tile> = read.shown().map(|p| p.tile).collect();
        assert_eq!(shown, [Tile::Recent], "jobs are an admin's");
        assert!(read.0.iter().any(|p| p.tile == Tile::Kpis && !p.shown));
        assert_eq!(Layout::read("", Role::Viewer), None);
    }

    #[test]
    fn a_tile_goes_up_and_down_and_stays_at_the_ends() {
        let order = |query: &str| -> Vec<Tile> {
            let form = FormData::parse(query.as_bytes());
            let layout = Layout::of_form(&form, Role::Viewer);
            layout.0.iter().take(3).map(|p| p.tile).collect()
        };
        let all = "tile=kpis&tile=recent&tile=own";
        let (kpis, recent, own) = (Tile::Kpis, Tile::Recent, Tile::Own);
        assert_eq!(order(all), [kpis, recent, own]);
        assert_eq!(order(&format!("{all}&move=up:recent")), [recent, kpis, own]);
        assert_eq!(order(&format!("{all}&move=up:kpis")), [kpis, recent, own]);
        assert_eq!(order(&format!("{all}&move=down:kpis")), [recent, kpis, own]);
    }
}
