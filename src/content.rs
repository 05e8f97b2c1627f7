//! The story that this build carries.

use std::sync::LazyLock;
use story::Story;

/// The encoded story, made from `content/` by `build.rs`.
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/story.bin"));

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
