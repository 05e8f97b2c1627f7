//! The story that this build carries.
//!
//! In the browser texts are empty: they stand in the page, and nowhere else. What needs one there
//! asks the page for it (`shell::entry_of`).

use std::sync::LazyLock;
use story::Story;

/// The encoded story, made from `content/` by `build.rs`: without the texts that stand in the page.
#[cfg(target_arch = "wasm32")]
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/story.bin"));

/// The encoded story, made from `content/` by `build.rs`: whole, to write the page from.
#[cfg(not(target_arch = "wasm32"))]
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/whole.bin"));

static STORY: LazyLock<Story<'static>> = LazyLock::new(|| {
    // The build wrote these bytes with the same types, and a test reads them; an empty story would
    // still leave the prerendered text standing.
    story::decode(BYTES).unwrap_or_default()
});

/// Where groups lie on the map's drawing, by id, in the order of the story's groups.
pub static POINTS: &[(&str, geo::Point)] = include!(concat!(env!("OUT_DIR"), "/points.rs"));

/// The story, decoded once.
pub fn story() -> &'static Story<'static> {
    &STORY
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
    fn the_built_story_decodes() {
        assert!(story::decode(super::BYTES).is_ok_and(|story| !story.chapters.is_empty()));
    }
}
