//! The prerendered page, as far as scripts touch it. All of it that the story fills keeps its
//! nodes: showing a page is one attribute on the root, and the style sheet does the rest.

use super::events::on_window;
use super::frame::MAIN;
use crate::content::story;
use crate::route::{List, Route, View};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    CustomEvent, CustomEventInit, DocumentFragment, Element, HtmlElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Id of the search's field, which has the focus on its page instead of a heading.
pub(crate) const SEARCH_FIELD: &str = "search-field";

/// Class of what an address led to, so that the style sheet can mark it.
const TARGET_CLASS: &str = "arrived";

/// Shows the page of this name.
pub(super) fn set_page(page: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("data-page", page);
    }
}

/// Tells the inline script of the page that the app runs, so that it stops waiting.
pub(super) fn announce_start() {
    if let Some(root) = root() {
        let _ = root.set_attribute("data-started", "");
    }
    announce("otg:started");
}

/// Tells the page's own script that another page is shown, which may have places for evidence.
pub(super) fn announce_page() {
    announce("otg:page");
}

/// Asks for the evidence and the questions, which need not be in the page yet. The page's own script gives
/// them, and says `otg:evidence`, or `otg:no-evidence` where they can't be had. `otg:questions` comes
/// before that, and alone where only the quiz is shown.
pub(crate) fn want_evidence() {
    announce("otg:want-evidence");
}

/// Runs something when the evidence has come, or can't be had: it is told which.
pub(crate) fn when_evidence(run: impl FnOnce(bool) + 'static) {
    if has_evidence() {
        return run(true);
    }
    let run: Box<dyn FnOnce(bool)> = Box::new(run);
    let run = Rc::new(Cell::new(Some(run)));
    for (kind, has) in [("otg:evidence", true), ("otg:no-evidence", false)] {
        let run = Rc::clone(&run);
        on_window(kind, move |_| {
            if let Some(run) = run.take() {
                run(has);
            }
        });
    }
    want_evidence();
}

/// Whether the evidence is in the page. It comes all at once.
pub(crate) fn has_evidence() -> bool {
    let filled = ".later:not(:empty, #later-questions)";
    document().query_selector(filled).ok().flatten().is_some()
}

/// Asks the page's own script to scroll to where a reader was who goes back to an address; whether it knows
/// where that is.
pub(super) fn goes_back() -> bool {
    let init = CustomEventInit::new();
    init.set_cancelable(true);
    let asked = CustomEvent::new_with_event_init_dict("otg:back", &init);
    asked.is_ok_and(|event| window().dispatch_event(&event) == Ok(false))
}

fn announce(what: &str) {
    if let Ok(event) = CustomEvent::new(what) {
        let _ = window().dispatch_event(&event);
    }
}

/// Sets the title of the window.
pub(super) fn set_title(title: &str) {
    document().set_title(title);
}

/// Says to screen readers which link of the main navigation is the current one. The style sheet
/// knows it from the page's name, so that it shows before scripts run.
pub(super) fn mark_current(page: &str) {
    let view = page.split('/').next().unwrap_or_default();
    for (name, _) in MAIN {
        let link = document().query_selector(&format!("[data-nav=\"{name}\"]")).ok().flatten();
        if let Some(link) = link {
            let _ = if name == view {
                link.set_attribute("aria-current", "page")
            } else {
                link.remove_attribute("aria-current")
            };
        }
    }
}

/// A copy of what the prerendered page tells of an entity: its heading's words, and all that
/// follows it.
///
/// Views that show an entry elsewhere borrow it from there, so its markup is made once, on the
/// building machine, and the browser loads no code to make it again.
pub(crate) fn entry_of(list: List, id: &str) -> Option<(String, DocumentFragment)> {
    let entry = element(&format!("/{}/{id}", list.slug()))?;
    let heading = first_heading(&entry)?;
    let content = document().create_document_fragment();
    let mut next = heading.next_sibling();
    while let Some(node) = next {
        content.append_child(&node.clone_node_with_deep(true).ok()?).ok()?;
        next = node.next_sibling();
    }
    Some((heading.text_content()?, content))
}

/// The words that the prerendered page heads an entity with.
pub(crate) fn title_in(list: List, id: &str) -> Option<String> {
    let entry = element(&format!("/{}/{id}", list.slug()))?;
    entry.query_selector("h2, h3, cite").ok().flatten()?.text_content()
}

