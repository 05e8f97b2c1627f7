//! Bytes and back: the form in which a story travels to the browser.
//!
//! The format is [postcard](https://postcard.jamesmunns.com/), which stores strings as they are, so
//! decoding lends slices of the input and copies none.

use crate::story::Story;

/// Why bytes could not be read as a story.
#[derive(Debug, PartialEq, Eq)]
pub struct DecodeError(postcard::Error);

impl core::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "the story's data can't be read ({}); build the page again", self.0)
    }
}

impl core::error::Error for DecodeError {}

/// Reads a story; its strings are slices of `bytes`.
///
/// # Errors
/// When `bytes` were not written by [`encode`] of this version.
pub fn decode(bytes: &[u8]) -> Result<Story<'_>, DecodeError> {
    postcard::from_bytes(bytes).map_err(DecodeError)
}

/// Writes a story compactly.
///
/// # Errors
/// When memory runs out.
#[cfg(feature = "author")]
pub fn encode(story: &Story<'_>) -> Result<Vec<u8>, DecodeError> {
    postcard::to_allocvec(story).map_err(DecodeError)
}
