//! Keys made at the server's command line.

use super::errors::problem;
use crate::support::TestApp;
use minimata::auth::Role;
use serde_json::json;

#[test]
fn the_command_line_makes_a_key_in_the_name_of_an_admin_and_of_nobody_else() {
    let app = TestApp::start_committed();
    let (boss, staff) = (app.person(Role::Admin), app.person(Role::Staff));
    let create = |email: &str, more: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_minimata"));
        command.args([
            "api-key",
            "create",
            "--name",
            "Nattkörning",
            "--in-the-name-of",
            email,
        ]);
        let command = command.args(more).env("DATABASE_URL", app.database().url());
        let done = command.output().expect("runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (
            done.status.success(),
            text(&done.stdout),
            text(&done.stderr),
        )
    };
    let right = [
        "--role",
        "staff",
        "--scope",
        "accounts:write",
        "--scope",
        "changes:read",
    ];
    let (is_made, key, said) = create(&boss.email, &right);
    assert!(is_made, "{said}");
    assert_eq!(key.lines().count(), 1, "{key}");
    let program = app.program_with(key.trim());
    let made = program.post("/api/accounts", &json!({ "name": "IF Natt" }));
    made.assert_status(201);
    assert_eq!(problem(&program.get("/api/contacts"), 403), "key-scope");
    for (email, more, part) in [
        (&staff.email, &right[..], "is no admin"),
        (
            &"nobody@example.org".to_owned(),
            &right[..],
            "Nobody active",
        ),
        (
            &boss.email,
            &["--role", "king", "--scope", "accounts:read"][..],
            "role:",
        ),
        (
            &boss.email,
            &["--role", "staff", "--scope", "money:read"][..],
            "accounts:read, accounts:write",
        ),
    ] {
        let (is_made, key, said) = create(email, more);
        assert!(
            !is_made && key.is_empty() && said.contains(part),
            "{part}: {said}"
        );
    }
}
