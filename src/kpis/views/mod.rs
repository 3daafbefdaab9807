//! What the pages of KPIs show.

mod cell;
mod definitions;
mod grid;
mod grid_cell;
mod index;
mod lock;
mod show;
mod targets;
mod tiles;

pub(super) use cell::CellPage;
pub(super) use definitions::{edit_page, form_fields, new_page};
pub(super) use grid::{Book, GridPage};
pub(super) use grid_cell::{CellAnswer, CellView, MissingView};
pub(super) use index::{IndexPage, IndexRow, StandingView};
pub(super) use lock::LockPage;
pub(super) use show::ShowPage;
pub(super) use targets::TargetsPage;
pub use tiles::tiles;
