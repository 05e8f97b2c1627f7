//! The browser's voices. It may have no speech at all, no voice, or voices that fail.

use super::voices::{RANKS, rank};
use js_sys::Reflect;
use leptos::prelude::{document, window};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Event, EventTarget, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice,
};

/// What the voice said of what it was given to speak.
pub(super) enum Heard {
    /// All was spoken.
    Ended,
    /// It was silenced from elsewhere.
    Silenced,
    /// It failed.
    Failed,
}

/// What is being spoken. Chromium forgets, and never ends, what nobody holds.
#[derive(Default)]
pub(super) struct Speech {
    spoken: RefCell<Vec<SpeechSynthesisUtterance>>,
}

impl Speech {
    /// Speaks this instead of what is being spoken, in parts; says whether the browser takes it.
    pub(super) fn speak(
        &self,
        parts: &[&str],
        voice: Option<&SpeechSynthesisVoice>,
        speed: f32,
        listener: &js_sys::Function,
    ) -> bool {
        self.silence();
        let Some(speech) = synthesis() else { return false };
        let mut utterances = Vec::new();
        for part in parts {
            let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(part) else { return false };
            utterance.set_lang(&language());
            utterance.set_voice(voice);
            utterance.set_rate(speed);
            for kind in ["end", "error"] {
                let _ = utterance.add_event_listener_with_callback(kind, listener);
            }
            utterances.push(utterance);
        }
        self.spoken.replace(utterances.clone());
        // Another page may have left the voice paused.
        speech.resume();
        for utterance in &utterances {
            speech.speak(utterance);
        }
        true
    }

    /// Silences the voice.
    pub(super) fn silence(&self) {
        // What is told of them after this is of no interest.
        if !self.spoken.take().is_empty()
            && let Some(speech) = synthesis()
        {
            speech.cancel();
        }
    }

    /// What an event tells of what is being spoken now.
    pub(super) fn heard(&self, event: &Event) -> Option<Heard> {
        let target = event.target()?;
        let spoken = self.spoken.borrow();
        let at = spoken.iter().position(|it| {
            let it: &EventTarget = it;
            *it == target
        })?;
        if event.type_() == "end" {
            return (at + 1 == spoken.len()).then_some(Heard::Ended);
        }
        let error = Reflect::get(event, &JsValue::from_str("error")).ok()?.as_string();
        Some(match error.as_deref() {
            Some("interrupted" | "canceled") => Heard::Silenced,
            _ => Heard::Failed,
        })
    }
}

/// The voices that can read this page, the best of them first; all of them where none speaks its
/// language.
pub(super) fn voices() -> Vec<SpeechSynthesisVoice> {
    let all: Vec<SpeechSynthesisVoice> = synthesis()
        .map(|it| it.get_voices().iter().map(JsCast::unchecked_into).collect())
        .unwrap_or_default();
    let page = language();
    let mut fitting = Vec::new();
    for wanted in RANKS {
        for voice in &all {
            if rank(&page, &voice.lang(), voice.local_service(), voice.default()) == Some(wanted) {
                fitting.push(voice.clone());
            }
        }
    }
    if fitting.is_empty() { all } else { fitting }
}

fn language() -> String {
    document().document_element().and_then(|it| it.get_attribute("lang")).unwrap_or_default()
}

fn synthesis() -> Option<SpeechSynthesis> {
    // Asking for what is not there gives something that throws when it is used.
    let found = Reflect::get(&window(), &JsValue::from_str("speechSynthesis")).ok()?;
    found.is_object().then(|| found.unchecked_into())
}
