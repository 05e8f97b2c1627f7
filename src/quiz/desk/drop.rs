//! Files that are dropped on the desk. Whoever uses no pointer has the choice of files.

use super::{FORM, is_here, take};
use crate::shell::element;
use crate::shell::events::on_window;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Element, Event, Node};

thread_local! {
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// Takes files that are dropped on the desk's form from now on. Elsewhere on its page a drop does nothing:
/// a browser would show the file in the place of the page, and what was pasted would be lost.
pub(super) fn listen() {
    if LISTENS.replace(true) {
        return;
    }
    on_window("dragover", |event| {
        let Some((transfer, place)) = dragged(&event) else { return };
        event.prevent_default();
        let takes = place.is_some() && has_files(&transfer);
        transfer.set_drop_effect(if takes { "copy" } else { "none" });
        mark(takes);
    });
    on_window("dragleave", |event| {
        let drag = event.dyn_ref::<DragEvent>();
        // From one element to the next it goes all the time; out of the window it goes nowhere.
        if drag.is_some_and(|drag| drag.related_target().is_none()) {
            mark(false);
        }
    });
    on_window("drop", |event| {
        let Some((transfer, place)) = dragged(&event) else { return };
        event.prevent_default();
        mark(false);
        if let (Some(files), Some(_)) = (transfer.files(), place) {
            take(&files);
        }
    });
}

/// What is dragged across the desk, and the form if it is over that; none where it is the browser's: words
/// that are dragged into a field, and all that happens on other pages.
fn dragged(event: &Event) -> Option<(DataTransfer, Option<Element>)> {
    let transfer = event.dyn_ref::<DragEvent>()?.data_transfer().filter(|_| is_here())?;
    // Some browsers name the words that it is over.
    let node = event.target()?.dyn_into::<Node>().ok();
    let over = node.and_then(|it| match it.dyn_into::<Element>() {
        Ok(element) => Some(element),
        Err(words) => words.parent_element(),
    });
    let within = |selector: &str| over.as_ref()?.closest(selector).ok().flatten();
    let is_for_field = !has_files(&transfer) && within("textarea, input").is_some();
    (!is_for_field).then(|| (transfer, within(&["#", FORM].concat())))
}

fn has_files(transfer: &DataTransfer) -> bool {
    transfer.types().iter().any(|it| it.as_string().as_deref() == Some("Files"))
}

/// Shows that what is dragged can be dropped.
fn mark(takes: bool) {
    if let Some(form) = element(FORM) {
        let _ = form.toggle_attribute_with_force("data-over", takes);
    }
}
