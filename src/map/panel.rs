//! The panel beside the map, which tells of the group that was chosen.

use super::picture::{Choice, Use, control_id};
use crate::i18n::messages;
use crate::route::{List, View};
use crate::shell::events::{effect, next_frame};
use crate::shell::{Navigation, element, entry_of, focus_id, set_hidden, want_evidence};
use crate::widgets::put;
use leptos::prelude::*;

/// Id of what is told.
const CONTENT: &str = "map-panel-content";

const HEADING: &str = "map-panel-heading";

/// The panel, empty, as markup.
pub(super) fn markup(out: &mut String) {
    let panel = [
        "<section class=\"map-panel\" id=\"map-panel\" aria-labelledby=\"",
        "\" hidden><h2 id=\"",
        "\" tabindex=\"-1\"></h2><div id=\"",
        "\"></div><p><button type=\"button\" data-do=\"close\">",
        "</button></p></section>",
    ];
    put(out, &panel, &[HEADING, HEADING, CONTENT, messages().close]);
}

/// Tells of the group that is chosen, from now on.
pub(super) fn start(selected: Signal<Choice>, navigation: Navigation) {
    let before = StoredValue::new(None::<Choice>);
    effect(move || {
        let now = selected.get();
        set_hidden("map-panel", now.is_none());
        set_hidden("map-side-rows", now.is_some());
        follow_choice(before.get_value(), now, navigation);
        before.set_value(Some(now));
    });
}

/// Fills the panel with the group that was chosen, and moves the focus into it or back out.
fn follow_choice(before: Option<Choice>, now: Choice, navigation: Navigation) {
    match (before.flatten(), now) {
        (left, Some(group)) if left.is_none_or(|left| left.id != group.id) => {
            if let Some((heading, content)) = entry_of(List::Map, group.id.0) {
                if let Some(place) = element(HEADING) {
                    place.set_text_content(Some(&heading));
                }
                if let Some(place) = element(CONTENT) {
                    place.replace_children_with_node_1(&content);
                }
            }
            want_evidence();
            // A page that has just been loaded keeps the focus where the reader put it.
            if navigation.has_moved() {
                next_frame(|| focus_id(HEADING));
            }
        }
        (Some(left), None) => {
            let on_map = navigation
                .route
                .with_untracked(|route| matches!(route.view, View::List(List::Map, _)));
            if on_map {
                let control = control_id(Use::Map, left.id.0);
                next_frame(move || focus_id(&control));
            }
        }
        _ => {}
    }
}
