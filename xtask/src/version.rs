//! Version numbers, as tools print them.

use std::fmt;

/// A version, as far as we compare them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    /// The first number.
    pub(crate) major: u32,
    /// The second number.
    pub(crate) minor: u32,
    /// The third number, 0 where none is given.
    pub(crate) patch: u32,
}

impl Version {
    /// The first version in a text: `rustc 1.96.0 (…)`, `1.96.0+dfsg1-1~deb12u2`, `1.95`.
    pub(crate) fn find(text: &str) -> Option<Self> {
        text.split(|c: char| c.is_whitespace() || c == '(' || c == ':').find_map(Self::read)
    }

    /// Reads a version at the start of a word; what follows the numbers is left.
    fn read(word: &str) -> Option<Self> {
        let word = word.trim_start_matches('v');
        let numbers: Vec<u32> = word
            .split(|c: char| !c.is_ascii_digit() && c != '.')
            .next()?
            .split('.')
            .map_while(|part| part.parse().ok())
            .collect();
        match numbers.as_slice() {
            [major, minor, patch, ..] => Some(Self { major: *major, minor: *minor, patch: *patch }),
            [major, minor] => Some(Self { major: *major, minor: *minor, patch: 0 }),
            _ => None,
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn v(major: u32, minor: u32, patch: u32) -> Option<Version> {
        Some(Version { major, minor, patch })
    }

    #[test]
    fn versions_as_tools_print_them() {
        assert_eq!(Version::find("rustc 1.95.0 (59807616e 2026-04-14)"), v(1, 95, 0));
        assert_eq!(Version::find("1.96.0+dfsg1-1~deb12u2"), v(1, 96, 0));
        assert_eq!(Version::find("trunk 0.21.14"), v(0, 21, 14));
        assert_eq!(Version::find("v20.20.2"), v(20, 20, 2));
        assert_eq!(Version::find("1.95"), v(1, 95, 0));
        assert_eq!(Version::find("LLVM version: 22.1.2"), v(22, 1, 2));
        assert_eq!(Version::find("Chromium 156.0.8078.79 built on Debian"), v(156, 0, 8078));
    }

    #[test]
    fn what_is_no_version() {
        assert_eq!(Version::find("(none)"), None);
        assert_eq!(Version::find(""), None);
    }

    #[test]
    fn versions_are_ordered_by_number() {
        assert!(Version::find("1.100.0") > Version::find("1.96.0"));
    }
}
