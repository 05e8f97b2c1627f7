//! Mounting views in the places that the prerendered page keeps for them.

use super::Navigation;
use super::events::{effect, on_window};
use crate::content::questions;
use crate::route::{List, View};
use leptos::prelude::*;

/// Mounts each view when its page is first shown, and keeps it from then on, so that a map or a
/// half-answered question is as it was when the reader comes back.
pub(super) fn views_when_shown(navigation: Navigation) {
    let mounted = StoredValue::new(Vec::<&'static str>::new());
    let asked = RwSignal::new(());
    on_window("otg:questions", move |_| asked.notify());
    effect(move || {
        let Some(slot) = navigation.route.with(|route| slot_of(&route.view)) else { return };
        if mounted.with_value(|slots| slots.contains(&slot)) {
            return;
        }
        // Showing the page of the quiz lets the questions come; it is drawn when they are there.
        if slot == "quiz-view" && questions().is_none() {
            asked.track();
            return;
        }
        mounted.update_value(|slots| slots.push(slot));
        // Whoever comes back to a view that could not be loaded tries again.
        mount(slot, move || mounted.update_value(|slots| slots.retain(|it| *it != slot)));
    });
}

/// The id of the place where a view is mounted.
fn slot_of(view: &View) -> Option<&'static str> {
    match view {
        View::List(List::Map, _) => Some("map-view"),
        View::Quiz(_) => Some("quiz-view"),
        View::Search => Some("search-view"),
        View::Notes => Some("notes-view"),
        View::Project => Some("project-view"),
        View::Unknown(_) => Some("unknown-view"),
        _ => None,
    }
}

#[cfg(feature = "csr")]
fn mount(slot: &'static str, failed: impl FnOnce() + 'static) {
    use super::chunks;

    let Some(place) = super::document::element(slot) else { return };
    // The effect that calls this runs again; what it owns is dropped then, so views belong to the
    // shell instead.
    let Some(owner) = Owner::current().and_then(|owner| owner.parent()) else { return };
    leptos::task::spawn_local(async move {
        let told = place.clone();
        let mounted = match slot {
            "map-view" => chunks::map(owner, place).await,
            "unknown-view" => chunks::not_found(&owner, place),
            _ => chunks::tool(owner, place).await,
        };
        if mounted.is_err() {
            told.set_text_content(Some(crate::i18n::messages().view_not_loaded));
            failed();
        }
    });
}

/// There is nothing to mount where pages are only rendered to text.
#[cfg(not(feature = "csr"))]
fn mount(_slot: &'static str, _failed: impl FnOnce() + 'static) {}
