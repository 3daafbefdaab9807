//! The part of the dependency audit that needs no network: licences and origins of all that is linked in or tests with.
use std::ffi::OsStr;
use std::process::Command;

use serde_json::Value;

/// Permissive licences, and MPL-2.0 for what is used unmodified. No GPL, AGPL or LGPL.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Every package that a build on this kind of machine takes in.
fn packages() -> Vec<Value> {
    let run = |program: &OsStr, arguments: &[&str]| {
        let output = Command::new(program)
            .args(arguments)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output();
        let output = output.unwrap_or_else(|error| panic!("{program:?}: {error}"));
        assert!(
            output.status.success(),
            "{program:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).expect("text")
    };
    let version = run(OsStr::new("rustc"), &["-vV"]);
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("a host");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let metadata = [
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--offline",
        "--filter-platform",
        host,
    ];
    let metadata: Value = serde_json::from_str(&run(&cargo, &metadata)).expect("JSON");
    let own = &metadata["workspace_members"];
    let all = metadata["packages"].as_array().expect("packages");
    all.iter()
        .filter(|package| {
            !own.as_array()
                .is_some_and(|own| own.contains(&package["id"]))
        })
        .cloned()
        .collect()
}

/// Whether somebody who accepts only `ALLOWED` may use something under this SPDX expression.
fn satisfiable(expression: &str) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let tokens: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let verdict = any_of(&tokens, &mut at);
    verdict && at == tokens.len()
}

fn any_of(tokens: &[&str], at: &mut usize) -> bool {
    let mut verdict = all_of(tokens, at);
    while tokens.get(*at) == Some(&"OR") {
        *at += 1;
        verdict |= all_of(tokens, at);
    }
    verdict
}

fn all_of(tokens: &[&str], at: &mut usize) -> bool {
    let mut verdict = one(tokens, at);
    while tokens.get(*at) == Some(&"AND") {
        *at += 1;
        verdict &= one(tokens, at);
    }
    verdict
}

fn one(tokens: &[&str], at: &mut usize) -> bool {
    let Some(token) = tokens.get(*at) else {
        return false;
    };
    *at += 1;
    if *token == "(" {
        let verdict = any_of(tokens, at);
        let closed = tokens.get(*at) == Some(&")");
        *at += 1;
        return verdict && closed;
    }
    if tokens.get(*at) == Some(&"WITH") {
        let exception = tokens.get(*at + 1).copied().unwrap_or_default();
        *at += 2;
        return ALLOWED.contains(&format!("{token} WITH {exception}").as_str());
    }
    ALLOWED.contains(token)
}

#[test]
fn asvs_15_1_1_15_2_1_every_package_has_a_licence_that_we_accept_and_comes_from_the_registry() {
    let mut wrong = Vec::new();
    for package in packages() {
        let name = format!("{} {}", package["name"], package["version"]);
        let licence = package["license"].as_str().unwrap_or_default();
        if !satisfiable(licence) {
            wrong.push(format!("{name}: licence {licence:?}"));
        }
        if package["source"] != REGISTRY {
            wrong.push(format!("{name}: from {}", package["source"]));
        }
    }
    assert!(
        wrong.is_empty(),
        "packages that we cannot take:\n  {}",
        wrong.join("\n  ")
    );
}

#[test]
fn licence_expressions_are_understood() {
    for fine in [
        "MIT",
        "MIT/Apache-2.0",
        "GPL-3.0 OR MIT",
        "(MIT OR Apache-2.0) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception",
    ] {
        assert!(satisfiable(fine), "{fine}");
    }
    for bad in [
        "",
        "GPL-3.0-only",
        "MIT AND GPL-3.0",
        "MIT AND (GPL-2.0 OR AGPL-3.0)",
        "GPL-2.0 WITH Classpath-exception-2.0",
        "MIT MIT",
    ] {
        assert!(!satisfiable(bad), "{bad}");
    }
}

#[test]
fn every_crate_of_ours_stands_in_the_document_with_its_reason() {
    let document = include_str!("../../docs/dependencies.md");
    let mut named = 0;
    for part in include_str!("../../Cargo.toml")
        .split("dependencies]\n")
        .skip(1)
    {
        let lines = part.lines().take_while(|line| !line.starts_with('['));
        for name in lines.filter_map(|line| Some(line.split_once(" = ")?.0)) {
            assert!(document.contains(&format!("`{name}`")), "{name}");
            named += 1;
        }
    }
    assert!(named > 20, "{named}");
}
