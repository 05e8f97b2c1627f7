//! The time from the start of a session with the platform to its end.

use super::api::Platform;
use super::hands;
use super::notice::Notice;
use super::suspend::{self, Catalogue};
use super::work::{self, Told};
use crate::content::story;
use crate::i18n::of_lms;
use crate::notes::NotesState;
use crate::progress::ProgressState;
use crate::progress::model::Progress;
use crate::route::{Route, View};
use crate::settings::show_easy;
use crate::shell::Navigation;
use crate::shell::events::{effect, on_document, on_window};
use leptos::prelude::*;
use lms::session::{element, tell_time};
use lms::{Matter, Session, Status, cmi, interaction};
use quiz::PaperCode;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

/// How long to wait for more before the platform is told.
const PAUSE: Duration = Duration::from_millis(1500);

/// A visit.
pub(super) struct Visit {
    navigation: Navigation,
    progress: ProgressState,
    notice: Notice,
    catalogue: Catalogue,
    session: RefCell<Session<Platform>>,
    told: RefCell<Told>,
    /// The paper that the course names.
    assigned: Option<PaperCode>,
    /// Whether what is done counts: it does not where a teacher looks at the page.
    counts: bool,
    /// Whether the platform has it that the work is done, and with what score.
    done_before: bool,
    best: Cell<Option<u32>>,
    /// Whether suspend data may be written: what can't be read stays.
    writes: Cell<bool>,
    began: f64,
    /// When the question that is shown was shown, or last answered.
    shown: Cell<f64>,
    /// Whether the platform is to be told soon.
    waits: Cell<bool>,
    /// Whether there was any progress when that was last looked at.
    had_progress: Cell<bool>,
}

impl Visit {
    /// Begins a session: takes in what the platform holds, goes to where the reader stopped, and
    /// follows what is done from now on.
    pub(super) fn begin(
        platform: Platform,
        navigation: Navigation,
        progress: ProgressState,
        notes: NotesState,
        notice: Notice,
    ) {
        let Some(catalogue) = Catalogue::of_story() else { return };
        let mut session = match Session::begin(platform) {
            Ok(session) => session,
            Err(fault) => {
                notice.say((of_lms().fault)(fault));
                return;
            }
        };
        if hands::hand_to(&session.ask(element::STUDENT).unwrap_or_default()) {
            progress.forget();
            progress.load();
            notes.forget();
            notes.take_over_from_other_tab();
        }
        let data = session.read(Matter::Data, element::DATA);
        let kept = suspend::unpack(&data, &catalogue);
        let told = kept.as_ref().map(Told::all).unwrap_or_default();
        if let Ok(kept) = &kept {
            progress.take_over(kept);
        }
        let easy: Vec<String> = progress.with_untracked(|it| it.easy.iter().cloned().collect());
        show_easy(&easy);
        let place = session.read(Matter::Place, element::PLACE);
        let status = session.read(Matter::Status, element::STATUS);
        let mode = session.ask(element::MODE).unwrap_or_default();
        let launch = session.ask(element::LAUNCH).unwrap_or_default();
        let [score, ..] = element::SCORE;
        let best = session.ask(score).and_then(|it| it.split('.').next()?.parse().ok());
        let assigned = work::assigned(&launch);
        if assigned.is_err() {
            notice.say(of_lms().no_such_paper.to_owned());
        }
        let now = js_sys::Date::now();
        let visit = Rc::new(Self {
            navigation,
            progress,
            notice,
            catalogue,
            session: RefCell::new(session),
            told: RefCell::new(told),
            assigned: assigned.unwrap_or_default(),
            counts: !matches!(mode.as_str(), "browse" | "review"),
            done_before: matches!(status.as_str(), "completed" | "passed" | "failed"),
            best: Cell::new(best),
            writes: Cell::new(kept.is_ok()),
            began: now,
            shown: Cell::new(now),
            waits: Cell::new(false),
            had_progress: Cell::new(false),
        });
        visit.go_on(&place);
        if data.is_empty() {
            visit.notice.say(of_lms().told.to_owned());
        }
        if let Err(refused) = kept {
            let it = Rc::clone(&visit);
            visit.notice.offer((of_lms().refused)(refused).to_owned(), move || {
                it.writes.set(true);
                it.tell();
                it.notice.say(of_lms().replaced.to_owned());
            });
        }
        // Of answers that only the browser knew nobody knows how long they took.
        visit.tell_answers(false);
        visit.tell();
        visit.follow();
    }

    /// Goes to where the reader stopped; at the first visit, to the paper that the course names. Who
    /// came by an address, or went somewhere already, stays there.
    fn go_on(&self, place: &str) {
        let is_home = self.navigation.route.with_untracked(|route| route.view == View::Home);
        if self.navigation.has_moved() || !is_home {
            return;
        }
        let stopped = Route::parse(["#", place].concat().as_str(), story()).filter(|route| {
            place.starts_with('/') && !matches!(route.view, View::Home | View::Unknown(_))
        });
        let paper = || Some(View::Quiz(Some(self.assigned.as_ref()?.write())).into());
        if let Some(route) = stopped.or_else(paper) {
            self.navigation.go(route);
        }
    }

