//! Values from a file, through the page and through the command.

use std::process::Command;

use minimata::auth::Role;

use super::{enter, kpi};
use crate::support::{Answer, Browser, TestApp};

pub const FILE: &[u8] = include_bytes!("../../fixtures/nyckeltal.csv");

/// Sends a file as a browser does.
pub fn upload(who: &Browser, name: &str, bytes: &[u8]) -> Answer {
    let mut body = format!(
        "--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--XyZ--\r\n");
    let headers = [
        ("content-type", "multipart/form-data; boundary=XyZ"),
        ("sec-fetch-site", "same-origin"),
    ];
    who.raw("POST", "/kpis/import", &headers, &body)
}

#[test]
fn a_new_manager_loads_a_file_and_its_kpis_through_the_page() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    manager
        .open("/kpis/import")
        .assert_count("#upload input[type=file]", 1);
    let checked = upload(&manager, "nyckeltal.csv", FILE);
    checked.assert_status(200);
    checked.assert_one(
        "#import-summary",
        "193 rows: 193 new, 0 changed, 0 unchanged, 0 wrong",
    );
    checked.assert_count("#confirm-import tbody tr", 6);
    // Nothing is written before the confirmation.
    manager.open("/kpis").assert_has("No KPIs yet");
    let data = &checked.attributes("input[name=data]", "value")[0];
    // New members add up; the others are as the page proposes: means of shares, else the last value.
    let form = [
        ("data", data.as_str()),
        ("name", "nyckeltal.csv"),
        ("create", "true"),
        ("totalling-1", "sum"),
    ];
    let done = manager.post("/kpis/import/confirmation", &form);
    done.assert_status(303)
        .follow()
        .assert_has("Imported: 193 new values, 0 changed")
        .assert_count("#list tbody tr", 6);
    let list = manager.open("/kpis");
    let links = list.attributes("#list a.row-link", "href");
    let names = list.all("#list tbody th");
    let page = |name: &str| {
        let at = names.iter().position(|one| one == name).expect("the KPI");
        manager.open(&format!("{}?period=2024-09", links[at]))
    };
    // 154 + 159 + 169 + 178 + 171 + 172 + 152 + 293 + 149 = 1597; 149 − 293 = −144.
    let members = page("Nya medlemmar");
    assert_eq!(
        members.all(".figure strong"),
        ["149 st", "No value", "-144 st", "No value", "1,597 st"]
    );
    // The last number of members stands for the year: 18 896.
    assert_eq!(
        page("Aktiva medlemmar").all(".figure strong")[4],
        "18,896 st"
    );
    // (3,4 + 4,7 + 4,1 + 4,8 + 4,6 + 3,4 + 3,5 + 5,7 + 4,7) ÷ 9 = 38,9 ÷ 9 = 4,3222… shown with one decimal.
    assert_eq!(page("Sjukfrånvaro").all(".figure strong")[4], "4.3 %");
    // March lacks a response time, May the fees.
    page("Svarstid ärenden").assert_has("1 value is missing in 2024");
    // The same file again changes nothing.
    let again = upload(&manager, "nyckeltal.csv", FILE);
    again.assert_one(
        "#import-summary",
        "193 rows: 0 new, 0 changed, 193 unchanged, 0 wrong",
    );
    again
        .assert_none("#create")
        .assert_none("#confirm-import button[type=submit]");
    manager
        .open("/changes")
        .assert_has("imported KPI values from nyckeltal.csv: 193 new, 0 changed");
}

