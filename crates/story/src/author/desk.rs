//! Where all files lie open at once, and every mistake found in them is noted.

use super::error::{ContentError, excerpt};
use super::names::Names;
use bumpalo::Bump;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The files, what they declare and mention, and the mistakes found so far.
pub(super) struct Desk<'a> {
    /// Owns the files' text and the strings made from it.
    pub(super) arena: &'a Bump,
    /// Ids and where they stand.
    pub(super) names: Names<'a>,
    pages: Vec<Page<'a>>,
    errors: Vec<ContentError>,
}

/// One file.
struct Page<'a> {
    path: PathBuf,
    text: &'a str,
    /// Whether only a part of it could be read.
    broken: bool,
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    page: usize,
    offset: usize,
}

impl Spot {
    /// The place `by` bytes further on.
    pub(super) fn after(self, by: usize) -> Self {
        Self { offset: self.offset.saturating_add(by), ..self }
    }
}

impl<'a> Desk<'a> {
    pub(super) fn new(arena: &'a Bump) -> Self {
        Self { arena, names: Names::default(), pages: Vec::new(), errors: Vec::new() }
    }

    /// Lays a file open. Bytes that are no text are a mistake, and the rest of it is not read.
    pub(super) fn open(&mut self, path: &Path, content: &[u8]) -> Option<(Spot, &'a str)> {
        let invalid = std::str::from_utf8(content).err().map(|error| error.valid_up_to());
        let text = String::from_utf8_lossy(content);
        // Some editors begin a file with a mark that nobody sees.
        let text = &*self.arena.alloc_str(text.trim_start_matches('\u{feff}'));
        self.pages.push(Page { path: path.to_owned(), text, broken: false });
        let start = Spot { page: self.pages.len() - 1, offset: 0 };
        if let Some(offset) = invalid {
            self.report(start.after(offset), "", "text in UTF-8: save the file again as UTF-8");
            self.mark_broken(start);
            return None;
        }
        Some((start, text))
    }

    /// Notes that a file could be read in part only, so that it may declare more than is known.
    pub(super) fn mark_broken(&mut self, spot: Spot) {
        if let Some(page) = self.pages.get_mut(spot.page) {
            page.broken = true;
        }
    }

    /// Notes a mistake.
    pub(super) fn report(&mut self, spot: Spot, found: &str, expected: impl Into<String>) {
        let (file, line) = self.locate(spot);
        self.errors.push(ContentError {
            file,
            line,
            found: excerpt(found),
            expected: expected.into(),
        });
    }

    /// Notes a mistake in a file that is not there.
    pub(super) fn report_missing(&mut self, path: &str, expected: impl Into<String>) {
        self.errors.push(ContentError {
            file: path.into(),
            line: 1,
            found: String::new(),
            expected: expected.into(),
        });
    }

    /// The file and line of a place.
    pub(super) fn locate(&self, spot: Spot) -> (PathBuf, usize) {
        match self.pages.get(spot.page) {
            Some(page) => (page.path.clone(), line_at(page.text, spot.offset)),
            None => (PathBuf::new(), 1),
        }
    }

    /// The text of the file in which a place lies.
    pub(super) fn text_of(&self, spot: Spot) -> &'a str {
        self.pages.get(spot.page).map_or("", |page| page.text)
    }

    /// The words in a range that starts at 0 where `base` stands, as they are written.
    pub(super) fn written_at(&self, base: Spot, range: &Range<usize>) -> &'a str {
        let start = base.offset.saturating_add(range.start);
        let end = base.offset.saturating_add(range.end);
        self.text_of(base).get(start..end).unwrap_or("")
    }

    /// The words in such a range without the quotes around them, unless nothing else is there.
    pub(super) fn words_at(&self, base: Spot, range: &Range<usize>) -> &'a str {
        let written = self.written_at(base, range);
        ["\"\"\"", "'''", "\"", "'"]
            .iter()
            .find_map(|quote| written.strip_prefix(quote)?.strip_suffix(quote))
            .filter(|words| !words.trim().is_empty())
            .unwrap_or(written)
    }

    /// The line in which a place lies.
    pub(super) fn line_of(&self, spot: Spot) -> &'a str {
        let text = self.text_of(spot);
        let offset = spot.offset.min(text.len());
        let start = text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("")
    }

    /// The place of `part` where it is a slice of the file in which `near` lies.
    pub(super) fn spot_of_slice(&self, near: Spot, part: &str) -> Option<Spot> {
        let text = self.text_of(near);
        let offset = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        (offset.checked_add(part.len())? <= text.len()).then_some(Spot { offset, ..near })
    }

    /// The beginning of the line that lies `lines` below a place.
    pub(super) fn lines_below(&self, spot: Spot, lines: usize) -> Spot {
        let rest = self.text_of(spot).get(spot.offset..).unwrap_or("");
        let by = rest.split_inclusive('\n').take(lines).map(str::len).sum();
        spot.after(by)
    }

    /// Whether a file that could be read in part only may declare `id` in the other part.
    pub(super) fn may_be_declared(&self, id: &str) -> bool {
        let last = id.rsplit('/').next().unwrap_or(id);
        self.pages.iter().any(|page| page.broken && page.text.contains(last))
    }

    /// Reports every mention of an id that nothing declares.
    pub(super) fn report_dangling(&mut self) {
        for dangling in self.names.dangling() {
            // What stands in the unread part of a broken file is no mistake of those who name it.
            if !self.may_be_declared(dangling.id) {
                self.report(dangling.spot, dangling.id, dangling.expected);
            }
        }
    }

    /// Every mistake, by file and line; each once.
    pub(super) fn into_errors(self) -> Vec<ContentError> {
        let mut errors = self.errors;
        errors.sort();
        errors.dedup();
        errors
    }
}

/// The line in which the byte at `offset` lies, from 1.
fn line_at(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
    before.iter().filter(|&&byte| byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_of_a_file_knows_its_line() {
        let arena = Bump::new();
        let mut desk = Desk::new(&arena);
        let (start, text) = desk.open(Path::new("a.toml"), b"one\ntwo\nthree").unwrap();
        let spot = desk.spot_of_slice(start, &text[8..]).unwrap();
        assert_eq!(desk.locate(spot), ("a.toml".into(), 3));
        assert_eq!(desk.spot_of_slice(start, "three"), None);
        assert_eq!(desk.locate(desk.lines_below(start, 1)).1, 2);
    }

    #[test]
    fn bytes_that_are_no_text_are_a_mistake_on_their_line() {
        let arena = Bump::new();
        let mut desk = Desk::new(&arena);
        assert!(desk.open(Path::new("a.toml"), b"one\nt\xffo").is_none());
        let errors = desk.into_errors();
        assert_eq!((errors.len(), errors[0].line), (1, 2));
    }
}
