//! Progress as data: versioned, merged rather than overwritten, and total on any input.

use quiz::Answer;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The newest form that [`Progress`] is written in.
pub const VERSION: u32 = 1;

/// What a reader did on this device.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// Form of this record.
    pub version: u32,
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
}

/// What a reader did with one question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerRecord {
    /// The answer handed in last.
    pub answer: Answer,
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
}

/// Why stored progress can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgressError {
    /// It is not in a form that this page writes.
    Unreadable,
    /// A newer page wrote it.
    Newer,
}

impl Default for Progress {
    fn default() -> Self {
        Self {
            version: VERSION,
            edition: String::new(),
            place: None,
            read: BTreeSet::new(),
            easy: BTreeSet::new(),
            answers: BTreeMap::new(),
        }
    }
}

impl Progress {
    /// Reads what [`to_json`](Self::to_json) wrote, by this or an earlier version.
    ///
    /// # Errors
    /// When `json` is something else, or was written by a newer version.
    pub fn from_json(json: &str) -> Result<Self, ProgressError> {
        let progress: Self = serde_json::from_str(json).map_err(|_| ProgressError::Unreadable)?;
        if progress.version > VERSION {
            return Err(ProgressError::Newer);
        }
        Ok(Self { version: VERSION, ..progress })
    }

    /// Writes it as JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Takes over what `other` (say, another tab) knows and this does not.
    ///
    /// Sets are united; of two records of one question, that with more tries stands; the place and
    /// the easy chapters stay as they are here.
    pub fn merge(&mut self, other: &Self) {
        self.read.extend(other.read.iter().cloned());
        for (question, theirs) in &other.answers {
            let newer = self.answers.get(question).is_none_or(|ours| theirs.tries > ours.tries);
            if newer {
                self.answers.insert(question.clone(), theirs.clone());
            }
        }
        if self.place.is_none() {
            self.place.clone_from(&other.place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn record(points: u32, tries: u32) -> AnswerRecord {
        AnswerRecord { answer: Answer::One("a".into()), points, out_of: 1, tries }
    }

    fn progress() -> impl Strategy<Value = Progress> {
        (
            proptest::option::of("[a-z]{1,5}/[a-z]{1,5}"),
            proptest::collection::btree_set("[a-z]{1,3}/[a-z]{1,3}", 0..6),
            proptest::collection::btree_map("[a-f]", (0u32..2, 1u32..9), 0..5),
        )
            .prop_map(|(place, read, answers)| Progress {
                edition: "2026.1".into(),
                place,
                read,
                answers: answers
                    .into_iter()
                    .map(|(id, (points, tries))| (id, record(points, tries)))
                    .collect(),
                ..Progress::default()
            })
    }

    #[test]
    fn a_newer_form_is_refused_and_an_empty_one_read() {
        assert_eq!(Progress::from_json(r#"{"version":99}"#), Err(ProgressError::Newer));
        assert_eq!(Progress::from_json("{}"), Ok(Progress::default()));
        assert_eq!(Progress::from_json("[]x"), Err(ProgressError::Unreadable));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(progress in progress()) {
            prop_assert_eq!(Progress::from_json(&progress.to_json()), Ok(progress));
        }

        #[test]
        fn reading_never_panics(json in "\\PC{0,80}") {
            let _ = Progress::from_json(&json);
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
