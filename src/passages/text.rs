//! The words of an element, and the way from a place in them to a place in the page and back.

use leptos::prelude::document;
use std::ops::Range as Span;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range, Text};

/// Elements that stand on lines of their own.
const BLOCKS: &str = "p, li, blockquote, h1, h2, h3, td, th, div";

/// Words that an element has for tools, and not to be read.
const NO_TEXT: &str = ".passage-tools, button, .spoken, .connections, .cite";

/// The words of an element as one text, with a line break between its paragraphs.
///
/// Places in it are counted in bytes.
pub(crate) struct ElementText {
    /// The words.
    pub(crate) text: String,
    runs: Vec<Run>,
}

/// A text node of the page, and where its words begin.
struct Run {
    node: Text,
    start: usize,
    end: usize,
}

impl ElementText {
    /// The words of an element.
    pub(crate) fn of(element: &Element) -> Self {
        let mut out = Self { text: String::new(), runs: Vec::new() };
        out.take(element, &mut None);
        out
    }

    fn take(&mut self, element: &Element, block: &mut Option<Element>) {
        let mut next = element.first_child();
        while let Some(node) = next {
            next = node.next_sibling();
            if let Some(child) = node.dyn_ref::<Element>() {
                if !child.matches(NO_TEXT).unwrap_or(false) {
                    self.take(child, block);
                }
            } else if let Ok(text) = node.dyn_into::<Text>() {
                let within = element.closest(BLOCKS).ok().flatten();
                if within != *block {
                    if !self.text.is_empty() {
                        self.text.push('\n');
                    }
                    *block = within;
                }
                let start = self.text.len();
                self.text.push_str(&text.data());
                self.runs.push(Run { node: text, start, end: self.text.len() });
            }
        }
    }

    /// Where some of the words stand in the page.
    pub(crate) fn range(&self, words: Span<usize>) -> Option<Range> {
        let range = document().create_range().ok()?;
        let first = self.runs.iter().find(|run| words.start < run.end)?;
        let last = self.runs.iter().rev().find(|run| run.start < words.end)?;
        range.set_start(&first.node, self.units(first, words.start)?).ok()?;
        range.set_end(&last.node, self.units(last, words.end)?).ok()?;
        Some(range)
    }

    /// The words within a range of the page; none where it holds none of them.
    pub(crate) fn words_in(&self, range: &Range) -> Option<Span<usize>> {
        let mut held =
            self.runs.iter().filter(|run| range.intersects_node(&run.node).unwrap_or(false));
        let first = held.next()?;
        let last = held.next_back().unwrap_or(first);
        let (start_node, end_node) = (range.start_container().ok()?, range.end_container().ok()?);
        let start = self.place(first, &start_node, range.start_offset().ok()?, first.start);
        let end = self.place(last, &end_node, range.end_offset().ok()?, last.end);
        (start < end).then_some(start..end)
    }

    /// A place in a text node as a place in the words, or `otherwise` where the node is another.
    fn place(&self, run: &Run, node: &Node, units: u32, otherwise: usize) -> usize {
        if *node != **run.node {
            return otherwise;
        }
        let text = self.text.get(run.start..run.end).unwrap_or_default();
        run.start + bytes_of(text, units)
    }

    /// A place in the words as a place in a text node, in the browser's units.
    fn units(&self, run: &Run, place: usize) -> Option<u32> {
        let before = self.text.get(run.start..place.clamp(run.start, run.end))?;
        u32::try_from(before.encode_utf16().count()).ok()
    }
}

/// How many bytes so many units of UTF-16 are, from the beginning of a text.
fn bytes_of(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    text.char_indices()
        .find(|(_, character)| {
            let enough = left == 0;
            left = left.saturating_sub(character.len_utf16());
            enough
        })
        .map_or(text.len(), |(at, _)| at)
}

/// The words of a passage (or anything else) that has a full and an easy text: the element of the
/// one that is shown, and whether that is the easy one.
pub(crate) fn shown_text(passage: &Element) -> Option<(Element, bool)> {
    let chapter = passage.closest(".chapter").ok().flatten()?;
    let easy = chapter.query_selector(".easy-switch:checked").ok().flatten().is_some();
    let selector = if easy { ".easy" } else { ".full" };
    Some((passage.query_selector(selector).ok().flatten()?, easy))
}

#[cfg(test)]
mod tests {
    use super::bytes_of;

    #[test]
    fn the_browser_counts_units_and_we_count_bytes() {
        assert_eq!(bytes_of("abc", 2), 2);
        assert_eq!(bytes_of("–é\u{1f5fd}x", 0), 0);
        assert_eq!(bytes_of("–é\u{1f5fd}x", 2), 5);
        // A liberty statue is two units and four bytes.
        assert_eq!(bytes_of("–é\u{1f5fd}x", 4), 9);
        assert_eq!(bytes_of("ab", 9), 2);
    }
}
