//! The timer: minutes that a teacher sets, counted down. Both windows count by the same clock, so
//! only its end is told.

use super::step::number;

/// The longest time that can be set, in minutes.
pub(super) const MOST_MINUTES: u8 = 60;

/// What is set before anybody set anything.
const USUAL: u8 = 5;

/// For so many seconds after its end a timer still says that time is up.
const SAID_FOR: u64 = 600;

/// A time to be counted down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Timer {
    /// What was set.
    pub(super) minutes: u8,
    /// Whether it counts.
    pub(super) clock: Clock,
}

/// Whether a timer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// It has not begun.
    Set,
    /// It ends at this second since 1970.
    Ends(u64),
    /// It was stopped with so many seconds left.
    Stopped(u16),
}

impl Default for Timer {
    fn default() -> Self {
        Self { minutes: USUAL, clock: Clock::Set }
    }
}

impl Timer {
    /// A timer of so many minutes, within what can be set.
    pub(super) fn of(minutes: u8) -> Self {
        Self { minutes: minutes.clamp(1, MOST_MINUTES), clock: Clock::Set }
    }

    /// Seconds that are left of what was set, or of what it was stopped with.
    pub(super) fn left(self, now: u64) -> u16 {
        let whole = u16::from(self.minutes) * 60;
        match self.clock {
            Clock::Set => whole,
            Clock::Stopped(left) => left,
            Clock::Ends(at) => u16::try_from(at.saturating_sub(now)).unwrap_or(whole),
        }
    }

    /// Whether its time is up.
    pub(super) fn is_over(self, now: u64) -> bool {
        matches!(self.clock, Clock::Ends(at) if at <= now)
    }

    /// Whether it counts now.
    pub(super) fn runs(self, now: u64) -> bool {
        matches!(self.clock, Clock::Ends(at) if at > now)
    }

    /// Whether there is anything to be seen of it.
    pub(super) fn is_shown(self) -> bool {
        self.clock != Clock::Set
    }

    /// Starts it, stops it, lets it go on; one whose time is up is set again.
    pub(super) fn pressed(self, now: u64) -> Self {
        let left = self.left(now);
        let clock = match self.clock {
            Clock::Ends(_) if left == 0 => Clock::Set,
            Clock::Ends(_) => Clock::Stopped(left),
            Clock::Set | Clock::Stopped(_) => Clock::Ends(now + u64::from(left)),
        };
        Self { clock, ..self }
    }

    /// Sets it to the beginning.
    pub(super) fn reset(self) -> Self {
        Self { clock: Clock::Set, ..self }
    }

    /// Reads what an address says: `10`, `10/until/1764252312`, `10/left/95`. What ended long ago, or
    /// would end later than can be set, has not begun.
    pub(super) fn read(text: &str, now: u64) -> Option<Self> {
        let mut pieces = text.splitn(3, '/');
        let minutes = number(pieces.next()?).filter(|it| (1..=MOST_MINUTES).contains(it))?;
        let whole = u16::from(minutes) * 60;
        let clock = match (pieces.next(), pieces.next()) {
            (None, None) => Clock::Set,
            (Some("until"), Some(end)) => {
                let end = number::<u64>(end)?;
                let known = now.saturating_sub(SAID_FOR)..=now + u64::from(whole);
                if known.contains(&end) { Clock::Ends(end) } else { Clock::Set }
            }
            (Some("left"), Some(left)) => {
                Clock::Stopped(number(left).filter(|left| (1..=whole).contains(left))?)
            }
            _ => return None,
        };
        Some(Self { minutes, clock })
    }

    /// Writes it for an address; nothing where that would say nothing.
    pub(super) fn write(self) -> String {
        let minutes = self.minutes.to_string();
        match self.clock {
            Clock::Set if self.minutes == USUAL => String::new(),
            Clock::Set => minutes,
            Clock::Ends(at) => [&minutes, "/until/", &at.to_string()].concat(),
            Clock::Stopped(left) => [&minutes, "/left/", &left.to_string()].concat(),
        }
    }
}

/// Seconds as a clock shows them: `4:05`.
pub(super) fn clock_face(seconds: u16) -> String {
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    let zero = if seconds < 10 { "0" } else { "" };
    [&minutes.to_string(), ":", zero, &seconds.to_string()].concat()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    pub(in crate::projector) const NOW: u64 = 1_764_252_312;

    pub(in crate::projector) fn any_timer() -> impl Strategy<Value = Timer> {
        (1..=MOST_MINUTES).prop_flat_map(|minutes| {
            let whole = u16::from(minutes) * 60;
            let clock = prop_oneof![
                Just(Clock::Set),
                (NOW - SAID_FOR..=NOW + u64::from(whole)).prop_map(Clock::Ends),
                (1..=whole).prop_map(Clock::Stopped),
            ];
            clock.prop_map(move |clock| Timer { minutes, clock })
        })
    }

    proptest! {
        #[test]
        fn a_timer_is_read_as_it_was_written(timer in any_timer()) {
            let written = timer.write();
            let read = if written.is_empty() { Some(Timer::default()) } else { Timer::read(&written, NOW) };
            prop_assert_eq!(read, Some(timer));
        }

        #[test]
        fn no_text_makes_a_timer_that_counts_for_longer_than_can_be_set(
            text in "[0-9]{1,3}(/(until|left|\\PC{0,4})/[0-9]{1,12})?", now in 0_u64..4_000_000_000,
        ) {
            if let Some(timer) = Timer::read(&text, now) {
                prop_assert!(timer.left(now) <= u16::from(timer.minutes) * 60);
                prop_assert!((1..=MOST_MINUTES).contains(&timer.minutes));
            }
        }

        #[test]
        fn stopping_and_going_on_loses_no_second(minutes in 1..=MOST_MINUTES, first in 0_u64..60, pause in 0_u64..10_000) {
            let stopped = Timer::of(minutes).pressed(NOW).pressed(NOW + first);
            if first == u64::from(minutes) * 60 {
                return Ok(());
            }
            let later = NOW + first + pause;
            let on = stopped.pressed(later);
            prop_assert_eq!(u64::from(on.left(later)) + first, u64::from(minutes) * 60);
            prop_assert!(on.runs(later));
        }
    }

    #[test]
    fn a_timer_ends_and_is_set_again() {
        let runs = Timer::of(1).pressed(NOW);
        assert!(runs.runs(NOW + 59) && !runs.is_over(NOW + 59));
        assert!(runs.is_over(NOW + 60) && !runs.runs(NOW + 60));
        assert_eq!(runs.left(NOW + 75), 0);
        assert_eq!(runs.pressed(NOW + 75), Timer::of(1));
        assert_eq!(Timer::of(0).minutes, 1);
        assert_eq!(Timer::of(99).minutes, MOST_MINUTES);
    }

    #[test]
    fn a_clock_shows_minutes_and_two_digits_of_seconds() {
        assert_eq!(clock_face(0), "0:00");
        assert_eq!(clock_face(65), "1:05");
        assert_eq!(clock_face(3600), "60:00");
    }
}
