//! What is kept on this device, in words, and clearing it.

use super::kept::{Kept, kept};
use super::root;
use crate::content::passage_at;
use crate::i18n::of_settings;
use crate::notes::NotesState;
use crate::progress::{ProgressState, can_keep, clear_all, stored};
use crate::shell::events::elements;
use crate::shell::{element, focus_id, set_hidden, write};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlInputElement};

/// Id of the question whether to clear everything.
pub(super) const QUESTION: &str = "clear-question";

/// Id of the paragraph that says that nothing is kept.
pub(super) const NONE: &str = "kept-nothing";

/// Id of the paragraph that says what was cleared.
pub(super) const CLEARED: &str = "cleared";

/// What is kept, in words.
pub(super) fn kept_in_words() -> Vec<String> {
    let words = of_settings().kept_item;
    kept(&stored())
        .into_iter()
        .map(|it| match it {
            Kept::Place(address) => words(&Kept::Place(heading_of(&address))),
            other => words(&other),
        })
        .collect()
}

/// Lists what is kept, where that is told.
pub(super) fn show_kept() {
    let items = kept_in_words();
    for list in elements(".kept-items, .kept-clear") {
        list.set_hidden(items.is_empty());
    }
    set_hidden(NONE, !items.is_empty());
    let t = of_settings();
    write(NONE, if can_keep() { t.kept_nothing } else { t.cannot_keep });
    for list in elements(".kept-items") {
        list.set_text_content(None);
        for item in &items {
            if let Ok(line) = document().create_element("li") {
                line.set_text_content(Some(item));
                let _ = list.append_child(&line);
            }
        }
    }
}

/// The heading of a passage, or its address where this edition has no such passage.
fn heading_of(address: &str) -> String {
    passage_at(address).map_or(address, |(_, passage)| passage.heading).to_owned()
}

/// Asks whether to clear everything.
pub(super) fn ask() {
    // What was said of an earlier time is not true of this one.
    write(CLEARED, "");
    if let Some(question) = question() {
        let _ = question.show_modal();
    }
}

/// Closes the question; the browser then gives the focus back to what opened it.
pub(super) fn close() {
    if let Some(question) = question() {
        question.close();
    }
}

fn question() -> Option<HtmlDialogElement> {
    element(QUESTION)?.dyn_into().ok()
}

/// Clears everything, here and in the storage, and says what it was.
pub(super) fn clear(progress: ProgressState, notes: NotesState) {
    let t = of_settings();
    let mut words = t.cleared.to_owned();
    for (at, item) in kept_in_words().iter().enumerate() {
        words.push_str(if at == 0 { " " } else { "; " });
        words.push_str(item);
    }
    words.push('.');
    clear_all();
    forget_reader(progress, notes);
    close();
    write(CLEARED, if stored().is_empty() { &words } else { t.not_cleared });
    focus_id(CLEARED);
}

/// Begins anew with what is stored, and without what is not.
pub(crate) fn forget_reader(progress: ProgressState, notes: NotesState) {
    progress.forget();
    notes.forget();
    show_easy(&[]);
    root::take_up_stored();
    root::announce_stored();
}

/// Brings the switches of chapters in step with which of them are to be in easy words.
pub(crate) fn show_easy(chapters: &[String]) {
    for switch in elements(".easy-switch") {
        let Ok(switch) = switch.dyn_into::<HtmlInputElement>() else { continue };
        let chapter = switch.get_attribute("data-chapter").unwrap_or_default();
        switch.set_checked(chapters.contains(&chapter));
    }
}
