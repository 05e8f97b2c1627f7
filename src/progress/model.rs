//! Progress as data: versioned, merged rather than overwritten, and total on any input.
//!
//! It is written as lines of words parted by tabs, the first of which says what the line holds:
//!
//! ```text
//! open-gates-progress  1
//! edition  2026.1
//! place    cleveland-1963/study-group
//! read     cleveland-1963/study-group
//! easy     cleveland-1963
//! answer   cleveland-year  2  0/1  one  y1964
//! quiz     card/cleveland-year  1  1:20782
//! ```
//!
//! A line that can't be read costs that line and no other. JSON was tried first: reading it cost the
//! first visit more bytes than the map's outlines do, and one wrong character cost everything.

use super::lines::{StoredError, versioned};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The newest form that [`Progress`] is written in.
pub const VERSION: u32 = 1;

/// What the first line says before the version.
const MARK: &str = "open-gates-progress";

/// What a reader did on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Edition of the content that it was written under.
    pub edition: String,
    /// Passage read last, as `chapter/passage`.
    pub place: Option<String>,
    /// Passages read, as `chapter/passage`.
    pub read: BTreeSet<String>,
    /// Chapters shown in easy words.
    pub easy: BTreeSet<String>,
    /// Answers by question.
    pub answers: BTreeMap<String, AnswerRecord>,
    /// What else the quiz keeps, by names of its own, with how often each was changed.
    pub quiz: BTreeMap<String, (u32, String)>,
}

/// What a reader did with one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerRecord {
    /// The answer handed in last, as `Answer::write` writes it. The quiz alone reads it, which spares
    /// a first visit the code for that.
    pub answer: String,
    /// Points it earned.
    pub points: u32,
    /// Points that it could earn.
    pub out_of: u32,
    /// How often an answer was handed in.
    pub tries: u32,
}

impl AnswerRecord {
    /// Whether all points were earned.
    pub fn is_right(&self) -> bool {
        self.points == self.out_of
    }

    fn parse(text: &str) -> Option<Self> {
        let (tries, rest) = text.split_once('\t')?;
        let (points, answer) = rest.split_once('\t')?;
        let (points, out_of) = points.split_once('/')?;
        Some(Self {
            answer: answer.to_owned(),
            points: points.parse().ok()?,
            out_of: out_of.parse().ok()?,
            tries: tries.parse().ok()?,
        })
    }
}

/// How much of what a file brought was new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TakenOver {
    /// Passages read.
    pub passages: usize,
    /// Questions answered, or answered once more.
    pub answers: usize,
    /// Chapters in easy words.
    pub easy: usize,
}

impl Progress {
    /// Reads what [`write`](Self::write) wrote, by this or an earlier version; a line that can't be
    /// read is left out.
    ///
    /// # Errors
    /// When `text` is something else, or was written by a newer version.
    pub fn parse(text: &str) -> Result<Self, StoredError> {
        let mut progress = Self::default();
        for line in versioned(text, MARK, VERSION)? {
            let Some((name, value)) = line.split_once('\t') else { continue };
            match (name, value.split_once('\t')) {
                ("edition", None) => progress.edition = value.to_owned(),
                ("place", None) => progress.place = Some(value.to_owned()),
                ("read", None) => {
                    progress.read.insert(value.to_owned());
                }
                ("easy", None) => {
                    progress.easy.insert(value.to_owned());
                }
                ("answer", Some((question, record))) => {
                    if let Some(record) = AnswerRecord::parse(record) {
                        progress.answers.insert(question.to_owned(), record);
                    }
                }
                ("quiz", Some((name, kept))) => {
                    let kept = kept.split_once('\t');
                    if let Some((Ok(changes), kept)) = kept.map(|(n, kept)| (n.parse(), kept)) {
                        progress.quiz.insert(name.to_owned(), (changes, kept.to_owned()));
                    }
                }
                _ => {}
            }
        }
        Ok(progress)
    }

