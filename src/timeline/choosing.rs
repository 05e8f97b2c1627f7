//! The controls of the timeline at work: what is chosen stands in the address, and the page hides
//! the rest.

use super::filter::Filter;
use crate::i18n::of_timeline;
use crate::route::{List, Route, View};
use crate::shell::Navigation;
use crate::shell::events::{effect, elements, on_document, on_window, within};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

/// Follows the controls and the address from now on.
pub(crate) fn start(navigation: Navigation) {
    effect(move || navigation.route.with(show));
    on_window("otg:evidence", move |_| navigation.route.with_untracked(show));
    on_document("change", move |event| {
        if within(&event, "#choose-events").is_some() {
            let filter = Filter { theme: chosen("theme"), place: chosen("place") };
            navigation.replace(filter.route());
        }
    });
    on_document("click", move |event| {
        if within(&event, "#choose-events button").is_some() {
            navigation.replace(Filter::default().route());
        }
    });
}

/// Shows the events that an address chooses, and sets the controls to it.
fn show(route: &Route) {
    if !matches!(route.view, View::List(List::Timeline, _)) {
        return;
    }
    let mut filter = Filter::of(route);
    // A value that there is no option for chooses nothing, and so anything.
    filter.theme = choose("theme", &filter.theme);
    filter.place = choose("place", &filter.place);
    let (mut shown, mut all) = (0, 0);
    for year in elements(".years > li") {
        let Ok(events) = year.query_selector_all(".timeline > li") else { continue };
        let mut empty = true;
        for at in 0..events.length() {
            let Some(event) = events.item(at) else { continue };
            let event: web_sys::HtmlElement = event.unchecked_into();
            let of = |name| event.get_attribute(name).unwrap_or_default();
            let fits = filter.chooses(&of("data-themes"), &of("data-place"));
            event.set_hidden(!fits);
            empty &= !fits;
            shown += usize::from(fits);
            all += 1;
        }
        year.set_hidden(empty);
    }
    for status in elements("#choose-events [role=status]") {
        let words = (of_timeline().shown)(shown, all);
        // What has not changed is not to be said again.
        if status.text_content().as_ref() != Some(&words) {
            status.set_text_content(Some(&words));
        }
    }
}

fn control(name: &str) -> Option<HtmlSelectElement> {
    let mut selector = "#choose-events [name=".to_owned();
    selector.push_str(name);
    selector.push(']');
    elements(&selector).pop()?.dyn_into().ok()
}

fn chosen(name: &str) -> String {
    control(name).map(|control| control.value()).unwrap_or_default()
}

/// Sets a control, and gives what it then stands at.
fn choose(name: &str, value: &str) -> String {
    let Some(control) = control(name) else { return String::new() };
    control.set_value(value);
    if control.selected_index() < 0 {
        control.set_value("");
    }
    control.value()
}
