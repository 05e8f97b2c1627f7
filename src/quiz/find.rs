//! The answer to "find it on the map": the map itself, whose signs are what can be chosen.

use crate::content::story;
use crate::i18n::of_map;
use crate::map::picture::{Choice, Picture, Use};
use crate::map::state::MapState;
use crate::shell::Navigation;
use crate::shell::events::{derived, effect};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The map of an item, which lives until this is dropped.
pub(super) struct Find {
    chosen: RwSignal<Choice>,
    /// What the map follows ends with it.
    _owner: Owner,
}

impl Find {
    /// Starts the map of an item, if it has one, with a group chosen.
    pub(super) fn start(root: &HtmlElement, navigation: Navigation, chosen: &str) -> Option<Self> {
        let frame = root.query_selector(".map-find .map-frame").ok().flatten()?;
        let status = root.query_selector(".find-chosen").ok().flatten();
        let owner = Owner::new();
        let chosen = owner.with(|| {
            let chosen = RwSignal::new(story().groups.get(chosen));
            // All that were ever there are to be seen.
            let state = MapState::alone(navigation, story().last_year);
            let now = derived(move || chosen.get());
            Picture::start(state, Use::Answer, frame.unchecked_ref(), now);
            effect(move || {
                let words = chosen
                    .get()
                    .map(|group| (of_map().found)(group.name, group.city, group.region));
                if let Some(status) = &status {
                    status.set_text_content(words.as_deref());
                }
            });
            chosen
        });
        Some(Self { chosen, _owner: owner })
    }

    /// Marks a group as chosen.
    pub(super) fn choose(&self, group: Choice) {
        self.chosen.set(group);
    }
}
