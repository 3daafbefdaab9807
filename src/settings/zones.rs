//! Time zones to choose from: one name for each place, without the list's historical doubles.

use crate::i18n::Message;
use crate::web::view::Choice;
use chrono_tz::{TZ_VARIANTS, Tz};

const REGIONS: [&str; 8] = [
    "Europe/",
    "Africa/",
    "America/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Indian/",
    "Pacific/",
];
/// Names inside the regions that only old programs use.
const OLD: [&str; 6] = [
    "America/Argentina/ComodRivadavia",
    "America/Buenos_Aires",
    "Asia/Calcutta",
    "Asia/Saigon",
    "Asia/Katmandu",
    "Europe/Kiev",
];

/// The zones, Europe first, with the one that is `current` among them.
pub fn choices(current: &str) -> Vec<Choice> {
    let mut names: Vec<&str> = REGIONS
        .iter()
        .flat_map(|region| {
            TZ_VARIANTS
                .iter()
                .map(|zone| zone.name())
                .filter(move |name| name.starts_with(region))
        })
        .filter(|name| !OLD.contains(name))
        .collect();
    names.push("UTC");
    if !names.contains(&current) && current.parse::<Tz>().is_ok() {
        names.insert(0, current);
    }
    names
        .into_iter()
        .map(|name| Choice::new(name, name.replace('_', " ")))
        .collect()
}

/// The zone that was chosen.
pub fn parse(raw: &str) -> Result<String, Message> {
    let zone = raw
        .trim()
        .parse::<Tz>()
        .map_err(|_| Message::new("settings-zone-unknown"))?;
    Ok(zone.name().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_offered_once_and_read_back() {
        let all = choices("Europe/Stockholm");
        assert_eq!(
            all.iter()
                .filter(|zone| zone.value == "Europe/Stockholm")
                .count(),
            1
        );
        assert_eq!(all[0].value.split('/').next(), Some("Europe"));
        assert!(all.iter().all(|zone| parse(&zone.value).is_ok()));
        assert!(
            choices("Etc/GMT+1")
                .iter()
                .any(|zone| zone.value == "Etc/GMT+1")
        );
        assert!(parse("Europe/Atlantis").is_err());
    }
}
