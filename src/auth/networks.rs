//! Networks that a key may come from: addresses and ranges, `192.0.2.7 2001:db8::/32`.

use std::net::IpAddr;

/// The networks written in `text`, with blanks or commas between, or the first that is none.
pub fn parse(text: &str) -> Result<Vec<(IpAddr, u32)>, String> {
    let parts = text.split(|c: char| c == ',' || c.is_whitespace());
    let parts = parts.filter(|part| !part.is_empty());
    parts
        .map(|part| one(part).ok_or_else(|| part.to_owned()))
        .collect()
}

fn one(text: &str) -> Option<(IpAddr, u32)> {
    let (address, length) = match text.split_once('/') {
        Some((address, length)) => (address, Some(length.parse().ok()?)),
        None => (text, None),
    };
    let address: IpAddr = address.parse().ok()?;
    let bits = if address.is_ipv4() { 32 } else { 128 };
    let length = length.unwrap_or(bits);
    (length <= bits).then_some((address, length))
}

/// As it is stored: the shortest form, with blanks between.
pub fn text(networks: &[(IpAddr, u32)]) -> String {
    let one = |(address, length): &(IpAddr, u32)| match (address, length) {
        (IpAddr::V4(_), 32) | (IpAddr::V6(_), 128) => address.to_string(),
        _ => format!("{address}/{length}"),
    };
    networks.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// Whether `address` lies in one of the networks of `text`; in all where there are none.
pub fn allow(text: &str, address: &str) -> bool {
    if text.is_empty() {
        return true;
    }
    let (Ok(networks), Ok(address)) = (parse(text), address.parse::<IpAddr>()) else {
        return false;
    };
    networks.iter().any(|network| holds(*network, address))
}

fn holds((network, length): (IpAddr, u32), address: IpAddr) -> bool {
    let differing = match (network, address.to_canonical()) {
        (IpAddr::V4(a), IpAddr::V4(b)) => u128::from(a.to_bits() ^ b.to_bits()) << 96,
        (IpAddr::V6(a), IpAddr::V6(b)) => a.to_bits() ^ b.to_bits(),
        _ => return false,
    };
    length == 0 || differing >> (128 - length) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_holds_its_addresses_and_no_others() {
        let list = "192.0.2.0/24 198.51.100.7 2001:db8::/32";
        for inside in [
            "192.0.2.255",
            "198.51.100.7",
            "2001:db8:ffff::1",
            "::ffff:192.0.2.1",
        ] {
            assert!(allow(list, inside), "{inside}");
        }
        for outside in ["192.0.3.0", "198.51.100.8", "2001:db9::1", "unknown", ""] {
            assert!(!allow(list, outside), "{outside}");
        }
        assert!(allow("", "203.0.113.9"));
    }

    #[test]
    fn what_is_no_network_is_named() {
        assert_eq!(parse("192.0.2.1, lan"), Err("lan".to_owned()));
        assert_eq!(parse("192.0.2.1/33"), Err("192.0.2.1/33".to_owned()));
        assert_eq!(
            text(&parse("192.0.2.1/32,::1/64").unwrap()),
            "192.0.2.1 ::1/64"
        );
    }
}
