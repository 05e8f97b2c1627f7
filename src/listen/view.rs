//! The control bar, and what is shown of the sentence that is spoken.

use super::player::{Command, Event, Player, State};
use super::script::Script;
use super::sentences::breaths;
use super::speech::{self, Heard, Speech};
use crate::i18n::messages;
use crate::passages::paint;
use crate::progress::{read_setting, write_setting};
use crate::shell::events::{effect, elements, on_document, on_window, within};
use crate::shell::{Navigation, element, focus_id};
use js_sys::Function;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    HtmlElement, HtmlSelectElement, KeyboardEvent, Range, ScrollBehavior, ScrollToOptions,
};

/// Name under which the sentence that is spoken is painted.
const PAINT: &str = "spoken-now";

/// Where the speed is stored.
const SPEED: &str = "open-gates.listen-speed";

/// Where the voice is stored.
const VOICE: &str = "open-gates.listen-voice";

/// How often voices are asked for, which some browsers have only a while after the first time.
const TRIES: u32 = 10;

/// How long is waited before they are asked for again.
const PATIENCE: Duration = Duration::from_millis(100);

/// The reading, of which there is one at a time.
struct Listening {
    navigation: Navigation,
    bar: HtmlElement,
    player: Cell<Player>,
    script: RefCell<Rc<Script>>,
    speech: Speech,
    /// Hears what the voice says of itself.
    listener: RefCell<Option<Function>>,
    /// Counts what was asked for, so that a voice that comes late reads nothing that is over.
    asked: Cell<u32>,
    /// The page that is read.
    page: RefCell<String>,
    /// The button that the reading began with, or that of the passage it has come to.
    button: RefCell<Option<HtmlElement>>,
}

/// Reads passages aloud from now on when that is asked for.
pub(super) fn start(bar: HtmlElement, navigation: Navigation) {
    let listening = Rc::new(Listening {
        navigation,
        bar,
        player: Cell::default(),
        script: RefCell::default(),
        speech: Speech::default(),
        listener: RefCell::default(),
        asked: Cell::new(0),
        page: RefCell::default(),
        button: RefCell::default(),
    });
    let it = Rc::clone(&listening);
    let heard: Box<dyn FnMut(web_sys::Event)> = Box::new(move |event| it.hear(&event));
    let heard = Closure::wrap(heard).into_js_value();
    listening.listener.replace(heard.dyn_into().ok());
    if let (Some(select), Some(speed)) = (select("listen-speed"), read_setting(SPEED)) {
        select.set_value(&speed);
        if select.selected_index() < 0 {
            select.set_value("1");
        }
    }
    let it = Rc::clone(&listening);
    on_document("click", move |event| {
        if let Some(button) = within(&event, ".listen") {
            it.begin(button);
        } else if let Some(button) = within(&event, "#listen-bar button") {
            it.pressed(&button.id());
        }
    });
    let it = Rc::clone(&listening);
    on_document("change", move |event| {
        if let Some(select) = within(&event, "#listen-bar select") {
            let key = if select.id() == "listen-voice" { VOICE } else { SPEED };
            write_setting(key, &value(&select.id()));
            it.on(Event::Changed);
        } else if within(&event, ".easy-switch").is_some() {
            it.stop();
        }
    });
    let it = Rc::clone(&listening);
    on_document("keydown", move |event| {
        let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|it| it.key() == "Escape");
        if escape && within(&event, "#listen-bar").is_some() {
            it.stop();
        }
    });
    let it = Rc::clone(&listening);
    // A voice does not stop by itself when its page is left.
    on_window("pagehide", move |_| it.stop());
    effect(move || {
        let page = navigation.route.with(|route| route.view.page());
        if *listening.page.borrow() != page {
            listening.stop();
        }
    });
}

impl Listening {
    fn begin(self: &Rc<Self>, button: HtmlElement) {
        let Ok(Some(passage)) = button.closest("section") else { return };
        self.speech.silence();
        self.player.set(Player::default());
        self.script.replace(Rc::new(Script::from(passage)));
        self.page.replace(self.navigation.route.with_untracked(|route| route.view.page()));
        self.button.replace(Some(button));
        self.asked.set(self.asked.get().wrapping_add(1));
        self.show_controls(true);
        self.say(messages().listen.finding_voice, "");
        focus_id("listen-pause");
        self.find_voice(self.asked.get(), TRIES);
    }

