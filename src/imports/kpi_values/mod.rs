//! Values of KPIs from a file: one row a KPI and period. Checked first, then written as one operation; the same file
//! again changes nothing.

mod apply;
mod columns;
mod pages;
mod plan;
mod reading;
mod views;

pub use apply::{Choices, apply};
pub use columns::KpiColumn;
pub(crate) use pages::routes;
pub use plan::{NewKpi, Of, Plan, Planned, WrongRow, missing_column, plan};
