//! Full disks, lost connections, killed processes, spoilt files: never a backup that looks whole and is not.

use super::desk::{Desk, said, signal};
use minimata::db::{DatabaseOptions, Db, migrations};
use minimata::web::AppError;
use std::fs;
use std::process::{Command, Stdio};

/// A dump that stops in the middle until it is killed.
const STUCK: &str = r#""$real" "$@" | head -c 20000; sleep 30"#;

#[test]
fn f34_a_full_disk_fails_and_leaves_nothing_but_the_older_backup() {
    let desk = Desk::new();
    desk.backup();
    let before = desk.backups();
    let script = desk.command("backup", &desk.source);
    // No file of this process may grow past 8 KiB: what a full disk says, without one.
    let mut command = Command::new("bash");
    command
        .args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\""])
        .arg(script.get_program())
        .env_clear()
        .stdin(Stdio::null())
        .envs(script.get_envs().filter_map(|(k, v)| Some((k, v?))));
    let said = said(&mut command);
    assert_eq!(said.code, Some(1), "{}", said.text);
    assert!(said.text.contains("cannot be written to"), "{}", said.text);
    assert_eq!(said.text.lines().count(), 1, "{}", said.text);
    assert_eq!(desk.backups(), before);
    assert!(!desk.files().iter().any(|name| name.contains(".part")));
}

#[test]
fn f34_a_dump_that_ends_early_is_no_backup_whatever_its_code_says() {
    let desk = Desk::new();
    for (end, says) in [("exit 0", "cut off"), ("exit 3", "ended with 3")] {
        let text = format!(r#""$real" "$@" | head -c 20000; {end}"#);
        desk.instead_of("mariadb-dump", &text);
        let said = desk.run("backup", &desk.source, &[]);
        assert_eq!(said.code, Some(1), "{}", said.text);
        assert!(said.text.contains(says), "{}", said.text);
        assert!(desk.backups().is_empty());
    }
}

#[test]
fn f34_two_backups_at_once_are_one_and_a_stopped_one_leaves_nothing() {
    let desk = Desk::new();
    desk.instead_of("mariadb-dump", STUCK);
    let mut first = desk.command("backup", &desk.source).spawn().unwrap();
    desk.wait_for_part();
    let second = desk.run("backup", &desk.source, &[]);
    assert_eq!(second.code, Some(75), "{}", second.text);
    signal(&first, "TERM");
    assert_eq!(first.wait().unwrap().code(), Some(1));
    assert_eq!(desk.files(), [".lock"]);
}

#[test]
fn f34_a_killed_backup_has_no_name_and_the_next_one_clears_up() {
    let desk = Desk::new();
    desk.instead_of("mariadb-dump", STUCK);
    let mut killed = desk.command("backup", &desk.source).spawn().unwrap();
    desk.wait_for_part();
    signal(&killed, "KILL");
    killed.wait().unwrap();
    assert!(desk.backups().is_empty());
    desk.real_programs();
    desk.backup();
    assert!(!desk.files().iter().any(|name| name.contains(".part")));
}

#[test]
fn f34_a_database_that_does_not_answer_ends_at_the_limit() {
    let desk = Desk::new();
    desk.instead_of("mariadb-dump", STUCK);
    let mut command = desk.command("backup", &desk.source);
    let said = said(command.env("BACKUP_LIMIT", "1"));
    assert_eq!(said.code, Some(1), "{}", said.text);
    assert!(said.text.contains("BACKUP_LIMIT"), "{}", said.text);
    assert_eq!(desk.files(), [".lock"]);
}

#[test]
fn f35_a_spoilt_backup_is_found_out_before_anything_is_dropped() {
    let desk = Desk::new();
    let file = desk.backup();
    desk.target
        .execute("CREATE TABLE kept (id INT PRIMARY KEY)");
    let whole = fs::read(&file).unwrap();
    let mut changed = whole.clone();
    changed[whole.len() / 2] ^= 1;
    let options = ["--yes", "--while-connected", "--replace"];
    for (bytes, says) in [
        (&whole[..whole.len() / 2], "checksum"),
        (&changed[..], "checksum"),
    ] {
        fs::write(&file, bytes).unwrap();
        let refused = desk.restore(&file, &options);
        assert_eq!(refused.code, Some(1), "{}", refused.text);
        assert!(refused.text.contains(says), "{}", refused.text);
        let forced = [&options[..], &["--without-checksum"]].concat();
        let refused = desk.restore(&file, &forced);
        assert_eq!(refused.code, Some(1), "{}", refused.text);
        assert!(refused.text.contains("unpacked"), "{}", refused.text);
    }
    fs::write(&file, &whole).unwrap();
    fs::remove_file(format!("{}.sha256", file.display())).unwrap();
    let refused = desk.restore(&file, &options);
    assert!(refused.text.contains("is missing"), "{}", refused.text);
    assert_eq!(desk.target.column("SHOW TABLES"), ["kept"]);
}

#[test]
fn f35_a_restore_cut_off_is_neither_served_nor_backed_up_until_it_is_done_again() {
    let desk = Desk::new();
    let file = desk.backup();
    // The statements end in the middle, as when the script is killed.
    desk.instead_of("sed", r#"if [ "${1:0:3}" = '1{/' ]; then "$real" "$@" | head -c 20000; exit 1; fi; exec "$real" "$@""#);
    let options = [
        "--yes",
        "--while-connected",
        "--replace",
        "--without-backup",
    ];
    let failed = desk.restore(&file, &options);
    assert_eq!(failed.code, Some(1), "{}", failed.text);
    assert!(failed.text.contains("half restored"), "{}", failed.text);
    assert!(!failed.text.contains("INSERT INTO"), "{}", failed.text);

    let database = DatabaseOptions::parse(desk.target.url(), None, None).unwrap();
    let db = Db::open(&database, 1).unwrap();
    let served = db.run_blocking(|conn| Ok::<_, AppError>(migrations::migrate(conn, "test")));
    let error = served.unwrap().expect_err("refused").to_string();
    assert!(error.contains("scripts/restore"), "{error}");
    drop(db);
    let backup = desk.run("backup", &desk.target, &[]);
    assert_eq!(backup.code, Some(1), "{}", backup.text);

    desk.real_programs();
    let done = desk.restore(&file, &options);
    assert_eq!(done.code, Some(0), "{}", done.text);
    assert_eq!(desk.target.column("SELECT COUNT(*) FROM contacts"), ["150"]);
}
