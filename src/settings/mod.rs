//! How the page looks, and what it keeps on this device.
//!
//! A choice ([`choices`]) is an attribute of the root, which the style sheet turns into sizes and
//! colours, so that the page's inline script can set it before first paint; `root` keeps it in step
//! with the storage and the controls. [`kept`] tells what is stored.

pub mod choices;
mod device;
pub mod kept;
mod root;
mod travel;
mod view;

pub use choices::CHOICES;
pub(crate) use device::{forget_reader, show_easy};
pub use kept::Kept;
pub(crate) use root::has_keys;
pub use travel::Brought;
pub(crate) use travel::{RESULT, travel};
pub use view::SettingsPage;

use crate::i18n::of_settings;
use crate::notes::NotesState;
use crate::progress::ProgressState;
use crate::route::View;
use crate::shell::events::{effect, on_document, on_window, within};
use crate::shell::{Navigation, chunks};
use choices::Choice;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlInputElement;

/// Follows the controls of settings, those of the masthead too, and other tabs.
pub(crate) fn start(navigation: Navigation, progress: ProgressState, notes: NotesState) {
    root::take_up_stored();
    on_document("change", move |event| {
        let Some(input) = within(&event, "#settings-view input") else { return };
        let Ok(input) = input.dyn_into::<HtmlInputElement>() else { return };
        match input.get_attribute("data-setting").as_deref().and_then(Choice::named) {
            Some(choice) => root::choose(choice, &input.value()),
            None => chunks::travel(Some(input), progress, notes),
        }
    });
    on_document("click", move |event| {
        if let Some(button) = within(&event, "#theme-switch, #settings-view button") {
            match button.id().as_str() {
                "theme-switch" => {
                    if let Some(theme) = Choice::named("theme") {
                        root::choose(theme, if root::is_dark() { "light" } else { "dark" });
                    }
                }
                "reset-settings" => {
                    root::reset();
                    navigation.announce(of_settings().reset_done.to_owned());
                }
                "save-progress" => chunks::travel(None, progress, notes),
                "clear-device" => device::ask(),
                "clear-no" => device::close(),
                "clear-yes" => device::clear(progress, notes),
                _ => {}
            }
        }
    });
    on_window("storage", |_| {
        root::take_up_stored();
        device::show_kept();
    });
    on_window(root::STORED, |_| device::show_kept());
    // While other pages were shown, more may have been read.
    effect(move || {
        if navigation.route.with(|route| route.view == View::Settings) {
            device::show_kept();
        }
    });
    // A switch that says what is shown has to hear when the system changes it.
    if let Some(query) = root::prefers_dark() {
        let closure = Closure::<dyn FnMut()>::new(root::show);
        let _ = query.add_event_listener_with_callback("change", closure.as_ref().unchecked_ref());
        closure.forget();
    }
}
