//! Two people who write in one record. A form carries a fingerprint of each value it started from; so when it comes back
//! after somebody else has saved, every field tells who changed it, without the values being sent twice.

use crate::auth::token;
use crate::web::FormData;

/// What comes of a form and what is saved now.
#[derive(Clone, Debug)]
pub struct Mix {
    /// What is saved, with what this person changed: for fields that both changed, what they typed.
    pub data: FormData,
    /// Fields that both changed, each to something else, of which nobody has chosen one yet.
    pub clashes: Vec<&'static str>,
    /// Fields that only others changed.
    pub others: Vec<&'static str>,
}

/// The fingerprints of a form's values, for its hidden field `base`.
pub fn fingerprints(data: &FormData) -> String {
    let all = data.pairs().iter();
    let one = |(name, value): &(String, String)| format!("{name}:{}", fingerprint(value));
    all.map(one).collect::<Vec<_>>().join(" ")
}

/// A form that has just been opened.
pub fn fresh(data: &FormData, version: i32) -> FormData {
    again(data, data, version)
}

/// A form that is shown again: what was typed, starting from what is saved now.
pub fn again(typed: &FormData, saved: &FormData, version: i32) -> FormData {
    let mut form = typed.clone();
    form.set("version", version.to_string());
    form.set("base", fingerprints(saved));
    form
}

/// Compares a form with what is saved, field by field. `is_stale`: somebody has saved since it was opened. Where
/// `keep.FIELD` says `yours` or `theirs`, the person has chosen.
pub fn mix(
    names: impl IntoIterator<Item = &'static str>,
    typed: &FormData,
    saved: &FormData,
    is_stale: bool,
) -> Mix {
    let mut mix = Mix {
        data: saved.clone(),
        clashes: Vec::new(),
        others: Vec::new(),
    };
    for name in names {
        let base = base_of(typed, name);
        // A box that is not ticked is not sent: only the base tells that it was there.
        if !typed.has(name) && base.is_none() {
            continue;
        }
        let (mine, theirs) = (typed.get(name), saved.get(name));
        if line(mine) == line(theirs) {
            continue;
        }
        let differs = |value: &str| base.is_none_or(|base| base != fingerprint(value));
        let is_mine = match typed.get(&format!("keep.{name}")) {
            "yours" => true,
            "theirs" => false,
            _ => differs(mine),
        };
        let is_theirs = is_stale && differs(theirs);
        if is_mine {
            mix.data.set(name, mine);
        }
        match (is_mine, is_theirs) {
            (true, true) => mix.clashes.push(name),
            (false, true) => mix.others.push(name),
            _ => {}
        }
    }
    mix
}

fn base_of<'a>(form: &'a FormData, name: &str) -> Option<&'a str> {
    let all = form.get("base").split(' ');
    all.filter_map(|one| one.split_once(':'))
        .find(|(field, _)| *field == name)
        .map(|(_, print)| print)
}

/// Ten digits tell two values of one field apart; a browser sends line breaks its own way.
fn fingerprint(value: &str) -> String {
    let mut hash = token::hex(&line(value));
    hash.truncate(10);
    hash
}

fn line(value: &str) -> String {
    value.replace("\r\n", "\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> FormData {
        FormData::from_pairs(pairs.iter().copied())
    }

    /// Opened as a=1 b=2 c=x (two lines); saved and typed since.
    fn meet(saved: &[(&str, &str)], typed: &[(&str, &str)]) -> Mix {
        let opened = form(&[("a", "1"), ("b", "2"), ("c", "x\ny")]);
        let mut back = fresh(&opened, 1);
        for (name, value) in typed {
            back.set(name, *value);
        }
        let mut now = opened;
        for (name, value) in saved {
            now.set(name, *value);
        }
        mix(["a", "b", "c"], &back, &now, true)
    }

    fn values(mix: &Mix) -> [&str; 3] {
        ["a", "b", "c"].map(|name| mix.data.get(name))
    }

    #[test]
    fn different_fields_do_not_meet() {
        let mix = meet(&[("a", "theirs")], &[("b", "mine"), ("c", "x\r\ny ")]);
        assert_eq!(values(&mix), ["theirs", "mine", "x\ny"]);
        assert_eq!((mix.clashes.len(), mix.others), (0, vec!["a"]));
    }

    #[test]
    fn one_field_of_two_people_waits_for_a_choice() {
        let both = [("a", "theirs")];
        let mix = meet(&both, &[("a", "mine")]);
        assert_eq!((values(&mix)[0], &mix.clashes[..]), ("mine", &["a"][..]));
        let mix = meet(&both, &[("a", "mine"), ("keep.a", "theirs")]);
        assert_eq!((values(&mix)[0], mix.clashes.len()), ("theirs", 0));
        let same = meet(&both, &[("a", " theirs")]);
        assert_eq!((same.clashes.len(), same.others.len()), (0, 0));
    }

    #[test]
    fn a_choice_holds_on_the_newer_version() {
        let saved = form(&[("a", "theirs"), ("b", "2")]);
        let mut back = again(&form(&[("a", "mine"), ("b", "2")]), &saved, 2);
        let plain = mix(["a", "b"], &back, &saved, false);
        assert_eq!((plain.data.get("a"), plain.clashes.len()), ("mine", 0));
        back.set("keep.a", "theirs");
        let chosen = mix(["a", "b"], &back, &saved, false);
        assert_eq!(chosen.data.get("a"), "theirs");
    }

    #[test]
    fn without_a_base_every_difference_is_a_clash() {
        let (typed, saved) = (form(&[("a", "mine")]), form(&[("a", "theirs"), ("b", "2")]));
        let mix = mix(["a", "b"], &typed, &saved, true);
        assert_eq!((&mix.clashes[..], mix.data.get("b")), (&["a"][..], "2"));
    }
}
