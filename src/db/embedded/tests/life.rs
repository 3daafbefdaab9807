//! Starting, sharing and stopping.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::thread;
use std::time::{Duration, Instant};

use super::{Durability, Embedded, Scratch, ask};

#[test]
fn first_start_makes_a_database_that_only_its_owner_reaches() {
    let Some(scratch) = Scratch::new() else {
        return;
    };
    let server = scratch.start();
    assert!(server.started_now());
    let address = "mysql://minimata@localhost/minimata?socket=%2F";
    assert!(server.url().starts_with(address));
    assert_eq!(
        ask(
            &server,
            "SELECT @@collation_database, @@skip_networking, @@local_infile"
        ),
        "utf8mb4_swedish_ci 1 0"
    );
    let mode = |name| fs::metadata(scratch.0.join(name)).unwrap().mode() & 0o777;
    assert_eq!(mode("mariadb"), 0o700);
    server.stop().unwrap();
    assert_eq!(scratch.pid(), None);
}

#[test]
fn its_user_may_do_anything_in_our_databases_and_nothing_else() {
    let Some(scratch) = Scratch::new() else {
        return;
    };
    let server = scratch.start();
    assert_eq!(ask(&server, "CREATE DATABASE minimata_test"), "");
    for refused in [
        "CREATE DATABASE other",
        "CREATE DATABASE minimatax",
        "SELECT user FROM mysql.user",
        "SET GLOBAL max_connections = 1",
        "SHUTDOWN",
        "SELECT 1 INTO OUTFILE '/tmp/minimata-outfile'",
    ] {
        let said = ask(&server, refused);
        assert!(said.contains("denied"), "{refused}: {said}");
    }
}

#[test]
fn second_start_is_quick_and_keeps_the_data() {
    let Some(scratch) = Scratch::new() else {
        return;
    };
    let first = scratch.start();
    ask(&first, "CREATE TABLE kept (n INT)");
    first.stop().unwrap();
    let begun = Instant::now();
    let second = scratch.start();
    let took = begun.elapsed();
    assert!(second.started_now());
    assert_eq!(ask(&second, "SHOW TABLES"), "kept");
    // The budget is one second; other tests may be starting servers beside this one.
    assert!(took < Duration::from_secs(5), "{took:?}");
    println!("second start: {took:?}");
}

#[test]
fn the_last_of_two_users_stops_it() {
    let Some(scratch) = Scratch::new() else {
        return;
    };
    let first = scratch.start();
    let second = scratch.start();
    assert!(!second.started_now());
    assert_eq!(first.url(), second.url());
    first.stop().unwrap();
    assert_eq!(ask(&second, "SELECT 1"), "1");
    drop(second);
    assert_eq!(scratch.pid(), None);
}

#[test]
fn processes_that_start_at_once_share_one_server() {
    let Some(scratch) = Scratch::new() else {
        return;
    };
    let all: Vec<Embedded> = thread::scope(|scope| {
        let handles: Vec<_> = (0..4).map(|_| scope.spawn(|| scratch.start())).collect();
        handles.into_iter().map(|h| h.join().unwrap()).collect()
    });
    assert_eq!(all.iter().filter(|one| one.started_now()).count(), 1);
    drop(all);
    assert_eq!(scratch.pid(), None);
}

#[test]
fn asvs_1_2_5_an_odd_path_too_long_for_a_socket_gets_a_private_one_elsewhere() {
    let Some(scratch) = Scratch::new() else {
        return;
    };
    let deep = scratch.0.join("a long, $(spaced) & 'odd' name ".repeat(5));
    let server = Embedded::start(&deep, Durability::Relaxed).unwrap();
    let directory = server.place.socket.parent().unwrap().to_path_buf();
    assert!(directory.starts_with("/tmp"));
    assert_eq!(fs::metadata(&directory).unwrap().mode() & 0o777, 0o700);
    assert_eq!(ask(&server, "SELECT 1"), "1");
    server.stop().unwrap();
    fs::remove_dir_all(directory).unwrap();
}
