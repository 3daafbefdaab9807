//! The scripts that make and restore backups, against a real database and with everything that goes wrong.

mod desk;
mod faults;

use desk::{Desk, statements};
pub use desk::{Said, said, script_command};
use minimata::db::{DatabaseOptions, Db};
use std::fs;
use std::os::unix::fs::PermissionsExt;

#[test]
fn what_is_backed_up_comes_back_and_is_the_same() {
    let desk = Desk::new();
    let file = desk.backup();
    let plan = desk.restore(&file, &["--plan"]);
    assert_eq!(plan.code, Some(0), "{}", plan.text);
    assert!(plan.text.contains("checksum right"), "{}", plan.text);
    assert!(desk.target.column("SHOW TABLES").is_empty(), "only shown");

    let restored = desk.restore(&file, &["--yes", "--while-connected"]);
    assert_eq!(restored.code, Some(0), "{}", restored.text);
    let count = "SELECT COUNT(*) FROM contacts";
    assert_eq!(desk.target.column(count), ["150"]);
    let again = desk.run("backup", &desk.target, &[]);
    assert_eq!(again.code, Some(0), "{}", again.text);
    let mut all = desk.backups();
    all.retain(|name| name.starts_with(desk.target.name()));
    let again = desk.path("backups").join(&all[0]);
    assert_eq!(statements(&again), statements(&file));
}

#[test]
fn a_backup_is_its_owners_alone_with_a_checksum_and_one_line() {
    let desk = Desk::new();
    let said = desk.run("backup", &desk.source, &[]);
    assert_eq!(said.text.lines().count(), 1, "{}", said.text);
    assert!(said.text.starts_with("backup ok: "), "{}", said.text);
    let name = &desk.backups()[0];
    assert!(name.starts_with(desk.source.name()), "{name}");
    for (file, mode) in [("", 0o40700), (name, 0o100_600)] {
        let path = desk.path("backups").join(file);
        let found = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(found, mode, "{}", path.display());
    }
    let checked = std::process::Command::new("sha256sum")
        .args(["--check", "--strict", &format!("{name}.sha256")])
        .current_dir(desk.path("backups"))
        .output();
    assert!(checked.unwrap().status.success());
}

#[test]
fn of_old_backups_so_many_or_so_young_are_kept() {
    let desk = Desk::new();
    let directory = desk.path("backups");
    fs::create_dir(&directory).unwrap();
    let name = |day: u32| format!("{}-201907{day:02}T030000Z.sql.gz", desk.source.name());
    for day in 1..=5 {
        fs::write(directory.join(name(day)), "").unwrap();
        fs::write(directory.join(format!("{}.sha256", name(day))), "").unwrap();
    }
    let foreign = "other-20190701T030000Z.sql.gz".to_owned();
    fs::write(directory.join(&foreign), "").unwrap();
    let mut command = desk.command("backup", &desk.source);
    let said = said(command.env("BACKUP_KEEP", "3").env("BACKUP_KEEP_DAYS", "7"));
    assert!(said.text.contains("3 removed"), "{}", said.text);
    let kept = desk.backups();
    assert_eq!(kept.len(), 4, "{kept:?}");
    for name in [name(4), name(5), foreign] {
        assert!(kept.contains(&name), "{name} of {kept:?}");
    }
    let sums = desk.files();
    let sums = sums.iter().filter(|name| name.ends_with(".sha256"));
    assert_eq!(sums.count(), 3);
}

#[test]
fn a_database_with_tables_is_restored_into_only_when_told_and_backed_up_before() {
    let desk = Desk::new();
    let file = desk.backup();
    desk.target
        .execute("CREATE TABLE kept (id INT PRIMARY KEY)");
    let refused = desk.restore(&file, &["--yes", "--while-connected"]);
    assert_eq!(refused.code, Some(3), "{}", refused.text);
    assert_eq!(desk.target.column("SHOW TABLES"), ["kept"]);

    let options = ["--yes", "--while-connected", "--replace"];
    let done = desk.restore(&file, &options);
    assert_eq!(done.code, Some(0), "{}", done.text);
    let tables = desk.target.column("SHOW TABLES");
    assert!(!tables.contains(&"kept".to_owned()), "{tables:?}");
    let before = desk.backups();
    let before = before
        .iter()
        .find(|name| name.starts_with(desk.target.name()));
    let before = desk.path("backups").join(before.expect("a backup of it"));
    assert!(statements(&before).contains("CREATE TABLE `kept`"));
}

