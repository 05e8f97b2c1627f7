//! Progress as live state.

use super::model::{AnswerRecord, Progress, TakenOver};
use super::store::{read_or_set_aside, read_setting, write_setting};
use crate::content::story;
use leptos::prelude::*;

/// Where progress is stored. The inline script of the page reads it too, before first paint.
pub const PROGRESS_KEY: &str = "open-gates.progress";

/// The reader's progress, shared by the views through a context.
#[derive(Clone, Copy)]
pub struct ProgressState {
    progress: RwSignal<Progress>,
    /// Whether the last attempt to store failed, and nothing else keeps progress.
    pub blocked: RwSignal<bool>,
    /// Whether a learning platform keeps progress.
    elsewhere: RwSignal<bool>,
}

impl ProgressState {
    /// Empty progress, in the context of the current owner.
    pub fn provide() -> Self {
        let state = Self {
            progress: RwSignal::new(Progress::default()),
            blocked: RwSignal::new(false),
            elsewhere: RwSignal::new(false),
        };
        provide_context(state);
        state
    }

    /// Takes in what is stored on this device.
    pub fn load(self) {
        if let Some(stored) = self.stored() {
            self.progress.set(stored);
        }
    }

    /// What another tab stored meanwhile. Where it cleared everything, nothing is left here either,
    /// or the next passage read would store it all again.
    pub fn take_over_from_other_tab(self) {
        if let Some(mut stored) = self.stored() {
            let lacked = self.progress.with_untracked(|progress| stored.lacked(progress));
            self.progress.update(|progress| progress.take_over_stored(stored));
            // Both wrote at once, and the later one did not know what the earlier one wrote.
            if lacked {
                write_setting(PROGRESS_KEY, &self.with_untracked(Progress::write));
            }
        } else if read_setting(PROGRESS_KEY).is_none()
            && !self.blocked.get_untracked()
            && !self.elsewhere.get_untracked()
        {
            self.forget();
        }
    }

    /// Notes whether a learning platform keeps progress, whatever the browser does.
    pub fn keeps_elsewhere(self, kept: bool) {
        self.elsewhere.set(kept);
        if kept {
            self.blocked.set(false);
        }
    }

    /// Begins anew. What is stored stays.
    pub fn forget(self) {
        if self.progress.with_untracked(|progress| *progress != Progress::default()) {
            self.progress.set(Progress::default());
        }
    }

    /// Takes over what a file brings, and says what of it was new.
    pub fn take_over(self, brought: &Progress) -> TakenOver {
        let mut taken = TakenOver::default();
        self.change(|progress| taken = progress.take_over(brought));
        taken
    }

    fn stored(self) -> Option<Progress> {
        read_or_set_aside(PROGRESS_KEY, Progress::parse)
    }

    /// The progress, tracked.
    pub fn with<T>(self, read: impl FnOnce(&Progress) -> T) -> T {
        self.progress.with(read)
    }

    /// The progress as it is now, not tracked.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Progress) -> T) -> T {
        self.progress.with_untracked(read)
    }

    /// Notes a passage (`chapter/passage`) as read, and as the place to go on from.
    pub fn note_passage(self, address: &str) {
        let known = self.progress.with_untracked(|progress| {
            progress.read.contains(address) && progress.place.as_deref() == Some(address)
        });
        if !known {
            self.change(|progress| {
                progress.read.insert(address.to_owned());
                progress.place = Some(address.to_owned());
            });
        }
    }

    /// Notes whether a chapter is to be shown in easy words.
    pub fn note_easy(self, chapter: &str, easy: bool) {
        self.change(|progress| {
            if easy {
                progress.easy.insert(chapter.to_owned());
            } else {
                progress.easy.remove(chapter);
            }
        });
    }

    /// Notes an answer that was handed in, as `Answer::write` writes it, and what it earned; and keeps
    /// for the quiz what follows from it and from what is known then, of other tabs too.
    pub fn note_answer(
        self,
        question: &str,
        answer: String,
        (points, out_of): (u32, u32),
        follows: impl FnOnce(&Progress) -> Vec<(String, String)>,
    ) {
        self.change(|progress| {
            let tries = progress.answers.get(question).map_or(0, |before| before.tries);
            let record = AnswerRecord { answer, points, out_of, tries: tries.saturating_add(1) };
            progress.answers.insert(question.to_owned(), record);
            let kept = follows(progress);
            progress.keep(&kept);
        });
    }

    /// What the quiz keeps under a name, not tracked; empty where there is nothing.
    pub fn kept(self, name: &str) -> String {
        self.with_untracked(|it| it.quiz.get(name).map(|kept| kept.1.clone())).unwrap_or_default()
    }

    /// Keeps something for the quiz under each of some names; nothing any more where it is empty.
    pub fn keep(self, changed: &[(String, String)]) {
        // A field tells of one change more than once, and storing reads and writes all of the progress.
        if changed.iter().any(|(name, value)| self.kept(name) != *value) {
            self.change(|progress| progress.keep(changed));
        }
    }

    /// Changes the progress and stores it, together with what another tab stored meanwhile.
    fn change(self, change: impl FnOnce(&mut Progress)) {
        let stored = self.stored();
        self.progress.update(|progress| {
            // What is done now counts for more than what was done anywhere before.
            if let Some(stored) = stored {
                progress.take_over_stored(stored);
            }
            change(progress);
            progress.edition = story().edition.to_owned();
        });
        let text = self.progress.with_untracked(Progress::write);
        let stored = write_setting(PROGRESS_KEY, &text);
        self.blocked.set(!stored && !self.elsewhere.get_untracked());
    }
}
