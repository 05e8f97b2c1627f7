//! The map as a whole: the drawing, its controls, and what stands beside it.
//!
//! Its markup is written once, as text, and what happens in it reaches one listener of each kind: that
//! is a third of what a tree of views with a closure for each control would be to download.

use super::picture::{Choice, Picture, STEP, Use, control_of, fit, pan, show_whole, zoom};
use super::state::MapState;
use super::viewport::DEEPEST;
use super::{choosing, key, lines, nearby, panel, picture, table, year};
use crate::content::story;
use crate::i18n::of_map;
use crate::reader::print::print;
use crate::route::{List, View};
use crate::shell::events::{derived, effect, elements_in, is_for_browser, on_element, within};
use crate::shell::{Focus, Navigation};
use crate::widgets::{once_mounted, put};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent, MouseEvent};

/// The map of groups in a year.
#[component]
pub fn MapView() -> impl IntoView {
    let (Some(navigation), Some(focus)) = (use_context::<Navigation>(), use_context::<Focus>())
    else {
        return ().into_any();
    };
    let root = NodeRef::<Div>::new();
    once_mounted(root, move |element| {
        element.set_inner_html(&markup());
        start(element, navigation, focus);
    });
    view! { <div class="map" node_ref=root></div> }.into_any()
}

/// The keys that move the map, and what stands on the buttons that do the same, in the order of their words.
const PANS: [(&str, &str); 4] = [
    ("ArrowLeft", "\u{2190}"),
    ("ArrowUp", "\u{2191}"),
    ("ArrowDown", "\u{2193}"),
    ("ArrowRight", "\u{2192}"),
];

fn markup() -> String {
    let t = of_map();
    let mut out = String::new();
    out.push_str("<div class=\"map-layout\"><div class=\"map-main\">");
    picture::markup(&mut out, Use::Map);
    put(&mut out, &["<div class=\"map-zoom\" role=\"group\" aria-label=\"", "\">"], &[t.zoom]);
    for (does, words) in
        [("nearer", t.nearer), ("farther", t.farther), ("fit", t.fit), ("whole", t.whole)]
    {
        button(&mut out, does, words);
    }
    let pans = ["<span class=\"map-pans\" role=\"group\" hidden aria-label=\"", "\">"];
    put(&mut out, &pans, &[t.pan]);
    for ((does, sign), words) in PANS.into_iter().zip(t.pans) {
        let pan = ["<button type=\"button\" data-do=\"", "\" aria-label=\"", "\">", "</button>"];
        put(&mut out, &pan, &[does, words, sign]);
    }
    out.push_str("</span></div>");
    year::markup(&mut out);
    choosing::markup(&mut out);
    lines::markup(&mut out);
    year::events_markup(&mut out);
    key::markup(&mut out);
    put(&mut out, &["<p class=\"hint map-moving\">", "</p>"], &[t.moving]);
    nearby::markup(&mut out);
    out.push_str("<p class=\"map-print\">");
    for (does, words) in [("map-names", t.print_names), ("map-blank", t.print_blank)] {
        button(&mut out, does, words);
    }
    out.push_str("</p></div><div class=\"map-side\"><div class=\"map-rows\" id=\"map-side-rows\">");
    table::markup(&mut out);
    out.push_str("</div>");
    panel::markup(&mut out);
    out.push_str("</div></div>");
    out
}

fn button(out: &mut String, does: &str, words: &str) {
    put(out, &["<button type=\"button\" data-do=\"", "\">", "</button>"], &[does, words]);
}

fn start(root: &HtmlElement, navigation: Navigation, focus: Focus) {
    let state = MapState::of_address(navigation, focus);
    let selected = derived(move || {
        navigation.route.with(|route| match &route.view {
            View::List(List::Map, Some(id)) => story().groups.get(id),
            _ => None,
        })
    });
    choosing::start(state);
    year::start(state);
    lines::start(state);
    nearby::start(state);
    table::start(state);
    let Some(frame) = root.query_selector(".map-frame").ok().flatten() else { return };
    Picture::start(state, Use::Map, frame.unchecked_ref(), selected);
    panel::start(selected, navigation);
    let zooms = elements_in(root, ".map-zoom > button");
    let pans = root.query_selector(".map-pans").ok().flatten();
    effect(move || {
        let scale = state.viewport.get().scale;
        if let Some(pans) = &pans {
            let _ = pans.toggle_attribute_with_force("hidden", scale <= 1.0);
        }
        let off = [scale >= DEEPEST, scale <= 1.0, false, scale <= 1.0];
        for (button, off) in zooms.iter().zip(off) {
            let _ = button.toggle_attribute_with_force("disabled", off);
        }
    });
    on_element(root, "click", move |event| click(&event, state, selected));
    on_element(root, "change", move |event| change(&event, state));
    on_element(root, "input", move |event| {
        if id_of(&event) == year::SLIDER {
            year::slide(state);
        }
    });
    on_element(root, "keydown", move |event| {
        let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape");
        if escape && within(&event, ".map-panel").is_some() {
            state.open(None);
        }
    });
}

fn click(event: &Event, state: MapState, selected: Signal<Choice>) {
    if let Some(id) = group_linked(event) {
        // The link alone would take back what is chosen.
        event.prevent_default();
        state.open(Some(&id));
    } else if let Some(at) = control_of(event) {
        state.open(picture::groups().get(at).map(|group| group.id.0));
    } else if let Some(column) = column_of(event) {
        table::press(state, column);
    }
    let Some(does) = within(event, "[data-do]").and_then(|it| it.get_attribute("data-do")) else {
        return;
    };
    match does.as_str() {
        "nearer" => zoom(state, STEP, None),
        "farther" => zoom(state, 1.0 / STEP, None),
        "fit" => fit(state, selected.get_untracked()),
        "whole" => show_whole(state),
        "back" => year::step(state, -1),
        "on" => year::step(state, 1),
        "play" => year::play(state),
        "close" => state.open(None),
        choosing::ALL => {
            choosing::change(state, choosing::ALL);
        }
        other => {
            if !pan(state, other) {
                print(other);
            }
        }
    }
}

fn change(event: &Event, state: MapState) {
    let id = id_of(event);
    match id.as_str() {
        year::SLIDER => state.note(),
        lines::BOX => lines::change(state),
        nearby::FIELD => nearby::change(state),
        _ => {
            choosing::change(state, &id);
        }
    }
}

fn id_of(event: &Event) -> String {
    within(event, "[id]").map(|it| it.id()).unwrap_or_default()
}

/// The group that a link leads to, where it is followed as links usually are.
fn group_linked(event: &Event) -> Option<String> {
    event.dyn_ref::<MouseEvent>().filter(|mouse| !is_for_browser(mouse))?;
    // References in an account open beside it.
    let link = within(event, "a[href^=\"#/map/\"]:not(.ref-entity)")?;
    let id = link.get_attribute("href")?.strip_prefix("#/map/")?.to_owned();
    // An address with more in it says itself what is to be shown.
    (!id.contains('?')).then_some(id)
}

/// The number of the column of the table by which a click sorts.
fn column_of(event: &Event) -> Option<usize> {
    within(event, "[data-sort]")?.get_attribute("data-sort")?.parse().ok()
}
