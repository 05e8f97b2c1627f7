//! The story that this build carries.
//!
//! In the browser texts are empty, and so is what comes with the evidence: all of that stands in the
//! page, and nowhere else. What needs it there asks the page (`shell::entry_of`).

use std::sync::{LazyLock, OnceLock};
use story::{Chapter, Passage, Question, Story, Table};

/// The encoded story, made from `content/` by `build.rs`: without the texts that stand in the page.
#[cfg(target_arch = "wasm32")]
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/story.bin"));

/// The encoded story, made from `content/` by `build.rs`: whole, to write the page from.
#[cfg(not(target_arch = "wasm32"))]
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/whole.bin"));

static STORY: LazyLock<Story<'static>> = LazyLock::new(|| {
    #[cfg(target_arch = "wasm32")]
    let story = story::decode_abridged(BYTES).map(Story::from);
    #[cfg(not(target_arch = "wasm32"))]
    let story = story::decode(BYTES);
    // The build wrote these bytes with the same types, and a test reads them; an empty story would
    // still leave the prerendered text standing.
    story.unwrap_or_default()
});

/// The questions as they stand in the page, in the element of the id [`QUESTIONS_ID`].
#[cfg(not(target_arch = "wasm32"))]
pub static QUESTIONS_TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/questions.txt"));

/// Id of the element in which questions stand.
pub const QUESTIONS_ID: &str = "questions";

/// Where groups lie on the map's drawing, by id, in the order of the story's groups.
pub static POINTS: &[(&str, geo::Point)] = include!(concat!(env!("OUT_DIR"), "/points.rs"));

/// Where groups lie on the earth, in the order of the story's groups.
pub static PLACES: &[geo::distance::Direction] = include!(concat!(env!("OUT_DIR"), "/places.rs"));

/// A year, how many left in it, how that figure is to be read, and whether it is doubtful.
pub type Figure = (i16, u32, story::Bound, bool);

/// What the story's emigration table counts, and its figures, in the order of their years.
pub static EMIGRATION: (&str, &[Figure]) = include!(concat!(env!("OUT_DIR"), "/emigration.rs"));

/// Postal code, name, and the middle of each state on the earth.
pub static STATES: &[(&str, &str, geo::distance::Direction)] =
    include!(concat!(env!("OUT_DIR"), "/states.rs"));

/// The story, decoded once.
pub fn story() -> &'static Story<'static> {
    &STORY
}

/// The passage at an address (`chapter/passage`), and its chapter.
pub fn passage_at(address: &str) -> Option<(&'static Chapter<'static>, &'static Passage<'static>)> {
    let (chapter, passage) = address.split_once('/')?;
    let chapter = story().chapters.get(chapter)?;
    Some((chapter, chapter.passages.get(passage)?))
}

/// The questions, once they are there: they come after the story, when the quiz is shown or the evidence
/// is wanted.
pub fn questions() -> Option<&'static Table<Question<'static>>> {
    static QUESTIONS: OnceLock<Table<Question<'static>>> = OnceLock::new();
    if QUESTIONS.get().is_none() {
        let bytes = story::bytes_of_text(&questions_text()?);
        // They are read once and kept as long as the page, as the story is.
        let questions = story::decode_questions(Vec::leak(bytes)).ok()?;
        let _ = QUESTIONS.set(questions);
    }
    QUESTIONS.get()
}

#[cfg(target_arch = "wasm32")]
fn questions_text() -> Option<String> {
    leptos::prelude::document().get_element_by_id(QUESTIONS_ID)?.text_content()
}

#[cfg(not(target_arch = "wasm32"))]
fn questions_text() -> Option<String> {
    Some(QUESTIONS_TEXT.to_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_group_has_its_place_on_the_drawing() {
        let placed: Vec<&str> = super::POINTS.iter().map(|(id, _)| *id).collect();
        let groups: Vec<&str> = super::story().groups.iter().map(|group| group.id.0).collect();
        assert_eq!(placed, groups);
    }

    #[test]
    fn the_questions_in_the_page_are_those_of_the_story() {
        assert_eq!(super::questions(), Some(&super::story().questions));
    }

    #[test]
    fn the_built_story_decodes() {
        assert!(story::decode(super::BYTES).is_ok_and(|story| !story.chapters.is_empty()));
    }
}
