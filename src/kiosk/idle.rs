//! How long nobody has been there.

/// How many seconds there are to say that one is still there: as many as WCAG asks for (2.2.1).
pub const COUNTDOWN: u16 = 20;

/// What a second brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// Nothing to be seen.
    Nothing,
    /// The countdown, with so many seconds left.
    Left(u16),
    /// The page begins anew.
    Over,
}

/// How long nobody has done anything since somebody did.
#[derive(Clone, Debug)]
pub struct Idle {
    /// So many seconds nothing may happen.
    wait: u16,
    /// For so many seconds nothing has; none where nobody came since the page began anew.
    still: Option<u16>,
}

impl Idle {
    /// Waits so many seconds before the countdown, once somebody has come.
    pub fn new(wait: u16) -> Self {
        Self { wait, still: None }
    }

    /// Notes that somebody is there, and says whether that ends a countdown.
    pub fn touch(&mut self) -> bool {
        let counts = self.counts();
        self.still = Some(0);
        counts
    }

    /// Whether there is a countdown.
    pub fn counts(&self) -> bool {
        self.still.is_some_and(|still| still >= self.wait)
    }

    /// Notes that a second has passed.
    pub fn second(&mut self) -> Second {
        let Some(still) = &mut self.still else { return Second::Nothing };
        *still = still.saturating_add(1);
        match still.checked_sub(self.wait) {
            None => Second::Nothing,
            Some(counted) if counted < COUNTDOWN => Second::Left(COUNTDOWN - counted),
            Some(_) => {
                self.still = None;
                Second::Over
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_page_that_nobody_touched_stays_as_it_is() {
        let mut idle = Idle::new(10);
        assert!((0..1000).all(|_| idle.second() == Second::Nothing));
    }

    #[test]
    fn a_touch_ends_the_countdown_and_begins_the_wait_again() {
        let mut idle = Idle::new(10);
        assert!(!idle.touch());
        for _ in 0..9 {
            assert_eq!(idle.second(), Second::Nothing);
        }
        assert_eq!(idle.second(), Second::Left(COUNTDOWN));
        assert_eq!(idle.second(), Second::Left(COUNTDOWN - 1));
        assert!(idle.counts() && idle.touch());
        assert!(!idle.counts() && !idle.touch());
        assert_eq!(idle.second(), Second::Nothing);
    }

    proptest! {
        #[test]
        fn whoever_leaves_is_asked_for_the_whole_countdown_and_then_it_is_over_once(
            wait in 1_u16..4000, touches in 1_usize..5
        ) {
            let mut idle = Idle::new(wait);
            for _ in 0..touches {
                idle.touch();
            }
            for _ in 1..wait {
                prop_assert_eq!(idle.second(), Second::Nothing);
            }
            for left in (1..=COUNTDOWN).rev() {
                prop_assert_eq!(idle.second(), Second::Left(left));
            }
            prop_assert_eq!(idle.second(), Second::Over);
            prop_assert!(!idle.counts());
            prop_assert_eq!(idle.second(), Second::Nothing);
        }

        #[test]
        fn nobody_who_does_something_in_time_is_asked(wait in 2_u16..4000, gaps in proptest::collection::vec(0_u16..4000, 0..8)) {
            let mut idle = Idle::new(wait);
            for gap in gaps {
                prop_assert!(!idle.touch());
                for _ in 0..gap % wait {
                    prop_assert_eq!(idle.second(), Second::Nothing);
                }
            }
        }
    }
}
