//! The frame around the views: navigation, announcements, popovers, and the places in the
//! prerendered page where views are mounted.
//!
//! The frame itself is prerendered like the rest of the page, and stays as it is: scripts follow
//! what happens in it and change attributes, never nodes. What appears and goes is mounted.

mod document;
mod frame;
mod mount;
mod navigation;
mod popover;
mod reading;
mod theme;

pub(crate) use document::{element, entry_of, focus_id};
pub use frame::Frame;
pub use navigation::{Focus, Navigation, title_of};

use crate::i18n::messages;
use crate::progress::ProgressState;
use leptos::prelude::*;

/// Takes over the prerendered page.
///
/// Where the page has no place for the app there is nothing to take over, and it stays as it is.
#[cfg(feature = "csr")]
pub fn start() {
    if let Some(place) = document::element("app") {
        leptos::mount::mount_to(place, App).forget();
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

    progress.load();
    popover::start(navigation);
    navigation.start();
    theme::start();
    reading::start(progress);
    mount::views_when_shown(navigation);
    document::announce_start();

    let back = Signal::derive(move || {
        let from = navigation.route.with(|route| route.query_value("from").map(str::to_owned));
        from.map(|question| format!("#/quiz?item={question}"))
    });
    let no_way_back = Signal::derive(move || back.get().is_none());
    let storage_works = Signal::derive(move || !progress.blocked.get());
    view! {
        <div class="spoken" role="status" id="announcement">
            {navigation.announcement}
        </div>
        <p class="notice" role="status" hidden=storage_works>
            {t.storage_blocked}
        </p>
        <p class="back-to-question" hidden=no_way_back>
            <a href=back>{t.back_to_question}</a>
        </p>
    }
}
