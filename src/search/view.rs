//! The search: a field, and what is found while one types.

use super::index;
use super::rank::{Entry, Found, Index, Kind};
use super::snippet::marked;
use crate::content::story;
use crate::i18n::{messages, of_search};
use crate::route::{Route, View};
use crate::shell::events::{
    after_paint, effect, elements, next_frame, on_document, on_window, within,
};
use crate::shell::{
    Navigation, SEARCH_FIELD, element, focus_id, focused, has_evidence, late_style, want_evidence,
    write,
};
use crate::widgets::put;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

/// Id of the field.
pub(super) const FIELD: &str = SEARCH_FIELD;

const RESULTS: &str = "search-results";
const COUNT: &str = "search-count";

/// How many entries of a kind are shown at first.
const AT_FIRST: usize = 5;

/// A pause in typing after which the address follows, and what was found is said.
const PAUSE: Duration = Duration::from_millis(500);

/// The search.
#[component]
pub fn SearchView() -> impl IntoView {
    let t = of_search();
    let Some(navigation) = use_context::<Navigation>() else { return ().into_any() };
    late_style::add();
    // What the page says, and whether that is all that is ever to come.
    let index = RwSignal::new_local(None::<(Index, bool)>);
    // What the address says is sought, where it is one of the search.
    let sought_by_address = |route: &Route| {
        let here = route.view == View::Search;
        here.then(|| route.query_value("q").unwrap_or_default().to_owned())
    };
    let query =
        RwSignal::new(navigation.route.with_untracked(sought_by_address).unwrap_or_default());
    // The kind all of whose entries are shown.
    let open = RwSignal::new(String::new());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    // What is said of what was found.
    let said = StoredValue::new(String::new());

    // Says what was found and lets the address follow, when there was a pause in typing or what was
    // found is gone to.
    let settle = move || {
        let Some(timer) = timer.try_update_value(Option::take).flatten() else { return };
        timer.clear();
        let sought = query.with_untracked(|query| query.trim().to_owned());
        said.with_value(|words| write(COUNT, words));
        let mut route = Route::from(View::Search);
        if !sought.is_empty() {
            route.query.push(("q".to_owned(), sought));
        }
        if navigation.route.with_untracked(|now| now.view == View::Search && *now != route) {
            navigation.replace(route);
        }
    };

    // What is read later has more, also where it is done sooner.
    let readings = StoredValue::new(0_u32);
    let read = move |has_all: bool| {
        readings.update_value(|it| *it += 1);
        let reading = readings.get_value();
        index::of_page(move |read| {
            if readings.get_value() == reading {
                index.set(Some((read, has_all)));
            }
        });
    };
    read(has_evidence());
    want_evidence();
    on_window("otg:evidence", move |_| read(true));
    on_window("otg:no-evidence", move |_| {
        write("search-note", t.without_evidence);
        read(true);
    });
    let parts = Rc::new(RefCell::new(Parts::default()));
    effect(move || {
        let (wanted, words) = index.with(|index| {
            query.with(|query| open.with(|open| results(index.as_ref(), query, open)))
        });
        said.set_value(words);
        parts.borrow_mut().wanted = wanted;
        show(&parts);
        timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            *timer = set_timeout_with_handle(settle, PAUSE).ok();
        });
    });
    // The address says what is sought, unless the reader is just typing it.
    effect(move || {
        let Some(sought) = navigation.route.with(sought_by_address) else { return };
        if let Some(field) = field().filter(|field| field.value().trim() != sought) {
            field.set_value(&sought);
        }
        if query.with_untracked(|query| query.trim() != sought) {
            query.set(sought);
        }
        next_frame(move || {
            let inside = |it: &Element| it.closest("#search-view").is_ok_and(|it| it.is_some());
            // Who is among the results already stays there, also when the address follows.
            if focused().is_none_or(|it| navigation.has_moved() && !inside(&it)) {
                focus_id(FIELD);
            }
        });
    });
    on_document("input", move |event| {
        let Some(field) = within(&event, "#search-field").and(field()) else { return };
        open.set(String::new());
        query.set(field.value());
    });
    on_document("click", move |event| {
        // So that the way back leads to what was sought.
        if within(&event, "#search-results a").is_some() {
            settle();
        }
        let kind =
            within(&event, "#search-results button").and_then(|it| it.get_attribute("data-kind"));
        if let Some(kind) = kind {
            let first_hidden = AT_FIRST;
            let selector = format!("[data-results=\"{kind}\"] a");
            open.set(kind);
            next_frame(move || {
                if let Some(link) = elements(&selector).get(first_hidden) {
                    let _ = link.focus();
                }
            });
        }
    });
    on_document("keydown", move |event| {
        if within(&event, "#search-view").is_some()
            && let Some(event) = event.dyn_ref::<KeyboardEvent>()
            && let Some(field) = move_focus(event)
        {
            field.set_value("");
            open.set(String::new());
            query.set(String::new());
        }
    });
    view! {
        // There is nothing to send: what is found is there already.
        <form
            role="search"
            class="search-form"
            action="#/search"
            on:submit=|event| event.prevent_default()
        >
            <label for=FIELD>{t.label}</label>
            <input
                id=FIELD
                type="search"
                autocomplete="off"
                spellcheck="false"
                aria-describedby=COUNT
            />
        </form>
        <p id=COUNT class="spoken" role="status"></p>
        <p id="search-note"></p>
        <div id=RESULTS></div>
    }
    .into_any()
}

