//! What was chosen, on the root of the page, where the style sheet sees it; and in the storage.
//!
//! The root is what holds: where storage is blocked, a choice lasts as long as the page.

use super::choices::{CHOICES, Choice};
use crate::progress::{read_setting, remove_setting, write_setting};
use crate::shell::element;
use crate::shell::events::elements;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, HtmlInputElement, MediaQueryList};

/// Said to the window when something was stored or cleared by other means than the view that keeps
/// it: whoever keeps a copy reads it again.
pub(crate) const STORED: &str = "otg:stored";

/// Tells screen readers of the key.
const KEY: &str = "aria-keyshortcuts";

/// What holds now.
pub(super) fn chosen(choice: &Choice) -> &'static str {
    let word = document().document_element().and_then(|it| it.get_attribute(&choice.attribute()));
    choice.value(word.as_deref())
}

/// Whether single keys do anything: who speaks to a device, or whose hands slip, may not want them.
pub(crate) fn has_keys() -> bool {
    Choice::named("keys").is_none_or(|choice| chosen(choice) != "off")
}

/// Takes up a choice and stores it.
pub(super) fn choose(choice: &Choice, value: &str) {
    set(choice, value);
    if value == choice.usual {
        remove_setting(&choice.key());
    } else {
        write_setting(&choice.key(), value);
    }
    show();
    announce_stored();
}

/// Takes all choices back.
pub(super) fn reset() {
    for choice in &CHOICES {
        choose(choice, choice.usual);
    }
}

/// Takes up what is stored, which another tab may have changed.
pub(super) fn take_up_stored() {
    for choice in &CHOICES {
        set(choice, choice.value(read_setting(&choice.key()).as_deref()));
    }
    show();
}

fn set(choice: &Choice, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = if value == choice.usual {
            root.remove_attribute(&choice.attribute())
        } else {
            root.set_attribute(&choice.attribute(), value)
        };
    }
}

/// Tells whoever keeps a copy of what is stored to read it again.
pub(super) fn announce_stored() {
    if let Ok(event) = CustomEvent::new(STORED) {
        let _ = window().dispatch_event(&event);
    }
}

/// Brings all controls in step with what holds.
pub(super) fn show() {
    for button in elements("input[data-setting]") {
        let Ok(button) = button.dyn_into::<HtmlInputElement>() else { continue };
        let name = button.get_attribute("data-setting").unwrap_or_default();
        if let Some(choice) = Choice::named(&name) {
            button.set_checked(button.value() == chosen(choice));
        }
    }
    for link in elements("[data-nav=search]") {
        let _ = if has_keys() { link.set_attribute(KEY, "/") } else { link.remove_attribute(KEY) };
    }
    if let Some(switch) = element("theme-switch") {
        let _ = switch.set_attribute("aria-pressed", if is_dark() { "true" } else { "false" });
    }
}

/// Whether what is shown is dark, by choice or by the system's preference.
pub(super) fn is_dark() -> bool {
    match Choice::named("theme").map(chosen) {
        Some("dark") => true,
        Some("light") => false,
        _ => prefers_dark().is_some_and(|query| query.matches()),
    }
}

/// The question whether the system prefers dark.
pub(super) fn prefers_dark() -> Option<MediaQueryList> {
    window().match_media("(prefers-color-scheme: dark)").ok().flatten()
}
