//! Reading what a class handed in, a little at a time: between two slices the page does whatever else is
//! asked of it, also where a machine is slow and there are thousands of lines.

use super::report::Part;
use super::{BUTTON, EACH, LAST, READ, Read, STATUS, SUMMARY, is_here};
use crate::i18n::of_quiz;
use crate::quiz::pool::Pool;
use crate::shell::{element, focus_id, focused, write, write_markup};
use leptos::prelude::set_timeout;
use quiz::{Analysis, Desk, PaperCode, Reading, Sheet};
use std::cell::RefCell;
use std::time::Duration;
use story::Question;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Milliseconds of a slice: less than a hand notices, with what a step takes beyond it.
const SLICE: f64 = 12.0;

/// Lines, or results, of one step. What they take differs.
const STEP: usize = 8;

thread_local! {
    /// What is being read.
    static WORK: RefCell<Option<Work>> = const { RefCell::new(None) };
}

/// What is being read.
struct Work {
    stage: Stage,
    /// How much of it was done when that was last said.
    said: usize,
}

/// How far it is.
enum Stage {
    Reading(Box<Reading<'static>>),
    Analysing(Box<Analysing>),
    Drawing(Box<Drawing>),
}

/// The analysis of what was read.
struct Analysing {
    desk: Desk,
    /// The result that comes next.
    next: usize,
    pool: Pool,
    /// The last paper: a class has one, or one for each student.
    paper: Option<(PaperCode, Vec<&'static Question<'static>>)>,
    analysis: Analysis<'static>,
}

/// The report, of which the reader sees nothing before all is there.
struct Drawing {
    read: Read,
    part: Option<Part>,
    place: Element,
}

/// Begins to read; what was read before is gone once this takes longer than one slice.
pub(super) fn start(reading: Reading<'static>) {
    let stage = Stage::Reading(Box::new(reading));
    if let Some(work) = slice(Work { stage, said: 0 }) {
        LAST.take();
        write_markup(READ, "");
        write_markup(EACH, "");
        write(BUTTON, of_quiz().stop_reading);
        wait(work);
    }
}

/// Stops what is being read; says whether anything was.
pub(super) fn stop() -> bool {
    let stopped = WORK.take().is_some();
    if stopped {
        write(BUTTON, of_quiz().read_codes);
        write(STATUS, of_quiz().reading_stopped);
    }
    stopped
}

/// Goes on when the page has done what else there is.
fn wait(mut work: Work) {
    // A screen reader would speak all day.
    let done = work.stage.percent() / 10;
    if done >= work.said {
        write(STATUS, &(of_quiz().reading)(done * 10));
        work.said = done + 1;
    }
    WORK.set(Some(work));
    set_timeout(go_on, Duration::ZERO);
}

fn go_on() {
    // It may have been stopped; and who has left wants none of it.
    if !is_here() {
        stop();
    }
    let Some(work) = WORK.take() else { return };
    if let Some(work) = slice(work) {
        wait(work);
    }
}

/// Does a slice of it; gives back what is left.
fn slice(mut work: Work) -> Option<Work> {
    let end = js_sys::Date::now() + SLICE;
    loop {
        work.stage = work.stage.step()?;
        if js_sys::Date::now() >= end {
            return Some(work);
        }
    }
}

impl Stage {
    fn step(self) -> Option<Self> {
        Some(match self {
            Self::Reading(mut reading) => {
                if reading.lines(STEP) {
                    Self::Reading(reading)
                } else {
                    Self::Analysing(Box::new(Analysing::of(reading.desk())))
                }
            }
            Self::Analysing(mut it) => {
                if it.step() {
                    Self::Analysing(it)
                } else {
                    let Analysing { desk, analysis, .. } = *it;
                    let read = Read { desk, items: analysis.finish() };
                    Self::Drawing(Box::new(Drawing::of(read)?))
                }
            }
            Self::Drawing(mut it) => {
                if !it.step() {
                    it.show();
                    return None;
                }
                Self::Drawing(it)
            }
        })
    }

    /// How much is done, in percent.
    fn percent(&self) -> usize {
        // Most of the time goes by with reading.
        match self {
            Self::Reading(it) => it.percent() * 6 / 10,
            Self::Analysing(it) => {
                60 + (it.next * 20).checked_div(it.desk.entries.len()).unwrap_or(20)
            }
            Self::Drawing(it) => 80 + it.part.map_or(100, |part| part.percent(&it.read)) * 2 / 10,
        }
    }
}

impl Analysing {
    fn of(desk: Desk) -> Self {
        let (pool, analysis) = (Pool::new(), Analysis::default());
        Self { desk, next: 0, pool, paper: None, analysis }
    }

    /// Takes in some results; says whether any are left.
    fn step(&mut self) -> bool {
        for entry in self.desk.entries.iter().skip(self.next).take(STEP) {
            let code = entry.result.paper;
            let before = self.paper.take().filter(|(before, _)| *before == code);
            let paper = before.unwrap_or_else(|| (code, self.pool.paper(&code)));
            let (_, questions) = self.paper.insert(paper);
            let told = entry.result.told.iter().map(Option::as_ref);
            self.analysis.add(&Sheet { items: questions.iter().copied().zip(told).collect() });
        }
        self.next += STEP;
        self.next < self.desk.entries.len()
    }
}

impl Drawing {
    fn of(read: Read) -> Option<Self> {
        let place = element(READ)?.clone_node().ok()?.dyn_into().ok()?;
        Some(Self { read, part: Some(Part::Problems), place })
    }

    /// Draws a part; says whether one is left.
    fn step(&mut self) -> bool {
        let Some(part) = self.part else { return false };
        let mut out = String::new();
        part.markup(&self.read, &mut out);
        let _ = self.place.insert_adjacent_html("beforeend", &out);
        self.part = part.after(&self.read);
        true
    }

    /// Puts it into the page.
    fn show(self) {
        let t = of_quiz();
        // Who does something else meanwhile goes on with that.
        let is_waiting = focused().is_none_or(|it| it.id() == BUTTON || it.id() == SUMMARY);
        let summary = (t.desk_read)(self.read.desk.entries.len(), self.read.desk.problems.len());
        if let Some(before) = element(READ) {
            let _ = before.replace_with_with_node_1(&self.place);
        }
        LAST.replace(self.read);
        // They told of what was read before.
        write_markup(EACH, "");
        write(BUTTON, t.read_codes);
        write(STATUS, if is_waiting { "" } else { &summary });
        if is_waiting {
            focus_id(SUMMARY);
        }
    }
}
