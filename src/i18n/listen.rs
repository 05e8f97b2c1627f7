//! Words of reading aloud.

/// Words of reading aloud.
pub struct ListenMessages {
    /// Begins to read a passage aloud.
    pub heading: &'static str,
}

pub(super) const ENGLISH: ListenMessages = ListenMessages { heading: "Listen" };
