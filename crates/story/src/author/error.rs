//! A mistake in the files, told so that it can be put right.

use std::fmt;
use std::path::PathBuf;

/// A mistake in one of the story's files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContentError {
    /// The file, from the story's folder.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The words at fault; empty where something is missing.
    pub found: String,
    /// What to write instead; reads on after “expected”.
    pub expected: String,
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.file.display(), self.line)?;
        if !self.found.is_empty() {
            write!(f, "`{}`: ", self.found)?;
        }
        write!(f, "expected {}", self.expected)
    }
}

impl std::error::Error for ContentError {}

/// The first line of `text`, cut where it grows too long for a message.
pub(super) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 70;
    let line = text.trim().lines().next().unwrap_or("").trim_end();
    if line.chars().count() <= LONGEST {
        return line.to_owned();
    }
    let mut short: String = line.chars().take(LONGEST).collect();
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_names_file_line_words_and_remedy() {
        let error = ContentError {
            file: "groups.toml".into(),
            line: 12,
            found: "35,5".to_owned(),
            expected: "a number".to_owned(),
        };
        assert_eq!(error.to_string(), "groups.toml:12: `35,5`: expected a number");
        let missing = ContentError { found: String::new(), ..error };
        assert_eq!(missing.to_string(), "groups.toml:12: expected a number");
    }

    #[test]
    fn an_excerpt_is_one_line_of_bearable_length() {
        assert_eq!(excerpt("  a\nb"), "a");
        assert_eq!(excerpt(&"é".repeat(100)).chars().count(), 71);
    }
}
