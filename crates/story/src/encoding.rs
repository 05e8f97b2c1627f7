//! Bytes and back: the form in which a story travels to the browser.
//!
//! The format is [postcard](https://postcard.jamesmunns.com/), which stores strings as they are, so
//! decoding lends slices of the input and copies none.

use crate::abridged::Abridged;
use crate::id::Table;
use crate::question::Question;
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

/// Reads what the program carries; its strings are slices of `bytes`.
///
/// # Errors
/// When `bytes` were not written by this version.
pub fn decode_abridged(bytes: &[u8]) -> Result<Abridged<'_>, DecodeError> {
    postcard::from_bytes(bytes).map_err(DecodeError)
}

/// Writes what the program carries.
///
/// # Errors
/// When memory runs out.
#[cfg(feature = "author")]
pub fn encode_abridged(story: &Abridged<'_>) -> Result<Vec<u8>, DecodeError> {
    postcard::to_allocvec(story).map_err(DecodeError)
}

/// Writes a story compactly.
///
/// # Errors
/// When memory runs out.
#[cfg(feature = "author")]
pub fn encode(story: &Story<'_>) -> Result<Vec<u8>, DecodeError> {
    postcard::to_allocvec(story).map_err(DecodeError)
}

/// Reads questions that [`encode_questions`] wrote, from their [bytes](bytes_of_text).
///
/// # Errors
/// When `bytes` were not written by it, in this version.
pub fn decode_questions(bytes: &[u8]) -> Result<Table<Question<'_>>, DecodeError> {
    postcard::from_bytes(bytes).map_err(DecodeError)
}

/// Writes questions as text that can stand in a page: they come to the browser with the evidence,
/// since nobody needs them before the story.
///
/// ASCII stands as it is; any other byte, and what markup could mistake, as the character that lies
/// 256 above it. So the text packs as well as the bytes do, and HTML leaves it alone.
///
/// # Errors
/// When memory runs out.
#[cfg(feature = "author")]
pub fn encode_questions(questions: &Table<Question<'_>>) -> Result<String, DecodeError> {
    let bytes = postcard::to_allocvec(questions).map_err(DecodeError)?;
    let safe = |byte: u8| (b' '..0x7f).contains(&byte) && !b"<>&".contains(&byte);
    let written = |byte: u8| {
        let shift = if safe(byte) { 0 } else { 0x100 };
        char::from_u32(u32::from(byte) + shift)
    };
    Ok(bytes.into_iter().filter_map(written).collect())
}

/// The bytes that a text stands for; of any text, whatever it is, some bytes.
pub fn bytes_of_text(text: &str) -> Vec<u8> {
    text.chars().map(|character| (u32::from(character) & 0xff) as u8).collect()
}
