//! Opening the search by a key, and showing what was found where it stands.

use super::rank::{Entry, Index, Kind};
use crate::passages::{ElementText, paint, shown_text};
use crate::route::{Route, View};
use crate::settings::has_keys;
use crate::shell::events::{effect, next_frame, on_document, on_window, within};
use crate::shell::{Navigation, element, focus_id};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, Range};

/// The name that the style sheet knows what was found by.
const FOUND: &str = "found";

/// Opens the search on `/` from now on, and paints what an address says was sought.
pub(crate) fn start(navigation: Navigation) {
    on_document("keydown", move |event| {
        let typing = "input:not([type=checkbox], [type=radio], [type=range]), textarea, select, \
                      [contenteditable], dialog";
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let modified = key.ctrl_key() || key.meta_key() || key.alt_key();
        if key.key() != "/" || modified || !has_keys() || within(&event, typing).is_some() {
            return;
        }
        event.prevent_default();
        if navigation.route.with_untracked(|route| route.view == View::Search) {
            focus_id(super::view::FIELD);
        } else {
            navigation.go(View::Search.into());
        }
    });
    let arrive = |route: &Route| {
        // The text that is not shown has no height.
        let shown = |range: &Range| range.get_bounding_client_rect().height() > 0.0;
        if let Some(first) = paint_found(route).into_iter().find(shown) {
            next_frame(move || bring_into_view(&first));
        }
    };
    effect(move || navigation.route.with(arrive));
    on_window("otg:evidence", move |_| navigation.route.with_untracked(arrive));
    // The same is to be found in the easy words, where the reader already is.
    on_document("change", move |event| {
        if within(&event, ".easy-switch").is_some() {
            navigation.route.with_untracked(paint_found);
        }
    });
}

/// Paints what an address says was sought, in the entry that it names, and gives where that is.
fn paint_found(route: &Route) -> Vec<Range> {
    let ranges = route
        .query_value("find")
        .and_then(|query| Some(ranges(element(&route.view.path())?.as_ref(), query)))
        .unwrap_or_default();
    paint(FOUND, &ranges);
    ranges
}

/// Where in an entry the words of a query stand.
fn ranges(entry: &Element, query: &str) -> Vec<Range> {
    let element = shown_text(entry).map_or_else(|| entry.clone(), |(element, _)| element);
    let words = ElementText::of(&element);
    let mut index = Index::default();
    let title = index.field(String::new(), 0);
    let text = index.field(words.text.clone(), 0);
    index.entries.push(Entry {
        kind: Kind::Story,
        address: String::new(),
        title,
        part_of: String::new(),
        texts: vec![text],
    });
    let found = index.find(query);
    let texts = index.entries.first().into_iter().flat_map(|entry| &entry.texts);
    texts.flat_map(|text| found.marks(text)).filter_map(|place| words.range(place)).collect()
}

/// Scrolls to what was found where it lies below the window.
fn bring_into_view(range: &Range) {
    let rect = range.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or(0.0);
    if rect.bottom() > height {
        let top = window().scroll_y().unwrap_or(0.0) + rect.top() - height / 3.0;
        window().scroll_to_with_x_and_y(0.0, top);
    }
}
