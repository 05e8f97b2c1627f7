//! How much is changed in the page before each frame, so that a slow processor keeps up.

/// Milliseconds that a frame may take to be styled, laid out and painted. The rest of it is for what else
/// happens: a sixtieth of a second is 16.7.
const BUDGET: usize = 10;

/// How many things are changed before a frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    first: usize,
    count: usize,
    fewest: usize,
    most: usize,
}

impl Pace {
    /// So many at first; never fewer than some, or all would take too long, nor more than others: what one
    /// long frame costs is learned from it only when it is over.
    pub(super) const fn new(first: usize, fewest: usize, most: usize) -> Self {
        Self { first, count: first, fewest, most }
    }

    /// How many are to be changed before the next frame.
    pub(super) fn count(self) -> usize {
        self.count
    }

    /// Begins anew with other changes, which may cost more than those that it learned from: with no more than at first.
    pub(super) fn begin(&mut self) {
        self.count = self.count.min(self.first);
    }

    /// Learns from a frame with so many changes how long it took to be painted, in milliseconds. That one with
    /// fewer, the last ones, was quick tells nothing.
    pub(super) fn learn(&mut self, took: usize, all: bool) {
        if took <= BUDGET && !all {
            return;
        }
        // How many more would fit one quick frame does not tell: half as many again stay within a frame in any case.
        let fit =
            if took > BUDGET { self.count * BUDGET / took } else { (self.count * 3).div_ceil(2) };
        self.count = fit.max(self.fewest).min(self.most);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PACE: Pace = Pace::new(15, 4, 120);

    /// How long frames take where each costs so much, and each change in it so many thirds of a millisecond.
    fn frames(each: usize, change: usize) -> impl Iterator<Item = (usize, usize)> {
        let mut pace = PACE;
        std::iter::repeat_with(move || {
            let (count, took) = (pace.count(), each + pace.count() * change / 3);
            pace.learn(took, true);
            (count, took)
        })
    }

    #[test]
    fn a_fast_processor_soon_changes_many() {
        assert!(frames(2, 0).take(8).map(|(count, _)| count).sum::<usize>() > 400);
    }

    #[test]
    fn a_slow_one_changes_few_but_some() {
        assert!(frames(14, 6).skip(4).take(50).all(|(count, _)| count == 4));
        assert!(frames(2, 2).skip(4).take(50).all(|(count, took)| count > 4 && took < 17));
    }

    #[test]
    fn the_last_few_teach_nothing_by_being_quick() {
        let mut pace = PACE;
        pace.learn(1, false);
        assert_eq!(pace.count(), 15);
        pace.learn(20, false);
        assert_eq!(pace.count(), 7);
    }

    #[test]
    fn other_changes_begin_with_few() {
        let mut pace = PACE;
        pace.learn(1, true);
        assert_eq!(pace.count(), 23);
        pace.begin();
        assert_eq!(pace.count(), 15);
        pace.learn(30, true);
        pace.begin();
        assert_eq!(pace.count(), 5);
    }

    proptest! {
        #[test]
        fn whatever_frames_take_it_goes_on(took in prop::collection::vec(any::<(u16, bool)>(), 0..50)) {
            let mut pace = PACE;
            for (took, all) in took {
                pace.learn(usize::from(took), all);
                prop_assert!((4..=120).contains(&pace.count()));
            }
        }
    }
}
