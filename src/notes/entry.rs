//! A note as it is listed: in reading order, with what it is called where it stands.

use super::model::Note;
use crate::content::story;
use crate::i18n::of_notes;
use crate::widgets::sorted_by;
use std::ops::Range;

/// Where the words of a note stand in the story as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The passage, as `chapter/passage`.
    pub address: String,
    /// Its words.
    pub words: Range<usize>,
}

/// A note with what a list says of it.
pub struct Entry<'a> {
    /// The note.
    pub note: &'a Note,
    /// Where its words stand; none where they are gone.
    pub found: Option<Found>,
    /// Title of the chapter; empty where there is none any more.
    pub chapter: &'static str,
    /// Heading of the passage; likewise.
    pub passage: &'static str,
    order: (usize, usize, bool, usize),
}

impl<'a> Entry<'a> {
    /// The entry of a note whose words were found there, or not.
    pub fn of(note: &'a Note, found: Option<Found>) -> Self {
        let (chapter, passage) = found
            .as_ref()
            .and_then(|found| found.address.split_once('/'))
            .unwrap_or((&note.chapter, &note.passage));
        let chapter_at = story().chapters.position(chapter);
        let chapter = story().chapters.get(chapter);
        let passage_at = chapter.and_then(|it| it.passages.position(passage));
        let passage = chapter.and_then(|it| it.passages.get(passage));
        let start = found.as_ref().map_or(0, |found| found.words.start);
        let last = |at: Option<usize>| at.unwrap_or(usize::MAX);
        let chapter_at = if found.is_some() { chapter_at } else { None };
        Self {
            note,
            found,
            chapter: chapter.map_or("", |it| it.title),
            passage: passage.map_or("", |it| it.heading),
            order: (last(chapter_at), last(passage_at), note.easy, start),
        }
    }

    /// The address of the passage, from its `#` on; empty where there is none any more.
    pub fn address(&self) -> String {
        let Some(found) = &self.found else { return String::new() };
        let mut out = String::from("#/read/");
        out.push_str(&found.address);
        out
    }

    /// How to cite the words.
    pub fn citation(&self) -> String {
        let cite = of_notes().citation;
        cite(self.passage, self.chapter, story().title, &self.note.edition, &self.address())
    }

    /// The day on which the note was made.
    pub fn day(&self) -> &str {
        self.note.created.get(..10).unwrap_or(&self.note.created)
    }
}

/// Entries in the order in which their words are read; those whose words are gone come last.
pub fn sorted(entries: Vec<Entry<'_>>) -> Vec<Entry<'_>> {
    sorted_by(entries, |entry| (entry.order, entry.note.id.as_str()))
}

/// The first words of a text.
pub(super) fn first_words(text: &str) -> String {
    const MOST: usize = 60;
    let mut out = String::new();
    for word in text.split_whitespace() {
        if out.len() + word.len() > MOST && !out.is_empty() {
            out.push('…');
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
