//! Marks and notes as data: versioned, merged rather than overwritten, and total on any input.
//!
//! They are written as lines of words parted by tabs, like the progress. A tab, a line break or a
//! backslash within a word is written as `\t`, `\n`, `\r` or `\\`:
//!
//! ```text
//! open-gates-notes  1
//! note     1764050000000-42  created  changed  2026.2  important  full  chapter  passage  prefix  exact  suffix  note
//! deleted  1764050000000-7
//! ```
//!
//! A line that can't be read costs that line and no other. What was deleted is remembered by its id,
//! so that it does not come back from another tab or file.

use super::Mark;
use super::anchor::Quote;
use crate::progress::lines::{StoredError, versioned};

/// The newest form that [`Notes`] are written in.
pub const VERSION: u32 = 1;

/// What the first line says before the version.
const HEAD: &str = "open-gates-notes";

/// A mark, with a note or without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Names it among all notes of all devices.
    pub id: String,
    /// When it was made, as ISO 8601 has it.
    pub created: String,
    /// When it was changed last, likewise.
    pub changed: String,
    /// Edition of the content that it was made in.
    pub edition: String,
    /// What is meant by it.
    pub mark: Mark,
    /// Whether it marks the easy text.
    pub easy: bool,
    /// Id of the chapter.
    pub chapter: String,
    /// Id of the passage.
    pub passage: String,
    /// The words marked.
    pub quote: Quote,
    /// What the reader wrote; may be empty.
    pub text: String,
}

impl Note {
    fn parse(words: &[&str]) -> Option<Self> {
        let [
            id,
            created,
            changed,
            edition,
            mark,
            kind,
            chapter,
            passage,
            prefix,
            exact,
            suffix,
            text,
        ] = words
        else {
            return None;
        };
        let easy = match *kind {
            "full" => false,
            "easy" => true,
            _ => return None,
        };
        let note = Self {
            id: unescape(id),
            created: unescape(created),
            changed: unescape(changed),
            edition: unescape(edition),
            mark: Mark::from_slug(mark)?,
            easy,
            chapter: unescape(chapter),
            passage: unescape(passage),
            quote: Quote {
                exact: unescape(exact),
                prefix: unescape(prefix),
                suffix: unescape(suffix),
            },
            text: unescape(text),
        };
        (!note.id.is_empty() && !note.quote.exact.is_empty()).then_some(note)
    }

    fn write(&self, out: &mut String) {
        out.push_str("note");
        for word in [
            self.id.as_str(),
            self.created.as_str(),
            self.changed.as_str(),
            self.edition.as_str(),
            self.mark.slug(),
            if self.easy { "easy" } else { "full" },
            self.chapter.as_str(),
            self.passage.as_str(),
            self.quote.prefix.as_str(),
            self.quote.exact.as_str(),
            self.quote.suffix.as_str(),
            self.text.as_str(),
        ] {
            out.push('\t');
            escape(word, out);
        }
        out.push('\n');
    }

    /// Whether this one stands where both go by one id: the one changed last, or, of two changed at
    /// the same time, always the same.
    fn stands_before(&self, other: &Self) -> bool {
        let line = |note: &Self| {
            let mut out = String::new();
            note.write(&mut out);
            out
        };
        (&self.changed, line(self)) > (&other.changed, line(other))
    }
}

/// All marks and notes of a reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// Sorted by id.
    notes: Vec<Note>,
    /// Ids of what was deleted, sorted.
    deleted: Vec<String>,
}

impl Notes {
    /// Reads what [`write`](Self::write) wrote, by this or an earlier version; a line that can't be
    /// read is left out.
    ///
    /// # Errors
    /// When `text` is something else, or was written by a newer version.
    pub fn parse(text: &str) -> Result<Self, StoredError> {
        let mut notes = Self::default();
        for line in versioned(text, HEAD, VERSION)? {
            let words: Vec<&str> = line.split('\t').collect();
            match words.as_slice() {
                ["note", note @ ..] => {
                    if let Some(note) = Note::parse(note) {
                        notes.put(note);
                    }
                }
                ["deleted", id] => notes.delete(&unescape(id)),
                _ => {}
            }
        }
        Ok(notes)
    }

    /// Writes all of it as text.
    pub fn write(&self) -> String {
        let mut out = String::from(HEAD);
        out.push('\t');
        out.push_str(&VERSION.to_string());
        out.push('\n');
        for note in &self.notes {
            note.write(&mut out);
        }
        for id in &self.deleted {
            out.push_str("deleted\t");
            escape(id, &mut out);
            out.push('\n');
        }
        out
    }

    /// The marks and notes that were not deleted, by id.
    pub fn all(&self) -> &[Note] {
        &self.notes
    }

    /// The one that goes by this id.
    pub fn get(&self, id: &str) -> Option<&Note> {
        self.notes.get(self.place(id).ok()?)
    }

    /// Adds a note, or puts it in the place of an earlier form of it; not if it was deleted.
    pub fn put(&mut self, note: Note) {
        if self.deleted.binary_search(&note.id).is_ok() {
            return;
        }
        match self.place(&note.id) {
            Ok(at) => {
                if let Some(ours) = self.notes.get_mut(at)
                    && note.stands_before(ours)
                {
                    *ours = note;
                }
            }
            Err(at) => self.notes.insert(at, note),
        }
    }

    /// Deletes a note for good.
    pub fn delete(&mut self, id: &str) {
        if let Ok(at) = self.place(id) {
            self.notes.remove(at);
        }
        if let Err(at) = self.deleted.binary_search_by(|it| it.as_str().cmp(id)) {
            self.deleted.insert(at, id.to_owned());
        }
    }

