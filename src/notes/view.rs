//! The list of marks and notes.

use super::entry::first_words;
use super::model::Note;
use super::{NotesState, list, markdown};
use crate::content::passage_at;
use crate::i18n::of_notes;
use crate::route::View;
use crate::shell::Navigation;
use crate::shell::events::{effect, elements, next_frame, on_document, within};
use crate::shell::{download, set_hidden, write_markup};
use crate::widgets::put;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

/// Id of the list.
const LIST: &str = "note-list";

/// The reader's marks and notes: all, those of a kind, or (`?passage=`) those of a passage.
#[component]
pub fn NotesView() -> impl IntoView {
    let t = of_notes();
    let (Some(notes), Some(navigation)) =
        (use_context::<NotesState>(), use_context::<Navigation>())
    else {
        return ().into_any();
    };
    let kind = RwSignal::new(String::new());
    let deleted = RwSignal::new(None::<Note>);
    effect(move || show(notes, navigation, &kind.get(), deleted.get().as_ref()));
    // What was deleted before the reader went elsewhere stays so.
    effect(move || {
        if navigation.route.with(|route| route.view != View::Notes) {
            deleted.set(None);
        }
    });
    on_document("change", move |event| {
        let select = within(&event, "#note-filter");
        if let Some(select) = select.and_then(|it| it.dyn_into::<HtmlSelectElement>().ok()) {
            kind.set(select.value());
            next_frame(move || {
                navigation.announce((t.listed)(elements("[data-note]").len()));
            });
        }
    });
    on_document("click", move |event| {
        if within(&event, "#note-print").is_some() {
            let _ = window().print();
        } else if within(&event, "#note-markdown").is_some() {
            let text = notes.with(|all| markdown::write(&notes.entries(all.all().iter())));
            download(t.file_name, &text);
        } else if within(&event, "#note-undo").is_some() {
            if let Some(mut note) = deleted.get_untracked() {
                // Its id is gone for good, so that the deletion is final for other tabs.
                note.id.push('+');
                deleted.set(None);
                notes.put(&note);
                focus_when_listed(&note.id);
                navigation.announce(t.restored.to_owned());
            }
        } else if within(&event, ".note-delete").is_some()
            && let Some(note) = within(&event, "[data-note]")
                .and_then(|it| notes.get(&it.get_attribute("data-note")?))
        {
            notes.delete(&note.id);
            let words = (t.deleted)(&first_words(&note.quote.exact));
            deleted.set(Some(note));
            next_frame(move || {
                crate::shell::focus_id("note-undo");
                navigation.announce(words);
            });
        }
    });
    let tools = list::tools();
    view! {
        <div id="note-head" inner_html=tools></div>
        <p id="note-lasting" hidden>{t.blocked}</p>
        <div id=LIST></div>
    }
    .into_any()
}

/// Writes the list.
fn show(notes: NotesState, navigation: Navigation, kind: &str, deleted: Option<&Note>) {
    let t = of_notes();
    let passage = navigation.route.with(|route| {
        let here = route.view == View::Notes;
        here.then(|| route.query_value("passage").map(str::to_owned)).flatten()
    });
    let blocked = notes.blocked.get();
    let html = notes.with(|all| {
        let none = all.all().is_empty() && deleted.is_none();
        set_hidden("note-head", none);
        set_hidden("note-lasting", !blocked);
        let mut entries = notes.entries(all.all().iter().chain(deleted));
        entries.retain(|entry| {
            let at = entry.found.as_ref().map(|found| found.address.as_str());
            (kind.is_empty() || entry.note.mark.slug() == kind)
                && (passage.is_none() || at == passage.as_deref())
        });
        let mut html = String::new();
        if none {
            put(&mut html, &["<p class=\"lead\">", "</p>"], &[t.none_yet]);
        } else if let Some(passage) = &passage {
            let heading = passage_at(passage).map_or("", |(_, passage)| passage.heading);
            put(
                &mut html,
                &["<p>", " <a href=\"#/notes\">", "</a></p>"],
                &[&(t.only_passage)(heading), t.show_all],
            );
        }
        if entries.is_empty() && !none {
            put(&mut html, &["<p>", "</p>"], &[t.none_of_kind]);
        }
        html.push_str(&list::html(&entries, deleted.map(|note| note.id.as_str())));
        html
    });
    write_markup(LIST, &html);
}

/// Gives the focus to a note when the list shows it.
pub(super) fn focus_when_listed(id: &str) {
    let id = id.to_owned();
    next_frame(move || {
        let note = elements("[data-note] h3").into_iter().find(|heading| {
            let item = heading.parent_element();
            item.and_then(|it| it.get_attribute("data-note")).as_deref() == Some(id.as_str())
        });
        if let Some(note) = note {
            let _ = note.focus();
        }
    });
}
