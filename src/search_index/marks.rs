//! Which parts of a text are what was typed.

use super::plain::plain;
use super::query::Query;
use crate::fields::fold::fold;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The text.
    pub text: String,
    /// Whether it is what was typed.
    pub is_hit: bool,
}

/// The text in its parts; joined they are the text.
pub fn marks(query: &Query, text: &str) -> Vec<Part> {
    let mut hit = vec![false; text.len()];
    for term in &query.terms {
        let is_number = term
            .forms
            .iter()
            .all(|form| form.bytes().all(|b| b.is_ascii_digit()));
        let letters = letters(text, is_number);
        for form in &term.forms {
            let form: Vec<char> = form.chars().collect();
            for (from, to) in places(&letters, &form) {
                hit[from..to].fill(true);
            }
        }
    }
    parts(text, &hit)
}

/// Whether any part of the text is what was typed.
pub fn has_marks(query: &Query, text: &str) -> bool {
    marks(query, text).iter().any(|part| part.is_hit)
}

/// A letter as it is compared, and where it stands.
struct Letter {
    plain: char,
    from: usize,
    to: usize,
}

/// The letters of a text plainly; of one in which a number is looked for, its digits where it has enough of them.
fn letters(text: &str, is_number: bool) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(text.len());
    for (from, c) in text.char_indices() {
        let to = from + c.len_utf8();
        let plain: String = match c {
            '.' | '\'' | '’' | '´' | '`' => String::new(),
            c if c.is_alphanumeric() => plain(&fold(c.encode_utf8(&mut [0; 4]))),
            // An accent of its own belongs to the letter before it.
            c if fold(c.encode_utf8(&mut [0; 4])).is_empty() => String::new(),
            _ => " ".to_owned(),
        };
        letters.extend(plain.chars().map(|plain| Letter { plain, from, to }));
    }
    let digits = letters
        .iter()
        .filter(|letter| letter.plain.is_ascii_digit())
        .count();
    let words = letters
        .iter()
        .filter(|letter| letter.plain.is_alphabetic())
        .count();
    if is_number && digits >= 6 && words == 0 {
        letters.retain(|letter| letter.plain.is_ascii_digit());
    }
    letters
}

/// Where a form stands: at the beginning of words if it does anywhere, else in the middle of them.
fn places(letters: &[Letter], form: &[char]) -> Vec<(usize, usize)> {
    let mut found: Vec<(bool, usize, usize)> = Vec::new();
    let last = letters.len().saturating_sub(form.len());
    for at in 0..=last {
        let here = letters.get(at..at + form.len()).unwrap_or_default();
        let is_it = !form.is_empty() && here.len() == form.len();
        if is_it && here.iter().zip(form).all(|(letter, c)| letter.plain == *c) {
            let begins = at == 0 || letters[at - 1].plain == ' ';
            found.push((begins, here[0].from, here[form.len() - 1].to));
        }
    }
    let any_begins = found.iter().any(|(begins, ..)| *begins);
    let kept = found
        .into_iter()
        .filter(|(begins, ..)| *begins || !any_begins);
    kept.map(|(_, from, to)| (from, to)).collect()
}

fn parts(text: &str, hit: &[bool]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (at, c) in text.char_indices() {
        match parts.last_mut() {
            Some(part) if part.is_hit == hit[at] => part.text.push(c),
            _ => parts.push(Part {
                text: c.to_string(),
                is_hit: hit[at],
            }),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(typed: &str, text: &str) -> String {
        let query = Query::readings(typed).remove(0);
        let part = |part: &Part| match part.is_hit {
            true => format!("[{}]", part.text),
            false => part.text.clone(),
        };
        marks(&query, text).iter().map(part).collect()
    }

    #[test]
    fn hits_are_marked_as_they_are_written() {
        assert_eq!(marked("häus", "IF Häuslers"), "IF [Häus]lers");
        assert_eq!(marked("haus", "IF HÄUSLER"), "IF [HÄUS]LER");
        assert_eq!(marked("ab norr", "Norrbo AB"), "[Norr]bo [AB]");
        assert_eq!(marked("norr", "Innorr"), "In[norr]");
        assert_eq!(marked("strasse", "Straße"), "[Straße]");
        assert_eq!(marked("oneill", "O'Neill"), "[O'Neill]");
        assert_eq!(marked("070 123", "070-123 45 67"), "[070-123] 45 67");
        assert_eq!(marked("+4670123", "070-123 45 67"), "070-123 45 67");
        assert_eq!(marked("8024811", "802481-1234"), "[802481-1]234");
        assert_eq!(marked("x", ""), "");
    }
}
