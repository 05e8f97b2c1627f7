//! Words of marks and notes.

/// Words of marks and notes.
pub struct NotesMessages {
    /// Heading of the list of marks and notes.
    pub heading: &'static str,
    /// Marks a passage, or the words selected in it.
    pub mark: &'static str,
}

pub(super) const ENGLISH: NotesMessages =
    NotesMessages { heading: "Marks and notes", mark: "Mark" };
