//! Periods as people read them.

use super::{Cadence, Period};
use crate::i18n::Lang;
use chrono::Datelike;

impl Period {
    /// In words: `september 2026`, `vecka 53 2026`, `3 kvartalet 2026`; `September 2026`, `Week 53, 2026`.
    pub fn words(self, lang: Lang) -> String {
        let (year, month) = (self.year(), self.start.month0() as usize);
        match (self.cadence, lang) {
            (Cadence::Day, _) => crate::i18n::format::date(lang, self.start),
            (Cadence::Week, Lang::Sv) => format!("vecka {} {year}", self.start.iso_week().week()),
            (Cadence::Week, Lang::En) => format!("week {}, {year}", self.start.iso_week().week()),
            (Cadence::Month, Lang::Sv) => format!("{} {year}", MONTHS_SV[month % 12]),
            (Cadence::Month, Lang::En) => format!("{} {year}", MONTHS_EN[month % 12]),
            (Cadence::Quarter, Lang::Sv) => format!("kvartal {} {year}", month / 3 + 1),
            (Cadence::Quarter, Lang::En) => format!("Q{} {year}", month / 3 + 1),
            (Cadence::Year, _) => year.to_string(),
        }
    }

    /// As short as a heading wants it: `sep 2026`, `v. 53 2026`, `kv 3 2026`.
    pub fn short(self, lang: Lang) -> String {
        let (year, month) = (self.year(), self.start.month0() as usize);
        match (self.cadence, lang) {
            (Cadence::Month, Lang::Sv) => format!("{} {year}", first_three(MONTHS_SV[month % 12])),
            (Cadence::Month, Lang::En) => format!("{} {year}", first_three(MONTHS_EN[month % 12])),
            (Cadence::Week, Lang::Sv) => format!("v. {} {year}", self.start.iso_week().week()),
            (Cadence::Week, Lang::En) => format!("W{} {year}", self.start.iso_week().week()),
            (Cadence::Quarter, Lang::Sv) => format!("kv {} {year}", month / 3 + 1),
            _ => self.words(lang),
        }
    }
}

fn first_three(month: &str) -> &str {
    month.get(..3).unwrap_or(month)
}

const MONTHS_SV: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
