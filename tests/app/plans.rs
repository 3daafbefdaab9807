//! What the database does for each page, at a size where doing it the long way shows: rows read, rows sorted, temporary
//! tables. These are the server's own counts of the plan it took, which `EXPLAIN` only foretells.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::Text;
use minimata::auth::{Actor, Channel, Role};
use minimata::demo::generate::{Generated, Size, generate};
use minimata::web::AppError;

use crate::support::{Browser, TestApp};

/// Many more rows than a page and its count (to 1,000) may read.
const SIZE: Size = Size {
    accounts: 4_000,
    contacts: 5_000,
    changes: 18_000,
    seed: 3,
    until: NaiveDate::from_ymd_opt(2026, 3, 2)
        .unwrap()
        .and_hms_opt(0, 0, 0)
        .unwrap(),
};

/// Rows that any page may read: a count to 1,000 in the index and once more out of its derived table, and a page of rows
/// with what stands beside them.
const ROWS: u64 = 2_600;
/// Rows that any page may sort: no more than a page shows.
const SORTED: u64 = 101;
/// Temporary tables that any page may make: one for its count, one for the tags of its rows.
const TABLES: u64 = 2;

/// What may cost more: rows, sorted, tables, and why.
#[rustfmt::skip]
const DEARER: &[(&str, [u64; 3], &str)] = &[
    ("/search?q=an", [12_000, 400, 20], "a step after the other, sixty records each, of both kinds, until there are enough"),
    ("/search?q=ab+norr", [20_000, 400, 20], "the postings of each word are counted, to 2,000, to find the rarest"),
    ("/search?q=ingen-alls", [6_000, SORTED, 5], "the postings of each word are counted, of both kinds"),
    ("/search?q=070+999+99", [10_000, SORTED, 7], "the same for a number and for its three parts"),
    ("/accounts?q=an", [9_000, SORTED, 4], "1,001 matching ids, and their rows in the list's order"),
    ("/contacts?q=an", [12_000, SORTED, 4], "1,001 matching ids, and their rows in the list's order"),
    ("/accounts?q=ingen-alls", [ROWS, SORTED, 5], "the postings of each word are counted, to 2,000, to find the rarest"),
    ("/contacts?q=ingen-alls", [ROWS, SORTED, 5], "the postings of each word are counted, to 2,000, to find the rarest"),
    ("/contacts?q=ingen+alls", [ROWS, SORTED, 5], "the postings of each word are counted, to 2,000, to find the rarest"),
    ("/accounts?name=ingen-alls", [ROWS, SORTED, 4], "the postings of each word are counted, to 2,000, to find the rarest"),
    ("/contacts?email=ingen%40alls", [ROWS, SORTED, 4], "the postings of each word are counted, to 2,000, to find the rarest"),
    ("/contacts?account=ingen-alls", [ROWS, SORTED, 5], "the postings of each word are counted, to 2,000, to find the rarest"),
    ("/", [4_400, SORTED, 3], "two counts to 1,000"),
    ("/accounts/1", [ROWS, SORTED, 9], "the operations of its history, each once, at most 21; what looks alike, a key at a time"),
    ("/accounts/1/edit", [ROWS, SORTED, 5], "what looks alike, a key at a time, at most ten each"),
    ("/contacts/1", [ROWS, SORTED, 14], "the operations of its history, each once, at most 21; what looks alike, a key at a time"),
    ("/contacts/1/edit", [ROWS, SORTED, 7], "what looks alike, a key at a time, at most ten each"),
    ("/changes?sort=at&dir=asc", [16_000, SORTED, TABLES], "the changes of imports are counted, in the index"),
    ("/changes?sort=at&dir=desc&at=last", [16_000, SORTED, TABLES], "the changes of imports are counted, in the index"),
    ("/audit?sort=at&dir=asc", [16_000, SORTED, TABLES], "the changes of imports are counted, in the index"),
    ("/audit?sort=at&dir=desc&at=last", [16_000, SORTED, TABLES], "the changes of imports are counted, in the index"),
];

#[derive(QueryableByName)]
struct Counter {
    #[diesel(sql_type = Text)]
    #[diesel(column_name = "Variable_name")]
    name: String,
    #[diesel(sql_type = Text)]
    #[diesel(column_name = "Value")]
    value: String,
}

/// Rows read, rows sorted, temporary tables made, on the product's only connection.
fn counters(app: &TestApp) -> [u64; 3] {
    let rows: Vec<Counter> = app.write(|conn, _| {
        let asked = "SHOW SESSION STATUS WHERE Variable_name LIKE 'Handler_read%' OR Variable_name IN ('Sort_rows', 'Created_tmp_tables')";
        Ok(diesel::sql_query(asked).load(conn)?)
    });
    let mut sums = [0; 3];
    for counter in rows {
        let at = match counter.name.as_str() {
            "Sort_rows" => 1,
            "Created_tmp_tables" => 2,
            // Deleted rows that a plan steps over are read as well; retries are not rows.
            "Handler_read_retry" => continue,
            _ => 0,
        };
        sums[at] += counter.value.parse::<u64>().unwrap();
    }
    sums
}

fn minus(after: [u64; 3], before: [u64; 3]) -> [u64; 3] {
    [0, 1, 2].map(|n| after[n] - before[n])
}

