//! Changes of the map that are spread over frames, so that a slow processor keeps up with them: those of
//! one kind take turns with those of another, since two of them would not fit into a frame.

use super::pace::Pace;
use crate::shell::events::after_paint_timed;
use std::cell::RefCell;
use std::rc::Rc;

/// Makes so many changes that wait; whether there are more.
type Step = Box<dyn FnMut(usize) -> bool>;

/// Who makes changes of one kind.
struct Worker {
    /// Nothing while it is taken.
    step: Option<Step>,
    pace: Pace,
    /// Whether changes wait.
    waits: bool,
}

/// The workers of a map, and whose turn it is.
#[derive(Default)]
struct Turns {
    workers: Vec<Worker>,
    /// Who made changes in this frame.
    last: Option<usize>,
    /// Whether the next frame goes on.
    goes_on: bool,
}

/// Changes that are spread over frames.
#[derive(Clone, Default)]
pub(super) struct Frames(Rc<RefCell<Turns>>);

impl Frames {
    /// Lets somebody make changes as they are asked to; who that is.
    pub(super) fn worker(&self, pace: Pace, step: impl FnMut(usize) -> bool + 'static) -> usize {
        let mut turns = self.0.borrow_mut();
        turns.workers.push(Worker { step: Some(Box::new(step)), pace, waits: false });
        turns.workers.len() - 1
    }

    /// How many changes of a worker fit into a frame, as far as is known.
    pub(super) fn count(&self, worker: usize) -> usize {
        self.0.borrow().workers.get(worker).map_or(0, |it| it.pace.count())
    }

    /// Asks a worker to make changes in the frames to come; whether it has made [as many as
    /// fit](Self::count) into this one already.
    pub(super) fn wake(&self, worker: usize, began: bool) {
        let mut turns = self.0.borrow_mut();
        if let Some(it) = turns.workers.get_mut(worker) {
            it.waits = true;
        }
        if !std::mem::replace(&mut turns.goes_on, true) {
            turns.last = began.then_some(worker);
            drop(turns);
            self.go_on();
        }
    }

    /// Goes on in the next frame, and learns from it how many changes fit into one.
    fn go_on(&self) {
        let frames = self.clone();
        after_paint_timed(move |took| {
            let mut turns = frames.0.borrow_mut();
            let Some((worker, count, mut step)) = turns.next(took) else { return };
            // Whoever makes changes may be heard by others, who ask for more.
            drop(turns);
            let more = step(count);
            frames.0.borrow_mut().done(worker, step, more);
            frames.go_on();
        });
    }
}

impl Turns {
    /// Whose turn it is after a frame that took so many milliseconds to be painted: who, how many changes,
    /// and what makes them. Nobody where nothing waits.
    fn next(&mut self, took: usize) -> Option<(usize, usize, Step)> {
        if let Some(last) = self.last.and_then(|last| self.workers.get_mut(last)) {
            last.pace.learn(took, last.waits);
        }
        let from = self.last.map_or(0, |last| last + 1);
        let count = self.workers.len();
        self.last = (from..from + count).map(|at| at % count).find(|at| self.waits(*at));
        self.goes_on = self.last.is_some();
        let next = self.last?;
        let worker = self.workers.get_mut(next)?;
        worker.waits = false;
        Some((next, worker.pace.count(), worker.step.take()?))
    }

    /// Takes back what has made changes; whether there are more.
    fn done(&mut self, worker: usize, step: Step, more: bool) {
        if let Some(it) = self.workers.get_mut(worker) {
            it.step = Some(step);
            it.waits |= more;
        }
    }

    fn waits(&self, worker: usize) -> bool {
        self.workers.get(worker).is_some_and(|it| it.waits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PACE: Pace = Pace::new(3, 1, 9);

    /// Lets workers make so many changes each while frames take so long; what they made, who and how many.
    fn made(waiting: &[usize], took: impl IntoIterator<Item = usize>) -> Vec<(usize, usize)> {
        let worker = |left: &usize| {
            let mut left = *left;
            let step = move |count: usize| {
                left = left.saturating_sub(count);
                left > 0
            };
            Worker { step: Some(Box::new(step)), pace: PACE, waits: true }
        };
        let workers = waiting.iter().map(worker).collect();
        let mut turns = Turns { workers, last: None, goes_on: true };
        let mut made = Vec::new();
        for took in took {
            let Some((worker, count, mut step)) = turns.next(took) else { break };
            made.push((worker, count));
            let more = step(count);
            turns.done(worker, step, more);
        }
        assert!(!turns.goes_on);
        made
    }

    #[test]
    fn one_works_in_each_frame_and_then_the_other() {
        // What a frame took is learned by who made changes in it.
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
                let of_worker = made.iter().filter(|it| it.0 == number);
                prop_assert!(of_worker.map(|it| it.1).sum::<usize>() >= *waiting);
            }
        }
    }
}
