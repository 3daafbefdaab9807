//! Addresses of lists as people paste them.

use super::*;

#[test]
fn what_changes_no_count_is_dropped() {
    for (pasted, kept) in [
        ("/accounts", "/accounts"),
        (
            "https://crm.example.org/accounts?status=active&sort=city&size=50&view=3#list",
            "/accounts?status=active",
        ),
        (
            " /contacts?q=anna&email.is=filled&at=last ",
            "/contacts?q=anna&email.is=filled",
        ),
    ] {
        assert_eq!(read(pasted).unwrap().path(), kept);
    }
}

#[test]
fn what_is_no_list_or_depends_on_the_reader_is_refused() {
    for (pasted, key) in [
        ("", "kpis-counted-list"),
        ("/kpis", "kpis-counted-list"),
        ("https://example.org", "kpis-counted-list"),
        ("/accounts?colour=red", "kpis-counted-lost"),
        ("/accounts?owner=me", "kpis-counted-me"),
    ] {
        assert_eq!(read(pasted).unwrap_err().key, key, "{pasted}");
    }
}

#[test]
fn a_share_is_the_rows_that_both_lists_have() {
    let list = |address| read(address).unwrap();
    let one = both(
        &list("/accounts?email.is=filled"),
        &list("/accounts?status=active"),
    );
    assert_eq!(
        one.unwrap().path(),
        "/accounts?status=active&email.is=filled"
    );
    let same = both(
        &list("/accounts?status=active"),
        &list("/accounts?status=active"),
    );
    assert_eq!(same.unwrap().path(), "/accounts?status=active");
    for (part, whole) in [
        ("/accounts?status=former", "/accounts?status=active"),
        ("/contacts?city=lund", "/accounts?city=lund"),
        ("/accounts?q=a", "/accounts?q=b"),
    ] {
        assert!(
            both(&list(part), &list(whole)).is_err(),
            "{part} of {whole}"
        );
    }
}