    /// Writes it as text.
    pub fn write(&self) -> String {
        let mut out = format!("{MARK}\t{VERSION}\n");
        let mut line = |name: &str, value: &str| {
            let _ = writeln!(out, "{name}\t{value}");
        };
        line("edition", &self.edition);
        if let Some(place) = &self.place {
            line("place", place);
        }
        for passage in &self.read {
            line("read", passage);
        }
        for chapter in &self.easy {
            line("easy", chapter);
        }
        for (question, AnswerRecord { answer, points, out_of, tries }) in &self.answers {
            let _ = writeln!(out, "answer\t{question}\t{tries}\t{points}/{out_of}\t{answer}");
        }
        for (name, (changes, kept)) in &self.quiz {
            let _ = writeln!(out, "quiz\t{name}\t{changes}\t{kept}");
        }
        out
    }

    /// Takes over what a file brings, chapters in easy words too, and says what of it was new.
    pub fn take_over(&mut self, brought: &Self) -> TakenOver {
        let (passages, easy) = (self.read.len(), self.easy.len());
        let answers =
            brought.answers.iter().filter(|(id, theirs)| self.is_newer(id, theirs)).count();
        self.merge(brought);
        self.easy.extend(brought.easy.iter().cloned());
        TakenOver { passages: self.read.len() - passages, answers, easy: self.easy.len() - easy }
    }

    /// Takes over what `other` (say, another tab) knows and this does not.
    ///
    /// Sets are united; of two records of one question, that with more tries stands, and of what else
    /// the quiz keeps, what was changed more often; the place and
    /// the easy chapters stay as they are here.
    pub fn merge(&mut self, other: &Self) {
        self.read.extend(other.read.iter().cloned());
        for (question, theirs) in &other.answers {
            if self.is_newer(question, theirs) {
                self.answers.insert(question.clone(), theirs.clone());
            }
        }
        for (name, theirs) in &other.quiz {
            if self.quiz.get(name).is_none_or(|ours| theirs.0 > ours.0) {
                self.quiz.insert(name.clone(), theirs.clone());
            }
        }
        if self.place.is_none() {
            self.place.clone_from(&other.place);
        }
    }

    /// Keeps something for the quiz under each of some names; nothing any more where it is empty.
    pub fn keep(&mut self, changed: &[(String, String)]) {
        for (name, value) in changed {
            if self.quiz.get(name).map_or("", |it| &it.1) != value {
                let (changes, kept) = self.quiz.entry(name.clone()).or_default();
                *changes = changes.saturating_add(1);
                kept.clone_from(value);
            }
        }
    }

    /// Takes over what another tab has stored, its choice of easy words too.
    pub fn take_over_stored(&mut self, stored: Self) {
        self.merge(&stored);
        self.easy = stored.easy;
    }

    /// Takes over what `other` knows, as [`merge`](Self::merge) does, and says whether this lacked any
    /// of it.
    pub fn lacked(&mut self, other: &Self) -> bool {
        let before = self.write();
        self.merge(other);
        self.write() != before
    }