#[test]
fn nobody_is_restored_over_while_connected() {
    let desk = Desk::new();
    let file = desk.backup();
    let options = DatabaseOptions::parse(desk.target.url(), None, None).unwrap();
    let served = Db::open(&options, 1).unwrap();
    let refused = desk.restore(&file, &["--yes"]);
    drop(served);
    assert_eq!(refused.code, Some(1), "{}", refused.text);
    assert!(refused.text.contains("stop Minimata"), "{}", refused.text);
    assert!(desk.target.column("SHOW TABLES").is_empty());
}

#[test]
fn a_backup_is_proven_by_restoring_it_and_that_is_remembered() {
    let desk = Desk::new();
    let file = desk.backup();
    let noted = "SELECT CONCAT(name, ' ', IFNULL(proven_at, '-')) FROM backups";
    let name = file.file_name().unwrap().to_str().unwrap();
    assert_eq!(desk.source.column(noted), [format!("{name} -")]);

    let proven = desk.check(&file);
    assert_eq!(proven.code, Some(0), "{}", proven.text);
    for line in ["contacts 150 150", "its schema is that of", "noted in"] {
        let text = proven.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(line), "{line}:\n{}", proven.text);
    }
    let last = "SELECT kind FROM operations ORDER BY id DESC LIMIT 1";
    assert_eq!(desk.source.column(last), ["backup.prove"]);
    let options = DatabaseOptions::parse(desk.source.url(), None, None).unwrap();
    let db = Db::open(&options, 1).unwrap();
    let standing = db.run_blocking(minimata::backups::queries::standing);
    let standing = standing.unwrap();
    assert!(standing.taken_at.is_some() && standing.proven_at >= standing.taken_at);
    assert_eq!(
        desk.scratch(),
        Vec::<std::path::PathBuf>::new(),
        "nothing is left"
    );
}

#[test]
fn a_backup_that_is_cut_off_or_cannot_be_restored_is_not_proven() {
    let desk = Desk::new();
    let file = desk.backup();
    let whole = statements(&file);
    let marked = |text: &str| format!("{text}\n-- Dump completed\n");
    let (cut, _) = whole.split_once("INSERT INTO `contacts`").unwrap();
    let unknown = marked("INSERT INTO `nowhere` VALUES (1);");
    for (text, says) in [
        (cut.to_owned(), "cut off"),
        (unknown, "cannot be restored"),
        (marked("SELECT 1;"), "is not what"),
    ] {
        let spoilt = desk.pack("spoilt.sql.gz", &text);
        let refused = desk.check(&spoilt);
        assert_eq!(refused.code, Some(1), "{}", refused.text);
        assert!(refused.text.contains(says), "{says}: {}", refused.text);
    }
    fs::write(desk.path("spoilt.sql.gz.sha256"), "0000  spoilt.sql.gz\n").unwrap();
    let refused = desk.check(&desk.path("spoilt.sql.gz"));
    assert!(refused.text.contains("checksum"), "{}", refused.text);
    let proven = "SELECT id FROM backups WHERE proven_at IS NOT NULL";
    assert!(desk.source.column(proven).is_empty());
    assert_eq!(
        desk.scratch(),
        Vec::<std::path::PathBuf>::new(),
        "nothing is left"
    );
}

#[test]
fn the_private_database_is_up_for_a_command_and_its_code_is_handed_on() {
    let desk = Desk::new();
    let data = desk.path("data");
    let script = r#"[[ $DATABASE_URL == *socket=* ]] && exit 7"#;
    let mut command = desk.program(&["with-database", "bash", "-c", script]);
    let told = said(command.env("DATA_DIR", &data));
    assert_eq!(told.code, Some(7), "{}", told.text);
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/backup");
    let mut command = desk.program(&["with-database", script]);
    let told = said(command.env("DATA_DIR", &data));
    assert_eq!(told.code, Some(0), "{}", told.text);
    let made = fs::read_dir(data.join("backups")).unwrap();
    assert_eq!(made.count(), 3, "a backup, its checksum and the lock");
}
