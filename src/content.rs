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

/// The story, decoded once.
pub fn story() -> &'static Story<'static> {
    &STORY
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_built_story_decodes() {
        assert!(story::decode(super::BYTES).is_ok_and(|story| !story.chapters.is_empty()));
    }
}
