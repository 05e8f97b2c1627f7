//! Words of the stage beside the text.

/// Words of the stage beside the text.
pub struct StageMessages {
    /// Names the stage.
    pub heading: &'static str,
}

pub(super) const ENGLISH: StageMessages = StageMessages { heading: "Where and when" };
