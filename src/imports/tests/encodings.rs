use super::{good_rows, refusal, rows, table};
use crate::imports::{Encoding, RowProblem};

/// A header and rows enough that what follows is beyond the part that is sniffed.
fn plain_rows(count: usize) -> Vec<u8> {
    let mut text = b"Name;City\n".to_vec();
    for _ in 0..count {
        text.extend_from_slice(b"Liu-Hoover;Rowlandberg\n");
    }
    text
}

#[test]
fn utf_8_with_and_without_mark() {
    for mark in ["", "\u{FEFF}"] {
        let text = format!("{mark}Namn;Ort\nÅs IF 🎉;Östersund\n");
        let rows = good_rows(text.as_bytes());
        assert_eq!(rows[0].cells, ["Ås IF 🎉", "Östersund"]);
        assert_eq!(table(text).expect("a table").headers(), ["Namn", "Ort"]);
    }
}

#[test]
fn windows_1252() {
    let file = b"F\xF6rening;Ort\r\n\x93\xC5s\x94 IF;\xD6stersund \x80\r\n";
    let mut table = table(file).expect("a table");
    assert_eq!(table.encoding(), Encoding::Windows1252);
    assert_eq!(table.headers(), ["Förening", "Ort"]);
    let row = table.next().expect("a row").expect("a row");
    assert_eq!(row.cells, ["“Ås” IF", "Östersund €"]);
}

#[test]
fn windows_1252_that_shows_late() {
    let mut file = plain_rows(5000);
    file.extend_from_slice(b"\xC5s IF;\xD6stersund\nK\xD6\x94;\xC5re\n");
    let mut table = table(file).expect("a table");
    assert_eq!(table.encoding(), Encoding::Utf8);
    let rows: Vec<_> = table
        .by_ref()
        .skip(5000)
        .map(|row| row.expect("a row"))
        .collect();
    assert_eq!(rows[0].cells, ["Ås IF", "Östersund"]);
    assert_eq!(rows[1].cells, ["KÖ”", "Åre"]);
    assert_eq!(table.encoding(), Encoding::Windows1252);
}

#[test]
fn one_broken_letter_does_not_spoil_a_utf_8_file() {
    let mut file = "Namn;Ort\nÅs IF;Östersund\nÅre IK;".as_bytes().to_vec();
    file.extend_from_slice(b"M\xE5la\nVis");
    file.extend_from_slice("by;Öland".as_bytes());
    let rows = good_rows(file);
    assert_eq!(rows[1].cells, ["Åre IK", "Måla"]);
    assert_eq!(rows[2].cells, ["Visby", "Öland"]);
}

#[test]
fn letters_across_the_pieces_that_are_read() {
    for shift in 0..4 {
        let mut text = format!("Namn;Ort\n{}", "x".repeat(shift));
        while text.len() < 300_000 {
            text.push_str("å🎉ö;Å\n");
        }
        let rows = good_rows(text.as_bytes());
        assert!(rows.iter().skip(1).all(|row| row.cells == ["å🎉ö", "Å"]));
    }
    // A letter cut off by the end of the file.
    let rows = good_rows(b"Namn;Ort\n\xC3\x85s;\xC3\x85re\nx;\xC3");
    assert_eq!(rows[1].cells, ["x", "Ã"]);
}

/// V5.2.2
#[test]
fn asvs_5_2_2_what_is_no_text_is_refused() {
    let utf_16 = |mark: &[u8], to_bytes: fn(u16) -> [u8; 2]| {
        let units = "Namn;Ort\nÅs;Åre\n".encode_utf16();
        [mark, &units.flat_map(to_bytes).collect::<Vec<u8>>()].concat()
    };
    for (file, key) in [
        (utf_16(b"\xFF\xFE", u16::to_le_bytes), "fields-file-utf-16"),
        (utf_16(b"\xFE\xFF", u16::to_be_bytes), "fields-file-utf-16"),
        (utf_16(b"", u16::to_le_bytes), "fields-file-utf-16"),
        (utf_16(b"", u16::to_be_bytes), "fields-file-utf-16"),
        (b"\x89PNG\r\n\x1A\n\0\0".to_vec(), "fields-file-binary"),
        (b"PK\x03\x04\x14\0\x06".to_vec(), "fields-file-excel"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1".to_vec(), "fields-file-excel"),
        (b"%PDF-1.7\n".to_vec(), "fields-file-binary"),
        (b"\x1F\x8B\x08\0".to_vec(), "fields-file-binary"),
        (b"Namn;Ort\nA\0s;\xC5re\n".to_vec(), "fields-file-binary"),
        (
            b"\xEF\xBB\xBFNamn;Ort\nA\0s;B\n".to_vec(),
            "fields-file-binary",
        ),
        (b"\0".to_vec(), "fields-file-binary"),
        (b"\n <!DOCTYPE html><table>".to_vec(), "fields-file-markup"),
        (b"<?xml version=\"1.0\"?>".to_vec(), "fields-file-markup"),
    ] {
        assert_eq!(refusal(&file), key, "{:?}", String::from_utf8_lossy(&file));
    }
}

#[test]
fn nul_that_shows_late_is_a_fault_of_its_row() {
    let mut file = plain_rows(5000);
    file.extend_from_slice(b"A\0s;B\nC;D\n");
    let rows = rows(file);
    assert_eq!(rows.len(), 5002);
    let error = rows[5000].as_ref().expect_err("NUL");
    assert_eq!((error.line, &error.problem), (5002, &RowProblem::Nul));
    assert!(rows[5001].is_ok());
}
