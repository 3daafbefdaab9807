use super::refusal;
use crate::fields::password::{Context, check};

const ANNA: Context<'_> = Context {
    email: "anna.lind@bygdegarden.example",
    name: "Anna Lindström",
    organisation: "Åmåls Bygdegårdsförening",
};

fn refused(password: &str) -> &'static str {
    refusal(check(password, &ANNA))
}

/// V6.2.1, V6.2.9
#[test]
fn length_at_both_ends() {
    assert_eq!(refused("kort7!x"), "fields-password-short");
    assert_eq!(refused("elva tecken"), "fields-password-short");
    assert_eq!(check("tolv tecken!", &ANNA), Ok(()));
    assert_eq!(check("ö🎉ü🎸é🌲å🚂ñ🐎ł🪁", &ANNA), Ok(()));
    let long = "en hund grävde. ".repeat(64);
    assert_eq!(long.len(), 1088);
    assert_eq!(refused(&long), "fields-password-long");
    let exactly: String = ('!'..='~').cycle().step_by(7).take(1024).collect();
    assert_eq!(check(&exactly, &ANNA), Ok(()));
}

/// V6.2.5
#[test]
fn no_composition_rules() {
    for password in [
        "correct horse battery staple",
        "korrekt häst batteri",
        "allasmabokstaver",
        "  med mellanslag  ",
        "839104756201",
    ] {
        assert_eq!(check(password, &ANNA), Ok(()), "{password}");
    }
}

/// V6.2.4
#[test]
fn what_is_tried_first_is_refused() {
    for password in [
        "qwerty123456",
        "QWERTY123456",
        "administrator",
        "1q2w3e4r5t6y",
        "michaeljackson",
        "password12345",
        "Password2024!",
        "!!sunshine99",
        "footballfootball",
        "passwordpassword",
    ] {
        let key = refused(password);
        assert!(
            ["fields-password-common", "fields-password-pattern"].contains(&key),
            "{password}: {key}"
        );
    }
    let list = include_str!("../common_passwords.txt");
    for password in list.lines() {
        assert!(check(password, &ANNA).is_err(), "{password}");
        assert!(
            check(&password.to_uppercase(), &ANNA).is_err(),
            "{password}"
        );
    }
}

#[test]
fn patterns_are_refused() {
    for password in [
        "aaaaaaaaaaaa",
        "aaaaaaaaaaab",
        "123456789012",
        "098765432109",
        "abcdefghijkl",
        "ABCDEFGHIJKL",
        "abcabcabcabc",
        "xk7xk7xk7xk7",
        "asdfghjklöäa",
        "qwertyuiopåü",
        "aaaabbbbccccdddd",
        "🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉",
        "            ",
    ] {
        assert_eq!(refused(password), "fields-password-pattern", "{password}");
    }
}

/// V6.2.11
#[test]
fn what_names_the_person_is_refused() {
    for password in [
        "minimata2026!",
        "Minimata-Minimata",
        "anna.lind@bygdegarden.example",
        "AnnaLindström1",
        "anna lindstrom",
        "lindström2026",
        "Åmåls Bygdegårdsförening",
        "bygdegårdsförening",
        "bygdegarden!!",
        "minimata --------",
    ] {
        assert_eq!(refused(password), "fields-password-personal", "{password}");
    }
    assert_eq!(check("anna cyklade till skogen", &ANNA), Ok(()));
    assert_eq!(check("minimata är ett litet djur", &ANNA), Ok(()));
}

#[test]
fn an_empty_context_refuses_nothing_more() {
    assert_eq!(check("anna lindström", &Context::default()), Ok(()));
    assert_eq!(
        check("????!!!!----", &Context::default()).map_err(|m| m.key),
        Err("fields-password-pattern")
    );
    assert_eq!(check("?!-;:_#&%/()", &Context::default()), Ok(()));
}
