//! The dialog that marks words of a passage: which words, what kind of mark, and a note.

use super::anchor::Quote;
use super::entry::first_words;
use super::model::Note;
use super::sentences::sentences;
use super::{Mark, NotesState};
use crate::i18n::of_notes;
use crate::passages::{ElementText, shown_text};
use crate::shell::Navigation;
use crate::shell::element;
use crate::shell::events::{elements, on_document, within};
use crate::widgets::put;
use leptos::prelude::*;
use std::ops::Range as Span;
use wasm_bindgen::JsCast;
use web_sys::{
    HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Range,
};

/// Id of the dialog.
const DIALOG: &str = "note-dialog";

/// What the dialog is about.
#[derive(Clone, Default)]
struct Draft {
    /// The note to be changed, or a new one without its words.
    note: Option<Note>,
    /// The words of the passage; empty for a note that is there already.
    text: String,
    /// The parts of it to choose from.
    parts: Vec<Span<usize>>,
}

/// Opens the dialog from now on when that is asked for.
pub(super) fn start(navigation: Navigation, notes: NotesState) {
    let draft = StoredValue::new(Draft::default());
    // Some browsers take the selection away before they tell of the click.
    let pressed = StoredValue::new_local(None::<Range>);
    let opener = StoredValue::new_local(None::<HtmlElement>);
    on_document("pointerdown", move |event| {
        if within(&event, "button.mark").is_some() {
            pressed.set_value(selection());
        }
    });
    on_document("click", move |event| {
        let opened = if let Some(button) = within(&event, "button.mark") {
            let selected = selection().or_else(|| pressed.get_value());
            pressed.set_value(None);
            new_draft(&button, selected.as_ref()).map(|draft| (button, draft))
        } else if let Some(button) = within(&event, ".note-edit") {
            let note = within(&event, "[data-note]")
                .and_then(|it| notes.get(&it.get_attribute("data-note")?));
            note.map(|note| (button, Draft { note: Some(note), ..Draft::default() }))
        } else {
            None
        };
        if let Some((button, about)) = opened {
            // Some browsers leave the focus elsewhere when a button is clicked.
            let _ = button.focus();
            opener.set_value(Some(button));
            open(&about, notes.blocked.get_untracked());
            draft.set_value(about);
            return;
        }
        let save = within(&event, "#note-save").is_some();
        if !save && within(&event, "#note-cancel").is_none() {
            return;
        }
        event.prevent_default();
        let note = if save { draft.with_value(finished) } else { None };
        close();
        let kept = note.as_ref().map(|note| notes.put(note));
        if let Some(opener) = opener.try_update_value(Option::take).flatten() {
            let listed = opener.class_list().contains("note-edit");
            match note.filter(|_| listed) {
                // The list is written anew, and the opener with it.
                Some(note) => super::view::focus_when_listed(&note.id),
                None => {
                    let _ = opener.focus();
                }
            }
        }
        if let Some(kept) = kept {
            let t = of_notes();
            navigation.announce(if kept { t.saved } else { t.blocked }.to_owned());
        }
    });
    on_document("change", move |event| {
        if within(&event, "#note-part").is_some() {
            draft.with_value(show_words);
        }
    });
}

/// What is selected in the page.
fn selection() -> Option<Range> {
    let selection = window().get_selection().ok().flatten()?;
    let range = (selection.range_count() > 0).then(|| selection.get_range_at(0).ok()).flatten()?;
    (!range.collapsed()).then(|| range.clone_range())
}

/// A draft about the passage that a button belongs to.
fn new_draft(button: &HtmlElement, selected: Option<&Range>) -> Option<Draft> {
    let passage = button.closest("[data-passage]").ok().flatten()?;
    let address = passage.get_attribute("data-passage")?;
    let (chapter, id) = address.split_once('/')?;
    let (element, easy) = shown_text(&passage)?;
    let words = ElementText::of(&element);
    let selected = selected
        .and_then(|range| words.words_in(range))
        .filter(|span| Quote::of(&words.text, span.clone()).is_some());
    let has_selection = selected.is_some();
    let sentences = sentences(&words.text);
    let whole = 0..words.text.len();
    let t = of_notes();
    let mut options = String::new();
    let mut option = |words: &str| put(&mut options, &["<option>", "</option>"], &[words]);
    if has_selection {
        option(t.selected_words);
    }
    option(t.whole_passage);
    for (at, span) in sentences.iter().enumerate() {
        let words = words.text.get(span.clone()).unwrap_or_default();
        option(&(t.sentence)(at + 1, &first_words(words)));
    }
    dialog()?;
    crate::shell::element("note-part")?.set_inner_html(&options);
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    let mut unique = (js_sys::Date::now() as u64).to_string();
    unique.push('-');
    unique.push_str(&((js_sys::Math::random() * 1e9) as u32).to_string());
    let note = Note {
        id: unique,
        created: now.clone(),
        changed: now,
        edition: super::state::edition(),
        mark: Mark::Important,
        easy,
        chapter: chapter.to_owned(),
        passage: id.to_owned(),
        quote: Quote::default(),
        text: String::new(),
    };
    let parts = selected.into_iter().chain([whole]).chain(sentences).collect();
    Some(Draft { note: Some(note), text: words.text, parts })
}

