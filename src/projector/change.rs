//! What can be done to a show. Each change makes a new one, which the address then says.

use super::plan::Plan;
use super::show::{END, Show};
use super::step::Step;
use super::timer::Timer;
use crate::content::story;

/// How much further one press scrolls a step that is longer than the screen, in thousandths.
const SCROLL: u16 = 250;

/// Something done to a show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// So many steps on, or back.
    By(isize),
    /// To the first step.
    First,
    /// To the last step.
    Last,
    /// To a step.
    To(Step),
    /// A year on, or further down.
    Down,
    /// A year back, or further up.
    Up,
    /// The answer is shown, or hidden again.
    Answer,
    /// Nothing is to be seen, or all again.
    Blank,
    /// Passages in easy words, or in full.
    Easy,
    /// A hand more or less for an option, by its place.
    Hand(usize, bool),
    /// All hands of the item are put down.
    HandsDown,
    /// A group is pointed at on the map; no more, if it was before.
    Point(String),
    /// The timer starts, stops, or goes on.
    Timer,
    /// The timer is set to so many minutes.
    Minutes(u8),
    /// The timer is set to its beginning.
    TimerReset,
}

impl Show {
    /// The show after a change; so many options can be raised hands for.
    pub(super) fn after(&self, change: &Change, plan: &Plan, options: usize, now: u64) -> Self {
        let mut show = self.clone();
        match change {
            Change::By(places) => show.go(plan.by(&self.step, *places)),
            Change::First => show.go(plan.steps.first()),
            Change::Last => show.go(plan.steps.last()),
            Change::To(step) => show.go(plan.settled(step).as_ref()),
            Change::Down | Change::Up => show.shift(*change == Change::Down),
            Change::Answer => show.answered = !self.answered && self.item().is_some(),
            Change::Blank => show.blank = !self.blank,
            Change::Easy => {
                show.easy = !self.easy;
                // The other words have other parts.
                if let Step::Passage { part, .. } = &mut show.step {
                    (*part, show.scroll) = (0, 0);
                }
            }
            Change::Hand(option, more) => {
                if let Some(item) = self.item().filter(|_| *option < options) {
                    show.hands.count(item, *option, *more);
                }
            }
            Change::HandsDown => {
                if let Some(item) = self.item() {
                    show.hands.clear(item);
                }
            }
            Change::Point(group) => {
                show.group = Some(group.clone()).filter(|it| Some(it) != self.group.as_ref());
            }
            Change::Timer => show.timer = self.timer.pressed(now),
            Change::Minutes(minutes) => show.timer = Timer::of(*minutes),
            Change::TimerReset => show.timer = self.timer.reset(),
        }
        show
    }

    /// Goes to another step, which begins as if nobody had looked at it; hands that were raised stay
    /// counted.
    fn go(&mut self, step: Option<&Step>) {
        // Whoever goes on wants to see it.
        self.blank = false;
        if let Some(step) = step.filter(|step| **step != self.step) {
            self.step = step.clone();
            self.group = None;
            self.answered = false;
            self.scroll = 0;
        }
    }

