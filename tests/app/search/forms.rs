//! Numbers, addresses and letters in every form in which they are typed.
use super::listed;
use crate::support::{TestApp, organisation_number};
use minimata::auth::Role;

#[test]
fn an_account_is_found_by_whatever_is_known_of_it() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    let number = organisation_number();
    app.account(&[
        ("name", "Häuslers Åkeri & Söner AB"),
        ("organisation_number", &number),
        ("phone", "070-123 45 67"),
        ("email", "anna.berg@hauslers-akeri.example"),
        ("website", "https://www.hauslers.example/om"),
        ("external_id", "K-10093"),
        ("street", "Kungsgatan 5"),
        ("postal_code", "903 25"),
        ("city", "Örnsköldsvik"),
        ("description", "Kör timmer åt bruket."),
    ]);
    app.account(&[("name", "Någon annan"), ("phone", "08-99 88 77")]);
    let bare = number.replace('-', "");
    let century = format!("16{bare}");
    let vat = format!("SE{bare}01");
    for typed in [
        "hausler",
        "häus",
        "HÄUSLER",
        "haeusler",
        "äusl",
        "akeri",
        "aakeri",
        "soner",
        "söner åkeri",
        "ornskold",
        "örn akeri ab",
        "hauslers-akeri",
        "anna.berg@hauslers",
        "anna.berg",
        "berg@",
        "hauslers.example",
        "www.hauslers.example",
        "https://www.hauslers.example/om",
        "K-10093",
        "10093",
        "k10093",
        "070 123",
        "070-123 45 67",
        "+4670123",
        "0046 70 123 45",
        "(070) 123",
        "123 45 67",
        "4567",
        "kungsgatan 5",
        "90325",
        "903 25",
        "timmer",
        number.as_str(),
        bare.as_str(),
        &bare[..7],
        century.as_str(),
        vat.as_str(),
    ] {
        let found = listed(&staff, "accounts", typed);
        assert_eq!(found, ["Häuslers Åkeri & Söner AB"], "{typed}");
    }
    for typed in [
        "hauslers malmö",
        "070 999",
        "örnsköldsvik någon",
        "zzz",
        "12345678901234567890",
    ] {
        assert!(listed(&staff, "accounts", typed).is_empty(), "{typed}");
    }
}

#[test]
fn short_words_and_letters_alone_are_found() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    for name in [
        "Sörby IF",
        "Sörby BK",
        "Ö Sörby",
        "Sörby it",
        "Luleå I.K. Sörby",
    ] {
        app.account(&[("name", name)]);
    }
    assert_eq!(listed(&staff, "accounts", "sörby IF"), ["Sörby IF"]);
    assert_eq!(listed(&staff, "accounts", "bk sörby"), ["Sörby BK"]);
    assert_eq!(listed(&staff, "accounts", "it sörby"), ["Sörby it"]);
    assert_eq!(listed(&staff, "accounts", "sörby ik"), ["Luleå I.K. Sörby"]);
    assert_eq!(
        listed(&staff, "accounts", "sörby i.k."),
        ["Luleå I.K. Sörby"]
    );
    assert!(listed(&staff, "accounts", "Ö").contains(&"Ö Sörby".to_owned()));
}

#[test]
fn letters_that_neighbours_write_differently_meet() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    for (typed, name) in [
        ("strasse", "Straße Nord"),
        ("elodie", "Élodie Fest"),
        ("kjaer", "Kjær Maritim"),
        ("kjær", "Kjær Maritim"),
        ("ostergard", "Østergård Gruppen"),
        ("lodz", "Łódź Trä"),
        ("muller", "Müller Bröd"),
        ("mueller", "Müller Bröd"),
        ("oneill", "O'Neill Import"),
        ("o'neill", "O'Neill Import"),
        ("karl-erik", "Karl-Erik Måleri"),
        ("karlerik", "Karl-Erik Måleri"),
        ("erik karl", "Karl-Erik Måleri"),
    ] {
        if listed(&staff, "accounts", name).is_empty() {
            app.account(&[("name", name)]);
        }
        assert_eq!(listed(&staff, "accounts", typed), [name], "{typed}");
    }
}

#[test]
fn a_filter_that_contains_keeps_meaning_what_it_says() {
    let app = TestApp::start();
    let staff = app.sign_in(Role::Staff);
    app.account(&[
        ("name", "Bygg 1902 Norr"),
        ("phone", "070-123 45 67"),
        ("email", "a.berg@norr.example"),
    ]);
    app.account(&[("name", "Norr Bygg 1902"), ("phone", "+46 70 999 99 99")]);
    let names = |query: &str| {
        staff
            .open(&format!("/accounts?{query}"))
            .all("#list a.row-link")
    };
    assert_eq!(names("name=bygg+19"), ["Bygg 1902 Norr", "Norr Bygg 1902"]);
    assert_eq!(
        names("name=norr+bygg"),
        ["Norr Bygg 1902"],
        "the words stand in this order"
    );
    assert_eq!(names("name=02+n"), ["Bygg 1902 Norr"]);
    assert_eq!(names("email=a.berg%40n"), ["Bygg 1902 Norr"]);
    assert_eq!(names("phone=070-123"), ["Bygg 1902 Norr"]);
    assert_eq!(names("phone=%2B4670123"), ["Bygg 1902 Norr"], "in any form");
    assert_eq!(names("phone=070+999"), ["Norr Bygg 1902"]);
    assert!(names("name=byggnorr").is_empty());
    let id = app.account(&[("name", "Kontots Namn")]);
    let contact = app.contact(&[("first_name", "Ida"), ("last_name", "Ek")]);
    app.role(contact, id, "Kassör", ("", ""));
    let at = staff
        .open("/contacts?account=tots+na")
        .all("#list a.row-link");
    assert_eq!(at, ["Ida Ek"]);
}
