//! Shows of hands: how many were raised for each option of an item.

use super::step::{id_of, number};

/// The most hands that are counted for an option: more than any class has.
pub(super) const MOST: u8 = 99;

/// The most options that an item can have here.
const OPTIONS: usize = 12;

/// The most items of which hands are remembered.
const ITEMS: usize = 60;

/// Hands by item, and by the place of the option among those shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hands(Vec<(String, Vec<u8>)>);

impl Hands {
    /// Hands raised for the options of an item.
    pub(super) fn of(&self, item: &str) -> &[u8] {
        self.0.iter().find(|(id, _)| id == item).map_or(&[], |(_, counts)| counts)
    }

    /// Counts one more, or one less.
    pub(super) fn count(&mut self, item: &str, option: usize, more: bool) {
        if option >= OPTIONS {
            return;
        }
        let at = match self.0.iter().position(|(id, _)| id == item) {
            Some(at) => at,
            None if self.0.len() < ITEMS => {
                self.0.push((item.to_owned(), Vec::new()));
                self.0.len() - 1
            }
            None => return,
        };
        let Some((_, counts)) = self.0.get_mut(at) else { return };
        if counts.len() <= option {
            counts.resize(option + 1, 0);
        }
        if let Some(count) = counts.get_mut(option) {
            *count = if more { (*count + 1).min(MOST) } else { count.saturating_sub(1) };
        }
        while counts.last() == Some(&0) {
            counts.pop();
        }
        self.0.retain(|(_, counts)| !counts.is_empty());
    }

    /// Forgets those of an item.
    pub(super) fn clear(&mut self, item: &str) {
        self.0.retain(|(id, _)| id != item);
    }

    /// Adds what an address says of one item: `item,3,0,5`.
    pub(super) fn take(&mut self, text: &str) -> Option<()> {
        let mut pieces = text.split(',');
        let item = id_of(pieces.next()?)?;
        let counts: Vec<u8> = pieces
            .map(|piece| number(piece).filter(|count| *count <= MOST))
            .collect::<Option<_>>()?;
        let known = self.0.len() >= ITEMS || !self.of(&item).is_empty();
        if known || counts.len() > OPTIONS || counts.last().is_none_or(|count| *count == 0) {
            return None;
        }
        self.0.push((item, counts));
        Some(())
    }

    /// What an address says of each item.
    pub(super) fn written(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|(item, counts)| {
            let mut text = item.clone();
            for count in counts {
                text.push(',');
                text.push_str(&count.to_string());
            }
            text
        })
    }
}

/// How long a bar is, in percent of the longest.
pub(super) fn percent(count: u8, counts: &[u8]) -> u32 {
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    u32::from(count) * 100 / u32::from(most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn hands_are_counted_up_and_down_and_read_again(
            presses in prop::collection::vec(("[ab]", 0_usize..14, any::<bool>()), 0..200),
        ) {
            let mut hands = Hands::default();
            let mut expected = std::collections::BTreeMap::<(String, usize), u8>::new();
            for (item, option, more) in presses {
                hands.count(&item, option, more);
                if option < OPTIONS {
                    let count = expected.entry((item, option)).or_default();
                    *count = if more { (*count + 1).min(MOST) } else { count.saturating_sub(1) };
                }
            }
            for ((item, option), count) in expected {
                let counted = hands.of(&item).get(option).copied().unwrap_or(0);
                prop_assert_eq!(counted, count);
            }
            let mut read = Hands::default();
            for text in hands.written() {
                prop_assert!(read.take(&text).is_some(), "{}", text);
            }
            prop_assert_eq!(read, hands);
        }

        #[test]
        fn whatever_is_taken_can_be_written(text in "[a-z<]{0,3}(,-?[0-9]{1,3}){0,14}") {
            let mut hands = Hands::default();
            if hands.take(&text).is_some() {
                prop_assert_eq!(hands.written().collect::<Vec<_>>(), [text]);
            }
        }
    }

    #[test]
    fn no_more_hands_are_counted_than_a_class_has() {
        let mut hands = Hands::default();
        for _ in 0..150 {
            hands.count("q", 1, true);
        }
        assert_eq!(hands.of("q"), [0, MOST]);
        hands.clear("q");
        assert_eq!(hands, Hands::default());
        for item in 0..100 {
            hands.count(&format!("q{item}"), 0, true);
        }
        assert_eq!(hands.written().count(), ITEMS);
    }

    #[test]
    fn the_longest_bar_is_a_whole_one() {
        assert_eq!([3, 0, 6].map(|count| percent(count, &[3, 0, 6])), [50, 0, 100]);
        assert_eq!(percent(0, &[]), 0);
    }
}
