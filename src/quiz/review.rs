//! Review: what was missed comes up again when it is due.

use super::cards::waiting;
use super::item::ItemView;
use super::view::ITEM_HEADING;
use crate::content::questions;
use crate::i18n::{messages, of_quiz};
use crate::progress::ProgressState;
use crate::shell::events::{derived, next_frame};
use crate::shell::{Navigation, focus_id};
use leptos::prelude::*;

/// The items that are due, one after the other.
pub(super) fn review(navigation: Navigation, progress: ProgressState) -> AnyView {
    let t = of_quiz();
    // An item that was just answered is due no more; it stays until the reader goes on.
    let now = RwSignal::new(first_due(progress));
    let heading = derived(move || {
        let (due, next) = waiting(progress);
        match due.len() {
            0 => (t.nothing_due)(next.map(|days| days.max(1))),
            count => (t.due)(count),
        }
    });
    let go_on = move |_| {
        now.set(first_due(progress));
        navigation.announce(heading.get_untracked());
        next_frame(|| focus_id(ITEM_HEADING));
    };
    view! {
        <p class="hint">{t.about_review}</p>
        <h2 id=ITEM_HEADING tabindex="-1">{heading}</h2>
        {move || {
            let question = now.with(|id| questions()?.get(id.as_deref()?));
            question
                .map(|question| {
                    view! {
                        <ItemView question anew=true/>
                        <p class="quiz-steps">
                            <button type="button" on:click=go_on>{messages().next_question}</button>
                        </p>
                    }
                })
        }}
    }
    .into_any()
}

/// The item that was due first; one that is no longer there is passed over.
fn first_due(progress: ProgressState) -> Option<String> {
    let (due, _) = untrack(|| waiting(progress));
    due.into_iter().find(|id| questions().is_some_and(|all| all.get(id).is_some()))
}
