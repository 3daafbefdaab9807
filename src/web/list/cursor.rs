//! Where a page of a list begins or ends: the sort value and the id of a row (keyset paging, so that the hundredth
//! page costs what the first one does).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// A place in a sorted list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The sort column's value as text; none for a value that is not known.
    pub value: Option<String>,
    /// The row's id, which decides between equal values.
    pub id: i64,
}

impl Cursor {
    /// As it stands in the address.
    pub fn encode(&self) -> String {
        let text = match &self.value {
            Some(value) => format!("{}={value}", self.id),
            None => self.id.to_string(),
        };
        URL_SAFE_NO_PAD.encode(text)
    }

    /// Reads it from an address.
    pub fn decode(text: &str) -> Option<Self> {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let (id, value) = match text.split_once('=') {
            Some((id, value)) => (id, Some(value.to_owned())),
            None => (text.as_str(), None),
        };
        Some(Self {
            value,
            id: id.parse().ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_the_address() {
        for value in [None, Some(String::new()), Some("Åkes = & Ö 🎻".to_owned())] {
            let cursor = Cursor { value, id: 42 };
            assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        }
        assert_eq!(Cursor::decode("%%%"), None);
    }
}
