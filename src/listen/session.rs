//! One reading from its beginning to its end, and what the reader does meanwhile.

use super::player::{Command, Event, Player};
use super::script::{Script, bring_into_view};
use super::speed::Speed;
use super::voices::Voice;
use super::{bar, speech};
use crate::i18n::of_listen;
use crate::passages::paint;
use crate::progress::{read_setting, write_setting};
use crate::shell::{Navigation, events, focus_id};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, SpeechSynthesisUtterance};

/// Where the speed is stored.
const SPEED: &str = "open-gates.speed";

/// Where the voice is stored.
const VOICE: &str = "open-gates.voice";

/// Under what name the style sheet knows the sentence that is spoken.
const SPOKEN: &str = "spoken-now";

/// How long a browser may take to find its voices.
const PATIENCE: Duration = Duration::from_secs(1);

/// What is being read, if anything is.
struct Session {
    navigation: Navigation,
    script: Script,
    player: Player,
    voices: Vec<Voice>,
    voice: usize,
    speed: Speed,
    /// The section that was announced last.
    section: Option<usize>,
    /// What is being spoken. A browser that loses hold of it may forget to say that it ended.
    utterance: Option<SpeechSynthesisUtterance>,
    /// Hears of the end of what is spoken.
    done: js_sys::Function,
    /// The page that the reading belongs to, while there is one.
    page: Option<String>,
    /// Whether the reader used keys last. A mouse does not need to see what has the focus, and wants
    /// the page to stay where it is.
    by_keys: bool,
    /// Tells the search for voices of one reading from that of another.
    search: u32,
}

type Shared = Rc<RefCell<Session>>;

/// Reads passages aloud from now on when that is asked for.
pub(crate) fn start(navigation: Navigation) {
    let session: Shared = Rc::new_cyclic(|weak: &std::rc::Weak<RefCell<Session>>| {
        let weak = weak.clone();
        let done = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            if let Some(session) = weak.upgrade() {
                with(&session, |it| it.spoken(&event));
            }
        });
        RefCell::new(Session {
            navigation,
            script: Script::default(),
            player: Player::new(Vec::new()),
            voices: Vec::new(),
            voice: 0,
            speed: Speed::named(""),
            section: None,
            utterance: None,
            done: done.into_js_value().unchecked_into(),
            page: None,
            by_keys: false,
            search: 0,
        })
    });
    let it = session.clone();
    events::on_document("click", move |event| {
        let by_keys = event.unchecked_ref::<web_sys::UiEvent>().detail() == 0;
        if let Some(button) = events::within(&event, ".listen") {
            with(&it, |it| it.by_keys = by_keys);
            begin(&it, &button);
        } else if let Some(button) = events::within(&event, "#listen-bar button") {
            let value = button.get_attribute("value").unwrap_or_default();
            with(&it, |it| {
                it.by_keys = by_keys;
                it.press(&value);
            });
        }
    });
    let it = session.clone();
    events::on_document("change", move |event| {
        if events::within(&event, "#listen-voice").is_some() {
            with(&it, Session::choose_voice);
        } else if events::within(&event, ".easy-switch").is_some() {
            with(&it, Session::end);
        }
    });
    let it = session.clone();
    events::on_document("keydown", move |event| {
        let escape =
            event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|it| it.key() == "Escape");
        if escape && events::within(&event, "#listen-bar").is_some() {
            with(&it, |it| {
                it.by_keys = true;
                it.end();
            });
        }
    });
    let it = session.clone();
    events::on_window("pagehide", move |_| with(&it, Session::end));
    let it = session.clone();
    events::on_window("resize", move |_| {
        with(&it, |it| {
            if it.page.is_some() {
                bar::keep_clear();
            }
        });
    });
    events::effect(move || {
        let page = navigation.route.with(|route| route.view.page());
        with(&session, |it| {
            if it.page.as_ref().is_some_and(|reading| *reading != page) {
                it.end();
            }
        });
    });
}

/// Does something with the session, unless something is being done with it.
fn with(session: &Shared, act: impl FnOnce(&mut Session)) {
    if let Ok(mut session) = session.try_borrow_mut() {
        act(&mut session);
    }
}

/// Begins to read where a button stands, as soon as there is a voice.
fn begin(session: &Shared, button: &HtmlElement) {
    let Some(passage) = button.closest(".passage").ok().flatten() else { return };
    with(session, |it| {
        it.silence();
        it.script = Script::from(passage);
        it.player = Player::new(it.script.sentence_of_parts());
        it.section = None;
        it.speed = Speed::named(&read_setting(SPEED).unwrap_or_default());
        it.page = Some(it.navigation.route.with_untracked(|route| route.view.page()));
        it.search += 1;
        if it.find_voices() || speech::synthesis().is_none() {
            it.read_or_excuse();
            return;
        }
        bar::show(of_listen().looking, false);
        focus_id("listen-stop");
        let search = it.search;
        let look = |last: bool| {
            let session = session.clone();
            move || {
                with(&session, |it| {
                    let waits = it.page.is_some() && it.search == search && it.voices.is_empty();
                    if waits && (it.find_voices() || last) {
                        it.read_or_excuse();
                    }
                });
            }
        };
        // Browsers differ in whether they say that they have found their voices.
        for wait in 1..=10 {
            set_timeout(look(wait == 10), PATIENCE / 10 * wait);
        }
    });
}

