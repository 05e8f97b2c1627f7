//! What would lead out of the page.

use crate::shell::events::{elements, on_window, within};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, MouseEvent};

/// Closes every way out, also those that come with the evidence.
pub(super) fn close() {
    make_text();
    on_window("otg:evidence", |_| make_text());
    // Before anybody else hears of it.
    let closure = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        if leads_out(&event) {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    for kind in ["click", "auxclick", "contextmenu", "dragstart"] {
        let listener = closure.as_ref().unchecked_ref();
        let _ = document().add_event_listener_with_callback_and_bool(kind, listener, true);
    }
    closure.forget();
}

/// Leaves of links that lead out of the page their words.
fn make_text() {
    for link in elements("a[href^=http]") {
        let _ = link.remove_attribute("href");
    }
}

/// Whether something leads out of the page, or would open it a second time: only a plain press of a
/// link within it does not. A long press and a drag offer both.
fn leads_out(event: &Event) -> bool {
    let kind = event.type_();
    if kind == "contextmenu" || kind == "dragstart" {
        return true;
    }
    let Some(link) = within(event, "a[href]") else { return false };
    let within_page = link.get_attribute("href").is_some_and(|href| href.starts_with('#'));
    let plain = event
        .dyn_ref::<MouseEvent>()
        .is_none_or(|event| !crate::shell::events::is_for_browser(event));
    !(within_page && plain)
}
