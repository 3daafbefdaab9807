//! What is found first: a table over the sample data and generated names, grouped by what each line proves.
use crate::imports::Desk;
use crate::support::{TestApp, TestClock};
use minimata::accounts::{self, model::AccountId};
use minimata::auth::{Actor, Channel, Role};
use minimata::contacts::{self, model::ContactId};
use minimata::db::Conn;
use minimata::demo;
use minimata::demo::generate::{Generated, Size, generate};
use minimata::search_index::{IndexKind, hits};
use std::collections::HashMap;

use IndexKind::{Account as A, Contact as C};

/// Kind, what is typed, and the first names that are found.
type Line = (IndexKind, &'static str, &'static [&'static str]);

#[rustfmt::skip]
const SAMPLE: &[(&str, &[Line])] = &[
    ("the whole name comes first", &[
        (A, "Granköping IF", &["Granköping IF"]),
        (A, "Ekhamra IF", &["Ekhamra IF"]),
        (A, "Sjöbacka IF Ungdom", &["Sjöbacka IF Ungdom"]),
        (A, "Östanby Kammarkör", &["Östanby Kammarkör"]),
        (A, "Scoutkåren Åmyra", &["Scoutkåren Åmyra"]),
        (A, "Bageriet i Norrvalla", &["Bageriet i Norrvalla"]),
        (A, "Norrvalla Redovisning AB", &["Norrvalla Redovisning AB"]),
        (A, "Åmyras kommun", &["Åmyras kommun"]),
        (A, "Sjöbacka Bygg & Snickeri AB", &["Sjöbacka Bygg & Snickeri AB"]),
        (A, "Ekhamras kultur- och fritidsförvaltning", &["Ekhamras kultur- och fritidsförvaltning"]),
        (C, "Anna Andersson", &["Anna Andersson"]),
        (C, "Nils Öberg", &["Nils Öberg"]),
        (C, "Zoë Nyström", &["Zoë Nyström"]),
        (C, "Per O'Neill", &["Per O'Neill"]),
        (C, "Dragan von Essen", &["Dragan von Essen"]),
        (C, "Maria Al-Rashid", &["Maria Al-Rashid"]),
        (C, "Håkan Petrović", &["Håkan Petrović"]),
    ]),
    ("a start of the name comes before a word in it", &[
        (A, "östanby if", &["Östanby IF", "Östanby IF Ungdom"]),
        (A, "granköpings", &["Granköpings hembygdsförening", "Granköpings kommun", "Granköpings kultur- och fritidsförvaltning"]),
        (A, "bageriet i ek", &["Bageriet i Ekhamra"]),
        (A, "scoutkåren s", &["Scoutkåren Sjöbacka"]),
        (A, "åmyra r", &["Åmyra Redovisning AB"]),
        (A, "norrvalla b", &["Norrvalla Bygg & Snickeri AB"]),
        (A, "ekhamra if u", &["Ekhamra IF Ungdom"]),
        (A, "sjöbacka k", &["Sjöbacka Kammarkör"]),
    ]),
    ("last names first, as people look for people", &[
        (C, "Öberg Nils", &["Nils Öberg"]),
        (C, "Nyström, Zoë", &["Zoë Nyström"]),
        (C, "andersson anna", &["Anna Andersson"]),
        (C, "o'neill per", &["Per O'Neill"]),
        (C, "essen dragan", &["Dragan von Essen"]),
        (C, "ek anders", &["Anders Ek"]),
    ]),
    ("words in any order, each anywhere", &[
        (A, "if östanby", &["Östanby IF", "Östanby IF Ungdom"]),
        (A, "ungdom gran", &["Granköping IF Ungdom"]),
        (A, "ab snick norr", &["Norrvalla Bygg & Snickeri AB"]),
        (A, "kör åmyra", &["Åmyra Kammarkör"]),
        (A, "fritid sjö", &["Sjöbackas kultur- och fritidsförvaltning"]),
        (A, "kåren öst", &["Scoutkåren Östanby"]),
        (A, "ab red ekh", &["Ekhamra Redovisning AB"]),
        (A, "hembygd valla", &["Norrvallas hembygdsförening"]),
        (A, "bygg snick gran", &["Granköping Bygg & Snickeri AB"]),
        (A, "i bageri åm", &["Bageriet i Åmyra"]),
        (C, "anders ann", &["Anna Andersson"]),
    ]),
    ("the middle of a word", &[
        (A, "öping if", &["Granköping IF"]),
        (A, "hamra if", &["Ekhamra IF"]),
        (A, "nickeri åmyra", &["Åmyra Bygg & Snickeri AB"]),
        (A, "myra kom", &["Åmyras kommun"]),
        (A, "dovis östan", &["Östanby Redovisning AB"]),
        (A, "backa if ung", &["Sjöbacka IF Ungdom"]),
        (A, "ommun valla", &["Norrvallas kommun"]),
        (A, "ageri sjö", &["Bageriet i Sjöbacka"]),
        (A, "ammark granköp", &["Granköping Kammarkör"]),
        (C, "lmarss moh", &["Mohamed Hjälmarsson"]),
        (C, "ashid maria", &["Maria Al-Rashid"]),
        (C, "etrov hå", &["Håkan Petrović"]),
        (C, "ahlb sofia", &["Sofia Dahlbäck"]),
    ]),
    ("short words", &[
        (A, "if norrvalla", &["Norrvalla IF"]),
        (A, "ab ekhamra", &["Ekhamra Bygg & Snickeri AB", "Ekhamra Redovisning AB"]),
        (A, "IF Åm", &["Åmyra IF"]),
        (A, "i östanby b", &["Bageriet i Östanby"]),
        (C, "ek and", &["Anders Ek"]),
        (C, "ö nils", &["Nils Öberg"]),
        (C, "von d", &["Dragan von Essen"]),
    ]),
    ("letters without their dots, and with others", &[
        (A, "grankoping if", &["Granköping IF"]),
        (A, "GRANKÖPING IF", &["Granköping IF"]),
        (A, "ostanby kammarkor", &["Östanby Kammarkör"]),
        (A, "amyra kammarkor", &["Åmyra Kammarkör"]),
        (A, "sjobacka if", &["Sjöbacka IF"]),
        (A, "sjøbacka if", &["Sjöbacka IF"]),
        (A, "aamyra if", &["Åmyra IF"]),
        (A, "oestanby if", &["Östanby IF"]),
        (A, "scoutkaren amyra", &["Scoutkåren Åmyra"]),
        (C, "nils oberg", &["Nils Öberg"]),
        (C, "zoe nystrom", &["Zoë Nyström"]),
        (C, "lukasz sjogren", &["Łukasz Sjögren"]),
        (C, "Łukasz Sjögren", &["Łukasz Sjögren"]),
        (C, "linnea noren", &["Linnéa Norén"]),
        (C, "asa palm", &["Åsa Palm"]),
        (C, "marta backman", &["Märta Bäckman"]),
        (C, "hakan petrovic", &["Håkan Petrović"]),
        (C, "orjan haggstrom", &["Örjan Häggström"]),
    ]),
    ("hyphens and apostrophes", &[
        (C, "al rashid maria", &["Maria Al-Rashid"]),
        (C, "alrashid maria", &["Maria Al-Rashid"]),
        (C, "maria al-rashid", &["Maria Al-Rashid"]),
        (C, "oneill per", &["Per O'Neill"]),
        (C, "o’neill per", &["Per O'Neill"]),
        (A, "kultur och fritidsförvaltning åmyra", &["Åmyras kultur- och fritidsförvaltning"]),
        (A, "sjöbacka bygg snickeri", &["Sjöbacka Bygg & Snickeri AB"]),
    ]),
    ("e-mail addresses and their parts", &[
        (C, "nils.oberg@post.example", &["Nils Öberg"]),
        (C, "nils.oberg", &["Nils Öberg"]),
        (C, "oberg@post nils", &["Nils Öberg"]),
        (C, "zoe.nystrom@", &["Zoë Nyström"]),
        (A, "info@grankoping-if.example", &["Granköping IF"]),
        (A, "info@ekhamra-if-ungdom", &["Ekhamra IF Ungdom"]),
        (A, "info@amyra-kammarkor", &["Åmyra Kammarkör"]),
    ]),
    ("web addresses", &[
        (A, "www.ostanby-kammarkor.example", &["Östanby Kammarkör"]),
        (A, "https://www.sjobacka-redovisning-ab.example", &["Sjöbacka Redovisning AB"]),
        (A, "scoutkaren-norrvalla.example", &["Scoutkåren Norrvalla"]),
        (A, "bageriet-i-amyra", &["Bageriet i Åmyra"]),
    ]),
    ("organisation numbers in any form", &[
        (A, "8099000039", &["Granköping IF"]),
        (A, "809900-0039", &["Granköping IF"]),
        (A, "168099000039", &["Granköping IF"]),
        (A, "SE809900003901", &["Granköping IF"]),
        (A, "509900-0084", &["Granköping Bygg & Snickeri AB"]),
        (A, "2099000016", &["Granköpings kommun"]),
        (A, "809900 0138", &["Ekhamra IF"]),
        (A, "9000138", &["Ekhamra IF"]),
    ]),
    ("phone numbers in any form", &[
        (A, "070-174 06 07", &["Granköping IF"]),
        (A, "+46701740607", &["Granköping IF"]),
        (A, "0046 70 174 06 07", &["Granköping IF"]),
        (A, "(070) 174 06 12", &["Granköping Bygg & Snickeri AB"]),
        (A, "+46 (0)70-174 06 17", &["Ekhamra IF"]),
        (A, "1740617", &["Ekhamra IF"]),
        (A, "174 06 17", &["Ekhamra IF"]),
        (A, "40617", &["Ekhamra IF"]),
    ]),
    ("one wrong letter comes last and is found all the same", &[
        (A, "grankopping if", &["Granköping IF"]),
        (A, "granköpnig if", &["Granköping IF"]),
        (A, "kammrakör åmyra", &["Åmyra Kammarkör"]),
        (A, "scoutkårn sjöbacka", &["Scoutkåren Sjöbacka"]),
        (A, "redovisninng östanby", &["Östanby Redovisning AB"]),
        (A, "hembyggdsförening ekhamra", &["Ekhamras hembygdsförening"]),
        (C, "zoë nystrm", &["Zoë Nyström"]),
        (C, "birgita strömberg", &["Birgitta Strömberg"]),
        (C, "mohamed hjalmarson", &["Mohamed Hjälmarsson"]),
        (C, "sara vesterlund", &["Sara Westerlund"]),
        (C, "gustav ahmdai", &["Gustav Ahmadi"]),
    ]),
];

/// The names that are found, the best first.
fn found(desk: &Desk, kind: IndexKind, typed: &str) -> Vec<String> {
    let typed = typed.to_owned();
    let work = |conn: &mut Conn| {
        let ids: Vec<i64> = hits(conn, kind, &typed, &[])?
            .iter()
            .map(|hit| hit.id)
            .collect();
        let names: HashMap<i64, String> = match kind {
            A => {
                let ids: Vec<AccountId> = ids.iter().copied().map(AccountId).collect();
                let names = accounts::queries::names(conn, &ids)?;
                names.into_iter().map(|(id, name)| (id.0, name)).collect()
            }
            C => {
                let ids: Vec<ContactId> = ids.iter().copied().map(ContactId).collect();
                let names = contacts::queries::names(conn, &ids)?;
                names.into_iter().map(|(id, name)| (id.0, name)).collect()
            }
        };
        diesel::QueryResult::Ok(ids.iter().map(|id| names[id].clone()).collect())
    };
    desk.db.run_blocking(work).unwrap()
}

#[test]
fn the_sample_data_is_found_as_people_expect() {
    let desk = Desk::new();
    let operator = Actor::operator(Channel::Cli);
    let now = TestClock::new().now();
    assert!(
        desk.db
            .run_blocking(|conn| demo::fill(conn, &operator, now))
            .unwrap()
    );
    let mut wrong = Vec::new();
    for (proves, lines) in SAMPLE {
        for (kind, typed, first) in *lines {
            let found = found(&desk, *kind, typed);
            let is_right =
                found.len() >= first.len() && found.iter().zip(*first).all(|(a, b)| a == b);
            if !is_right {
                let some: Vec<_> = found.iter().take(4).collect();
                wrong.push(format!("{proves}: {typed:?} finds {some:?}, not {first:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    let all: usize = SAMPLE.iter().map(|(_, lines)| lines.len()).sum();
    assert!(all >= 120, "{all} lines");
}

#[test]
fn every_generated_record_is_found_by_its_name_however_it_is_typed() {
    let desk = Desk::new();
    let operator = Actor::operator(Channel::Cli);
    let until = TestClock::new().now();
    let size = Size {
        accounts: 60,
        contacts: 60,
        changes: 150,
        seed: 11,
        until,
    };
    let done = generate(&desk.db, 1, &operator, size, false, &|_, _| true).unwrap();
    assert_eq!(done, Generated::Done);
    let names = [
        (A, desk.column("SELECT name FROM accounts WHERE deleted_at IS NULL ORDER BY id LIMIT 25")),
        (C, desk.column("SELECT CONCAT(first_name, ' ', last_name) FROM contacts WHERE deleted_at IS NULL ORDER BY id LIMIT 25")),
    ];
    for (kind, names) in names {
        for name in names {
            let backwards: Vec<&str> = name.split(' ').rev().collect();
            assert_eq!(found(&desk, kind, &name).first(), Some(&name));
            assert_eq!(
                found(&desk, kind, &name.to_uppercase()).first(),
                Some(&name)
            );
            assert!(
                found(&desk, kind, &backwards.join(" ")).contains(&name),
                "{backwards:?}"
            );
            let middle: String = name
                .chars()
                .skip(1)
                .take(name.chars().count() - 2)
                .collect();
            assert!(found(&desk, kind, &middle).contains(&name), "{middle}");
        }
    }
}

#[test]
fn the_exact_spelling_comes_before_the_plain_one_however_many_have_that() {
    let app = TestApp::start();
    for _ in 0..70 {
        app.account(&[("name", "Öbergs Rör")]);
    }
    app.account(&[("name", "Obergs Rör")]);
    let staff = app.sign_in(Role::Staff);
    let first = |typed: &str| {
        staff
            .open(&format!("/search?q={typed}"))
            .all("#found-account .hit > bdi")[0]
            .clone()
    };
    assert_eq!(first("obergs"), "Obergs Rör");
    assert_eq!(first("%C3%B6bergs"), "Öbergs Rör");
}
