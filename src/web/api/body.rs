//! JSON as it is taken from outside: no name twice in an object, and no deeper than anything of ours.

use crate::i18n::Message;
use crate::web::{AppError, Problem};
use actix_web::http::StatusCode;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;

/// Deeper than any body of ours.
const DEPTH: usize = 12;

/// Reads a body; what is wrong with it is said with line and column.
pub(super) fn parse(bytes: &[u8]) -> Result<Value, AppError> {
    let mut from = serde_json::Deserializer::from_slice(bytes);
    let read = Strict(DEPTH).deserialize(&mut from);
    read.and_then(|value| from.end().map(|()| value))
        .map_err(|error| {
            let detail = Message::new("api-bad-json").arg("what", error.to_string());
            let status = StatusCode::BAD_REQUEST;
            Problem::new("bad-json", status, "errors-bad-request-title", detail).into()
        })
}

/// How many levels may follow.
#[derive(Clone, Copy)]
struct Strict(usize);

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl Strict {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        let left = self.0.checked_sub(1);
        left.map(Self).ok_or_else(|| E::custom("nested too deeply"))
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut all = Vec::new();
        while let Some(value) = from.next_element_seed(inner)? {
            all.push(value);
        }
        Ok(Value::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut all = Map::new();
        while let Some(name) = from.next_key::<String>()? {
            if all.contains_key(&name) {
                return Err(A::Error::custom(format!(
                    "the name \"{name}\" stands twice"
                )));
            }
            let value = from.next_value_seed(inner)?;
            all.insert(name, value);
        }
        Ok(Value::Object(all))
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn asvs_1_5_2_names_twice_and_deep_nesting_are_refused() {
        assert!(parse(br#"{"a":1,"b":[{"a":2}],"c":null,"d":1.5,"e":"x"}"#).is_ok());
        let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        for bad in [
            r#"{"a":1,"a":1}"#,
            r#"[{"x":{"a":1,"a":2}}]"#,
            "{} x",
            "{",
            "",
            &deep,
        ] {
            assert!(parse(bad.as_bytes()).is_err(), "{bad:.40}");
        }
    }
}