/// The note as it is in the dialog now.
fn finished(draft: &Draft) -> Option<Note> {
    let mut note = draft.note.clone()?;
    if !draft.parts.is_empty() {
        note.quote = chosen(draft)?;
    }
    note.mark = elements("#note-dialog input").into_iter().find_map(|input| {
        let input: HtmlInputElement = input.dyn_into().ok()?;
        input.checked().then(|| Mark::from_slug(&input.value())).flatten()
    })?;
    note.text = note_text()?.value().trim().to_owned();
    note.changed = String::from(js_sys::Date::new_0().to_iso_string());
    Some(note)
}

/// The words chosen in the dialog.
fn chosen(draft: &Draft) -> Option<Quote> {
    let select: HtmlSelectElement = element("note-part")?.dyn_into().ok()?;
    let at = usize::try_from(select.selected_index()).ok()?;
    Quote::of(&draft.text, draft.parts.get(at)?.clone())
}

/// Shows the words that would be marked.
fn show_words(draft: &Draft) {
    let quote = if draft.parts.is_empty() {
        draft.note.as_ref().map(|note| note.quote.clone())
    } else {
        chosen(draft)
    };
    if let Some((place, quote)) = element("note-words").zip(quote) {
        place.set_text_content(Some(&quote.exact));
        place.set_scroll_top(0);
    }
}

fn open(draft: &Draft, blocked: bool) -> Option<()> {
    let t = of_notes();
    let dialog = dialog()?;
    let note = draft.note.as_ref()?;
    let new = !draft.parts.is_empty();
    element("note-heading")?.set_text_content(Some(if new { t.mark_words } else { t.change_mark }));
    element("note-which")?.set_hidden(!new);
    element("note-blocked")?.set_hidden(!blocked);
    show_words(draft);
    note_text()?.set_value(&note.text);
    for input in elements("#note-dialog input") {
        if let Ok(input) = input.dyn_into::<HtmlInputElement>() {
            input.set_checked(input.value() == note.mark.slug());
        }
    }
    dialog.show_modal().ok()?;
    dialog.set_scroll_top(0);
    crate::shell::focus_id("note-heading");
    Some(())
}

fn close() {
    if let Some(dialog) = dialog() {
        dialog.close();
    }
}

fn note_text() -> Option<HtmlTextAreaElement> {
    element("note-text")?.dyn_into().ok()
}

/// The dialog, which is made when it is first wanted.
fn dialog() -> Option<HtmlDialogElement> {
    if element(DIALOG).is_none() {
        document().body()?.insert_adjacent_html("beforeend", &html()).ok()?;
    }
    element(DIALOG)?.dyn_into().ok()
}

fn html() -> String {
    let t = of_notes();
    let mut out = String::new();
    put(
        &mut out,
        &[
            "<dialog id=\"note-dialog\" aria-labelledby=\"note-heading\"><form method=\"dialog\">\
             <h2 id=\"note-heading\" tabindex=\"-1\"></h2>\
             <p id=\"note-which\"><label for=\"note-part\">",
            "</label><select id=\"note-part\"></select></p>\
             <blockquote id=\"note-words\" tabindex=\"0\"></blockquote><fieldset><legend>",
            "</legend>",
        ],
        &[t.which_words, t.kind],
    );
    for mark in Mark::ALL {
        let slug = mark.slug();
        put(
            &mut out,
            &[
                "<label><input type=\"radio\" name=\"mark\" value=\"",
                "\"> <span class=\"mark-",
                "\">",
                "</span></label>",
            ],
            &[slug, slug, (t.mark_name)(mark)],
        );
    }
    put(
        &mut out,
        &[
            "</fieldset><p><label for=\"note-text\">",
            "</label><textarea id=\"note-text\" rows=\"3\"></textarea></p>\
             <p id=\"note-blocked\" hidden>",
            "</p><p class=\"note-actions\"><button id=\"note-save\" class=\"action\">",
            "</button><button type=\"button\" id=\"note-cancel\">",
            "</button></p></form></dialog>",
        ],
        &[t.note, t.blocked, t.save, t.cancel],
    );
    out
}
