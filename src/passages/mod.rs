//! Passages as they stand in the page: their words and sentences, and what is painted over words.
//!
//! The page's nodes stay as they are: words are found by where they stand in text nodes, and painted
//! by the browser's own highlights, which need no elements.

mod paint;
mod sentences;
mod text;

pub(crate) use paint::paint;
pub(crate) use sentences::{parts, sentences};
pub(crate) use text::{ElementText, shown_text};
