//! What is to be read: the passages from one of them to the end of its chapter, by sentences.

use super::sentences::sentences;
use crate::passages::{ElementText, shown_text};
use std::ops::Range as Span;
use web_sys::{Element, Range};

/// Sentences in order, with the parts of the page that they stand in.
#[derive(Default)]
pub(super) struct Script {
    parts: Vec<Part>,
    sentences: Vec<(usize, Span<usize>)>,
}

/// A heading, or the text under one.
struct Part {
    section: Element,
    heading: String,
    text: ElementText,
}

/// One sentence, as it is spoken and shown.
pub(super) struct Sentence<'a> {
    /// Its words.
    pub(super) words: &'a str,
    /// What heads the passage that it stands in.
    pub(super) heading: &'a str,
    /// That passage.
    pub(super) section: &'a Element,
    /// Where it stands in the page.
    pub(super) range: Option<Range>,
}

impl Script {
    /// What is to be read from this passage on, in the words that are shown.
    pub(super) fn from(passage: Element) -> Self {
        let mut out = Self::default();
        let mut next = Some(passage);
        while let Some(section) = next {
            next = section.next_element_sibling();
            let Ok(Some(heading)) = section.query_selector("h2") else { continue };
            let title = ElementText::of(&heading);
            let words = title.text.clone();
            out.add(&section, &words, title);
            if let Some((text, _)) = shown_text(&section) {
                out.add(&section, &words, ElementText::of(&text));
            }
        }
        out
    }

    fn add(&mut self, section: &Element, heading: &str, text: ElementText) {
        let part = self.parts.len();
        self.sentences.extend(sentences(&text.text).into_iter().map(|span| (part, span)));
        self.parts.push(Part { section: section.clone(), heading: heading.to_owned(), text });
    }

    /// How many sentences there are.
    pub(super) fn len(&self) -> usize {
        self.sentences.len()
    }

    /// A sentence by its place.
    pub(super) fn sentence(&self, at: usize) -> Option<Sentence<'_>> {
        let (part, span) = self.sentences.get(at)?;
        let part = self.parts.get(*part)?;
        Some(Sentence {
            words: part.text.text.get(span.clone())?,
            heading: &part.heading,
            section: &part.section,
            range: part.text.range(span.clone()),
        })
    }
}
