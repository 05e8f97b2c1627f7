//! The stage beside the text: where and when the passage in view happens.
//!
//! It follows the reader, and the reader can turn to it: a year or a group that is chosen there
//! offers the passages that speak of it. It takes no focus, moves no text, and says nothing by itself.

mod frame;
mod scene;
mod view;

pub use frame::StageFrame;

use crate::content::{passage_at, story};
use crate::route::{Route, View};
use crate::shell::events::{effect, elements, on_passages_seen};
use crate::shell::{Focus, Navigation};
use leptos::prelude::*;
use web_sys::{HtmlElement, IntersectionObserverInit};

/// The part of the window in which a passage counts as the one that is read, as a margin of it.
const READING_LINE: &str = "-15% 0px -75% 0px";

/// Lets the stage follow the reader from now on.
pub(crate) fn start(navigation: Navigation) {
    let (Some(focus), Some(stage)) =
        (use_context::<Focus>(), elements(".stage").into_iter().next())
    else {
        return;
    };
    view::start(&stage, navigation, focus);
    follow_reading(focus);
    effect(move || {
        let place = navigation.route.with(|route| match &route.view {
            View::Read { chapter, passage } => {
                let first = || story().chapters.get(chapter)?.passages.iter().next();
                let passage = passage.clone().or_else(|| Some(first()?.id.0.to_owned()));
                passage.map(|passage| format!("{chapter}/{passage}"))
            }
            _ => None,
        });
        if let Some(place) = place {
            focus.passage.set(Some(place));
        }
    });
    effect(move || {
        let years = focus
            .passage
            .with(|place| passage_at(place.as_deref()?))
            .and_then(|(_, passage)| scene::years(story(), passage));
        if let Some((first, _)) = years {
            focus.year.set(first);
        }
    });
    effect(move || navigation.route.with(|route| bring(&stage, route)));
}

/// Brings the stage beside the chapter that is shown.
fn bring(stage: &HtmlElement, route: &Route) {
    let View::Read { chapter, .. } = &route.view else { return };
    let places = elements(&format!("main > [data-page=\"read/{chapter}\"] .stage-place"));
    if let Some(place) = places.first()
        && !place.contains(Some(stage))
    {
        let _ = place.append_child(stage);
        if stage.hidden() {
            view::draw_map();
            stage.set_hidden(false);
        }
    }
}

/// Notes which passage lies where the eyes are.
fn follow_reading(focus: Focus) {
    let options = IntersectionObserverInit::new();
    options.set_root_margin(READING_LINE);
    on_passages_seen(&options, move |entry| {
        let place = entry.target().get_attribute("data-passage");
        let known = focus.passage.with_untracked(|now| *now == place);
        if entry.is_intersecting() && !known {
            focus.passage.set(place);
        }
    });
}
