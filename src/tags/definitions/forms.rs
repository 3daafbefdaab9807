//! From what was typed to a tag.

use crate::i18n::Message;
use crate::tags::{Colour, Tag};
use crate::web::{FieldErrors, FormData, Reader};

/// A tag's name and colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TagInput {
    pub name: String,
    pub colour: Colour,
}

/// Reads the form; every mistake at once.
pub(super) fn parse(data: &FormData) -> Result<TagInput, FieldErrors> {
    let mut read = Reader::new(data);
    let name = read.field("name", crate::tags::name);
    let colour = read.field("colour", |raw| {
        let colour = Colour::parse(raw).map(Some);
        colour.ok_or_else(|| Message::new("common-choose-one"))
    });
    let input = TagInput {
        name,
        colour: colour.unwrap_or(Colour::Grey),
    };
    read.finish(input)
}

/// The form of a new tag.
pub(super) fn blank() -> FormData {
    FormData::from_pairs([("name", ""), ("colour", Colour::Blue.code())])
}

/// The form that leaves the tag as it is.
pub(super) fn of(tag: &Tag) -> FormData {
    FormData::from_pairs([
        ("name", tag.name.clone()),
        ("colour", tag.colour.code().to_owned()),
        ("version", tag.version.to_string()),
    ])
}
