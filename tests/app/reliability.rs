//! `docs/reliability.md`: every fault names a test that exists, or says that there is none yet.

use crate::architecture::files;

#[test]
fn every_fault_names_a_test_that_exists_or_says_that_there_is_none() {
    let text = include_str!("../../docs/reliability.md");
    let all = ["src", "tests/app"].map(|under| files(under, "rs"));
    let code: String = all.into_iter().flatten().map(|file| file.text).collect();
    let mut faults = 0;
    for row in text.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [fault, _, shown] = cells[..] else {
            panic!("three cells: {row}")
        };
        if fault == "fault" {
            continue;
        }
        faults += 1;
        let names = shown.split('`').skip(1).step_by(2);
        let names: Vec<&str> = names.filter(|name| !name.contains('/')).collect();
        assert!(
            !names.is_empty() || shown.starts_with("not yet"),
            "{fault}: {shown}"
        );
        for name in names {
            assert!(code.contains(&format!("fn {name}()")), "{fault}: {name}");
        }
    }
    assert!(faults >= 30, "{faults} faults");
}