fn field() -> Option<HtmlInputElement> {
    element(FIELD)?.dyn_into().ok()
}

fn links() -> Vec<HtmlElement> {
    elements("#search-results a")
}

/// Arrow keys, Home and End go through the results; Escape leads back to the field, and gives the
/// field to be emptied where it has the focus already.
fn move_focus(event: &KeyboardEvent) -> Option<HtmlInputElement> {
    let links = links();
    let active = document().active_element();
    let at = links.iter().position(|link| active.as_ref() == Some(link.as_ref()));
    let last = links.len().saturating_sub(1);
    let to = match (event.key().as_str(), at) {
        ("Escape", None) => {
            // Not every browser does it by itself.
            event.prevent_default();
            return field();
        }
        ("ArrowDown", None) => Some(0),
        ("ArrowDown", Some(at)) => Some((at + 1).min(last)),
        ("ArrowUp", Some(at)) => at.checked_sub(1),
        ("Home", Some(_)) => Some(0),
        ("End", Some(_)) => Some(last),
        ("Escape", Some(_)) => None,
        _ => return None,
    };
    event.prevent_default();
    match to.and_then(|to| links.get(to)) {
        Some(link) => {
            let _ = link.focus();
        }
        None => focus_id(FIELD),
    }
    None
}

/// What is shown of what was found: a part for each kind.
#[derive(Default)]
struct Parts {
    /// As markup.
    wanted: Vec<String>,
    /// What stands in the page, and as what it was written there.
    there: Vec<(Element, String)>,
    /// Whether the next frame brings a part.
    waits: bool,
    /// Where the result leads that had the focus when its part was written anew.
    focused: Option<String>,
}

/// Brings the first part that is not as it is wanted into the page, and the others in the next frames,
/// one in each: for all at once a slow processor takes longer than from one key to the next.
fn show(parts: &Rc<RefCell<Parts>>) {
    let mut it = parts.borrow_mut();
    let Parts { wanted, there, waits, focused: lost } = &mut *it;
    for (element, _) in there.drain(wanted.len().min(there.len())..) {
        element.remove();
    }
    let is_as_wanted = |(at, part): (usize, &String)| there.get(at).is_some_and(|it| it.1 == *part);
    let Some(at) = wanted.iter().enumerate().position(|it| !is_as_wanted(it)) else {
        *lost = None;
        return;
    };
    let Some((place, part)) = element(RESULTS).zip(wanted.get(at)) else { return };
    if at == there.len()
        && let Ok(element) = document().create_element("div")
        && place.append_child(&element).is_ok()
    {
        there.push((element, String::new()));
    }
    let Some((element, written)) = there.get_mut(at) else { return };
    // More may be found while the reader is among the results.
    if let Some(active) = focused().filter(|it| element.contains(Some(it))) {
        *lost = active.get_attribute("href");
    }
    element.set_inner_html(part);
    written.clone_from(part);
    let same = |link: &HtmlElement| link.get_attribute("href") == *lost;
    if lost.is_some()
        && focused().is_none()
        && let Some(link) = links().into_iter().find(same)
    {
        let _ = link.focus();
        *lost = None;
    }
    if !std::mem::replace(waits, true) {
        let parts = Rc::clone(parts);
        after_paint(move || {
            parts.borrow_mut().waits = false;
            show(&parts);
        });
    }
}

