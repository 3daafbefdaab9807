use crate::fields::fold::{bare, fold, fold_to};

#[test]
fn what_people_write_differently_meets() {
    for (one, other) in [
        ("LULEÅ IK", "Luleå I.K."),
        ("  Ängelholm   Båtklubb ", "Ängelholm Båtklubb"),
        ("A\u{30A}s IF", "Ås IF"),
        ("Émilie Norén", "emilie noren"),
        ("O'Neill", "O’Neill"),
        ("Anna-Karin", "Anna Karin"),
        ("Straße", "STRASSE"),
        ("Łukasz", "lukasz"),
        ("Sør", "Sör"),
        ("Kæmpe", "Kämpe"),
        ("H&M", "h / m"),
        ("ＩＦＫ", "ifk"),
        ("İstanbul", "istanbul"),
        ("ΟΔΟΣ", "οδος"),
        ("Co\u{AD}op", "Coop"),
    ] {
        assert_eq!(fold(one), fold(other), "{one} and {other}");
    }
}

#[test]
fn what_is_different_stays_apart() {
    for (one, other) in [
        ("Ås", "As"),
        ("Luleå", "Lulea"),
        ("Håll", "Häll"),
        ("Ö", "O"),
        ("🎉", "🎸"),
        ("!!!", "???"),
        ("がく", "かく"),
        ("A B", "AB"),
    ] {
        assert_ne!(fold(one), fold(other), "{one} and {other}");
    }
}

#[test]
fn keys_are_plain() {
    assert_eq!(
        fold("  Västerås\tBridge-klubb (ungdom)! "),
        "västerås bridge klubb ungdom"
    );
    assert_eq!(fold("!!!"), "!!!");
    assert_eq!(fold(""), "");
    assert_eq!(fold_to(&"ß".repeat(200), 200).chars().count(), 200);
    for text in ["Ångström É", "İ", "ﷺ", "H & M"] {
        assert_eq!(fold(&fold(text)), fold(text), "folding twice");
    }
}

#[test]
fn words_of_the_legal_form_do_not_tell_organisations_apart() {
    for (one, other) in [
        ("Bageri Öberg AB", "Bageri Öberg"),
        ("AB Bageri Öberg (publ)", "BAGERI ÖBERG Aktiebolag"),
        ("Ström & Son HB", "Ström och Son"),
        (
            "Koloniträdgården Ek. för.",
            "Koloniträdgården ekonomisk förening",
        ),
        ("Häus, ideell förening", "Häus"),
    ] {
        assert_eq!(bare(&fold(one)), bare(&fold(other)), "{one} and {other}");
    }
    assert_eq!(bare(&fold("AB")), "ab");
    assert_eq!(bare(&fold("Röbäcks förening")), "röbäcks förening");
    assert_ne!(bare(&fold("Röbäcks IF")), bare(&fold("Röbäcks IK")));
}
