//! The map before a class: the drawing of the map itself, in a year or in an item.

use crate::content::story;
use crate::map::picture::{Choice, Picture, Use};
use crate::map::state::MapState;
use crate::shell::Navigation;
use crate::shell::events::derived;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A map on the stage, which lives until this is dropped.
pub(super) struct ShownMap {
    state: MapState,
    pointed: RwSignal<Choice>,
    /// What the map follows ends with it.
    _owner: Owner,
}

impl ShownMap {
    /// Starts the map of a step, if it has one.
    ///
    /// Drawing follows the address, and what it makes would end when the address changes; so the map
    /// belongs to the view.
    pub(super) fn start(
        stage: &HtmlElement,
        navigation: Navigation,
        used: Use,
        view: &Owner,
    ) -> Option<Self> {
        let frame = stage.query_selector(".map-frame").ok().flatten()?;
        let owner = view.child();
        let (state, pointed) = owner.with(|| {
            let pointed = RwSignal::new(None);
            let state = MapState::alone(navigation, story().last_year);
            let now = derived(move || pointed.get());
            Picture::start(state, used, frame.unchecked_ref(), now);
            (state, pointed)
        });
        Some(Self { state, pointed, _owner: owner })
    }

    /// Shows a year, and points at a group or at none.
    pub(super) fn show(&self, year: Option<i16>, group: Option<&str>) {
        if let Some(year) = year {
            self.state.show_year(year);
        }
        let group = group.and_then(|id| story().groups.get(id));
        if self.pointed.with_untracked(|now| now.map(|it| it.id) != group.map(|it| it.id)) {
            self.pointed.set(group);
        }
    }
}
