//! A random order from a seed: the same on screen, on paper and in the key.
//!
//! The generator is `SplitMix64` (Steele, Lea and Flood, 2014) and the shuffle that of Fisher and
//! Yates, from the last place down. An index below `n` is the high half of the 128-bit product of
//! the generator's next value and `n` (Lemire's method without rejection: its bias, below
//! `n / 2^64`, is of no matter here, and it never loops). Golden tests hold it still: a paper that
//! a teacher printed must come out the same in later versions.

/// Shuffles `items` in the order that `seed` gives.
///
/// ```
/// use quiz::{seed_of, shuffle};
///
/// let mut items = ["a", "b", "c", "d", "e", "f"];
/// shuffle(&mut items, seed_of("golden"));
/// assert_eq!(items.concat(), "acfbed");
/// ```
pub fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut state = seed;
    for last in (1..items.len()).rev() {
        let product = u128::from(next(&mut state)) * (last as u128 + 1);
        // At most `last`, so the conversion keeps it.
        items.swap(last, (product >> 64) as usize);
    }
}

/// A seed made from text by FNV-1a, 64 bits: stable, and different for nearly all texts.
pub fn seed_of(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_generator_is_splitmix64() {
        // First values for seed 1234567, as published with the reference implementation.
        let mut state = 1_234_567;
        let values = [next(&mut state), next(&mut state), next(&mut state)];
        assert_eq!(values, [6457827717110365317, 3203168211198807973, 9817491932198370423]);
    }

    #[test]
    fn printed_papers_stay_the_same() {
        let mut items = ["a", "b", "c", "d", "e", "f"];
        shuffle(&mut items, seed_of("golden"));
        assert_eq!(items.concat(), GOLDEN);
    }

    const GOLDEN: &str = "acfbed";

    #[test]
    fn every_order_of_three_comes_up_about_as_often() {
        let mut counts = std::collections::BTreeMap::new();
        for seed in 0..6_000u64 {
            let mut items = [1, 2, 3];
            shuffle(&mut items, seed);
            *counts.entry(items).or_insert(0u32) += 1;
        }
        assert_eq!(counts.len(), 6);
        assert!(counts.values().all(|&count| (850..1_150).contains(&count)), "{counts:?}");
    }

    proptest! {
        #[test]
        fn a_shuffle_keeps_all_items(mut items in proptest::collection::vec(0u8..9, 0..40), seed: u64) {
            let mut sorted = items.clone();
            sorted.sort_unstable();
            shuffle(&mut items, seed);
            items.sort_unstable();
            prop_assert_eq!(items, sorted);
        }
    }
}
