//! Rows of a sheet in XML: text as text, numbers as numbers, days as days, and never a formula.

use super::parts::{BOLD, DAY, MOMENT, NUMBER, TEXT};
use crate::exports::Value;
use crate::fields::formula;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use std::fmt::Write;

/// One row; cells without anything in them are left out.
pub(super) fn row(number: u64, values: &[Value], is_heading: bool) -> String {
    let mut xml = format!("<row r=\"{number}\">");
    for (at, value) in values.iter().enumerate() {
        let place = format!("{}{number}", column(at));
        let style = if is_heading { BOLD } else { style(value) };
        // Writing to a string does not fail.
        let _ = match serial(value) {
            Some(n) => write!(xml, "<c r=\"{place}\" s=\"{style}\"><v>{n}</v></c>"),
            None => inline(&mut xml, &place, style, &value.text()),
        };
    }
    xml.push_str("</row>");
    xml
}

fn inline(xml: &mut String, place: &str, style: u8, text: &str) -> std::fmt::Result {
    if text.is_empty() {
        return Ok(());
    }
    let text = escaped(&formula::marked(text));
    write!(
        xml,
        "<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
    )
}

fn style(value: &Value) -> u8 {
    match value {
        Value::Number(_) => NUMBER,
        Value::Day(_) if serial(value).is_some() => DAY,
        Value::Moment(_) if serial(value).is_some() => MOMENT,
        _ => TEXT,
    }
}

/// A value as the number that a spreadsheet keeps; days before March 1900 it counts wrongly, so they stay text.
fn serial(value: &Value) -> Option<String> {
    let days = |day: NaiveDate| {
        let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?;
        Some((day - zero).num_days()).filter(|days| *days > 60)
    };
    match value {
        Value::Text(_) => None,
        Value::Number(n) => Some(n.to_string()),
        Value::Day(day) => days(*day).map(|days| days.to_string()),
        Value::Moment(at) => {
            let seconds = seconds_of_day(*at);
            days(at.date()).map(|days| format!("{days}{}", &fraction(seconds)[1..]))
        }
    }
}

fn seconds_of_day(at: NaiveDateTime) -> i64 {
    (at.time() - NaiveTime::MIN).num_seconds()
}

/// Part of a day: `0.375`.
fn fraction(seconds: i64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "at most 86,400")]
    let part = seconds as f64 / 86_400.0;
    format!("{part:.8}")
}

/// The name of a column: A to Z, then AA.
fn column(at: usize) -> String {
    let (mut name, mut rest) = (Vec::new(), at + 1);
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        name.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    name.into_iter().collect()
}

/// Text in XML. What XML cannot hold is written as `_x000D_`, and what looks like that is written so too.
fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '\n' | '\t' => xml.push(c),
            '_' if looks_escaped(&text[at..]) => xml.push_str("_x005F_"),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                xml.push_str(&format!("_x{:04X}_", u32::from(c)));
            }
            _ => xml.push(c),
        }
    }
    xml
}

/// Whether the text begins with `_x`, four digits and `_`.
fn looks_escaped(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7
        && bytes.starts_with(b"_x")
        && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
        && bytes[6] == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_in_a_spreadsheet() {
        let names = [0, 25, 26, 51, 52, 701, 702].map(column);
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn days_are_days_numbers_numbers_and_text_is_text() {
        let day = Value::Day("2026-11-24".parse().unwrap());
        let at = Value::Moment("2026-11-24T09:00:00".parse().unwrap());
        let values = [
            day,
            at,
            Value::Number(7),
            Value::Text("=1+1".to_owned()),
            Value::nothing(),
        ];
        let xml = row(2, &values, false);
        let expected = "<row r=\"2\"><c r=\"A2\" s=\"4\"><v>46350</v></c><c r=\"B2\" s=\"5\"><v>46350.37500000</v></c>\
             <c r=\"C2\" s=\"3\"><v>7</v></c>\
             <c r=\"D2\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t></is></c></row>";
        assert_eq!(xml, expected);
    }

    #[test]
    fn what_xml_cannot_hold_is_spelled_out() {
        assert_eq!(
            escaped("a\rb<&>\u{1}_x000D_ _x"),
            "a_x000D_b&lt;&amp;&gt;_x0001__x005F_x000D_ _x"
        );
    }
}
