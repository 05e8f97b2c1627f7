//! The course of figures over years: where they turn.

/// A year in which figures stopped rising or falling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    /// The year.
    pub(super) year: i16,
    /// Its figure.
    pub(super) count: u32,
    /// Whether figures had risen to it.
    pub(super) rises: bool,
}

/// The peaks and lows of a course, in order, with its last year at the end.
///
/// A turn that is less than a tenth of the highest figure is none: it would not be seen.
pub(super) fn turns(figures: &[(i16, u32)]) -> Vec<Turn> {
    let least = figures.iter().map(|(_, count)| *count).max().unwrap_or_default() / 10;
    let mut turns: Vec<Turn> = Vec::new();
    let Some((&first, rest)) = figures.split_first() else { return turns };
    // The highest and the lowest since the last turn; the direction is known by whichever is left
    // behind by enough.
    let (mut high, mut low, mut rises) = (first, first, None);
    for &(year, count) in rest {
        if count > high.1 {
            high = (year, count);
        }
        if count < low.1 {
            low = (year, count);
        }
        if rises != Some(false) && high.1 - count > least {
            if high != first {
                turns.push(Turn { year: high.0, count: high.1, rises: true });
            }
            (rises, low) = (Some(false), (year, count));
            high = low;
        } else if rises != Some(true) && count - low.1 > least {
            if low != first {
                turns.push(Turn { year: low.0, count: low.1, rises: false });
            }
            (rises, high) = (Some(true), (year, count));
            low = high;
        }
        // While figures fall the last high no longer counts, nor the last low while they rise.
        match rises {
            Some(true) => low = high,
            Some(false) => high = low,
            None => {}
        }
    }
    let Some(&(year, count)) = figures.last() else { return turns };
    let before = turns.last().map_or(first, |turn| (turn.year, turn.count));
    if before.0 != year {
        // The highest or lowest since then may have gone by without a turn that would be seen.
        let rises = rises.unwrap_or(count > before.1);
        let (peak, end) = (if rises { high } else { low }, (year, count));
        if peak.0 != year {
            turns.push(Turn { year: peak.0, count: peak.1, rises });
            turns.push(Turn { year: end.0, count: end.1, rises: !rises });
        } else {
            turns.push(Turn { year, count, rises });
        }
    }
    turns
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn course(counts: &[u32]) -> Vec<(i16, bool)> {
        let figures: Vec<_> = (1968..).zip(counts.iter().copied()).collect();
        turns(&figures).iter().map(|turn| (turn.year, turn.rises)).collect()
    }

    #[test]
    fn a_course_turns_at_peaks_and_lows() {
        assert_eq!(course(&[]), []);
        assert_eq!(course(&[5]), []);
        assert_eq!(course(&[0, 50, 100]), [(1970, true)]);
        assert_eq!(course(&[100, 50, 0]), [(1970, false)]);
        assert_eq!(course(&[0, 100, 20, 80]), [(1969, true), (1970, false), (1971, true)]);
        assert_eq!(course(&[100, 10, 5, 90, 40]), [(1970, false), (1971, true), (1972, false)]);
    }

    #[test]
    fn what_would_not_be_seen_is_no_turn() {
        assert_eq!(course(&[0, 50, 45, 100, 40]), [(1971, true), (1972, false)]);
        assert_eq!(course(&[0, 100, 98]), [(1969, true), (1970, false)]);
    }

    proptest! {
        #[test]
        fn peaks_and_lows_take_turns_in_order(counts in proptest::collection::vec(0u32..1000, 2..40)) {
            let figures: Vec<_> = (1900..).zip(counts).collect();
            let turns = turns(&figures);
            for pair in turns.windows(2) {
                prop_assert!(pair[0].year < pair[1].year, "{turns:?}");
                prop_assert!(pair[0].rises != pair[1].rises, "{turns:?}");
            }
            for turn in &turns {
                prop_assert!(figures.contains(&(turn.year, turn.count)));
            }
            prop_assert_eq!(turns.last().map(|it| it.year), figures.last().map(|it| it.0));
        }
    }
}
