//! The first line of what is stored as lines: what it is, and in which form.

use std::str::Lines;

/// Why a stored text can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoredError {
    /// It is not in a form that this page writes.
    Unreadable,
    /// A newer page wrote it.
    Newer,
}

/// The lines after a first line of `mark`, a tab, and the version of the form.
///
/// # Errors
/// When the first line is something else, or names a version newer than `newest`.
pub fn versioned<'t>(text: &'t str, mark: &str, newest: u32) -> Result<Lines<'t>, StoredError> {
    let mut lines = text.lines();
    let version = lines
        .next()
        .and_then(|first| first.strip_prefix(mark)?.strip_prefix('\t')?.parse::<u32>().ok())
        .ok_or(StoredError::Unreadable)?;
    if version > newest { Err(StoredError::Newer) } else { Ok(lines) }
}
