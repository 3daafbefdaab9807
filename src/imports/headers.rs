//! Which column of a file is which field of ours.

use crate::fields::fold::fold;

/// A field that a column of a file can fill.
pub trait Column: Copy + Eq + std::fmt::Debug + 'static {
    /// The fields, in the order in which unsure headers are offered to them.
    const SYNONYMS: &'static [Synonyms<Self>];

    /// The field's name, as in the database and in JSON.
    fn field(self) -> &'static str;
}

/// The headers that mean a field, with spaces between: lower case, without accents, spaces or punctuation.
#[derive(Debug)]
pub struct Synonyms<C: 'static> {
    /// The field.
    pub column: C,
    /// Headers that mean this field whatever else is in the file.
    pub sure: &'static str,
    /// Headers that mean this field if no other column does.
    pub unsure: &'static str,
    /// Fields beside which the unsure headers mean something else.
    pub not_beside: &'static [C],
}

/// A field and the headers that surely mean it.
pub(super) const fn means<C>(column: C, sure: &'static str) -> Synonyms<C> {
    Synonyms {
        column,
        sure,
        unsure: "",
        not_beside: &[],
    }
}

impl<C: Copy> Synonyms<C> {
    /// Headers that mean the field if no other column does.
    pub(super) const fn or(mut self, unsure: &'static str) -> Self {
        self.unsure = unsure;
        self
    }

    /// Fields beside which those headers mean something else.
    pub(super) const fn not_beside(mut self, fields: &'static [C]) -> Self {
        self.not_beside = fields;
        self
    }
}

/// The first columns of a report of rows that were not wholly taken. A corrected report is a file like any other, but
/// for these.
pub(super) const REPORT_COLUMNS: [&str; 5] = ["line", "column", "value", "reason", "taken"];

/// Columns of our exports that say when a record was made and changed: nothing that a file could set.
const OUR_OWN: [&str; 4] = [
    "createdinminimata",
    "changedinminimata",
    "skapadiminimata",
    "andradiminimata",
];

/// What our exports put before the name of a fact that would be taken for a field.
const FACT_MARKS: [&str; 2] = ["Other fact: ", "Övrig uppgift: "];

/// The name of the fact that a marked header holds.
fn fact_name(header: &str) -> Option<&str> {
    FACT_MARKS.iter().find_map(|mark| header.strip_prefix(mark))
}

/// What a header is recognised by; nothing for one that says it is no field.
fn field_key(header: &str) -> String {
    match fact_name(header) {
        Some(_) => String::new(),
        None => key(header),
    }
}

/// What becomes of one column of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target<C> {
    /// It fills this field.
    Field(C),
    /// It is kept on the record under its own name.
    OtherFact(String),
    /// A person chose to leave it out. Chosen by itself for what we wrote ourselves and no file can set: nothing else in a
    /// file is thrown away silently.
    Ignored,
}

/// What becomes of each column of a file, in the file's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping<C> {
    /// One target a column.
    pub columns: Vec<Target<C>>,
}

impl<C: Column> Mapping<C> {
    /// Recognises columns by their headers; each field takes one column, the others are kept as other facts.
    pub fn detect(headers: &[String]) -> Self {
        let keys: Vec<String> = headers.iter().map(|header| field_key(header)).collect();
        let mut fields: Vec<Option<C>> = vec![None; headers.len()];
        for entry in C::SYNONYMS {
            let found = position(&keys, &fields, entry.sure);
            assign(&mut fields, found, entry.column);
        }
        for entry in C::SYNONYMS {
            let is_taken = |column: &C| fields.contains(&Some(*column));
            if is_taken(&entry.column) || entry.not_beside.iter().any(is_taken) {
                continue;
            }
            let found = position(&keys, &fields, entry.unsure);
            assign(&mut fields, found, entry.column);
        }
        let target = |(field, header): (Option<C>, &String)| match field {
            Some(column) => Target::Field(column),
            None if OUR_OWN.contains(&key(header).as_str()) => Target::Ignored,
            None => Target::OtherFact(fact_name(header).unwrap_or(header).to_owned()),
        };
        let mut columns: Vec<_> = fields.into_iter().zip(headers).map(target).collect();
        if headers.starts_with(&REPORT_COLUMNS.map(str::to_owned)) {
            columns
                .iter_mut()
                .take(REPORT_COLUMNS.len())
                .for_each(|target| *target = Target::Ignored);
        }
        Self { columns }
    }

    /// Where in a row `column` stands, if the file has it.
    pub fn index_of(&self, column: C) -> Option<usize> {
        self.columns
            .iter()
            .position(|target| *target == Target::Field(column))
    }

    /// Where in a row the column that fills this field of the form stands, if the file has it.
    pub(super) fn column_of_field(&self, field: &str) -> Option<usize> {
        let column = match field {
            "owner_id" => "owner",
            other => other,
        };
        let fills = |target: &Target<C>, column: &str| match target {
            Target::Field(field) => field.field() == column,
            _ => false,
        };
        let find = |column| self.columns.iter().position(|target| fills(target, column));
        find(column).or_else(|| match column {
            "first_name" | "last_name" => find("full_name"),
            _ => None,
        })
    }

    /// The cell of `column` in a row; empty if the file does not have it.
    pub fn cell<'r>(&self, cells: &'r [String], column: C) -> &'r str {
        self.index_of(column)
            .and_then(|index| cells.get(index))
            .map_or("", String::as_str)
    }

    /// The other facts of a row that have a value: header and cell.
    pub fn other_facts<'r>(
        &'r self,
        cells: &'r [String],
    ) -> impl Iterator<Item = (&'r str, &'r str)> {
        self.columns
            .iter()
            .zip(cells)
            .filter_map(|(target, cell)| match target {
                Target::OtherFact(header) if !cell.trim().is_empty() => {
                    Some((header.as_str(), cell.trim()))
                }
                _ => None,
            })
    }
}

/// First and last name of a name in one cell: the last word is the last name, "Last, First" is turned round.
pub fn split_full_name(name: &str) -> (&str, &str) {
    let name = name.trim();
    if let Some((last, first)) = name.split_once(',') {
        return (first.trim(), last.trim());
    }
    match name.rsplit_once(char::is_whitespace) {
        Some((first, last)) => (first.trim_end(), last),
        None => (name, ""),
    }
}

/// A header without what people write differently: "Org. nr", "ORG_NR" and "Org-nr" are `orgnr`, "Från" is `fran`.
pub(super) fn key(header: &str) -> String {
    fold(header)
        .chars()
        .filter(|c| *c != ' ')
        .map(|c| match c {
            'å' | 'ä' => 'a',
            'ö' => 'o',
            other => other,
        })
        .collect()
}

/// The first of `words` that a column without a field has as its header.
fn position<C>(keys: &[String], fields: &[Option<C>], words: &str) -> Option<usize> {
    words.split_whitespace().find_map(|word| {
        keys.iter()
            .zip(fields)
            .position(|(key, field)| field.is_none() && key == word)
    })
}

fn assign<C>(fields: &mut [Option<C>], index: Option<usize>, column: C) {
    if let Some(field) = index.and_then(|index| fields.get_mut(index)) {
        *field = Some(column);
    }
}
