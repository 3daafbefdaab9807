//! Excel workbooks as other programs write them, and as nobody should.
use super::Desk;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use minimata::imports::What;
use std::io::Write;

const WORKBOOK: &str = r#"<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Blad1" sheetId="1" r:id="rId7"/><sheet name="Blad2" sheetId="2" r:id="rId8"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="rId8" Target="worksheets/sheet2.xml"/><Relationship Id="rId7" Target="/xl/worksheets/sheet1.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet><numFmts count="1"><numFmt numFmtId="170" formatCode="d\ mmm\ yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>"#;

/// An archive of deflated files.
fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(content).unwrap();
        let packed = encoder.finish().unwrap();
        let start = u32::try_from(out.len()).unwrap();
        let sizes =
            [0, packed.len(), content.len()].map(|n| u32::try_from(n).unwrap().to_le_bytes());
        let name_length = u16::try_from(name.len()).unwrap().to_le_bytes();
        out.extend(b"PK\x03\x04\x14\0\0\0\x08\0\0\0\x21\0");
        out.extend(sizes.concat());
        out.extend(name_length);
        out.extend([0; 2]);
        out.extend(name.as_bytes());
        out.extend(packed);
        directory.extend(b"PK\x01\x02\x14\0\x14\0\0\0\x08\0\0\0\x21\0");
        directory.extend(sizes.concat());
        directory.extend(name_length);
        directory.extend([0; 12]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, size) = (out.len(), directory.len());
    out.extend(directory);
    out.extend(b"PK\x05\x06\0\0\0\0\0\0\0\0");
    out.extend(
        [size, start]
            .map(|n| u32::try_from(n).unwrap().to_le_bytes())
            .concat(),
    );
    out.extend([0; 2]);
    out
}

fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    archive(&[
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn a_workbook_of_excel_is_read_as_people_see_it() {
    let strings = r#"<sst><si><t>Förnamn</t></si><si><t>Efternamn</t></si><si><t>Förening</t></si><si><t>Uppdrag</t></si><si><t>Från</t></si><si><t>Mobil</t></si><si><t>Till</t></si><si><t>Medlemsnr</t></si><si><r><t xml:space="preserve">Åsa </t></r><r><t>Li</t></r><rPh><t>x</t></rPh></si><si><t>Öberg &amp; Co_x000A_</t></si></sst>"#;
    let sheet = r#"<?xml version="1.0"?><worksheet><sheetData>
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="s"><v>5</v></c><c r="G1" t="s"><v>6</v></c><c r="H1" t="s"><v>7</v></c></row>
        <row r="2"/>
        <row r="5"><c r="A5" t="s"><v>8</v></c><c r="B5" t="s"><v>9</v></c><c r="C5" t="inlineStr"><is><t>IF Häus</t></is></c><c r="D5" t="str"><f>"Kas"&amp;"sör"</f><v>Kassör</v></c><c r="E5" s="1"><v>45352</v></c><c r="F5"><v>46701740605</v></c><c r="H5" t="inlineStr"><is><t>000123</t></is></c></row>
        <row r="6"><c r="A6" t="inlineStr"><is><t>Bo</t></is></c><c r="G6" s="2"><v>46350</v></c><c r="C6" t="inlineStr"><is><t>IF Häus</t></is></c></row>
        </sheetData></worksheet>"#;
    let desk = Desk::new();
    let file = desk.file("medlemmar.xlsx", workbook(sheet, strings));
    let counts = desk.import(What::Contacts, &file).counts;
    assert_eq!(
        (counts.created, counts.rejected, counts.incomplete),
        (2, 0, 0)
    );
    let people = desk.column("SELECT CONCAT_WS('|', first_name, last_name, mobile, external_id) FROM contacts ORDER BY id");
    assert_eq!(people, ["Åsa Li|Öberg & Co|46701740605|000123", "Bo|||"]);
    let roles = desk.column("SELECT CONCAT_WS('|', role, IFNULL(from_date, ''), IFNULL(to_date, '')) FROM affiliations ORDER BY id");
    assert_eq!(roles, ["Kassör|2024-03-01|", "||2026-11-24"]);
    assert_eq!(desk.import(What::Contacts, &file).counts.unchanged, 2);
}

#[test]
fn what_is_broken_or_a_bomb_is_refused_with_a_way_on() {
    let desk = Desk::new();
    let rows = r#"<sheetData><row><c t="inlineStr"><is><t>Namn</t></is></c></row><row><c t="inlineStr"><is><t>A</t></is></c></row>"#;
    let whole = workbook(&format!("{rows}</sheetData>"), "<sst/>");
    let bomb = format!("<sst><si>{}</si></sst>", "<t></t>".repeat(10_000_000));
    let doctype = format!("<!DOCTYPE x [<!ENTITY a \"b\">]>{rows}</sheetData>");
    let endless = format!(
        "<sheetData><row><c t=\"inlineStr\"><is><t>{}",
        "x".repeat(3_000_000)
    );
    let files = [
        (
            "cut.xlsx",
            whole[..whole.len() / 2].to_vec(),
            "cannot be read (it is cut off)",
        ),
        (
            "zip.xlsx",
            archive(&[("a.txt", b"hello")]),
            "This is an Excel or ZIP file",
        ),
        (
            "bomb.xlsx",
            workbook(&format!("{rows}</sheetData>"), &bomb),
            "unpacks to more than is read",
        ),
        (
            "entities.xlsx",
            workbook(&doctype, "<sst/>"),
            "declares entities",
        ),
        (
            "endless.xlsx",
            workbook(&endless, "<sst/>"),
            "a cell is too long",
        ),
    ];
    for (name, bytes, why) in files {
        let error = desk.try_import(What::Accounts, &desk.file(name, bytes), false);
        let said = minimata::i18n::Lang::En.say(&error.expect_err(name).message());
        assert!(said.contains(why), "{name}: {said}");
    }
    // What ends within a row is taken up to there, and told.
    let cut = workbook(&format!("{rows}<row><c t=\"inlineStr\">"), "<sst/>");
    let done = desk.import(What::Accounts, &desk.file("row.xlsx", cut));
    assert_eq!((done.counts.created, done.counts.rejected), (1, 1));
    assert_eq!(
        desk.import(What::Accounts, &desk.file("whole.xlsx", whole))
            .counts
            .unchanged,
        1
    );
}