    /// Takes over what `other` (say, another tab, or a file) knows and this does not: notes are
    /// united, the one changed last stands, and what either has deleted is gone.
    pub fn merge(&mut self, other: &Self) {
        for id in &other.deleted {
            self.delete(id);
        }
        for note in &other.notes {
            self.put(note.clone());
        }
    }

    /// What is to be stored where another tab has stored something else; none where all of this is in
    /// it. Of two tabs that write at once, the later one does not know what the earlier one wrote.
    pub fn to_be_stored_with(&self, mut stored: Self) -> Option<String> {
        let before = stored.write();
        stored.merge(self);
        Some(stored.write()).filter(|both| *both != before)
    }

    fn place(&self, id: &str) -> Result<usize, usize> {
        self.notes.binary_search_by(|note| note.id.as_str().cmp(id))
    }
}

fn escape(word: &str, out: &mut String) {
    for character in word.chars() {
        match character {
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            other => out.push(other),
        }
    }
}

fn unescape(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut characters = word.chars();
    while let Some(character) = characters.next() {
        out.push(match character {
            '\\' => match characters.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                Some(other) => other,
                None => '\\',
            },
            other => other,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn note(id: &str, changed: &str, text: &str) -> Note {
        Note {
            id: id.into(),
            created: "2026-01-01T00:00:00Z".into(),
            changed: changed.into(),
            edition: "2026.1".into(),
            mark: Mark::Question,
            easy: false,
            chapter: "a".into(),
            passage: "b".into(),
            quote: Quote { exact: "words".into(), prefix: "some ".into(), suffix: ".".into() },
            text: text.into(),
        }
    }

    fn notes() -> impl Strategy<Value = Notes> {
        let fields = ("[a-f]", "[0-3]", "[\\PC\t\n\r\\\\]{0,12}", 0usize..4, any::<bool>());
        (proptest::collection::vec(fields, 0..6), proptest::collection::vec("[a-f]", 0..3))
            .prop_map(|(all, deleted)| {
                let mut notes = Notes::default();
                for (id, changed, text, mark, easy) in all {
                    let mark = Mark::ALL[mark];
                    notes.put(Note { mark, easy, ..note(&id, &changed, &text) });
                }
                for id in deleted {
                    notes.delete(&id);
                }
                notes
            })
    }

    #[test]
    fn the_form_that_version_one_wrote_is_read() {
        let stored = "open-gates-notes\t1\n\
                      note\tn1\t2026-01-01\t2026-01-02\t2026.1\tdisagree\teasy\tc\tp\tbefore \ttwo words\t after\tNo.\\nWhy\\\\?\n\
                      deleted\tn0\n";
        let notes = Notes::parse(stored).unwrap();
        let note = notes.get("n1").unwrap();
        assert_eq!((note.mark, note.easy), (Mark::Disagree, true));
        assert_eq!(note.quote.exact, "two words");
        assert_eq!(note.text, "No.\nWhy\\?");
        assert_eq!(notes.write(), stored);
    }

    #[test]
    fn a_newer_form_is_refused_and_so_is_something_else() {
        assert_eq!(Notes::parse("open-gates-notes\t99\n"), Err(StoredError::Newer));
        for text in ["", "{}", "open-gates-notes", "open-gates-notes\tx", "open-gates-progress\t1"]
        {
            assert_eq!(Notes::parse(text), Err(StoredError::Unreadable), "{text}");
        }
    }

    #[test]
    fn a_damaged_line_costs_no_other() {
        let mut notes = Notes::default();
        notes.put(note("x", "1", "kept"));
        let text = notes.write().replace("\t1\n", "\t1\nnote\thalf\ta line\nnonsense\u{0}\n");
        assert_eq!(Notes::parse(&text), Ok(notes));
    }

    #[test]
    fn what_was_deleted_does_not_come_back() {
        let mut other_tab = Notes::default();
        other_tab.put(note("x", "1", "old"));
        let mut ours = other_tab.clone();
        ours.delete("x");
        other_tab.put(note("x", "2", "changed there"));
        ours.merge(&other_tab);
        assert!(ours.all().is_empty());
        other_tab.merge(&ours);
        assert!(other_tab.all().is_empty());
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(notes in notes()) {
            prop_assert_eq!(Notes::parse(&notes.write()), Ok(notes));
        }

        #[test]
        fn reading_never_panics(text in "(open-gates-notes\t1\n)?(note\t)?[\\PC\t\n\\\\]{0,80}") {
            let _ = Notes::parse(&text);
        }

        #[test]
        fn tabs_that_write_at_once_lose_nothing_and_come_to_rest(a in notes(), b in notes()) {
            let mut both = a.clone();
            both.merge(&b);
            // The one has not seen what the other wrote, and hears of it now.
            let stored = a.to_be_stored_with(b.clone()).map_or(b, |it| Notes::parse(&it).unwrap());
            prop_assert_eq!(&stored, &both);
            prop_assert_eq!(both.to_be_stored_with(stored), None);
        }

        #[test]
        fn it_does_not_matter_who_merges_whom(a in notes(), b in notes()) {
            let mut ours = a.clone();
            ours.merge(&b);
            let mut theirs = b.clone();
            theirs.merge(&a);
            prop_assert_eq!(&ours, &theirs);
            for note in a.all().iter().chain(b.all()) {
                let deleted = a.deleted.contains(&note.id) || b.deleted.contains(&note.id);
                prop_assert_eq!(ours.get(&note.id).is_none(), deleted);
            }
            let once = ours.clone();
            ours.merge(&b);
            prop_assert_eq!(ours, once);
        }
    }
}
