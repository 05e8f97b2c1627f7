//! The answer to "find it on the map": the map itself, whose signs are what can be chosen.

use crate::content::story;
use crate::i18n::of_map;
use crate::map::picture::{Picture, Use, control_of, groups, markup};
use crate::map::state::MapState;
use crate::shell::Navigation;
use crate::shell::events::{derived, effect, on_element};
use crate::widgets::once_mounted;
use leptos::html::Div;
use leptos::prelude::*;
use quiz::{Answer, Grade};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The map, on which a group is chosen.
#[component]
pub(super) fn FindInput(
    /// What is chosen.
    draft: RwSignal<Answer>,
    /// What it earned, once it was handed in.
    result: Signal<Option<Grade<'static>>>,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    if let Some(navigation) = use_context::<Navigation>() {
        once_mounted(root, move |element| {
            let mut html = String::new();
            markup(&mut html, Use::Answer);
            html.push_str("<p class=\"find-chosen\" role=\"status\"></p>");
            element.set_inner_html(&html);
            start(element, navigation, draft, result);
        });
    }
    view! {
        <div
            class="map-find"
            id=super::FIRST_OPTION
            role="group"
            aria-label=of_map().find
            tabindex="-1"
            node_ref=root
        ></div>
    }
}

fn start(
    root: &HtmlElement,
    navigation: Navigation,
    draft: RwSignal<Answer>,
    result: Signal<Option<Grade<'static>>>,
) {
    // All that were ever there are to be seen.
    let state = MapState::alone(navigation, story().last_year);
    let chosen = derived(move || {
        draft.with(|answer| match answer {
            Answer::One(id) => story().groups.get(id),
            _ => None,
        })
    });
    let Some(frame) = root.query_selector(".map-frame").ok().flatten() else { return };
    Picture::start(state, Use::Answer, frame.unchecked_ref(), chosen);
    let status = root.query_selector(".find-chosen").ok().flatten();
    effect(move || {
        let words =
            chosen.get().map(|group| (of_map().found)(group.name, group.city, group.region));
        if let Some(status) = &status {
            status.set_text_content(words.as_deref());
        }
    });
    on_element(root, "click", move |event| {
        let group = control_of(&event).and_then(|at| groups().get(at).copied());
        if let Some(group) = group.filter(|_| result.with_untracked(Option::is_none)) {
            draft.set(Answer::One(group.id.0.to_owned()));
        }
    });
}
