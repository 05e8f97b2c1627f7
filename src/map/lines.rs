//! Lines between groups: whether they are drawn, and the same in words.

use super::choosing::{box_markup, is_ticked, tick};
use super::state::MapState;
use super::ties::{Tie, shown, together};
use crate::i18n::{messages, of_map};
use crate::shell::events::effect;
use crate::shell::write_markup;
use crate::widgets::put;
use leptos::prelude::*;

/// Id of the box.
pub(super) const BOX: &str = "map-ties-shown";

const LIST: &str = "map-tie-list";

/// The choice to draw lines, and a place for what they say, as markup.
pub(super) fn markup(out: &mut String) {
    out.push_str("<div class=\"map-ties\">");
    box_markup(out, BOX, of_map().ties);
    put(out, &["<div id=\"", "\"></div></div>"], &[LIST]);
}

/// Takes up whether the box is ticked.
pub(super) fn change(state: MapState) {
    state.ties.set(is_ticked(BOX));
    state.note();
}

/// Tells the ties, from now on.
pub(super) fn start(state: MapState) {
    effect(move || {
        let on = state.ties.get();
        tick(BOX, on);
        write_markup(LIST, &if on { in_words(&shown(state)) } else { String::new() });
    });
}

/// Ties as a list: who founded what, and so on.
fn in_words(ties: &[Tie]) -> String {
    let mut out = String::new();
    if ties.is_empty() {
        put(&mut out, &["<p>", "</p>"], &[of_map().no_ties]);
        return out;
    }
    out.push_str("<ul>");
    for bundle in together(ties) {
        let Some(first) = bundle.first() else { continue };
        let words = [(messages().relation)(first.kind), first.to.short];
        put(&mut out, &["<li>", " <b>", "</b>: "], &words);
        for (at, tie) in bundle.iter().enumerate() {
            out.push_str(if at > 0 { ", " } else { "" });
            let href = ["#/map/", tie.from.id.0].concat();
            put(&mut out, &["<a href=\"", "\">", "</a>"], &[&href, tie.from.short]);
        }
        out.push_str("</li>");
    }
    out.push_str("</ul>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::story;
    use crate::map::ties::ties_in;

    #[test]
    fn every_tie_is_told_once() {
        let ties = ties_in(story(), story().last_year);
        let words = in_words(&ties);
        assert_eq!(words.matches("<a ").count(), ties.len());
        assert!(in_words(&[]).contains("No ties"));
    }
}
