//! Numbers that look random and are the same for the same seed, in every version of this program: SplitMix64.

/// What a die is thrown for: throws for different things do not depend on each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    Account,
    AccountTimes,
    AccountTrash,
    Contact,
    ContactTimes,
    ContactTrash,
    ContactHome,
    AccountTags,
    ContactTags,
    Imports,
}

/// A sequence of throws.
#[derive(Clone, Debug)]
pub(super) struct Dice(u64);

impl Dice {
    /// The throws for one row: the same whatever was thrown before, so that rows can be made in any order.
    pub fn new(seed: u64, about: About, row: u64) -> Self {
        let mut dice = Self(seed ^ (about as u64 + 1).wrapping_mul(0xA076_1D64_78BD_642F));
        dice.0 = dice.next() ^ row.wrapping_mul(0xE703_7ED1_A0B4_28DB);
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 where there is none.
    pub fn below(&mut self, end: usize) -> usize {
        match u64::try_from(end) {
            Ok(end) if end > 0 => usize::try_from(self.next() % end).unwrap_or_default(),
            _ => 0,
        }
    }

    /// A number below `end`, the small ones far more often: how towns, owners and large organisations are spread.
    pub fn skewed(&mut self, end: usize) -> usize {
        let most = self.below(end) + 1;
        self.below(most)
    }

    /// True in so many of a thousand throws.
    pub fn in_thousand(&mut self, times: usize) -> bool {
        self.below(1000) < times
    }

    /// One of these.
    pub fn one_of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_throws_for_the_same_row() {
        let throws = |seed, row| {
            let mut dice = Dice::new(seed, About::Account, row);
            [(); 4].map(|()| dice.below(1000))
        };
        assert_eq!(throws(1, 7), throws(1, 7));
        assert_ne!(throws(1, 7), throws(1, 8));
        assert_ne!(throws(1, 7), throws(2, 7));
    }

    #[test]
    fn half_of_the_skewed_throws_are_in_the_first_fifth() {
        let mut dice = Dice::new(1, About::Account, 0);
        let small = (0..10_000).filter(|_| dice.skewed(100) < 20).count();
        assert!((4_000..6_500).contains(&small), "{small}");
    }
}
