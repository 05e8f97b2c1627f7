//! The whole story on paper, where the page shows one chapter at a time.

use crate::shell::events::{on_document, on_window, within};
use leptos::prelude::{document, window};

/// While it is on the root, the style sheet prints all chapters.
const WHOLE: &str = "data-print";

/// Prints the whole story from now on when that is asked for.
pub(crate) fn start() {
    on_document("click", |event| {
        if within(&event, "#print-story").is_some() {
            if let Some(root) = document().document_element() {
                let _ = root.set_attribute(WHOLE, "");
            }
            let _ = window().print();
        }
    });
    on_window("afterprint", |_| {
        if let Some(root) = document().document_element() {
            let _ = root.remove_attribute(WHOLE);
        }
    });
}