    /// Begins as soon as there is a voice.
    fn find_voice(self: &Rc<Self>, asked: u32, tries: u32) {
        let t = &messages().listen;
        if self.asked.get() != asked {
            return;
        }
        if offer_voices() {
            let script = self.script.borrow().clone();
            self.on(Event::Begin(script.len()));
            if let Some(first) = script.sentence(0) {
                self.announce(t.reading, first.heading);
            }
        } else if tries > 0 {
            let it = Rc::clone(self);
            set_timeout(move || it.find_voice(asked, tries - 1), PATIENCE);
        } else {
            let focused = self.has_focus();
            self.show_controls(false);
            self.say(t.no_voice, "");
            self.announce(t.no_voice, "");
            if focused {
                focus_id("listen-stop");
            }
        }
    }

    /// A button of the bar was pressed.
    fn pressed(&self, id: &str) {
        match id {
            "listen-pause" => {
                self.on(Event::Toggle);
                let t = &messages().listen;
                match self.player.get().state {
                    State::Reading => self.announce_heading(t.reading),
                    State::Paused => self.announce_heading(t.paused),
                    State::Stopped => {}
                }
            }
            "listen-back" => self.on(Event::Back),
            "listen-on" => self.on(Event::On),
            _ => self.stop(),
        }
    }

    /// The voice said something of what it was given.
    fn hear(&self, event: &web_sys::Event) {
        let t = &messages().listen;
        match self.speech.heard(event) {
            None => {}
            Some(Heard::Ended) => self.on(Event::Ended),
            Some(Heard::Silenced) => {
                self.on(Event::Silenced);
                self.announce_heading(t.paused);
            }
            Some(Heard::Failed) => self.fail(),
        }
    }

    fn fail(&self) {
        let t = &messages().listen;
        self.on(Event::Silenced);
        self.say(t.voice_failed, "");
        self.announce(t.voice_failed, "");
    }

    fn on(&self, event: Event) {
        let mut player = self.player.get();
        let command = player.on(event);
        self.player.set(player);
        let t = &messages().listen;
        match command {
            Command::Nothing => {}
            Command::Speak(at) => self.present(at, true),
            Command::Show(at) => self.present(at, false),
            Command::Finish => self.close(t.finished),
            Command::Stop => self.close(t.stopped),
        }
    }

    /// Shows a sentence, and speaks it.
    fn present(&self, at: usize, aloud: bool) {
        let t = &messages().listen;
        let script = self.script.borrow().clone();
        let Some(sentence) = script.sentence(at) else { return };
        if let Ok(Some(button)) = sentence.section.query_selector(".listen") {
            self.button.replace(button.dyn_into().ok());
        }
        self.say(if aloud { t.reading } else { t.paused }, sentence.heading);
        if let Some(pause) = element("listen-pause") {
            pause.set_text_content(Some(if aloud { t.pause } else { t.go_on }));
        }
        if let Some(range) = sentence.range {
            self.bring_into_view(&range);
            paint(PAINT, &[range]);
        }
        self.speech.silence();
        if !aloud {
            return;
        }
        let chosen = value("listen-voice");
        let voice = speech::voices().into_iter().find(|it| it.voice_uri() == chosen);
        let speed = match value("listen-speed").as_str() {
            "0.75" => 0.75,
            "1.25" => 1.25,
            "1.5" => 1.5,
            _ => 1.0,
        };
        let listener = self.listener.borrow().clone();
        let taken = listener.is_some_and(|listener| {
            self.speech.speak(&breaths(sentence.words), voice.as_ref(), speed, &listener)
        });
        if !taken {
            self.fail();
        }
    }

