//! The controls of reading aloud, at the foot of the window. They are prerendered and hidden.

use super::speed::Speed;
use super::voices::Voice;
use crate::i18n::of_listen;
use crate::shell::{element, events, set_hidden, write};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Id of the bar.
const BAR: &str = "listen-bar";

/// The bar before anything is read. Each button's value says what it does.
#[component]
pub fn ListenBar() -> impl IntoView {
    let t = of_listen();
    let button = |value: &'static str, words: &'static str| {
        view! { <button type="button" value=value id=format!("listen-{value}")>{words}</button> }
    };
    let step = |value: &'static str, [short, full]: [&'static str; 2]| {
        view! { <button type="button" value=value aria-label=full>{short}</button> }
    };
    view! {
        <section id=BAR aria-label=t.controls hidden>
            <p id="listen-state"></p>
            <div id="listen-controls">
                {step("back", t.back)} {button("pause", t.pause)} {step("next", t.next)}
                <span>{button("slower", t.slower)} <span id="listen-speed"></span> {button("faster", t.faster)}</span>
                <label>{t.voice} <select id="listen-voice"></select></label>
            </div>
            {button("stop", t.stop)}
        </section>
    }
}

/// Shows the bar with words, and its controls or only the way out.
pub(super) fn show(words: &str, controls: bool) {
    write("listen-state", words);
    set_hidden("listen-controls", !controls);
    set_hidden(BAR, false);
    keep_clear();
}

/// Hides the bar, and says whether the focus was in it.
pub(super) fn hide() -> bool {
    let focused = has_focus();
    set_hidden(BAR, true);
    keep_clear();
    focused
}

/// Names the button that pauses by what it would do.
pub(super) fn set_paused(paused: bool) {
    let t = of_listen();
    write("listen-pause", if paused { t.go_on } else { t.pause });
}

/// Shows a speed, and which ways lead on from it.
pub(super) fn set_speed(speed: Speed) {
    write("listen-speed", &[speed.name(), "×"].concat());
    for (id, last) in [("listen-slower", speed.slower()), ("listen-faster", speed.faster())] {
        if let Some(button) = element(id) {
            // Not `disabled`, which would take the focus away.
            let _ =
                button.set_attribute("aria-disabled", if last == speed { "true" } else { "false" });
        }
    }
}

/// Offers voices, of which one is chosen.
pub(super) fn set_voices(voices: &[Voice], chosen: usize) {
    let Some(list) = element("listen-voice") else { return };
    list.set_text_content(None);
    for (at, voice) in voices.iter().enumerate() {
        let Ok(option) = document().create_element("option") else { continue };
        option.set_text_content(Some(&voice.name));
        let _ = option.set_attribute("value", &voice.uri);
        if at == chosen {
            let _ = option.set_attribute("selected", "");
        }
        let _ = list.append_child(&option);
    }
}

/// The voice that the reader has chosen in the list.
pub(super) fn chosen_voice() -> Option<String> {
    let list = element("listen-voice")?.dyn_into::<web_sys::HtmlSelectElement>().ok()?;
    Some(list.value())
}

/// How much of the foot of the window the bar takes, in pixels. The style sheet keeps that clear of
/// what has the focus.
pub(super) fn keep_clear() -> f64 {
    let height = element(BAR).map_or(0, |bar| bar.offset_height());
    if let Some(root) = events::elements("html").first() {
        let _ = root.style().set_property("--listen-bar", &[&height.to_string(), "px"].concat());
    }
    f64::from(height)
}

fn has_focus() -> bool {
    let focused = document().active_element();
    element(BAR).is_some_and(|bar| bar.contains(focused.as_deref()))
}
