//! How much is changed in the page before each frame, so that a slow processor keeps up.

/// Milliseconds that a frame may take to be styled, laid out and painted. The rest of it is for what else
/// happens: a sixtieth of a second is 16.7.
const BUDGET: usize = 10;

/// So many are changed at first.
const FIRST: usize = 15;

/// No fewer, or all would take too long.
const FEWEST: usize = 4;

/// No more: what one long frame costs is learned from it only when it is over.
pub(super) const MOST: usize = 120;

/// How many things are changed before a frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace(usize);

impl Default for Pace {
    fn default() -> Self {
        Self(FIRST)
    }
}

impl Pace {
    /// How many are to be changed before the next frame.
    pub(super) fn count(self) -> usize {
        self.0
    }

    /// Learns from a frame with so many changes how long it took to be painted, in milliseconds.
    pub(super) fn learn(&mut self, took: usize) {
        // Half as many again, of what fits, stays within a frame.
        let fit = if took > BUDGET { self.0 * BUDGET / took } else { self.0 * 3 / 2 };
        self.0 = fit.clamp(FEWEST, MOST);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// How long frames take where each costs so much, and each change in it so many thirds of a millisecond.
    fn frames(each: usize, change: usize) -> impl Iterator<Item = (usize, usize)> {
        let mut pace = Pace::default();
        std::iter::repeat_with(move || {
            let (count, took) = (pace.count(), each + pace.count() * change / 3);
            pace.learn(took);
            (count, took)
        })
    }

    #[test]
    fn a_fast_processor_soon_changes_many() {
        assert!(frames(2, 0).take(8).map(|(count, _)| count).sum::<usize>() > 400);
    }

    #[test]
    fn a_slow_one_changes_few_but_some() {
        assert!(frames(14, 6).skip(4).take(50).all(|(count, _)| count == FEWEST));
        assert!(frames(2, 2).skip(4).take(50).all(|(count, took)| count > FEWEST && took < 17));
    }

    proptest! {
        #[test]
        fn whatever_frames_take_it_goes_on(took in prop::collection::vec(any::<u16>(), 0..50)) {
            let mut pace = Pace::default();
            for took in took {
                pace.learn(usize::from(took));
                prop_assert!((FEWEST..=MOST).contains(&pace.count()));
            }
        }
    }
}
