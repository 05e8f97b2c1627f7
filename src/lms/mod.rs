//! The page in a learning platform, by SCORM 1.2: what was kept there comes back, and what is done here
//! is told there.
//!
//! | file | concept |
//! |---|---|
//! | `api` | finding the platform, and calling it |
//! | [`suspend`] | progress as suspend data |
//! | [`work`] | answers that are new, status and score, where the reader stopped |
//! | `hands` | a device that several students use |
//! | `visit` | the time from the start of a session to its end |
//! | `notice` | what is said of the platform |
//!
//! Only the program that is packed for a platform has this (the feature `lms`), and only the page that is
//! packed asks for one: the build marks its root element by [`MARK`]. `docs/scorm.md` says what teachers and administrators need to know.

mod api;
mod hands;
mod notice;
pub mod suspend;
mod visit;
pub mod work;

use crate::content::questions;
use crate::i18n::of_lms;
use crate::notes::NotesState;
use crate::progress::ProgressState;
use crate::shell::events::on_window;
use crate::shell::{Navigation, want_evidence};
use api::Platform;
use leptos::prelude::{Owner, document};
use notice::Notice;
use std::cell::Cell;
use std::rc::Rc;
use visit::Visit;

/// The attribute of the root element that marks a page as packed for a platform.
pub const MARK: &str = "data-lms";

/// Looks for a platform, if the page was packed for one, and begins a session with it.
pub fn start(navigation: Navigation, progress: ProgressState, notes: NotesState) {
    if !document().document_element().is_some_and(|root| root.has_attribute(MARK)) {
        return;
    }
    let notice = Notice::new(navigation);
    let Some(platform) = Platform::find() else {
        notice.say(of_lms().none.to_owned());
        return;
    };
    // Answers are told and read by their questions, which come after the story.
    let platform = Rc::new(Cell::new(Some(platform)));
    let Some(owner) = Owner::current() else { return };
    let begin = {
        let (platform, notice) = (Rc::clone(&platform), notice.clone());
        move || {
            if questions().is_some()
                && let Some(platform) = platform.take()
            {
                let notice = notice.clone();
                owner.with(|| Visit::begin(platform, navigation, progress, notes, notice));
            }
        }
    };
    begin();
    let again = begin.clone();
    on_window("otg:evidence", move |_| again());
    on_window("otg:no-evidence", move |_| {
        if let Some(waiting) = platform.take() {
            platform.set(Some(waiting));
            notice.say(of_lms().no_questions.to_owned());
        }
    });
    want_evidence();
}
