//! `minimata import`.
use std::process::Output;

use super::desk::Desk;

fn said(output: &Output) -> (Option<i32>, String) {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    (
        output.status.code(),
        String::from_utf8_lossy(&text).into_owned(),
    )
}

#[test]
fn the_command_sums_up_and_its_code_says_whether_rows_were_left() {
    let desk = Desk::new();
    desk.file("good.csv", "Namn;Ort\nÅs IF;Ås\nÅre IK;Åre\n");
    desk.file("bad.csv", "Namn;Ort\nÅs IF;Ås\n;Åre\n");
    let (code, text) = said(&desk.program(&["import", "accounts", "good.csv", "--lang", "en"]));
    assert_eq!(code, Some(0), "{text}");
    assert!(
        text.contains("2 rows: 2 created, 0 updated, 0 unchanged, 0 not taken"),
        "{text}"
    );
    let (code, text) = said(&desk.program(&["import", "accounts", "bad.csv", "--lang=en"]));
    assert_eq!(code, Some(3), "{text}");
    assert!(
        text.contains("1 unchanged, 1 not taken") && text.contains("see bad.rejected.csv"),
        "{text}"
    );
    let (code, text) = said(&desk.program(&["import", "accounts", "none.csv", "--lang", "en"]));
    assert_eq!(code, Some(1), "{text}");
    assert!(
        text.contains("none.csv: The file could not be read"),
        "{text}"
    );
}

#[test]
fn it_speaks_the_organisations_language_and_can_only_check() {
    let desk = Desk::new();
    desk.file("good.csv", "Namn;Ort\nÅs IF;Ås\n");
    let (code, text) = said(&desk.program(&["import", "accounts", "good.csv", "--dry-run"]));
    assert_eq!(code, Some(0), "{text}");
    assert!(
        text.contains("1 rad: 1 nya") && text.contains("provkörning"),
        "{text}"
    );
    assert_eq!(desk.column("SELECT COUNT(*) FROM accounts"), ["0"]);
}

#[test]
fn it_acts_in_the_name_of_a_manager_only() {
    let desk = Desk::new();
    desk.file("good.csv", "Namn;Ort\nÅs IF;Ås\n");
    for (name, role) in [("maj", "manager"), ("stig", "staff")] {
        desk.execute(&format!(
            "INSERT INTO users (email, email_key, name, role, status, locale, time_zone, created_at, updated_at) \
             VALUES ('{name}@x.example', '{name}@x.example', '{name}', '{role}', 'active', 'sv', 'Europe/Stockholm', NOW(), NOW())"
        ));
    }
    let run = |who: &str| said(&desk.program(&["import", "accounts", "good.csv", "--as", who]));
    for who in ["stig@x.example", "ingen@x.example"] {
        assert_eq!(run(who).0, Some(1));
    }
    assert_eq!(run("MAJ@x.example").0, Some(0));
    let by = desk.column("SELECT u.name FROM operations o JOIN users u ON u.id = o.user_id");
    assert_eq!(by, ["maj"]);
}