    /// Scrolls to what is spoken if it is not in view, between the strip above the text and the bar.
    fn bring_into_view(&self, range: &Range) {
        let place = range.get_bounding_client_rect();
        let Some(height) = window().inner_height().ok().and_then(|it| it.as_f64()) else { return };
        let bottom = height - f64::from(self.bar.offset_height());
        let top = elements("main > [data-page] .stage")
            .first()
            .map_or(0.0, |stage| strip_end(&stage.get_bounding_client_rect(), &place));
        // A sentence that is longer than the view is high begins at its top.
        let too_low = place.bottom() > bottom && place.top() > top + (bottom - top) / 3.0;
        if place.top() >= top && !too_low {
            return;
        }
        let options = ScrollToOptions::new();
        options.set_top(place.top() - top - (bottom - top) / 4.0);
        let still = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
        if still.is_some_and(|query| !query.matches()) {
            options.set_behavior(ScrollBehavior::Smooth);
        }
        window().scroll_by_with_scroll_to_options(&options);
    }

    fn stop(&self) {
        if self.bar.hidden() {
            return;
        }
        let mut player = self.player.get();
        player.on(Event::Stop);
        self.player.set(player);
        self.close(messages().listen.stopped);
    }

    /// Ends the reading; who was in the bar goes back to the passage.
    fn close(&self, words: &str) {
        self.asked.set(self.asked.get().wrapping_add(1));
        self.speech.silence();
        paint(PAINT, &[]);
        let focused = self.has_focus();
        self.bar.set_hidden(true);
        self.keep_clear();
        self.announce(words, "");
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        if focused && let Some(button) = self.button.borrow().as_ref() {
            let _ = button.focus_with_options(&options);
        }
    }

    fn has_focus(&self) -> bool {
        self.bar.contains(document().active_element().as_deref())
    }

    /// Shows the bar, with controls or only with what it says.
    fn show_controls(&self, controls: bool) {
        let t = messages();
        if let Some(all) = element("listen-controls") {
            all.set_hidden(!controls);
        }
        if let Some(stop) = element("listen-stop") {
            stop.set_text_content(Some(if controls { t.listen.stop } else { t.close }));
        }
        if let Some(pause) = element("listen-pause") {
            pause.set_text_content(Some(t.listen.pause));
        }
        self.bar.set_hidden(false);
    }

    /// Writes what is read.
    fn say(&self, words: &str, heading: &str) {
        if let Some(place) = element("listen-now") {
            place.set_text_content(Some(&joined(words, heading)));
        }
        self.keep_clear();
    }

    /// Tells the style sheet how high the bar is, so that nothing needs to lie under it.
    fn keep_clear(&self) {
        let mut height = self.bar.offset_height().to_string();
        height.push_str("px");
        let root = document().document_element().and_then(|it| it.dyn_into::<HtmlElement>().ok());
        if let Some(root) = root {
            let _ = root.style().set_property("--listen-bar", &height);
        }
    }

    fn announce(&self, words: &str, heading: &str) {
        self.navigation.announce(joined(words, heading));
    }

    fn announce_heading(&self, words: &str) {
        let section = self.button.borrow().as_ref().and_then(|it| it.closest("section").ok()?);
        let heading = section.and_then(|it| it.query_selector("h2").ok()?);
        self.announce(words, &heading.and_then(|it| it.text_content()).unwrap_or_default());
    }
}

/// Where the strip ends that lies over a text; beside the text it lies over nothing.
fn strip_end(strip: &web_sys::DomRect, text: &web_sys::DomRect) -> f64 {
    let over = strip.left() < text.right() && text.left() < strip.right();
    if over { strip.bottom().max(0.0) } else { 0.0 }
}

/// Fills the list of voices; says whether there are any.
fn offer_voices() -> bool {
    let voices = speech::voices();
    let Some(select) = select("listen-voice") else { return false };
    select.set_text_content(None);
    let stored = read_setting(VOICE);
    for voice in &voices {
        let Ok(option) = document().create_element("option") else { continue };
        option.set_text_content(Some(&voice.name()));
        let _ = option.set_attribute("value", &voice.voice_uri());
        let _ = select.append_child(&option);
    }
    // The first is the best; one that was chosen once may be gone.
    if let Some(stored) = stored.filter(|uri| voices.iter().any(|it| it.voice_uri() == *uri)) {
        select.set_value(&stored);
    }
    !voices.is_empty()
}

fn select(id: &str) -> Option<HtmlSelectElement> {
    element(id)?.dyn_into().ok()
}

fn value(id: &str) -> String {
    select(id).map(|it| it.value()).unwrap_or_default()
}

fn joined(words: &str, heading: &str) -> String {
    let mut out = words.to_owned();
    out.push_str(heading);
    out
}
