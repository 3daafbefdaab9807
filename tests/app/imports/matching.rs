//! Which record a row is about.
use minimata::imports::What;

use super::desk::Desk;

fn names(desk: &Desk) -> Vec<String> {
    desk.column("SELECT CONCAT_WS('|', name, organisation_number, email, city, external_id) FROM accounts ORDER BY id")
}

#[test]
fn an_account_is_found_by_id_number_address_or_name() {
    let desk = Desk::new();
    let first = "Namn;Kundnr;Orgnr;E-post;Ort\n\
                 Ett;A1;;;\nTvå;;803169-8338;;\nTre;;;tre@x.example;\nFyra IF;;;;Åre\n";
    assert_eq!(desk.take(What::Accounts, first).counts.created, 4);
    let second = "Namn;Kundnr;Orgnr;E-post;Ort\n\
                  Ett nytt;A1;;;\nTvå ny;;8031698338;;\nTre ny;;;TRE@x.example;\nFYRA I.F.;;;4@x.example;åre\n";
    let counts = desk.take(What::Accounts, second).counts;
    assert_eq!((counts.created, counts.updated), (0, 4));
    assert_eq!(
        names(&desk),
        [
            "Ett nytt||||A1",
            "Två ny|8031698338|||",
            "Tre ny||TRE@x.example||",
            "FYRA I.F.||4@x.example|åre|",
        ]
    );
}

#[test]
fn who_differs_in_a_stronger_key_is_somebody_else() {
    let desk = Desk::new();
    let text = "Namn;Kundnr;Orgnr;E-post;Ort\n\
                Lika;A1;803169-8338;a@x.example;Ås\nLika;A2;803612-0726;a@x.example;Ås\nLika;;;;Åre\n\
                Olika;;;delad@x.example;\nAnnan;;;delad@x.example;\n";
    for (created, unchanged) in [(5, 0), (0, 5)] {
        let counts = desk.take(What::Accounts, text).counts;
        assert_eq!((counts.created, counts.unchanged), (created, unchanged));
    }
}

#[test]
fn empty_cells_change_nothing_and_facts_are_added() {
    let desk = Desk::new();
    desk.take(
        What::Accounts,
        "Namn;Ort;Telefon;Lokal\nÅs IF;Ås;0640-12345;Ekvallen\n",
    );
    let done = desk.take(What::Accounts, "Namn;Ort;Telefon;Bana\nÅs IF;Ås;;Gräs\n");
    assert_eq!(done.counts.updated, 1);
    let found = desk.column("SELECT CONCAT_WS('|', phone, other_facts, version) FROM accounts");
    assert_eq!(
        found,
        [r#"0640-12345|{"Bana":"Gräs","Lokal":"Ekvallen"}|2"#]
    );
}

#[test]
fn a_number_that_another_has_is_left_out_and_named() {
    let desk = Desk::new();
    let text = "Namn;Kundnr;Orgnr\nEtt;A1;803169-8338\nTvå;A2;803169-8338\n";
    let done = desk.take(What::Accounts, text);
    assert_eq!((done.counts.created, done.counts.incomplete), (2, 1));
    assert!(desk.report(&done).contains("3;Orgnr;803169-8338;"));
    assert_eq!(names(&desk), ["Ett|8031698338|||A1", "Två||||A2"]);
}

#[test]
fn a_family_shares_an_address_and_stays_apart() {
    let desk = Desk::new();
    let text =
        "Förnamn;Efternamn;E-post;Ort\nÅsa;Ek;ek@x.example;\nBo;Ek;ek@x.example;\nBo;Ek;;Åre\n";
    for created in [3, 0] {
        assert_eq!(desk.take(What::Contacts, text).counts.created, created);
    }
    let renamed = "Förnamn;Efternamn;E-post\nÅsa;Ek Holm;ek@x.example\n";
    assert_eq!(desk.take(What::Contacts, renamed).counts.updated, 1);
}

#[test]
fn a_persons_account_is_found_by_number_id_or_name_in_their_city() {
    let desk = Desk::new();
    let accounts = "Namn;Kundnr;Orgnr;Ort\nEtt AB;K1;556036-0793;\nLika IF;;;Umeå\nLika IF;;;Åre\n";
    desk.take(What::Accounts, accounts);
    let people = "Namn;Företag;Orgnr;Ort\n\
                  A A;Ett gammalt namn;556036-0793;\nB B;K1;;\nC C;LIKA  IF;;Åre\nD D;Ny stad AB;;\nE E;Ny stad AB;;\n";
    let counts = desk.take(What::Contacts, people).counts;
    assert_eq!((counts.created, counts.incomplete), (5, 0));
    let at = desk.column("SELECT CONCAT(a.name, a.city) FROM affiliations f JOIN accounts a ON a.id = account_id ORDER BY f.id");
    assert_eq!(
        at,
        ["Ett AB", "Ett AB", "Lika IFÅre", "Ny stad AB", "Ny stad AB"]
    );
    assert_eq!(desk.column("SELECT COUNT(*) FROM accounts"), ["4"]);
}
