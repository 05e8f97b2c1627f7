//! Following the reader through the prerendered text: which passages were read, which chapters are
//! shown in easy words, where to go on.

use super::events::{effect, elements, on_passages_seen, on_window, within};
use crate::content::{passage_at, story};
use crate::i18n::messages;
use crate::progress::ProgressState;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlInputElement;

/// Starts following.
pub(super) fn start(progress: ProgressState) {
    remember_easy_words(progress);
    remember_passages(progress);
    show_progress(progress);
    on_window("storage", move |_| progress.take_over_from_other_tab());
}

fn remember_easy_words(progress: ProgressState) {
    on_window("change", move |event| {
        let switch = within(&event, ".easy-switch");
        let switch = switch.and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        if let Some((switch, chapter)) =
            switch.and_then(|it| it.get_attribute("data-chapter").map(|chapter| (it, chapter)))
        {
            progress.note_easy(&chapter, switch.checked());
        }
    });
}

/// A passage counts as read when its end has come into view.
fn remember_passages(progress: ProgressState) {
    let options = web_sys::IntersectionObserverInit::new();
    // Long passages on small screens are never whole in view, so several steps are reported.
    let steps: js_sys::Array =
        (0..=20).map(|step| JsValue::from_f64(f64::from(step) / 20.0)).collect();
    options.set_threshold(&steps);
    on_passages_seen(&options, move |entry| {
        // In a frame the window may be higher than what of it is seen; what is seen of the passage counts.
        let seen = entry.intersection_rect().bottom();
        if entry.is_intersecting()
            && entry.bounding_client_rect().bottom() <= seen + 1.0
            && let Some(address) = entry.target().get_attribute("data-passage")
        {
            progress.note_passage(&address);
        }
    });
}

/// Writes how much of each chapter was read into the contents, and where to go on.
fn show_progress(progress: ProgressState) {
    let mut told = None;
    effect(move || {
        let now = progress.with(|progress| {
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
        // An answer changes nothing of it, and looking for the places takes longer than grading.
        if told.as_ref() == Some(&now) {
            return;
        }
        let (place, counts) = told.insert(now);
        for (chapter, (read, all)) in story().chapters.iter().zip(counts) {
            let words =
                if *read == 0 { String::new() } else { (messages().passages_read)(*read, *all) };
            for place in elements(&format!("[data-progress=\"{}\"]", chapter.id)) {
                place.set_text_content(Some(&words));
            }
        }
        for link in elements("a.resume") {
            // An edition may have left out the passage where a reader of an earlier one stopped.
            let heading = place.as_deref().and_then(passage_at).map(|(_, passage)| passage.heading);
            if let (Some(place), Some(heading)) = (&*place, heading) {
                let _ = link.set_attribute("href", &format!("#/read/{place}"));
                link.set_text_content(Some(&(messages().resume_at)(heading)));
            }
            link.set_hidden(heading.is_none());
        }
    });
}
