//! Following the reader through the prerendered text: which passages were read, which chapters are
//! shown in easy words, where to go on.

use super::events::{effect, on_window};
use crate::content::story;
use crate::i18n::messages;
use crate::progress::ProgressState;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, HtmlElement, HtmlInputElement, IntersectionObserver, IntersectionObserverEntry,
};

/// Starts following.
pub(super) fn start(progress: ProgressState) {
    remember_easy_words(progress);
    remember_passages(progress);
    show_progress(progress);
    on_window("storage", move |_| progress.take_over_from_other_tab());
}

fn remember_easy_words(progress: ProgressState) {
    on_window("change", move |event| {
        let switch = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            .filter(|input| input.class_list().contains("easy-switch"));
        if let Some((switch, chapter)) =
            switch.and_then(|it| it.get_attribute("data-chapter").map(|chapter| (it, chapter)))
        {
            progress.note_easy(&chapter, switch.checked());
        }
    });
}

/// A passage counts as read when its end has come into view.
fn remember_passages(progress: ProgressState) {
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        for entry in entries.iter() {
            let Ok(entry) = entry.dyn_into::<IntersectionObserverEntry>() else { continue };
            let bottom = entry.bounding_client_rect().bottom();
            let window_bottom = entry.root_bounds().map_or(f64::INFINITY, |root| root.bottom());
            if entry.is_intersecting()
                && bottom <= window_bottom + 1.0
                && let Some(address) = entry.target().get_attribute("data-passage")
            {
                progress.note_passage(&address);
            }
        }
    });
    let options = web_sys::IntersectionObserverInit::new();
    // Long passages on small screens are never whole in view, so several steps are reported.
    let steps: js_sys::Array =
        (0..=20).map(|step| JsValue::from_f64(f64::from(step) / 20.0)).collect();
    options.set_threshold(&steps);
    let callback = seen.as_ref().unchecked_ref();
    let Ok(observer) = IntersectionObserver::new_with_options(callback, &options) else { return };
    for passage in elements("[data-passage]") {
        observer.observe(&passage);
    }
    // Both live as long as the page.
    seen.forget();
}

/// Writes how much of each chapter was read into the contents, and where to go on.
fn show_progress(progress: ProgressState) {
    effect(move || {
        let (place, counts) = progress.with(|progress| {
            let counts: Vec<(usize, usize)> = story()
                .chapters
                .iter()
                .map(|chapter| {
                    let read = chapter
                        .passages
                        .iter()
                        .filter(|passage| {
                            progress.read.contains(&format!("{}/{}", chapter.id, passage.id))
                        })
                        .count();
                    (read, chapter.passages.len())
                })
                .collect();
            (progress.place.clone(), counts)
        });
        for (chapter, (read, all)) in story().chapters.iter().zip(counts) {
            let words =
                if read == 0 { String::new() } else { (messages().passages_read)(read, all) };
            for place in elements(&format!("[data-progress=\"{}\"]", chapter.id)) {
                place.set_text_content(Some(&words));
            }
        }
        for link in elements("a.resume") {
            let Ok(link) = link.dyn_into::<HtmlElement>() else { continue };
            // An edition may have left out the passage where a reader of an earlier one stopped.
            let heading = place
                .as_ref()
                .and_then(|place| super::element(&format!("/read/{place}")))
                .and_then(|passage| passage.query_selector("h2").ok().flatten()?.text_content());
            if let (Some(place), Some(heading)) = (&place, &heading) {
                let _ = link.set_attribute("href", &format!("#/read/{place}"));
                link.set_text_content(Some(&(messages().resume_at)(heading)));
            }
            link.set_hidden(heading.is_none());
        }
    });
}

fn elements(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<Element>().ok()).collect()
}
