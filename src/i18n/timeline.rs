//! Words of what entries are connected with.

/// Words of what entries are connected with.
pub struct TimelineMessages {
    /// Before links to passages that speak of an entry.
    pub in_the_story: &'static str,
    /// Before links to events.
    pub on_the_timeline: &'static str,
    /// Before links to groups.
    pub groups: &'static str,
    /// Before links to claims.
    pub claims: &'static str,
}

pub(super) const ENGLISH: TimelineMessages = TimelineMessages {
    in_the_story: "In the story",
    on_the_timeline: "On the timeline",
    groups: "Groups",
    claims: "How we know",
};