impl Session {
    /// Whether there are voices to read with.
    fn find_voices(&mut self) -> bool {
        let language = document().document_element().and_then(|it| it.get_attribute("lang"));
        self.voices = speech::voices(&language.unwrap_or_default());
        let stored = read_setting(VOICE);
        let place = self.voices.iter().position(|voice| Some(&voice.uri) == stored.as_ref());
        self.voice = place.unwrap_or(0);
        !self.voices.is_empty()
    }

    /// Begins, or says plainly that it can't.
    fn read_or_excuse(&mut self) {
        if self.voices.is_empty() {
            self.excuse(of_listen().no_voice);
            focus_id("listen-stop");
            return;
        }
        bar::set_voices(&self.voices, self.voice);
        bar::set_speed(self.speed);
        bar::show("", true);
        focus_id("listen-pause");
        self.on(Event::VoiceChanged);
    }

    fn excuse(&self, words: &str) {
        bar::show(words, !self.voices.is_empty());
        self.navigation.announce(words.to_owned());
    }

    /// Lets the player decide, and does what it says.
    fn on(&mut self, event: Event) {
        let was_paused = self.player.is_paused();
        let command = self.player.on(event);
        // What was spoken to its end needs no silence, and some browsers then lose what follows.
        if event != Event::Spoken {
            self.silence();
        }
        if command == Command::Finish {
            let words = of_listen().finished;
            self.end();
            self.navigation.announce(words.to_owned());
            return;
        }
        bar::set_paused(self.player.is_paused());
        self.show(was_paused);
        if command == Command::Speak {
            let (at, voice) = (self.player.at(), self.voices.get(self.voice));
            self.utterance = self.script.words(at).zip(voice).and_then(|(words, voice)| {
                speech::speak(words, voice, self.speed.rate(), &self.done)
            });
        }
    }

    /// Paints the sentence, brings it into view, and says what changed.
    fn show(&mut self, was_paused: bool) {
        let Some(sentence) = self.player.sentence() else { return };
        let t = of_listen();
        let section = self.script.section(sentence);
        let paused = self.player.is_paused();
        if section != self.section || paused != was_paused {
            let heading = self.script.heading(section.unwrap_or_default());
            let words = if paused { t.paused.to_owned() } else { (t.reading)(heading) };
            self.section = section;
            bar::show(&words, true);
            self.navigation.announce(words);
        }
        if let Some(range) = self.script.range(sentence) {
            bring_into_view(&range, bar::keep_clear());
            paint(SPOKEN, &[range]);
        }
    }

    /// Hears that something was spoken, or broke off.
    fn spoken(&mut self, event: &web_sys::Event) {
        let ours = self
            .utterance
            .as_ref()
            .is_some_and(|it| event.target().is_some_and(|target| *target == ***it));
        if !ours {
            return;
        }
        if event.type_() == "end" {
            self.on(Event::Spoken);
            return;
        }
        self.on(Event::BrokenOff);
        if speech::is_fault(event) {
            self.excuse(of_listen().voice_failed);
        }
    }

    fn press(&mut self, button: &str) {
        match button {
            "back" => self.on(Event::Back),
            "next" => self.on(Event::Next),
            "pause" => self.on(Event::PauseOrGoOn),
            "slower" => self.set_speed(self.speed.slower()),
            "faster" => self.set_speed(self.speed.faster()),
            _ => self.end(),
        }
    }

    fn set_speed(&mut self, speed: Speed) {
        self.navigation.announce((of_listen().speed)(speed.name()));
        if speed != self.speed {
            self.speed = speed;
            write_setting(SPEED, speed.name());
            bar::set_speed(speed);
            self.on(Event::VoiceChanged);
        }
    }

    fn choose_voice(&mut self) {
        let chosen = bar::chosen_voice();
        let place = self.voices.iter().position(|voice| Some(&voice.uri) == chosen.as_ref());
        if let Some(voice) = place.and_then(|place| self.voices.get(place)) {
            write_setting(VOICE, &voice.uri);
            self.voice = place.unwrap_or_default();
            self.on(Event::VoiceChanged);
        }
    }

    /// Ends the reading. Focus that was in the bar goes to the passage that was read.
    fn end(&mut self) {
        if self.page.take().is_none() {
            return;
        }
        self.silence();
        paint(SPOKEN, &[]);
        let button = self.script.button(self.section.unwrap_or_default());
        if bar::hide()
            && let Some(button) = button
        {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(!self.by_keys);
            let _ = button.focus_with_options(&options);
        }
        self.script = Script::default();
        self.player = Player::new(Vec::new());
    }

    fn silence(&mut self) {
        if self.utterance.take().is_some() {
            speech::hush();
        }
    }
}
