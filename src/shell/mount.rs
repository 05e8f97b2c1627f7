//! Mounting views in the places that the prerendered page keeps for them.

use super::Navigation;
use super::events::{effect, on_window};
use crate::content::questions;
use crate::map::MapView;
use crate::not_found::NotFoundView;
use crate::notes::NotesView;
use crate::quiz::QuizView;
use crate::route::{List, View};
use crate::search::SearchView;
use leptos::prelude::*;

/// Mounts each view when its page is first shown, and keeps it from then on, so that a map or a
/// half-answered question is as it was when the reader comes back.
pub(super) fn views_when_shown(navigation: Navigation) {
    let mounted = StoredValue::new(Vec::<&'static str>::new());
    let evidence = RwSignal::new(());
    on_window("otg:evidence", move |_| evidence.notify());
    effect(move || {
        let Some(slot) = navigation.route.with(|route| slot_of(&route.view)) else { return };
        if mounted.with_value(|slots| slots.contains(&slot)) {
            return;
        }
        // Showing the page of the quiz lets the questions come; it is drawn when they are there.
        if slot == "quiz-view" && questions().is_none() {
            evidence.track();
            return;
        }
        mounted.update_value(|slots| slots.push(slot));
        mount(slot);
    });
}

/// The id of the place where a view is mounted.
fn slot_of(view: &View) -> Option<&'static str> {
    match view {
        View::List(List::Map, _) => Some("map-view"),
        View::Quiz(_) => Some("quiz-view"),
        View::Search => Some("search-view"),
        View::Notes => Some("notes-view"),
        View::Unknown(_) => Some("unknown-view"),
        _ => None,
    }
}

#[cfg(feature = "csr")]
fn mount(slot: &'static str) {
    use leptos::mount::mount_to;

    let Some(place) = super::document::element(slot) else { return };
    // What stands there says that the script has not started.
    place.replace_children_with_node_0();
    // The effect that calls this runs again; what it owns is dropped then, so views belong to the
    // shell instead.
    let Some(owner) = Owner::current().and_then(|owner| owner.parent()) else { return };
    owner.with(|| match slot {
        "map-view" => mount_to(place, MapView).forget(),
        "quiz-view" => mount_to(place, QuizView).forget(),
        "search-view" => mount_to(place, SearchView).forget(),
        "notes-view" => mount_to(place, NotesView).forget(),
        _ => mount_to(place, NotFoundView).forget(),
    });
}

/// There is nothing to mount where pages are only rendered to text.
#[cfg(not(feature = "csr"))]
fn mount(_slot: &'static str) {
    let _ = (MapView, QuizView, NotFoundView, SearchView, NotesView);
}