/// What is shown for a query, as markup for each part of it, and what is said of it.
///
/// Without a query, or while the index is still to come, nothing is said. The index comes with whether it has all.
fn results(index: Option<&(Index, bool)>, query: &str, open: &str) -> (Vec<String>, String) {
    let t = of_search();
    let mut parts = Vec::new();
    let mut out = String::new();
    let query = query.trim();
    if query.is_empty() {
        put(&mut out, &["<p class=\"lead\">", "</p><p>", ""], &[t.introduction, t.examples]);
        for term in story().terms.iter().take(4) {
            let mut route = Route::from(View::Search);
            route.query.push(("q".to_owned(), term.term.to_owned()));
            put(&mut out, &[" <a href=\"", "\">", "</a> "], &[&route.hash(), term.term]);
        }
        out.push_str("</p>");
        return (vec![out], String::new());
    }
    let Some((index, has_all)) = index else { return (parts, String::new()) };
    let found = index.find(query);
    if found.hits.is_empty() {
        let words =
            if *has_all { (t.nothing)(query) } else { messages().evidence_coming.to_owned() };
        put(&mut out, &["<p class=\"lead\">", "</p>"], &[&words]);
        if let Some(entry) = index.nearest(query).filter(|_| *has_all) {
            let href = ["#", &entry.address].concat();
            put(
                &mut out,
                &["<p>", " <a href=\"", "\">", "</a></p>"],
                &[t.nearest, &href, &entry.title.text],
            );
        }
        return (vec![out], words);
    }
    for ((kind, slug), name) in Kind::ALL.iter().zip(t.kinds) {
        let entries: Vec<&Entry> = found
            .hits
            .iter()
            .filter_map(|at| index.entries.get(*at))
            .filter(|entry| entry.kind == *kind)
            .collect();
        if entries.is_empty() {
            continue;
        }
        let heading = (t.kind_heading)(name, entries.len());
        put(&mut out, &["<section data-results=\"", "\"><h2>", "</h2><ol>"], &[slug, &heading]);
        let shown = if open == *slug { entries.len() } else { AT_FIRST };
        for entry in entries.iter().take(shown) {
            result(entry, &found, query, &mut out);
        }
        out.push_str("</ol>");
        if entries.len() > shown {
            let words = (t.show_all)(entries.len(), name);
            put(
                &mut out,
                &["<p><button type=\"button\" data-kind=\"", "\">", "</button></p>"],
                &[slug, &words],
            );
        }
        out.push_str("</section>");
        parts.push(std::mem::take(&mut out));
    }
    (parts, (t.found)(found.hits.len()))
}

fn result(entry: &Entry, found: &Found, query: &str, out: &mut String) {
    let mut hash = ["#", &entry.address].concat();
    if let Some(mut route) = Route::parse(&hash, story()) {
        route.query.push(("find".to_owned(), query.to_owned()));
        hash = route.hash();
    }
    put(out, &["<li><a href=\"", "\">"], &[&hash]);
    marked(&entry.title, &found.marks(&entry.title), true, out);
    out.push_str("</a>");
    if !entry.part_of.is_empty() {
        put(out, &[" <span class=\"part-of\">", "</span>"], &[&entry.part_of]);
    }
    let texts = entry.texts.iter().map(|text| (text, found.marks(text)));
    // Of two alike the last counts, which is to be the full text.
    let best = texts.rev().max_by_key(|(_, marks)| marks.len());
    if let Some((text, marks)) = best.filter(|(_, marks)| !marks.is_empty()) {
        out.push_str("<p>");
        marked(text, &marks, false, out);
        out.push_str("</p>");
    }
    out.push_str("</li>");
}
