use super::{good_rows, table};

#[test]
fn each_separator_is_found() {
    for separator in [",", ";", "\t", "|"] {
        let file = ["Namn", "Ort", "Nr\nÅs, IF; x", "Åre", "1\n"].join(separator);
        let file = if [",", ";"].contains(&separator) {
            file.replace("Ås, IF; x", "\"Ås, IF; x\"")
        } else {
            file
        };
        let table = table(&file).expect("a table");
        assert_eq!(table.delimiter().to_string(), separator);
        assert_eq!(good_rows(&file)[0].cells, ["Ås, IF; x", "Åre", "1"]);
    }
}

#[test]
fn the_header_may_hold_other_separators() {
    let file = "Namn, ort;Telefon\nÅs;1\nÅre, Jämtland;2\n";
    assert_eq!(
        table(file).expect("a table").headers(),
        ["Namn, ort", "Telefon"]
    );
}

#[test]
fn a_single_column_needs_no_separator() {
    let rows = good_rows("Namn\nTerry, Proctor\nÅs IF\n");
    assert_eq!(rows[0].cells, ["Terry, Proctor"]);
    assert_eq!(rows[1].line, 3);
}

#[test]
fn the_hint_of_excel_is_followed() {
    let file = "sep=,\r\nNamn,Ort;x\r\nÅs,Åre\r\n";
    let table = table(file).expect("a table");
    assert_eq!(table.headers(), ["Namn", "Ort;x"]);
    assert_eq!(good_rows(file)[0].line, 3);
}

#[test]
fn line_breaks_of_every_system_and_in_cells() {
    for (file, lines) in [
        ("a;b\n1;2\n3;4\n", [2, 3]),
        ("a;b\r\n1;2\r\n3;4\r\n", [2, 3]),
        ("a;b\r1;2\r3;4\r", [2, 3]),
        ("a;b\n1;2\n3;4", [2, 3]),
        ("\n\na;b\n\n1;2\n\r\n3;4\n\n", [5, 7]),
    ] {
        let rows = good_rows(file);
        assert_eq!(
            rows.iter().map(|row| row.line).collect::<Vec<_>>(),
            lines,
            "{file:?}"
        );
        assert_eq!(rows[1].cells, ["3", "4"]);
    }
    let rows = good_rows("a;b\r\n\"1\r\n2\";\"x\ny\"\r\n3;4\r\n");
    assert_eq!(rows[0].cells, ["1\r\n2", "x\ny"]);
    assert_eq!(rows[1].line, 5);
}

#[test]
fn quotes() {
    for (cell, text) in [
        (r#""""#, ""),
        (r#""a ""b"" c""#, r#"a "b" c"#),
        (r#""""""#, r#"""#),
        (r#""a;b""#, "a;b"),
        (r#"5" rör"#, r#"5" rör"#),
        (r#""a"b"#, "ab"),
        (r#" "a""#, r#" "a""#),
        ("{\"x\": 1}", "{\"x\": 1}"),
    ] {
        let rows = good_rows(format!("Namn;Ort\n{cell};x\n"));
        assert_eq!(rows[0].cells, [text, "x"], "{cell}");
    }
}

#[test]
fn our_own_neutralisation_is_taken_away() {
    let rows = good_rows("a;b;c;d;e;f\n'=1+1;'+46;'-x;'@y;'quoted';=raw\n");
    assert_eq!(
        rows[0].cells,
        ["=1+1", "+46", "-x", "@y", "'quoted'", "=raw"]
    );
}
