//! Listening to the page, and following signals: one piece of code for all who do.
//!
//! Each closure has a type of its own, and whatever is generic over it is compiled, and downloaded,
//! once for each. Here closures are boxed first.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit, MouseEvent, NodeList,
};

/// Calls a handler for every event of this kind that reaches the window, as long as the page lives.
pub(crate) fn on_window(kind: &str, handler: impl FnMut(Event) + 'static) {
    listen(&window(), kind, Box::new(handler));
}

/// Calls a handler for every event of this kind that reaches the document, which is before the
/// navigation, on the window, hears of it.
pub(crate) fn on_document(kind: &str, handler: impl FnMut(Event) + 'static) {
    listen(&document(), kind, Box::new(handler));
}

/// Calls a handler for every event of this kind within an element, as long as it lives.
pub(crate) fn on_element(element: &Element, kind: &str, handler: impl FnMut(Event) + 'static) {
    listen(element, kind, Box::new(handler));
}

fn listen(target: &web_sys::EventTarget, kind: &str, handler: Box<dyn FnMut(Event)>) {
    let closure = Closure::wrap(handler);
    let _ = target.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Runs something now, and again whenever a signal changes that it read, as long as its owner lives.
pub(crate) fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_: Option<()>| run());
}

/// A signal that is worked out from others whenever it is read.
pub(crate) fn derived<T: Send + Sync + 'static>(
    read: impl Fn() -> T + Send + Sync + 'static,
) -> Signal<T> {
    let read: Box<dyn Fn() -> T + Send + Sync> = Box::new(read);
    Signal::derive(read)
}

/// Runs something before the next frame is painted, when what has changed is in the page.
pub(crate) fn next_frame(run: impl FnOnce() + 'static) {
    let run: Box<dyn FnOnce()> = Box::new(run);
    request_animation_frame(run);
}

/// Runs something when what has changed is painted: what it changes is seen in the frame after.
pub(crate) fn after_paint(run: impl FnOnce() + 'static) {
    let run: Box<dyn FnOnce()> = Box::new(run);
    next_frame(move || set_timeout(run, Duration::ZERO));
}

/// Runs something when what has changed is painted, with the milliseconds that styling, layout and painting
/// took.
pub(crate) fn after_paint_timed(run: impl FnOnce(usize) + 'static) {
    next_frame(move || {
        let start = js_sys::Date::now();
        set_timeout(move || run((js_sys::Date::now() - start) as usize), Duration::ZERO);
    });
}

/// The element that an event was in, if it or what holds it matches.
pub(crate) fn within(event: &Event, selector: &str) -> Option<HtmlElement> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest(selector).ok().flatten()?.dyn_into().ok()
}

/// Whether a click asks for a new tab, a window or a download, and so is the browser's.
pub(crate) fn is_for_browser(event: &MouseEvent) -> bool {
    event.button() != 0
        || event.ctrl_key()
        || event.meta_key()
        || event.shift_key()
        || event.alt_key()
}

/// All elements that match.
pub(crate) fn elements(selector: &str) -> Vec<HtmlElement> {
    listed(document().query_selector_all(selector))
}

/// All elements within another that match, in the order of the page.
pub(crate) fn elements_in(place: &Element, selector: &str) -> Vec<HtmlElement> {
    listed(place.query_selector_all(selector))
}

fn listed(found: Result<NodeList, JsValue>) -> Vec<HtmlElement> {
    let Ok(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Calls a handler whenever a passage comes into view or leaves it, as the options define that.
pub(crate) fn on_passages_seen(
    options: &IntersectionObserverInit,
    mut handler: impl FnMut(&IntersectionObserverEntry) + 'static,
) {
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        for entry in entries.iter() {
            if let Ok(entry) = entry.dyn_into() {
                handler(&entry);
            }
        }
    });
    let callback = seen.as_ref().unchecked_ref();
    if let Ok(observer) = IntersectionObserver::new_with_options(callback, options) {
        for passage in elements("[data-passage]") {
            observer.observe(&passage);
        }
    }
    // Both live as long as the page.
    seen.forget();
}
