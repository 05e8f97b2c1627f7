//! What is read: from a passage to the end of its chapter, sentence by sentence.

use super::sentences::{parts, sentences};
use crate::passages::{ElementText, shown_text};
use crate::shell::events;
use leptos::prelude::window;
use std::ops::Range as Span;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Range};

/// How many characters a voice is given at once: some browsers fall silent after a quarter of a
/// minute.
const LIMIT: usize = 200;

/// The text of a reading.
#[derive(Default)]
pub(super) struct Script {
    texts: Vec<ElementText>,
    sections: Vec<Section>,
    sentences: Vec<Sentence>,
    /// What a voice is given at once: the sentence, and where in its text it stands.
    parts: Vec<(usize, Span<usize>)>,
}

/// A passage, or what stands among passages.
struct Section {
    element: Element,
    heading: String,
}

struct Sentence {
    text: usize,
    section: usize,
    span: Span<usize>,
}

impl Script {
    /// What is to be read from a section on, in the words that are shown.
    pub(super) fn from(first: Element) -> Self {
        let mut script = Self::default();
        let mut next = Some(first);
        while let Some(element) = next {
            next = element.next_element_sibling();
            let heading = element.query_selector("h2").ok().flatten();
            let words = heading.as_ref().and_then(|it| it.text_content()).unwrap_or_default();
            let text = shown_text(&element).map(|(text, _)| text);
            script.sections.push(Section { element, heading: words });
            for part in [heading, text].into_iter().flatten() {
                script.add(&part);
            }
        }
        script
    }

    fn add(&mut self, element: &Element) {
        let text = ElementText::of(element);
        for span in sentences(&text.text) {
            let sentence = text.text.get(span.clone()).unwrap_or_default();
            if sentence.trim().is_empty() {
                continue;
            }
            for part in parts(sentence, LIMIT) {
                let part = span.start + part.start..span.start + part.end;
                self.parts.push((self.sentences.len(), part));
            }
            // What is painted ends with the last word.
            let span = span.start..span.start + sentence.trim_end().len();
            let (text, section) = (self.texts.len(), self.sections.len().saturating_sub(1));
            self.sentences.push(Sentence { text, section, span });
        }
        self.texts.push(text);
    }

    /// For each part its sentence.
    pub(super) fn sentence_of_parts(&self) -> Vec<usize> {
        self.parts.iter().map(|(sentence, _)| *sentence).collect()
    }

    /// The words of a part.
    pub(super) fn words(&self, part: usize) -> Option<&str> {
        let (sentence, span) = self.parts.get(part)?;
        let text = self.texts.get(self.sentences.get(*sentence)?.text)?;
        text.text.get(span.clone()).map(str::trim)
    }

    /// Where a sentence stands in the page.
    pub(super) fn range(&self, sentence: usize) -> Option<Range> {
        let sentence = self.sentences.get(sentence)?;
        self.texts.get(sentence.text)?.range(sentence.span.clone())
    }

    /// Which section a sentence is in.
    pub(super) fn section(&self, sentence: usize) -> Option<usize> {
        Some(self.sentences.get(sentence)?.section)
    }

    /// The heading of a section.
    pub(super) fn heading(&self, section: usize) -> &str {
        self.sections.get(section).map_or("", |it| &it.heading)
    }

    /// The button that begins to read at a section or, where it has none, before it.
    pub(super) fn button(&self, section: usize) -> Option<HtmlElement> {
        self.sections
            .iter()
            .take(section + 1)
            .rev()
            .find_map(|it| it.element.query_selector(".listen").ok().flatten()?.dyn_into().ok())
    }
}

/// Scrolls so that words can be seen above what covers the foot of the window, and below a stage
/// that lies over the text, if they can't.
pub(super) fn bring_into_view(words: &Range, covered: f64) {
    let height = window().inner_height().ok().as_ref().and_then(JsValue::as_f64);
    let Some(height) = height else { return };
    let rect = words.get_bounding_client_rect();
    let stages = events::elements(".stage");
    let stage = stages
        .iter()
        .map(|it| it.get_bounding_client_rect())
        .find(|it| it.height() > 0.0 && it.left() < rect.right() && rect.left() < it.right());
    let top = stage.map_or(0.0, |it| it.bottom().max(0.0));
    let bottom = height - covered;
    if rect.top() >= top && rect.bottom() <= bottom {
        return;
    }
    let still = window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches());
    let options = web_sys::ScrollToOptions::new();
    options.set_top(rect.top() - top - (bottom - top) / 5.0);
    let behavior =
        if still { web_sys::ScrollBehavior::Instant } else { web_sys::ScrollBehavior::Smooth };
    options.set_behavior(behavior);
    window().scroll_by_with_scroll_to_options(&options);
}
