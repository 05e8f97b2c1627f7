//! Handing a file to the reader, and reading one of theirs.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, File, FileReader, HtmlAnchorElement, Url};

/// Hands the browser a text to be saved under a name; none where it can't save files.
pub(crate) fn download(name: &str, text: &str) -> Option<()> {
    save(name, &Blob::new_with_str_sequence(&js_sys::Array::of1(&text.into())).ok()?)
}

/// Hands the browser bytes to be saved under a name; none where it can't save files.
pub(crate) fn download_bytes(name: &str, bytes: &[u8]) -> Option<()> {
    let bytes = js_sys::Uint8Array::from(bytes);
    save(name, &Blob::new_with_u8_array_sequence(&js_sys::Array::of1(&bytes)).ok()?)
}

fn save(name: &str, blob: &Blob) -> Option<()> {
    let address = Url::create_object_url_with_blob(blob).ok()?;
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

/// Reads a file as text, and hands that over; none where it can't be read.
pub(crate) fn read_text(file: &File, then: impl FnOnce(Option<String>) + 'static) {
    let then: Box<dyn FnOnce(Option<String>)> = Box::new(then);
    let Ok(reader) = FileReader::new() else { return then(None) };
    let finished = reader.clone();
    let read = move || then(finished.result().ok().and_then(|it| it.as_string()));
    reader.set_onloadend(Some(Closure::once_into_js(read).unchecked_ref()));
    // Only a reader that is at work already refuses; this one is new.
    let _ = reader.read_as_text(file);
}
