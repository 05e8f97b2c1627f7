//! The fixture stories.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
#![allow(dead_code, reason = "each test file uses a part of this")]

use bumpalo::Bump;
use std::path::{Path, PathBuf};
use story::author::{ContentError, Files, load_files};

/// The folder of a fixture story.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name)
}

/// The files of the small story that has no mistake.
pub fn tiny() -> Files {
    Files::read(&folder("tiny")).expect("the fixture can be read")
}

/// The text of a file.
pub fn text(files: &Files, path: &str) -> String {
    let content = files.get(path).unwrap_or_else(|| panic!("{path} is in the fixture"));
    String::from_utf8(content.to_vec()).expect("fixtures are text")
}

/// The mistakes that a story's files hold.
pub fn mistakes(files: &Files) -> Vec<ContentError> {
    load_files(&Bump::new(), files).err().unwrap_or_default()
}

/// The line in which `needle` first stands, from 1.
pub fn line_of(text: &str, needle: &str) -> usize {
    let at = text.find(needle).unwrap_or_else(|| panic!("{needle:?} stands in the file"));
    text[..at].matches('\n').count() + 1
}
