//! Words of the timeline's controls.

/// Words of the timeline's controls.
pub struct TimelineMessages {
    /// Names the controls.
    pub heading: &'static str,
}

pub(super) const ENGLISH: TimelineMessages = TimelineMessages { heading: "Choose events" };
