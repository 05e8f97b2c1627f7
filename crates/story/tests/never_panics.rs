//! Whatever stands in the files, reading them ends with a story or with mistakes.

#![cfg(feature = "author")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use common::{mistakes, text, tiny};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use story::author::Files;

const PATHS: [&str; 6] = [
    "story.toml",
    "questions.toml",
    "records/evidence.toml",
    "records/people.toml",
    "chapters/the-vote.md",
    "chapters/the-vote.easy.md",
];

/// Pieces that mean something to one of the parsers.
const PIECES: [&str; 34] = [
    "[[claim]]\n",
    "[[question]]\n",
    "id = \"a\"\n",
    "id = 5\n",
    "type = \"order\"\n",
    "key = [",
    "]",
    "= { ",
    "}",
    "\"\"\"",
    "\\u00e9",
    "+++\n",
    "## A {#a when=1964}\n",
    "## B {",
    "# ",
    "- ",
    "> ",
    "1963. ",
    "1. ",
    "*",
    "**",
    "[x](claim:a)",
    "[x](",
    "![",
    "<b>",
    "`",
    "|a|\n|-|\n",
    "{{a}}",
    "{{",
    "\n\n",
    "    ",
    "é",
    "\u{feff}",
    "[^1]",
];

/// The files of the fixture with one of them changed.
fn with(path: &str, content: impl Into<Vec<u8>>) -> Files {
    let mut files = tiny();
    files.insert(path, content);
    files
}

/// The nearest place at which a text may be cut.
fn cut(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

proptest! {
    #[test]
    fn bytes(path in select(&PATHS[..]), content in proptest::collection::vec(any::<u8>(), 0..300)) {
        mistakes(&with(path, content));
    }

    #[test]
    fn characters(path in select(&PATHS[..]), content in "\\PC{0,200}") {
        mistakes(&with(path, content));
    }

    #[test]
    fn pieces(
        path in select(&PATHS[..]),
        pieces in proptest::collection::vec(select(&PIECES[..]), 0..60),
    ) {
        mistakes(&with(path, pieces.concat()));
        let head = "+++\ntitle = \"A\"\n+++\n\n## A {#a when=1964}\n\n";
        mistakes(&with("chapters/the-vote.md", format!("{head}{}", pieces.concat())));
    }

    #[test]
    fn insertions(path in select(&PATHS[..]), at in any::<Index>(), piece in select(&PIECES[..])) {
        let mut content = text(&tiny(), path);
        let at = cut(&content, at.index(content.len()));
        content.insert_str(at, piece);
        mistakes(&with(path, content));
    }

    #[test]
    fn removals(path in select(&PATHS[..]), from in any::<Index>(), length in 1usize..40) {
        let mut content = text(&tiny(), path);
        let from = cut(&content, from.index(content.len()));
        let to = cut(&content, (from + length).min(content.len()));
        content.replace_range(from..to, "");
        mistakes(&with(path, content));
    }

    #[test]
    fn swaps(path in select(&PATHS[..]), at in any::<Index>(), byte in any::<u8>()) {
        let mut content = tiny().get(path).unwrap().to_vec();
        let at = at.index(content.len());
        content[at] = byte;
        mistakes(&with(path, content));
    }

    /// What is told always names a file that there is and a line within it, or the one after it.
    #[test]
    fn places(path in select(&PATHS[..]), at in any::<Index>(), piece in select(&PIECES[..])) {
        let mut content = text(&tiny(), path);
        let at = cut(&content, at.index(content.len()));
        content.insert_str(at, piece);
        let files = with(path, content);
        for mistake in mistakes(&files) {
            let file = text(&files, mistake.file.to_str().unwrap());
            prop_assert!(mistake.line >= 1 && mistake.line <= file.matches('\n').count() + 1);
            prop_assert!(!mistake.expected.is_empty());
        }
    }
}

#[test]
fn deep_nesting() {
    for piece in ["*", "**a ", "[", "> ", "- ", "[a](claim:a", "_a *"] {
        let deep = piece.repeat(3000);
        mistakes(&with("chapters/the-vote.easy.md", format!("## A {{#a}}\n\n{deep}")));
    }
    for piece in ["[", "{a=", "a.", "[["] {
        mistakes(&with("records/people.toml", format!("a = {}", piece.repeat(3000))));
    }
}

/// Ten thousand letters of any one piece are read in a moment.
#[test]
fn long_files() {
    for piece in PIECES {
        let long = piece.repeat(10_000 / piece.len());
        let begun = std::time::Instant::now();
        mistakes(&with("chapters/the-vote.easy.md", format!("## A {{#a}}\n\n{long}")));
        mistakes(&with("records/people.toml", long));
        assert!(begun.elapsed().as_secs() < 10, "{piece:?}: {:?}", begun.elapsed());
    }
}
