//! The countdown, and beginning anew.

use super::idle::{COUNTDOWN, Idle, Second};
use super::{outside, search, wait_of};
use crate::i18n::of_kiosk;
use crate::listen::is_speaking;
use crate::notes::NotesState;
use crate::progress::ProgressState;
use crate::route::View;
use crate::shell::events::{elements, on_element};
use crate::shell::{Navigation, element, late_style, write};
use crate::widgets::put;
use js_sys::Reflect;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlDialogElement, MouseEvent};

const DIALOG: &str = "kiosk-countdown";
const SECONDS: &str = "kiosk-seconds";
const SPOKEN: &str = "kiosk-spoken";

/// What people do who are there.
const SIGNS: [&str; 6] = ["pointerdown", "mousemove", "touchmove", "wheel", "keydown", "input"];

/// Seconds that are spoken, beside the first, which the dialog itself tells.
const TOLD: [u16; 2] = [10, 5];

/// The page on its stand.
struct Kiosk {
    idle: RefCell<Idle>,
    navigation: Navigation,
    progress: ProgressState,
    notes: NotesState,
}

/// Follows what visitors do, as long as the page lives.
pub(crate) fn start(navigation: Navigation, progress: ProgressState, notes: NotesState) {
    late_style::add();
    // Chapters may be set to easy words by what the browser stored before it was put on a stand.
    crate::settings::forget_reader(progress, notes);
    outside::close();
    let Some(dialog) = dialog() else { return };
    let idle = RefCell::new(Idle::new(wait_of(&search().unwrap_or_default())));
    let kiosk = Rc::new(Kiosk { idle, navigation, progress, notes });
    let it = Rc::clone(&kiosk);
    let signs = Closure::<dyn FnMut(Event)>::new(move |event: Event| it.sign(&event));
    for kind in SIGNS {
        // Before anything in the page hears of it.
        let listener = signs.as_ref().unchecked_ref();
        let _ = window().add_event_listener_with_callback_and_bool(kind, listener, true);
    }
    signs.forget();
    // A browser may close a dialog by a gesture of its own.
    let it = Rc::clone(&kiosk);
    on_element(&dialog, "close", move |_| {
        if it.idle.borrow().counts() {
            it.touch();
        }
    });
    set_interval(move || kiosk.second(), Duration::from_secs(1));
}

/// The question whether anybody is there, put into the page.
fn dialog() -> Option<HtmlDialogElement> {
    let t = of_kiosk();
    let dialog: HtmlDialogElement = document().create_element("dialog").ok()?.dyn_into().ok()?;
    dialog.set_id(DIALOG);
    for (name, value) in [
        ("role", "alertdialog"),
        ("aria-labelledby", "kiosk-heading"),
        ("aria-describedby", "kiosk-words"),
    ] {
        dialog.set_attribute(name, value).ok()?;
    }
    let mut out = String::new();
    let parts = [
        "<h2 id=\"kiosk-heading\">",
        "</h2><p id=\"kiosk-words\">",
        "</p><p aria-hidden=\"true\" id=\"",
        "\"></p><p class=\"spoken\" role=\"status\" id=\"",
        "\"></p><p><button type=\"button\" class=\"action\" autofocus>",
        "</button></p>",
    ];
    put(&mut out, &parts, &[t.heading, &(t.words)(COUNTDOWN), SECONDS, SPOKEN, t.here]);
    dialog.set_inner_html(&out);
    document().body()?.append_child(&dialog).ok()?;
    Some(dialog)
}

impl Kiosk {
    /// Takes something for a sign that somebody is there. What ends the countdown does nothing else.
    fn sign(&self, event: &Event) {
        // A browser says that the mouse moved also where the page moved below it.
        let rests = |it: &MouseEvent| it.movement_x() == 0 && it.movement_y() == 0;
        if event.type_() == "mousemove" && event.dyn_ref().is_some_and(rests) {
            return;
        }
        let counts = self.idle.borrow_mut().touch();
        if counts {
            close_all(&["#", DIALOG].concat());
            if event.cancelable() {
                event.prevent_default();
            }
            event.stop_propagation();
        }
    }

    fn touch(&self) {
        self.idle.borrow_mut().touch();
    }

    fn second(&self) {
        // Who listens has nothing to do.
        if is_speaking() {
            self.touch();
        }
        let second = self.idle.borrow_mut().second();
        match second {
            Second::Nothing => {}
            Second::Left(left) => show(left),
            Second::Over => self.begin_anew(),
        }
    }

    /// Takes away what the last visitor left, and shows the front page.
    fn begin_anew(&self) {
        close_all("dialog[open]");
        crate::settings::forget_reader(self.progress, self.notes);
        self.navigation.go(View::Home.into());
        load_again();
    }
}

/// Shows how many seconds are left.
fn show(left: u16) {
    let dialog = element(DIALOG).and_then(|it| it.dyn_into::<HtmlDialogElement>().ok());
    if let Some(dialog) = dialog.filter(|it| !it.open()) {
        write(SPOKEN, "");
        let _ = dialog.show_modal();
    }
    write(SECONDS, &left.to_string());
    if TOLD.contains(&left) {
        write(SPOKEN, &(of_kiosk().left)(left));
    }
}

fn close_all(dialogs: &str) {
    for dialog in elements(dialogs) {
        if let Ok(dialog) = dialog.dyn_into::<HtmlDialogElement>() {
            dialog.close();
        }
    }
}

/// Loads the page anew, which forgets what was typed, chosen and opened, where it can be had: a stand
/// whose network is gone keeps the page that it has.
fn load_again() {
    let Ok(here) = window().location().href() else { return };
    let address = here.split('#').next().unwrap_or_default().to_owned();
    if !address.starts_with("http") {
        let _ = window().location().replace(&address);
        return;
    }
    let asked = window().fetch_with_str(&address);
    let came = move |response: JsValue| {
        if Reflect::get(&response, &JsValue::from_str("ok")) == Ok(JsValue::TRUE) {
            let _ = window().location().replace(&address);
        }
    };
    let came: Box<dyn FnMut(JsValue)> = Box::new(came);
    let nothing: Box<dyn FnMut(JsValue)> = Box::new(|_| {});
    let (came, nothing) = (Closure::wrap(came), Closure::wrap(nothing));
    let _ = asked.then2(&came, &nothing);
    // The answer comes later, once.
    came.forget();
    nothing.forget();
}
