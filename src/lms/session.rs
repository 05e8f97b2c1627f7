//! A visit through a learning platform, from its start to its end.

use super::api::Api;
use super::report::{interaction, points, status, timespan};
use super::suspend::{Dictionary, SuspendError};
use super::words;
use crate::content::{questions, story};
use crate::i18n::of_lms;
use crate::progress::ProgressState;
use crate::progress::model::Progress;
use crate::route::{Route, View};
use crate::shell::events::{effect, on_window};
use crate::shell::{Navigation, element, set_hidden, want_evidence, write};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

/// The attribute of the root that a package has, and its value.
const MARK: &str = "data-lms";

/// Id of what is said where something could not be done.
const NOTICE: &str = "lms-notice";

/// For how long changes are gathered before they are sent.
const PAUSE: Duration = Duration::from_secs(2);

/// Most characters of a `CMIString255`.
const SHORT: usize = 255;

struct Session {
    api: Api,
    navigation: Navigation,
    progress: ProgressState,
    /// In milliseconds since 1970.
    begun: f64,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    /// There once the questions have come: until then nothing is taken up, and nothing is sent.
    dictionary: Option<Dictionary>,
    /// What the platform knows of the answers.
    told: Progress,
    interactions: usize,
    waits: bool,
    ended: bool,
}

/// Takes part in what the platform asks for, where the page is in a package for one.
pub(crate) fn start(navigation: Navigation, progress: ProgressState) {
    let root = document().document_element();
    if !root.is_some_and(|root| root.has_attribute(MARK)) {
        return;
    }
    let t = of_lms();
    let Some(api) = Api::find() else { return tell(t.missing) };
    if let Err(error) = api.initialize() {
        return tell(&(t.refused)(&error));
    }
    let session = Session {
        api,
        navigation,
        progress,
        begun: js_sys::Date::now(),
        state: RefCell::new(State::default()),
    };
    let session = Rc::new(session);
    session.go_on();
    let it = Rc::clone(&session);
    effect(move || {
        progress.with(|_| ());
        navigation.route.track();
        Session::save_soon(&it);
    });
    let it = Rc::clone(&session);
    on_window("otg:evidence", move |_| it.take_up());
    session.take_up();
    want_evidence();
    on_window("pagehide", move |_| session.end());
}

impl Session {
    /// Goes to where the last visit ended, unless the address names a place.
    fn go_on(&self) {
        let api = &self.api;
        let mut said = Ok(());
        if ["not attempted", "unknown", ""].contains(&api.value("cmi.core.lesson_status").as_str())
        {
            said = api.set("cmi.core.lesson_status", "incomplete");
        }
        let place = api.value("cmi.core.lesson_location");
        let at_home = self.navigation.route.with_untracked(|route| route.view == View::Home);
        if let Some(route) = Route::parse(&place, story()).filter(|_| at_home && !place.is_empty())
            && !matches!(route.view, View::Unknown(_))
        {
            self.navigation.go(route);
        }
        self.complain(said);
    }

    /// Takes up what the platform kept, once the questions are there that it speaks of.
    fn take_up(self: &Rc<Self>) {
        if self.state.borrow().dictionary.is_some() || questions().is_none() {
            return;
        }
        let dictionary = Dictionary::new(words().iter().map(String::as_str));
        let kept = self.api.value("cmi.suspend_data");
        let t = of_lms();
        if !kept.is_empty() {
            match dictionary.unpack(&kept) {
                Ok(text) => {
                    if let Ok(kept) = Progress::parse(&text) {
                        self.progress.take_over(&kept);
                    }
                }
                Err(SuspendError::Newer) => tell(t.newer),
                Err(SuspendError::OtherEdition) => tell(t.other_edition),
                Err(SuspendError::Damaged) => tell(t.damaged),
            }
        }
        let count = self.api.value("cmi.interactions._count").parse().unwrap_or(0);
        {
            let mut state = self.state.borrow_mut();
            state.told = self.progress.with_untracked(Progress::clone);
            state.interactions = count;
            state.dictionary = Some(dictionary);
        }
        Self::save_soon(self);
    }

