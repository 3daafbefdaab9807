//! What is left by processes that did not end well.

use std::fs;

use super::{Durability, Embedded, Place, Scratch, ask, command, kill};

#[test]
fn a_server_left_by_a_killed_process_is_used_and_then_stopped() {
    let Some(scratch) = Scratch::new() else {
        return;
    };
    scratch.start().abandon();
    let left = scratch.pid();
    assert!(left.is_some());
    let next = scratch.start();
    assert!(!next.started_now());
    assert_eq!(scratch.pid(), left);
    next.stop().unwrap();
    assert_eq!(scratch.pid(), None);
}

#[test]
fn a_killed_server_is_started_again_with_what_it_acknowledged() {
    let Some(scratch) = Scratch::new() else {
        return;
    };
    let first = scratch.start();
    ask(
        &first,
        "CREATE TABLE kept (n INT); INSERT INTO kept VALUES (7)",
    );
    kill(scratch.pid().unwrap());
    let socket = first.place.socket.clone();
    first.abandon();
    assert!(socket.exists(), "the stale socket is part of the test");
    let second = scratch.start();
    assert!(second.started_now());
    assert_eq!(ask(&second, "SELECT n FROM kept"), "7");
}

#[test]
fn a_killed_server_is_nothing_left_to_stop() {
    let Some(scratch) = Scratch::new() else {
        return;
    };
    let server = scratch.start();
    kill(scratch.pid().unwrap());
    server.stop().unwrap();
}

#[test]
fn a_server_that_hangs_is_stopped_all_the_same() {
    let Some(scratch) = Scratch::new() else {
        return;
    };
    let server = scratch.start();
    let pid = scratch.pid().unwrap().to_string();
    let status = command::program("kill").args(["-STOP", &pid]).status();
    assert!(status.unwrap().success());
    server.stop().unwrap();
    assert_eq!(scratch.pid(), None);
}

#[test]
fn a_half_made_data_directory_is_made_again() {
    let Some(scratch) = Scratch::new() else {
        return;
    };
    let place = Place::open(&scratch.0).unwrap();
    let half = place.home.join("data.new-1");
    fs::create_dir_all(half.join("mysql")).unwrap();
    fs::create_dir(&place.data).unwrap();
    let server = scratch.start();
    assert_eq!(ask(&server, "SELECT 1"), "1");
    assert!(!half.exists());
}

#[test]
fn files_of_somebody_else_are_left_alone() {
    let Some(scratch) = Scratch::new() else {
        return;
    };
    let place = Place::open(&scratch.0).unwrap();
    fs::create_dir(&place.data).unwrap();
    fs::write(place.data.join("diary.txt"), "mine").unwrap();
    let error = Embedded::start(&scratch.0, Durability::Relaxed).unwrap_err();
    assert!(error.to_string().contains("holds files but no database"));
    assert!(place.data.join("diary.txt").exists());
}

#[test]
fn a_server_that_cannot_start_says_why() {
    let Some(scratch) = Scratch::new() else {
        return;
    };
    scratch.start().stop().unwrap();
    let place = Place::open(&scratch.0).unwrap();
    fs::write(place.data.join("ibdata1"), "rubbish").unwrap();
    let error = Embedded::start(&scratch.0, Durability::Relaxed).unwrap_err();
    let text = error.to_string();
    assert!(
        text.contains("server.log") && text.contains("ibdata1"),
        "{text}"
    );
    assert_eq!(scratch.pid(), None);
}
