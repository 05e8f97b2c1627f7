//! Choosing groups: by kind, by state, by what they were.

use super::filter::Filter;
use super::state::MapState;
use crate::content::{STATES, story};
use crate::i18n::{messages, of_map};
use crate::shell::events::{after_paint, effect};
use crate::shell::{element, write};
use crate::widgets::put;
use leptos::prelude::*;
use story::GroupKind;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};

const KIND: &str = "map-kind";
const REGION: &str = "map-region";
const FOUNDERS: &str = "map-founders";
const PEOPLE: &str = "map-people";
const STATUS: &str = "map-chosen";

/// Marks the button that takes the choice back.
pub(super) const ALL: &str = "all";

/// The controls, as markup.
///
/// They are a form, though it is never sent: where fields belong to none, browsers that fill in forms look through
/// all fields of the page whenever one changes.
pub(super) fn markup(out: &mut String) {
    let t = of_map();
    let fields = ["<form method=\"dialog\"><fieldset class=\"map-choose\"><legend>", "</legend>"];
    put(out, &fields, &[t.choose]);
    let start = ["<label>", "<select id=\"", "\"><option value=\"\">", "</option>"];
    let option = ["<option value=\"", "\">", "</option>"];
    put(out, &start, &[t.kind, KIND, t.any_kind]);
    for kind in GroupKind::ALL {
        if story().groups.iter().any(|group| group.kind == kind) {
            put(out, &option, &[kind.slug(), (messages().group_kind)(kind)]);
        }
    }
    out.push_str("</select></label>");
    put(out, &start, &[t.state, REGION, t.any_state]);
    for (code, name, _) in STATES {
        if story().groups.iter().any(|group| group.region == *code) {
            put(out, &option, &[code, name]);
        }
    }
    out.push_str("</select></label>");
    for (id, words) in [(FOUNDERS, t.founders), (PEOPLE, t.with_people)] {
        box_markup(out, id, words);
    }
    let end = [
        "<button type=\"button\" data-do=\"",
        "\">",
        "</button><p role=\"status\" id=\"",
        "\"></p></fieldset></form>",
    ];
    put(out, &end, &[ALL, t.show_all, STATUS]);
}

/// A box to be ticked, as markup.
pub(super) fn box_markup(out: &mut String, id: &str, words: &str) {
    let parts = ["<label class=\"box\"><input type=\"checkbox\" id=\"", "\"> ", "</label>"];
    put(out, &parts, &[id, words]);
}

/// Takes up what a control was set to; whether it was one of these.
pub(super) fn change(state: MapState, id: &str) -> bool {
    let mut filter = state.filter.get_untracked();
    match id {
        KIND => {
            let chosen = value(KIND);
            filter.kind = GroupKind::ALL.into_iter().find(|kind| kind.slug() == chosen);
        }
        REGION => filter.region = value(REGION),
        FOUNDERS => filter.founders = is_ticked(FOUNDERS),
        PEOPLE => filter.people = is_ticked(PEOPLE),
        ALL => filter = Filter::default(),
        _ => return false,
    }
    state.filter.set(filter);
    // It is seen first: an address takes a browser as long as a frame.
    after_paint(move || state.note());
    true
}

/// Sets the controls to what is chosen, and says how much that is, from now on.
pub(super) fn start(state: MapState) {
    effect(move || {
        state.filter.with(|filter| {
            set_value(KIND, filter.kind.map(GroupKind::slug).unwrap_or_default());
            set_value(REGION, &filter.region);
            tick(FOUNDERS, filter.founders);
            tick(PEOPLE, filter.people);
        });
    });
    let say = move || {
        let all = &story().groups;
        let chosen = state
            .filter
            .try_with_untracked(|filter| all.iter().filter(|group| filter.chooses(group)).count());
        if let Some(chosen) = chosen {
            write(STATUS, &(of_map().chosen)(chosen, all.len()));
        }
    };
    state.frames.get_value().follow(move || state.filter.track(), say);
}

fn value(id: &str) -> String {
    select(id).map(|it| it.value()).unwrap_or_default()
}

fn set_value(id: &str, value: &str) {
    if let Some(select) = select(id) {
        select.set_value(value);
    }
}

fn select(id: &str) -> Option<HtmlSelectElement> {
    element(id)?.dyn_into().ok()
}

/// Whether a box is ticked.
pub(super) fn is_ticked(id: &str) -> bool {
    input(id).is_some_and(|it| it.checked())
}

/// Ticks a box, or not.
pub(super) fn tick(id: &str, on: bool) {
    if let Some(input) = input(id) {
        input.set_checked(on);
    }
}

/// The input with an id.
pub(super) fn input(id: &str) -> Option<HtmlInputElement> {
    element(id)?.dyn_into().ok()
}