    /// Whether a record of a question is newer than the one here, if there is one.
    fn is_newer(&self, question: &str, theirs: &AnswerRecord) -> bool {
        self.answers.get(question).is_none_or(|ours| theirs.tries > ours.tries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words() -> impl Strategy<Value = String> {
        proptest::collection::vec("[a-z0-9-]{1,6}", 1..5).prop_map(|words| words.join("\t"))
    }

    fn progress() -> impl Strategy<Value = Progress> {
        (
            proptest::option::of("[a-z]{1,5}/[a-z]{1,5}"),
            proptest::collection::btree_set("[a-z]{1,3}/[a-z]{1,3}", 0..6),
            proptest::collection::btree_set("[a-z]{1,3}", 0..3),
            proptest::collection::btree_map("[a-f]", (words(), 0u32..2, 1u32..9), 0..5),
            proptest::collection::btree_map("[a-f]/[a-f]", (1u32..9, words()), 0..5),
        )
            .prop_map(|(place, read, easy, answers, quiz)| Progress {
                quiz,
                edition: "2026.1".into(),
                place,
                read,
                easy,
                answers: answers
                    .into_iter()
                    .map(|(id, (answer, points, tries))| {
                        (id, AnswerRecord { answer, points, out_of: 1, tries })
                    })
                    .collect(),
            })
    }

    #[test]
    fn the_form_that_version_one_wrote_is_read() {
        let stored = "open-gates-progress\t1\nedition\t2026.1\nplace\ta/b\nread\ta/b\neasy\ta\n\
                      answer\tq\t2\t1/3\torder\tx\ty\tz\n";
        let progress = Progress::parse(stored).unwrap();
        assert_eq!(progress.place.as_deref(), Some("a/b"));
        assert!(progress.read.contains("a/b") && progress.easy.contains("a"));
        let record = progress.answers.get("q").unwrap();
        let order = quiz::Answer::Order(vec!["x".into(), "y".into(), "z".into()]);
        assert_eq!(quiz::Answer::parse(&record.answer), Some(order));
        assert_eq!((record.tries, record.points, record.out_of), (2, 1, 3));
        assert_eq!(progress.write(), stored);
    }

    #[test]
    fn a_newer_form_is_refused_and_so_is_something_else() {
        assert_eq!(Progress::parse("open-gates-progress\t99\n"), Err(StoredError::Newer));
        for text in ["", "{}", "open-gates-progress", "open-gates-progress\tx"] {
            assert_eq!(Progress::parse(text), Err(StoredError::Unreadable), "{text}");
        }
    }

    #[test]
    fn a_damaged_line_costs_no_other() {
        let progress =
            Progress::parse("open-gates-progress\t1\nanswer\tq\tzwei\nread\ta/b\n\u{0}\u{7}\n");
        assert!(progress.unwrap().read.contains("a/b"));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(progress in progress()) {
            prop_assert_eq!(Progress::parse(&progress.write()), Ok(progress));
        }

        #[test]
        fn reading_never_panics(text in "(open-gates-progress\t1\n)?\\PC{0,80}") {
            let _ = Progress::parse(&text);
        }

        #[test]
        fn a_cut_record_keeps_every_whole_line_before_the_cut(
            progress in progress(), cut in 24usize..400
        ) {
            let text = progress.write();
            let mut cut = cut.min(text.len());
            while !text.is_char_boundary(cut) {
                cut -= 1;
            }
            let kept = Progress::parse(&text[..cut]).unwrap();
            // Only the last passage may be a piece of one.
            let wrong = kept.read.iter().filter(|it| !progress.read.contains(*it)).count();
            prop_assert!(wrong <= 1);
        }

        #[test]
        fn what_was_taken_over_is_counted_once(a in progress(), b in progress()) {
            let mut ours = a.clone();
            let taken = ours.take_over(&b);
            prop_assert_eq!(taken.passages, b.read.difference(&a.read).count());
            prop_assert_eq!(taken.easy, b.easy.difference(&a.easy).count());
            prop_assert!(taken.answers <= b.answers.len());
            prop_assert_eq!(ours.take_over(&b), TakenOver::default());
        }

        #[test]
        fn tabs_that_write_at_once_lose_nothing_and_come_to_rest(
            a in progress(), b in progress(), stored in progress()
        ) {
            let mut tabs = [a.clone(), b.clone()];
            // The last one to write has not seen what the others wrote.
            let mut storage = stored.write();
            let mut writes = 0;
            // Each hears of what the other stored, until nobody stores anything any more.
            for turn in 0..8 {
                let tab = &mut tabs[turn % 2];
                let mut heard = Progress::parse(&storage).unwrap();
                let lacked = heard.lacked(tab);
                tab.take_over_stored(heard);
                if lacked {
                    storage = tab.write();
                    writes += 1;
                }
            }
            prop_assert!(writes <= 2);
            let kept = Progress::parse(&storage).unwrap();
            for tab in [&a, &b, &stored] {
                prop_assert!(kept.read.is_superset(&tab.read));
                for (id, record) in &tab.answers {
                    prop_assert!(kept.answers[id].tries >= record.tries);
                }
                for (name, (changes, _)) in &tab.quiz {
                    prop_assert!(kept.quiz[name].0 >= *changes);
                }
            }
            // Easy words are as they were chosen last.
            prop_assert_eq!(kept.easy, stored.easy);
        }

        #[test]
        fn merging_loses_nothing_that_was_read_or_answered(a in progress(), b in progress()) {
            let mut merged = a.clone();
            merged.merge(&b);
            prop_assert!(merged.read.is_superset(&a.read) && merged.read.is_superset(&b.read));
            for id in a.answers.keys().chain(b.answers.keys()) {
                let tries = |from: &Progress| from.answers.get(id).map_or(0, |it| it.tries);
                prop_assert_eq!(tries(&merged), tries(&a).max(tries(&b)));
            }
            // Merging the same again changes nothing.
            let once = merged.clone();
            merged.merge(&b);
            prop_assert_eq!(merged, once);
        }
    }
}
