//! Changes of the map that are spread over frames, so that a slow processor keeps up with them: those of
//! one kind take turns with those of another, since two of them would not fit into a frame.

use super::pace::Pace;
use crate::shell::events::{after_paint_timed, effect};
use std::cell::RefCell;
use std::rc::Rc;

/// What comes by itself in a frame.
const ONE: Pace = Pace::new(1, 1, 1);

/// Makes so many changes that wait; whether there are more.
type Step = Box<dyn FnMut(usize) -> bool>;

/// Changes of one kind.
struct Kind {
    /// What makes them; nothing while it is taken.
    step: Option<Step>,
    pace: Pace,
    /// Whether some wait.
    waits: bool,
}

/// The kinds of changes of a map, and whose turn it is.
#[derive(Default)]
struct Turns {
    kinds: Vec<Kind>,
    /// Of which kind changes were made in this frame.
    last: Option<usize>,
    /// Whether the next frame goes on.
    goes_on: bool,
}

/// Changes that are spread over frames.
#[derive(Clone, Default)]
pub(super) struct Frames(Rc<RefCell<Turns>>);

/// Makes changes of one kind, as it is asked to.
pub(super) struct Worker {
    frames: Frames,
    kind: usize,
}

impl Worker {
    /// Asks for changes in the frames to come.
    pub(super) fn wake(&self) {
        let mut turns = self.frames.0.borrow_mut();
        if let Some(it) = turns.kinds.get_mut(self.kind) {
            it.pace.begin();
            it.waits = true;
        }
        if !std::mem::replace(&mut turns.goes_on, true) {
            turns.last = None;
            drop(turns);
            self.frames.go_on();
        }
    }
}

impl Frames {
    /// Runs something now, and again, in a frame of its own, whenever a signal changes that is tracked. What runs
    /// then reads signals that may be gone.
    pub(super) fn follow(&self, track: impl Fn() + 'static, run: impl Fn() + 'static) {
        let run: Rc<dyn Fn()> = Rc::new(run);
        let again = Rc::clone(&run);
        let worker = self.worker(ONE, move |_| {
            again();
            false
        });
        let mut is_first = true;
        effect(move || {
            track();
            // What is just being made takes longer than a frame in any case.
            if std::mem::replace(&mut is_first, false) {
                run();
            } else {
                worker.wake();
            }
        });
    }

    /// What makes changes of a kind, in steps.
    pub(super) fn worker(&self, pace: Pace, step: impl FnMut(usize) -> bool + 'static) -> Worker {
        let kinds = &mut self.0.borrow_mut().kinds;
        kinds.push(Kind { step: Some(Box::new(step)), pace, waits: false });
        Worker { frames: self.clone(), kind: kinds.len() - 1 }
    }

    /// Goes on in the next frame, and learns from it how many changes fit into one.
    fn go_on(&self) {
        let frames = self.clone();
        after_paint_timed(move |took| {
            let mut turns = frames.0.borrow_mut();
            let Some((kind, count, mut step)) = turns.next(took) else { return };
            // Changes may be heard by others, who ask for more.
            drop(turns);
            let more = step(count);
            frames.0.borrow_mut().done(kind, step, more);
            frames.go_on();
        });
    }
}

impl Turns {
    /// Whose turn it is after a frame that took so many milliseconds to be painted: which kind, how many
    /// changes, and what makes them. Nothing where nothing waits.
    fn next(&mut self, took: usize) -> Option<(usize, usize, Step)> {
        if let Some(last) = self.last.and_then(|last| self.kinds.get_mut(last)) {
            last.pace.learn(took, last.waits);
        }
        let from = self.last.map_or(0, |last| last + 1);
        let count = self.kinds.len();
        let waits = |at: &usize| self.kinds.get(*at).is_some_and(|it| it.waits);
        self.last = (from..from + count).map(|at| at % count).find(waits);
        self.goes_on = self.last.is_some();
        let next = self.last?;
        let kind = self.kinds.get_mut(next)?;
        kind.waits = false;
        Some((next, kind.pace.count(), kind.step.take()?))
    }

    /// Takes back what has made changes; whether there are more.
    fn done(&mut self, kind: usize, step: Step, more: bool) {
        if let Some(it) = self.kinds.get_mut(kind) {
            it.step = Some(step);
            it.waits |= more;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PACE: Pace = Pace::new(3, 1, 9);

    /// Makes so many changes of each kind while frames take so long; of which kind, and how many there was room
    /// for.
    fn made(waiting: &[usize], took: impl IntoIterator<Item = usize>) -> Vec<(usize, usize)> {
        let kind = |left: &usize| {
            let mut left = *left;
            let step = move |count: usize| {
                left = left.saturating_sub(count);
                left > 0
            };
            Kind { step: Some(Box::new(step)), pace: PACE, waits: true }
        };
        let kinds = waiting.iter().map(kind).collect();
        let mut turns = Turns { kinds, last: None, goes_on: true };
        let mut made = Vec::new();
        for took in took {
            let Some((kind, count, mut step)) = turns.next(took) else { break };
            made.push((kind, count));
            let more = step(count);
            turns.done(kind, step, more);
        }
        assert!(!turns.goes_on);
        made
    }

    #[test]
    fn each_frame_has_one_kind_and_then_the_other() {
        // What a frame took is learned by the kind of changes that were made in it.
        assert_eq!(
            made(&[4, 9], [0, 10, 30, 9, 9, 9, 9]),
            [(0, 3), (1, 3), (0, 5), (1, 1), (1, 2), (1, 3)]
        );
    }

    proptest! {
        #[test]
        fn all_is_made_whatever_frames_take(
            waiting in prop::collection::vec(1..200_usize, 0..4), took in prop::collection::vec(0..100_usize, 800),
        ) {
            let made = made(&waiting, took);
            for (number, waiting) in waiting.iter().enumerate() {
                let of_kind = made.iter().filter(|it| it.0 == number);
                prop_assert!(of_kind.map(|it| it.1).sum::<usize>() >= *waiting);
            }
        }
    }
}
