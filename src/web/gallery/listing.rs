//! A list of sample organisations.

use super::at;
use crate::db::counting::Count;
use crate::web::list::{
    Cell, Choice, Column, ColumnKind, Cursor, ListQuery, ListView, ListWords, Row, Selected,
};
use crate::web::{FieldErrors, Shell};

static COLUMNS: [Column; 6] = [
    Column::new("name", "common-field", ColumnKind::Text).shown(),
    Column::new("city", "common-theirs", ColumnKind::Text).shown(),
    Column::new("status", "common-role", ColumnKind::Choice).shown(),
    Column::new("members", "nav-people", ColumnKind::Number).shown(),
    Column::new("email", "common-send", ColumnKind::Text).shown(),
    Column::new("updated", "common-updated-at", ColumnKind::Moment).shown(),
];

const NAMES: [&str; 8] = [
    "Bergsjöns Odlarförening",
    "IF Älgen",
    "Stiftelsen Solrosen",
    "Nordic Timber AB",
    "Åkerbo hembygdsförening",
    "مؤسسة النور",
    "A very long organisation name that goes on and on until the column cannot hold it any longer",
    "Föreningen Rädda Tjädern",
];

fn row(n: &i64) -> Row {
    let index = usize::try_from(*n).unwrap();
    let (status, tone) = [
        ("Active", "success"),
        ("Prospect", "accent"),
        ("Former", ""),
    ][index % 3];
    let cells = vec![
        (
            Cell::Name(NAMES[index % 8].into(), "record.html".into()),
            "",
        ),
        (
            Cell::Text(["Göteborg", "Umeå", "Lund"][index % 3].into()),
            "",
        ),
        (
            Cell::Badge(status.into(), tone),
            "",
        ),
        (
            Cell::Number((n % 4 > 0).then_some(n * 7919 % 5000)),
            "num opt",
        ),
        (Cell::Email("info@example.org".into()), "opt"),
        (Cell::Moment(at("2026-03-14 08:05")), "opt"),
    ];
    Row {
        dom_id: format!("account-{n}"),
        cells,
    }
}

/// The list as `query` asks for it, with `rows` rows.
pub(super) fn list(ui: &Shell, query: &str, rows: i64) -> ListView {
    let (list, errors): (_, FieldErrors) =
        ListQuery::parse("/accounts", &COLUMNS, ("name", false), query).unwrap();
    let words = ListWords {
        title: "nav-accounts",
        search: "common-search",
        count: "common-found",
        count_more: "common-found-more",
        icon: "building-2",
    };
    let selected = Selected {
        rows: (0..rows).collect(),
        before: false,
        after: rows > 0,
    };
    let statuses = |_: &'static str| {
        ["Active", "Prospect", "Former"]
            .map(|label| Choice {
                code: label.to_lowercase(),
                label: label.into(),
            })
            .into()
    };
    let cursor = |n: &i64| Cursor {
        value: None,
        id: *n,
    };
    ListView::new(
        ui,
        &list,
        errors,
        words,
        &selected,
        Count {
            rows: 1000 * rows / 25,
            more: rows > 0,
        },
        statuses,
        cursor,
        row,
    )
}
