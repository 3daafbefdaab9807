//! KPIs: definitions, values, targets, the grid and the pages.

mod counted;
mod definitions;
mod grid;
mod import;
mod show;
mod targets;
mod three_years;
mod tiles;
mod undo;
mod values;

use crate::support::Browser;

/// Defines a monthly KPI that adds up, with other fields where they are given; says where it is.
#[track_caller]
pub fn kpi(manager: &Browser, fields: &[(&str, &str)]) -> String {
    let mut all = vec![
        ("name", "Nya medlemmar"),
        ("cadence", "month"),
        ("totalling", "sum"),
        ("direction", "up"),
        ("first_period", "2026-01"),
    ];
    all.retain(|(name, _)| fields.iter().all(|(other, _)| other != name));
    all.extend(fields);
    manager.post("/kpis", &all).assert_status(303).location()
}

/// Enters a value on the cell's own page.
#[track_caller]
pub fn enter(who: &Browser, kpi: &str, period: &str, value: &str) {
    let version = who
        .open(&format!("{kpi}/values/{period}"))
        .attributes("#cell-form input[name=version]", "value");
    let fields = [("value", value), ("version", version[0].as_str())];
    who.post(&format!("{kpi}/values/{period}"), &fields)
        .assert_status(303);
}

/// The id in `/kpis/7`.
pub fn id(kpi: &str) -> &str {
    kpi.rsplit('/').next().unwrap_or_default()
}
