//! What the pages of KPIs show.

mod cell;
mod definitions;
mod grid;
mod grid_cell;
mod index;
mod line;
mod lock;
mod missing;
mod rows;
mod show;
mod targets;
mod tiles;

pub(super) use cell::CellPage;
pub(super) use definitions::{edit_page, form_fields, new_page};
pub(super) use grid::{Book, GridPage};
pub(super) use grid_cell::{CellAnswer, CellView, MissingView};
pub(super) use index::{IndexPage, IndexRow, StandingView};
use line::LineView;
pub(super) use lock::LockPage;
pub use missing::missing_tile;
pub(super) use missing::{Lack, MissingPage, entered};
pub(super) use rows::RowsView;
pub(super) use show::ShowPage;
pub(super) use targets::TargetsPage;
pub use tiles::{GLANCE, Glance, tiles};
