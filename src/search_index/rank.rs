//! How well a record fits what was typed.

use super::plain::plain;
use super::query::Query;
use super::term::Term;
use crate::fields::fold::fold;

/// Where the text stands; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The name is what was typed.
    Exact,
    /// The name begins with it.
    NameStart,
    /// Each term begins a word of the name.
    WordStart,
    /// Each term stands in the name.
    Middle,
    /// A term stands elsewhere in the record.
    Other,
    /// A term differs by one letter.
    Similar,
}

/// How well a record fits; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Where the text stands.
    pub level: Level,
    /// Terms that are spelled otherwise there: `o` for `ö`.
    pub(super) respelled: usize,
    /// Terms that are part of a word there.
    pub(super) parts: usize,
}

/// The rank of a record with these folded names and other words.
pub fn rank(query: &Query, names: &[String], words: &str) -> Rank {
    let text = names
        .first()
        .map_or_else(String::new, |name| format!(" {name} {words} "));
    let plain_text = plain(&text);
    let respelled = |term: &&Term| !text.contains(&term.typed);
    let is_whole = |term: &Term| {
        let whole = |form: &String| plain_text.contains(&format!(" {form} "));
        term.forms.iter().any(whole)
    };
    Rank {
        level: level(query, names),
        respelled: query.terms.iter().filter(respelled).count(),
        parts: query.terms.iter().filter(|term| !is_whole(term)).count(),
    }
}

/// The rank of something that is not in the index, with this name and other words, if it has every term.
pub fn fits(query: &Query, name: &str, words: &str) -> Option<Rank> {
    let (name, words) = (fold(name), fold(words));
    let text = format!(" {} {} ", plain(&name), plain(&words));
    let has = |term: &Term| term.forms.iter().any(|form| text.contains(form.as_str()));
    let found = !query.terms.is_empty() && query.terms.iter().all(has);
    found.then(|| rank(query, &[name], &words))
}

fn level(query: &Query, names: &[String]) -> Level {
    let typed = plain(&query.typed);
    let names: Vec<String> = names.iter().map(|name| plain(name)).collect();
    if names.contains(&typed) {
        return Level::Exact;
    }
    if !typed.is_empty() && names.iter().any(|name| name.starts_with(&typed)) {
        return Level::NameStart;
    }
    let name = names.first().map_or("", String::as_str);
    let places = query.terms.iter().map(|term| place(term, name));
    places.max().unwrap_or(Level::Other)
}

fn place(term: &Term, name: &str) -> Level {
    let starts = |form: &String| name.split(' ').any(|word| word.starts_with(form.as_str()));
    let stands = |form: &String| name.contains(form.as_str());
    if term.forms.iter().any(starts) {
        Level::WordStart
    } else if term.forms.iter().any(stands) {
        Level::Middle
    } else {
        Level::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(typed: &str, name: &str) -> Rank {
        let query = Query::readings(typed).remove(0);
        rank(
            &query,
            &[crate::fields::fold::fold(name)],
            "umeå 46701234567",
        )
    }

    #[test]
    fn exact_before_start_before_word_before_middle_before_the_rest() {
        let order = ["Norr", "Norrbro", "AB Norr", "Innorr", "Söder"];
        let ranks: Vec<Rank> = order.iter().map(|name| of("norr", name)).collect();
        assert!(ranks.is_sorted_by(|a, b| a < b), "{ranks:?}");
        assert_eq!(of("umea", "Norr").level, Level::Other);
        assert_eq!(of("070-123", "Norr").level, Level::Other);
    }

    #[test]
    fn the_exact_spelling_comes_first() {
        assert!(of("oberg", "Oberg") < of("oberg", "Öberg"));
        assert!(of("öberg", "Öberg") < of("öberg", "Oberg"));
        assert!(of("berg", "Bo Berg") < of("berg", "Bo Bergman"));
    }

    #[test]
    fn words_in_any_order() {
        assert_eq!(of("ab norr", "Norr Bygg AB").level, Level::WordStart);
        assert_eq!(of("bygg umeå", "Norr Bygg AB").level, Level::Other);
    }
}
