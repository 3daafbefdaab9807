//! Two hundred people who sign in at once.

use crate::support::TestApp;
use minimata::auth::Role;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const ALL_AT_ONCE: usize = 200;

/// Resident memory of this process, in MB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|text| text.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kib.expect("a number") / 1024
}

/// With real hashes of 19 MiB each; 200 of them at once would take 3.8 GB.
#[test]
fn asvs_15_2_2_a_flood_of_sign_ins_waits_in_line_and_the_rest_goes_on() {
    let app = TestApp::start_with(&[
        ("ARGON2_MEMORY_KIB", "19456"),
        ("ARGON2_ITERATIONS", "2"),
        // So that each comes from an address of its own and none is sent away for having failed before.
        ("TRUSTED_PROXIES", "127.0.0.1"),
    ]);
    let staff = app.sign_in(Role::Staff);
    staff.open("/accounts");
    let before = resident();
    let over = AtomicBool::new(false);
    let sign_in = |n: usize| {
        let from = format!("192.0.{}.{}", n / 100, n % 100 + 1);
        let email = format!("nobody-{n}@example.org");
        let fields = [("email", email.as_str()), ("password", "wrong wrong wrong")];
        let browser = app.browser().with_header("X-Forwarded-For", &from);
        browser.post("/login", &fields).status()
    };
    let (statuses, mut pages, most) = std::thread::scope(|scope| {
        let reading = scope.spawn(|| {
            let (mut pages, mut most) = (Vec::new(), before);
            while !over.load(Ordering::Relaxed) {
                let begun = Instant::now();
                staff.open("/accounts");
                pages.push(begun.elapsed());
                most = most.max(resident());
                std::thread::sleep(Duration::from_millis(20));
            }
            (pages, most)
        });
        let all: Vec<_> = (0..ALL_AT_ONCE)
            .map(|n| scope.spawn(move || sign_in(n)))
            .collect();
        let statuses: Vec<u16> = all.into_iter().filter_map(|one| one.join().ok()).collect();
        over.store(true, Ordering::Relaxed);
        let (pages, most) = reading.join().expect("a reader");
        (statuses, pages, most)
    });
    assert_eq!(statuses.len(), ALL_AT_ONCE);
    // Refused as wrong, or told to come back.
    let known = statuses.iter().all(|s| [422, 429, 503].contains(s));
    assert!(known && statuses.contains(&422), "{statuses:?}");
    pages.sort();
    let typical = pages[pages.len() / 2];
    assert!(typical < Duration::from_secs(1), "a page took {typical:?}");
    // Other tests run in this process too; the flood alone would be ten times as much.
    assert!(most - before < 400, "from {before} MB to {most} MB");
}
