//! The field for a place, and the groups nearest to it.

use super::choosing::input;
use super::near::{meant, nearest, places};
use super::state::MapState;
use crate::content::story;
use crate::i18n::of_map;
use crate::shell::events::effect;
use crate::shell::write_markup;
use crate::widgets::put;
use leptos::prelude::*;

/// Id of the field.
pub(super) const FIELD: &str = "map-near-field";

const RESULT: &str = "map-near";

/// How many groups are named.
const NEAREST: usize = 5;

/// The field, as markup: a form for the reason that [the choices](super::choosing::markup) are one.
pub(super) fn markup(out: &mut String) {
    let t = of_map();
    put(
        out,
        &[
            "<form method=\"dialog\" class=\"map-near\"><label for=\"",
            "\">",
            "</label><input id=\"",
            "\" type=\"text\" list=\"map-places\" autocomplete=\"off\" aria-describedby=\"map-near-hint\">\
             <datalist id=\"map-places\">",
        ],
        &[FIELD, t.near, FIELD],
    );
    for place in places(story()) {
        put(out, &["<option value=\"", "\"></option>"], &[&place.name]);
    }
    let end = [
        "</datalist><p class=\"hint\" id=\"map-near-hint\">",
        "</p><div id=\"",
        "\" role=\"status\"></div></form>",
    ];
    put(out, &end, &[t.near_hint, RESULT]);
}

/// Takes up what was typed.
pub(super) fn change(state: MapState) {
    let said = input(FIELD).map(|it| it.value()).unwrap_or_default();
    state.near.set(said.trim().to_owned());
    state.note();
}

/// Says what is near, from now on.
pub(super) fn start(state: MapState) {
    effect(move || {
        state.near.with(|said| {
            if let Some(field) = input(FIELD).filter(|it| it.value().trim() != said) {
                field.set_value(said);
            }
            write_markup(RESULT, &found(said));
        });
    });
}

/// What is said of a place, as markup.
fn found(said: &str) -> String {
    let t = of_map();
    let mut out = String::new();
    if said.is_empty() {
        return out;
    }
    let Some(place) = meant(story(), said) else {
        put(&mut out, &["<p>", "</p>"], &[&(t.near_unknown)(said)]);
        return out;
    };
    put(&mut out, &["<p class=\"label\">", "</p><ol>"], &[&(t.near_heading)(&place.name)]);
    for near in nearest(story(), &place).into_iter().take(NEAREST) {
        let href = ["#/map/", near.group.id.0].concat();
        let words = (t.distance)(near.miles, near.kilometres);
        let parts = [href.as_str(), near.group.short, near.group.city, near.group.region, &words];
        put(&mut out, &["<li><a href=\"", "\">", "</a>, ", ", ", ": ", "</li>"], &parts);
    }
    out.push_str("</ol>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_answered_by_the_nearest_groups() {
        let html = found("Cleveland");
        assert_eq!(html.matches("<li>").count(), NEAREST);
        assert!(html.find("ccsa").is_some_and(|at| at < html.find("</li>").unwrap()), "{html}");
        assert!(found("<b>").contains("&lt;b>") && found("").is_empty());
    }
}
