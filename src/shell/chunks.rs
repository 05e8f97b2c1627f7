//! What comes when it is wanted, in modules of its own where the program was split.
//!
//! With the feature `split` each function that the macro marks, with all that nothing else needs,
//! becomes a chunk, and calling the function loads it first. Without, it is an ordinary function.

use super::Navigation;
use crate::i18n::messages;
use crate::notes::NotesState;
use crate::progress::ProgressState;
use crate::{kiosk, settings};
use leptos::prelude::set_timeout;
use std::time::Duration;
use web_sys::HtmlInputElement;

#[cfg(feature = "csr")]
pub(super) use views::{map, not_found, tool};

/// Why something could not be done: its chunk did not come.
#[cfg(feature = "split")]
pub(super) type NotLoaded = wasm_split_helpers::SplitLoaderError;

/// Why something could not be done: where there are no chunks, nothing.
#[cfg(not(feature = "split"))]
pub(super) type NotLoaded = std::convert::Infallible;

/// Takes progress from the file that was chosen by a control; without one, hands out a file.
pub(crate) fn travel(input: Option<HtmlInputElement>, progress: ProgressState, notes: NotesState) {
    leptos::task::spawn_local(async move {
        #[cfg(feature = "split")]
        let done = split::travel(input, progress, notes).await;
        #[cfg(not(feature = "split"))]
        let done = travel_now(input, progress, notes);
        if done.is_err() {
            super::write(settings::RESULT, messages().view_not_loaded);
        }
    });
}

fn travel_now(
    input: Option<HtmlInputElement>,
    progress: ProgressState,
    notes: NotesState,
) -> Result<(), NotLoaded> {
    settings::travel(input, progress, notes);
    Ok(())
}

/// Puts the page on its stand; tries again where the chunk did not come.
pub(super) fn kiosk(navigation: Navigation, progress: ProgressState, notes: NotesState) {
    leptos::task::spawn_local(async move {
        #[cfg(feature = "split")]
        let done = split::kiosk(navigation, progress, notes).await;
        #[cfg(not(feature = "split"))]
        let done = kiosk_now(navigation, progress, notes);
        if done.is_err() {
            set_timeout(move || kiosk(navigation, progress, notes), Duration::from_secs(5));
        }
    });
}

fn kiosk_now(
    navigation: Navigation,
    progress: ProgressState,
    notes: NotesState,
) -> Result<(), NotLoaded> {
    kiosk::start(navigation, progress, notes);
    Ok(())
}

#[cfg(feature = "csr")]
mod views {
    use super::NotLoaded;
    use crate::map::MapView;
    use crate::not_found::NotFoundView;
    use crate::notes::NotesView;
    use crate::projector::ProjectorView;
    use crate::quiz::QuizView;
    use crate::search::SearchView;
    use leptos::mount::mount_to;
    use leptos::prelude::*;
    use web_sys::HtmlElement;

    /// Mounts the map.
    pub(in crate::shell) async fn map(owner: Owner, place: HtmlElement) -> Result<(), NotLoaded> {
        #[cfg(feature = "split")]
        return super::split::mount_map(owner, place).await;
        #[cfg(not(feature = "split"))]
        mount_map(owner, place)
    }

    /// Mounts whichever of the other views belongs in a place.
    pub(in crate::shell) async fn tool(owner: Owner, place: HtmlElement) -> Result<(), NotLoaded> {
        #[cfg(feature = "split")]
        return super::split::mount_tool(owner, place).await;
        #[cfg(not(feature = "split"))]
        mount_tool(owner, place)
    }

    /// Mounts what is said of an address that there is no page for, without any chunk.
    pub(in crate::shell) fn not_found(owner: &Owner, place: HtmlElement) -> Result<(), NotLoaded> {
        put(owner, place, |place| mount_to(place, NotFoundView).forget())
    }

    pub(super) fn mount_map(owner: Owner, place: HtmlElement) -> Result<(), NotLoaded> {
        put(&owner, place, |place| mount_to(place, MapView).forget())
    }

    pub(super) fn mount_tool(owner: Owner, place: HtmlElement) -> Result<(), NotLoaded> {
        put(&owner, place, |place| match place.id().as_str() {
            "quiz-view" => mount_to(place, QuizView).forget(),
            "search-view" => mount_to(place, SearchView).forget(),
            "project-view" => mount_to(place, ProjectorView).forget(),
            _ => mount_to(place, NotesView).forget(),
        })
    }

    fn put(
        owner: &Owner,
        place: HtmlElement,
        mount: impl FnOnce(HtmlElement),
    ) -> Result<(), NotLoaded> {
        // What stands there says that the script has not started.
        place.replace_children_with_node_0();
        owner.with(|| mount(place));
        Ok(())
    }
}

/// What the macro makes of a function imports and exports symbols, which is unsafe by its nature.
#[cfg(feature = "split")]
#[allow(unsafe_code, reason = "chunks are linked by imported and exported symbols")]
mod split {
    use super::{HtmlInputElement, Navigation, NotLoaded, NotesState, ProgressState, views};
    use leptos::prelude::Owner;
    use wasm_split_helpers::wasm_split;
    use web_sys::HtmlElement;

    #[wasm_split(map, fallible)]
    pub(super) fn mount_map(owner: Owner, place: HtmlElement) -> Result<(), NotLoaded> {
        views::mount_map(owner, place)
    }

    #[wasm_split(tools, fallible)]
    pub(super) fn mount_tool(owner: Owner, place: HtmlElement) -> Result<(), NotLoaded> {
        views::mount_tool(owner, place)
    }

    #[wasm_split(tools, fallible)]
    pub(super) fn travel(
        input: Option<HtmlInputElement>,
        progress: ProgressState,
        notes: NotesState,
    ) -> Result<(), NotLoaded> {
        super::travel_now(input, progress, notes)
    }

    #[wasm_split(tools, fallible)]
    pub(super) fn kiosk(
        navigation: Navigation,
        progress: ProgressState,
        notes: NotesState,
    ) -> Result<(), NotLoaded> {
        super::kiosk_now(navigation, progress, notes)
    }
}
