//! Handing a file to the reader.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Blob, HtmlAnchorElement, Url};

/// Hands the browser a text to be saved under a name; none where it can't save files.
pub(crate) fn download(name: &str, text: &str) -> Option<()> {
    let blob = Blob::new_with_str_sequence(&js_sys::Array::of1(&text.into())).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link = document().create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Browsers differ in when they read what they save.
    let revoke = move || {
        let _ = Url::revoke_object_url(&address);
    };
    set_timeout(revoke, Duration::from_secs(60));
    Some(())
}
