//! Words of passages, as they stand in the page: the program itself has none.

use super::plan::{LETTERS, MEANWHILE, parts};
use crate::passages::ElementText;
use crate::shell::element;
use crate::shell::events::elements_in;
use crate::widgets::put;
use leptos::prelude::document;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// Up to so many letters are set larger.
const SHORT: usize = 320;

/// A passage in its parts.
#[derive(Default)]
pub(super) struct Words {
    /// Its heading.
    pub(super) heading: String,
    /// Its paragraphs: the words, and the kind of element that they stand in.
    paragraphs: Vec<(String, Kind)>,
    /// Which of them are shown together.
    pub(super) parts: Vec<Range<usize>>,
}

/// What a paragraph is.
#[derive(Clone, Copy)]
enum Kind {
    Plain,
    Quotation,
    Entry,
}

impl Words {
    /// The words of a passage, or of the panel of its chapter.
    pub(super) fn of(chapter: &str, passage: &str, easy: bool) -> Self {
        Self::found(chapter, passage, easy).unwrap_or_default()
    }

    fn found(chapter: &str, passage: &str, easy: bool) -> Option<Self> {
        let place = place_of(chapter, passage)?;
        let heading = place.query_selector("h2").ok()??.text_content()?;
        let text = place.query_selector(if easy { ".easy" } else { ".full" }).ok()??;
        let mut paragraphs = Vec::new();
        for paragraph in elements_in(&text, "p, li") {
            let kind = match paragraph.closest("blockquote") {
                _ if paragraph.tag_name() == "LI" => Kind::Entry,
                Ok(Some(_)) => Kind::Quotation,
                _ => Kind::Plain,
            };
            paragraphs.push((ElementText::of(&paragraph).text, kind));
        }
        let lengths: Vec<usize> =
            paragraphs.iter().map(|(words, _)| words.chars().count()).collect();
        Some(Self { heading, paragraphs, parts: parts(&lengths, LETTERS) })
    }

    /// Whether a part leaves room for larger type.
    pub(super) fn is_short(&self, part: usize) -> bool {
        let shown = self.parts.get(part).and_then(|part| self.paragraphs.get(part.clone()));
        let letters = shown.into_iter().flatten().map(|(words, _)| words.chars().count());
        letters.sum::<usize>() <= SHORT
    }

    /// Adds the paragraphs of a part.
    pub(super) fn put_part(&self, out: &mut String, part: usize) {
        let shown = self.parts.get(part).and_then(|part| self.paragraphs.get(part.clone()));
        for (words, kind) in shown.into_iter().flatten() {
            let markup = match kind {
                Kind::Plain => ["<p>", "</p>"],
                Kind::Quotation => ["<blockquote><p>", "</p></blockquote>"],
                Kind::Entry => ["<p class=\"show-entry\">", "</p>"],
            };
            put(out, &markup, &[words]);
        }
    }
}

/// Where a passage stands in the page.
fn place_of(chapter: &str, passage: &str) -> Option<Element> {
    if passage == MEANWHILE {
        return within_chapter(chapter, ".meanwhile");
    }
    element(&["/read/", chapter, "/", passage].concat()).map(Element::from)
}

/// The first element of a chapter's page that matches.
pub(super) fn within_chapter(chapter: &str, selector: &str) -> Option<Element> {
    element(&["/read/", chapter].concat())?.query_selector(selector).ok()?
}

/// The words of the first element of a chapter's page that matches.
pub(super) fn words_in_chapter(chapter: &str, selector: &str) -> String {
    within_chapter(chapter, selector).and_then(|it| it.text_content()).unwrap_or_default()
}

/// Whether the reader has set a chapter to easy words.
pub(super) fn reads_easy(chapter: &str) -> bool {
    let switch = document().get_element_by_id(&["easy-", chapter].concat());
    switch
        .and_then(|it| it.dyn_into::<HtmlInputElement>().ok())
        .is_some_and(|switch| switch.checked())
}
