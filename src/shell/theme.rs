//! Light or dark.

use super::document::{element, root};
use crate::progress::{read_setting, write_setting};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Where the theme is stored. The inline script of the page applies it before first paint.
const KEY: &str = "open-gates.theme";

/// Follows the switch to the dark theme. Until it is used, the system's preference holds.
pub(super) fn start() {
    let Some(switch) = element("theme-switch") else { return };
    let dark = RwSignal::new(match read_setting(KEY).as_deref() {
        Some(stored) => stored == "dark",
        None => prefers_dark(),
    });
    let pressed = switch.clone();
    Effect::new(move |_| {
        let _ = pressed.set_attribute("aria-pressed", if dark.get() { "true" } else { "false" });
    });
    window_event_listener(ev::click, move |event| {
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        if !switch.contains(target.as_ref()) {
            return;
        }
        dark.update(|dark| *dark = !*dark);
        let name = if dark.get_untracked() { "dark" } else { "light" };
        write_setting(KEY, name);
        if let Some(root) = root() {
            let _ = root.set_attribute("data-theme", name);
        }
    });
}

fn prefers_dark() -> bool {
    window()
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}