    fn save_soon(session: &Rc<Self>) {
        {
            let mut state = session.state.borrow_mut();
            if state.waits || state.ended || state.dictionary.is_none() {
                return;
            }
            state.waits = true;
        }
        let session = Rc::clone(session);
        let later = move || {
            session.state.borrow_mut().waits = false;
            session.save();
        };
        set_timeout(later, PAUSE);
    }

    /// Sends what has changed.
    fn save(&self) {
        if self.state.borrow().ended {
            return;
        }
        let said = self.send().and_then(|()| self.api.commit());
        self.complain(said);
    }

    fn send(&self) -> Result<(), String> {
        let api = &self.api;
        let now = self.progress.with_untracked(Progress::clone);
        let mut state = self.state.borrow_mut();
        let State { dictionary: Some(dictionary), told, interactions, .. } = &mut *state else {
            return Ok(());
        };
        let place: String = self.navigation.route.with_untracked(Route::hash);
        if place.len() <= SHORT {
            api.set("cmi.core.lesson_location", &place)?;
        }
        api.set("cmi.suspend_data", &dictionary.pack(&now.write()).text)?;
        // What a visit completed stays so.
        if api.value("cmi.core.lesson_status") == "incomplete" {
            api.set("cmi.core.lesson_status", status(&now))?;
        }
        let (earned, all) = points(&now, questions().into_iter().flatten());
        if let Some(percent) = (earned * 100).checked_div(all) {
            api.set("cmi.core.score.min", "0")?;
            api.set("cmi.core.score.max", "100")?;
            api.set("cmi.core.score.raw", &percent.to_string())?;
        }
        for question in questions().into_iter().flatten() {
            let Some(record) = now.answers.get(question.id.0) else { continue };
            if told.answers.get(question.id.0) == Some(record) {
                continue;
            }
            if let Some(answer) = interaction(question, record) {
                let name = |part: &str| format!("cmi.interactions.{interactions}.{part}");
                api.set(&name("id"), &answer.id)?;
                api.set(&name("type"), answer.kind)?;
                if let Some(pattern) = &answer.pattern {
                    api.set(&name("correct_responses.0.pattern"), pattern)?;
                }
                api.set(&name("student_response"), &answer.response)?;
                api.set(&name("result"), &answer.result)?;
                api.set(&name("weighting"), &answer.weighting.to_string())?;
                *interactions += 1;
            }
        }
        *told = now;
        Ok(())
    }

    /// Sends everything, and ends the visit; the next one goes on from here.
    fn end(&self) {
        if self.state.borrow().ended {
            return;
        }
        let api = &self.api;
        let seconds = ((js_sys::Date::now() - self.begun) / 1000.0).max(0.0) as u64;
        let sent = self.send();
        let said = api
            .set("cmi.core.session_time", &timespan(seconds))
            .and_then(|()| api.set("cmi.core.exit", "suspend"))
            .and_then(|()| api.commit())
            .and_then(|()| api.finish());
        self.state.borrow_mut().ended = true;
        self.complain(sent.and(said));
    }

    /// Says what the platform refused; nothing here stops for it.
    fn complain(&self, said: Result<(), String>) {
        if let Err(error) = said {
            tell(&(of_lms().refused)(&error));
        }
    }
}

/// Says something of the platform above the page.
fn tell(words: &str) {
    if element(NOTICE).is_none()
        && let (Some(body), Ok(notice)) = (document().body(), document().create_element("p"))
    {
        notice.set_id(NOTICE);
        notice.set_class_name("notice");
        let _ = notice.set_attribute("role", "status");
        let _ = body.prepend_with_node_1(&notice);
    }
    write(NOTICE, words);
    set_hidden(NOTICE, words.is_empty());
}
