//! Printing more, or other, than what is shown: the whole story, where the page shows one chapter at a
//! time; a map with names or without.

use crate::shell::events::{on_document, on_window, within};
use leptos::prelude::{document, window};

/// What is to be printed, on the root, where the style sheet sees it.
const PRINTED: &str = "data-print";

/// Prints what the style sheet knows by a name.
pub(crate) fn print(what: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(PRINTED, what);
    }
    let _ = window().print();
}

/// Prints the whole story from now on when that is asked for, and forgets what was printed.
pub(crate) fn start() {
    on_document("click", |event| {
        if within(&event, "#print-story").is_some() {
            print("story");
        }
    });
    on_window("afterprint", |_| {
        if let Some(root) = document().document_element() {
            let _ = root.remove_attribute(PRINTED);
        }
    });
}
