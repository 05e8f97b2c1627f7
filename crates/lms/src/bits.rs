//! Numbers and words as bits, one after the other.
//!
//! A number takes as many bits as it needs, in groups of three with a bit before each that says
//! whether another follows. A letter takes between four and ten bits, by how common it is in English
//! text, and any other character 25: sentences come to about four and a half bits a letter.

/// Letters by how common they are; the first take the fewest bits.
const TIERS: [(&str, u32); 4] = [
    (" etaonis", 3),
    ("rhldcumf", 3),
    ("pgwybvk.,'-xjqz\n", 4),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!?\"():;/&%+=*#@_[]<>\t\\|$~^`{", 6),
];

/// Bits of a character that is in no tier.
const OTHER: u32 = 21;

/// Bits of a group of a number.
const GROUP: u32 = 3;

/// Bits of a key.
const KEY: u32 = 20;

/// Bits, as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits(Vec<bool>);

impl Bits {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The bits, first to last.
    pub fn all(&self) -> &[bool] {
        &self.0
    }

    /// Adds the lowest `bits` bits of a number, highest first.
    pub fn push(&mut self, value: u64, bits: u32) {
        for bit in (0..bits.min(64)).rev() {
            self.0.push(value >> bit & 1 == 1);
        }
    }

    /// Adds a number of any size.
    pub fn number(&mut self, value: u64) {
        let used = 64 - value.leading_zeros();
        let groups = used.div_ceil(GROUP).max(1);
        for group in (0..groups).rev() {
            self.push(u64::from(group > 0), 1);
            self.push(value >> (group * GROUP), GROUP);
        }
    }

    /// Adds words.
    pub fn words(&mut self, words: &str) {
        self.number(words.chars().count() as u64);
        for character in words.chars() {
            let mut ones = 0;
            let found = TIERS.iter().find_map(|(tier, bits)| {
                let at = tier.chars().position(|it| it == character);
                ones += u32::from(at.is_none());
                Some((at? as u64, *bits))
            });
            self.push(u64::MAX, ones);
            if found.is_some() {
                self.push(0, 1);
            }
            let (value, bits) = found.unwrap_or((u64::from(u32::from(character)), OTHER));
            self.push(value, bits);
        }
    }

    /// Adds a value that is mostly a plain number.
    pub fn value(&mut self, value: &str) {
        match value.parse::<u64>() {
            Ok(number) if number.to_string() == value => {
                self.push(0, 1);
                self.number(number);
            }
            _ => {
                self.push(1, 1);
                self.words(value);
            }
        }
    }

    /// Adds what stands for a name, so short that of some hundred names hardly two have the same.
    pub fn key(&mut self, key: u32) {
        self.push(u64::from(key), KEY);
    }

    /// Adds other bits.
    pub fn append(&mut self, other: &Self) {
        self.0.extend_from_slice(&other.0);
    }
}

impl FromIterator<bool> for Bits {
    fn from_iter<I: IntoIterator<Item = bool>>(bits: I) -> Self {
        Self(bits.into_iter().collect())
    }
}

/// What stands for a name among packed bits.
pub fn key_of(name: &str) -> u32 {
    let hash = quiz::seed_of(name);
    // At most 20 bits, so the conversion keeps them.
    ((hash ^ hash >> KEY ^ hash >> (2 * KEY)) & ((1 << KEY) - 1)) as u32
}

/// Reads bits as they were written.
#[derive(Clone, Debug)]
pub struct BitReader<'a>(&'a [bool]);

impl<'a> BitReader<'a> {
    /// A reader at the first bit.
    pub fn new(bits: &'a Bits) -> Self {
        Self(&bits.0)
    }

    /// The number in the next `bits` bits, at most 64; none if there are not so many.
    pub fn take(&mut self, bits: u32) -> Option<u64> {
        let (taken, rest) = self.0.split_at_checked(bits as usize)?;
        self.0 = rest;
        Some(taken.iter().fold(0, |value, bit| value << 1 | u64::from(*bit)))
    }

    /// A reader of as many bits as the number before them says.
    pub fn part(&mut self) -> Option<Self> {
        let count = usize::try_from(self.number()?).ok()?;
        let (part, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(Self(part))
    }

    /// A number of any size.
    pub fn number(&mut self) -> Option<u64> {
        let mut value: u64 = 0;
        loop {
            let more = self.take(1)? == 1;
            value = value.checked_mul(1 << GROUP)? | self.take(GROUP)?;
            if !more {
                return Some(value);
            }
        }
    }

    /// A number that fits in 32 bits.
    pub fn small(&mut self) -> Option<u32> {
        u32::try_from(self.number()?).ok()
    }

    /// Words.
    pub fn words(&mut self) -> Option<String> {
        let mut words = String::new();
        for _ in 0..self.number()? {
            let mut tiers = TIERS.iter();
            let character = loop {
                let Some((tier, bits)) = tiers.next() else {
                    break u32::try_from(self.take(OTHER)?).ok().and_then(char::from_u32)?;
                };
                if self.take(1)? == 0 {
                    let at = usize::try_from(self.take(*bits)?).ok()?;
                    break tier.chars().nth(at)?;
                }
            };
            words.push(character);
        }
        Some(words)
    }

    /// A value that is mostly a plain number.
    pub fn value(&mut self) -> Option<String> {
        if self.take(1)? == 0 { Some(self.number()?.to_string()) } else { self.words() }
    }

    /// What stands for a name.
    pub fn key(&mut self) -> Option<u32> {
        u32::try_from(self.take(KEY)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_tier_has_a_letter_for_each_of_its_numbers() {
        let mut seen = std::collections::BTreeSet::new();
        for (tier, bits) in TIERS {
            assert_eq!(tier.chars().count(), 1 << bits, "{tier}");
            assert!(tier.chars().all(|it| seen.insert(it)), "{tier}");
        }
    }

    #[test]
    fn a_sentence_is_packed_well() {
        let text =
            "They wrote letters to people whom they had never met, and some of them answered.";
        let mut bits = Bits::default();
        bits.words(text);
        assert!(bits.len() < text.len() * 5, "{} bits for {} letters", bits.len(), text.len());
    }

    #[test]
    fn values_are_kept_as_they_were_written() {
        for given in ["0", "13022", "007", "about 40", "18446744073709551616", "", "done"] {
            let mut bits = Bits::default();
            bits.value(given);
            assert_eq!(BitReader::new(&bits).value().as_deref(), Some(given));
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            numbers in proptest::collection::vec(any::<u64>(), 0..5),
            words in "\\PC{0,30}|[a-z ,.]{0,40}|[A-Z0-9\\n\\t]{0,9}",
            key in 0u32..1 << 20,
        ) {
            let mut bits = Bits::default();
            numbers.iter().for_each(|it| bits.number(*it));
            bits.words(&words);
            bits.key(key);
            let mut reader = BitReader::new(&bits);
            for number in numbers {
                prop_assert_eq!(reader.number(), Some(number));
            }
            prop_assert_eq!(reader.words(), Some(words));
            prop_assert_eq!(reader.key(), Some(key));
            prop_assert_eq!(reader.take(1), None);
        }

        #[test]
        fn reading_anything_ends(bits in proptest::collection::vec(any::<bool>(), 0..300)) {
            let bits: Bits = bits.into_iter().collect();
            let _ = BitReader::new(&bits).words();
            let _ = BitReader::new(&bits).number();
        }

        #[test]
        fn a_key_has_its_bits(name in "\\PC{0,20}") {
            prop_assert!(key_of(&name) < 1 << KEY);
        }
    }
}