/// The view that a link leads to, if it is one of ours.
pub(super) fn route_of(link: &web_sys::Element) -> Option<Route> {
    let href = link.get_attribute("href")?;
    href.starts_with("#/").then(|| Route::parse(&href, story())).flatten().map(settled)
}

/// A route, or the page for addresses that lead nowhere where the evidence has come and does not
/// have what the route names.
pub(super) fn settled(mut route: Route) -> Route {
    let missing = matches!(&route.view, View::List(list, Some(_)) if list.is_evidence())
        && element(&route.view.path()).is_none()
        && has_evidence();
    if missing {
        route.view = View::Unknown(route.view.path());
    }
    route
}

/// Moves focus past the navigation.
pub(crate) fn focus_main() {
    if let Some(main) = element("main") {
        focus(&main, false);
    }
}

/// Moves focus and scroll to what a link led to, and marks it.
pub(super) fn focus_target(view: &View) {
    clear_mark();
    let Some(target) = target(view) else {
        focus_page(view);
        scroll_to(0.0);
        return;
    };
    let heading = first_heading(&target).unwrap_or_else(|| target.clone());
    focus(&heading, true);
    bring_into_view(&target);
}

/// Scrolls to what an address names and marks it, and leaves the focus where it is.
pub(super) fn show_target(view: &View) {
    clear_mark();
    if let Some(target) = target(view) {
        bring_into_view(&target);
    }
}

fn bring_into_view(target: &HtmlElement) {
    let _ = target.class_list().add_1(TARGET_CLASS);
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    target.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Moves focus to the page that was gone to, without scrolling.
pub(super) fn focus_page(view: &View) {
    clear_mark();
    if let Some(heading) = page_heading(view) {
        focus(&heading, true);
    }
}

/// Scrolls the window to so many CSS pixels from the top.
pub(super) fn scroll_to(top: f64) {
    window().scroll_to_with_x_and_y(0.0, top);
}

/// Gives focus to the element with this id, if it is there.
pub(crate) fn focus_id(id: &str) {
    if let Some(element) = element(id) {
        focus(&element, false);
    }
}

fn clear_mark() {
    let marked = document().query_selector(&format!(".{TARGET_CLASS}")).ok().flatten();
    if let Some(marked) = marked {
        let _ = marked.class_list().remove_1(TARGET_CLASS);
    }
}

/// The element that a view's address names within its page.
fn target(view: &View) -> Option<HtmlElement> {
    match view {
        View::Read { passage: Some(_), .. } | View::List(_, Some(_)) => element(&view.path()),
        _ => None,
    }
}

fn page_heading(view: &View) -> Option<HtmlElement> {
    // Who comes to search wants to type.
    if *view == View::Search && element(SEARCH_FIELD).is_some() {
        return element(SEARCH_FIELD);
    }
    let selector = format!("[data-page=\"{}\"] h1", view.page());
    document().query_selector(&format!("main {selector}")).ok().flatten()?.dyn_into().ok()
}

fn first_heading(within: &HtmlElement) -> Option<HtmlElement> {
    within.query_selector("[tabindex=\"-1\"]").ok().flatten()?.dyn_into().ok()
}

fn focus(element: &HtmlElement, keep_scroll: bool) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(keep_scroll);
    let _ = element.focus_with_options(&options);
}

/// What has the focus; nothing where only the page as a whole has it.
pub(crate) fn focused() -> Option<Element> {
    document().active_element().filter(|it| it.tag_name() != "BODY")
}

/// The element with this id.
pub(crate) fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Writes words into the element with this id, if it is there.
pub(crate) fn write(id: &str, words: &str) {
    if let Some(element) = element(id) {
        element.set_text_content(Some(words));
    }
}

/// Puts markup in the place of what the element with this id holds, if it is there.
pub(crate) fn write_markup(id: &str, markup: &str) {
    if let Some(element) = element(id) {
        element.set_inner_html(markup);
    }
}

/// Hides the element with this id, or shows it, if it is there.
pub(crate) fn set_hidden(id: &str, hidden: bool) {
    if let Some(element) = element(id) {
        element.set_hidden(hidden);
    }
}

/// Whether nothing is to move by itself: the system says so, or the reader's settings do.
pub(crate) fn is_still() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    query.is_some_and(|query| query.matches())
        || root()
            .is_some_and(|root| root.get_attribute("data-motion").as_deref() == Some("reduced"))
}

/// The root element.
pub(super) fn root() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}