/// What a page costs. Asking costs something too, always the same.
fn cost(app: &TestApp, browser: &Browser, path: &str) -> [u64; 3] {
    browser.open(path);
    let (one, two) = (counters(app), counters(app));
    browser.open(path);
    minus(minus(counters(app), two), minus(two, one))
}

/// First, last and deep pages of every order.
fn lists(browser: &Browser) -> Vec<String> {
    let mut paths = Vec::new();
    for base in ["/accounts", "/contacts", "/changes", "/audit"] {
        let columns: Vec<&str> = match base {
            "/accounts" => minimata::accounts::listing::COLUMNS
                .iter()
                .filter(|c| c.sortable)
                .map(|c| c.key)
                .collect(),
            "/contacts" => minimata::contacts::listing::COLUMNS
                .iter()
                .filter(|c| c.sortable)
                .map(|c| c.key)
                .collect(),
            _ => vec!["at"],
        };
        for column in columns {
            for dir in ["asc", "desc"] {
                let first = format!("{base}?sort={column}&dir={dir}");
                let last = format!("{first}&at=last");
                let before = browser.open(&last).attributes("#page-previous", "href")[0].clone();
                let next = browser.open(&first).attributes("#page-next", "href")[0].clone();
                let deep = browser.open(&next).attributes("#page-next", "href")[0].clone();
                paths.extend([first, last, before, deep]);
            }
        }
    }
    paths
}

/// Pages in the middle of some orders: of a text, of a few values that many rows share, of numbers that may be missing.
fn middles(browser: &Browser) -> Vec<String> {
    let orders = [
        "/accounts?sort=name",
        "/accounts?sort=kind",
        "/accounts?sort=members",
        "/accounts?sort=name&status=active",
        "/contacts?sort=name",
        "/contacts?sort=city",
    ];
    let directions = |order| ["asc", "desc"].map(|dir| format!("{order}&dir={dir}&size=100"));
    let middle = |mut path: String| {
        for _ in 0..19 {
            path = browser.open(&path).attributes("#page-next", "href")[0].clone();
        }
        path.replace("size=100&", "").replace("&size=100", "")
    };
    orders
        .into_iter()
        .flat_map(directions)
        .map(middle)
        .collect()
}

#[test]
fn no_page_reads_sorts_or_copies_what_it_does_not_show() {
    let app = TestApp::start_with(&[("DATABASE_POOL", "1")]);
    let admin = app.sign_in(Role::Admin);
    let db = &app.server().state().db;
    let operator = Actor::operator(Channel::Cli);
    let done = generate(db, 1, &operator, SIZE, false, &|_, _| true).unwrap();
    assert_eq!(done, Generated::Done);
    // The server's idea of its indexes is otherwise as old as the empty tables.
    app.write(|conn, _| {
        let all = "ANALYZE TABLE accounts, contacts, affiliations, operations, changes, account_tags, contact_tags, search_words, search_suffixes, search_postings, search_entries";
        diesel::sql_query(all).execute(conn)?;
        Ok::<_, AppError>(())
    });
    let id = |query: &str| app.database().column(query)[0].clone();
    let account = id("SELECT CAST(MIN(id) AS CHAR) FROM accounts");
    let contact = id("SELECT CAST(MIN(id) AS CHAR) FROM contacts");
    let mut paths = lists(&admin);
    paths.extend(middles(&admin));
    for (list, order) in [("accounts", "name"), ("contacts", "sort_name")] {
        let query = format!(
            "SELECT CAST(id AS CHAR) FROM {list} WHERE deleted_at IS NULL ORDER BY {order} LIMIT 1 OFFSET 2000"
        );
        paths.push(format!("/{list}/{}", id(&query)));
    }
    paths.extend(DEARER.iter().map(|(path, ..)| (*path).to_owned()));
    paths.push("/people".to_owned());
    for (list, id) in [("accounts", account), ("contacts", contact)] {
        paths.extend(["", "/history", "/edit"].map(|page| format!("/{list}/{id}{page}")));
    }
    paths.extend(
        [
            "/contacts?mobile=070-999",
            "/accounts/options?field=parent&parent=ingen-alls",
            "/contacts/options?field=person&person=ingen-alls",
            "/accounts?status=active&sort=city",
            "/accounts?kind=company&sort=name",
            "/contacts?account.is=empty",
            "/contacts?account.is=filled",
            "/changes?kind=account.update",
        ]
        .map(str::to_owned),
    );
    let costs: BTreeMap<String, [u64; 3]> = paths
        .into_iter()
        .map(|path| (path.clone(), cost(&app, &admin, &path)))
        .collect();
    let too_dear: Vec<String> = costs
        .iter()
        .filter(|(path, cost)| {
            let any_record = match path.rsplit_once('/') {
                Some((list, id)) if id.parse::<u64>().is_ok() => format!("{list}/1"),
                _ => (*path).clone(),
            };
            let exception = DEARER.iter().find(|(dear, ..)| *dear == any_record);
            let most = exception.map_or([ROWS, SORTED, TABLES], |(_, most, _)| *most);
            (0..3).any(|n| cost[n] > most[n])
        })
        .map(|(path, [rows, sorted, tables])| {
            format!("{path}: {rows} rows read, {sorted} sorted, {tables} temporary tables")
        })
        .collect();
    assert!(too_dear.is_empty(), "\n{}", too_dear.join("\n"));
}