    fn shift(&mut self, down: bool) {
        if let Step::Year(year) = &mut self.step {
            let by = if down { 1 } else { -1 };
            *year = year.saturating_add(by).clamp(story().first_year, story().last_year);
        } else if down {
            self.scroll = (self.scroll + SCROLL).min(END);
        } else {
            self.scroll = self.scroll.saturating_sub(SCROLL);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projector::show::Source;
    use crate::projector::show::tests::any_show;
    use crate::projector::timer::tests::NOW;
    use proptest::prelude::*;

    fn plan() -> Plan {
        let part = |part| Step::Passage { id: "a".to_owned(), part };
        let item = |id: &str| Step::Item(id.to_owned());
        let steps = vec![
            Step::Opening,
            part(0),
            part(1),
            Step::Year(1964),
            Step::Year(1970),
            item("a"),
            item("b"),
            Step::Closing,
        ];
        Plan { steps }
    }

    fn show_at(step: Step) -> Show {
        let source = Source::Chapter(story().chapters.iter().next().unwrap().id.0.to_owned());
        Show { step, ..Show::new(source, false) }
    }

    fn any_change() -> impl Strategy<Value = Change> {
        prop_oneof![
            (-2_isize..3).prop_map(Change::By),
            Just(Change::First),
            Just(Change::Last),
            prop::sample::select(plan().steps).prop_map(Change::To),
            Just(Change::Down),
            Just(Change::Up),
            Just(Change::Answer),
            Just(Change::Blank),
            Just(Change::Easy),
            (0_usize..9, any::<bool>()).prop_map(|(option, more)| Change::Hand(option, more)),
            Just(Change::HandsDown),
            "[a-z]{1,3}".prop_map(Change::Point),
            Just(Change::Timer),
            any::<u8>().prop_map(Change::Minutes),
            Just(Change::TimerReset),
        ]
    }

    proptest! {
        #[test]
        fn an_answer_is_shown_only_when_it_was_asked_for(
            changes in prop::collection::vec(any_change(), 0..60), start in any_show(),
        ) {
            let mut show = Show { answered: false, ..start };
            for change in changes {
                let after = show.after(&change, &plan(), 4, NOW);
                if after.answered && !show.answered {
                    prop_assert_eq!(&change, &Change::Answer);
                }
                // Another step begins with its answer hidden.
                if after.step != show.step {
                    prop_assert!(!after.answered);
                }
                show = after;
            }
        }

        #[test]
        fn two_windows_that_hear_of_each_change_show_the_same(
            changes in prop::collection::vec(any_change(), 0..30), start in any_show(),
        ) {
            let mut desk = start;
            for change in changes {
                desk = desk.after(&change, &plan(), 4, NOW);
                // Pointed at is what the story has; the test's own names are not.
                desk.group = None;
                let screen = Show::read(&desk.query(), NOW, |_| false);
                let easy = desk.easy && matches!(desk.source, Source::Chapter(_));
                prop_assert_eq!(screen, Some(Show { easy, ..desk.clone() }));
            }
        }
    }

    #[test]
    fn hands_are_counted_for_options_of_the_item_and_stay_with_it() {
        let plan = plan();
        let after = |show: &Show, change| show.after(&change, &plan, 3, NOW);
        let mut show = show_at(Step::Item("a".to_owned()));
        for (option, more) in [(0, true), (0, true), (2, true), (3, true), (0, false)] {
            show = after(&show, Change::Hand(option, more));
        }
        assert_eq!(show.hands.of("a"), [1, 0, 1]);
        show = after(&after(&show, Change::By(1)), Change::Hand(1, true));
        assert_eq!(show.hands.of("b"), [0, 1]);
        show = after(&after(&show, Change::By(-1)), Change::HandsDown);
        assert_eq!((show.hands.of("a"), show.hands.of("b")), (&[][..], &[0, 1][..]));
        let passage = show_at(Step::Opening);
        assert_eq!(after(&passage, Change::Hand(0, true)), passage);
    }

    #[test]
    fn down_is_a_year_on_the_map_and_further_down_elsewhere() {
        let plan = plan();
        let down = |show: &Show| show.after(&Change::Down, &plan, 0, NOW);
        let up = |show: &Show| show.after(&Change::Up, &plan, 0, NOW);
        let map = show_at(Step::Year(1964));
        assert_eq!(down(&map).step, Step::Year(1965));
        let last = show_at(Step::Year(story().last_year));
        assert_eq!(down(&last), last);
        let text = show_at(Step::Opening);
        assert_eq!(down(&down(&text)).scroll, 500);
        assert_eq!(up(&down(&text)), text);
        let far = (0..9).fold(text, |show, _| down(&show));
        assert_eq!(far.scroll, END);
    }

    #[test]
    fn a_blank_screen_ends_with_a_step() {
        let plan = plan();
        let blank = show_at(Step::Opening).after(&Change::Blank, &plan, 0, NOW);
        assert!(blank.blank);
        assert!(!blank.after(&Change::By(1), &plan, 0, NOW).blank);
        assert!(!blank.after(&Change::Blank, &plan, 0, NOW).blank);
        // A timer goes on behind it.
        assert!(blank.after(&Change::Timer, &plan, 0, NOW).blank);
    }
}
