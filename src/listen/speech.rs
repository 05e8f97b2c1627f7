//! The browser's voices, where it has any.

use super::voices::{Voice, offered};
use js_sys::{Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// The browser's way to speak; none in a browser without.
pub(super) fn synthesis() -> Option<SpeechSynthesis> {
    let found = Reflect::get(&window(), &JsValue::from_str("speechSynthesis")).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

/// The voices for a language, as they are to be offered.
pub(super) fn voices(language: &str) -> Vec<Voice> {
    let Some(synthesis) = synthesis() else { return Vec::new() };
    let all = synthesis.get_voices().into_iter().enumerate();
    let voices = all.map(|(place, voice)| {
        let voice: SpeechSynthesisVoice = voice.unchecked_into();
        Voice {
            name: voice.name(),
            uri: voice.voice_uri(),
            language: voice.lang(),
            local: voice.local_service(),
            place,
        }
    });
    offered(voices.collect(), language)
}

/// Speaks words, and calls `done` when they are spoken or break off.
pub(super) fn speak(
    words: &str,
    voice: &Voice,
    rate: f32,
    done: &Function,
) -> Option<SpeechSynthesisUtterance> {
    let utterance = SpeechSynthesisUtterance::new_with_text(words).ok()?;
    let place = u32::try_from(voice.place).ok()?;
    let synthesis = synthesis()?;
    // A browser may have found other voices in between; then it chooses by the language.
    let found: JsValue = synthesis.get_voices().get(place);
    if found.is_object() {
        utterance.set_voice(Some(found.unchecked_ref()));
    }
    utterance.set_lang(&voice.language.replace('_', "-"));
    utterance.set_rate(rate);
    for kind in ["end", "error"] {
        utterance.add_event_listener_with_callback(kind, done).ok()?;
    }
    synthesis.speak(&utterance);
    Some(utterance)
}

/// Whether somebody is being read to.
pub(crate) fn is_speaking() -> bool {
    synthesis().is_some_and(|it| it.speaking() && !it.paused())
}

/// Makes the browser silent.
pub(super) fn hush() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

/// Whether an event says that a voice failed, rather than that it was told to be silent.
pub(super) fn is_fault(event: &Event) -> bool {
    let error = Reflect::get(event, &JsValue::from_str("error")).ok().and_then(|it| it.as_string());
    !matches!(error.as_deref(), Some("interrupted" | "canceled"))
}