    fn follow(self: &Rc<Self>) {
        let it = Rc::clone(self);
        effect(move || {
            it.progress.with(|_| ());
            it.progressed();
        });
        let it = Rc::clone(self);
        effect(move || {
            it.navigation.route.with(|_| ());
            it.shown.set(js_sys::Date::now());
            it.tell_soon();
        });
        let it = Rc::clone(self);
        on_document("visibilitychange", move |_| {
            if document().hidden() {
                it.tell();
            }
        });
        let it = Rc::clone(self);
        on_window("pagehide", move |_| {
            it.tell();
            it.finish();
        });
        on_window("pageshow", |event| {
            // A page that comes back as it was left has no session any more.
            let kept = js_sys::Reflect::get(&event, &"persisted".into());
            if kept.is_ok_and(|kept| kept.is_truthy()) {
                let _ = window().location().reload();
            }
        });
    }

    /// Tells of answers at once, when it is known how long they took, and of the rest soon.
    fn progressed(self: &Rc<Self>) {
        let is_empty = self.progress.with_untracked(|it| *it == Progress::default());
        if self.had_progress.replace(!is_empty) && is_empty {
            // Who clears the device is done with it; the platform keeps what it has.
            self.finish();
            self.notice.say(of_lms().cleared.to_owned());
            return;
        }
        self.tell_answers(true);
        self.tell_soon();
    }

    /// Tells of answers that are new; with whether they were given just now.
    fn tell_answers(&self, just_now: bool) {
        let (Ok(mut told), Ok(mut session)) =
            (self.told.try_borrow_mut(), self.session.try_borrow_mut())
        else {
            return;
        };
        let now = js_sys::Date::new_0();
        let time = cmi::time(now.get_hours(), now.get_minutes(), now.get_seconds());
        let new = self.progress.with_untracked(|it| told.take(it, &self.catalogue));
        for answer in new.into_iter().filter(|_| self.counts) {
            let mut interaction = interaction(answer.question, &answer.answer);
            interaction.time.clone_from(&time);
            if answer.practiced && just_now {
                interaction.latency = cmi::timespan(since(self.shown.replace(now.get_time())));
            }
            session.tell_answer(&interaction);
        }
    }

    /// Tells the platform of everything, after a pause in which more may happen.
    fn tell_soon(self: &Rc<Self>) {
        if !self.waits.replace(true) {
            let it = Rc::clone(self);
            set_timeout(
                move || {
                    if it.waits.get() {
                        it.tell();
                    }
                },
                PAUSE,
            );
        }
    }

    /// Tells the platform what it does not know yet, and asks it to keep that.
    fn tell(&self) {
        self.waits.set(false);
        self.tell_answers(true);
        let Ok(mut session) = self.session.try_borrow_mut() else { return };
        if session.is_over() {
            return;
        }
        let (packed, standing) = self.progress.with_untracked(|it| {
            let standing = work::standing(it, &self.catalogue, self.assigned.as_ref());
            (suspend::pack(it, &self.catalogue), standing)
        });
        if self.writes.get() {
            session.tell(Matter::Data, element::DATA, &packed.text);
            if !packed.left_out.is_empty() {
                self.notice.say((of_lms().left_out)(&packed.left_out));
            }
        }
        let place = self.navigation.route.with_untracked(|route| {
            self.progress.with_untracked(|progress| work::bookmark(route, progress))
        });
        session.tell(Matter::Place, element::PLACE, &place);
        if self.counts {
            // What was done once stays done, and a score does not fall.
            if standing.status == Status::Completed || !self.done_before {
                session.tell(Matter::Status, element::STATUS, standing.status.slug());
            }
            if standing.score > self.best.get() {
                self.best.set(standing.score);
                let [raw, min, max] = element::SCORE;
                let score = standing.score.unwrap_or_default().to_string();
                for (element, value) in [(raw, score.as_str()), (min, "0"), (max, "100")] {
                    session.tell(Matter::Score, element, value);
                }
            }
        }
        tell_time(&mut session, since(self.began));
        session.keep();
        self.report(&session);
    }

    /// Ends the session.
    fn finish(&self) {
        if let Ok(mut session) = self.session.try_borrow_mut() {
            tell_time(&mut session, since(self.began));
            session.end();
            self.report(&session);
        }
    }

    /// Says what went wrong, and whether it is the platform that keeps progress.
    fn report(&self, session: &Session<Platform>) {
        for fault in session.faults() {
            self.notice.say((of_lms().fault)(*fault));
        }
        let kept = [Matter::Data, Matter::Keeping].iter().all(|it| !session.has_failed(*it));
        self.progress.keeps_elsewhere(kept && self.writes.get() && !session.is_over());
    }
}

/// Hundredths of a second since a moment.
fn since(moment: f64) -> u64 {
    ((js_sys::Date::now() - moment) / 10.0) as u64
}
