//! The frame around the views: navigation, announcements, popovers, and the places in the
//! prerendered page where views are mounted.
//!
//! The frame itself is prerendered like the rest of the page, and stays as it is: scripts follow
//! what happens in it and change attributes, never nodes. What appears and goes is mounted.

pub(crate) mod chunks;
mod document;
pub(crate) mod events;
mod files;
mod frame;
pub(crate) mod late_style;
mod mount;
mod navigation;
mod popover;
mod reading;
mod steps;

pub(crate) use document::{
    SEARCH_FIELD, element, entry_of, focus_id, focus_main, focused, has_evidence, is_still,
    set_hidden, title_in, want_evidence, when_evidence, write, write_markup,
};
pub(crate) use files::{download, download_bytes, read_text};
pub use frame::Frame;
pub use navigation::{Focus, Navigation, name_of};

use crate::i18n::messages;
use crate::notes::NotesState;
use crate::progress::ProgressState;
use crate::route::{Route, View};
use events::derived;
use leptos::prelude::*;
#[cfg(feature = "csr")]
use std::time::Duration;
use steps::Shared;

/// Takes over the prerendered page.
///
/// Where the page has no place for the app there is nothing to take over, and it stays as it is.
#[cfg(feature = "csr")]
pub fn start() {
    if let Some(place) = document::element("app") {
        // What compiles the program calls this in the same task.
        set_timeout(move || leptos::mount::mount_to(place, App).forget(), Duration::ZERO);
    }
}

/// The app: the state that views share, what follows the reader through the prerendered page, and
/// the few lines that come and go in its frame.
#[component]
pub fn App() -> impl IntoView {
    let t = messages();
    let navigation = Navigation::provide();
    let progress = ProgressState::provide();
    Focus::provide();
    let notes = NotesState::provide();
    let on_stand = crate::kiosk::take_up();

    progress.load();
    popover::start(navigation);
    navigation.start();
    mount::views_when_shown(navigation);
    steps::begin(Shared { navigation, progress, notes, on_stand });

    let back = derived(move || navigation.route.with(way_back));
    let no_way_back = derived(move || back.get().is_none());
    let storage_works = derived(move || !progress.blocked.get());
    view! {
        <div class="spoken" role="status" id="announcement">
            {navigation.announcement}
        </div>
        <p class="notice" role="status" hidden=storage_works>
            {t.storage_blocked}
        </p>
        <nav class="back-to-question" aria-label=t.back_to_question hidden=no_way_back>
            <a href=back>{t.back_to_question}</a>
        </nav>
    }
}

/// The question, of practice or of a paper, that a reader came from to the passage that settles it.
fn way_back(route: &Route) -> Option<String> {
    let question = route.query_value("from")?;
    let mut back = Route::from(View::Quiz(route.query_value("paper").map(str::to_owned)));
    back.query.extend(route.query.iter().filter(|(name, _)| name == "chapter").cloned());
    back.query.push(("item".to_owned(), question.to_owned()));
    Some(back.hash())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::story;

    #[test]
    fn the_way_back_leads_to_the_question_in_the_same_quiz() {
        let back = |hash: &str| way_back(&Route::parse(hash, story()).unwrap());
        let at = "#/read/cleveland-1963";
        assert_eq!(back(&format!("{at}?from=q")).unwrap(), "#/quiz?item=q");
        assert_eq!(
            back(&format!("{at}?from=q&chapter=cleveland-1963")).unwrap(),
            "#/quiz?chapter=cleveland-1963&item=q"
        );
        assert_eq!(
            back(&format!("{at}?from=3&paper=2A1V-Y004-T0SM")).unwrap(),
            "#/quiz/2A1V-Y004-T0SM?item=3"
        );
        assert_eq!(back(at), None);
    }
}
