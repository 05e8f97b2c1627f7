//! What starts once the page follows its address, a few parts in each task: an engine compiles what it runs for
//! the first time, and a slow processor would be kept from all else by the whole of it.

use super::{Navigation, chunks, document, reading};
use crate::notes::NotesState;
use crate::progress::ProgressState;
use crate::{evidence, listen, notes, reader, search, settings, timeline};
use leptos::prelude::*;
use std::time::Duration;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Shared {
    pub(super) navigation: Navigation,
    pub(super) progress: ProgressState,
    pub(super) notes: NotesState,
    /// Whether the page stands where everybody uses it.
    pub(super) on_stand: bool,
}

/// The steps, in their order.
const STEPS: [fn(Shared); 4] = [text, marks, lists, last];

/// Takes one step after the other from now on, for the current owner.
pub(super) fn begin(shared: Shared) {
    if let Some(owner) = Owner::current() {
        go_on(owner, shared, 0);
    }
}

fn go_on(owner: Owner, shared: Shared, at: usize) {
    let Some(step) = STEPS.get(at) else { return };
    let take = move || {
        owner.with(|| step(shared));
        go_on(owner, shared, at + 1);
    };
    set_timeout(take, Duration::ZERO);
}

fn text(Shared { navigation, progress, .. }: Shared) {
    reading::start(progress);
    reader::stage::start(navigation);
    reader::share::start(navigation);
    reader::print::start();
}

fn marks(Shared { navigation, notes, .. }: Shared) {
    listen::start(navigation);
    notes::start(navigation, notes);
}

fn lists(Shared { navigation, .. }: Shared) {
    search::start(navigation);
    timeline::start(navigation);
    evidence::start(navigation);
}

fn last(Shared { navigation, progress, notes, on_stand }: Shared) {
    settings::start(navigation, progress, notes);
    if on_stand {
        chunks::kiosk(navigation, progress, notes);
    }
    #[cfg(feature = "lms")]
    crate::lms::start(navigation, progress, notes);
    document::announce_start();
}