#[test]
fn what_a_file_says_wrong_is_named_with_its_line() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    let path = kpi(&manager, &[("name", "Ärenden")]);
    kpi(
        &manager,
        &[
            ("name", "Veckor"),
            ("cadence", "week"),
            ("first_period", "2026-W01"),
        ],
    );
    enter(&manager, &path, "2026-01", "5");
    manager.post("/kpis/locks/2025-12", &[]);
    let file = "KPI,Period,Value,Colour\n\
        ärenden,2026-01,6,red\n\
        Ärenden,2026-02,tolv,\n\
        Ärenden,2026-13,4,\n\
        Veckor,2026-02,4,\n\
        Ärenden,2025-12,4,\n\
        Ärenden,2026-01,7,\n\
        Ärenden,2026-02,,\n\
        Nytt,2026-02,\"1,234.5\",\n";
    let checked = upload(&manager, "fel.csv", file.as_bytes());
    checked.assert_one(
        "#import-summary",
        "8 rows: 1 new, 1 changed, 0 unchanged, 6 wrong",
    );
    checked.assert_has("Not read: Colour");
    assert_eq!(
        checked.all("#wrong tbody td:first-child"),
        ["3", "4", "5", "6", "7", "8"]
    );
    assert_eq!(
        checked.all("#wrong tbody td:last-child"),
        [
            "Write a number, such as 1,234.5 or 1 234,5",
            "Write a period such as 2026-09",
            "The KPI has another period length",
            "The period is locked",
            "The same KPI and period stand on line 2 too",
            "No value"
        ]
    );
    // Without the tick, only what is there already takes values.
    let data = &checked.attributes("input[name=data]", "value")[0];
    let done = manager.post(
        "/kpis/import/confirmation",
        &[("data", data), ("name", "fel.csv")],
    );
    done.assert_status(303)
        .follow()
        .assert_has("Imported: 0 new values, 1 changed")
        .assert_lacks("Nytt");
    manager
        .open(&format!("{path}/values/2026-01"))
        .assert_count("#history tbody tr", 2);
}

#[test]
fn asvs_5_2_1_5_2_2_5_3_1_what_is_no_such_file_is_refused() {
    let app = TestApp::start();
    let manager = app.sign_in(Role::Manager);
    for (bytes, words) in [
        (b"".as_slice(), "Choose a file"),
        (b"PK\x03\x04abcdefgh", "Excel"),
        (b"Namn;Antal\nA;1\n", "No column holds the period"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\0", "text"),
    ] {
        upload(&manager, "../../x.csv", bytes)
            .assert_status(422)
            .assert_has(words);
    }
    let large = vec![b'a'; 1024 * 1024 + 1];
    upload(&manager, "stor.csv", &large)
        .assert_status(422)
        .assert_has("larger than 1 MB");
    let larger = vec![b'a'; 2 * 1024 * 1024 + 1];
    assert_eq!(upload(&manager, "större.csv", &larger).status(), 413);
    let headers = [
        ("content-type", "multipart/form-data; boundary=XyZ"),
        ("sec-fetch-site", "same-origin"),
    ];
    manager
        .raw("POST", "/kpis/import", &headers, b"--XyZ\r\ncut off")
        .assert_status(400);
    assert_eq!(
        upload(&app.sign_in(Role::Staff), "a.csv", FILE).status(),
        403
    );
}

#[test]
fn the_command_loads_the_same() {
    let app = TestApp::start_committed();
    let directory = std::env::temp_dir().join(app.database().name());
    std::fs::create_dir_all(&directory).expect("a directory");
    let file = directory.join("nyckeltal.csv");
    std::fs::write(&file, FILE).expect("a copy");
    let run = |more: &[&str]| {
        let done = Command::new(env!("CARGO_BIN_EXE_minimata"))
            .args([
                "import",
                "kpi-values",
                &file.display().to_string(),
                "--lang",
                "en",
            ])
            .args(more)
            .env("DATABASE_URL", app.database().url())
            .env("SESSION_KEY", "0123456789abcdef".repeat(4))
            .output()
            .expect("the program runs");
        assert!(done.status.success(), "{done:?}");
        String::from_utf8_lossy(&done.stdout).replace(['\u{2068}', '\u{2069}'], "")
    };
    assert!(run(&["--dry-run"]).contains("193 rows: 193 new"));
    let without = run(&[]);
    assert!(
        without.contains("Imported: 0 new values") && without.contains("--create"),
        "{without}"
    );
    assert!(run(&["--create"]).contains("Imported: 193 new values"));
    assert!(run(&[]).contains("193 unchanged"));
    std::fs::remove_dir_all(&directory).expect("the copy goes");
    app.sign_in(Role::Viewer)
        .open("/kpis")
        .assert_count("#list tbody tr", 6);
}
