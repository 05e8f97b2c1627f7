//! The control bar as it is prerendered: hidden, until something is read aloud.

use crate::i18n::messages;
use leptos::prelude::*;

/// Speeds, as they are chosen and stored.
const SPEEDS: [&str; 4] = ["0.75", "1", "1.25", "1.5"];

/// The bar that reading aloud is controlled by.
#[component]
pub fn ListenFrame() -> impl IntoView {
    let t = &messages().listen;
    let speeds = SPEEDS
        .into_iter()
        .map(|speed| view! { <option value=speed selected=speed == "1">{speed} "×"</option> })
        .collect_view();
    view! {
        <div id="listen-bar" role="region" aria-label=t.region hidden>
            <p id="listen-now"></p>
            <div id="listen-controls">
                <button type="button" id="listen-pause">{t.pause}</button>
                <button type="button" id="listen-back">
                    {t.back}<span class="spoken">" " {t.one_sentence}</span>
                </button>
                <button type="button" id="listen-on">
                    {t.on}<span class="spoken">" " {t.one_sentence}</span>
                </button>
                <label>{t.speed} " " <select id="listen-speed">{speeds}</select></label>
                <label>{t.voice} " " <select id="listen-voice"></select></label>
            </div>
            <button type="button" id="listen-stop">{t.stop}</button>
        </div>
    }
}
