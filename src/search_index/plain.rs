//! Letters that are taken for one another: `ö` for `o`, `å` and `ä` for `a`. Everything else `fields::fold` does.

/// A folded text as it is looked for. Which of several equal ones was meant is told by the folded text itself.
pub fn plain(folded: &str) -> String {
    let letter = |c| match c {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        other => other,
    };
    folded.chars().map(letter).collect()
}

/// How the same sound is written elsewhere: Kjær and Kjaer, Müller and Mueller, Aalborg and Ålborg. At most two besides
/// the word itself.
pub(super) fn other_spellings(typed: &str) -> Vec<String> {
    let lower = typed.to_lowercase();
    let one = lower
        .replace("ae", "ä")
        .replace("oe", "ö")
        .replace("ue", "ü")
        .replace("aa", "å");
    let two = lower
        .replace(['ä', 'æ'], "ae")
        .replace(['ö', 'ø'], "oe")
        .replace('ü', "ue")
        .replace('å', "aa");
    [one, two]
        .into_iter()
        .filter(|spelling| *spelling != lower)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_spell_the_same_name_differently() {
        assert_eq!(other_spellings("Kjaer"), ["kjär"]);
        assert_eq!(other_spellings("Kjær"), ["kjaer"]);
        assert_eq!(other_spellings("Müller"), ["mueller"]);
        assert!(other_spellings("Andersson").is_empty());
        assert_eq!(plain("åäöé"), "aaoé");
    }
}
