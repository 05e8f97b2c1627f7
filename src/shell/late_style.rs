//! The style sheets that come with a view: no reader of the story waits for them.

use leptos::prelude::document;
use std::cell::Cell;

/// What `style/late.txt` names, put together by the build script.
const LATE: &str = include_str!(concat!(env!("OUT_DIR"), "/late.css"));

thread_local! {
    static THERE: Cell<bool> = const { Cell::new(false) };
}

/// Adds the style sheets to the page, once.
pub(crate) fn add() {
    if THERE.replace(true) {
        return;
    }
    if let (Some(head), Ok(style)) = (document().head(), document().create_element("style")) {
        style.set_text_content(Some(LATE));
        let _ = head.append_child(&style);
    }
}
