//! Marks shown over the words that they mark, and said in words beside the tools of the passage.

use super::{Mark, NotesState};
use crate::i18n::of_notes;
use crate::passages::paint;
use crate::route::View;
use crate::shell::Navigation;
use crate::shell::element;
use crate::shell::events::{effect, elements, on_document, within};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, Range};

/// Paints the marks of the chapter shown, as often as the chapter, its text or the marks change.
pub(super) fn start(navigation: Navigation, notes: NotesState) {
    effect(move || {
        notes.with(|_| ());
        let chapter = navigation.route.with(|route| match &route.view {
            View::Read { chapter, .. } => Some(chapter.clone()),
            _ => None,
        });
        if let Some(chapter) = chapter {
            show(notes, &chapter);
        }
    });
    // Whoever follows a note comes to its words.
    effect(move || {
        let (id, here) = navigation.route.with(|route| {
            (route.query_value("note").map(str::to_owned), matches!(route.view, View::Read { .. }))
        });
        if let Some(id) = id.filter(|_| here) {
            lead_to(navigation, notes, &id);
        } else {
            paint("mark-found", &[]);
        }
    });
    on_document("change", move |event| {
        let chapter =
            within(&event, ".easy-switch").and_then(|switch| switch.get_attribute("data-chapter"));
        if let Some(chapter) = chapter {
            show(notes, &chapter);
        }
    });
}

/// Shows the marks of a chapter.
fn show(notes: NotesState, chapter: &str) {
    let easy = easy_switch(chapter).is_some_and(|switch| switch.checked());
    let mut ranges: [Vec<Range>; 4] = Default::default();
    let mut counts: Vec<(String, usize)> = Vec::new();
    notes.with(|notes_now| {
        for note in notes_now.all() {
            let Some(found) = notes.find(note) else { continue };
            if found.address.split('/').next() != Some(chapter) {
                continue;
            }
            let at = Mark::ALL.iter().position(|mark| *mark == note.mark);
            if note.easy == easy
                && let Some(ranges) = at.and_then(|at| ranges.get_mut(at))
            {
                let text = super::state::text_of(&found.address, easy);
                ranges.extend(text.and_then(|text| text.range(found.words)));
            }
            match counts.iter_mut().find(|(address, _)| *address == found.address) {
                Some((_, count)) => *count += 1,
                None => counts.push((found.address, 1)),
            }
        }
    });
    for (mark, ranges) in Mark::ALL.iter().zip(&ranges) {
        let mut name = String::from("mark-");
        name.push_str(mark.slug());
        paint(&name, ranges);
    }
    for link in elements(".notes-here") {
        link.remove();
    }
    for (address, count) in counts {
        let mut id = String::from("/read/");
        id.push_str(&address);
        let tools = element(&id).and_then(|it| it.query_selector(".passage-tools").ok().flatten());
        let Some((tools, link)) = tools.zip(document().create_element("a").ok()) else { continue };
        let mut href = String::from("#/notes?passage=");
        href.push_str(&address);
        let _ = link.set_attribute("href", &href);
        link.set_class_name("notes-here");
        link.set_text_content(Some(&(of_notes().here)(count)));
        let _ = tools.append_child(&link);
    }
}

/// Brings the words of a note into view, in the text that they stand in.
fn lead_to(navigation: Navigation, notes: NotesState, id: &str) -> Option<()> {
    let note = notes.get(id)?;
    let found = notes.find(&note)?;
    let chapter = found.address.split('/').next()?;
    let switch = easy_switch(chapter)?;
    if switch.checked() != note.easy {
        // As the reader would do it, so that it is remembered.
        switch.click();
    }
    let range = super::state::text_of(&found.address, note.easy)?.range(found.words)?;
    paint("mark-found", std::slice::from_ref(&range));
    if navigation.has_moved() {
        let top = range.get_bounding_client_rect().top() + window().scroll_y().ok()?;
        let height = window().inner_height().ok()?.as_f64()?;
        window().scroll_to_with_x_and_y(0.0, top - height / 3.0);
    }
    Some(())
}

fn easy_switch(chapter: &str) -> Option<HtmlInputElement> {
    let mut id = String::from("easy-");
    id.push_str(chapter);
    element(&id)?.dyn_into().ok()
}
