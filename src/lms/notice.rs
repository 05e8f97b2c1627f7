//! What is said of the platform, in the frame of the page, until the reader closes it.

use crate::i18n::of_lms;
use crate::shell::events::{on_element, within};
use crate::shell::{Navigation, element, focus_main};
use crate::widgets::put;
use leptos::prelude::document;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;

/// What is said, and what the reader can do about it.
#[derive(Clone)]
pub(super) struct Notice(Rc<Said>);

struct Said {
    navigation: Navigation,
    place: Option<Element>,
    /// All that was said, each once.
    said: RefCell<Vec<String>>,
    /// What stands there now.
    shown: RefCell<Vec<String>>,
    /// Whether what the platform holds can be replaced.
    offers: Cell<bool>,
}

impl Notice {
    /// A notice that says nothing yet.
    pub(super) fn new(navigation: Navigation) -> Self {
        let place = place();
        let notice = Self(Rc::new(Said {
            navigation,
            place: place.clone(),
            said: RefCell::default(),
            shown: RefCell::default(),
            offers: Cell::new(false),
        }));
        if let Some(place) = place {
            let it = notice.clone();
            on_element(&place, "click", move |event| {
                if within(&event, "[data-do=\"close\"]").is_some() {
                    it.close();
                }
            });
        }
        notice
    }

    /// Calls a handler when the reader wants to replace what the platform holds.
    pub(super) fn offer(&self, words: String, replace: impl Fn() + 'static) {
        self.0.offers.set(true);
        self.say(words);
        let it = self.clone();
        if let Some(place) = &self.0.place {
            on_element(place, "click", move |event| {
                if within(&event, "[data-do=\"replace\"]").is_some() && it.0.offers.replace(false) {
                    it.close();
                    replace();
                }
            });
        }
    }

    /// Says something, unless it was said before.
    pub(super) fn say(&self, words: String) {
        let Ok(mut said) = self.0.said.try_borrow_mut() else { return };
        if said.contains(&words) {
            return;
        }
        said.push(words.clone());
        if let Ok(mut shown) = self.0.shown.try_borrow_mut() {
            shown.push(words.clone());
        }
        self.draw();
        self.0.navigation.announce(words);
    }

    /// Takes away what is said. The focus goes to where the page begins.
    fn close(&self) {
        if let Ok(mut shown) = self.0.shown.try_borrow_mut() {
            shown.clear();
        }
        self.draw();
        focus_main();
    }

    fn draw(&self) {
        let (Some(place), Ok(shown)) = (&self.0.place, self.0.shown.try_borrow()) else { return };
        let t = of_lms();
        let mut out = String::new();
        for words in shown.iter() {
            // As wide as text is elsewhere.
            let line = ["<p style=\"max-inline-size: var(--measure)\">", "</p>"];
            put(&mut out, &line, &[words]);
        }
        out.push_str("<p class=\"popover-actions\">");
        if self.0.offers.get() {
            let button = ["<button type=\"button\" data-do=\"replace\">", "</button> "];
            put(&mut out, &button, &[t.replace]);
        }
        put(&mut out, &["<button type=\"button\" data-do=\"close\">", "</button></p>"], &[t.close]);
        place.set_inner_html(&out);
        let _ = match shown.is_empty() {
            true => place.set_attribute("hidden", ""),
            false => place.remove_attribute("hidden"),
        };
    }
}

/// The place in the frame, behind what else comes and goes there.
fn place() -> Option<Element> {
    let place = document().create_element("section").ok()?;
    place.set_attribute("class", "notice").ok()?;
    place.set_attribute("id", "lms-notice").ok()?;
    place.set_attribute("aria-label", of_lms().region).ok()?;
    place.set_attribute("hidden", "").ok()?;
    element("app")?.append_child(&place).ok()?;
    Some(place)
}
