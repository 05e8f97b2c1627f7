//! A folder with many different mistakes: each is told once, with its file and line.

#![cfg(feature = "author")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use common::folder;
use story::author::check;

/// File, line and words at fault of every mistake in the folder, in the order in which they are
/// told.
const PLANTED: [(&str, usize, &str); 30] = [
    ("chapters/bridge.easy.md", 3, "bridge-open"), // no such claim
    ("chapters/bridge.easy.md", 5, "end"),         // a passage that the full text lacks
    ("chapters/bridge.md", 10, "\"\""),            // no alternative text
    ("chapters/bridge.md", 13, "It was long ago."), // text before the first heading
    ("chapters/bridge.md", 15, "1984"),            // outside the chapter's years
    ("chapters/bridge.md", 17, "</b>"),            // HTML
    ("chapters/bridge.md", 17, "<b>"),
    ("chapters/bridge.md", 19, "### The band"), // a heading of another level
    ("evidence.toml", 5, "1961-13"),            // no such month
    ("evidence.toml", 10, "newspaper"),         // no such kind
    ("evidence.toml", 16, "first-crossing"),    // disputed without dissent
    ("evidence.toml", 22, "bridge-opens"),      // without support
    ("evidence.toml", 27, "first-crossing"),    // an id used twice
    ("evidence.toml", 30, "[no fare](https://ferry.example)"), // an outside address
    ("evidence.toml", 30, "leger"),             // a misspelt source
    ("groups.toml", 8, "35,5"),                 // no number
    ("groups.toml", 24, "foundd"),              // a misspelt field
    ("groups.toml", 39, "1962"),                // ended before it was founded
    ("groups.toml", 41, "*"),                   // emphasis that does not end
    ("groups.toml", 42, "painters"),            // a relation to itself
    ("people.toml", 3, "name = \"Anna"),        // no TOML
    ("questions.toml", 14, "y1965"),            // a key that is no option
    ("questions.toml", 17, "why"),              // without the field of its type
    ("questions.toml", 19, "bridge/closing"),   // no such passage
    ("story.toml", 6, "\"\""),                  // no edition
    ("story.toml", 9, "ferry"),                 // a chapter without file
    ("teaching.toml", 5, "40"),                 // more minutes than its steps take
    ("teaching.toml", 11, "Why?"),              // a prompt without what answers touch
    ("teaching.toml", 16, "To know"),           // an aim with what is a prompt's
    ("teaching.toml", 23, "That in 1961 nobody counted."), // a year without a claim
];

#[test]
fn every_mistake_of_the_folder_is_told_with_its_file_and_line() {
    let told = check(&folder("mistakes")).unwrap_err();
    let found: Vec<_> = told
        .iter()
        .map(|mistake| (mistake.file.to_str().unwrap(), mistake.line, mistake.found.as_str()))
        .collect();
    assert_eq!(found, PLANTED, "{told:#?}");
}

#[test]
fn a_mistake_reads_like_a_message_of_a_compiler() {
    let told = check(&folder("mistakes")).unwrap_err();
    let shown: Vec<String> = told.iter().map(ToString::to_string).collect();
    let expected = "groups.toml:8: `35,5`: expected a number in degrees, like 41.5";
    assert!(shown.iter().any(|line| line == expected), "{shown:#?}");
    let expected = "evidence.toml:30: `leger`: expected the id of a source that there is; \
                    did you mean `ledger`?";
    assert!(shown.iter().any(|line| line == expected), "{shown:#?}");
}
